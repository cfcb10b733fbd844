"""Word order: a verb right after what Russian puts first, before its subject or without any.

"In Sochi after a long repair opened the railway station": what stands before the verb is read as a chain of
phrases, each a preposition with its noun phrase, or a time. Only where none of them can hold a subject, and
the clause has no other finite verb, is the verb out of place. Words are judged by the lists of
entities/data/rules/wordorder.yaml; what these cannot decide is let be.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager
from functools import cached_property

from tqcheck.checks.coded import Spot, open_coded
from tqcheck.checks.fronted import Sentence
from tqcheck.checks.speakers import Speakers
from tqcheck.checks.splices import Splices
from tqcheck.entities import Store
from tqcheck.model import Document, Opened, Progress, Segment, SegmentKind
from tqcheck.rulebook.tokens import tokens_of
from tqcheck.settings import Settings

NAME = "wordorder"


def open_wordorder(
    settings: Settings,
    progress: Progress | None = None,  # noqa: ARG001
) -> AbstractContextManager[Opened]:
    """The check of word order."""
    return open_coded(
        NAME, settings, {}, lambda store: (FrontedVerbs(store), Speakers(store), Splices(store))
    )


class FrontedVerbs:
    """Verbs that follow a fronted place, time or matter."""

    _ago = re.compile(r"\d+ (?:days|months|years) ago ")

    def __init__(self, store: Store) -> None:
        self._store = store

    @cached_property
    def _words(self) -> Mapping[str, frozenset[str]]:
        lists = self._store.part("words")
        return {
            name.removeprefix("front-"): frozenset(words)
            for name, words in lists.items()
            if name.startswith("front-")
        }

    def __call__(self, document: Document) -> Iterator[Spot]:
        for segment in document.segments():
            if spot := self._spot(document, segment):
                yield spot

    def _spot(self, document: Document, segment: Segment) -> Spot | None:
        words = self._words
        first = document.prose[segment.span.start : segment.span.end].split(None, 1)[0].lower().rstrip(",")
        dated = self._ago.match(document.prose, segment.span.start)
        if first == "about" or not (first in words["lead"] or first in words["time"] or dated):
            return None
        tokens = tokens_of(document.prose, segment.span.start, segment.span.end)
        return Sentence(tokens, words, headline=segment.kind is SegmentKind.HEADLINE).spot()
