"""XML as nodes that know their offsets. Entities of the file's own are refused, and nothing is fetched."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NoReturn
from xml.parsers import expat

from tqcheck.model import InputError


@dataclass(slots=True)
class Node:
    """An element: name without namespace, attributes by name without namespace, and what is in it in order,
    text as (start, end, reading) in code points of the file."""

    name: str
    attributes: dict[str, str]
    inside: list[Node | tuple[int, int, str]] = field(default_factory=list)

    def children(self, *names: str) -> Iterator[Node]:
        """Child elements of these names."""
        return (node for node in self.inside if isinstance(node, Node) and node.name in names)

    def find(self, *names: str) -> Iterator[Node]:
        """Elements of these names at any depth, in order, but none inside another of them."""
        pending = [self]
        while pending:
            node = pending.pop()
            if node is not self and node.name in names:
                yield node
                continue
            pending.extend(child for child in reversed(node.inside) if isinstance(child, Node))

    def pieces(self, without: frozenset[str]) -> tuple[tuple[int, int, str], ...]:
        """The text inside, at any depth but in elements of the names in `without`."""
        found: list[tuple[int, int, str]] = []
        pending: list[Node | tuple[int, int, str]] = [self]
        while pending:
            item = pending.pop()
            if not isinstance(item, Node):
                found.append(item)
            elif item is self or item.name not in without:
                pending.extend(reversed(item.inside))
        return tuple(found)


def parse(text: str, path: str) -> Node:
    """The root element. Raises InputError, with the line, for what is not well-formed or not harmless."""
    return _Builder(text, path).root()


class _Builder:
    def __init__(self, text: str, path: str) -> None:
        self._path = path
        self._bytes = text.encode("utf-8", "surrogatepass")
        self._starts = _byte_starts(text)
        self._stack = [Node("", {})]
        self._open: tuple[int, str] | None = None  # text that began at a byte and has no end yet
        self._parser = expat.ParserCreate("utf-8")
        self._parser.buffer_text = False
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._text
        self._parser.CommentHandler = self._other
        self._parser.ProcessingInstructionHandler = lambda *_: self._other("")
        self._parser.StartCdataSectionHandler = lambda: self._other("")
        self._parser.EndCdataSectionHandler = lambda: self._other("")
        self._parser.EntityDeclHandler = self._refuse_entity
        self._parser.AttlistDeclHandler = self._refuse_defaults

    def root(self) -> Node:
        try:
            self._parser.Parse(self._bytes, True)
        except expat.ExpatError as error:
            raise InputError(
                self._path, f"is not well-formed XML: {expat.ErrorString(error.code)}", f"line {error.lineno}"
            ) from None
        return next(node for node in self._stack[0].inside if isinstance(node, Node))

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._other("")
        node = Node(_local(name), {_local(key): value for key, value in attributes.items()})
        self._stack[-1].inside.append(node)
        self._stack.append(node)

    def _end(self, _: str) -> None:
        self._other("")
        self._stack.pop()

    def _text(self, data: str) -> None:
        self._other("")
        self._open = self._parser.CurrentByteIndex, data

    def _other(self, _: str) -> None:
        """Whatever begins here ends the text before it."""
        if self._open:
            start, data = self._open
            first, last = self._offset(start), self._offset(self._parser.CurrentByteIndex)
            self._stack[-1].inside.append((first, last, data))
            self._open = None

    def _refuse_entity(self, name: str, *_: object) -> None:
        self._refuse(f"the entity {name}")

    def _refuse_defaults(self, element: str, *_: object) -> None:
        """An attribute that every element is given makes much of little, as entities do."""
        self._refuse(f"attributes of {element}")

    def _refuse(self, what: str) -> NoReturn:
        line = f"line {self._parser.CurrentLineNumber}"
        raise InputError(self._path, f"declares {what}, which is refused", line)

    def _offset(self, byte: int) -> int:
        """The code point at a byte: counted from the last known place before it."""
        at = bisect_right(self._starts, byte) - 1
        known = self._starts[at]
        return at * _STEP + len(self._bytes[known:byte].decode("utf-8", "surrogatepass"))


_STEP = 1024


def _byte_starts(text: str) -> list[int]:
    """The byte at which each run of _STEP code points begins."""
    starts, byte = [0], 0
    for start in range(0, len(text), _STEP):
        byte += len(text[start : start + _STEP].encode("utf-8", "surrogatepass"))
        starts.append(byte)
    return starts[:-1] if len(starts) > 1 else starts


def _local(name: str) -> str:
    return name.rpartition(":")[2]
