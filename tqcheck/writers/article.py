"""The article as the report shows it: blocks worth showing, and their words marked in place."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from tqcheck.model import Document, Severity
from tqcheck.typed import NamedTuple
from tqcheck.writers.blocks import Block, Note, edges_of
from tqcheck.writers.text import Style, Text
from tqcheck.writers.theme import Theme
from tqcheck.writers.visible import fit, grapheme_edge, visible

LONG = 3_000
CONTEXT = 300
_NEWLINE = re.compile(r"(?:\r\n?|[\n\v\f\x85\u2028\u2029])[ \t]*")


class Omitted(NamedTuple):
    """Characters of a long paragraph that are left out; `clear` if no finding touches them."""

    characters: int
    clear: bool


class Marked(NamedTuple):
    """A stretch of a block with its marks, and the offsets in `text` where lines of the file begin."""

    text: Text
    lines: tuple[tuple[int, int], ...]


def marked(document: Document, block: Block, theme: Theme) -> Iterator[Marked | Omitted]:
    """The block's text with its findings marked and numbered.

    Of a paragraph longer than LONG only the surroundings of its findings, so that neither the reader nor
    the machine chokes on a file of one line.
    """
    position = block.start
    for start, end in _windows(document.text, block):
        if start > position:
            yield _omitted(block, position, start)
        yield _mark(document, block, start, end, theme)
        position = end
    if position < block.end:
        yield _omitted(block, position, block.end)


def _windows(text: str, block: Block) -> list[tuple[int, int]]:
    if block.end - block.start <= LONG:
        return [(block.start, block.end)]
    points = sorted(
        {
            min(max(offset, block.start), block.end)
            for note in block.notes
            for offset in (note.finding.span.start, note.finding.span.end)
        }
    ) or [block.start]
    windows: list[tuple[int, int]] = []
    for point in points:
        start, end = max(point - CONTEXT, block.start), min(point + CONTEXT, block.end)
        if windows and start <= windows[-1][1] + CONTEXT:
            start = windows.pop()[0]
        windows.append((start, end))
    return [
        (_word_edge(text, start, block.start), _word_edge(text, end, block.end)) for start, end in windows
    ]


def _word_edge(text: str, offset: int, limit: int) -> int:
    if offset == limit:
        return offset
    blank = text.find(" ", offset, offset + CONTEXT // 4)
    return blank if blank >= 0 else grapheme_edge(text, offset)


def _omitted(block: Block, start: int, end: int) -> Omitted:
    clear = not any(note.finding.span.start < end and start < note.finding.span.end for note in block.notes)
    return Omitted(end - start, clear)


def _mark(document: Document, block: Block, start: int, end: int, theme: Theme) -> Marked:
    text = document.text
    edges: list[tuple[int, int, Note]] = []
    for note in block.notes:
        first, last = edges_of(text, block, note)
        if first <= end and last >= start:
            edges.append((first, last, note))
    opening = sorted(edges, key=lambda edge: (edge[0], -edge[1], edge[2].number))
    closing = sorted(edges, key=lambda edge: (edge[1], -edge[0], -edge[2].number))
    points = sorted({start, end, *(p for edge in edges for p in edge[:2] if start <= p <= end)})
    setter = _Setter(document, block, theme)
    active: list[Note] = [edge[2] for edge in opening if edge[0] < start < edge[1]]
    starts, ends = [edge[0] for edge in opening], [edge[1] for edge in closing]
    for i, point in enumerate(points):
        here = closing[bisect_left(ends, point) : bisect_right(ends, point)]
        for first, _, note in here:
            if first < point:
                active = [other for other in active if other is not note]
        setter.close([note for first, _, note in here if first < point])
        for _, last, note in opening[bisect_left(starts, point) : bisect_right(starts, point)]:
            if last > point:
                active.append(note)
                setter.open(note)
            else:
                setter.insertion(note)
        if i + 1 < len(points):
            setter.words(point, points[i + 1], active)
    return Marked(setter.text(), tuple(setter.lines))


class _Setter:
    """Collects characters and styles of one stretch; plain lists, since appending is slow in numbers."""

    def __init__(self, document: Document, block: Block, theme: Theme) -> None:
        self.document, self.block, self.theme = document, block, theme
        self.parts: list[str] = []
        self.styles: list[tuple[int, int, Style]] = []
        self.lines: list[tuple[int, int]] = []
        self.length = 0

    def add(self, text: str, style: Style = "") -> None:
        if style:
            self.styles.append((self.length, self.length + len(text), style))
        self.parts.append(text)
        self.length += len(text)

    def open(self, note: Note) -> None:
        if not self.theme.color:
            self.add(self.theme.glyphs.open, self.theme.severity(note.finding.severity))

    def close(self, notes: Sequence[Note]) -> None:
        theme = self.theme
        for i, note in enumerate(notes if not theme.color else notes[::-1]):
            style = theme.severity(note.finding.severity)
            if not theme.color:
                self.add(theme.glyphs.close, style)
            elif i:
                self.add(",", style)
            self.add(theme.number(note.number), style)

    def insertion(self, note: Note) -> None:
        style = self.theme.severity(note.finding.severity)
        self.add(self.theme.glyphs.caret + self.theme.number(note.number), style)

    def words(self, start: int, end: int, active: Sequence[Note]) -> None:
        style = ""
        if active:
            worst: Severity = max(
                (note.finding.severity for note in active), key=lambda severity: severity.rank
            )
            style = self.theme.words(worst, nested=len(active) > 1)
        text, position = self.document.text, start
        if not self.lines:
            self.lines.append((0, self.document.place(start)[0]))
        if active and text[start:end].isspace() and any(not note.finding.text.strip() for note in active):
            self.add(self.theme.blanks(text[start:end]), style)
            return
        for newline in _NEWLINE.finditer(text, start, end):
            self.foreign(text[position : newline.start()], style)
            position = newline.end()
            self.add(" " if self.block.wrapped else "\n", style if self.block.wrapped else "")
            self.lines.append((self.length, self.document.place(position)[0]))
        self.foreign(text[position:end], style)

    def foreign(self, text: str, style: Style) -> None:
        self.add(fit(visible(text.replace("\t", "  ")), self.theme.encoding), style)

    def text(self) -> Text:
        return Text("".join(self.parts), spans=self.styles)
