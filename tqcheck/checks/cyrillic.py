"""Russian words and Cyrillic letters in English prose. Part of the check of leftovers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tqcheck.checks.coded import Spot
from tqcheck.entities import Store
from tqcheck.entities.letters import lookalikes
from tqcheck.model import Document, Paragraph, Span
from tqcheck.segment.script import is_mostly_cyrillic

_CYRILLIC = "\u0400-\u052f"
_WORDS = rf"(?<![^\W\d_])[^\W\d_]*[{_CYRILLIC}][^\W\d_]*"
_RUN = rf"{_WORDS}(?:[ -]{_WORDS})*"
OPENING_MARKS = frozenset("(\"“”„«'‘[")
"""Brackets and quotation marks in which words are quoted on purpose."""
_BACK = 2000
"""Code points around in which the marks of a quotation are looked for."""


class Cyrillic:
    """Russian words outside brackets and quotation marks, and Cyrillic letters that pass for Latin ones."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def __call__(self, document: Document) -> Iterator[Spot]:
        if document.prose.isascii() or not re.search(f"[{_CYRILLIC}]", document.prose):
            return
        latin = str.maketrans(lookalikes(self._store))
        for paragraph in document.paragraphs:
            yield from self._of_paragraph(document, paragraph, latin)

    def _of_paragraph(
        self, document: Document, paragraph: Paragraph, latin: dict[int, str]
    ) -> Iterator[Spot]:
        whole = document.prose[paragraph.span.start : paragraph.span.end]
        if not re.search(f"[{_CYRILLIC}]", whole):
            return
        for segment in paragraph.segments:
            for place in _russian(document.prose, segment.span):
                text = document.prose[place.start : place.end]
                as_latin = text.translate(latin)
                if as_latin.isascii() and (len(text) == 1 or not re.fullmatch(f"[{_CYRILLIC}]+", text)):
                    yield Spot("leftover.homoglyph", place, (as_latin,))
                elif len(text) > 1 and not _glossed(whole, place.start - paragraph.span.start):
                    yield Spot("leftover.cyrillic", place)


def _russian(prose: str, sentence: Span) -> list[Span]:
    """Words side by side with Cyrillic letters; of a sentence that was left in Russian, all from the first to
    the last."""
    found = [Span(*run.span()) for run in re.compile(_RUN).finditer(prose, sentence.start, sentence.end)]
    if len(found) > 1 and is_mostly_cyrillic(prose[sentence.start : sentence.end]):
        return [Span(found[0].start, found[-1].end)]
    return found


def _glossed(prose: str, at: int) -> bool:
    """Whether the words stand in brackets or quotation marks: quoted on purpose."""
    before = prose[max(0, at - _BACK) : at].rstrip()
    within = any(before.count(opening) > before.count(closing) for opening, closing in ("()", "«»", "“”"))
    straight = before.count('"') % 2 == 1 and '"' in prose[at : at + _BACK]
    return within or straight or before[-1:] in OPENING_MARKS
