"""Weekdays: weekdays.yaml."""

from __future__ import annotations

from functools import cache, lru_cache

from tqcheck.bilingual.russian import analysis
from tqcheck.bilingual.tables.file import DataFile


@lru_cache(maxsize=2_000)
def weekday_of(word: str) -> str:
    """The English for a Russian weekday in any form; "" for another word. Raises RussianMissing."""
    days = (weekdays().get(lemma, "") for lemma in sorted(analysis(word)[1]))
    return next(filter(None, days), "")


@cache
def weekdays() -> dict[str, str]:
    """Russian lemma → English, in lower case. Raises RulebookError."""
    file = DataFile("weekdays.yaml")
    return {day: file.text(node, day) for day, (_, node) in file.part("weekdays").items()}
