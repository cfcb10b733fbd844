"""The article in HTML: its paragraphs with the doubtful words marked, beside each the notes on it.

Ids are the document's number and the note's: "n2-5" is the note, "r2-5" its number in the text; pieces of
marked words carry the ids of all their notes in data-f, since findings may nest and cross.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import escape

from tqcheck.model import CheckedDocument, Confidence, Document, Finding, Severity, Source
from tqcheck.writers.beside import quotation, russian_apart
from tqcheck.writers.blocks import Block, Note, all_blocks, edges_of, number
from tqcheck.writers.rule_text import quoted, suggested
from tqcheck.writers.visible import one_line, visible

_SIGN = {Severity.CRITICAL: "▲", Severity.MAJOR: "◆", Severity.MINOR: "◇"}
_NEWLINE = re.compile(r"[ \t]*(?:\r\n?|[\n\v\f\x85\u2028\u2029])[ \t]*")


def sign(severity: Severity) -> str:
    """A severity's mark, which adds nothing for who hears the page."""
    return f'<span aria-hidden="true">{_SIGN[severity]}</span>'


def prose(text: str) -> str:
    """Foreign text on one line, escaped for elements and attributes."""
    return escape(one_line(text))


def article(checked: CheckedDocument, key: str) -> Iterator[str]:
    """Rows of the page: a paragraph, and its notes if it has any. `key` is the document's number."""
    notes = number(checked.findings)
    told: dict[tuple[str, str], int] = {}
    for block in all_blocks(checked, notes):
        tag = "h3" if block.headline else "p"
        yield f'<div class="row{"" if block.notes else " clear"}">'
        yield f'<{tag} class="text">{_Marker(checked.document.text, block, key).html()}</{tag}>'
        if block.notes:
            yield '<ol class="notes">'
            for note in block.notes:
                finding = note.finding
                first = told.setdefault((finding.rule, finding.message), note.number)
                yield _note(note, key, None if first == note.number else first, checked)
            yield "</ol>"
        yield "</div>"


class _Marker:
    """Sets the text of one block."""

    def __init__(self, text: str, block: Block, key: str) -> None:
        self.text, self.block, self.key = text, block, key
        self.edges = [(*edges_of(text, block, note), note) for note in block.notes]

    def html(self) -> str:
        return "".join(self._pieces())

    def _pieces(self) -> Iterator[str]:
        block = self.block
        inner = {p for first, last, _ in self.edges for p in (first, last) if block.start <= p <= block.end}
        points = sorted({block.start, block.end, *inner})
        for i, point in enumerate(points):
            closing = [edge for edge in self.edges if edge[1] == point]
            for first, _, note in sorted(closing, key=lambda edge: (-edge[0], edge[2].number)):
                yield self._reference(note, missing=first == point)
            if i + 1 < len(points):
                active = [note for first, last, note in self.edges if first <= point < last]
                yield self._words(point, points[i + 1], active)

    def _words(self, start: int, end: int, active: Sequence[Note]) -> str:
        words = self.text[start:end]
        if not active:
            return self._shown(words)
        if words.isspace() and any(not note.finding.text.strip() for note in active):
            shown = escape(visible(words.replace(" ", "␣")))
        else:
            shown = self._shown(words)
        worst = max((note.finding.severity for note in active), key=lambda severity: severity.rank)
        ids = " ".join(f"{self.key}-{note.number}" for note in active)
        return f'<mark class="{worst}" data-f="{ids}">{shown}</mark>'

    def _reference(self, note: Note, *, missing: bool) -> str:
        finding, id_ = note.finding, f"{self.key}-{note.number}"
        caret = f'<mark class="{finding.severity} caret" data-f="{id_}">‸</mark>' if missing else ""
        label = f"note {note.number}, {finding.severity}"
        return (
            f'{caret}<a class="ref {finding.severity}" id="r{id_}" href="#n{id_}" role="doc-noteref" '
            f'aria-label="{label}">{note.number}</a>'
        )

    def _shown(self, words: str) -> str:
        lines = [escape(visible(line.replace("\t", " "))) for line in _NEWLINE.split(words)]
        return (" " if self.block.wrapped else "<br>").join(lines)


def _note(note: Note, key: str, as_note: int | None, checked: CheckedDocument) -> str:
    finding, id_ = note.finding, f"{key}-{note.number}"
    severity, where = finding.severity, _where(checked.document, finding.span.start)
    parts = [
        f'<li class="note {severity}" id="n{id_}" tabindex="-1" data-severity="{severity}" '
        f'data-family="{prose(finding.family)}" value="{note.number}">',
        f'<p class="head"><a class="num" href="#r{id_}" aria-label="note {note.number}, to the text">'
        f'{note.number}</a> <span class="sev">{sign(severity)} {severity}</span> '
        f'<span class="words">{escape(quoted(finding.text))}</span></p>',
    ]
    if as_note is None:
        if russian := russian_apart(finding):
            parts.append(f'<p class="russian" lang="ru">{prose(russian)}</p>')
        parts.append(f'<p class="why">{prose(finding.message)}</p>')
    parts += [_beside(checked.document.source, finding), _suggestions(finding)]
    again = f' · as <a href="#n{key}-{as_note}">note {as_note}</a>' if as_note is not None else ""
    unsure = f" · {finding.confidence} confidence" if finding.confidence is Confidence.LOW else ""
    parts.append(
        f'<p class="foot"><a href="#rule-{prose(finding.rule)}">{prose(finding.rule)}</a>{again}{unsure} · '
        f'{where} <button type="button" class="copy" hidden>Copy sentence</button></p></li>'
    )
    return "".join(parts)


def _where(document: Document, offset: int) -> str:
    """The line, or the paragraph of a file without lines."""
    if document.origin and not document.origin.text:
        return prose(document.unit(offset))
    return f"line {document.place(offset)[0]}"


def _beside(source: Source | None, finding: Finding) -> str:
    """The Russian sentence, its responsible words marked."""
    pieces = [
        f"<b>{escape(one_line(words))}</b>" if responsible else escape(visible(words.replace("\n", " ")))
        for words, responsible in quotation(source, finding)
    ]
    return f'<p class="source" lang="ru">{"".join(pieces)}</p>' if pieces else ""


def _suggestions(finding: Finding) -> str:
    if not finding.suggestions:
        return ""
    items = "".join(
        f'<li><button type="button" aria-pressed="false" disabled>{escape(suggested(text))}</button></li>'
        for text in finding.suggestions
    )
    return f'<ul class="better" aria-label="Better">{items}</ul>'
