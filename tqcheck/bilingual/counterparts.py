"""Which words of each side of a pair have a counterpart on the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from tqcheck.bilingual.english import Token, tokens
from tqcheck.bilingual.evidence import Unit, english_keys, russian_units
from tqcheck.bilingual.pair import Pair
from tqcheck.bilingual.russian import Sentence
from tqcheck.bilingual.spelling import alike
from tqcheck.bilingual.tables import contrasts, member_of
from tqcheck.bilingual.wordlists import words
from tqcheck.model import Span

LETTERS = 4
"""Letters of an English word that says something; shorter ones stand anywhere."""


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

    def covers(self, least: float) -> bool:
        """Whether the English has counterparts of at least this share of what the Russian says, by weight."""
        every = [item for _, units in self.russian for item in units]
        found = sum(unit.weight for unit, there in every if there)
        return found >= least * sum(unit.weight for unit, _ in every)


def counterparts(pair: Pair) -> Counterparts:
    """Both sides of a pair, compared word by word. Raises RussianMissing."""
    said = [token for token in tokens(pair) if says_something(token)]
    standing = frozenset(key for token in tokens(pair) for key in keys(token.text))
    sets = _members(pair)
    units = [sorted(russian_units(sentence.text), key=lambda unit: unit.start) for sentence in pair.russian]
    names = [token.key for token in said if token.text[0].isupper()]
    known = frozenset(key for own in units for unit in own for key in unit.keys)
    return Counterparts(
        tuple(
            (sentence, tuple((unit, _there(unit, sentence, standing, sets, names)) for unit in own))
            for sentence, own in zip(pair.russian, units, strict=True)
        ),
        tuple((token, not known.isdisjoint(keys(token.text))) for token in said),
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


def _members(pair: Pair) -> frozenset[Span]:
    """Where the Russian has a member of a set of contrasts (США) that the English has too (U.S.)."""
    english = {member_of(hit) for hit in contrasts().english.english(tokens(pair))}
    return frozenset(
        hit.span for hit in contrasts().russian.russian(pair.russian) if member_of(hit) in english
    )


def says_something(token: Token) -> bool:
    """Whether an English word is one of content, or a number."""
    return token.text[0].isdigit() or (
        token.is_word and len(token.text) >= LETTERS and token.key not in words("empty")
    )


def share_covered(found: Sequence[tuple[Token, bool]]) -> float:
    """The share of some English words that have a counterpart."""
    return sum(there for _, there in found) / len(found)


@lru_cache(maxsize=50_000)
def keys(word: str) -> frozenset[str]:
    """`english_keys` of one word."""
    return english_keys(word)
