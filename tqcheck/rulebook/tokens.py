"""Sentences as tokens: what patterns are matched against, and what patterns are themselves cut into.

A token is a word, a number, an abbreviation with its dots ("U.S."), the possessive 's, or one
punctuation mark. A hyphen inside a compound is no token: "anti-aircraft" is two tokens, the second
of them *joined*. Apostrophes and quotation marks of every shape are read as ' and ".
"""

from __future__ import annotations

import re
from functools import cached_property, lru_cache

_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}"  # U.S., p.m., e.g.
    r"|\d+(?:[.,:]\d+)*(?![^\W_])"  # 1,119  1.5  17:00
    r"|['’]s\b"
    r"|[^\W_]+(?:['’](?!s\b)[^\W_]+)*"
    r"|\S"
)
_FOLD = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‟": '"'})
_HYPHENS = frozenset("-‐‑")
QUOTE = '"'
MOST_NAME, MOST_QUOTED = 6, 14
"""Most tokens of a name and of a quotation with its marks."""
_DIGITS = frozenset("0123456789")


class Tokens:
    """The tokens of `text[start:end]`. Offsets are those of `text`."""

    __slots__ = ("__dict__", "ends", "joined", "keys", "starts", "text")

    def __init__(self, text: str, start: int = 0, end: int | None = None) -> None:
        self.text = text
        self.keys: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.joined: set[int] = set()
        end = len(text) if end is None else end
        keys, starts, ends = self.keys, self.starts, self.ends
        for found in _TOKEN.finditer(text, start, end):
            token = found[0]
            first, last = found.span()
            if token in _HYPHENS and ends and ends[-1] == first and _inside_compound(text, first, last):
                self.joined.add(len(keys))
                continue
            keys.append(token.lower() if token.isascii() else token.lower().translate(_FOLD))
            starts.append(first)
            ends.append(last)

    def __len__(self) -> int:
        return len(self.keys)

    def raw(self, index: int) -> str:
        """The token as it stands in the text."""
        return self.text[self.starts[index] : self.ends[index]]

    @cached_property
    def without_quotes(self) -> Tokens:
        """The same tokens less quotation marks: most patterns look through them."""
        if QUOTE not in self.keys:
            return self
        other = Tokens.__new__(Tokens)
        kept = [i for i, key in enumerate(self.keys) if key != QUOTE]
        other.text = self.text
        other.keys = [self.keys[i] for i in kept]
        other.starts = [self.starts[i] for i in kept]
        other.ends = [self.ends[i] for i in kept]
        other.joined = {new for new, old in enumerate(kept) if old in self.joined}
        return other

    @cached_property
    def positions(self) -> dict[str, list[int]]:
        """Where each key stands; every numeral stands under "#" as well."""
        where: dict[str, list[int]] = {}
        for i, key in enumerate(self.keys):
            where.setdefault(key, []).append(i)
            if key[0] in _DIGITS and is_number(key):
                where.setdefault("#", []).append(i)
        return where


@lru_cache(maxsize=2_048)
def tokens_of(text: str, start: int, end: int) -> Tokens:
    """The tokens of a segment. Not to be changed: the checks of one document share them."""
    return Tokens(text, start, end)


def _inside_compound(text: str, first: int, last: int) -> bool:
    before, after = text[first - 1], text[last : last + 1]
    return after.isalnum() and (before.isalnum() or before == ".")


def is_number(key: str) -> bool:
    """Whether a token is written in digits: 45, 1,119, 17:00 (not 45th, not T90)."""
    return key[0] in _DIGITS and key[-1] in _DIGITS and not any(c.isalpha() for c in key)


def is_word(key: str) -> bool:
    """Whether a token is a word or a number rather than a punctuation mark."""
    return key[0].isalnum() or key == "'s"
