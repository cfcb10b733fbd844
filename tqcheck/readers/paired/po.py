"""PO (gettext): msgid is the Russian, msgstr the English."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from tqcheck.model import InputError
from tqcheck.readers.paired.units import Piece, Unit

_LINE = re.compile(r"[^\r\n]+")
_KEYWORD = re.compile(r"\s*(msgctxt|msgid_plural|msgid|msgstr(?:\[\d+\])?)?\s*\"((?:[^\"\\]|\\.)*)\"\s*\Z")
_ESCAPE = re.compile(r"\\(?:[0-7]{1,3}|x[0-9A-Fa-f]{2}|.)")
_READS = {r"\n": " ", r"\t": " ", r"\r": " ", r"\"": '"', r"\\": "\\"}


@dataclass(slots=True)
class _Entry:
    msgid: list[Piece] = field(default_factory=list)
    msgstr: list[Piece] = field(default_factory=list)


def read(text: str, path: str) -> list[Unit]:
    """The entries with a Russian text; plural forms and obsolete entries are left out. Raises InputError."""
    entries = [_Entry()]
    keyword = ""
    for match in _LINE.finditer(text):
        line = match[0]
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        found = _KEYWORD.match(line)
        if not found or not (found[1] or keyword):
            number = text.count("\n", 0, match.start()) + 1
            raise InputError(path, "is no PO: a line is neither a comment nor a text", f"line {number}")
        keyword = found[1] or keyword
        if found[1] == "msgid":
            entries.append(_Entry())
        start = match.start() + found.start(2)
        if keyword == "msgid":
            entries[-1].msgid += _pieces(found[2], start)
        elif keyword in ("msgstr", "msgstr[0]"):
            entries[-1].msgstr += _pieces(found[2], start)
    return [Unit(tuple(e.msgstr), tuple(e.msgid)) for e in entries if any(p[2].strip() for p in e.msgid)]


def _pieces(quoted: str, start: int) -> list[Piece]:
    """The text between quotes, escapes apart."""
    pieces, position = [], 0
    for escape in _ESCAPE.finditer(quoted):
        if escape.start() > position:
            pieces.append((start + position, start + escape.start(), quoted[position : escape.start()]))
        pieces.append((start + escape.start(), start + escape.end(), _READS.get(escape[0], " ")))
        position = escape.end()
    if position < len(quoted):
        pieces.append((start + position, start + len(quoted), quoted[position:]))
    return pieces
