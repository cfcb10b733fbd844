"""Units of a bilingual file → the document, its Russian, and which sentences belong together.

Both texts are the file with all but their own words blanked, so that every offset is one of the file.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tqcheck.model import Bead, Document, Paragraph, SegmentKind, Source, Span
from tqcheck.readers.masking import blank
from tqcheck.segment import headlines, paragraph, trimmed

Piece = tuple[int, int, str]
"""Where some text of a unit stands in the file (start, end), and what it reads as, which is no longer."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A stretch of text in both languages, each in pieces; a side without pieces is not there."""

    english: tuple[Piece, ...]
    russian: tuple[Piece, ...]


def document_of(text: str, path: str, units: Sequence[Unit]) -> Document:
    """The English as a document, the Russian as its source. Raises RussianMissing, and InputError."""
    from tqcheck.bilingual.alignment.align import beads_of_unit, require_russian
    from tqcheck.bilingual.russian import sentences

    prose = _kept(text, (piece for unit in units for piece in unit.english))
    source = _kept(text, (piece for unit in units for piece in unit.russian))
    require_russian(source, path)
    stretches = {i: found for i, unit in enumerate(units) if (found := _stretch(prose, unit.english))}
    titles = headlines(prose, [[stretch] for stretch in stretches.values()])
    paragraphs: list[Paragraph] = []
    beads: list[Bead] = []
    for i, unit in enumerate(units):
        english: list[Span] = []
        if i in stretches:
            kind = SegmentKind.HEADLINE if stretches[i] in titles else SegmentKind.SENTENCE
            if made := paragraph(prose, [stretches[i]], [kind]):
                paragraphs.append(made)
                english = [segment.span for segment in made.segments]
        around = _stretch(source, unit.russian)
        russian = list(sentences(source, *around)) if around else []
        if english or russian:
            beads.extend(beads_of_unit(prose, english, source, russian))
    ordered = tuple(sorted(paragraphs, key=lambda made: made.span))
    return Document(path, text, prose, ordered, source=Source(path, source, tuple(beads)))


def _stretch(prose: str, pieces: Sequence[Piece]) -> tuple[int, int] | None:
    return trimmed(prose, pieces[0][0], pieces[-1][1]) if pieces else None


def _kept(text: str, pieces: Iterable[Piece]) -> str:
    """The file with nothing but these pieces left, each as it reads, padded to its length."""
    parts: list[str] = []
    position = 0
    for start, end, reading in sorted(pieces):
        parts += blank(text[position:start]), _padded(text[start:end], reading)
        position = end
    return "".join([*parts, blank(text[position:])])


def _padded(written: str, reading: str) -> str:
    if written == reading:
        return written
    if "\n" in written or "\r" in written or len(reading) > len(written):
        return blank(written)
    return reading.replace("\n", " ").replace("\r", " ") + " " * (len(written) - len(reading))
