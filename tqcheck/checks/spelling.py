"""Words that no English dictionary has: the part of the check of LanguageTool that `spelling` turns on.

The speller is asked for words, each once a text, not for the text: its suggestions are where the server's
time goes. Words with a capital are taken for names and not asked for: of 200 unknown ones in clean news about
Russia 195 were names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from tqcheck.languagetool import noise
from tqcheck.model import Document, Finding, Span

_WORD = re.compile(
    r"(?<![\w@#/.&'’_\\-])"  # no part of an address, a compound, a name such as d'Orsay
    # less than four letters are mostly abbreviations
    r"([a-z\u00df-\u024f]{4,})(?:['’]s)?"
    r"(?![\w@/_'’\\-]|…|\.[\w.])"  # "repor…" was cut off
)


def doubtful(document: Document) -> dict[str, list[Span]]:
    """Words to ask the speller for, and where they stand."""
    places: dict[str, list[Span]] = {}
    for found in _WORD.finditer(document.prose):
        if not _is_accepted(found[1]):
            places.setdefault(found[1], []).append(Span(*found.span(1)))
    return places


def findings(
    document: Document, places: Mapping[str, list[Span]], unknown: Mapping[str, tuple[str, ...]]
) -> Iterator[Finding]:
    """A finding for each unknown word, where it stands first."""
    rule = noise.speller().rule
    for word, suggestions in unknown.items():
        span = places[word][0]
        if document.text[span.start : span.end] == word:
            yield rule.finding(noise.CHECK, document, span, suggestions=tuple(filter(_is_fit, suggestions)))


def _is_fit(suggestion: str) -> bool:
    """Whether a suggestion can stand in an article for a word without capitals: no RoboCop, no obscenity."""
    if any(letter.isupper() for letter in suggestion[1:]):
        return False
    return not suggestion.lower().startswith(tuple(noise.load("spelling.yaml")["obscene"].split()))


@cache
def _accepted() -> frozenset[str]:
    return frozenset(noise.load("spelling.yaml")["accepted"].split())


def _is_accepted(word: str) -> bool:
    return word in _accepted() or word.removesuffix("s") in _accepted()
