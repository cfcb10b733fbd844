"""Which words of each side of a pair have a counterpart on the other."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from tqcheck.bilingual.english import Token, tokens
from tqcheck.bilingual.evidence import WORD, Unit, english_keys, russian_units
from tqcheck.bilingual.memory import of_last
from tqcheck.bilingual.names.spelling import alike, is_english
from tqcheck.bilingual.pair import Pair
from tqcheck.bilingual.russian import Sentence, Word, analysis, is_common, is_first_name, lemma_of
from tqcheck.bilingual.tables.contrasts import contrasts, member_of
from tqcheck.bilingual.wordlists import words
from tqcheck.model import Span

LETTERS = 4
"""Letters of an English word that says something; shorter ones stand anywhere."""

_CONTRACTED = re.compile(r"n?'(?:t|re|ve|ll|s|d|m)$")

EXPLAINED = 2
"""English words without a counterpart that one Russian word without one may be rendered by: took place."""


@dataclass(frozen=True, slots=True)
class Counterparts:
    """The units of the Russian sentences, in order, and the English words of content, each with whether the
    other side has it."""

    russian: tuple[tuple[Sentence, tuple[tuple[Unit, bool], ...]], ...]
    english: tuple[tuple[Token, bool], ...]

    @property
    def strange(self) -> int:
        """The number of English words without a counterpart."""
        return sum(not there for _, there in self.english)

    def free_for(self, number: int, first: int, end: int) -> int:
        """The number of English words without a counterpart that may render, freely, the units `first` to
        `end` of a sentence: those that stand in their place, between the renderings of their neighbours, and
        those elsewhere that are too many for the other units without a counterpart."""
        units = self.russian[number][1]
        before = self._standing([unit for unit, there in units[:first] if there][-1:])
        after = self._standing([unit for unit, there in units[end:] if there][:1])
        start = before[-1] if before else -1
        stop = next((place for place in after if place > start), len(self.english) if not after else -1)
        if len(self.russian) > 1 or stop < 0:
            return self.strange
        free = [place for place, (_, there) in enumerate(self.english) if not there]
        here = sum(start < place < stop for place in free)
        others = sum(not there for at, (_, there) in enumerate(units) if not first <= at < end)
        return here + max(0, len(free) - here - EXPLAINED * others)

    def _standing(self, units: Sequence[Unit]) -> list[int]:
        """Where English words render some units."""
        known = frozenset(key for unit in units for key in unit.keys)
        return [
            place for place, (token, _) in enumerate(self.english) if not known.isdisjoint(keys(token.text))
        ]

    @property
    def told(self) -> float:
        """The weight of what the Russian says."""
        return sum(unit.weight for _, units in self.russian for unit, _ in units)

    @property
    def rendered(self) -> float:
        """The weight of what the English has of it."""
        return sum(unit.weight for _, units in self.russian for unit, there in units if there)

    def covers(self, least: float) -> bool:
        """Whether the English has counterparts of at least this share of what the Russian says, by weight."""
        return self.rendered >= least * self.told


@of_last
def counterparts(pair: Pair) -> Counterparts:
    """Both sides of a pair, compared word by word. Raises RussianMissing."""
    said = [token for token in tokens(pair) if says_something(token)]
    standing = frozenset(key for token in tokens(pair) for key in keys(token.text))
    sets, ours = members(pair)
    units = [sorted(russian_units(sentence.text), key=lambda unit: unit.start) for sentence in pair.russian]
    names = [token.key for token in said if token.text[0].isupper()]
    known = frozenset(key for own in units for unit in own for key in unit.keys)
    called = [word for word in pair.words if word.text[0].isupper()]
    return Counterparts(
        tuple(
            (sentence, tuple((unit, _there(unit, sentence, standing, sets, names)) for unit in own))
            for sentence, own in zip(pair.russian, units, strict=True)
        ),
        tuple(
            (
                token,
                not known.isdisjoint(keys(token.text)) or token.span in ours or _is_called(token, called),
            )
            for token in said
        ),
    )


def _there(
    unit: Unit, sentence: Sentence, standing: frozenset[str], sets: frozenset[Span], names: Sequence[str]
) -> bool:
    """Whether the English has a unit: a word or number of its, the name by its sound, or the country."""
    if not standing.isdisjoint(unit.keys):
        return True
    start = sentence.span.start
    span = Span(start + unit.start, start + unit.end)
    if any(span.start < other.end and other.start < span.end for other in sets):
        return True
    word = next((word for word in sentence.words if word.span == span), None)
    return bool(word and word.text[0].isupper() and any(alike(name, word) for name in names))


def _is_called(token: Token, names: Sequence[Word]) -> bool:
    """Whether a word with a capital, and no other one, has the sound of a Russian name."""
    may_name = token.text[0].isupper() and not is_english(token.key)
    return may_name and any(alike(token.key, name) for name in names)


def tells(sentence: Sentence, unit: Unit) -> float:
    """How much is lost with a unit: nothing with what a free translation leaves out wherever it stands, nor
    with the first name and the patronymic of somebody; the capital of the first word makes no name of it."""
    word = sentence.text[unit.start : unit.end]
    if lemma_of(word) in words("idle-in-gaps") or is_first_name(word) or "Patr" in analysis(word)[3]:
        return 0.0
    return min(unit.weight, WORD) if not unit.start and is_common(word) else unit.weight


def members(pair: Pair) -> tuple[frozenset[Span], frozenset[Span]]:
    """Where the Russian has a member of a set of contrasts (США) that the English has too (U.S.), and where
    the English has it."""
    table = contrasts()
    russian = tuple(filter(table.tells, table.russian.russian(pair.russian)))
    english = tuple(filter(table.tells, table.english.english(tokens(pair))))
    both = set(map(member_of, russian)) & set(map(member_of, english))
    theirs, ours = (
        frozenset(hit.span for hit in hits if member_of(hit) in both) for hits in (russian, english)
    )
    return theirs, ours


def says_something(token: Token) -> bool:
    """Whether an English word is one of content, or a number."""
    if not token.is_word:
        return token.text[0].isdigit()
    word = _CONTRACTED.sub("", token.key)
    return len(word) >= LETTERS and word not in words("empty")


def share_covered(found: Sequence[tuple[Token, bool]]) -> float:
    """The share of some English words that have a counterpart."""
    return sum(there for _, there in found) / len(found)


@lru_cache(maxsize=50_000)
def keys(word: str) -> frozenset[str]:
    """`english_keys` of one word."""
    return english_keys(word)
