"""What the Russian denies and the English says without a denial: не вышел из дома, stayed at home; никто не
сделал больше, did more than anybody; не сдали немногие, almost all passed."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from functools import lru_cache

from tqcheck.bilingual.cues import Hit
from tqcheck.bilingual.english import is_surely_past, renders, renders_lemma
from tqcheck.bilingual.pair import Pair
from tqcheck.bilingual.renderings.counterparts import counterparts
from tqcheck.bilingual.renderings.denial import Sides, stripped
from tqcheck.bilingual.russian import Word, normal
from tqcheck.bilingual.tables.negation import negation
from tqcheck.bilingual.wordlists import words

BEFORE, AFTER = 7, 4
"""Words before and after a rendering among which its denial is looked for."""

GROUPED = 3
"""Words between the first denial of several that are one and that of the verb: ни один из них не погиб."""
_OBJECT = 4
"""Words after a denied verb among which its object stands."""
_VERB = 3
"""Letters of a verb that says something, where other words need more."""

FREE = 0.2
"""The share of English words without a counterpart from which on what is denied may be said otherwise."""
MOST_STRANGE, CLOSELY = 2, 0.6
"""English words without a counterpart, and the share of the Russian with one, in a close rendering."""


def not_otherwise(pair: Pair, sides: Sides, hits: Sequence[Hit]) -> list[Hit]:
    """The Russian denials but for those that the English says without one."""
    said = _said_otherwise(pair, sides)
    return [
        hit
        for hit in hits
        if not any(other.first - GROUPED <= hit.first <= other.last for other in said)
        and not (_is_cut(sides, hit) or _is_asked(sides, hit) or _is_compared(sides, hit))
    ]


def _said_otherwise(pair: Pair, sides: Sides) -> list[Hit]:
    """The Russian denials of a kind for which the English has its own words (negation.yaml)."""
    found: list[Hit] = []
    said, meant = negation().unsaid
    if denied := list(said.russian(pair.russian)):
        told = [hit for hit in meant.english(sides.words) if not _is_of_another(sides, denied, hit)]
        values = {hit.value for hit in told}
        found += (hit for hit in denied if hit.value in values)
    few, most = negation().others
    if denied := list(few.russian(pair.russian)):
        values = {hit.value for hit in most.english(sides.words)}
        if any(hit.value in values for hit in denied):
            found += sides.russian_denies
    return found


def _is_of_another(sides: Sides, denied: Sequence[Hit], hit: Hit) -> bool:
    """Whether an English word renders a Russian preposition, and so says nothing otherwise: без согласия
    прививать не будут, will be vaccinated without consent."""
    own = {k for other in denied for k in range(other.first, other.last + 1)}
    token = sides.words[hit.first]
    leading = (word for k, word in enumerate(sides.russian) if word.pos == "PREP" and k not in own)
    return hit.first == hit.last and any(renders(token, word) for word in leading)


def _is_asked(sides: Sides, hit: Hit) -> bool:
    """Whether a denial asks: не станет ли."""
    following = sides.russian[hit.last + 2 : hit.last + 3]
    return sides.russian[hit.last].lemma == "не" and bool(following) and following[0].lemma == "ли"


def _is_cut(sides: Sides, hit: Hit) -> bool:
    """Whether the English says that there is no link by a word for what is cut: связи с экипажем нет, contact
    with the crew was lost."""
    if sides.russian[hit.last].lemma not in words("there-is-no"):
        return False
    around = sides.russian[max(0, hit.first - BEFORE) : hit.last + 1 + AFTER]
    links = any(word.lemma in words("links") for word in around)
    return links and any(token.key in words("cut") for token in sides.words)


def _is_compared(sides: Sides, hit: Hit) -> bool:
    """Whether a comparison is denied, in the same clause, and the English says that something is first of
    all: не раньше марта, March at the earliest; такого не помнят, the worst."""
    before = itertools.takewhile(_goes_on, reversed(sides.russian[: hit.first]))
    after = itertools.takewhile(_goes_on, sides.russian[hit.last + 1 :])
    clause = (*before, *after)
    comparing = [word for word in clause if word.pos == "COMP" or word.lemma in words("comparing")]
    if not comparing:
        return False
    keys = [token.key for token in sides.words]
    if any(two[0] == "than" and two[1] in words("any-other") for two in itertools.pairwise(keys)):
        return True
    others = [word for word in sides.russian if word not in comparing]
    first = [token for token in sides.words if _is_superlative(token.key)]
    asked = any(word.lemma in words("russian-superlative") for word in others)
    return not asked and any(not any(renders(token, word) for word in others) for token in first)


def _goes_on(word: Word) -> bool:
    return word.pos != "PNCT"


@lru_cache(maxsize=20_000)
def _is_superlative(word: str) -> bool:
    """Whether an English word says that something is first of all: earliest, worst, record."""
    from lemminflect import getAllLemmas

    if word in words("superlative"):
        return True
    found = getAllLemmas(word)
    return word.endswith("est") and any(word not in found.get(kind, (word,)) for kind in ("ADJ", "ADV"))


def lacking(sides: Sides, hit: Hit, answering: Iterable[int]) -> list[int]:
    """The numbers of English words that deny the object of a verb in place of the verb: не видит смысла, sees
    it as pointless."""
    following = itertools.takewhile(_goes_on, sides.russian[hit.last + 1 : hit.last + 1 + _OBJECT])
    lemmas = [normal(word.lemma) for word in following if word.pos in ("NOUN", "ADJF")]
    return [
        i
        for i in answering
        if (root := stripped(sides.words[i])) and any(renders_lemma(root, lemma) for lemma in lemmas)
    ]


def is_free(pair: Pair, sides: Sides) -> bool:
    """Whether so much of the English has no counterpart that it may say what is denied in its own words."""
    short = _short_verbs(pair, sides)
    both = counterparts(pair)
    return both.strange + short >= FREE * (len(both.english) + short)


def is_close(pair: Pair) -> bool:
    """Whether nearly all that either side says has a counterpart."""
    both = counterparts(pair)
    return both.strange <= MOST_STRANGE and both.covers(CLOSELY)


def _short_verbs(pair: Pair, sides: Sides) -> int:
    """The number of short English verbs without a counterpart, which are no words of content elsewhere: ran,
    sat."""
    short = [token for token in sides.words if len(token.key) == _VERB and is_surely_past(token.key)]
    return sum(not any(renders(token, word) for word in pair.words) for token in short)
