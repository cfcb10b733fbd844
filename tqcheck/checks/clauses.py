"""Russian order told by the shape of the clause (see tqcheck/clause). Part of the check of word order."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from tqcheck.checks.coded import Spot
from tqcheck.clause import SHAPES, Clause
from tqcheck.clause.line import WordLists
from tqcheck.entities import Store
from tqcheck.model import Document, SegmentKind, Span
from tqcheck.rulebook.tokens import tokens_of

_FEWEST, _MOST = 4, 60
"""Tokens of a sentence that is read."""


class Clauses:
    """Sentences of a shape that only Russian order makes."""

    def __init__(self, store: Store) -> None:
        self._store = store

    @cached_property
    def _words(self) -> WordLists:
        return WordLists(self._store.part("words"))

    def __call__(self, document: Document) -> Iterator[Spot]:
        for segment in document.segments():
            tokens = tokens_of(document.prose, segment.span.start, segment.span.end)
            if not _FEWEST <= len(tokens) <= _MOST:
                continue
            clause = Clause(tokens, self._words, segment.kind is SegmentKind.HEADLINE)
            seen = [found for shape in SHAPES for found in shape(clause)]
            if seen and not clause.is_titled():
                for found in seen:
                    yield Spot(found.rule, Span(tokens.starts[found.start], tokens.ends[found.end - 1]))
