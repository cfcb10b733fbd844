"""XLIFF 1.2 and 2: units of <source> and <target>."""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.model import InputError
from tqcheck.readers.paired.languages import require_direction
from tqcheck.readers.paired.units import Unit
from tqcheck.xml_nodes import Node, parse

_CODES = frozenset({"ph", "bpt", "ept", "it", "x", "bx", "ex", "cp", "sub"})
"""Elements within a text that hold the codes of its first format, not words."""


def read(text: str, path: str) -> list[Unit]:
    """The units of a file, in order; those not yet translated have no English. Raises InputError."""
    root = parse(text, path)
    if root.name != "xliff":
        raise InputError(path, f"is no XLIFF: its first element is <{root.name}>")
    require_direction(root.attributes.get("srcLang", ""), root.attributes.get("trgLang", ""), path)
    units = []
    for file in root.find("file"):
        source, target = (file.attributes.get(f"{side}-language", "") for side in ("source", "target"))
        require_direction(source, target, path)
        units += [Unit(_words(part, "target"), _words(part, "source")) for part in _parts(file)]
    return units


def _parts(file: Node) -> Iterator[Node]:
    for unit in file.find("trans-unit", "unit"):
        if unit.name == "trans-unit":
            yield unit
        else:
            yield from unit.children("segment")


def _words(part: Node, side: str) -> tuple[tuple[int, int, str], ...]:
    return next((child.pieces(_CODES) for child in part.children(side)), ())
