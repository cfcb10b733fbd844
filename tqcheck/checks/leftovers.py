"""What a machine left behind: Russian letters and abbreviations, markup, loops. What a regular expression
can tell stands in entities/data/rules/leftovers.yaml; here is what needs the letters around it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import AbstractContextManager

from tqcheck.checks.coded import Fix, Spot, open_coded
from tqcheck.entities import Store
from tqcheck.model import Document, Opened, Paragraph, Progress, Span
from tqcheck.settings import Settings

NAME = "leftovers"
_CYRILLIC = "\u0400-\u052f"
_GLOSSED = frozenset("(\"“”„«'‘[")
_MOST = 0.3
"""A paragraph with a larger share of Cyrillic letters is Russian on purpose."""


def open_leftovers(
    settings: Settings,
    progress: Progress | None = None,  # noqa: ARG001
) -> AbstractContextManager[Opened]:
    """The check of leftovers."""
    return open_coded(NAME, settings, FIXES, lambda store: (Cyrillic(store),))


class Cyrillic:
    """Russian words outside brackets and quotation marks, and Cyrillic letters that pass for Latin ones."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def __call__(self, document: Document) -> Iterator[Spot]:
        if document.prose.isascii() or not re.search(f"[{_CYRILLIC}]", document.prose):
            return
        latin = str.maketrans({pair[0]: pair[1] for pair in self._store.part("words")["homoglyph"]})
        for paragraph in document.paragraphs:
            yield from self._of_paragraph(document, paragraph, latin)

    def _of_paragraph(
        self, document: Document, paragraph: Paragraph, latin: dict[int, str]
    ) -> Iterator[Spot]:
        span = paragraph.span
        prose = document.prose[span.start : span.end]
        letters = sum(c.isalpha() for c in prose)
        if len(re.findall(f"[{_CYRILLIC}]", prose)) > max(_MOST * letters, 1):
            return
        words = rf"[^\W\d_]*[{_CYRILLIC}][^\W\d_]*"
        for found in re.finditer(rf"{words}(?:[ -]{words})*", prose):
            text = found[0]
            place = Span(span.start + found.start(), span.start + found.end())
            as_latin = text.translate(latin)
            if as_latin.isascii() and (len(text) == 1 or not re.fullmatch(f"[{_CYRILLIC}]+", text)):
                yield Spot("leftover.homoglyph", place, (as_latin,))
            elif len(text) > 1 and not _glossed(prose, found.start()):
                yield Spot("leftover.cyrillic", place)


def _glossed(prose: str, at: int) -> bool:
    """Whether the words stand in brackets or quotation marks: quoted on purpose."""
    before = prose[:at].rstrip()
    return before[-1:] in _GLOSSED or before.count("(") > before.count(")")


def _entity(match: re.Match[str]) -> tuple[str, ...]:
    from html import unescape

    return (unescape(match[0]),)


def _mojibake(match: re.Match[str]) -> tuple[str, ...]:
    for encoding in ("cp1252", "latin-1", "cp1251"):
        try:
            return (match[0].encode(encoding).decode("utf-8"),)
        except UnicodeError:
            continue
    return ()


def _named_after(match: re.Match[str]) -> tuple[str, ...]:
    house = match["house"]
    return (f"{match['name']} {house}", f"{house} named after {match['name']}")


FIXES: dict[str, Fix] = {
    "leftover.doubled-word": lambda match: (match["word"],),
    "leftover.html-entity": _entity,
    "leftover.loop": lambda match: (match["phrase"] or match["long"],),
    "leftover.mojibake": _mojibake,
    "leftover.named-after-them": _named_after,
}
