"""Not only, of which the English has "not" alone: не только школьники, not schoolchildren."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from tqcheck.bilingual.pair import Doubt, Pair
from tqcheck.bilingual.renderings.denial import Sides
from tqcheck.bilingual.wordlists import words
from tqcheck.model import Span

NOT_ONLY = ("не", "только")


def not_only_kept(pair: Pair) -> Iterator[Doubt]:
    """A doubt where the Russian says "not only", and the English has a denial that renders no other one, and
    no word that limits it."""
    russian = pair.words
    said = [i for i, two in enumerate(itertools.pairwise(russian)) if tuple(w.lemma for w in two) == NOT_ONLY]
    if not said:
        return
    sides = Sides.of(pair)
    if not words("limiting").isdisjoint(token.key for token in sides.words):
        return
    others = [hit for hit in sides.russian_denies if hit.first not in said]
    if len(sides.denies) > len(others):
        first = said[0]
        span = Span(russian[first].span.start, russian[first + 1].span.end)
        yield pair.doubt("exception.dropped", sides.denies[0].span, span)
