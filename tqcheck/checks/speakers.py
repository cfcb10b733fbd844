"""The speaker after the verb: "About the new law, said Mikhail Petrov". Part of the check of word order."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tqcheck.checks.coded import Spot
from tqcheck.entities import Store
from tqcheck.model import Document, SegmentKind, Span

_ABOUT = re.compile(r"About (?!\d|half |one |two |three |four |five |six |seven |eight |nine |ten |a |an )")
_HOW = re.compile(r"(?:On|Of) (?:how|what|why|whether) ")
_WHO_ACTS = re.compile(r"\b(?:he|she|they|we|who|which|that|[A-Z]\w+(?:ov|ev|in|sky|enko))$")


class Speakers:
    """Headlines that name the matter first and who spoke of it last."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def __call__(self, document: Document) -> Iterator[Spot]:
        for segment in document.segments():
            start, end = segment.span.start, segment.span.end
            prose = document.prose[start:end]
            about = _ABOUT.match(prose)
            if segment.kind is not SegmentKind.HEADLINE or not (about or _HOW.match(prose)):
                continue
            said = "|".join(self._store.part("words")["front-spoken"])
            comma = "" if about else ","
            found = re.search(rf"{comma} (?P<verb>{said}) (?:[A-Z“\"]|the |in |at )", prose)
            if found and not _WHO_ACTS.search(prose[: found.start()]):
                yield Spot(
                    "syntax.matter-then-speaker", Span(start + found.start("verb"), start + found.end("verb"))
                )
