"""How closely a text follows its Russian.

A close rendering that has lost a "not", an "only" or a "perhaps" has lost it; a free one says the same
otherwise: "he stayed at home" for не вышел из дома. So some rules (data/words/closeness.yaml) speak of texts
only that keep close to their Russian, as machines do.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from tqcheck.bilingual.pair import Pair
from tqcheck.bilingual.renderings.counterparts import counterparts
from tqcheck.bilingual.wordlists import words

CLOSE = 0.52
"""Closeness from which on a text is close. Machine translations of articles have 0.5 to 0.9, free renderings
0.3 to 0.55: of doubts about damage done to the former one in thirty is lost, of those about the latter two in
three."""
FEW, USUAL = 5, 0.8
"""Words that count beside those of the text, and the share of them that is rendered: a short sentence tells
little."""


class Closeness:
    """How close the renderings of a document are, all together: measured when it is first asked for."""

    def __init__(self, pairs: Sequence[Pair]) -> None:
        self._pairs = pairs

    def allows(self, rule: str) -> bool:
        """Whether a rule may speak of renderings as close as these."""
        return rule not in words("of-close-renderings") or self.degree >= CLOSE

    @cached_property
    def degree(self) -> float:
        """The share of the Russian words that the English has, less the share of the English words that the
        Russian has not: up to 1, where each word has a counterpart."""
        compared = [counterparts(pair) for pair in self._pairs]
        told = sum(one.told for one in compared) + FEW
        rendered = sum(one.rendered for one in compared) + USUAL * FEW
        strange = sum(one.strange for one in compared)
        english = sum(len(one.english) for one in compared) + FEW
        return rendered / told - strange / english
