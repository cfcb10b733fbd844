"""Subtitles, SubRip and WebVTT: the text of the cues. A sentence goes on from cue to cue until it ends."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from tqcheck.model import Document, InputError
from tqcheck.readers.extracted.extract import Extract
from tqcheck.segment.sentences import CLOSERS, TERMINALS

_LINE = re.compile(r"([^\r\n]*+)(?:\r\n?|\n|\Z)")
_TIMES = re.compile(r"\s*(?:\d+:)?\d{1,2}:\d{2}[.,]\d{1,3}\s*-->\s*(?:\d+:)?\d{1,2}:\d{2}[.,]\d{1,3}")
_MARKUP = re.compile(
    r"</?[A-Za-z0-9][^<>\r\n]{0,200}>|\{\\[^{}\r\n]{0,200}\}|&(?:#\d{1,7}|[A-Za-z]{2,8});|\\[Nnh]"
)
_SPEAKER = re.compile(r"\s*[-–—]\s")

Line = tuple[int, int]


def read_srt(text: str, path: str) -> Document:
    """The document of a SubRip file."""
    return _read(text, path, "srt")


def read_vtt(text: str, path: str) -> Document:
    """The document of a WebVTT file. Raises InputError where it does not say that it is one."""
    if not text.startswith("WEBVTT"):
        raise InputError(path, "is no WebVTT: its first line does not say so", "line 1")
    return _read(text, path, "vtt")


def _read(text: str, path: str, format: str) -> Document:
    extract = Extract(text)
    count = 0
    for name, lines in _cues(text):
        count += 1
        _cue(text, extract, name, lines)
    if not count:
        raise InputError(path, "holds no subtitles: no line has times in it")
    return extract.document(path, format)


def _cues(text: str) -> Iterator[tuple[str, list[Line]]]:
    """The name of each cue (its number or identifier, else when it is shown) and its lines of text."""
    before, name, lines = "", "", list[Line]()
    inside = False
    for line in _LINE.finditer(text):
        if (
            line.start() < len(text)
            and line.end() == line.start()
            and text[line.start() - 1 : line.start() + 1] == "\r\n"
        ):
            continue
        words = line[0].strip()
        if times := _TIMES.match(line[0]):
            if inside:
                yield name, lines
            name, lines, inside = f"cue {before or times[0].split('-->')[0].strip()}", [], True
            before = ""
        elif not words:
            if inside:
                yield name, lines
            inside, before = False, ""
        elif inside:
            lines.append(line.span(1))
        else:
            before = words
    if inside:
        yield name, lines


def _cue(text: str, extract: Extract, name: str, lines: list[Line]) -> None:
    extract.begin_unit(name)
    for start, end in lines:
        if _SPEAKER.match(text, start, end):
            extract.end_stretch()
        position = start
        for found in _MARKUP.finditer(text, start, end):
            extract.take(position, found.start())
            reading = unescape(found[0]) if found[0][0] == "&" else " " if found[0][0] == "\\" else ""
            extract.read_as(reading, *found.span())
            position = found.end()
        extract.take(position, end)
        extract.read_as(" ", end, end + 1)
    last = text[lines[-1][0] : lines[-1][1]].rstrip().rstrip(CLOSERS) if lines else ""
    if last[-1:] in TERMINALS:
        extract.end_stretch()
