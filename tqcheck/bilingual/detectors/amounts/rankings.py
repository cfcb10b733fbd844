"""By what something ranks: третий по запасам газа, and not "the third largest exporter of gas"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tqcheck.bilingual.english import Token, tokens, traces
from tqcheck.bilingual.pair import Doubt, Pair
from tqcheck.bilingual.russian import Word, normal
from tqcheck.bilingual.wordlists import words
from tqcheck.model import Span

RULE = "number.ranked-by"

_RANKS = frozenset({"Anum", "Supr"})
"""Ordinals and superlatives: третий, крупнейший."""

_FURTHER = 4
"""Words between a rank and what something ranks by: второе место в мире по добыче."""


def rankings_kept(pair: Pair) -> Iterator[Doubt]:
    """A doubt for each thing by which something ranks that the English does not name, where it ranks somebody
    who does something else: an exporter, a producer."""
    russian = pair.words
    english: Sequence[Token] = ()
    taken = 0
    for by in (i for i, word in enumerate(russian) if normal(word.text) == "по"):
        rank, what = _rank(russian, by), _what(russian, by)
        if rank is None or what is None:
            continue
        english = english or tokens(pair)
        place = next((k for k in range(taken, len(english)) if _ranks(english, k)), None)
        if place is None:
            return
        taken = place + 1
        if not traces(english, what):
            span = Span(_first(english, place).span.start, english[place + 1].span.end)
            source = Span(rank.span.start, what.span.end)
            yield pair.doubt(RULE, span, source)


def _rank(russian: Sequence[Word], by: int) -> Word | None:
    """The rank shortly before a word: третий, второе место, крупнейший."""
    before = russian[max(0, by - 1 - _FURTHER) : by]
    return next((word for word in reversed(before) if not _RANKS.isdisjoint(word.grammemes)), None)


def _what(russian: Sequence[Word], by: int) -> Word | None:
    """What something ranks by, which follows; none where that is its size, of which English says no more than
    "largest"."""
    noun = next((word for word in russian[by + 1 : by + 2] if word.pos == "NOUN"), None)
    return noun if noun and normal(noun.lemma) not in words("sizes") else None


def _ranks(english: Sequence[Token], place: int) -> bool:
    """Whether "largest" stands there before somebody who does something."""
    return english[place].key in words("greatest") and any(
        token.key.removesuffix("s").endswith(("er", "or")) for token in english[place + 1 : place + 2]
    )


def _first(english: Sequence[Token], place: int) -> Token:
    """Where the rank begins: third largest."""
    before = english[place - 1] if place else None
    return before if before is not None and before.key in words("ordinals") else english[place]
