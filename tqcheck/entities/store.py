"""The data of the Python checks in the form they are read at start-up: an index, and parts read on demand."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path

from tqcheck import cache
from tqcheck.model import Rule
from tqcheck.rulebook.plain import plain_rule, rule_of
from tqcheck.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Any

    from tqcheck.entities.words import Table

FORMAT = 6
"""Raised whenever what older code kept must not be used."""


class _Compiled:
    """What `compile_files` made."""

    def __init__(self, data: bytes) -> None:
        start = data.index(b"\n") + 1
        index = json.loads(data[:start])
        self.ids: dict[str, list[str]] = index["ids"]
        self.spans: dict[str, tuple[int, int]] = index["spans"]
        self.bodies = memoryview(data)[start:]


class Store:
    """Data ready to use, read when something of them is first asked for; a part is parsed when it is."""

    def __init__(self, key: str, read: Callable[[], _Compiled]) -> None:
        self.key = key
        self._read = read
        self._parts: dict[str, Any] = {}
        self._tables: dict[str, Table] = {}
        self._sets: dict[str, frozenset[str]] = {}

    @cached_property
    def _compiled(self) -> _Compiled:
        return self._read()

    @property
    def ids(self) -> dict[str, list[str]]:
        """The ids of the rules, by check."""
        return self._compiled.ids

    def part(self, name: str) -> Any:
        """A part by its name."""
        if name not in self._parts:
            start, end = self._compiled.spans[name]
            self._parts[name] = json.loads(bytes(self._compiled.bodies[start:end]))
        return self._parts[name]

    def lines(self, name: str) -> list[str]:
        """A part that is kept as lines: to read JSON within JSON takes three times as long."""
        if name not in self._parts:
            start, end = self._compiled.spans[name]
            self._parts[name] = str(self._compiled.bodies[start:end], "utf-8").split("\n")
        lines: list[str] = self._parts[name]
        return lines

    def table(self, name: str) -> Table:
        """A table of forms: first words and what they lead to, a line each."""
        if name not in self._tables:
            lines = self.lines(name)
            self._tables[name] = dict(zip(lines[::2], lines[1::2], strict=False))
        return self._tables[name]

    def words(self, name: str) -> frozenset[str]:
        """One of the lists of words as a set, made once."""
        if name not in self._sets:
            self._sets[name] = frozenset(self.part("words")[name])
        return self._sets[name]

    def keys(self, name: str) -> frozenset[str]:
        """The same in lower case, as a text's words are looked up."""
        if (lower := f"{name} in lower case") not in self._sets:
            self._sets[lower] = frozenset(word.lower() for word in self.words(name))
        return self._sets[lower]

    def rules(self, name: str) -> tuple[Rule, ...]:
        """The rules of a check."""
        return tuple(rule_of(data) for data in self.part(f"rules {name}"))

    def all_rules(self) -> tuple[Rule, ...]:
        """The rules of all checks."""
        return tuple(rule for name in self.ids for rule in self.rules(name))


def compile_files(files: Sequence[tuple[str, bytes]]) -> bytes:
    """Loads and compiles data files. Raises RulebookError."""
    from tqcheck.entities.load import load, plain
    from tqcheck.entities.tables import tables

    data = load(files)
    parts: dict[str, Any] = {}
    for name, rules in data.rules.items():
        parts[f"rules {name}"] = [plain_rule(rule) for rule in rules]
        parts[f"patterns {name}"] = [plain(pattern) for pattern in data.patterns[name]]
    parts |= {"once": data.once} | tables(data)
    bodies, spans, at = [], {}, 0
    for name, part in parts.items():
        text = part if isinstance(part, str) else json.dumps(part, ensure_ascii=False, separators=(",", ":"))
        body = text.encode()
        bodies.append(body)
        spans[name] = (at, at + len(body))
        at += len(body)
    ids = {name: [rule.id for rule in rules] for name, rules in data.rules.items()}
    index = {"ids": ids, "spans": spans}
    return json.dumps(index).encode() + b"\n" + b"".join(bodies)


def kept_store(key: str, read: Callable[[], list[tuple[str, bytes]]], folder: Path | None = None) -> Store:
    """The store of data files; they are read only if nothing is kept under the key. Raises RulebookError."""

    def compiled() -> _Compiled:
        return cache.made("entities", key, lambda: compile_files(read()), _Compiled, folder)

    return Store(key, compiled)
