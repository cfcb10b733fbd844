"""Some told by the others: только двое из десяти вернулись, eight of the ten did not return."""

from __future__ import annotations

from itertools import pairwise

from tqcheck.bilingual.amounts.quantities import Quantity, english_quantities, russian_quantities
from tqcheck.bilingual.pair import Pair
from tqcheck.bilingual.renderings.denial import negated
from tqcheck.bilingual.wordlists import words

REACH = 12
"""Code points between the number of some and that of all."""


def complement(pair: Pair) -> tuple[Quantity, Quantity] | None:
    """A Russian number of some, and the English one of the others, where the Russian says that they are no
    more than these of so many, and the English denies what it says."""
    if not any(word.lemma in words("no-more") for word in pair.words) or not negated(pair):
        return None
    english = english_quantities(pair)
    for some, every in pairwise(russian_quantities(pair)):
        between = pair.source[some.span.end : every.span.start].split()
        if "из" in between and every.span.start - some.span.end <= REACH:
            others = next((q for q in english if q.plain == every.plain - some.plain), None)
            if others and not any(some.meets(q) for q in english):
                return some, others
    return None
