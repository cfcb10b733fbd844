"""Places of texts, and where they stand in the file that a text was taken out of."""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache
from itertools import pairwise

from tqcheck.typed import NamedTuple


class Span(NamedTuple):
    """A stretch of a document's text: `text[start:end]`."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def touches(self, other: Span) -> bool:
        """Whether the two overlap or meet, as a cursor, a span without extent, may meet a word."""
        return self.start <= other.end and other.start <= self.end

    def contains(self, other: Span) -> bool:
        """Whether the other lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end


class Piece(NamedTuple):
    """A run of an extracted text that came from one run of the file; `exact` where they are the same."""

    start: int
    span: Span
    exact: bool


class Origin(NamedTuple):
    """The file that a document's text was taken out of: a page, subtitles, a feed, a Word document.

    `text` is the decoded file, "" where it is no text; `pieces` say where runs of the document's text stand
    in it, ascending; `units` where units (a cue, an article of a feed) begin, with their names.
    """

    text: str
    pieces: tuple[Piece, ...] = ()
    units: tuple[tuple[int, str], ...] = ()

    def offset(self, offset: int) -> int:
        """Where in the file the character at this offset of the document's text stands."""
        at = bisect_right(self.pieces, offset, key=lambda piece: piece.start) - 1
        if at < 0:
            return 0
        piece = self.pieces[at]
        return min(piece.span.start + (offset - piece.start if piece.exact else 0), piece.span.end)

    def span(self, span: Span) -> Span:
        """Where in the file words of the document stand, what lies between them included."""
        start = self.offset(span.start)
        if span.end == span.start:
            return Span(start, start)
        at = bisect_right(self.pieces, span.end - 1, key=lambda piece: piece.start) - 1
        last = self.pieces[at]
        return Span(start, last.span.start + span.end - last.start if last.exact else last.span.end)

    def is_exact(self, span: Span) -> bool:
        """Whether the words stand in the file in one run, just as they read."""
        first, last = (
            bisect_right(self.pieces, offset, key=lambda piece: piece.start) - 1
            for offset in (span.start, max(span.start, span.end - 1))
        )
        pieces = self.pieces[first : last + 1]
        whole = all(a.span.end == b.span.start for a, b in pairwise(pieces))
        return first >= 0 and whole and all(piece.exact for piece in pieces)

    def unit(self, offset: int) -> str:
        """The name of the unit at an offset of the document's text, "" where there is none."""
        at = bisect_right(self.units, offset, key=lambda unit: unit[0]) - 1
        return self.units[at][1] if at >= 0 else ""

    @property
    def line_starts(self) -> tuple[int, ...]:
        """As those of a document, of the file."""
        return line_starts(self.text)


@lru_cache(maxsize=8)
def line_starts(text: str) -> tuple[int, ...]:
    """Offset of the first code point of each line; a line ends after \\n, \\r\\n or a lone \\r."""
    starts = [0]
    position = 0
    if "\r" not in text:
        while (position := text.find("\n", position) + 1) > 0:
            starts.append(position)
    else:
        for i, character in enumerate(text):
            if character == "\n" or (character == "\r" and text[i + 1 : i + 2] != "\n"):
                starts.append(i + 1)
    return tuple(starts)


class Placed:
    """A text of which places are told: `text`, and `origin` where it was taken out of a file."""

    __slots__ = ()
    text: str
    origin: Origin | None

    @property
    def line_starts(self) -> tuple[int, ...]:
        """Offset of the first code point of each line of `text`; see the function of that name."""
        return line_starts(self.text)

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset, both from 1, in the file if that has lines."""
        starts = self.line_starts
        if self.origin and self.origin.text:
            starts, offset = self.origin.line_starts, self.origin.offset(offset)
        line = bisect_right(starts, offset)
        return line, offset - starts[line - 1] + 1

    def place_after(self, span: Span) -> tuple[int, int]:
        """Line and column right after a span, both from 1."""
        if not (self.origin and self.origin.text):
            return self.place(span.end)
        starts, end = self.origin.line_starts, self.origin.span(span).end
        line = bisect_right(starts, end)
        return line, end - starts[line - 1] + 1

    def unit(self, offset: int) -> str:
        """The name of the cue, article or paragraph that an offset is in, "" where the format has none."""
        return self.origin.unit(offset) if self.origin else ""

    def in_file(self, span: Span) -> Span:
        """The span as offsets into the decoded file; of a file that is no text, into `text`."""
        return self.origin.span(span) if self.origin and self.origin.text else span
