"""A part of a Russian sentence of which the English has nothing, where all that the English says has its
Russian: из-за бури, досрочно, the people of whom something is told."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from tqcheck.bilingual.detectors.content.circumstances import is_attribute, is_circumstance
from tqcheck.bilingual.english import near, tokens
from tqcheck.bilingual.evidence import Unit, russian_units
from tqcheck.bilingual.pair import Doubt, Pair
from tqcheck.bilingual.renderings.counterparts import LETTERS, Counterparts, counterparts, keys
from tqcheck.bilingual.russian import Word, is_known, normal
from tqcheck.bilingual.sentence.nouns import cases
from tqcheck.bilingual.wordlists import words
from tqcheck.model import Span

RULE, CIRCUMSTANCE = "omission.part", "omission.circumstance"

TOGETHER = 2
"""Words of content in a row that are more than a free translation leaves out."""

_BEFORE_NOUNS = frozenset({"ADJF", "PRTF"})
_OF_CONTENT = frozenset({"NOUN", "ADJF", "PRTF", "INFN"})
_SOMEBODY = frozenset({"anim", "Geox"})
_JOINING = frozenset({"PREP", "CONJ"})
_AFTER = frozenset({"VERB", "PRTS", "PNCT", "CONJ", "INFN", "PRCL", "PRED", "ADVB", "GRND", "ADJS", "COMP"})
_SIDES = frozenset({":", "—", "–"})
_OPENING = 6
"""Words among which the opening of a sentence ends."""

_GOING_ON = frozenset('«"“„(')
_OBLIQUE = tuple(map(frozenset, (("datv",), ("ablt",), ("datv", "ablt"), ("datv", "loct"))))

Part = Sequence[Word]


def parts_kept(pair: Pair) -> Iterator[Doubt]:
    """A doubt for each part that is lost, where the English has nothing that could stand for it."""
    if len(pair.russian) != 1 or len(pair.english) != 1:
        return
    both = counterparts(pair)
    if says_more(pair):
        return
    [(sentence, units)] = both.russian
    start = sentence.span.start
    there = {start + unit.start: found for unit, found in units}
    lost = [word for word in sentence.words if not there.get(word.span.start, True) and _tells(word)]
    said: set[int] = set()
    for part in _parts(sentence.words, {word.span.start for word in lost}):
        own = {word.span.start for word in part}
        if both.strange and not (_is_of_one_piece(part) and _is_whole(both, units, start, own)):
            continue
        if own.isdisjoint(said) and not any(there.get(place, False) for place in own):
            said |= own
            span = Span(part[0].span.start, part[-1].span.end)
            rule = CIRCUMSTANCE if is_circumstance(pair, part) else RULE
            yield pair.doubt(rule, near(pair, span), span)


def _is_of_one_piece(part: Part) -> bool:
    """Whether a part is an adverb, an adjective or a title of its own, which few other words can render."""
    alone = len(part) == 1 and part[0].pos != "NOUN"
    return alone or "nomn" in part[0].grammemes


def _is_whole(both: Counterparts, units: Sequence[tuple[Unit, bool]], start: int, own: set[int]) -> bool:
    """Whether no English word without a counterpart may render a part."""
    places = [at for at, (unit, _) in enumerate(units) if start + unit.start in own]
    return bool(places) and not both.free_for(0, places[0], places[-1] + 1)


def says_more(pair: Pair) -> bool:
    """Whether a short word of the English has no Russian: it may be what became of a part."""
    [sentence] = pair.russian
    known = {key for unit in russian_units(sentence.text) for key in unit.keys}
    return any(
        token.is_word and token.key not in words("saying-nothing") and known.isdisjoint(keys(token.text))
        for token in tokens(pair)
        if len(token.text) < LETTERS
    )


def _tells(word: Word) -> bool:
    """Whether a word that is lost is one of content, and known: a word cut off at the end is not."""
    return is_known(word.text) and (word.text.isupper() or len(word.text) >= LETTERS)


def _parts(russian: Part, lost: set[int]) -> Iterator[Part]:
    """What may be lost as a whole, each holding a lost word."""
    kinds = (_openings, _phrases, _heads, _adverbs, _attributes)
    for part in (*(part for kind in kinds for part in kind(russian)), *_rows(russian, lost)):
        if any(word.span.start in lost for word in part):
            yield part


def _openings(russian: Part) -> Iterator[Part]:
    """What stands before a colon or a dash: Мировая сводка: …"""
    end = next((at for at, word in enumerate(russian[:_OPENING]) if word.text in _SIDES), 0)
    if end and all(word.pos != "PNCT" for word in russian[:end]):
        yield russian[:end]


def _phrases(russian: Part) -> Iterator[Part]:
    """Prepositions with what they govern, nouns in a case that tells to whom or by what, where these govern
    nothing themselves."""
    for at, word in enumerate(russian):
        end = at + 1 if word.pos == "PREP" else at
        while end < len(russian) and russian[end].pos in _BEFORE_NOUNS:
            end += 1
        if end == len(russian) or russian[end].pos != "NOUN":
            continue
        noun = russian[end]
        if word.pos != "PREP" and (cases(noun) not in _OBLIQUE or _governed(russian, at)):
            continue
        if _ends(russian[end + 1 :], _stands_alone(word, noun)) and normal(noun.lemma) not in words(
            "idle-in-phrases"
        ):
            yield russian[at : end + 1]


def _stands_alone(first: Word, noun: Word) -> bool:
    """Whether a preposition that follows does not belong to a noun: somebody, a place, за сутки."""
    if first.pos != "PREP":
        return not _SOMEBODY.isdisjoint(noun.grammemes)
    return "Geox" in noun.grammemes or (first.lemma == "за" and normal(noun.lemma) in words("spans-of-time"))


def _governed(russian: Part, at: int) -> bool:
    """Whether a preposition or an adjective stands before."""
    return at > 0 and russian[at - 1].pos in ("PREP", "ADJF", "PRTF", "NUMR", "NUMB")


def _ends(following: Part, alone: bool) -> bool:
    """Whether a noun before these words has none that belongs to it; of one that stands `alone` what follows
    a preposition does not."""
    if not following:
        return True
    word, after = following[0], following[1:3]
    if word.pos in ("NOUN", "ADJF"):
        own = cases(word)
        return bool(own) and "gent" not in own and word.text[0].islower()
    if word.pos == "PREP":
        return alone
    relative = any(other.lemma == "который" for other in after)
    return word.pos in _AFTER and word.text not in _GOING_ON and not relative


def _heads(russian: Part) -> Iterator[Part]:
    """The noun that opens a sentence, where another one belongs to it."""
    opens = next((at for at, word in enumerate(russian[:2]) if word.pos not in _BEFORE_NOUNS), 0)
    noun, after = russian[opens], russian[opens + 1 : opens + 2]
    governs = noun.pos == "NOUN" and "nomn" in noun.grammemes and after and "gent" in after[0].grammemes
    if governs and normal(noun.lemma) not in words("idle-heads"):
        yield (noun,)


def _adverbs(russian: Part) -> Iterator[Part]:
    for word in russian:
        if word.pos == "ADVB" and normal(word.lemma) not in words("idle-adverbs"):
            yield (word,)


def _attributes(russian: Part) -> Iterator[Part]:
    """Adjectives before a noun that tell something, whose loss is_circumstance decides."""
    for word, noun in itertools.pairwise(russian):
        if word.pos in _BEFORE_NOUNS and noun.pos == "NOUN" and is_attribute(word, noun):
            yield (word,)


def _rows(russian: Part, lost: set[int]) -> Iterator[Part]:
    """Words of content in a row all of which are lost, with the little words between."""
    first = 0
    while first < len(russian):
        end = first
        while end < len(russian) and (russian[end].span.start in lost or russian[end].pos in _JOINING):
            end += 1
        row = russian[first:end]
        while row and row[-1].pos in _JOINING:
            row = row[:-1]
        telling = [word for word in row if word.pos in _OF_CONTENT and normal(word.lemma) not in _idle()]
        if len(telling) >= TOGETHER and any(word.pos in ("NOUN", "INFN") for word in telling):
            yield row
        first = end + 1


def _idle() -> frozenset[str]:
    return words("idle-in-rows") | words("idle-in-phrases")
