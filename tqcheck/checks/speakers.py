"""The speaker after the verb: "About the new law, said Mikhail Petrov". Part of the check of word order."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tqcheck.checks.coded import Spot
from tqcheck.entities import Store
from tqcheck.model import Document, SegmentKind, Span

_NUMBER = (
    r"half|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen"
    r"|(?:twen|thir|for|fif|six|seven|eigh|nine)ty"
)
_ABOUT = rf"About (?![$£€]?\d|(?:{_NUMBER})\b|a |an |as |every |bloody |face\b|right\b|time\b|to )"
_MORE = "|report|say|speak|talk|tell|write"
_NOUNS_TOO = frozenset(("report", "talk", "talks"))
_PARTS = r"[:?–—]| - "
_NO_PREDICATE = r"\b(?:a|an|the|to|it|he|she|they|we|you|who|which|that)$"
_OPENINGS = ("About ", "On ", "Of ")
"""What these begin with: looked at first, since the expressions take long to compile."""
_HOW = r"(?:On|Of) (?:how|what|why|whether) "
_WHO_ACTS = r"\b(?:he|she|they|we|who|which|that|[A-Z]\w+(?:ov|ev|in|sky|enko))$"


class Speakers:
    """Headlines that name the matter first and who spoke of it last."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def __call__(self, document: Document) -> Iterator[Spot]:
        for segment in document.segments():
            if segment.kind is not SegmentKind.HEADLINE:
                continue
            start, end = segment.span.start, segment.span.end
            prose = document.prose[start:end]
            if not prose.startswith(_OPENINGS):
                continue
            about = re.match(_ABOUT, prose)
            if not about and not re.match(_HOW, prose):
                continue
            said = "|".join(self._store.part("words")["front-spoken"])
            found = _teller(prose, said) if about else _speaker(prose, said)
            if found:
                yield Spot(
                    "syntax.matter-then-speaker", Span(start + found.start("verb"), start + found.end("verb"))
                )


def _speaker(prose: str, said: str) -> re.Match[str] | None:
    """Who speaks after a comma."""
    found = re.search(rf", (?P<verb>{said}) (?:[A-Z“\"]|the |in |at )", prose)
    return found if found and not re.search(_WHO_ACTS, prose[: found.start()]) else None


def _teller(prose: str, said: str) -> re.Match[str] | None:
    """The verb of telling, whoever tells: English does not open with what is told about."""
    before = re.split(_PARTS, prose)[0]
    verbs = [
        found
        for found in re.finditer(rf" (?P<verb>{said}{_MORE})\b", before)
        if not re.search(_NO_PREDICATE, before[: found.start()])
    ]
    return min(verbs, key=lambda found: found["verb"] in _NOUNS_TOO, default=None)
