"""A compiled rulebook: an index of anchors, and rules that are read only when an anchor of theirs stands.

Compiled once and kept in the user's cache folder under a key of its content, so that start-up does not
pay for YAML. A cache that is missing, damaged or not writable costs time and nothing else.
"""

from __future__ import annotations

import json
from array import array
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from zlib import crc32

from tqcheck import cache
from tqcheck.model import Confidence, Rule
from tqcheck.rulebook.company import SIGHTS, Company
from tqcheck.rulebook.plain import plain_rule, read_numbers, rule_of
from tqcheck.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from typing import Any

    from tqcheck.rulebook.index import Index
    from tqcheck.rulebook.load import Known

FORMAT = 31
"""Raised whenever compiled programs of older code must not be used."""
_HEAD = 2_000
"""Bytes in which the first line surely ends."""
_BODIES = 3
"""Pieces that a rule has apart: how it is found, what then counts, what it says."""
_OWN = 2
"""Pieces that the whole has: the sets as written, the index to add rules to."""
_STANDINGS = tuple((confidence, needs_source) for needs_source in (False, True) for confidence in Confidence)
"""What the byte of a rule's standing says."""


class Entry(NamedTuple):
    """What the index knows of a rule without reading it."""

    id: str
    confidence: Confidence
    needs_source: bool


class _Numbers(NamedTuple):
    """Numbers of the index, as `Index` has them."""

    offsets: array[int]
    sums: array[int]


class Program:
    """Rules ready to run. `data` is what `Index.dump` made; of it only what a text needs is read, and nothing
    but its key before there is a text. Where some turns out to be damaged, all is made anew by `make`.
    """

    def __init__(self, data: bytes | cache.Pieces, make: Callable[[], bytes] | None = None) -> None:
        self._open(data, make)

    def _open(self, data: bytes | cache.Pieces, make: Callable[[], bytes] | None) -> None:
        line = data[:_HEAD]
        head = json.loads(line[: line.index(b"\n")])
        self.key: str = head["key"]
        self._data, self._make = data, make
        self._index_at = line.index(b"\n") + 1
        self._sizes: dict[str, int] = head["sections"]
        self._sum: int = head["sum"]
        self.sets: int = head["sets"]
        """How many sets are shared."""
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
    def anchors(self) -> list[dict[str, int]]:
        """For each of SIGHTS the words of which branches are to be looked at where they stand, with the
        numbers of their company."""
        companies = iter(read_numbers(self._sections["companies"]))
        return [
            dict(zip(_lines(self._sections[f"anchors {sight}"]), companies, strict=False))
            for sight in range(len(SIGHTS))
        ]

    @cached_property
    def _numbers(self) -> _Numbers:
        return _Numbers(*(read_numbers(self._sections[name]) for name in _Numbers._fields))

    def company(self, number: int, takes_part: Mapping[int, bool]) -> Company:
        """What an anchor leads to, as far as rules take part."""
        return Company(self._body(self._own_at + _OWN + self.sets + number), takes_part)

    def entry(self, number: int) -> Entry:
        """What is known of a rule without reading it."""
        return Entry(self.ids[number], *_STANDINGS[self._sections["standing"][number]])

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
        return json.loads(self._body(number).decode())

    def _body(self, number: int) -> bytes:
        first, last = self._numbers.offsets[number : number + 2]
        body = self._data[self._bodies_at + first : self._bodies_at + last]
        if crc32(body) != self._numbers.sums[number]:
            self._renew()
            return self._body(number)
        return body

    @property
    def _own_at(self) -> int:
        return _BODIES * len(self._sections["standing"])

    def shared(self, number: int) -> Any:
        """The code of a shared set."""
        return self._part(self._own_at + _OWN + number)

    @cached_property
    def known(self) -> Known:
        """Rules and sets as a rulebook that comes after this one must know them."""
        from tqcheck.rulebook.load import Known, KnownSet

        sets = {name: KnownSet(*plain) for name, plain in self._part(self._own_at).items()}
        return Known(frozenset(self.ids), lambda: {rule.id: rule.origin for rule in self.rules()}, sets)

    def index(self) -> Index:
        """The index with the rules' bodies, to add rules to."""
        from tqcheck.rulebook.index import Index

        own = self._part(self._own_at + 1)
        bodies = [self._body(number) for number in range(self._own_at)]
        return Index.restored(list(self.ids), bytes(self._sections["standing"]), own, bodies)

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
    from tqcheck.rulebook.alternatives import by_beginning
    from tqcheck.rulebook.compile import Compiler
    from tqcheck.rulebook.index import Index
    from tqcheck.rulebook.judged import precisions
    from tqcheck.rulebook.load import NOTHING, load

    book = load(files, base.known if base else NOTHING)
    compiler = Compiler(book, map(base.shared, range(base.sets)) if base else ())
    evidence = precisions(judged)
    index = base.index() if base else Index()
    for id_, source in sorted(book.rules.items()):
        rule = source.rule
        if id_ in evidence:
            plain = plain_rule(rule) | {"precision": [evidence[id_].right, evidence[id_].wrong]}
            rule = rule_of(plain)
        code = compiler.rule(source)
        index.add(_described(rule, code), code)
    return index.dump(
        key or content_key(files, judged), [by_beginning(code) for code in compiler.shared], compiler.sets()
    )


def _described(rule: Rule, code: dict[str, Any]) -> Rule:
    """The rule with its suggestions as words, and its examples mended by them."""
    from tqcheck.rulebook.suggest import mended, plain

    suggestions = code["suggest"]
    if not suggestions:
        return rule
    after = tuple(mended(example, code) for example in rule.before)
    return rule._replace(suggest=tuple(dict.fromkeys(filter(None, map(plain, suggestions)))), after=after)


def content_key(files: Iterable[tuple[str, bytes]], judged: Iterable[tuple[str, bytes]] = ()) -> str:
    """A digest of the content of rulebook files: the key of the cache and part of a report's signature."""
    return cache.content_key(FORMAT, [*files, *judged])


def kept_program(
    name: str,
    key: str,
    make: Callable[[], bytes],
    folder: Path | None = None,
    announce: Callable[[str], None] | None = None,
) -> Program:
    """The program kept under a name and key; made, and `announce` told so before, only if there is none.

    `folder` is the cache folder, by default the user's. Raises RulebookError.
    """

    def made() -> bytes:
        if announce is not None:
            announce("Compiling the rulebook (once)")
        return make()

    return cache.made_of_pieces(name, key, made, Program, folder)
