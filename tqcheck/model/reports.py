"""What a run says in the end: findings, scores and failures of each document, and the verdict."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from tqcheck.errors import TqcheckError
from tqcheck.model.documents import Document
from tqcheck.model.rules import Finding
from tqcheck.typed import NamedTuple


class CheckFailure(NamedTuple):
    """Something that could not be looked at: which file, where in it ("" if no place of it), and why.

    `whole`: whether nothing of the file was looked at although it was read.
    """

    path: str
    message: str
    place: str = ""
    whole: bool = False

    @property
    def where(self) -> str:
        """ "a.jsonl:3" for a line, as findings have it and editors follow it; else "a.txt, byte 120"."""
        number = self.place.removeprefix("line ")
        if number != self.place and number.isdecimal():
            return f"{self.path}:{number}"
        return f"{self.path}, {self.place}" if self.place else self.path

    def __str__(self) -> str:
        return f"{self.where}: {self.message}"


def unread_in(document: Document) -> Iterator[CheckFailure]:
    """What could not be read of a file that could be read otherwise."""
    for place, why in document.unread:
        yield CheckFailure(document.path, why, place)


class InputError(TqcheckError):
    """A file that cannot be read as text. `place` is a position inside it ("line 3", "byte 120"), or ""."""

    def __init__(self, path: str, message: str, place: str = "") -> None:
        self.failure = CheckFailure(path, message, place)
        super().__init__(str(self.failure))


class Score(NamedTuple):
    """MQM linear score. `value` is 100 less the penalty per 1,000 words, never below 0.

    `interval` are bounds between which the score of much more text of the same making would lie in 95 of 100
    cases, None where nothing is known of it. See `tqcheck.score.interval`.
    """

    value: float
    penalty_per_1000_words: float
    minor: int
    major: int
    critical: int
    interval: tuple[float, float] | None = None

    @property
    def total(self) -> int:
        """Findings of all severities."""
        return self.minor + self.major + self.critical


class Verdict(StrEnum):
    """The gate's answer. ERROR: something asked for could not be checked (exit status 2)."""

    PASS = "pass"
    FAIL = "fail"
    ERROR = "error"


class CheckedDocument(NamedTuple):
    """One document's part of a report. A file that could not be read has failures and no document text.

    `suppressed` counts findings left out by comments in the text, accepted terms or the baseline;
    `notices` are what is to be said of those, with their places. `figure` says how the text reads: the
    logarithm of how many times likelier raw machine translation has so many findings than a text that people
    wrote, None where that is not known. See `tqcheck.judge.figure`.
    """

    document: Document
    findings: tuple[Finding, ...]
    score: Score
    suppressed: int = 0
    failures: tuple[CheckFailure, ...] = ()
    notices: tuple[str, ...] = ()
    figure: float | None = None


class Report(NamedTuple):
    """All that a writer needs. `reasons` say why the verdict is what it is, one clause each;
    `notices` are what the reader must know of the run (LanguageTool was not used, and why)."""

    documents: tuple[CheckedDocument, ...]
    verdict: Verdict
    reasons: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()
    failures: tuple[CheckFailure, ...] = ()
    version: str = ""
    signature: str = ""

    def all_failures(self) -> Iterator[CheckFailure]:
        """Failures of the run, then of each document."""
        yield from self.failures
        for checked in self.documents:
            yield from checked.failures
