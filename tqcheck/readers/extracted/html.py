"""HTML pages and fragments: what a reader sees of them, but code, in the order of the file.

Tags and entities are found by scanning, since parsers do not tell where text stood. Broken markup is read at
a glance: what looks like a tag is one, up to the next ">".
"""

from __future__ import annotations

import re
from html import unescape
from typing import Protocol

from tqcheck.model import Document
from tqcheck.readers.extracted.extract import Extract
from tqcheck.segment.words import html_tags
from tqcheck.suppress import INSTRUCTION

_SPECIAL = re.compile(r"[<&]")
_TAG = re.compile(r"<(/?)([a-zA-Z][^\s/>]{0,40})")
_REST = re.compile(r"""[^>"']*+(?:"[^"]*+"[^>"']*+|'[^']*+'[^>"']*+)*+>""")
_ENTITY = re.compile(r"&(?:#\d{1,7};?|#[xX][0-9a-fA-F]{1,6};?|[A-Za-z][A-Za-z0-9]{1,31};?)")
_ATTRIBUTE = re.compile(r"""\s(lang|hidden)(?=[\s=>/])(?:\s*=\s*["']?([\w-]*))?""", re.IGNORECASE)
_STYLE = re.compile(r"""\sstyle\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+))""", re.IGNORECASE)
_UNSEEN = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)(?![\w-])", re.IGNORECASE)
_HEADED = re.compile(r"<h1[\s>]", re.IGNORECASE)
_LONGEST_TAG = 5_000
"""Characters within which the end of a tag is looked for with its quotation marks in mind."""


class Sink(Protocol):
    """Takes runs of HTML in order, by their offsets; see `Extract`."""

    def take(self, start: int, end: int) -> None: ...

    def read_as(self, reading: str, start: int, end: int) -> None: ...

    def end_stretch(self, *, heading: bool = False) -> None: ...


def read(text: str, path: str) -> Document:
    """The document of a page. Raises InputError for a page without prose."""
    extract = Extract(text)
    scan(text, extract)
    return extract.document(path, "html")


def scan(html: str, sink: Sink) -> None:
    """Gives the text of a page or fragment to a sink."""
    _Scanner(html, sink).run()


class _Scanner:
    def __init__(self, html: str, sink: Sink) -> None:
        self._html, self._sink = html, sink
        self._absent: set[str] = set()
        self._heading = ""
        tags = html_tags()
        self._skipped = tags["no_prose"] | tags["unseen"] | ({"title"} if _HEADED.search(html) else set())

    def run(self) -> None:
        html, position = self._html, 0
        while found := _SPECIAL.search(html, position):
            start = found.start()
            if start > position:
                self._sink.take(position, start)
            position = self._entity(start) if found[0] == "&" else self._markup(start)
        if position < len(html):
            self._sink.take(position, len(html))
        self._sink.end_stretch(heading=bool(self._heading))

    def _entity(self, start: int) -> int:
        found = _ENTITY.match(self._html, start)
        reading = unescape(found[0]) if found else "&"
        if not found or reading == found[0] or "\0" in reading:
            self._sink.take(start, start + 1)
            return start + 1
        self._sink.read_as("" if reading == "\xad" else reading, *found.span())
        return found.end()

    def _markup(self, start: int) -> int:
        html = self._html
        if html.startswith("<!--", start):
            end = html.find("-->", start + 4)
            end = len(html) if end < 0 else end + 3
            if INSTRUCTION.fullmatch(html, start, end):
                self._sink.read_as(html[start:end], start, end)
            return end
        tag = _TAG.match(html, start)
        if tag:
            return self._tag(tag)
        if html[start + 1 : start + 2] in ("!", "?", "/"):
            return self._end_of_tag(start)
        self._sink.take(start, start + 1)
        return start + 1

    def _end_of_tag(self, start: int) -> int:
        rest = _REST.match(self._html, start + 1, min(len(self._html), start + _LONGEST_TAG))
        if rest:
            return rest.end()
        end = self._html.find(">", start)
        return len(self._html) if end < 0 else end + 1

    def _tag(self, tag: re.Match[str]) -> int:
        name, closing, end = tag[2].lower(), bool(tag[1]), self._end_of_tag(tag.start())
        if name in html_tags()["breaking"] or name == "title":
            self._sink.end_stretch(heading=bool(self._heading))
            self._heading = "" if name == self._heading else self._heading
            if not closing and name in html_tags()["heading"]:
                self._heading = name
        if closing or self._html[end - 2 : end] == "/>" or name in html_tags()["void"]:
            return end
        if name in self._skipped:
            return self._after(name, end)
        if name not in ("html", "body") and self._is_foreign(tag.end(), end):
            return self._after_element(name, end)
        return end

    def _is_foreign(self, start: int, end: int) -> bool:
        """Whether the element is in another language, or hidden by itself: style sheets are not read."""
        for found in _ATTRIBUTE.finditer(self._html, start, end):
            if found[1].lower() == "hidden" or (found[2] and not found[2].lower().startswith("en")):
                return True
        style = _STYLE.search(self._html, start, end)
        return bool(style and _UNSEEN.search(style[1] or style[2] or style[3] or ""))

    def _after(self, name: str, start: int) -> int:
        """The offset after the end tag of an element that holds no other of its name."""
        if name not in self._absent:
            if found := re.compile(rf"</{name}\s*+>", re.IGNORECASE).search(self._html, start):
                return found.end()
            self._absent.add(name)
        return start

    def _after_element(self, name: str, start: int) -> int:
        """The offset after an element, others of its name inside it; where it has no end, it is read."""
        if name in self._absent:
            return start
        depth = 1
        for found in re.compile(rf"<(/?){re.escape(name)}(?=[\s/>])[^>]*+>", re.IGNORECASE).finditer(
            self._html, start
        ):
            depth += -1 if found[1] else 1
            if not depth:
                return found.end()
        self._absent.add(name)
        return start
