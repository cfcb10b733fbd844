"""The words of tqcheck as types: frozen, slotted, and dependent on nothing of ours.

Every offset counts Unicode code points of the decoded file as it is, from 0, end exclusive;
lines and columns count code points from 1. Newlines are never normalised.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from itertools import pairwise
from typing import Protocol, runtime_checkable

from tqcheck.errors import CannotCheck as CannotCheck
from tqcheck.errors import TqcheckError as TqcheckError


class Severity(StrEnum):
    """MQM severities, by the harm done to a reader of the article."""

    MINOR = "minor"
    MAJOR = "major"
    CRITICAL = "critical"

    @property
    def rank(self) -> int:
        """0 for minor, 1 for major, 2 for critical."""
        return _SEVERITY_RANK[self]


class Confidence(StrEnum):
    """How often findings of a rule were right where they were judged."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"

    @property
    def rank(self) -> int:
        """0 for low, 1 for medium, 2 for high."""
        return _CONFIDENCE_RANK[self]


_SEVERITY_RANK = {Severity.MINOR: 0, Severity.MAJOR: 1, Severity.CRITICAL: 2}
_CONFIDENCE_RANK = {Confidence.LOW: 0, Confidence.MEDIUM: 1, Confidence.HIGH: 2}


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a document's text: `text[start:end]`."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether the other lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end


class SegmentKind(StrEnum):
    """Headlines follow their own grammar, so checks must know them from prose."""

    SENTENCE = "sentence"
    HEADLINE = "headline"


@dataclass(frozen=True, slots=True)
class Segment:
    """A sentence, or a headline. Spans of one document's segments ascend and do not overlap."""

    span: Span
    kind: SegmentKind = SegmentKind.SENTENCE


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A run of segments an editor reads as one block."""

    span: Span
    segments: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of an extracted text that came from one run of the file; `exact` where they are the same."""

    start: int
    span: Span
    exact: bool


@dataclass(frozen=True)
class Origin:
    """The file that a document's text was taken out of: a page, subtitles, a feed, a Word document.

    `text` is the decoded file, "" where it is no text; `pieces` say where runs of the document's text stand
    in it, ascending; `units` where units (a cue, an article of a feed) begin, with their names.
    """

    text: str
    pieces: tuple[Piece, ...] = ()
    units: tuple[tuple[int, str], ...] = ()

    def offset(self, offset: int) -> int:
        """Where in the file the character at this offset of the document's text stands."""
        at = bisect_right(self.pieces, offset, key=lambda piece: piece.start) - 1
        if at < 0:
            return 0
        piece = self.pieces[at]
        return min(piece.span.start + (offset - piece.start if piece.exact else 0), piece.span.end)

    def span(self, span: Span) -> Span:
        """Where in the file words of the document stand, what lies between them included."""
        start = self.offset(span.start)
        if span.end == span.start:
            return Span(start, start)
        at = bisect_right(self.pieces, span.end - 1, key=lambda piece: piece.start) - 1
        last = self.pieces[at]
        return Span(start, last.span.start + span.end - last.start if last.exact else last.span.end)

    def is_exact(self, span: Span) -> bool:
        """Whether the words stand in the file in one run, just as they read."""
        first, last = (
            bisect_right(self.pieces, offset, key=lambda piece: piece.start) - 1
            for offset in (span.start, max(span.start, span.end - 1))
        )
        pieces = self.pieces[first : last + 1]
        whole = all(a.span.end == b.span.start for a, b in pairwise(pieces))
        return first >= 0 and whole and all(piece.exact for piece in pieces)

    def unit(self, offset: int) -> str:
        """The name of the unit at an offset of the document's text, "" where there is none."""
        at = bisect_right(self.units, offset, key=lambda unit: unit[0]) - 1
        return self.units[at][1] if at >= 0 else ""

    @cached_property
    def line_starts(self) -> tuple[int, ...]:
        """As those of a document, of the file."""
        return line_starts(self.text)


def line_starts(text: str) -> tuple[int, ...]:
    """Offset of the first code point of each line; a line ends after \\n, \\r\\n or a lone \\r."""
    starts = [0]
    position = 0
    if "\r" not in text:
        while (position := text.find("\n", position) + 1) > 0:
            starts.append(position)
    else:
        for i, character in enumerate(text):
            if character == "\n" or (character == "\r" and text[i + 1 : i + 2] != "\n"):
                starts.append(i + 1)
    return tuple(starts)


