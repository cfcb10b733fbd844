"""The rules of detectors, from data/rules.yaml, read strictly and kept in the cache once read."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache as once
from pathlib import Path

from tqcheck import cache
from tqcheck.model import Rule
from tqcheck.rulebook.program import plain_rule, rule_of

FILE = Path(__file__).with_name("data") / "rules.yaml"
FORMAT = 1
"""Raised whenever what older code kept must not be used."""


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules by id, and the key of their content."""

    by_id: dict[str, Rule]
    key: str


@once
def open_rules() -> Rules:
    """The rules that ship, from the cache where they are there. Raises RulebookError."""
    content = FILE.read_bytes()
    key = cache.content_key(FORMAT, [(FILE.name, content)])
    folder = cache.cache_folder()
    kept = folder / f"bilingual-{key}.json" if folder else None
    if kept is not None and (data := cache.read(kept)):
        try:
            return _rules(json.loads(data), key)
        except (ValueError, KeyError, TypeError):
            pass  # kept by other code: read anew
    from tqcheck.bilingual.rules_file import load  # with YAML, which a start from the cache need not wait for

    rules = load(content, FILE.name)
    plain = [plain_rule(rule) for rule in rules]
    if kept is not None:
        cache.keep(kept, json.dumps(plain, ensure_ascii=False).encode())
    return Rules({rule.id: rule for rule in rules}, key)


def _rules(plain: list[dict[str, object]], key: str) -> Rules:
    return Rules({rule.id: rule for rule in map(rule_of, plain)}, key)
