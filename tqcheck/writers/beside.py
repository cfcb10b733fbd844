"""The Russian behind a finding, as reports quote it: its sentence, the responsible words marked."""

from __future__ import annotations

import re

from tqcheck.model import Finding, Source
from tqcheck.writers.visible import one_line

_BLANKS = r"[ \t\xa0]{2,}"
"""What is left of markup that stood between words."""

MOST = 6
"""Stretches of responsible words that are quoted: of a great many lost sentences, the first."""

AROUND = 70
"""Code points of the sentence kept before and after the responsible words."""

ELLIPSIS = "…"
MARKS = ("‹", "›")
"""What parts responsible words from others where a format has nothing better; no Russian text has these."""


def quotation(source: Source | None, finding: Finding) -> list[tuple[str, bool]]:
    """Stretches of the Russian and whether each is responsible; none where no Russian words are known."""
    if source is None or not finding.source:
        return []
    spans, more = sorted(finding.source)[:MOST], len(finding.source) > MOST
    text, first, last = source.text, spans[0].start, max(span.end for span in spans)
    sentences = [s for bead in source.beads for s in bead.russian if s.start < last and first < s.end]
    begins = min((s.start for s in sentences), default=first)
    ends = max((s.end for s in sentences), default=last)
    start, end = _word_from(text, first - AROUND, begins), _word_up_to(text, last + AROUND, ends)
    pieces = [(ELLIPSIS, False)] if start > begins else []
    position = start
    for span in spans:
        pieces += [(text[position : span.start], False), (text[max(span.start, position) : span.end], True)]
        position = max(position, span.end)
    pieces.append((text[position:end], False))
    if more or end < ends:
        pieces.append((ELLIPSIS, False))
    return [(re.sub(_BLANKS, " ", words), marked) for words, marked in pieces if words]


def russian_apart(finding: Finding) -> str:
    """The Russian words of a finding, "" where its message quotes them already."""
    return "" if f" {finding.russian}." in finding.message else finding.russian


def sentence(source: Source | None, finding: Finding, marks: tuple[str, str] = ("", "")) -> str:
    """The same on one line as plain text, responsible words between the marks; "" where none are known."""
    left, right = marks
    pieces = quotation(source, finding)
    return one_line("".join(f"{left}{words}{right}" if marked else words for words, marked in pieces))


def _word_from(text: str, offset: int, begins: int) -> int:
    """Where the first whole word from an offset on begins, in a sentence that begins there."""
    if offset <= begins:
        return begins
    blank = text.find(" ", offset, offset + AROUND)
    return blank + 1 if blank >= 0 else offset


def _word_up_to(text: str, offset: int, ends: int) -> int:
    """Where the last whole word up to an offset ends, in a sentence that ends there."""
    if offset >= ends:
        return ends
    blank = text.rfind(" ", offset - AROUND, offset)
    return blank if blank >= 0 else offset
