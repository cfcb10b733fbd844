"""What is checked: a text in paragraphs and sentences, and the Russian that it renders."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from enum import StrEnum
from functools import cached_property

from tqcheck.model.places import Origin, Placed, Span
from tqcheck.typed import NamedTuple

SURE = 0.5
"""How sure an alignment must be of a bead for checks to compare its two sides."""


class SegmentKind(StrEnum):
    """Headlines follow their own grammar, so checks must know them from prose."""

    SENTENCE = "sentence"
    HEADLINE = "headline"


class Segment(NamedTuple):
    """A sentence, or a headline. Spans of one document's segments ascend and do not overlap."""

    span: Span
    kind: SegmentKind = SegmentKind.SENTENCE


class Paragraph(NamedTuple):
    """A run of segments an editor reads as one block."""

    span: Span
    segments: tuple[Segment, ...]


class Bead(NamedTuple):
    """What belongs together in a text and its source: English segments that render Russian sentences.

    One side is empty where the other has no counterpart. `sure` is 0 to 1: how sure that is; 1 where a
    bilingual file says so.
    """

    english: tuple[Span, ...]
    russian: tuple[Span, ...]
    sure: float


class Source(Placed):
    """The Russian of a document. Its spans are offsets into `text`; each source is equal to itself alone.

    `beads` hold every segment of the document once, and every sentence of the Russian, in the order of the
    English, Russian sentences without a counterpart after those they follow.
    """

    __slots__ = ("__weakref__", "beads", "origin", "path", "text")

    def __init__(
        self, path: str, text: str, beads: tuple[Bead, ...] = (), origin: Origin | None = None
    ) -> None:
        self.path = path
        self.text = text
        self.beads = beads
        self.origin = origin

    @property
    def compared(self) -> tuple[Bead, ...]:
        """The beads that have both sides and are sure enough to be compared."""
        return tuple(bead for bead in self.beads if bead.english and bead.russian and bead.sure >= SURE)

    def quoted(self, span: Span) -> str:
        """The Russian words of a span."""
        return self.text[span.start : span.end]


class _Fields(NamedTuple):
    """What a document consists of."""

    path: str
    text: str
    prose: str
    paragraphs: tuple[Paragraph, ...]
    encoding: str = "utf-8"
    format: str = "text"
    source: Source | None = None
    origin: Origin | None = None
    unread: tuple[tuple[str, str], ...] = ()


class Document(_Fields, Placed):
    """A text to check.

    `text` is the decoded file, untouched. `prose` has the same length and the same line breaks, with
    everything that is not prose (code, link targets, markup) blanked to spaces: checks read `prose`,
    reports quote `text`. `source` is the Russian, where it was given. Where the file is no text to be read as
    it is, `text` is what was taken out of it, and `origin` tells where that stands in the file. `unread` are
    places of the file that could not be read, each with the reason.
    """

    @property
    def file_text(self) -> str:
        """The decoded file; "" where it is no text."""
        return self.origin.text if self.origin else self.text

    def line_at(self, offset: int) -> Span:
        """The line of `text` that an offset is in, its line break included."""
        line = bisect_right(self.line_starts, offset)
        end = self.line_starts[line] if line < len(self.line_starts) else len(self.text)
        return Span(self.line_starts[line - 1], end)

    def segments(self) -> Iterator[Segment]:
        """All segments in order."""
        for paragraph in self.paragraphs:
            yield from paragraph.segments

    @cached_property
    def _ordered(self) -> tuple[Segment, ...]:
        return tuple(self.segments())

    def segment_before(self, offset: int) -> Segment | None:
        """The last segment that begins no later than an offset, which lies in it or behind it."""
        at = bisect_right(self._ordered, offset, key=lambda segment: segment.span.start) - 1
        return self._ordered[at] if at >= 0 else None

    def segment_at(self, offset: int) -> Segment | None:
        """The segment that an offset lies in."""
        segment = self.segment_before(offset)
        return segment if segment and offset < segment.span.end else None

    @cached_property
    def words(self) -> int:
        """Whitespace-separated words of the prose."""
        return len(self.prose.split())
