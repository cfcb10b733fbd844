"""A compiled rulebook: an index of anchors, and rules that are read only when an anchor of theirs stands.

Compiled once and kept in the user's cache folder under a key of its content, so that start-up does not
pay for YAML. A cache that is missing, damaged or not writable costs time and nothing else.
"""

from __future__ import annotations

import json
import sys
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import accumulate
from pathlib import Path
from typing import Any, NamedTuple

from tqcheck import cache
from tqcheck.model import Confidence, Precision, Rule, Severity

FORMAT = 17
"""Raised whenever compiled programs of older code must not be used."""
_CONFIDENCES = tuple(Confidence)
_NEAREST = 1 << 20
"""Added to distances, which may be less than nothing, to keep them."""


class Entry(NamedTuple):
    """What the index knows of a rule without reading it."""

    id: str
    confidence: Confidence
    needs_source: bool


class Anchored(NamedTuple):
    """A branch as an anchor of it knows it: the rule, its place among that rule's branches, words one of
    which must stand `least` to `most` tokens behind the anchor (none where that is enough by itself), and
    whether it speaks of quotation marks, which otherwise do not count."""

    rule: int
    place: int
    seconds: frozenset[str]
    least: int
    most: int
    quotes: bool


class Program:
    """Rules ready to run. `data` is what `serialise` made; of it only what a text needs is read.

    `anchors` leads from a word to the place of its branches, to look at where it stands: see `branches_at`.
    """

    def __init__(self, data: bytes) -> None:
        head, at = json.loads(data[: data.index(b"\n")]), data.index(b"\n") + 1
        self.key: str = head["key"]
        sections: dict[str, bytes] = {}
        for name, size in head["sections"].items():
            sections[name] = data[at : at + size]
            at += size
        self._data, self._bodies_at = data, at
        self.ids: list[str] = _lines(sections["ids"])
        self._standing: bytes = sections["standing"]
        self.anchors: dict[str, int] = {word: i for i, word in enumerate(_lines(sections["anchors"]))}
        self._starts, self._numbers, self._rules, self._places = (
            _numbers(sections[name]) for name in ("starts", "numbers", "rules", "places")
        )
        self._apart, self._second, self._cuts, self._offsets = (
            _numbers(sections[name]) for name in ("apart", "second", "cuts", "offsets")
        )
        self._seconds = sections["seconds"]
        self._cut: dict[int, frozenset[str]] = {}

    def branches_at(self, anchor: int) -> Iterator[Anchored]:
        """The branches of an anchor."""
        for number in self._numbers[self._starts[anchor] : self._starts[anchor + 1]]:
            quotes, least, most = self._apart[3 * number : 3 * number + 3]
            yield Anchored(
                self._rules[number],
                self._places[number],
                self._words(self._second[number]),
                least - _NEAREST,
                most - _NEAREST,
                bool(quotes),
            )

    def _words(self, number: int) -> frozenset[str]:
        """Words, cut when first asked for."""
        words = self._cut.get(number)
        if words is None:
            first, last = self._cuts[number : number + 2]
            words = self._cut[number] = frozenset(self._seconds[first:last].decode().split())
        return words

    def entry(self, number: int) -> Entry:
        """What is known of a rule without reading it."""
        needs_source, confidence = divmod(self._standing[number], len(_CONFIDENCES))
        return Entry(self.ids[number], _CONFIDENCES[confidence], bool(needs_source))

    @cached_property
    def entries(self) -> list[Entry]:
        """The same of all rules."""
        return [self.entry(number) for number in range(len(self.ids))]

    def code(self, number: int) -> dict[str, Any]:
        """The code of a rule, as compiled."""
        code: dict[str, Any] = self._part(2 * number)
        return code

    def rule(self, number: int) -> Rule:
        """What an editor needs to know of a rule."""
        return rule_of(self._part(2 * number + 1))

    def _part(self, number: int) -> Any:
        first, last = self._offsets[number : number + 2]
        return json.loads(self._data[self._bodies_at + first : self._bodies_at + last])

    @cached_property
    def shared(self) -> list[Any]:
        """Code of the shared sets."""
        shared: list[Any] = self._part(2 * len(self.ids))
        return shared

    def rules(self) -> list[Rule]:
        """All rules by id."""
        return sorted((self.rule(i) for i in range(len(self.ids))), key=lambda rule: rule.id)


def _lines(section: bytes) -> list[str]:
    return section.decode().split("\n") if section else []


def _numbers(section: bytes) -> array[int]:
    """Numbers as `_dumped` put them down, least byte first."""
    numbers = array("I")
    numbers.frombytes(section)
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers


def _dumped(numbers: Iterable[int]) -> bytes:
    made = array("I", numbers)
    if sys.byteorder == "big":
        made.byteswap()
    return made.tobytes()


def rule_of(data: dict[str, Any]) -> Rule:
    """The inverse of `plain_rule`."""
    fields: dict[str, Any] = {k: tuple(v) if isinstance(v, list) else v for k, v in data.items()}
    fields["severity"] = Severity(data["severity"])
    fields["confidence"] = Confidence(data["confidence"])
    fields["precision"] = Precision(*data["precision"])
    return Rule(**fields)


