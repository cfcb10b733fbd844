"""The article in blocks, with the notes on each: what all formats that show the text have in common."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from tqcheck.model import CheckedDocument, Document, Finding, Paragraph, SegmentKind, Span
from tqcheck.typed import NamedTuple
from tqcheck.writers.visible import grapheme_edge


class Note(NamedTuple):
    """A finding with the number it goes by in this document."""

    number: int
    finding: Finding


class Block:
    """A stretch of the document shown as one paragraph."""

    __slots__ = ("end", "headline", "notes", "start", "wrapped")

    def __init__(self, start: int, end: int, headline: bool = False, wrapped: bool = False) -> None:
        self.start = start
        self.end = end
        self.headline = headline
        self.wrapped = wrapped
        self.notes: list[Note] = []


class Skipped(NamedTuple):
    """Paragraphs in a row that gave no reason to show them."""

    paragraphs: int


def number(findings: Iterable[Finding]) -> list[Note]:
    """Notes in the order of the report, numbered from 1."""
    return [Note(i, finding) for i, finding in enumerate(sorted(findings, key=lambda f: f.order), 1)]


def blocks(checked: CheckedDocument, notes: Sequence[Note]) -> Iterator[Block | Skipped]:
    """What to show, in order: the headline, paragraphs with findings, and what lies between them.

    A finding outside every paragraph (in a blank line, say) gets its own lines as a block: none is lost.
    """
    skipped = 0
    for block in all_blocks(checked, notes):
        if not block.notes and not block.headline:
            skipped += 1
            continue
        if skipped:
            yield Skipped(skipped)
        skipped = 0
        yield block
    if skipped:
        yield Skipped(skipped)


def all_blocks(checked: CheckedDocument, notes: Sequence[Note]) -> list[Block]:
    """Every paragraph in order, with its notes, and the lines of findings that are in none."""
    document = checked.document
    shown = [_block(document, paragraph) for paragraph in document.paragraphs]
    for block in shown[1:]:
        block.headline = block.headline and not shown[0].headline
    starts = [block.start for block in shown]
    stray: dict[int, Block] = {}
    for note in notes:
        start = note.finding.span.start
        i = bisect_right(starts, start) - 1
        if i >= 0 and (start < shown[i].end or start == note.finding.span.end == shown[i].end):
            shown[i].notes.append(note)
        else:
            line = document.line_at(start)
            block = stray.setdefault(line.start, _line_block(document, line))
            block.end = max(block.end, note.finding.span.end)
            block.notes.append(note)
    return sorted((*shown, *stray.values()), key=lambda block: block.start)


def edges_of(text: str, block: Block, note: Note) -> tuple[int, int]:
    """Where the marks of a finding go: not inside a character, and not after the blanks it ends with."""
    span = note.finding.span
    first, last = grapheme_edge(text, span.start), min(grapheme_edge(text, span.end), block.end)
    if text[first : first + 1].isspace() or text[last - 1 : last].isspace():
        words = text[first:last]
        if words.strip():
            return first + len(words) - len(words.lstrip()), last - len(words) + len(words.rstrip())
    return first, last


def _block(document: Document, paragraph: Paragraph) -> Block:
    span, segments = paragraph.span, paragraph.segments
    return Block(
        span.start,
        span.end,
        headline=bool(segments) and segments[0].kind is SegmentKind.HEADLINE,
        wrapped=any(
            document.line_at(segment.span.start) != document.line_at(max(segment.span.end - 1, 0))
            for segment in segments
        ),
    )


def _line_block(document: Document, line: Span) -> Block:
    return Block(line.start, line.start + len(document.text[line.start : line.end].rstrip("\r\n")))
