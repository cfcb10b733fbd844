"""The indefinite article, by the sound a word begins with."""

from __future__ import annotations

from functools import cache
from pathlib import Path

_LETTERS_AN = frozenset("AEFHILMNORSX")


def article(word: str) -> str:
    """The indefinite article before a word, by its first sound."""
    if len(word) > 1 and word.isupper() and word.isalpha() and not _pronounceable(word):
        return "an" if word[0] in _LETTERS_AN else "a"
    lower = word.lower()
    for beginning, form in _beginnings():
        if lower == beginning[:-1] if beginning.endswith("$") else lower.startswith(beginning):
            return form
    return "an" if lower[:1] in tuple("aeiou") else "a"


def _pronounceable(acronym: str) -> bool:
    """Whether an acronym is read as a word (NATO, OPEC) and not by its letters (FBI, EU)."""
    vowels = sum(letter in "AEIOU" for letter in acronym)
    return len(acronym) > 3 and vowels >= 2


@cache
def _beginnings() -> tuple[tuple[str, str], ...]:
    lines = Path(__file__).with_name("sounds.txt").read_text("utf-8").splitlines()
    pairs = [line.split() for line in lines if line and not line.startswith("#")]
    return tuple(sorted(((start, form) for form, start in pairs), key=lambda pair: -len(pair[0])))
