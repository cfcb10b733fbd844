"""Which texts cannot be looked at for their language, and what of them was not compared with the Russian."""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.model import Document
from tqcheck.segment.script import is_cyrillic, is_mostly_cyrillic


def is_not_english(document: Document) -> bool:
    """Whether a text is in Cyrillic letters; of a file that holds both languages, all of its English."""
    if not is_cyrillic(document.prose):
        return False
    sentences = (document.prose[one.span.start : one.span.end] for one in document.segments())
    return not _holds_both(document) or all(map(is_mostly_cyrillic, sentences))


def _holds_both(document: Document) -> bool:
    return document.source is not None and document.source.path == document.path


def not_compared(document: Document) -> Iterator[str]:
    """What must be said of a text that was compared with its source or translated only in part."""
    if document.source is None:
        return
    beads = document.source.beads
    if _holds_both(document) and (bare := sum(len(bead.russian) for bead in beads if not bead.english)):
        of = sum(len(bead.russian) for bead in beads)
        have = "has" if bare == 1 else "have"
        yield f"{document.path}: {bare} of {of} Russian sentences {have} no English"
    whole = sum(1 for _ in document.segments())
    left = whole - sum(len(bead.english) for bead in document.source.compared)
    if left:
        were = "was" if left == 1 else "were"
        beside = f"{left} of {whole} sentences {were} not compared with {document.source.path}"
        yield f"{document.path}: {beside}; tqcheck align shows which"
