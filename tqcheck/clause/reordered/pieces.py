"""What a sentence said anew is made of."""

from __future__ import annotations

from collections.abc import Sequence

from tqcheck.clause.reading.clause import Clause
from tqcheck.clause.reading.phrases import Kind, Phrase
from tqcheck.rulebook.tokens import QUOTE

Piece = range | str
"""Tokens of the sentence, or words that are not in it."""
_AT_A_PLACE = frozenset(("in", "at", "on", "near", "off", "under", "outside", "by", "inside"))


class Unclear(Exception):
    """Why a sentence is not said anew: what of it is not known."""


def over(phrases: Sequence[Phrase]) -> range:
    """The tokens of phrases that stand side by side."""
    return range(phrases[0].start, phrases[-1].end)


def is_located(clause: Clause, phrase: Phrase) -> bool:
    """Whether a phrase says where: "in Moscow", "near the station", "at “Luzhniki”"."""
    if phrase.kind is not Kind.PREP or phrase.lead not in _AT_A_PLACE:
        return False
    language = clause.is_nation(phrase.head) and phrase.end == phrase.start + 2  # "in Russian"
    named = clause.capital[phrase.head] and clause.keys[phrase.start + 1] != QUOTE and not language
    return named or clause.among(phrase.head, "place", "place-noun", "area-noun", "local-noun")
