"""News feeds, RSS 2.0 and Atom: title, summary and content of each article, HTML in them or not."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from tqcheck.model import Document, InputError
from tqcheck.readers.extracted.extract import Extract
from tqcheck.readers.extracted.html import scan
from tqcheck.xml_nodes import Node, parse

Text = tuple[int, int, str]

_TITLES = frozenset({"title", "subtitle"})
_PARTS = ("title", "subtitle", "description", "summary", "encoded", "content")
_NAMES = ("guid", "id", "link", "title")


def read(text: str, path: str) -> Document:
    """The document of a feed; its units are the articles. Raises InputError for XML that is no feed."""
    root = parse(text, path)
    if root.name not in ("rss", "RDF", "feed"):
        raise InputError(path, f"is no feed that is known (RSS, Atom): its first element is <{root.name}>")
    extract = Extract(text)
    for number, article in enumerate(root.find("item", "entry"), 1):
        extract.begin_unit(_name(article) or f"article {number}")
        for part in article.children(*_PARTS):
            _part(part, extract)
    return extract.document(path, "feed")


def _name(article: Node) -> str:
    for name in _NAMES:
        for node in article.children(name):
            words = " ".join("".join(reading for _, _, reading in node.pieces(frozenset())).split())
            if words or node.attributes.get("href"):
                return words or node.attributes["href"]
    return ""


def _part(part: Node, extract: Extract) -> None:
    """The text of a part, as the HTML that it is or may be."""
    sink = _Embedded(part.pieces(frozenset()), extract, heading=part.name in _TITLES)
    if part.attributes.get("type") == "text":
        sink.take(0, len(sink.text))
        sink.end_stretch()
    else:
        scan(sink.text, sink)


class _Embedded:
    """Takes HTML that stands in pieces of XML, and passes it on with its place in the file."""

    def __init__(self, pieces: Iterable[Text], extract: Extract, *, heading: bool) -> None:
        self._pieces, self._extract, self._heading = list(pieces), extract, heading
        self.text = "".join(reading for _, _, reading in self._pieces)
        self._starts = [0]
        for _, _, reading in self._pieces:
            self._starts.append(self._starts[-1] + len(reading))

    def take(self, start: int, end: int) -> None:
        at = bisect_right(self._starts, start) - 1
        while start < end:
            first, last, reading = self._pieces[at]
            offset, stop = start - self._starts[at], min(end, self._starts[at + 1]) - self._starts[at]
            if last - first == len(reading):
                self._extract.take(first + offset, first + stop)
            else:
                self._extract.read_as(reading[offset:stop], first, last)
            start = self._starts[at] + stop
            at += 1

    def read_as(self, reading: str, start: int, end: int) -> None:
        first, _ = self._place(start)
        _, last = self._place(end - 1)
        self._extract.read_as(reading, first, last)

    def _place(self, offset: int) -> tuple[int, int]:
        """The run of the file that a character was read from."""
        at = bisect_right(self._starts, offset) - 1
        first, last, reading = self._pieces[at]
        if last - first != len(reading):
            return first, last
        return first + offset - self._starts[at], first + offset - self._starts[at] + 1

    def end_stretch(self, *, heading: bool = False) -> None:
        self._extract.end_stretch(heading=heading or self._heading)
