"""Compares a text with its Russian: what detectors doubt becomes findings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from textwrap import shorten

from tqcheck.bilingual.rules import Rules, open_rules
from tqcheck.model import CannotCheck, Document, Finding, Opened, Progress
from tqcheck.settings import Settings
from tqcheck.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from tqcheck.bilingual.detectors import Detector
    from tqcheck.bilingual.pair import Doubt, Pair

NAME = "bilingual"
LONGEST = 60
"""Code points of the Russian words that a finding names; the sentence is quoted beside it."""
_BLANKS = re.compile(r"\s{2,}|[\t\r\n]")
"""What is left of markup, or of line breaks, between the words of a source."""


class BilingualCheck:
    """Runs the detectors, and `more` of them, over the pairs of each document that has a source."""

    name = NAME

    def __init__(self, rules: Rules, more: Sequence[Detector] = ()) -> None:
        self._rules = rules
        self._more = more

    def check_many(self, documents: Sequence[Document]) -> Sequence[Sequence[Finding] | CannotCheck]:
        """Findings of each document; none for one without a source."""
        return [list(self._findings(document)) for document in documents]

    def _findings(self, document: Document) -> Iterator[Finding]:
        if document.source is None:
            return
        from tqcheck.bilingual.pair import pairs
        from tqcheck.bilingual.renderings.closeness import (
            Closeness,  # heavy, and of no use to a text by itself
        )
        from tqcheck.bilingual.renderings.coverage import uncovered

        closeness = Closeness(pairs(document))
        for doubt in (*self._compared(pairs(document)), *uncovered(document)):
            if doubt.firm or closeness.allows(doubt.rule):
                yield self._finding(document, doubt)

    def _compared(self, pairs: Sequence[Pair]) -> Iterator[Doubt]:
        """What the detectors doubt, pair by pair. A unit that was left in Russian, or has marks alone, has no
        English that could be compared."""
        from tqcheck.bilingual.detectors import DETECTORS
        from tqcheck.bilingual.english import tokens

        for pair in pairs:
            if not any(token.text[0].isalnum() for token in tokens(pair)):
                continue
            for detector in (*DETECTORS, *self._more):
                yield from detector(pair)

    def _finding(self, document: Document, doubt: Doubt) -> Finding:
        rule = self._rules.by_id[doubt.rule]
        return rule.finding(
            NAME,
            document,
            doubt.span,
            message=f"{rule.why} {_BLANKS.sub(' ', doubt.detail)}".rstrip(),
            suggestions=doubt.suggestions or None,
            source=doubt.source,
        )._replace(russian=_words(document, doubt))  # never the example that the rule has


def _words(document: Document, doubt: Doubt) -> str:
    """The responsible words of the source, the first of them where they are many; "" where there are none."""
    source = document.source
    words = " … ".join(source.quoted(span) for span in doubt.source) if source else ""
    return shorten(_BLANKS.sub(" ", words), LONGEST, placeholder=" …")


@contextmanager
def open_bilingual(
    settings: Settings,
    progress: Progress | None = None,  # noqa: ARG001
) -> Iterator[Opened]:
    """The check of texts against their sources. Opening it loads nothing that reads Russian.

    Raises InputError for a glossary that cannot be read.
    """
    rules = open_rules()
    more: tuple[Detector, ...] = ()
    if settings.glossary:
        from tqcheck.bilingual.glossary import Glossary, read_glossaries

        terms = read_glossaries(settings.glossary)
        more = (Glossary(terms).kept,) if terms else ()
    version = f"bilingual {rules.key[:12]}"
    yield Opened(BilingualCheck(rules, more), rule_ids=lambda: tuple(rules.by_id), version=version)
