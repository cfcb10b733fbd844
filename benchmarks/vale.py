"""Vale given the phrases of the rules that ship: one rule of its own for each of ours.

What Vale can be told is literal words, not patterns: those that the flag examples of a rule mark.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

from tqcheck.rulebook import open_rulebook

_MARKED = re.compile(r"\[\[(.+?)\]\]", re.DOTALL)


def configured(folder: Path) -> Path:
    """Writes a style into a folder, and the configuration that uses it, whose path is returned."""
    style = folder / "styles" / "tqcheck"
    style.mkdir(parents=True)
    for rule in open_rulebook().rules():
        phrases = {phrase for example in rule.before for phrase in _MARKED.findall(example)}
        told = {
            "extends": "existence",
            "message": rule.id,
            "level": "warning",
            "ignorecase": True,
            "tokens": sorted(map(re.escape, phrases)),
        }
        name = rule.id.replace(".", "-")  # Vale takes a dot for the end of a style's name
        (style / f"{name}.yml").write_text(json.dumps(told), encoding="utf-8")  # JSON is YAML
    config = folder / "vale.ini"
    config.write_text("StylesPath = styles\nMinAlertLevel = suggestion\n[*]\nBasedOnStyles = tqcheck\n")
    return config
