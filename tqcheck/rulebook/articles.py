"""The indefinite article, by the sound a word begins with."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

_LETTERS_AN = frozenset("AEFHILMNORSX")
_WORD = re.compile(r"[^\W_]+")
_ARTICLE = re.compile(r"\b([Aa]n?|[Tt]he)(\s+[\"'“‘«]?)\Z")
_DETERMINERS = frozenset({"another", "each", "every", "his", "its", "no", "several", "their"})
"""What stands in the place of an article."""
_MARKS = frozenset("\"'“‘«")


def with_article(before: str, found: str, words: str) -> tuple[int, str]:
    """How many code points before the words found change with them, and what stands there then: the words,
    and an "a" or "an" that stood before and fitted, by their own sound. No article stands before "another".
    """
    old, new, preceding = _WORD.search(found), _WORD.search(words), _ARTICLE.search(before)
    if not (preceding and old and new) or not _MARKS.issuperset(words[: new.start()]):
        return 0, words
    if words[new.start() :].partition(" ")[0].lower() in _DETERMINERS and not _MARKS.intersection(
        preceding[2]
    ):
        return len(preceding[0]), words[0].upper() + words[1:] if preceding[1][0].isupper() else words
    if preceding[1].lower() == "the":
        return 0, words
    fit = article(new[0])
    if fit == preceding[1].lower() or article(old[0]) != preceding[1].lower():
        return 0, words
    return len(preceding[0]), preceding[1][0] + fit[1:] + preceding[2] + words


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
