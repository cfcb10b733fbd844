"""A telling word that a close rendering has out of nowhere: два бомбардировщика, "two nuclear bombers"."""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.bilingual.counterparts import counterparts
from tqcheck.bilingual.english import Token, share_of, tokens
from tqcheck.bilingual.pair import Doubt, Pair, around
from tqcheck.bilingual.russian import normal
from tqcheck.bilingual.tables import added

RULE = "addition.word"
COVERED = 0.75
"""The share of what the Russian says that an English sentence must have for a word of it to be out of
nowhere."""


def words_added(pair: Pair) -> Iterator[Doubt]:
    """A doubt at each such word of which no Russian word speaks, and be it from afar."""
    table = added()
    for token in tokens(pair):
        if token.key not in table or not (token.opens or token.text.islower()):
            continue
        if _is_untold(pair, token, *table[token.key]) and counterparts(pair).covers(COVERED):
            yield Doubt(RULE, token.span, ())


def _is_untold(pair: Pair, token: Token, whole: frozenset[str], parts: frozenset[str]) -> bool:
    """Whether no Russian word around is one of some, has one of some parts, or is known to be so rendered."""
    russian = around(pair).words
    texts = [normal(word.text) for word in russian]
    if not whole.isdisjoint(texts) or any(part in text for text in texts for part in parts):
        return False
    return not any(share_of(token, word) for word in russian)
