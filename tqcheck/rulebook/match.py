"""Runs programs over sentences. Time is bounded by pattern size × tokens: no backtracking."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import takewhile
from pathlib import Path

from tqcheck.rulebook.sentence import Sentence, places_in
from tqcheck.rulebook.tokens import MOST_NAME, MOST_QUOTED, QUOTE, is_number, is_word
from tqcheck.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Any

Step = Callable[[Sentence, int], int]
"""From a set of places in a sentence to the places after a match."""


def _word_lists() -> dict[str, frozenset[str]]:
    lists: dict[str, frozenset[str]] = {}
    text = Path(__file__).with_name("words.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        if not line.startswith("#"):
            name, _, words = line.partition(":")
            lists[name] = lists.get(name, frozenset()) | frozenset(words.split())
    return lists


_LISTS = _word_lists()
_NAME_JOINERS = _LISTS["name-joiners"]
CANNOT_FOLLOW = {"NOUN": _LISTS["before-verb"], "VERB": _LISTS["before-noun"]}


class Matcher:
    """Turns codes into steps; shared sets, whose codes `shared` reads by their numbers, are turned once."""

    def __init__(self, shared: Callable[[int], Any]) -> None:
        self.shared = shared
        self.steps: dict[int, Step] = {}
        self._firsts: dict[int, frozenset[str] | None] = {}

    def step(self, code: Any) -> Step:
        """The step of a code (see compile)."""
        if isinstance(code, str):
            return _words(frozenset([code]))
        kind = code[0]
        if kind == "r":
            return self._shared_step(code[1])
        if kind == "w":
            return _words(frozenset(code[1:]))
        if kind == "s":
            return _sequence(code[1:], self)
        if kind == "a":
            return _Choice(code[1:], self)
        if kind == "o":
            item = self.step(code[1])
            return lambda sentence, at: at | item(sentence, at)
        if kind == "l":
            return _lower(self.step(code[1]))
        if kind == "p":
            return _part_of_speech(code[1], self.step(code[2]))
        if kind == "c":
            return _exact(code[1])
        if kind == "g":
            return _gap(code[1])
        return _SYMBOLS[kind]

    def _shared_step(self, number: int) -> Step:
        """The step of a shared set, read when a text first comes to it."""

        def step(sentence: Sentence, at: int) -> int:
            found = self.steps.get(number)
            if found is None:
                found = self.steps[number] = self.step(self.shared(number))
            return found(sentence, at)

        return step

    def firsts(self, code: Any) -> frozenset[str] | None:
        """The words one of which a match begins with, or None where it may begin otherwise."""
        if isinstance(code, str):
            return frozenset((code,))
        kind = code[0]
        if kind == "w":
            return frozenset(code[1:])
        if kind == "c":
            return frozenset((code[1].lower(),))
        if kind in ("l", "p"):
            return self.firsts(code[-1])
        if kind == "r":
            number = code[1]
            if number not in self._firsts:
                self._firsts[number] = self.firsts(self.shared(number))
            return self._firsts[number]
        if kind == "a":
            return self._all_firsts(code[1:])
        if kind == "s":
            optional = list(takewhile(_may_be_absent, code[1:]))
            following = code[1 + len(optional) : 2 + len(optional)]
            return self._all_firsts([*(part[1] for part in optional), *following]) if following else None
        return None

    def _all_firsts(self, codes: list[Any]) -> frozenset[str] | None:
        of_each = [self.firsts(code) for code in codes]
        known = [firsts for firsts in of_each if firsts is not None]
        if len(known) < len(of_each):
            return None
        return known[0] if len(known) == 1 else frozenset[str]().union(*known)


class _Choice:
    """Alternatives: those that begin with a known word are read, and tried, only where that word stands."""

    __slots__ = ("_by_word", "_codes", "_matcher", "_others", "_steps")

    def __init__(self, codes: list[Any], matcher: Matcher) -> None:
        self._codes = codes
        self._matcher = matcher
        self._by_word: dict[str, list[int]] | None = None
        self._others: list[Step] = []
        self._steps: dict[int, Step] = {}

    def __call__(self, sentence: Sentence, at: int) -> int:
        by_word = self._by_word
        if by_word is None:
            by_word = self._by_word = self._index()
        keys = sentence.keys
        reached = 0
        for item in self._others:
            reached |= item(sentence, at)
        while at:
            place = at & -at
            if numbers := by_word.get(keys[place.bit_length() - 1]):
                for number in numbers:
                    reached |= self._step(number)(sentence, place)
            at ^= place
        return reached

    def _index(self) -> dict[str, list[int]]:
        by_word: dict[str, list[int]] = {}
        for number, code in enumerate(self._codes):
            firsts = self._matcher.firsts(code)
            if firsts is None:
                self._others.append(self._matcher.step(code))
            else:
                for word in firsts:
                    by_word.setdefault(word, []).append(number)
        return by_word

    def _step(self, number: int) -> Step:
        step = self._steps.get(number)
        if step is None:
            step = self._steps[number] = self._matcher.step(self._codes[number])
        return step


def _may_be_absent(code: Any) -> bool:
    return not isinstance(code, str) and code[0] == "o"


def _words(words: frozenset[str]) -> Step:
    if len(words) == 1:
        [word] = words
        return lambda sentence, at: (at & sentence.where.get(word, 0)) << 1

    def step(sentence: Sentence, at: int) -> int:
        keys, found = sentence.keys, 0
        while at:
            place = at & -at
            if keys[place.bit_length() - 1] in words:
                found |= place
            at ^= place
        return found << 1

    return step


def _exact(word: str) -> Step:
    key = word.lower()

    def step(sentence: Sentence, at: int) -> int:
        at &= sentence.where.get(key, 0)
        if not at:
            return 0
        written = sentence.tokens.words
        return sum(2 << i for i in places_in(at) if written[i] == word)

    return step


def _lower(item: Step) -> Step:
    return lambda sentence, at: item(sentence, at & sentence.inside & ~sentence.capitals)


def _part_of_speech(part: str, item: Step) -> Step:
    """A noun does not follow "to" or a pronoun, nor a verb an article: enough to tell most apart."""
    forbidden = CANNOT_FOLLOW.get(part, frozenset())
    return lambda sentence, at: item(sentence, at & ~(sentence.any_of(forbidden) << 1))


def _sequence(codes: list[Any], matcher: Matcher) -> Step:
    """One after the other, each read when a text first comes to it."""
    steps: list[Step] = []

    def step(sentence: Sentence, at: int) -> int:
        for item in steps:
            at = item(sentence, at)
            if not at:
                return 0
        while at and len(steps) < len(codes):
            steps.append(matcher.step(codes[len(steps)]))
            at = steps[-1](sentence, at)
        return at

    return step


def _gap(most: int) -> Step:
    def step(sentence: Sentence, at: int) -> int:
        passable = sentence.keys_that(_passable)
        reached = edge = at
        for _ in range(most):
            edge = (edge & passable) << 1 & ~reached
            if not edge:
                break
            reached |= edge
        return reached

    return step


def _passable(key: str) -> bool:
    return is_word(key) or key == QUOTE or key == "%"


def _number(sentence: Sentence, at: int) -> int:
    return (at & sentence.keys_that(is_number)) << 1


def _name(sentence: Sentence, at: int) -> int:
    """Capitalised words in a row, particles and initials inside; every length is offered."""
    capitals, joiners = sentence.capitals, 0
    reached = 0
    for _ in range(MOST_NAME):
        named = (at & capitals) << 1
        reached |= named
        at = named | (at & ~capitals & joiners) << 1
        if not at:
            break
        joiners = sentence.keys_that(_joins_names)
    return reached


def _joins_names(key: str) -> bool:
    return key in _NAME_JOINERS or key == "."


def _quotation(sentence: Sentence, at: int) -> int:
    marks = sentence.where.get(QUOTE, 0)
    reached = 0
    for start in places_in(at & marks):
        further = marks >> (start + 2)
        if further and (apart := (further & -further).bit_length()) <= MOST_QUOTED - 2:
            reached |= 1 << (start + 2 + apart)
    return reached


def _start(sentence: Sentence, at: int) -> int:
    """Only marks stand before the start of a sentence, and not many."""
    if not at & 7:
        return 0
    words = sentence.keys_that(is_word)
    return at & ((words & -words) * 2 - 1) if words else at


def _end(sentence: Sentence, at: int) -> int:
    return at & -(1 << sentence.keys_that(is_word).bit_length())


_SYMBOLS: dict[str, Step] = {"#": _number, "@": _name, '"': _quotation, "^": _start, "$": _end}


def accompanied(anchors: int, seconds: int, least: int, most: int) -> int:
    """The anchors that have one of their seconds `least` to `most` tokens behind them."""
    if not seconds:
        return 0
    if not anchors & (anchors - 1) and not seconds & (seconds - 1):  # one of each, as nearly always
        return anchors if least <= seconds.bit_length() - anchors.bit_length() <= most else 0
    beside = seconds >> least if least >= 0 else seconds << -least
    width, wanted = 1, most - least + 1
    while width < wanted:
        step = min(width, wanted - width)
        beside |= beside >> step
        width += step
    return anchors & beside


class Branch:
    """One compiled alternative: finds its matches in a sentence, from its anchors outwards."""

    __slots__ = ("after", "anchors", "apart", "before", "core", "least", "most", "quotes", "seconds")

    def __init__(self, code: dict[str, Any], matcher: Matcher) -> None:
        self.anchors = frozenset[str](code.get("anchors", ()))
        self.seconds = frozenset[str](code.get("seconds", ()))
        self.apart: list[int] = code.get("apart", [])
        self.least, self.most = code["offset"]
        self.core = matcher.step(code["core"])
        self.before = matcher.step(code["before"]) if "before" in code else None
        self.after = matcher.step(code["after"]) if "after" in code else None
        self.quotes: bool = code.get("quotes", False)

    def matches(self, sentence: Sentence) -> Iterator[tuple[int, int, Sentence]]:
        """Reported token ranges, longest at each start; with the sentence they index."""
        seen = sentence if self.quotes else sentence.bare
        anchors = seen.any_of(self.anchors)
        if anchors and self.seconds:
            anchors = accompanied(anchors, seen.any_of(self.seconds), *self.apart)
        return self.matches_at(seen, anchors) if anchors else iter(())

    def matches_at(self, sentence: Sentence, anchors: int) -> Iterator[tuple[int, int, Sentence]]:
        """The same, of those with an anchor at one of these places."""
        starts = 0
        for before in range(self.least, self.most + 1):
            starts |= anchors >> before
        starts &= ~sentence.joined
        if not self._may_match(sentence, starts):
            return
        for start in places_in(starts):
            firsts = self.before(sentence, 1 << start) if self.before else 1 << start
            for first in places_in(firsts):
                lasts = self.core(sentence, 1 << first) & ~sentence.joined & -(2 << first)
                while lasts:
                    last = lasts.bit_length() - 1
                    if self.after is None or self.after(sentence, 1 << last):
                        yield first, last, sentence
                        break
                    lasts ^= 1 << last

    def _may_match(self, sentence: Sentence, starts: int) -> bool:
        """Whether one of the starts leads to an end, all looked at together: mostly none does."""
        at = starts
        for step in (self.before, self.core):
            at = step(sentence, at) if step and at else at
        at &= ~sentence.joined
        return bool(self.after(sentence, at) if self.after and at else at)

    def found_in(self, sentence: Sentence) -> bool:
        """Whether it stands anywhere in the sentence."""
        return next(self.matches(sentence), None) is not None
