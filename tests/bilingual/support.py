"""A text beside its Russian, in one line."""

from __future__ import annotations

from tqcheck.bilingual.alignment.align import aligned, beads_of_unit
from tqcheck.bilingual.detectors import Detector
from tqcheck.bilingual.pair import Pair
from tqcheck.bilingual.russian import sentence
from tqcheck.model import Document, Segment, Source, Span
from tqcheck.readers import read_text
from tqcheck.sources import beside_text


def source(english: str, russian: str) -> Source:
    """The alignment of two texts."""
    return aligned(read_text(english), read_text(russian, "source"))


def beads(english: str, russian: str) -> list[tuple[list[str], list[str]]]:
    """The texts of the beads."""
    made = source(english, russian)
    return [
        ([english[s.start : s.end] for s in b.english], list(map(made.quoted, b.russian))) for b in made.beads
    ]


def pair(russian: str, english: str) -> Pair:
    """One sentence of each."""
    russians = (sentence(russian, Span(0, len(russian))),)
    return Pair((Segment(Span(0, len(english))),), russians, english, russian, 1.0)


def doubted(detect: Detector, russian: str, english: str) -> list[str]:
    """The English words that a detector doubts in one sentence of each."""
    return [english[doubt.span.start : doubt.span.end] for doubt in detect(pair(russian, english))]


def document(english: str, russian: str) -> Document:
    """A text with its source."""
    return beside_text(read_text(english), read_text(russian, "source"))


def believed(russian: str, english: str) -> Document:
    """A text whose sentences are known to render the Russian, as in a bilingual file."""
    read = read_text(english)
    beads = beads_of_unit(english, [s.span for s in read.segments()], russian, [Span(0, len(russian))])
    return read._replace(source=Source("source", russian, beads))
