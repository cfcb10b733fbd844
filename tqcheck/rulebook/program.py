"""A compiled rulebook: an index of anchors, and rules that are read only when an anchor of theirs stands.

Compiled once and kept in the user's cache folder under a key of its content, so that start-up does not
pay for YAML. A cache that is missing, damaged or not writable costs time and nothing else.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from sys import intern
from typing import TYPE_CHECKING, Any, NamedTuple
from zlib import crc32

from tqcheck import cache
from tqcheck.model import Confidence, Rule
from tqcheck.rulebook.plain import plain_rule, read_numbers, rule_of

if TYPE_CHECKING:
    from tqcheck.rulebook.index import Index
    from tqcheck.rulebook.load import Known

FORMAT = 23
"""Raised whenever compiled programs of older code must not be used."""
NEAREST = 1 << 20
"""Added to distances, which may be less than nothing, to keep them."""
_HEAD = 2_000
"""Bytes in which the first line surely ends."""
_BODIES = 3
"""Pieces that a rule has apart: how it is found, what then counts, what it says."""
_CONFIDENCES = tuple(Confidence)


class Entry(NamedTuple):
    """What the index knows of a rule without reading it."""

    id: str
    confidence: Confidence
    needs_source: bool


class Group(NamedTuple):
    """Branches of one anchor that want the same words beside it: whether they speak of quotation marks, which
    otherwise do not count, and of each its rule, its place among that rule's branches, and the least and the
    most number of tokens that those words stand behind the anchor."""

    quotes: bool
    branches: list[tuple[int, int, int, int]]


class Anchored:
    """What an anchor leads to: `beside` has by each word that may stand beside it the numbers of the groups
    that want it. An anchor that is enough by itself stands beside itself. `groups` are None until they are
    read, when what they want first stands beside the anchor."""

    __slots__ = ("_numbers", "_read", "beside", "groups")

    def __init__(
        self, beside: dict[str, tuple[int, ...]], numbers: list[list[int]], read: Callable[[list[int]], Group]
    ) -> None:
        self.beside = beside
        self.groups: list[Group | None] = [None] * len(numbers)
        self._numbers = numbers
        self._read = read

    def read(self, number: int) -> Group:
        """Reads a group."""
        group = self.groups[number] = self._read(self._numbers[number])
        return group


class Program:
    """Rules ready to run. `data` is what `Index.dump` made; of it only what a text needs is read. Where some
    turns out to be damaged, all is made anew by `make`.

    `anchors` are the words of which branches are to be looked at where they stand: see `anchored`.
    """

    def __init__(self, data: bytes | cache.Pieces, make: Callable[[], bytes] | None = None) -> None:
        line = data[:_HEAD]
        head, at = json.loads(line[: line.index(b"\n")]), line.index(b"\n") + 1
        self.key: str = head["key"]
        self._data, self._make = data, make
        self._bodies_at = at + sum(head["sections"].values())
        index, start = data[at : self._bodies_at], 0
        if crc32(index) != head["sum"]:
            raise ValueError("the index is damaged")
        sections: dict[str, bytes] = {}
        for name, size in head["sections"].items():
            sections[name] = index[start : start + size]
            start += size
        self.ids: list[str] = _lines(sections["ids"])
        self._standing: bytes = sections["standing"]
        self.anchors: dict[str, int] = {word: i for i, word in enumerate(_lines(sections["anchors"]))}
        self._starts, self._numbers, self._rules, self._places = (
            read_numbers(sections[name]) for name in ("starts", "numbers", "rules", "places")
        )
        self._apart, self._second, self._cuts = (
            read_numbers(sections[name]) for name in ("apart", "second", "cuts")
        )
        self._offsets, self._sums = (read_numbers(sections[name]) for name in ("offsets", "sums"))
        self._seconds = sections["seconds"]
        self._cut: dict[int, list[str]] = {}

    def anchored(self, anchor: str, takes_part: Callable[[int], bool]) -> Anchored:
        """The branches of an anchor, of which those count whose rules take part."""
        at, apart, numbers = self.anchors[anchor], self._apart, dict[tuple[int, int], list[int]]()
        for number in self._numbers[self._starts[at] : self._starts[at + 1]]:
            numbers.setdefault((self._second[number], apart[3 * number]), []).append(number)
        beside: dict[str, tuple[int, ...]] = {}
        for group, (second, _) in enumerate(numbers):
            own = (group,)
            for word in self._words(second) or (anchor,):
                beside[word] = beside[word] + own if word in beside else own
        return Anchored(beside, list(numbers.values()), lambda own: self._group(own, takes_part))

    def _group(self, numbers: list[int], takes_part: Callable[[int], bool]) -> Group:
        branches = []
        for number in numbers:
            if takes_part(rule := self._rules[number]):
                least, most = self._apart[3 * number + 1 : 3 * number + 3]
                branches.append((rule, self._places[number], least - NEAREST, most - NEAREST))
        return Group(bool(self._apart[3 * numbers[0]]), branches)

    def _words(self, number: int) -> list[str]:
        """Words, cut when first asked for."""
        words = self._cut.get(number)
        if words is None:
            first, last = self._cuts[number : number + 2]
            words = self._cut[number] = [*map(intern, self._seconds[first:last].decode().split())]
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
        """The code of a rule, as compiled, by which it is found."""
        code: dict[str, Any] = self._part(_BODIES * number)
        return code

    def more(self, number: int) -> dict[str, Any]:
        """The code of a rule for what was found: what must stand near, what clears it, what to suggest."""
        more: dict[str, Any] = self._part(_BODIES * number + 1)
        return more

    def rule(self, number: int) -> Rule:
        """What an editor needs to know of a rule."""
        return rule_of(self._part(_BODIES * number + 2))

    def _part(self, number: int) -> Any:
        return json.loads(self._body(number))

    def _body(self, number: int) -> bytes:
        first, last = self._offsets[number : number + 2]
        body = self._data[self._bodies_at + first : self._bodies_at + last]
        if crc32(body) != self._sums[number]:
            if self._make is None:
                raise ValueError("a rule is damaged")
            self._data, self._make = self._make(), None
            return self._body(number)
        return body

    @cached_property
    def shared(self) -> list[Any]:
        """Code of the shared sets."""
        shared: list[Any] = self._part(_BODIES * len(self.ids))
        return shared

    @cached_property
    def known(self) -> Known:
        """Rules and sets as a rulebook that comes after this one must know them."""
        from tqcheck.rulebook.load import Known, KnownSet

        sets = {name: KnownSet(*plain) for name, plain in self._part(_BODIES * len(self.ids) + 1).items()}
        return Known(frozenset(self.ids), lambda: {rule.id: rule.origin for rule in self.rules()}, sets)

    def index(self) -> Index:
        """The index with the rules' bodies, to add rules to."""
        from tqcheck.rulebook.index import Index

        starts, cuts = self._starts, self._cuts
        return Index(
            ids=list(self.ids),
            standing=bytearray(self._standing),
            anchors={
                word: list(self._numbers[starts[at] : starts[at + 1]]) for word, at in self.anchors.items()
            },
            rules=list(self._rules),
            places=list(self._places),
            apart=list(self._apart),
            second=list(self._second),
            seconds={
                self._seconds[first:last].decode(): at for at, (first, last) in enumerate(pairwise(cuts))
            },
            bodies=[self._body(number) for number in range(_BODIES * len(self.ids))],
        )

    def rules(self) -> list[Rule]:
        """All rules by id."""
        return sorted((self.rule(i) for i in range(len(self.ids))), key=lambda rule: rule.id)


