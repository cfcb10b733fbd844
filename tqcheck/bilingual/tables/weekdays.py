"""Weekdays: weekdays.yaml."""

from __future__ import annotations

from functools import cache

from tqcheck.bilingual.tables.file import DataFile


@cache
def weekdays() -> dict[str, str]:
    """Russian lemma → English, in lower case. Raises RulebookError."""
    file = DataFile("weekdays.yaml")
    return {day: file.text(node, day) for day, (_, node) in file.part("weekdays").items()}
