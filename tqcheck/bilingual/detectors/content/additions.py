"""What the English puts in: "a young family" for семья, "foxes and dogs" for лисицы, "resigned amid a
scandal" for подал в отставку.

A word without a counterpart is mostly a free rendering. It says something new only where it is one that
tells, nothing of the Russian around has it, and no Russian word near what it belongs to is without a
counterpart itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from tqcheck.bilingual.english import Token, renders, tokens
from tqcheck.bilingual.evidence import Unit, russian_units
from tqcheck.bilingual.pair import Doubt, Pair, around
from tqcheck.bilingual.renderings.counterparts import Counterparts, counterparts, keys
from tqcheck.bilingual.russian import Word
from tqcheck.bilingual.wordlists import words
from tqcheck.model import Span

RULE = "addition.word"

AROUND = 2
"""Russian words before and after a noun each of which has a counterpart where nothing of it is missing."""

BEFORE_NOUN = 2
"""English words from an attribute to its noun."""

RENDERING = 5
"""English words before an attribute and after its noun among which others may render what seems lost."""

ITEM = 4
"""English words of an item after "and"."""

_DESCRIBING = frozenset({"ADJF", "PRTF", "NUMR"})
_ACTS = frozenset({"VERB", "PRTS", "GRND"})
_AND = frozenset({"и", "или", "с", "да", "также", "плюс", "но"})


def nothing_put_in(pair: Pair) -> Iterator[Doubt]:
    """A doubt for each attribute, item or circumstance that the Russian has not."""
    if len(pair.russian) != 1 or len(pair.english) != 1:
        return
    both = counterparts(pair)
    if both.strange:
        sides = _Sides(pair, both)
        for kind in (_attributes, _items, _circumstances):
            for span in kind(sides):
                yield Doubt(RULE, span, ())


@dataclass(frozen=True)
class _Sides:
    """Both sides of a pair, and which of their words have a counterpart."""

    pair: Pair
    both: Counterparts

    @cached_property
    def english(self) -> Sequence[Token]:
        return tokens(self.pair)

    @cached_property
    def russian(self) -> Sequence[Word]:
        return self.pair.words

    @cached_property
    def rendered(self) -> dict[int, bool]:
        """Whether the English has a Russian word, by where it starts."""
        (sentence, units), *_ = self.both.russian
        return {sentence.span.start + unit.start: there for unit, there in units}

    @cached_property
    def explained(self) -> dict[int, bool]:
        """Whether the Russian has an English word, by where it starts."""
        return {token.span.start: there for token, there in self.both.english}

    @cached_property
    def known(self) -> frozenset[str]:
        """What the Russian says, that around it too."""
        told = (russian_units(sentence.text) for sentence in around(self.pair).russian)
        return frozenset(key for units in told for unit in units for key in unit.keys)

    def is_strange(self, place: int) -> bool:
        """Whether an English word, no number or name, says what nothing of the Russian around does."""
        token = self.english[place]
        return (
            self.explained.get(token.span.start) is False
            and token.text.isalpha()
            and token.text[0].islower()
            and self.known.isdisjoint(keys(token.text))
        )

    def is_lost(self, word: Word) -> bool:
        return not self.rendered.get(word.span.start, True)

    def noun_of(self, place: int) -> int | None:
        """The Russian noun that an English word renders, the likeliest."""
        (sentence, units), *_ = self.both.russian
        own = keys(self.english[place].text)
        shares = sorted(((_share(unit, own), -unit.start) for unit, _ in units), reverse=True)
        if not shares or not shares[0][0] or (shares[1:] and shares[1][0] == shares[0][0]):
            return None
        start = sentence.span.start - shares[0][1]
        found = next((at for at, word in enumerate(self.russian) if word.span.start == start), None)
        simple = (
            found is not None and self.russian[found].pos == "NOUN" and "-" not in self.russian[found].text
        )
        return found if simple else None


def _share(unit: Unit, own: frozenset[str]) -> float:
    return max((share for key, share in unit.keys.items() if key in own), default=0.0)


def _attributes(sides: _Sides) -> Iterator[Span]:
    """Attributes before a noun of which the Russian has the noun alone: a young family."""
    if any(word.pos in _DESCRIBING and sides.is_lost(word) for word in sides.russian):
        return
    for place, token in enumerate(sides.english):
        if token.key not in words("telling-of-a-noun") or not sides.is_strange(place):
            continue
        noun = _noun_after(sides, place)
        at = sides.noun_of(noun) if noun is not None else None
        if at is None or noun is None or _may_be_described(sides, at, place):
            continue
        lost = sum(map(sides.is_lost, _near(sides.russian, at)))
        others = range(max(0, place - RENDERING), min(len(sides.english), noun + 1 + RENDERING))
        if lost <= sum(sides.is_strange(other) for other in others if other != place):
            yield token.span


def _may_be_described(sides: _Sides, at: int, place: int) -> bool:
    """Whether an attribute may be what became of the adjective before a Russian noun, of a compound or of an
    abbreviation."""
    near = _near(sides.russian, at)
    if any("-" in word.text or word.text.isupper() for word in near if len(word.text) > 1):
        return True
    adjective = sides.russian[at - 1] if at and sides.russian[at - 1].pos in _DESCRIBING else None
    around = sides.english[max(0, place - BEFORE_NOUN) : place + BEFORE_NOUN]
    return adjective is not None and not any(renders(token, adjective) for token in around)


def _noun_after(sides: _Sides, place: int) -> int | None:
    """The first word after an attribute that is known to render a noun, nothing but attributes between."""
    for at in range(place + 1, min(len(sides.english), place + 1 + BEFORE_NOUN)):
        if not sides.english[at].is_word:
            return None
        if sides.noun_of(at) is not None:
            return at
        if sides.explained.get(sides.english[at].span.start) is not False:
            return None
    return None


def _near(russian: Sequence[Word], at: int) -> Sequence[Word]:
    return russian[max(0, at - AROUND) : at + AROUND + 1]


def _items(sides: _Sides) -> Iterator[Span]:
    """What is joined by "and" to the rendering of a Russian noun that stands alone: foxes and dogs."""
    for place, token in enumerate(sides.english):
        item = _item(sides, place + 1) if token.key == "and" and place else []
        at = sides.noun_of(place - 1) if item else None
        if at is None:
            continue
        near = sides.russian[max(0, at - AROUND) : at + AROUND + 2]
        if not any(word.lemma in _AND or sides.is_lost(word) for word in near):
            yield Span(token.span.start, sides.english[item[-1]].span.end)


def _item(sides: _Sides, first: int) -> list[int]:
    """The words of an item all of whose words are strange; none where one is not, or may be a verb."""
    found: list[int] = []
    for at in range(first, min(len(sides.english), first + ITEM)):
        token = sides.english[at]
        if sides.explained.get(token.span.start) is None:
            if token.key in words("before-an-item"):
                continue
            break
        if not sides.is_strange(at):
            return []
        found.append(at)
    return found


def _circumstances(sides: _Sides) -> Iterator[Span]:
    """Phrases after "amid", "due to", "without" and the like whose words are all strange, where the English
    has all that the Russian says."""
    lost = [word for word in sides.russian if sides.is_lost(word)]
    if sides.both.strange < BEFORE_NOUN or any(word.pos not in _ACTS for word in lost) or len(lost) > 1:
        return
    for place, token in enumerate(sides.english):
        if token.key in words("of-circumstance"):
            said = _phrase(sides, place + 1)
            if len(said) >= BEFORE_NOUN:
                yield Span(token.span.start, sides.english[said[-1]].span.end)


def _phrase(sides: _Sides, first: int) -> list[int]:
    """The words of content of a phrase, up to a mark or a preposition; none where one is not strange."""
    found: list[int] = []
    for at in range(first, len(sides.english)):
        token = sides.english[at]
        if not token.is_word or (token.key in words("prepositions") and at > first):
            break
        if sides.explained.get(token.span.start) is None:
            continue
        if not sides.is_strange(at):
            return []
        found.append(at)
    return found
