"""Text taken out of a file, each run of it with the place it came from.

Readers of pages, subtitles and feeds feed an `Extract` from the start of the file to its end: runs that stand
in the file as they read, runs that read otherwise (an entity, white space), and where a stretch of prose
ends.
"""

from __future__ import annotations

from tqcheck.model import Document, InputError, Origin, Piece, SegmentKind, Span
from tqcheck.readers.masking import blank, blank_addresses
from tqcheck.segment import Stretch, headlines, paragraph, trimmed
from tqcheck.suppress import INSTRUCTION


class Extract:
    """What was taken out so far. A line break parts stretches; no sentence reaches from one to another."""

    def __init__(self, text: str) -> None:
        self._file = text
        self._parts: list[str] = []
        self._pieces: list[Piece] = []
        self._length = 0
        self._start = 0
        self._stretches: list[tuple[Stretch, bool]] = []
        self._units: list[tuple[int, str]] = []
        self._space: Span | None = None
        self._parted = False

    def take(self, start: int, end: int) -> None:
        """A run of the file as it is, but that white space reads as one space."""
        position = start
        while position < end:
            stop = position
            while stop < end and not self._file[stop].isspace():
                stop += 1
            if stop > position:
                self._add(self._file[position:stop], Span(position, stop), exact=True)
            position = stop
            while stop < end and self._file[stop].isspace():
                stop += 1
            if stop > position:
                self._space = Span(position, stop)
            position = stop

    def read_as(self, reading: str, start: int, end: int) -> None:
        """A run of the file that reads otherwise."""
        if reading.isspace():
            self._space = Span(start, end)
        elif reading:
            self._add(reading, Span(start, end), exact=self._file[start:end] == reading)

    def end_stretch(self, *, heading: bool = False) -> None:
        """Nothing after this belongs to the sentence before it."""
        self._space = None
        if self._length > self._start:
            self._stretches.append(((self._start, self._length), heading))
            self._append("\n")
            self._start, self._parted = self._length, True

    def begin_unit(self, name: str) -> None:
        """A unit begins."""
        if self._units and self._units[-1][0] == self._length:
            self._units.pop()
        self._units.append((self._length, name))

    def document(self, path: str, format: str, *, lines: bool = True) -> Document:
        """The document. `lines` says whether the file's lines are what a reader knows it by.

        Raises InputError where nothing was taken out.
        """
        self.end_stretch()
        text = "".join(self._parts)
        prose = blank_addresses(text)
        if "tqcheck:" in prose:
            prose = INSTRUCTION.sub(lambda comment: blank(comment[0]), prose)
        trim = [(found, title) for stretch, title in self._stretches if (found := trimmed(prose, *stretch))]
        titles = {stretch for stretch, heading in trim if heading}
        titles = titles or headlines(prose, [[stretch] for stretch, _ in trim])
        kinds = {True: SegmentKind.HEADLINE, False: SegmentKind.SENTENCE}
        made = (paragraph(prose, [stretch], [kinds[stretch in titles]]) for stretch, _ in trim)
        paragraphs = tuple(one for one in made if one)
        if not paragraphs:
            raise InputError(path, "holds no prose: nothing to check")
        origin = Origin(self._file if lines else "", tuple(self._pieces), tuple(self._units))
        return Document(path, text, prose, paragraphs, format=format, origin=origin)

    def _add(self, reading: str, span: Span, *, exact: bool) -> None:
        if self._space and self._length > self._start:
            self._piece(self._space, self._file[self._space.start : self._space.end] == " ")
            self._append(" ")
        self._space = None
        self._piece(span, exact)
        self._append(reading)

    def _piece(self, span: Span, exact: bool) -> None:
        last = self._pieces[-1] if self._pieces else None
        if last and exact and last.exact and last.span.end == span.start and not self._parted:
            self._pieces[-1] = Piece(last.start, Span(last.span.start, span.end), True)
        else:
            self._pieces.append(Piece(self._length, span, exact))
        self._parted = False

    def _append(self, reading: str) -> None:
        self._parts.append(reading)
        self._length += len(reading)
