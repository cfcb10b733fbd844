"""The rules of detectors, from data/rules.yaml, read strictly and kept in the cache once read."""

from __future__ import annotations

import json
from functools import cache as once
from functools import cached_property
from pathlib import Path

from tqcheck import cache
from tqcheck.model import Rule
from tqcheck.rulebook.plain import plain_rule, rule_of

FILE = Path(__file__).with_name("data") / "rules.yaml"
FORMAT = 1
"""Raised whenever what older code kept must not be used."""


class Rules:
    """The rules by id, read when they are first asked for, and the key of their content."""

    def __init__(self, key: str) -> None:
        self.key = key

    @cached_property
    def by_id(self) -> dict[str, Rule]:
        """Raises RulebookError."""
        return {rule.id: rule for rule in cache.made("bilingual", self.key, _plain, _rules)}


@once
def open_rules() -> Rules:
    """The rules that ship, from the cache where they are there."""
    return Rules(cache.key_of_files(FORMAT, [FILE]))


def _plain() -> bytes:
    from tqcheck.bilingual.rules_file import load  # with YAML, which a start from the cache need not wait for

    return json.dumps([*map(plain_rule, load(FILE.read_bytes(), FILE.name))], ensure_ascii=False).encode()


def _rules(data: bytes) -> list[Rule]:
    return [*map(rule_of, json.loads(data))]
