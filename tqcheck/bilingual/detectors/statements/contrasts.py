"""One member of a set taken for another: a month, a country, a ministry, an opposite."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tqcheck.bilingual.amounts.conversions import conversions
from tqcheck.bilingual.cues import Hit
from tqcheck.bilingual.english import tokens
from tqcheck.bilingual.pair import Doubt, Pair
from tqcheck.bilingual.renderings.denial import negated
from tqcheck.bilingual.tables.contrasts import EXPLAINS, contrasts, member_of
from tqcheck.bilingual.wordlists import words

CURRENCY = "number.currency"
APART = 0.45
"""How far apart, in shares of the sentence, a Russian word and the English one taken for it may stand, where
either side has more words of the set."""

SOLE = 0.6
"""The same where each side has one word of the set that accuses."""


def contrasted(pair: Pair) -> Iterator[Doubt]:
    """Doubts where each side has a member of a set that the other side lacks."""
    table = contrasts()
    english_words = tokens(pair)
    if not english_words:
        return
    russian = _by_set(table.russian.russian(pair.russian))
    if not russian:
        return
    english = _by_set(table.english.english(english_words))
    count = sum(len(sentence.words) for sentence in pair.russian)
    for name, members in russian.items():
        theirs = english.get(name, {})
        lost = [
            hit for member, hits in members.items() for hit in _firm(hits)[len(theirs.get(member, ())) :][:1]
        ]
        new = [hit for member, hits in theirs.items() if member not in members for hit in _firm(hits)[:1]]
        if not lost or not new or (name in table.flips and _is_flipped(pair)):
            continue
        if table.rules[name] == CURRENCY and conversions(pair).tells_any:
            continue
        alone = (
            len(new) == len(lost) == sum(map(len, members.values())) == sum(map(len, theirs.values())) == 1
        )
        apart = SOLE if len(new) == len(lost) == _accusing(members) == _accusing(theirs) == 1 else APART
        for hit in new:
            place = hit.first / len(english_words)
            taken = min(lost, key=lambda other: abs(other.first / count - place))
            if alone or abs(taken.first / count - place) <= apart:
                yield pair.doubt(table.rules[name], hit.span, taken.span)


def _is_flipped(pair: Pair) -> bool:
    """Whether a denial or an exception may turn a word into its opposite: погибли все, кроме пилота, "only
    the pilot survived"."""
    return negated(pair) or any(word.lemma in words("excepting") for word in pair.words)


def _accusing(members: Mapping[str, list[Hit]]) -> int:
    return sum(len(_firm(hits)) for hits in members.values())


def _firm(hits: list[Hit]) -> list[Hit]:
    """Those whose cue may accuse."""
    return [hit for hit in hits if not hit.value.endswith(EXPLAINS)]


def _by_set(hits: Iterator[Hit]) -> dict[str, dict[str, list[Hit]]]:
    """Hits by set and member, without those that lie within a longer one, unless they are of one word that
    accuses."""
    found = sorted(set(hits), key=lambda hit: (hit.first, -hit.last, hit.value))
    kept: dict[str, dict[str, list[Hit]]] = {}
    longest: dict[str, tuple[int, int]] = {}
    for hit in found:
        name, member = member_of(hit).split()
        first, last = longest.get(name, (-1, -1))
        within = hit.last <= last and (hit.first, hit.last) != (first, last)
        if not within or (hit.first == hit.last and not hit.value.endswith(EXPLAINS)):
            kept.setdefault(name, {}).setdefault(member, []).append(hit)
        if hit.last > max(hit.first, last):
            longest[name] = (hit.first, hit.last)
    return kept
