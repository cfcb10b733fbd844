"""Russian order told by the shape of the clause (see tqcheck/clause). Part of the check of word order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tqcheck.checks.coded import Spot
from tqcheck.clause.fronts.ends import later_clauses
from tqcheck.clause.reading.clause import Clause, Found
from tqcheck.clause.reading.line import word_lists
from tqcheck.clause.shapes import SHAPES, SHAPES_WITHIN, Shape
from tqcheck.model import Document, SegmentKind, Span
from tqcheck.rulebook.tokens import Tokens, tokens_of

_FEWEST, _MOST = 4, 60
"""Tokens of a sentence that is read."""
_LIST = "syntax.list-without-and"


def clauses(document: Document) -> Iterator[Spot]:
    """Sentences of a shape that only Russian order makes."""
    for segment in document.segments():
        tokens = tokens_of(document.prose, segment.span.start, segment.span.end)
        if not _FEWEST <= len(tokens) <= _MOST:
            continue
        headline = segment.kind is SegmentKind.HEADLINE
        clause = Clause(tokens, word_lists(), headline)
        yield from _spots(clause, SHAPES)
        for start in later_clauses(clause):
            yield from _spots(Clause(tokens.since(start), word_lists(), headline), SHAPES_WITHIN)


def _spots(clause: Clause, shapes: Sequence[Shape]) -> Iterator[Spot]:
    seen = dict.fromkeys(found for shape in shapes for found in shape(clause))
    if seen and not clause.is_titled():
        for found in seen:
            span = Span(clause.tokens.starts[found.start], clause.tokens.ends[found.end - 1])
            yield Spot(found.rule, span, _suggestions(clause.tokens, found))


def _suggestions(tokens: Tokens, found: Found) -> tuple[str, ...] | None:
    """The words found in the English order, or with the "and" that a list lacks."""
    if found.parts:
        texts = [_text(tokens, part.start, part.stop) for part in found.parts]
        return (" ".join(text for text in texts if text),)
    if found.rule == _LIST:
        before, _, last = _text(tokens, found.start, found.end).rpartition(",")
        return (f"{before} and{last}",)
    return None


def _text(tokens: Tokens, start: int, end: int) -> str:
    return tokens.text[tokens.starts[start] : tokens.ends[end - 1]] if start < end else ""