def plain_rule(rule: Rule) -> dict[str, Any]:
    plain = {name: getattr(rule, name) for name in Rule.__slots__}
    plain["precision"] = [rule.precision.right, rule.precision.wrong]
    return plain


def serialise(key: str, rules: Iterable[tuple[Rule, dict[str, Any]]], shared: list[Any]) -> bytes:
    """A line with the sizes of the sections of the index, these, the rules' bodies, then the shared sets.
    Deterministic."""
    anchors: dict[str, list[int]] = {}
    seconds: dict[str, int] = {"": 0}
    ids, standing, bodies = [], bytearray(), []
    rule_of_branch: list[int] = []
    places: list[int] = []
    apart: list[int] = []
    second_of_branch: list[int] = []
    for number, (rule, code) in enumerate(rules):
        ids.append(rule.id)
        standing.append(rule.confidence.rank + (len(_CONFIDENCES) if rule.needs_source else 0))
        for place, branch in enumerate(code["branches"]):
            for word in branch.pop("anchors"):
                anchors.setdefault(word, []).append(len(places))
            second = " ".join(branch.pop("seconds", ()))
            apart.append(int(branch.get("quotes", False)))
            apart += [_NEAREST + distance for distance in branch.pop("apart", (0, 0))]
            rule_of_branch.append(number)
            places.append(place)
            second_of_branch.append(seconds.setdefault(second, len(seconds)))
        bodies += [_dump(code), _dump(plain_rule(rule))]
    bodies.append(_dump(shared))
    words, seconds_apart = sorted(anchors), [second.encode() for second in seconds]
    sections = {
        "ids": "\n".join(ids).encode(),
        "standing": bytes(standing),
        "anchors": "\n".join(words).encode(),
        "starts": _dumped(accumulate((len(anchors[word]) for word in words), initial=0)),
        "numbers": _dumped(number for word in words for number in anchors[word]),
        "rules": _dumped(rule_of_branch),
        "places": _dumped(places),
        "apart": _dumped(apart),
        "second": _dumped(second_of_branch),
        "cuts": _dumped(accumulate(map(len, seconds_apart), initial=0)),
        "seconds": b"".join(seconds_apart),
        "offsets": _dumped(accumulate(map(len, bodies), initial=0)),
    }
    head = {"key": key, "sections": {name: len(section) for name, section in sections.items()}}
    return b"".join([_dump(head), b"\n", *sections.values(), *bodies])


def _dump(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def compile_files(files: Sequence[tuple[str, bytes]], judged: Sequence[tuple[str, bytes]] = ()) -> bytes:
    """Loads and compiles rulebook files. Raises RulebookError."""
    from tqcheck.rulebook.compile import Compiler
    from tqcheck.rulebook.judged import precisions
    from tqcheck.rulebook.load import load

    book = load(files)
    compiler = Compiler(book)
    evidence = precisions(judged)
    rules = []
    for id_, source in sorted(book.rules.items()):
        rule = source.rule
        if id_ in evidence:
            plain = plain_rule(rule) | {"precision": [evidence[id_].right, evidence[id_].wrong]}
            rule = rule_of(plain)
        code = compiler.rule(source)
        rules.append((_described(rule, code), code))
    return serialise(content_key(files, judged), rules, compiler.shared)


def _described(rule: Rule, code: dict[str, Any]) -> Rule:
    """The rule with its suggestions as words, and its examples mended by them."""
    from tqcheck.rulebook.suggest import mended, plain

    suggestions = code["suggest"]
    if not suggestions:
        return rule
    after = tuple(mended(example, suggestions, code.get("tags", {})) for example in rule.before)
    return replace(rule, suggest=tuple(map(plain, suggestions)), after=after)


def content_key(files: Iterable[tuple[str, bytes]], judged: Iterable[tuple[str, bytes]] = ()) -> str:
    """A digest of the content of rulebook files: the key of the cache and part of a report's signature."""
    return cache.content_key(FORMAT, [*files, *judged])


def load_program(
    files: Sequence[tuple[str, bytes]],
    judged: Sequence[tuple[str, bytes]] = (),
    folder: Path | None = None,
    announce: Callable[[str], None] | None = None,
) -> Program:
    """The program of rulebook files, from the cache where it is there. Raises RulebookError.

    `folder` is the cache folder, by default the user's; `announce` is told before the slow way is taken.
    """
    return kept_program(content_key(files, judged), lambda: (files, judged), folder, announce)


def kept_program(
    key: str,
    read: Callable[[], tuple[Sequence[tuple[str, bytes]], Sequence[tuple[str, bytes]]]],
    folder: Path | None = None,
    announce: Callable[[str], None] | None = None,
) -> Program:
    """The same where the key is known: the files are read only if there is nothing kept under it."""

    def make() -> bytes:
        if announce is not None:
            announce("Compiling the rulebook (once)")
        return compile_files(*read())

    return cache.made("rulebook", key, make, Program, folder)
