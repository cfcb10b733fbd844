"""A telling word that a close rendering has out of nowhere: два бомбардировщика, "two nuclear-armed bombers"."""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.bilingual.english import share_of, tokens
from tqcheck.bilingual.pair import Doubt, Pair
from tqcheck.bilingual.russian import normal
from tqcheck.bilingual.tables import added

RULE = "addition.word"


def words_added(pair: Pair) -> Iterator[Doubt]:
    """A doubt at each such word of which no Russian word speaks, and be it from afar."""
    table = added()
    found = [token for token in tokens(pair) if token.key in table and (token.opens or token.text.islower())]
    if not found:
        return
    texts = [normal(word.text) for word in pair.words]
    for token in found:
        whole, parts = table[token.key]
        if not whole.isdisjoint(texts) or any(part in text for text in texts for part in parts):
            continue
        if not any(share_of(token, word) for word in pair.words):
            yield Doubt(RULE, token.span, ())