class Placed:
    """A text of which places are told: `text`, and `origin` where it was taken out of a file."""

    text: str
    origin: Origin | None

    @cached_property
    def line_starts(self) -> tuple[int, ...]:
        """Offset of the first code point of each line of `text`; see the function of that name."""
        return line_starts(self.text)

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset, both from 1, in the file if that has lines."""
        starts = self.line_starts
        if self.origin and self.origin.text:
            starts, offset = self.origin.line_starts, self.origin.offset(offset)
        line = bisect_right(starts, offset)
        return line, offset - starts[line - 1] + 1

    def place_after(self, span: Span) -> tuple[int, int]:
        """Line and column right after a span, both from 1."""
        if not (self.origin and self.origin.text):
            return self.place(span.end)
        starts, end = self.origin.line_starts, self.origin.span(span).end
        line = bisect_right(starts, end)
        return line, end - starts[line - 1] + 1

    def unit(self, offset: int) -> str:
        """The name of the cue, article or paragraph that an offset is in, "" where the format has none."""
        return self.origin.unit(offset) if self.origin else ""

    def in_file(self, span: Span) -> Span:
        """The span as offsets into the decoded file; of a file that is no text, into `text`."""
        return self.origin.span(span) if self.origin and self.origin.text else span


SURE = 0.5
"""How sure an alignment must be of a bead for checks to compare its two sides."""


@dataclass(frozen=True, slots=True)
class Bead:
    """What belongs together in a text and its source: English segments that render Russian sentences.

    One side is empty where the other has no counterpart. `sure` is 0 to 1: how sure that is; 1 where a
    bilingual file says so.
    """

    english: tuple[Span, ...]
    russian: tuple[Span, ...]
    sure: float


@dataclass(frozen=True, eq=False)
class Source(Placed):
    """The Russian of a document. Its spans are offsets into `text`; each source is equal to itself alone.

    `beads` hold every segment of the document once, and every sentence of the Russian, in the order of the
    English, Russian sentences without a counterpart after those they follow.
    """

    path: str
    text: str
    beads: tuple[Bead, ...] = ()
    origin: Origin | None = None

    @property
    def compared(self) -> tuple[Bead, ...]:
        """The beads that have both sides and are sure enough to be compared."""
        return tuple(bead for bead in self.beads if bead.english and bead.russian and bead.sure >= SURE)

    def quoted(self, span: Span) -> str:
        """The Russian words of a span."""
        return self.text[span.start : span.end]


@dataclass(frozen=True)
class Document(Placed):
    """A text to check.

    `text` is the decoded file, untouched. `prose` has the same length and the same line breaks, with
    everything that is not prose (code, link targets, markup) blanked to spaces: checks read `prose`,
    reports quote `text`. `source` is the Russian, where it was given. Where the file is no text to be read as
    it is, `text` is what was taken out of it, and `origin` tells where that stands in the file.
    """

    path: str
    text: str
    prose: str
    paragraphs: tuple[Paragraph, ...]
    encoding: str = "utf-8"
    format: str = "text"
    source: Source | None = None
    origin: Origin | None = None

    @property
    def file_text(self) -> str:
        """The decoded file; "" where it is no text."""
        return self.origin.text if self.origin else self.text

    def line_at(self, offset: int) -> Span:
        """The line of `text` that an offset is in, its line break included."""
        line = bisect_right(self.line_starts, offset)
        end = self.line_starts[line] if line < len(self.line_starts) else len(self.text)
        return Span(self.line_starts[line - 1], end)

    def segments(self) -> Iterator[Segment]:
        """All segments in order."""
        for paragraph in self.paragraphs:
            yield from paragraph.segments

    @cached_property
    def words(self) -> int:
        """Whitespace-separated words of the prose."""
        return len(self.prose.split())


@dataclass(frozen=True, slots=True)
class Precision:
    """Judged findings of a rule: how many an editor called right, and how many wrong."""

    right: int = 0
    wrong: int = 0

    @property
    def value(self) -> float | None:
        """Share of right findings, or None where none was judged."""
        total = self.right + self.wrong
        return self.right / total if total else None


@dataclass(frozen=True, slots=True)
class Rule:
    """What an editor needs to know of a rule; how it matches is the rulebook's affair.

    `before` are example sentences with the fault between [[ and ]], `after` the same with the first
    suggestion there, if the rule has one; `exceptions` are sentences that look alike and are sound.
    `origin` says where the rule stands ("politics.yaml:120").
    """

    id: str
    severity: Severity
    confidence: Confidence
    category: str
    russian: str
    why: str
    suggest: tuple[str, ...] = ()
    source: tuple[str, ...] = ()
    needs_source: bool = False
    source_near: tuple[str, ...] = ()
    source_unless: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    exceptions: tuple[str, ...] = ()
    precision: Precision = Precision()
    origin: str = ""
    pattern: tuple[str, ...] = ()

    @property
    def family(self) -> str:
        """The part of the id before the first dot: sense, calque, syntax, …"""
        return self.id.partition(".")[0]

    def finding(
        self,
        check: str,
        document: Document,
        span: Span,
        *,
        severity: Severity | None = None,
        message: str = "",
        suggestions: tuple[str, ...] | None = None,
        russian: str = "",
        source: tuple[Span, ...] = (),
    ) -> Finding:
        """The rule at a place of a document, found by a check. What is not given is as the rule has it."""
        return Finding(
            rule=self.id,
            check=check,
            span=span,
            text=document.text[span.start : span.end],
            severity=severity or self.severity,
            confidence=self.confidence,
            category=self.category,
            message=message or self.why,
            suggestions=self.suggest if suggestions is None else suggestions,
            russian=russian or self.russian,
            source=source,
        )


@dataclass(frozen=True, slots=True)
class Finding:
    """A rule at a place. `message` says what is wrong; `suggestions` are texts to stand in its place.

    `source` are the responsible words of the document's source, where it has one.
    """

    rule: str
    check: str
    span: Span
    text: str
    severity: Severity
    confidence: Confidence
    category: str
    message: str
    suggestions: tuple[str, ...] = ()
    russian: str = ""
    fingerprint: str = ""
    source: tuple[Span, ...] = ()

    @property
    def family(self) -> str:
        """The part of the rule id before the first dot."""
        return self.rule.partition(".")[0]

    @property
    def order(self) -> tuple[int, int, str]:
        """Sort key of reports: start, end, rule."""
        return self.span.start, self.span.end, self.rule


@dataclass(frozen=True, slots=True)
class CheckFailure:
    """Something that could not be looked at: which file, where in it ("" if no place of it), and why.

    `whole`: whether nothing of the file was looked at although it was read.
    """

    path: str
    message: str
    place: str = ""
    whole: bool = False

    def __str__(self) -> str:
        return f"{self.path}{':' + self.place if self.place else ''}: {self.message}"


@dataclass(frozen=True, slots=True)
class Score:
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


@dataclass(frozen=True, slots=True)
class CheckedDocument:
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


@dataclass(frozen=True, slots=True)
class Report:
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


class Check(Protocol):
    """Reads documents and yields findings. Raises nothing for a doubtful text."""

    name: str

    def check_many(self, documents: Sequence[Document]) -> Sequence[Sequence[Finding] | CannotCheck]:
        """For each document its findings, in any order, or why it could not be looked at.

        The pipeline sorts, filters and fingerprints them.
        """
        ...


@runtime_checkable
class LateCheck(Check, Protocol):
    """A check that also reads what the checks before it found."""

    def check_after(
        self,
        documents: Sequence[Document],
        earlier: Sequence[Sequence[Sequence[Finding] | CannotCheck]],
    ) -> Sequence[Sequence[Finding] | CannotCheck]:
        """As check_many. `earlier` has, by check, what each document got, before settings chose from it."""
        ...


class Progress(Protocol):
    """Told of work that takes a while: an installation, a pile of files. One piece of work at a time."""

    def start(self, what: str, total: int | None) -> None:
        """A piece of work begins; `total` is in the unit of `advance`, None where it is not known."""
        ...

    def advance(self, amount: int) -> None:
        """So much more is done."""
        ...

    def done(self) -> None:
        """The piece of work has ended, well or badly."""
        ...


@dataclass(frozen=True, slots=True)
class Opened:
    """What opening a check gave: the check, or None where it is absent, and what the report must say of it.

    `rule_ids` are those it knows, used or not: what selectors may name. `version` identifies what runs (a
    rulebook's digest, a server's version): part of a report's signature. `later` tells what the report must
    say besides once documents are checked.
    """

    check: Check | None
    notices: tuple[str, ...] = ()
    rules: tuple[Rule, ...] = field(default=())
    version: str = ""
    rule_ids: tuple[str, ...] = ()
    later: Callable[[], tuple[str, ...]] = tuple


class InputError(TqcheckError):
    """A file that cannot be read as text. `place` is a position inside it, or ""."""

    def __init__(self, path: str, message: str, place: str = "") -> None:
        super().__init__(f"{path}{':' + place if place else ''}: {message}")
        self.failure = CheckFailure(path, message, place)
