"""Markdown (CommonMark with tables, footnotes and front matter): markup becomes spaces, words stay in place.

markdown-it-py tells the blocks by line; offsets are found here, for it gives none. Headings are headlines; in
a file without headings the lines that look like headlines are. An item of a list and a cell of a table share
no sentence with their neighbours; a line break is a space, but for a hard one. Prose are also the text of
links, the description of images and the text between HTML tags. Blocks nested deeper than markdown-it-py
follows are read as paragraphs, so that nothing goes unread.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, MutableMapping
from dataclasses import dataclass
from functools import cache
from itertools import chain, pairwise
from typing import TYPE_CHECKING, Any

from tqcheck.model import Paragraph, SegmentKind
from tqcheck.readers.front_matter import front_matter_end
from tqcheck.readers.inline import Inline, normalised
from tqcheck.readers.masking import blank_spans, mail_addresses
from tqcheck.segment import Stretch, headlines, paragraph, trimmed

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_LINE_END = re.compile(r"\r\n?|\n")
_QUOTE = re.compile(r"[ \t]*+>")
_ITEM = re.compile(r"[ \t]*+(?:[-*+]|\d{1,9}[.)])(?=\s|\Z)")
_HASHES = re.compile(r"[ \t]*+#{1,6}(?=\s|\Z)")
_LAST_HASHES = re.compile(r"(?<=\s)#++\s*+\Z")
_CELL_END = re.compile(r"\\.|(\|)", re.DOTALL)
_ANY_DEPTH = 1 << 30


def read(text: str) -> tuple[str, tuple[Paragraph, ...]]:
    """The prose of a Markdown text, as long as the text, and its paragraphs."""
    head = (0, front_matter_end(text))
    page = _Page(blank_spans(text, [head]))
    prose = blank_spans(text, [head, *sorted(page.blanks)])
    return prose, tuple(_paragraphs(prose, page.blocks))


@dataclass(frozen=True, slots=True)
class _Block:
    """Stretches of the page that share no sentence. `running`: an ordinary paragraph, in no list or table."""

    units: list[Stretch]
    heading: bool = False
    running: bool = False


def _paragraphs(prose: str, blocks: list[_Block]) -> list[Paragraph]:
    trim = [[unit for u in block.units if (unit := trimmed(prose, *u))] for block in blocks]
    titles = {unit for block, units in zip(blocks, trim, strict=True) if block.heading for unit in units}
    if not titles:
        running = [units for block, units in zip(blocks, trim, strict=True) if block.running and units]
        titles = headlines(prose, running)
    kinds = {True: SegmentKind.HEADLINE, False: SegmentKind.SENTENCE}
    made = (paragraph(prose, units, [kinds[unit in titles] for unit in units]) for units in trim)
    return [one for one in made if one]


class _Page:
    """The blocks of a page in order, and the spans of it, in any order, that are no prose."""

    def __init__(self, text: str) -> None:
        self.blanks: list[Stretch] = []
        self.blocks: list[_Block] = []
        self._text = text
        ends = [end.span() for end in _LINE_END.finditer(text)]
        starts = [0, *(resume for _, resume in ends)]
        self._lines = list(zip(starts, [*(stop for stop, _ in ends), len(text)], strict=True))
        self._untaken = [not text[start:end].isspace() and start < end for start, end in self._lines]
        self._quotes = 0
        self._items: Counter[int] = Counter()
        environment: MutableMapping[str, Any] = {}
        tokens = _parser().parse(text, environment)
        definitions = environment.get("references", {})
        self._references = {normalised(name) for name in definitions}
        for definition in chain(definitions.values(), environment.get("duplicate_refs", ())):
            self._blank_lines(*definition["map"])
        for token in tokens:
            if take := _TAKERS.get(token.type):
                take(self, token, *(token.map or (0, 0)))
        self._take_leftovers()

    def _deeper(self, _token: Token, _first: int, _end: int) -> None:
        self._quotes += 1

    def _shallower(self, _token: Token, _first: int, _end: int) -> None:
        self._quotes -= 1

    def _item(self, _token: Token, first: int, _end: int) -> None:
        self._items[first] += 1

    def _heading(self, token: Token, first: int, end: int) -> None:
        if token.markup.startswith("#"):
            self._leaf(first, end, heading=True)
        else:
            self._blank_lines(end - 1, end)
            self._leaf(first, end - 1, heading=True)

    def _running(self, token: Token, first: int, end: int) -> None:
        self._leaf(first, end, running=token.level == self._quotes)

    def _html(self, _token: Token, first: int, end: int) -> None:
        self._leaf(first, end, markdown=False)

    def _source(self, _token: Token, first: int, end: int) -> None:
        self._blank_lines(first, end)

    def _table(self, _token: Token, first: int, end: int) -> None:
        self._blank_lines(first + 1, min(first + 2, end))

    def _row(self, _token: Token, first: int, _end: int) -> None:
        self._untaken[first] = False
        start, end = self._lines[first]
        start = self._blank_prefix(first, self._quotes, self._items[first])
        edges = [start]
        for found in _CELL_END.finditer(self._text, start, end):
            if found[1]:
                self.blanks.append(found.span())
                edges += found.span()
        edges.append(end)
        cells = list(zip(edges[::2], edges[1::2], strict=True))
        for cell in cells:
            self._scan(*cell, markdown=True)
        self.blocks.append(_Block(cells))

    def _blank_lines(self, first: int, end: int) -> None:
        """Lines without prose."""
        self.blanks += self._lines[first:end]
        self._untaken[first:end] = [False] * len(self._untaken[first:end])

    def _blank_prefix(self, line: int, quotes: int, items: int) -> int:
        """Blank the marks of at most so many quotations and items of lists; the offset after them."""
        start, end = self._lines[line]
        at = start
        while True:
            if quotes and (mark := _QUOTE.match(self._text, at, end)):
                quotes -= 1
            elif items and (mark := _ITEM.match(self._text, at, end)):
                items -= 1
            else:
                break
            at = mark.end()
        if at > start:
            self.blanks.append((start, at))
        return at

    def _leaf(
        self,
        first: int,
        end: int,
        heading: bool = False,
        running: bool = False,
        markdown: bool = True,
        depth: int = 0,
    ) -> None:
        """A block of lines that holds prose; it ends sentences at blank lines, for HTML may hold some."""
        self._untaken[first:end] = [False] * (end - first)
        known = len(self.blanks)
        breaks = []
        for line in range(first, end):
            at = self._blank_prefix(line, depth or self._quotes, depth or self._items[line])
            if heading and line == first and (hashes := _HASHES.match(self._text, at, self._lines[line][1])):
                self.blanks.append(hashes.span())
                if last := _LAST_HASHES.search(self._text, hashes.end(), self._lines[line][1]):
                    self.blanks.append(last.span())
            if at == self._lines[line][1] or self._text[at : self._lines[line][1]].isspace():
                breaks.append(at)
        start, stop = self._lines[first][0], self._lines[end - 1][1]
        prefixes = [(a - start, b - start) for a, b in self.blanks[known:]]
        breaks += self._scan(start, stop, markdown, prefixes)
        edges = [start, *sorted(breaks), stop]
        self.blocks.append(_Block(list(pairwise(edges)), heading, running))

    def _scan(self, start: int, end: int, markdown: bool, prefixes: list[Stretch] | None = None) -> list[int]:
        """Blank the markup in a stretch, in which prefixes of lines are blank; where it breaks lines."""
        text = blank_spans(self._text[start:end], prefixes or ())
        inline = Inline(text, self._references, markdown)
        self.blanks += [(start + a, start + b) for a, b in chain(inline.blanks, mail_addresses(text))]
        return [start + offset for offset in inline.breaks]

    def _take_leftovers(self) -> None:
        """Lines that no token covers: nested too deep, or the marks of empty items."""
        if not any(self._untaken):
            return
        untaken = [line for line, is_untaken in enumerate(self._untaken) if is_untaken]
        first = untaken[0]
        for line, following in pairwise([*untaken, -1]):
            if following != line + 1:
                self._leaf(first, line + 1, depth=_ANY_DEPTH)
                first = following
        self.blocks.sort(key=lambda block: block.units[0])


_TAKERS: dict[str, Callable[[_Page, Token, int, int], None]] = {
    "blockquote_open": _Page._deeper,
    "blockquote_close": _Page._shallower,
    "list_item_open": _Page._item,
    "heading_open": _Page._heading,
    "paragraph_open": _Page._running,
    "table_open": _Page._table,
    "tr_open": _Page._row,
    "html_block": _Page._html,
    "fence": _Page._source,
    "code_block": _Page._source,
    "hr": _Page._source,
}


@cache
def _parser() -> MarkdownIt:
    """The block rules alone: inline markup is scanned here."""
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark").enable("table")
    parser.core.ruler.enableOnly(["normalize", "block"])
    return parser
