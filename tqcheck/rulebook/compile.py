"""Rulebook → program: plain lists and strings that JSON can keep and the matcher can run.

A node of a program is a word (str) or a list whose first item says what it is:

    ["w", word, …]      any of these words         ["r", n]          the shared set number n
    ["c", word]         exactly so written         ["l", node]       only in lower case
    ["p", pos, node]    only as this part of speech, judged by the word before
    ["s", node, …]      one after the other        ["a", node, …]    one of these
    ["o", node]         or nothing                 ["g", n]          up to n words
    ["#"] ["@"] ['"'] ["^"] ["$"]                  numeral, name, quotation, sentence start, sentence end

Each branch has *anchors*: words one of which must stand in every match, with the least and the most
number of tokens before it; and, where it can, *seconds*: other words one of which must stand too, the
least and the most number of tokens *apart* from it (below 0 where they stand before it). The
matcher looks at a branch only in sentences that have both, so that time hardly grows with the number
of rules.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

from tqcheck.rulebook import inflect
from tqcheck.rulebook.alternatives import Code, any_of, by_beginning
from tqcheck.rulebook.errors import RulebookError
from tqcheck.rulebook.load import KnownSet, Rulebook, RuleSource
from tqcheck.rulebook.pattern import (
    Branch,
    Choice,
    Gap,
    Lemma,
    Node,
    Optional,
    Sequence,
    SetName,
    Symbol,
    Word,
)
from tqcheck.rulebook.suggest import parts_of, words_of
from tqcheck.rulebook.tokens import MOST_NAME, MOST_QUOTED, QUOTE
from tqcheck.typed import NamedTuple

_MOST_PARTS, _MOST_OPEN = 100_000, 40
"""What a set may stand for, written out, and how deep sets may stand in each other."""
_RARE = 20  # occurrences per million of a word that is not in the list


Anchor = tuple[frozenset[str], int, int, float]
"""Words, the least and the most tokens before them, and how often they occur."""


class _OfSet(NamedTuple):
    length: tuple[int, int]
    anchor: Anchor | None
    quotes: bool


class Compiler:
    """Compiles the rules of one rulebook; sets are compiled once and shared.

    `shared` is the code of the sets that the rulebook knows from before.
    """

    def __init__(self, book: Rulebook, shared: Iterable[Code] = ()) -> None:
        self.book = book
        self.shared: list[Code] = []
        self.sizes: list[int] = []
        for code in shared:
            self._share(code)
        known = book.known.sets.items()
        self.numbers = {name: of.number for name, of in known if of.number is not None}
        self.open: list[str] = []
        self.used_sets: set[str] = set()
        self.known: dict[int, _OfSet] = {}

    def rule(self, source: RuleSource) -> dict[str, Any]:
        """The program of a rule. Raises RulebookError."""
        try:
            near = [self.branch(Branch(_NOTHING, _seq(n), _NOTHING)) for n in source.near]
            unless = [self.branch(Branch(_NOTHING, _seq(n), _NOTHING)) for n in source.unless]
            program: dict[str, Any] = {"branches": [self.branch(b) for b in source.branches]}
            if near:
                program["near"], program["near_in"] = near, source.near_in
            if unless:
                program["unless"] = unless
            if source.not_before:
                program["not_before"] = any_of(map(self.code, source.not_before))
            if source.not_after:
                program["not_after"] = any_of(map(self.code, source.not_after))
            program["suggest"] = [parts_of(text) for text in source.rule.suggest]
            if source.only_for:
                program["only_for"] = [words_of(words) for words in source.only_for]
            if any(isinstance(part, dict) for parts in program["suggest"] for part in parts):
                program["tags"] = self.tags(source.branches)
        except _CompileError as error:
            origin = source.rule.origin.rpartition(":")[0]
            raise RulebookError(origin, source.line, f"rule {source.rule.id}: {error}") from None
        return program

    def branch(self, branch: Branch) -> dict[str, Any]:
        before, core, after = (self.code(part) for part in (branch.before, branch.core, branch.after))
        whole = ["s", before, core, after]
        anchor = self.anchor(whole)
        if anchor is None:
            raise _CompileError("a pattern needs at least one word that must stand in every match")
        words, least, most, _ = anchor
        code: dict[str, Any] = {"core": by_beginning(core), "anchors": sorted(words), "offset": [least, most]}
        seconds = self.seconds(whole, words)
        if seconds:
            code["seconds"] = sorted(seconds[0])
            code["apart"] = [seconds[1] - most, seconds[2] - least]
        if branch.before.items:
            code["before"] = by_beginning(before)
        if branch.after.items:
            code["after"] = by_beginning(after)
        if branch.where:
            code["where"] = branch.where
        if self.quotes(whole):
            code["quotes"] = True
        return code

    def code(self, node: Node) -> Code:
        match node:
            case Word(key, exact, lower):
                plain: Code = ["c", key] if exact else key
                return ["l", plain] if lower else plain
            case Lemma(lemma, part, lower):
                plain = ["w", *sorted(inflect.words(lemma, part))]
                if part:
                    plain = ["p", part, plain]
                return ["l", plain] if lower else plain
            case SetName(name):
                return ["r", self.set_number(name)]
            case Gap(most):
                return ["g", most]
            case Symbol(kind):
                return [kind]
            case Optional(item):
                return ["o", self.code(item)]
            case Choice(items):
                return any_of(map(self.code, items))
            case Sequence(items):
                codes = [self.code(item) for item in items]
                return codes[0] if len(codes) == 1 else ["s", *codes]

    def set_number(self, name: str) -> int:
        if name in self.open:
            raise _CompileError(f"sets refer to each other in a circle: {' → '.join([*self.open, name])}")
        if name not in self.numbers:
            source = self.book.set(name)
            if source is None:
                raise _CompileError(f"there is no set <{name}>")
            if len(self.open) >= _MOST_OPEN:
                raise _CompileError(f"more than {_MOST_OPEN} sets within each other, down to <{name}>")
            self.open.append(name)
            code = any_of(map(self.code, source.items))
            self.open.pop()
            if self.size(code) > _MOST_PARTS:
                raise _CompileError(f"the set <{name}> stands for more than {_MOST_PARTS:,} patterns")
            self.numbers[name] = self._share(code)
        self.used_sets.add(name)
        return self.numbers[name]

    def _share(self, code: Code) -> int:
        self.sizes.append(self.size(code))
        self.shared.append(code)
        return len(self.shared) - 1

    def sets(self) -> dict[str, KnownSet]:
        """All sets, for a rulebook that comes after this one."""
        own = self.book.sets.values()
        return {**self.book.known.sets} | {
            s.name: KnownSet(self.numbers.get(s.name), list(s.texts), s.origin, s.line) for s in own
        }

    def of_shared(self, number: int) -> _OfSet:
        """What is known of a shared set, worked out once."""
        known = self.known.get(number)
        if known is None:
            code = self.shared[number]
            known = self.known[number] = _OfSet(self.length(code), self.anchor(code), self.quotes(code))
        return known

    def size(self, code: Code) -> int:
        """How many parts a pattern has with the sets in it written out; words that stand for one are one."""
        if isinstance(code, str) or code[0] in ("w", "c"):
            return 1
        if code[0] == "r":
            return self.sizes[int(code[1])]
        return 1 + sum(self.size(part) for part in code[1:] if isinstance(part, list | str))

    def length(self, code: Code) -> tuple[int, int]:
        """Least and most number of tokens of a match."""
        if isinstance(code, str):
            return 1, 1
        kind = code[0]
        if kind == "s":
            parts = [self.length(part) for part in code[1:]]
            return sum(a for a, _ in parts), sum(b for _, b in parts)
        if kind == "a":
            parts = [self.length(part) for part in code[1:]]
            return min(a for a, _ in parts), max(b for _, b in parts)
        if kind == "r":
            return self.of_shared(code[1]).length
        if kind == "o":
            return 0, self.length(code[1])[1]
        if kind in ("l", "p"):
            return self.length(code[-1])
        variable = {"g": (0, code[-1]), "@": (1, MOST_NAME), '"': (3, MOST_QUOTED), "^": (0, 0), "$": (0, 0)}
        return variable.get(kind, (1, 1))

    def anchor(self, code: Code) -> Anchor | None:
        """The rarest words that must stand: (words, least tokens before, most, frequency)."""
        if isinstance(code, str):
            return frozenset([code]), 0, 0, frequency(code)
        kind = code[0]
        if kind == "w":
            return frozenset(code[1:]), 0, 0, sum(map(frequency, code[1:]))
        if kind == "c":
            key = code[1].lower()
            return frozenset([key]), 0, 0, frequency(key)
        if kind == "#":
            return frozenset("#"), 0, 0, 20000.0
        if kind in ("l", "p"):
            return self.anchor(code[-1])
        if kind == "r":
            return self.of_shared(code[1]).anchor
        if kind == "a":
            return self._anchor_of_any(code[1:])
        if kind == "s":
            return min(self._anchors(code[1:]), key=lambda anchor: anchor[3], default=None)
        return None

    def _anchor_of_any(self, codes: list[Code]) -> Anchor | None:
        """The anchors of alternatives as one, if each has one."""
        anchors = [self.anchor(code) for code in codes]
        known = [anchor for anchor in anchors if anchor is not None]
        if len(known) < len(anchors):
            return None
        return (
            frozenset().union(*(anchor[0] for anchor in known)),
            min(anchor[1] for anchor in known),
            max(anchor[2] for anchor in known),
            sum(anchor[3] for anchor in known),
        )

    def _anchors(self, codes: list[Code]) -> Iterator[Anchor]:
        """The anchors of patterns in a row, as far into it as they stand."""
        least = most = 0
        for code in codes:
            found = self.anchor(code)
            if found is not None:
                yield found[0], found[1] + least, found[2] + most, found[3]
            fewest, furthest = self.length(code)
            least, most = least + fewest, most + furthest

    def seconds(self, code: Code, anchors: frozenset[str]) -> Anchor | None:
        """Words one of which must stand as well, beside one of the anchors; None where there are none."""
        others = (
            anchor
            for anchor in self._anchors(_flat(code))
            if anchor[0] != anchors and len(anchor[0]) <= _MOST_SECONDS
        )
        return min(others, key=lambda part: (part[3], sorted(part[0])), default=None)

    def quotes(self, code: Code) -> bool:
        """Whether a pattern speaks of quotation marks (otherwise it looks through them)."""
        if isinstance(code, str):
            return code == QUOTE
        if code[0] == '"':
            return True
        if code[0] == "r":
            return self.of_shared(code[1]).quotes
        return any(self.quotes(part) for part in code[1:] if isinstance(part, list | str))

    def tags(self, branches: Iterable[Branch]) -> dict[str, str]:
        """The Penn tag of each inflected word that is reported, for suggestions that agree.

        A verb like "put", whose past is like its present, has both: "VB VBD". A {lemma} that is a form of
        another one has the tag of that form: ({lure}|{lured}).
        """
        found: dict[str, str] = {}
        words = [word for branch in branches for word in self.words(branch.core)]
        lemmas = [word for word in words if isinstance(word, Lemma)]
        named = {one.lemma for one in lemmas}
        owned_by = {one: named & _inflected(one) for one in lemmas}
        inflected = set().union(*owned_by.values())
        for lemma in sorted(lemmas, key=lambda one: one.lemma not in inflected):
            for tag, forms in sorted(inflect.forms(lemma.lemma, lemma.part_of_speech).items()):
                for form in forms:
                    owned = form in owned_by[lemma] and tag not in _BASE and found.get(form, "NN") in _BASE
                    if tag == "VBD" and found.get(form) == "VB" and lemma.part_of_speech == "VERB":
                        found[form] = "VB VBD"
                    elif owned or form not in found or tag in ("NN", "VB", "JJ"):
                        found[form] = tag
        for word in (word for word in words if isinstance(word, Word)):
            tagged = inflect.tag(word.key)
            if tagged:
                found.setdefault(word.key, tagged)
        return found

    def words(self, node: Node) -> list[Word | Lemma]:
        """The words of a pattern and of the sets in it, in their order."""
        match node:
            case Word() | Lemma():
                return [node]
            case Sequence(items) | Choice(items):
                return [word for item in items for word in self.words(item)]
            case Optional(item):
                return self.words(item)
            case SetName(name):
                source = self.book.set(name)
                return [word for item in source.items for word in self.words(item)] if source else []
            case _:
                return []


def _inflected(lemma: Lemma) -> set[str]:
    """The forms of a lemma that are not its own in another spelling."""
    forms = inflect.forms(lemma.lemma, lemma.part_of_speech)
    base = {word for tag in _BASE for word in forms.get(tag, ())}
    return {word for words in forms.values() for word in words} - base


class _CompileError(ValueError):
    """What the compiler finds wrong; the rule adds file and line."""


_NOTHING = Sequence(())
_MOST_SECONDS = 60
_BASE = frozenset({"JJ", "NN", "RB", "VB", "VBP"})
"""Tags of words as dictionaries have them."""


def _flat(code: Code) -> list[Code]:
    """The parts of nested sequences."""
    if isinstance(code, list) and code[0] == "s":
        return [inner for part in code[1:] for inner in _flat(part)]
    return [code]


def _seq(node: Node) -> Sequence:
    return node if isinstance(node, Sequence) else Sequence((node,))


@cache
def _frequencies() -> dict[str, int]:
    text = Path(__file__).with_name("frequency.txt").read_text(encoding="utf-8")
    pairs = (line.split() for line in text.splitlines() if not line.startswith("#"))
    return {word: int(count) for word, count in pairs}


def frequency(word: str) -> float:
    """Occurrences per million tokens of news English; rough, for choosing anchors only."""
    found = _frequencies().get(word)
    if found is not None:
        return float(found)
    return float(_RARE) if word[0].isalnum() else 5000.0
