"""Sentences as tokens: what patterns are matched against, and what patterns are themselves cut into.

A token is a word, a number, an abbreviation with its dots ("U.S."), the possessive 's, or one
punctuation mark. A hyphen inside a compound is no token: "anti-aircraft" is two tokens, the second
of them *joined*. Apostrophes and quotation marks of every shape are read as ' and ".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property, lru_cache
from sys import intern

_LETTER, _HYPHEN = r"[^\W_]", "[-‐‑]"
_TOKEN = re.compile(
    rf"[^\W\d_]++(?![.'’\w])"  # a plain word, as most are
    rf"|(?:{_HYPHEN}(?:(?<={_LETTER}.)|(?<=\..))(?={_LETTER}))?"  # within a compound, led by its hyphen
    rf"(?:(?:[^\W\d_]\.){{2,}}"  # U.S., p.m., e.g.
    rf"|\d+(?:[.,:]\d+)*(?!{_LETTER})"  # 1,119  1.5  17:00
    rf"|['’]s\b"
    rf"|{_LETTER}+(?:['’](?!s\b){_LETTER}+)*"
    rf"|\S)"
)
_FOLD = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‟": '"'})
_HYPHENS = frozenset("-‐‑")
QUOTE = '"'
MOST_NAME, MOST_QUOTED = 6, 14
"""Most tokens of a name and of a quotation with its marks."""
DIGITS = frozenset("0123456789")
_MOST_KEYS = 100_000
"""Words whose keys are remembered."""


class _Keys(dict[str, str]):
    """The keys of words as they stand in texts, each made once."""

    def __missing__(self, word: str) -> str:
        if len(self) >= _MOST_KEYS:
            self.clear()
        key = self[word] = intern(word.lower().translate(_FOLD))
        return key


_KEYS = _Keys()


class Tokens:
    """The tokens of `text[start:end]`. Offsets are those of `text`; `words` are the tokens as they stand."""

    __slots__ = ("__dict__", "joined", "keys", "start", "text", "words")

    def __init__(self, text: str, start: int = 0, end: int | None = None) -> None:
        self.text = text
        self.start = start
        words = list(map(intern, _TOKEN.findall(text[start:end])))
        joined = _joined(words)
        for i in joined:
            words[i] = words[i][1:]
        self.words: list[str] = words
        self.keys: list[str] = list(map(_KEYS.__getitem__, words))
        self.joined: frozenset[int] = joined

    def __len__(self) -> int:
        return len(self.keys)

    @cached_property
    def starts(self) -> list[int]:
        """Where each token begins: nothing but white space and hyphens parts them."""
        starts, find, at = [], self.text.find, self.start
        for word in self.words:
            at = find(word, at)
            starts.append(at)
            at += len(word)
        return starts

    @cached_property
    def ends(self) -> list[int]:
        """Where each token ends."""
        return [start + len(word) for start, word in zip(self.starts, self.words, strict=True)]

    def since(self, first: int) -> Tokens:
        """The tokens from that one on."""
        return self._of(range(first, len(self.keys)))

    def _of(self, kept: Sequence[int]) -> Tokens:
        other = Tokens.__new__(Tokens)
        other.text, other.start = self.text, self.start
        other.words = [self.words[i] for i in kept]
        other.keys = [self.keys[i] for i in kept]
        other.joined = frozenset(new for new, old in enumerate(kept) if old in self.joined)
        vars(other)["starts"] = [self.starts[i] for i in kept]
        return other

    @cached_property
    def without_quotes(self) -> Tokens:
        """The same tokens less quotation marks: most patterns look through them."""
        if QUOTE not in self.keys:
            return self
        return self._of([i for i, key in enumerate(self.keys) if key != QUOTE])


_NONE: frozenset[int] = frozenset()


def _joined(words: list[str]) -> frozenset[int]:
    """Which tokens still have the hyphen before them that joins them to the last."""
    if _HYPHENS.isdisjoint(word[0] for word in words):
        return _NONE  # as mostly
    return frozenset(i for i, word in enumerate(words) if word[0] in _HYPHENS and len(word) > 1)


def is_number(key: str) -> bool:
    """Whether a token is written in digits: 45, 1,119, 17:00 (not 45th, not T90)."""
    return key[0] in DIGITS and key[-1] in DIGITS and not any(c.isalpha() for c in key)


def is_word(key: str) -> bool:
    """Whether a token is a word or a number rather than a punctuation mark."""
    return key[0].isalnum() or key == "'s"


@lru_cache(maxsize=2)
def _cut(text: str) -> dict[tuple[int, int], Tokens]:  # noqa: ARG001 - the key of the cache
    return {}


def tokens_of(text: str, start: int, end: int) -> Tokens:
    """The tokens of a segment. Not to be changed: the checks of one document share them."""
    cut = _cut(text)
    tokens = cut.get((start, end))
    if tokens is None:
        tokens = cut[start, end] = Tokens(text, start, end)
    return tokens
