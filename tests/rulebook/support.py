"""Rulebooks of one rule, for tests."""

from __future__ import annotations

import json
from typing import Any

from tqcheck.model import Span
from tqcheck.rulebook.program import Program, compile_files
from tqcheck.rulebook.prove import Prover, unmark

SETS = "sets:\n  month: [January, May]\n  person: ['{minister}', '{head}']\n"


def rule_yaml(pattern: str | list[str], id: str = "test.rule", **more: object) -> str:
    """A rule as YAML (JSON is YAML), with whatever is required filled in."""
    rule = {
        "id": id,
        "severity": "major",
        "category": "accuracy/mistranslation",
        "russian": "слово",
        "pattern": pattern,
        "suggest": ["another"],
        "why": "It is wrong.",
        "examples": {"flag": ["[[x]]"], "pass": ["y"]},
        **more,
    }
    return json.dumps(rule, ensure_ascii=False)


def program(*rules: str, sets: str = SETS) -> Program:
    """A compiled rulebook of rules given as YAML."""
    text = sets + "rules:\n" + "".join(f"- {rule}\n" for rule in rules)
    return Program(compile_files([("test.yaml", text.encode())]))


def spans(pattern: str | list[str], example: str, **more: Any) -> tuple[list[Span], list[Span]]:
    """Where a pattern matches an example, and where its [[ ]] say it should."""
    headline = "H: " if example.startswith("H: ") else ""
    text, wanted = unmark(example.removeprefix("H: "))
    prover = Prover(program(rule_yaml(pattern, **more)))
    return [span for _, span in prover.found(headline + text)], wanted
