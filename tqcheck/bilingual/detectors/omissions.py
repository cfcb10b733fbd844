"""Part of a sentence is missing: a run of Russian words none of which has a counterpart, and an English
sentence too short to hold it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tqcheck.bilingual.evidence import Unit, english_keys, russian_units
from tqcheck.bilingual.pair import Doubt, Pair
from tqcheck.model import Span

RULE = "omission.clause"
_WORD = re.compile(r"\w+(?:[-'’]\w+)*")
LEAST_RUN = 4.5
"""Weight of neighbouring words without a counterpart that are taken for lost."""

LEAST_COVERED, MOST_LENGTH = 0.3, 0.8
"""Share of the words that must have one, and the greatest length of the English, by that of the Russian."""


def nothing_lost(pair: Pair) -> Iterator[Doubt]:
    """A doubt about each pair that lost part of its Russian."""
    english = " ".join(pair.text[s.span.start : s.span.end] for s in pair.english)
    if len(english) > MOST_LENGTH * sum(len(sentence.text) for sentence in pair.russian):
        return
    keys = english_keys(english)
    for sentence in pair.russian:
        units = sorted(russian_units(sentence.text), key=lambda unit: unit.start)
        covered = [bool(keys & unit.keys.keys()) for unit in units]
        found = sum(unit.weight for unit, there in zip(units, covered, strict=True) if there)
        first, end = _longest_gap(units, covered)
        lost = sum(unit.weight for unit in units[first:end])
        if lost >= LEAST_RUN and found >= LEAST_COVERED * sum(unit.weight for unit in units):
            place = _place(pair, units[first - 1] if first else None)
            start = sentence.span.start
            yield Doubt(RULE, place, (Span(start + units[first].start, start + units[end - 1].end),))


def _longest_gap(units: Sequence[Unit], covered: Sequence[bool]) -> tuple[int, int]:
    """First and end of the weightiest run of units without a counterpart."""
    best, first, weight, heaviest = (0, 0), 0, 0.0, 0.0
    for i, unit in enumerate(units):
        if covered[i]:
            first, weight = i + 1, 0.0
            continue
        weight += unit.weight
        if weight > heaviest:
            heaviest, best = weight, (first, i + 1)
    return best


def _place(pair: Pair, before: Unit | None) -> Span:
    """The English word that renders the last one before the gap; the first word where there is none."""
    words = [word for s in pair.english for word in _WORD.finditer(pair.text, s.span.start, s.span.end)]
    if before:
        for word in words[::-1]:
            if english_keys(word[0]) & before.keys.keys():
                return Span(*word.span())
    return Span(*words[0].span()) if words else pair.span
