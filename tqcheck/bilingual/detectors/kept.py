"""Words whose meaning the English must hold: hedges, exceptions, modality (data/kept.yaml)."""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.bilingual.cues import Hit
from tqcheck.bilingual.english import near, tokens
from tqcheck.bilingual.pair import Doubt, Pair
from tqcheck.bilingual.tables import kept


def words_kept(pair: Pair) -> Iterator[Doubt]:
    """A doubt for each group of which the Russian has a word and the English none."""
    table = kept()
    russian: dict[str, Hit] = {}
    for hit in table.russian.russian(pair.russian):
        russian.setdefault(hit.value, hit)
    if not russian:
        return
    answered = {hit.value for hit in table.english.english(tokens(pair))}
    for value, hit in russian.items():
        if value not in answered:
            said = pair.source[hit.span.start : hit.span.end]
            yield Doubt(
                table.rules[int(value)], near(pair, hit.span), (hit.span,), f"The source says {said}."
            )
