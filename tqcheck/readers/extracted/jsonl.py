"""JSON Lines: an article a line, its text in a field that is named, or in the first of the usual ones."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from json.decoder import JSONDecoder, scanstring  # type: ignore[attr-defined]

from tqcheck.model import Document, InputError
from tqcheck.readers.extracted.extract import Extract

TITLES = ("title", "headline")
BODIES = ("text", "body", "content", "article", "translation", "english", "en")
NAMES = ("id", "guid", "url", "link")
_MOST_TOLD = 20

_SPACE = re.compile(r"[ \t\r\n]*")
_ESCAPE = re.compile(r"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|.)|\n")
_LINE = re.compile(r"^.*$", re.MULTILINE)
_DECODER = JSONDecoder()
_scan: Callable[[str, int], tuple[str, int]] = scanstring

Found = tuple[str, int, int]
"""A string of a line: its value, and where it stands between its quotation marks."""


def read(text: str, path: str, fields: Sequence[str] = ()) -> Document:
    """The document of all lines; its units are the articles, by their id where they have one.

    `fields` are names, "body.en" one within another; without any, title and text by their usual names. A line
    that is no JSON object or lacks the field is told in `unread`. Raises InputError, with the first such
    line, where no line can be read.
    """
    extract = Extract(text)
    unread: list[tuple[str, str]] = []
    read = 0
    for number, line in enumerate(_LINE.finditer(text), 1):
        if not line[0].strip():
            continue
        place = f"line {number}"
        try:
            strings = _strings(text, line.start(), "")
        except (ValueError, IndexError, RecursionError):
            unread.append((place, "is no JSON object"))
            continue
        wanted = _wanted(strings, fields)
        if not any(strings[field][0].strip() for field in wanted):
            unread.append((place, f"has no text in a field {' or '.join(fields or BODIES)}"))
            continue
        read += 1
        name = next((strings[name][0] for name in NAMES if name in strings), "")
        extract.begin_unit(name or place)
        for field in wanted:
            _take(text, extract, strings[field], heading=field in TITLES)
    if unread and not read:
        place, why = unread[0]
        raise InputError(path, why, place)
    return extract.document(path, "jsonl")._replace(unread=_at_most(unread))


def _at_most(unread: Sequence[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """The first of a great many lines, and how many more there are."""
    more = len(unread) - _MOST_TOLD
    return (*unread[:_MOST_TOLD], *([("", f"has {more:,} more lines like these")] if more > 0 else []))


def _wanted(strings: dict[str, Found], fields: Sequence[str]) -> list[str]:
    if fields:
        return [name for name in fields if name in strings]
    bodies = [name for name in BODIES if name in strings][:1]
    return [name for name in TITLES if name in strings][: len(bodies)] + bodies


def _strings(text: str, position: int, prefix: str) -> dict[str, Found]:
    """The strings of the object at a position, by field; those of objects within by "field.field"."""
    found: dict[str, Found] = {}
    position = _skip(text, position)
    if text[position] != "{":
        raise ValueError(position)
    position = _skip(text, position + 1)
    while text[position] != "}":
        if text[position] != '"':
            raise ValueError(position)
        key, position = _scan(text, position + 1)
        position = _skip(text, position)
        if text[position] != ":":
            raise ValueError(position)
        start = _skip(text, position + 1)
        name = prefix + key
        if text[start] == '"':
            value, position = _scan(text, start + 1)
            found[name] = value, start + 1, position - 1
        else:
            value, position = _DECODER.raw_decode(text, start)
            if isinstance(value, dict):
                found |= _strings(text, start, f"{name}.")
            elif isinstance(value, int):
                found[name] = str(value), start, start
        position = _skip(text, position)
        if text[position] == ",":
            position = _skip(text, position + 1)
        elif text[position] != "}":
            raise ValueError(position)
    return found


def _skip(text: str, position: int) -> int:
    space = _SPACE.match(text, position)
    return space.end() if space else position


def _take(text: str, extract: Extract, found: Found, *, heading: bool) -> None:
    """The value of a string; a blank line, or a line break in a text without one, ends a paragraph."""
    value, start, end = found
    ending = "\n\n" if "\n\n" in value.replace("\r", "") else "\n"
    position, breaks = start, 0
    for escape in _ESCAPE.finditer(text, start, end):
        if escape.start() > position:
            extract.take(position, escape.start())
            breaks = 0
        reading = json.loads(f'"{escape[0]}"')
        if reading == "\n":
            breaks += 1
            if breaks == len(ending):
                extract.end_stretch()
            else:
                extract.read_as(" ", *escape.span())
        elif reading != "\r":
            extract.read_as(reading, *escape.span())
            breaks = 0
        position = escape.end()
    extract.take(position, end)
    extract.end_stretch(heading=heading)
