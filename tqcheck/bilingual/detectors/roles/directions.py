"""Whence and whither changed places: из Тулы в Казань, from Kazan to Tula; с 10 до 2, from 2 to 10; and where
with either: рабочий из Тулы в Казани, a worker from Kazan in Tula."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, product

from tqcheck.bilingual.pair import Doubt, Pair
from tqcheck.bilingual.renderings.rendered import Rendered, first_turned, renderings
from tqcheck.bilingual.russian import Sentence, Word
from tqcheck.bilingual.sentence.nouns import cases
from tqcheck.bilingual.wordlists import words
from tqcheck.model import Span

RULE = "role.direction"
REACH = 4
"""Words after a preposition among which its noun stands."""


def directions_kept(pair: Pair) -> Iterator[Doubt]:
    """A doubt where the English comes from where the Russian goes, and goes where that comes from; and where
    two places have changed prepositions."""
    yield from first_turned(
        pair, RULE, _places, _exchanged, lambda _, places: (place.word.span for place in places)
    )
    for sentence in pair.russian:
        starts = list(_governed(sentence, words("whence"), "gent"))
        goals = [
            *_governed(sentence, words("whither"), "accs"),
            *_governed(sentence, words("up-to"), "gent"),
            *_governed(sentence, words("towards"), "datv"),
        ]
        if not starts or not goals:
            continue
        for english in renderings(pair):
            for (first, second), start, goal in product(_routes(english.words), starts, goals):
                from_, to = (set(english.standing(word.text)) for word in (start, goal))
                if from_ & second and to & first and not from_ & first and not to & second:
                    place = Span(english.spans[min(first)].start, english.spans[max(from_ & second)].end)
                    yield Doubt(RULE, place, (start.span, goal.span))
                    return


@dataclass(frozen=True, slots=True)
class _Place:
    """A place that the Russian names, and the English prepositions for how it stands to what is told."""

    word: Word
    prepositions: frozenset[str]


def _places(sentence: Sentence) -> Iterator[tuple[_Place, _Place]]:
    """Where something is, with whence it comes or whither it goes: all pairs of two such places."""
    kinds = (
        (words("whence"), "gent", frozenset({"from"})),
        (words("whither"), "loct", words("in-a-place")),
        (words("whither"), "accs", words("to")),
        (words("up-to"), "gent", words("to")),
    )
    found: list[_Place] = []
    for prepositions, case, english in kinds:
        governed = _governed(sentence, prepositions, case)
        found += (_Place(word, english) for word in governed if "Geox" in word.grammemes)
    for one, other in combinations(found, 2):
        inside = words("in-a-place")
        if inside in (one.prepositions, other.prepositions) and one.prepositions != other.prepositions:
            yield one, other


def _exchanged(english: Rendered, _: Sentence, places: tuple[_Place, _Place]) -> tuple[int, int] | None:
    """From the one to the other place, where each stands behind the preposition of the other, and only so."""
    one, other = places
    first, second = (english.standing(place.word.text) for place in places)
    if len(first) != 1 or len(second) != 1 or first.keys() == second.keys():
        return None
    [here], [there] = first, second
    if _behind(english.words, here, other.prepositions) and _behind(english.words, there, one.prepositions):
        return min(here, there), max(here, there)
    return None


def _behind(told: Sequence[str], place: int, prepositions: frozenset[str]) -> bool:
    """Whether one of some prepositions stands right before a place, or the article of it."""
    before = place - 2 if place > 1 and told[place - 1] == "the" else place - 1
    return before >= 0 and told[before] in prepositions


def _governed(sentence: Sentence, prepositions: frozenset[str], case: str) -> Iterator[Word]:
    """The nouns and numbers that follow a preposition, in its case."""
    for i, word in enumerate(sentence.words):
        if word.text.lower() in prepositions:
            for noun in sentence.words[i + 1 : i + 1 + REACH]:
                if noun.pos in ("NUMB", "NUMR") or (noun.pos == "NOUN" and case in (cases(noun) or {case})):
                    yield noun
                    break
                if noun.pos not in ("ADJF", "PRTF", "PNCT", "LATN") or noun.text in ".,;:":
                    break


def _routes(english: Sequence[str]) -> Iterator[tuple[set[int], set[int]]]:
    """The places of what follows "from" (or "left") and of what follows "to" (or "for") near it."""
    ends = words("clause-marks") | words("prepositions")
    for i, word in enumerate(english):
        leaving = word in words("leaving")
        if word == "from" or leaving:
            for k in range(max(0, i - REACH), min(len(english), i + 2 * REACH)):
                if english[k] in ({"for"} if leaving else words("to")) and k != i:
                    yield _noun(english, i, ends), _noun(english, k, ends)


def _noun(english: Sequence[str], preposition: int, ends: frozenset[str]) -> set[int]:
    """The places of the words after a preposition, up to the next one or a mark."""
    places: set[int] = set()
    for place in range(preposition + 1, min(len(english), preposition + 1 + REACH)):
        if english[place] in ends - {'"', "“", "”", "«", "»"}:
            break
        places.add(place)
    return places
