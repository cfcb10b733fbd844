"""A text as its readers see it: without the characters that show nothing, and with Latin letters for the
Cyrillic ones that pass for them within English words.

Rules look for words, and a word with such a character in it is still that word. Checks of the characters
themselves (of typography, of leftovers) read the text as it is.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import chain

from tqcheck.model import CannotCheck, Document, Finding, Paragraph, Segment, Source, Span
from tqcheck.typed import NamedTuple

CONTROLS = "\x00-\x08\x0e-\x1b\x7f\x80-\x84\x86-\x9f\u202d\u202e"
"""What no text has on purpose: control characters but white space, and overrides of the direction."""
INVISIBLE = (
    CONTROLS + "\xad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202c\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ufe00-\ufe0f\U000e0000-\U000e0fff"
)
"""Characters that show nothing, as a set of a regular expression: also joiners, marks of direction, tags and
selectors of variants, which other scripts and emoji need."""
_HIDDEN = f"[{INVISIBLE}]+"
_CYRILLIC = "[\u0400-\u052f]"
_MIXED = r"(?<![^\W\d_])[^\W\d_]*(?:[A-Za-z][\u0400-\u052f]|[\u0400-\u052f][A-Za-z])[^\W\d_]*"


class Seen(NamedTuple):
    """A document as it is seen, and the offset of each of its characters in the text as it is; None where
    both are the same."""

    document: Document
    offsets: Sequence[int] | None = None

    def back(self, found: Sequence[Finding] | CannotCheck, text: str) -> Sequence[Finding] | CannotCheck:
        """Findings of the document as it is seen, at their places in the text as it is."""
        if self.offsets is None or isinstance(found, CannotCheck):
            return found
        return [self._moved(finding, self.offsets, text) for finding in found]

    def _moved(self, finding: Finding, offsets: Sequence[int], text: str) -> Finding:
        start, end = finding.span
        span = Span(offsets[start], offsets[end - 1] + 1 if end > start else offsets[start])
        return finding._replace(span=span, text=text[span.start : span.end])


def as_seen(document: Document) -> Seen:
    """The document itself where nothing is hidden in it."""
    hidden = re.search(_HIDDEN, document.prose)
    mixed = re.search(_CYRILLIC, document.prose) and re.search(_MIXED, document.prose)
    if not hidden and not mixed:
        return Seen(document)
    offsets = _kept(document.prose)
    text, prose = (
        _in_latin("".join(map(whole.__getitem__, offsets))) for whole in (document.text, document.prose)
    )
    paragraphs = tuple(_paragraphs(document.paragraphs, offsets))
    source = document.source and _source(document.source, offsets)
    seen = document._replace(text=text, prose=prose, paragraphs=paragraphs, source=source)
    return Seen(seen, [*offsets, len(document.prose)])


def _kept(prose: str) -> list[int]:
    """The offsets of what is seen."""
    gaps = [match.span() for match in re.finditer(_HIDDEN, prose)]
    starts, ends = [0, *(end for _, end in gaps)], [*(start for start, _ in gaps), len(prose)]
    return list(chain.from_iterable(map(range, starts, ends)))


def _in_latin(text: str) -> str:
    """The text with the words of mixed letters in Latin ones, where all of the others pass for these."""
    if not re.search(_CYRILLIC, text):
        return text
    from tqcheck.entities import open_store
    from tqcheck.entities.letters import lookalikes

    latin = str.maketrans(lookalikes(open_store()))

    def meant(word: re.Match[str]) -> str:
        return as_latin if (as_latin := word[0].translate(latin)).isascii() else word[0]

    return re.sub(_MIXED, meant, text)


def _paragraphs(paragraphs: Iterable[Paragraph], offsets: Sequence[int]) -> Iterable[Paragraph]:
    for paragraph in paragraphs:
        moved = [Segment(_seen(segment.span, offsets), segment.kind) for segment in paragraph.segments]
        if segments := tuple(segment for segment in moved if segment.span.end > segment.span.start):
            yield Paragraph(Span(segments[0].span.start, segments[-1].span.end), segments)


def _source(source: Source, offsets: Sequence[int]) -> Source:
    beads = []
    for bead in source.beads:
        english = (_seen(span, offsets) for span in bead.english)
        beads.append(bead._replace(english=tuple(span for span in english if span.end > span.start)))
    return Source(source.path, source.text, tuple(beads), source.origin)


def _seen(span: Span, offsets: Sequence[int]) -> Span:
    return Span(bisect_left(offsets, span.start), bisect_left(offsets, span.end))
