"""Whence and whither changed places: из Тулы в Казань, from Kazan to Tula; с 10 до 2, from 2 to 10."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from tqcheck.bilingual.nouns import cases
from tqcheck.bilingual.pair import Doubt, Pair
from tqcheck.bilingual.rendered import renderings
from tqcheck.bilingual.russian import Sentence, Word
from tqcheck.bilingual.wordlists import words
from tqcheck.model import Span

RULE = "role.direction"
REACH = 4
"""Words after a preposition among which its noun stands."""


def directions_kept(pair: Pair) -> Iterator[Doubt]:
    """A doubt where the English comes from where the Russian goes, and goes where that comes from."""
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
