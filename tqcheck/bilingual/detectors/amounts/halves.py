"""A half lost: полтора года, "a year"; полчаса, "an hour"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tqcheck.bilingual.amounts.quantities import Quantity, english_quantities, russian_quantities
from tqcheck.bilingual.pair import Doubt, Pair
from tqcheck.bilingual.tables.measures import english_unit, russian_unit
from tqcheck.bilingual.wordlists import words
from tqcheck.model import Span

RULE = "number.changed"

_HALF = re.compile(r"\bпол(?:(?:тор[аы]|утора)\s+|-)?([а-я]+)")
_ONE = re.compile(r"(?<!or )(?<!once )(?<!and )\b(?:an?|one)[\s-]+([a-z]{3,})")
_BOUND = re.compile(r"\b(?:more than|over|less than|under|within|at least|up to|part of|every)\s+\Z")
_BEFORE = 12


def halves_kept(pair: Pair) -> Iterator[Doubt]:
    """A doubt where the English has one of what the Russian has one and a half or half of, and no number that
    may stand for these (18 months, 30 minutes) nor a word for more or less."""
    theirs = next(_halves(pair.normal_source, *pair.source_span), None)
    if theirs is None:
        return
    span, unit = theirs
    counted = [word for word in pair.words if russian_unit(word.text.lower()) == unit]
    others = [word for word in counted if word.span.start < span.start or word.span.end > span.end]
    if others or _is_said(pair, span):
        return
    text = pair.lower_text
    for found in _ONE.finditer(text, pair.span.start, pair.span.end):
        if english_unit(found[1]) != unit:
            continue
        if not _BOUND.search(text, max(0, found.start() - _BEFORE), found.start()):
            yield pair.doubt(RULE, Span(*found.span()), span)
            return


def _halves(russian: str, start: int, end: int) -> Iterator[tuple[Span, str]]:
    """Where half of a unit or one and a half stand, and of which unit."""
    for found in _HALF.finditer(russian, start, end):
        if unit := russian_unit(found[1]):
            yield Span(*found.span()), unit


def _is_said(pair: Pair, half: Span) -> bool:
    """Whether the English has a half, or a number that no other of the Russian accounts for."""
    english = [quantity for quantity in english_quantities(pair) if quantity.plain != 1]
    others = [q for q in russian_quantities(pair) if q.span.end <= half.start or q.span.start >= half.end]
    spoken = set(re.findall(r"[a-z]+", pair.text[pair.span.start : pair.span.end].lower()))
    return not spoken.isdisjoint(words("halves")) or not all(_answers(own, others) for own in english)


def _answers(english: Quantity, russian: list[Quantity]) -> bool:
    return any(other.meets(english) for other in russian)
