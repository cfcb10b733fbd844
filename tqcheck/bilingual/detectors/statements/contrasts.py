"""One member of a set taken for another: a month, a country, a ministry, an opposite."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence

from tqcheck.bilingual.amounts.conversions import conversions
from tqcheck.bilingual.cues import Hit
from tqcheck.bilingual.english import Token, share_of, tokens
from tqcheck.bilingual.names.places import named_at
from tqcheck.bilingual.pair import Doubt, Pair
from tqcheck.bilingual.russian import Word
from tqcheck.bilingual.sentence.nouns import cases
from tqcheck.bilingual.tables.contrasts import EXPLAINS, contrasts, member_of
from tqcheck.bilingual.tables.negation import negation
from tqcheck.bilingual.wordlists import words

CURRENCY = "number.currency"
APART = 0.45
"""How far apart, in shares of the sentence, a Russian word and the English one taken for it may stand, where
either side has more words of the set."""

SOLE = 0.6
"""The same where each side has one word of the set that accuses."""

OPENING = 4
"""English words among which the subject stands, where nothing is more or less "than" another."""

SURELY = 0.3
"""Share of the renderings of a Russian word from which on an English one stands for it and for no other."""


def contrasted(pair: Pair) -> Iterator[Doubt]:
    """Doubts where each side has a member of a set that the other side lacks; the whole name where one set
    has it and another only a part."""
    doubts = list(_contrasted(pair))
    return (doubt for doubt in doubts if not any(_is_part(doubt, other) for other in doubts))


def _is_part(doubt: Doubt, other: Doubt) -> bool:
    """Whether one doubt says the same as another of fewer of its words."""
    inside = other.span.start <= doubt.span.start and doubt.span.end <= other.span.end
    return inside and doubt.span != other.span and doubt.rule == other.rule


def _contrasted(pair: Pair) -> Iterator[Doubt]:
    """The doubts of all sets."""
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
        if not theirs.keys() <= members.keys():
            theirs = _own(pair, english_words, members, theirs)
        lost = [
            hit for member, hits in members.items() for hit in _firm(hits)[len(theirs.get(member, ())) :][:1]
        ]
        new = [hit for member, hits in theirs.items() if member not in members for hit in _firm(hits)[:1]]
        if not lost or not new or (name in table.flips and _is_flipped(pair, english_words, lost, new)):
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


def _own(
    pair: Pair, english: Sequence[Token], russian: Mapping[str, list[Hit]], theirs: Mapping[str, list[Hit]]
) -> dict[str, list[Hit]]:
    """The English of a set without what renders something else: "crash" explains no death where it stands
    for авария."""
    said = {hit.first for hits in russian.values() for hit in hits}
    others = [word for k, word in enumerate(pair.words) if k not in said and word.pos != "PNCT"]
    kept = {
        member: [hit for hit in hits if not _renders_another(english, hit, others)]
        for member, hits in theirs.items()
    }
    return {member: hits for member, hits in kept.items() if hits}


def _renders_another(english: Sequence[Token], hit: Hit, others: Sequence[Word]) -> bool:
    """Whether an English word that only explains surely renders a word that is not of the set."""
    if not hit.value.endswith(EXPLAINS) or hit.first != hit.last:
        return False
    return any(share_of(english[hit.first], word) >= SURELY for word in others)


def _is_flipped(pair: Pair, english: Sequence[Token], lost: Sequence[Hit], new: Sequence[Hit]) -> bool:
    """Whether a denial or an exception may turn a word into its opposite (погибли все, кроме пилота, "only
    the pilot survived"), or a comparison that begins at its other end does."""
    excepts = any(word.lemma in words("excepting") for word in pair.words)
    return _denies(pair, english, lost, new) or excepts or _begins_with_the_standard(pair, english)


def _denies(pair: Pair, english: Sequence[Token], lost: Sequence[Hit], new: Sequence[Hit]) -> bool:
    """Whether either side has a denial that may turn a word round: не менее and "no less" deny nothing but
    their own "less"."""
    table = negation()
    russian = [word.text.lower() for word in pair.words]
    keys = [token.key for token in english]
    return any(
        not _bounds(told, hit, doubted)
        for told, hits, doubted in (
            (russian, table.russian["denies"].russian(pair.russian), lost),
            (keys, table.english["denies"].english(english), new),
        )
        for hit in hits
    )


def _bounds(told: Sequence[str], denial: Hit, doubted: Sequence[Hit]) -> bool:
    """Whether a denial belongs to the word behind it, and that is not in doubt: не менее пяти."""
    place = denial.last + 1
    return (
        place < len(told)
        and told[place] in words("bounding")
        and not any(hit.first <= place <= hit.last for hit in doubted)
    )


def _begins_with_the_standard(pair: Pair, english: Sequence[Token]) -> bool:
    """Whether the English begins with what the Russian compares something to: второй короче первого, "the
    first is longer than the second"; рубль подешевел к евро, "the euro gained"."""
    than = next((k for k, token in enumerate(english) if token.key == "than"), 0)
    lemmas = [word.lemma for word in pair.words]
    return any(
        min(places) < (than or (OPENING if word.lemma in words("money") else 0))
        for word in _standards(pair.words)
        if lemmas.count(word.lemma) == 1 and (places := named_at(pair, english, word))
    )


def _standards(russian: Sequence[Word]) -> Iterator[Word]:
    """What follows "чем", or a comparative in the genitive, or "к" and "против" before the name of money."""
    for before, word, after in zip((None, *russian), russian, (*russian[1:], None), strict=False):
        if word.text.lower() == "чем" and before is not None and before.text == ",":
            yield from itertools.islice(_telling(russian, word), 1)
        elif after is not None and _weighs_against(word, after):
            yield after


def _weighs_against(word: Word, after: Word) -> bool:
    """Whether what follows a word is what the word compares something to."""
    if word.text.lower() in ("к", "ко", "против"):
        return after.lemma in words("money")
    of_how_many = word.text.lower() in ("больше", "меньше") and after.pos == "NOUN"
    return _compares(word) and not of_how_many and "gent" in cases(after)


def _compares(word: Word) -> bool:
    """Whether a word is a comparative; короче is a conjunction, too."""
    return word.pos == "COMP" or word.text.lower() == "короче"


def _telling(russian: Sequence[Word], word: Word) -> Iterator[Word]:
    """The words after one that name something."""
    return (other for other in russian[russian.index(word) + 1 :] if other.pos in ("NOUN", "ADJF", "LATN"))


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
