"""A compiled rulebook: an index of anchors, and rules that are read only when an anchor of theirs stands.

Compiled once and kept in the user's cache folder under a key of its content, so that start-up does not
pay for YAML. A cache that is missing, damaged or not writable costs time and nothing else.
"""

from __future__ import annotations

import json
from array import array
from bisect import bisect_left
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


class _Numbers(NamedTuple):
    """Numbers of the index, as `Index` has them."""

    starts: array[int]
    numbers: array[int]
    rules: array[int]
    places: array[int]
    apart: array[int]
    second: array[int]
    cuts: array[int]
    offsets: array[int]
    sums: array[int]


class Program:
    """Rules ready to run. `data` is what `Index.dump` made; of it only what a text needs is read, and nothing
    but its key before there is a text. Where some turns out to be damaged, all is made anew by `make`.
    """

    def __init__(self, data: bytes | cache.Pieces, make: Callable[[], bytes] | None = None) -> None:
        self._cut: dict[int, list[str]] = {}
        self._open(data, make)

    def _open(self, data: bytes | cache.Pieces, make: Callable[[], bytes] | None) -> None:
        line = data[:_HEAD]
        head = json.loads(line[: line.index(b"\n")])
        self.key: str = head["key"]
        self._data, self._make = data, make
        self._index_at = line.index(b"\n") + 1
        self._sizes: dict[str, int] = head["sections"]
        self._sum: int = head["sum"]
        self._bodies_at = self._index_at + sum(self._sizes.values())

    def _renew(self) -> None:
        """Makes all anew. Raises ValueError where that is of no use."""
        if self._make is None:
            raise ValueError("the rulebook is damaged")
        self._open(self._make(), None)

    @cached_property
    def _sections(self) -> dict[str, memoryview]:
        if crc32(self._data[self._index_at : self._bodies_at]) != self._sum:
            self._renew()
        index = memoryview(self._data[self._index_at : self._bodies_at])
        sections, start = {}, 0
        for name, size in self._sizes.items():
            sections[name] = index[start : start + size]
            start += size
        return sections

    @cached_property
    def ids(self) -> list[str]:
        """The ids of the rules."""
        return _lines(self._sections["ids"])

    @cached_property
    def anchors(self) -> frozenset[str]:
        """The words of which branches are to be looked at where they stand: see `anchored`."""
        return frozenset(self._anchors)

    @cached_property
    def _anchors(self) -> list[str]:
        """The same, sorted."""
        return _lines(self._sections["anchors"])

    @cached_property
    def _index(self) -> _Numbers:
        return _Numbers(*(read_numbers(self._sections[name]) for name in _Numbers._fields))

    def anchored(self, anchor: str, takes_part: Callable[[int], bool]) -> Anchored:
        """The branches of an anchor, of which those count whose rules take part."""
        index, at = self._index, bisect_left(self._anchors, anchor)
        numbers: dict[tuple[int, int], list[int]] = {}
        for number in index.numbers[index.starts[at] : index.starts[at + 1]]:
            numbers.setdefault((index.second[number], index.apart[3 * number]), []).append(number)
        beside: dict[str, tuple[int, ...]] = {}
        for group, (second, _) in enumerate(numbers):
            own = (group,)
            for word in self._words(second) or (anchor,):
                beside[word] = beside[word] + own if word in beside else own
        return Anchored(beside, list(numbers.values()), lambda own: self._group(own, takes_part))

    def _group(self, numbers: list[int], takes_part: Callable[[int], bool]) -> Group:
        branches, index = [], self._index
        for number in numbers:
            if takes_part(rule := index.rules[number]):
                least, most = index.apart[3 * number + 1 : 3 * number + 3]
                branches.append((rule, index.places[number], least - NEAREST, most - NEAREST))
        return Group(bool(index.apart[3 * numbers[0]]), branches)

    def _words(self, number: int) -> list[str]:
        """Words, cut when first asked for."""
        words = self._cut.get(number)
        if words is None:
            first, last = self._index.cuts[number : number + 2]
            text = str(self._sections["seconds"][first:last], "utf-8")
            words = self._cut[number] = [*map(intern, text.split())]
        return words

    def entry(self, number: int) -> Entry:
        """What is known of a rule without reading it."""
        needs_source, confidence = divmod(self._sections["standing"][number], len(_CONFIDENCES))
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
        first, last = self._index.offsets[number : number + 2]
        body = self._data[self._bodies_at + first : self._bodies_at + last]
        if crc32(body) != self._index.sums[number]:
            self._renew()
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

        own, seconds = self._index, self._sections["seconds"]
        starts, cuts = own.starts, own.cuts
        return Index(
            ids=list(self.ids),
            standing=bytearray(self._sections["standing"]),
            anchors={
                word: list(own.numbers[starts[at] : starts[at + 1]]) for at, word in enumerate(self._anchors)
            },
            rules=list(own.rules),
            places=list(own.places),
            apart=list(own.apart),
            second=list(own.second),
            seconds={
                str(seconds[first:last], "utf-8"): at for at, (first, last) in enumerate(pairwise(cuts))
            },
            bodies=[self._body(number) for number in range(_BODIES * len(self.ids))],
        )

    def rules(self) -> list[Rule]:
        """All rules by id."""
        return sorted((self.rule(i) for i in range(len(self.ids))), key=lambda rule: rule.id)


def _lines(section: memoryview) -> list[str]:
    return str(section, "utf-8").split("\n") if section else []


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
