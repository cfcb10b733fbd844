"""Runs programs over sentences. Time is bounded by pattern size × tokens: no backtracking."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import takewhile
from pathlib import Path
from typing import Any

from tqcheck.rulebook.tokens import MOST_NAME, MOST_QUOTED, QUOTE, Tokens, is_number, is_word

Step = Callable[[Tokens, set[int]], set[int]]
"""From a set of positions in a sentence to the positions after a match."""


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
    """Turns codes into steps; shared sets are turned once."""

    def __init__(self, shared: list[Any]) -> None:
        self.shared = shared
        self.steps: dict[int, Step] = {}

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
            return _sequence([self.step(part) for part in code[1:]])
        if kind == "a":
            return _Choice(code[1:], self)
        if kind == "o":
            item = self.step(code[1])
            return lambda tokens, at: at | item(tokens, at)
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

        def step(tokens: Tokens, at: set[int]) -> set[int]:
            found = self.steps.get(number)
            if found is None:
                found = self.steps[number] = self.step(self.shared[number])
            return found(tokens, at)

        return step

    def firsts(self, code: Any) -> Iterable[str] | None:
        """The words one of which a match begins with, or None where it may begin otherwise."""
        if isinstance(code, str):
            return (code,)
        kind = code[0]
        if kind == "w":
            return code[1:]  # type: ignore[no-any-return]
        if kind == "c":
            return (code[1].lower(),)
        if kind in ("l", "p"):
            return self.firsts(code[-1])
        if kind == "r":
            return self.firsts(self.shared[code[1]])
        if kind == "a":
            return self._all_firsts(code[1:])
        if kind == "s":
            optional = list(takewhile(_may_be_absent, code[1:]))
            following = code[1 + len(optional) : 2 + len(optional)]
            return self._all_firsts([*(part[1] for part in optional), *following]) if following else None
        return None

    def _all_firsts(self, codes: list[Any]) -> Iterable[str] | None:
        words: list[str] = []
        for code in codes:
            firsts = self.firsts(code)
            if firsts is None:
                return None
            words += firsts
        return words


class _Choice:
    """Alternatives: those that begin with a known word are read, and tried, only where that word stands."""

    __slots__ = ("_by_word", "_codes", "_matcher", "_others", "_steps")

    def __init__(self, codes: list[Any], matcher: Matcher) -> None:
        self._codes = codes
        self._matcher = matcher
        self._by_word: dict[str, list[int]] | None = None
        self._others: list[Step] = []
        self._steps: dict[int, Step] = {}

    def __call__(self, tokens: Tokens, at: set[int]) -> set[int]:
        by_word = self._by_word
        if by_word is None:
            by_word = self._by_word = self._index()
        keys = tokens.keys
        size = len(keys)
        reached: set[int] = set()
        for item in self._others:
            reached |= item(tokens, at)
        for i in at:
            if i < size and (numbers := by_word.get(keys[i])):
                for number in numbers:
                    reached |= self._step(number)(tokens, {i})
        return reached

    def _index(self) -> dict[str, list[int]]:
        by_word: dict[str, list[int]] = {}
        for number, code in enumerate(self._codes):
            firsts = self._matcher.firsts(code)
            if firsts is None:
                self._others.append(self._matcher.step(code))
            else:
                for word in set(firsts):
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
    def step(tokens: Tokens, at: set[int]) -> set[int]:
        keys = tokens.keys
        size = len(keys)
        return {i + 1 for i in at if i < size and keys[i] in words}

    return step


def _exact(word: str) -> Step:
    key = word.lower()

    def step(tokens: Tokens, at: set[int]) -> set[int]:
        keys = tokens.keys
        return {i + 1 for i in at if i < len(keys) and keys[i] == key and tokens.raw(i) == word}

    return step


def _lower(item: Step) -> Step:
    def step(tokens: Tokens, at: set[int]) -> set[int]:
        return item(tokens, {i for i in at if i < len(tokens) and not tokens.raw(i)[0].isupper()})

    return step


def _part_of_speech(part: str, item: Step) -> Step:
    """A noun does not follow "to" or a pronoun, nor a verb an article: enough to tell most apart."""
    forbidden = CANNOT_FOLLOW.get(part, frozenset())

    def step(tokens: Tokens, at: set[int]) -> set[int]:
        return item(
            tokens, {i for i in at if not i or i > len(tokens) or tokens.keys[i - 1] not in forbidden}
        )

    return step


def _sequence(items: list[Step]) -> Step:
    def step(tokens: Tokens, at: set[int]) -> set[int]:
        for item in items:
            at = item(tokens, at)
            if not at:
                break
        return at

    return step


def _gap(most: int) -> Step:
    def step(tokens: Tokens, at: set[int]) -> set[int]:
        reached = set(at)
        edge = at
        for _ in range(most):
            edge = {i + 1 for i in edge if i < len(tokens) and _passable(tokens.keys[i])} - reached
            if not edge:
                break
            reached |= edge
        return reached

    return step


def _passable(key: str) -> bool:
    return is_word(key) or key == QUOTE or key == "%"


def _number(tokens: Tokens, at: set[int]) -> set[int]:
    return {i + 1 for i in at if i < len(tokens) and is_number(tokens.keys[i])}


def _name(tokens: Tokens, at: set[int]) -> set[int]:
    """Capitalised words in a row, particles and initials inside; every length is offered."""
    reached: set[int] = set()
    for start in at:
        i = start
        while i < min(len(tokens), start + MOST_NAME):
            if tokens.raw(i)[0].isupper():
                i += 1
                reached.add(i)
            elif i > start and (tokens.keys[i] in _NAME_JOINERS or tokens.keys[i] == "."):
                i += 1
            else:
                break
    return reached


def _quotation(tokens: Tokens, at: set[int]) -> set[int]:
    reached: set[int] = set()
    for start in at:
        if start < len(tokens) and tokens.keys[start] == QUOTE:
            for i in range(start + 2, min(len(tokens), start + MOST_QUOTED)):
                if tokens.keys[i] == QUOTE:
                    reached.add(i + 1)
                    break
    return reached


def _start(tokens: Tokens, at: set[int]) -> set[int]:
    return (
        {i for i in at if all(not is_word(key) for key in tokens.keys[:i])}
        if min(at, default=9) < 3
        else set()
    )


def _end(tokens: Tokens, at: set[int]) -> set[int]:
    return {i for i in at if all(not is_word(key) for key in tokens.keys[i:])}


_SYMBOLS: dict[str, Step] = {"#": _number, "@": _name, '"': _quotation, "^": _start, "$": _end}


def accompanied(
    anchors: Sequence[int], tokens: Tokens, seconds: frozenset[str], least: int, most: int
) -> Sequence[int]:
    """The places of anchors that have one of their seconds `least` to `most` tokens behind them."""
    positions = tokens.positions
    beside = [i for word in positions.keys() & seconds for i in positions[word]]
    if len(beside) == 1:  # as nearly always
        return [i for i in anchors if least <= beside[0] - i <= most]
    beside.sort()
    nearest = ((i, bisect_left(beside, i + least)) for i in anchors)
    return [i for i, at in nearest if at < len(beside) and beside[at] <= i + most]


class Branch:
    """One compiled alternative: finds its matches in a sentence, from its anchors outwards."""

    __slots__ = ("after", "anchors", "apart", "before", "core", "least", "most", "quotes", "seconds", "where")

    def __init__(self, code: dict[str, Any], matcher: Matcher) -> None:
        self.anchors = frozenset[str](code.get("anchors", ()))
        self.seconds = frozenset[str](code.get("seconds", ()))
        self.apart: list[int] = code.get("apart", [])
        self.least, self.most = code["offset"]
        self.core = matcher.step(code["core"])
        self.before = matcher.step(code["before"]) if "before" in code else None
        self.after = matcher.step(code["after"]) if "after" in code else None
        self.where: str = code.get("where", "")
        self.quotes: bool = code.get("quotes", False)

    def matches(self, sentence: Tokens) -> Iterator[tuple[int, int, Tokens]]:
        """Reported token ranges, longest at each start; with the tokens they index."""
        tokens = sentence if self.quotes else sentence.without_quotes
        return self.matches_at(tokens, self._anchors_in(tokens))

    def matches_at(self, tokens: Tokens, anchors: Iterable[int]) -> Iterator[tuple[int, int, Tokens]]:
        """The same, of those with an anchor at one of these places."""
        starts: set[int] = set()
        for i in anchors:
            starts.update(range(max(0, i - self.most), i - self.least + 1))
        for start in sorted(starts):
            if start in tokens.joined:
                continue
            for first in sorted(self.before(tokens, {start})) if self.before else (start,):
                if first in tokens.joined and self.before is None:
                    continue
                for last in sorted(self.core(tokens, {first}), reverse=True):
                    if last <= first or last in tokens.joined:
                        continue
                    if self.after is None or self.after(tokens, {last}):
                        yield first, last, tokens
                        break

    def _anchors_in(self, tokens: Tokens) -> Sequence[int]:
        """Where anchors stand that have one of their seconds beside them."""
        positions = tokens.positions
        anchors = [i for word in positions.keys() & self.anchors for i in positions[word]]
        if not self.seconds or not anchors:
            return anchors
        return accompanied(anchors, tokens, self.seconds, *self.apart)

    def found_in(self, sentence: Tokens) -> bool:
        """Whether it stands anywhere in the sentence."""
        return next(self.matches(sentence), None) is not None
