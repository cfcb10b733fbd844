"""Tables of two or more columns (TSV, CSV), of which one is the Russian and one the English."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tqcheck.model import InputError
from tqcheck.readers.paired.units import Piece, Unit

Cell = tuple[int, int]
"""Where a cell stands in the file, with its quotation marks."""

_CYRILLIC = re.compile(r"[А-Яа-яЁё]")
_LATIN = re.compile(r"[A-Za-z]")
_CONTENT = re.compile('""|[^"]+|"')
_LOOKED_AT = 200
"""Rows that tell which column is which."""


def read(text: str, path: str) -> list[Unit]:
    """A unit a row. A first row without Russian heads the columns. Raises InputError."""
    delimiter = "\t" if path.lower().endswith(".tsv") else _delimiter(text)
    rows = [row for row in _rows(text, delimiter) if any(text[a:b].strip() for a, b in row)]
    russian, english = _columns(text, rows, path)
    units = []
    for number, row in enumerate(rows):
        if len(row) <= max(russian, english):
            line = text.count("\n", 0, row[0][0]) + 1
            raise InputError(path, f"has no column {max(russian, english) + 1}", f"line {line}")
        if number or _CYRILLIC.search(text, *row[russian]):
            units.append(Unit(_pieces(text, row[english]), _pieces(text, row[russian])))
    return units


def _delimiter(text: str) -> str:
    first = text.split("\n", 1)[0]
    return max("\t;,", key=first.count)


def _rows(text: str, delimiter: str) -> Iterator[list[Cell]]:
    """RFC 4180 with any line break; in a tab-separated file quotation marks are text."""
    row: list[Cell] = []
    position = 0
    while position <= len(text):
        end = _cell_end(text, position, delimiter)
        row.append((position, end))
        position = end + 1
        if end >= len(text) or text[end] != delimiter:
            yield row
            row = []
            if text[end : end + 2] == "\r\n":
                position += 1


def _cell_end(text: str, start: int, delimiter: str) -> int:
    position = start
    if delimiter != "\t" and text[start : start + 1] == '"':
        position += 1
        while (position := text.find('"', position)) >= 0 and text[position + 1 : position + 2] == '"':
            position += 2
        position = len(text) if position < 0 else position + 1
    match = re.compile(f"[{delimiter}\r\n]").search(text, position)
    return match.start() if match else len(text)


def _columns(text: str, rows: list[list[Cell]], path: str) -> tuple[int, int]:
    """The columns with most Russian and most other letters."""
    letters: dict[int, list[int]] = {}
    for row in rows[:_LOOKED_AT]:
        for column, (start, end) in enumerate(row):
            counts = letters.setdefault(column, [0, 0])
            cyrillic = len(_CYRILLIC.findall(text, start, end))
            latin = len(_LATIN.findall(text, start, end))
            counts[cyrillic <= latin] += max(cyrillic, latin)
    russian = max(letters, key=lambda column: letters[column][0], default=0)
    english = max((c for c in letters if c != russian), key=lambda column: letters[column][1], default=None)
    if english is None or not letters[russian][0] or not letters[english][1]:
        raise InputError(path, "has no column of Russian beside one of English")
    return russian, english


def _unquoted(text: str, at: int) -> str:
    """A quotation mark that stands twice, as one and a blank on the side away from the words quoted."""
    opens = at > 0 and (text[at - 1].isspace() or text[at - 1] in '"(')
    return ' "' if opens else '" '


def _pieces(text: str, cell: Cell) -> tuple[Piece, ...]:
    start, end = cell
    if text[start:end].startswith('"') and text[start:end].endswith('"') and end - start > 1:
        start, end = start + 1, end - 1
    found = [
        (match.start(), match.end(), _unquoted(text, match.start()) if match[0] == '""' else match[0])
        for match in _CONTENT.finditer(text, start, end)
    ]
    return tuple(found) if text[start:end].strip() else ()
