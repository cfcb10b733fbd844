"""Findings that someone has decided on: instructions in the text, accepted terms. Pure.

An instruction is a comment, in plain text as in Markdown and HTML, since no article has one by accident and
no page that is made of the text shows it:

    <!-- tqcheck: ignore sense.fire-calculation, calque.* the pun is meant -->
    <!-- tqcheck: ignore-file style the author's own voice -->

Alone on its line it is about the paragraph that follows, otherwise about its own line; with -file about the
whole text. Rules are ids, families, globs or * for all, separated by commas; then comes the reason.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from functools import lru_cache

from tqcheck.model import Document, Finding, Span
from tqcheck.settings import matches
from tqcheck.typed import NamedTuple

INSTRUCTION = re.compile(r"<!--\s*tqcheck:((?:(?!-->|<!--).)*)-->", re.DOTALL)
"""An instruction, its words in group 1. What readers of plain text must blank.

No possessive quantifier: Python before 3.11.5 loses matches of such a group. Time stays linear, since what is
tried anew ends where the next comment begins.
"""

_SELECTOR = r"[\w.*?\[\]-]+"
_WORDS = rf"(?s)(ignore(?:-file)?)\s+({_SELECTOR}(?:\s*,\s*{_SELECTOR})*)(?:[\s:]+(.*))?"
_FENCE = r"(?m)^ {0,3}(`{3,}|~{3,})"


class Instruction(NamedTuple):
    """What an instruction says: which rules, where, and why ("" where it does not say)."""

    place: Span
    selectors: tuple[str, ...]
    reach: Span
    reason: str


class Left(NamedTuple):
    """Findings that stay, how many were left out, and what is to be said of the instructions."""

    findings: tuple[Finding, ...]
    suppressed: int
    notices: tuple[str, ...]


def suppress(
    document: Document,
    findings: Sequence[Finding],
    accept: tuple[str, ...] = (),
    could_find: Callable[[str], bool] = lambda _: True,
) -> Left:
    """Leaves out what the text's instructions and the accepted terms say.

    `could_find` tells whether any rule that a selector means was looked for: of one that was not, nobody
    can say that its instruction is of no use.
    """
    accepted = _accepted(document, accept) if accept and findings else []
    kept = [finding for finding in findings if not _inside(finding.span, accepted)]
    if "tqcheck:" not in document.text:
        return Left(tuple(kept), len(findings) - len(kept), ())
    instructions, notices = read_instructions(document)
    used: set[tuple[Span, str]] = set()
    left = []
    for finding in kept:
        means = [
            (instruction.place, selector)
            for instruction in instructions
            if _touches(finding.span, instruction.reach)
            for selector in instruction.selectors
            if matches(selector, finding.rule)
        ]
        used.update(means)
        if not means:
            left.append(finding)
    for instruction in instructions:
        for selector in instruction.selectors:
            if (instruction.place, selector) not in used and could_find(selector):
                where = _shown(document, instruction.place.start)
                notices.append(f"{where}: nothing to ignore for {selector}: the comment can go")
    return Left(tuple(left), len(findings) - len(left), tuple(notices))


def read_instructions(document: Document) -> tuple[list[Instruction], list[str]]:
    """The instructions of a text, and what is wrong with those that cannot be followed."""
    instructions, wrong = [], []
    fenced = _fenced(document.text) if document.format == "markdown" else []
    for found in INSTRUCTION.finditer(document.text):
        if document.format == "markdown" and _quoted(document, found.start(), fenced):
            continue
        words = re.fullmatch(_WORDS, found[1].strip())
        if not words:
            where, said = _shown(document, found.start()), " ".join(found[1].split())
            form = "ignore RULE REASON or ignore-file RULE REASON"
            wrong.append(f"{where}: “{said}” is no instruction: write {form}")
            continue
        place = Span(found.start(), found.end())
        reach = Span(0, len(document.text)) if words[1] == "ignore-file" else _reach(document, place)
        selectors = tuple(re.split(r"\s*,\s*", words[2]))
        instructions.append(Instruction(place, selectors, reach, (words[3] or "").strip(" -–—:")))
    return instructions, wrong


def _reach(document: Document, place: Span) -> Span:
    text = document.text
    start, end = document.line_at(place.start).start, document.line_at(place.end - 1).end
    if INSTRUCTION.sub("", text[start:end]).strip():
        return Span(start, end)
    following = [p.span for p in document.paragraphs if p.span.end > place.end]
    return Span(max(following[0].start, place.end), following[0].end) if following else Span(end, end)


def _fenced(text: str) -> list[Span]:
    """Blocks of code between fences."""
    spans, opened, start = [], "", 0
    for fence in re.finditer(_FENCE, text):
        if not opened:
            opened, start = fence[1], fence.start()
        elif fence[1].startswith(opened):
            spans.append(Span(start, fence.end()))
            opened = ""
    return [*spans, Span(start, len(text))] if opened else spans


def _quoted(document: Document, offset: int, fenced: Sequence[Span]) -> bool:
    """Whether Markdown only quotes the comment, as a text about comments would."""
    line_start = document.line_at(offset).start
    return _inside(Span(offset, offset), fenced) or document.text.count("`", line_start, offset) % 2 == 1


def _touches(span: Span, reach: Span) -> bool:
    return span.overlaps(reach) or (span.start == span.end and reach.start <= span.start <= reach.end)


def _inside(span: Span, places: Sequence[Span]) -> bool:
    at = bisect_right(places, span.start, key=lambda place: place.start)
    return at > 0 and places[at - 1].contains(span)


@lru_cache(maxsize=8)
def _terms(accept: tuple[str, ...]) -> re.Pattern[str]:
    words = sorted({r"\s+".join(map(re.escape, term.split())) for term in accept}, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(words)})(?!\w)", re.IGNORECASE)


def _accepted(document: Document, accept: tuple[str, ...]) -> list[Span]:
    return [Span(found.start(), found.end()) for found in _terms(accept).finditer(document.text)]


def _shown(document: Document, offset: int) -> str:
    return f"{document.path}:{document.place(offset)[0]}"
