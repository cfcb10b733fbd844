"""A text and its Russian → beads: which sentences belong together, and how sure that is."""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.bilingual.anchors import anchors
from tqcheck.bilingual.monotone import Link, Side, align
from tqcheck.bilingual.russian import sentences
from tqcheck.model import Bead, Document, Paragraph, Source, Span


def aligned(document: Document, russian: Document) -> Source:
    """The source of a document, its sentences beside those of the text. Raises RussianMissing."""
    english = [[s.span for s in paragraph.segments] for paragraph in document.paragraphs]
    theirs = [list(_sentences(russian, paragraph)) for paragraph in russian.paragraphs]
    flat, flat_russian = [s for own in english for s in own], [s for own in theirs for s in own]
    links = align(_side(document.prose, english), _side(russian.prose, theirs))
    beads = tuple(_bead(link, flat, flat_russian) for link in links)
    return Source(russian.path, russian.prose, beads)


def _bead(link: Link, english: list[Span], russian: list[Span]) -> Bead:
    return Bead(
        tuple(english[i] for i in link.english),
        tuple(russian[j] for j in link.russian),
        round(link.posterior, 3),
    )


def _sentences(document: Document, paragraph: Paragraph) -> Iterator[Span]:
    """The Russian sentences of a paragraph. Where its segments are parted by a line break, so are they."""
    start = paragraph.span.start
    spans = [segment.span for segment in paragraph.segments]
    for i, span in enumerate(spans):
        following = spans[i + 1].start if i + 1 < len(spans) else paragraph.span.end
        if i + 1 == len(spans) or "\n" in document.prose[span.end : following]:
            yield from sentences(document.prose, start, span.end)
            start = following


def _side(text: str, paragraphs: list[list[Span]]) -> Side:
    spans = [span for own in paragraphs for span in own]
    return Side(
        lengths=[span.end - span.start for span in spans],
        anchors=[anchors(text[span.start : span.end]) for span in spans],
        opens=[i == 0 for own in paragraphs for i in range(len(own))],
    )
