"""Prose as the estimator reads it: words on one line, a blank between two, in pieces of some length."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tqcheck.model import Span

LONGEST = 600
"""Characters of a piece, at least one word: some 150 tokens, as many as a long sentence had in training."""
_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Piece:
    """`text` holds words; `starts` say where each begins there, `origins` where in the document."""

    text: str
    starts: tuple[int, ...]
    origins: tuple[int, ...]

    def span(self, span: Span) -> Span:
        """Where in the document words of the piece stand."""
        return Span(self._offset(span.start), self._offset(span.end - 1) + 1)

    def _offset(self, offset: int) -> int:
        at = bisect_right(self.starts, offset) - 1
        return self.origins[at] + offset - self.starts[at]


def pieces(prose: str, start: int) -> Iterator[Piece]:
    """The pieces of a sentence that starts there in the document."""
    words: list[re.Match[str]] = []
    length = 0
    for word in _WORD.finditer(prose):
        if words and length + len(word[0]) > LONGEST:
            yield _piece(words, start)
            words, length = [], 0
        words.append(word)
        length += len(word[0]) + 1
    if words:
        yield _piece(words, start)


def _piece(words: Sequence[re.Match[str]], start: int) -> Piece:
    starts, at = [], 0
    for word in words:
        starts.append(at)
        at += len(word[0]) + 1
    text = " ".join(word[0] for word in words)
    return Piece(text, tuple(starts), tuple(start + word.start() for word in words))