def _lines(section: bytes) -> list[str]:
    return section.decode().split("\n") if section else []


def compile_files(
    files: Sequence[tuple[str, bytes]],
    judged: Sequence[tuple[str, bytes]] = (),
    base: Program | None = None,
    key: str | None = None,
) -> bytes:
    """Loads and compiles rulebook files, behind what `base` holds where it is given. Raises RulebookError.

    `key` is by default that of these files.
    """
    from tqcheck.rulebook.compile import Compiler
    from tqcheck.rulebook.index import Index
    from tqcheck.rulebook.judged import precisions
    from tqcheck.rulebook.load import NOTHING, load

    book = load(files, base.known if base else NOTHING)
    compiler = Compiler(book, base.shared if base else ())
    evidence = precisions(judged)
    index = base.index() if base else Index()
    for id_, source in sorted(book.rules.items()):
        rule = source.rule
        if id_ in evidence:
            plain = plain_rule(rule) | {"precision": [evidence[id_].right, evidence[id_].wrong]}
            rule = rule_of(plain)
        code = compiler.rule(source)
        index.add(_described(rule, code), code)
    return index.dump(key or content_key(files, judged), compiler.shared, compiler.sets())


def _described(rule: Rule, code: dict[str, Any]) -> Rule:
    """The rule with its suggestions as words, and its examples mended by them."""
    from tqcheck.rulebook.suggest import mended, plain

    suggestions = code["suggest"]
    if not suggestions:
        return rule
    after = tuple(mended(example, code) for example in rule.before)
    return rule._replace(suggest=tuple(dict.fromkeys(map(plain, suggestions))), after=after)


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
    key = content_key(files, judged)
    return kept_program("rulebook", key, lambda: compile_files(files, judged), folder, announce)


def kept_program(
    name: str,
    key: str,
    make: Callable[[], bytes],
    folder: Path | None = None,
    announce: Callable[[str], None] | None = None,
) -> Program:
    """The program kept under a name and key; made, and `announce` told so before, only if there is none."""

    def made() -> bytes:
        if announce is not None:
            announce("Compiling the rulebook (once)")
        return make()

    return cache.made_of_pieces(name, key, made, Program, folder)
