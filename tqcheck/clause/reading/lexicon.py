"""What a word of English can be: its parts of speech, the commonest first.

data/words.txt is sorted, a word and its letters a line; its licence is beside it. Its lines are searched as
they are, since a text needs few of its 42,000 words.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import cache, lru_cache
from pathlib import Path

_WORDS = Path(__file__).with_name("data") / "words.txt"
_ENDINGS = (
    ("ing", "G"),
    ("ed", "DP"),
    ("ly", "R"),
    ("tion", "N"),
    ("ness", "N"),
    ("ship", "N"),
    ("ous", "J"),
    ("ful", "J"),
    ("less", "J"),
    ("ical", "J"),
    ("able", "J"),
    ("ible", "J"),
    ("ive", "J"),
    ("ian", "J"),
    ("ss", "N"),
    ("us", "N"),
    ("s", "S"),
)


@lru_cache(maxsize=8_192)
def tags(key: str, guess: bool = True) -> str:
    """The letters of a word in lower case: N noun, S plural noun, J adjective, C comparative, T superlative,
    R adverb, B base form, Z third person, D past, P participle, G -ing form.

    A word that the lexicon does not have is judged by its ending, a noun where that tells nothing; without
    `guess` it is nothing.
    """
    if found := _search(key):
        if key.endswith("ed") and "P" in found and "D" not in found:
            return found.replace("P", "PD")
        if key.endswith("sed") and "D" in found and "P" not in found:
            return found.replace("D", "DP")  # British "organised"
        return found
    if not guess:
        return ""
    if not key.isalpha():
        return "J" if key[0].isdigit() else ""
    return next((letters for ending, letters in _ENDINGS if key.endswith(ending)), "N")


@cache
def _lines() -> list[bytes]:
    return _WORDS.read_bytes().splitlines()


def _search(key: str) -> str:
    if not key.isascii():
        return ""
    lines, wanted = _lines(), f"{key} ".encode()
    at = bisect_left(lines, wanted)
    found = at < len(lines) and lines[at].startswith(wanted)
    return lines[at].removeprefix(wanted).decode() if found else ""
