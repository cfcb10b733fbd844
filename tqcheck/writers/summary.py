"""What the report comes to: failures, totals by severity and family, score, verdict; a table by file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from tqcheck.model import CheckedDocument, Report, Score, Severity, Verdict
from tqcheck.score import pooled
from tqcheck.wording import counted
from tqcheck.writers import totals
from tqcheck.writers.page import hang, labelled, table
from tqcheck.writers.text import Text
from tqcheck.writers.theme import BAD, BOLD, DIM, GOOD, VERDICT, Theme
from tqcheck.writers.totals import NOT_CHECKED, WORST_FIRST, give_or_take, unreadable

_BAR = 40
_TELLING = 2.3
"""Nats from which on it is said how a text reads, ten times: one finding in a few lines says too little."""
_RAW = "raw machine translation"
_SAYS = {
    Verdict.PASS: "pass",
    Verdict.FAIL: "fail",
    Verdict.ERROR: "error",
}


def conclusion(report: Report, theme: Theme) -> Iterator[Text]:
    """All that follows the findings: a table by file if there are several, failures, the summary."""
    if len(report.documents) > 1:
        yield from by_file(report, theme)
        yield Text()
    problems = list(failures(report, theme))
    if problems:
        yield from problems
        yield Text()
    yield from set_summary(report, theme)


def verdict(report: Report, theme: Theme) -> Text:
    """The gate's answer and the reasons for it."""
    mark = theme.glyphs.yes if report.verdict is Verdict.PASS else theme.glyphs.no
    style = VERDICT[report.verdict]
    text = Text.assemble((f"{mark} {_SAYS[report.verdict]}", style))
    if report.reasons:
        text.append(": ", style)
        text.append("; ".join(theme.prose(reason) for reason in report.reasons))
    return text


def failures(report: Report, theme: Theme) -> Iterator[Text]:
    """What could not be checked, and why."""
    for what, failure in totals.failures(report):
        first = Text.assemble((f"{theme.glyphs.no} {what}  ", BAD))
        text = Text.assemble((theme.exact(failure.where), BOLD), ": ", theme.prose(failure.message))
        yield from hang(text, theme.width, first, first.cell_len)


def set_summary(report: Report, theme: Theme) -> Iterator[Text]:
    """A row a fact, labels in a column of their own."""
    documents = [checked for checked in report.documents if not unreadable(checked)]
    score = pooled(documents)
    glyphs = theme.glyphs
    yield from labelled("findings", _findings(documents, score, theme), theme.width)
    families = Counter(finding.family for checked in documents for finding in checked.findings)
    if families:
        text = Text()
        for i, (family, count) in enumerate(sorted(families.items(), key=lambda item: (-item[1], item[0]))):
            text.append(f" {glyphs.dot} " if i else "", DIM)
            text.append(f"{theme.exact(family)}\xa0{count:,}")
        yield from labelled("families", text, theme.width)
    if score.total:
        yield from labelled("score", _score(score, theme), theme.width)
    if reads := _reads_like(documents):
        yield from labelled("reads like", Text(reads), theme.width)
    if report.signature:
        yield from labelled("signature", Text(theme.prose(report.signature), DIM), theme.width)
    suppressed = sum(checked.suppressed for checked in documents)
    if suppressed:
        what = counted(suppressed, "finding")
        text = Text(f"{what} left out (comments, accepted terms, baseline, or not new)")
        yield from labelled("suppressed", text, theme.width)
    for notice in report.notices:
        yield from labelled("notice", Text(theme.prose(notice)), theme.width)
    yield from labelled("verdict", verdict(report, theme), theme.width)


def _reads_like(documents: Sequence[CheckedDocument]) -> str:
    """How a text reads by its number of findings, or how many of several do; "" where it says little."""
    if len(documents) == 1:
        figure = documents[0].figure or 0.0
        if abs(figure) < _TELLING:
            return ""
        kind = f"{_RAW}: so many" if figure > 0 else "what people write: so few"
        from tqcheck.judge.figure import times

        return f"{kind} findings are {times(abs(figure))} likelier there"
    raw = sum((checked.figure or 0.0) >= _TELLING for checked in documents)
    return f"{_RAW} in {raw:,} of {len(documents):,} files" if raw else ""


def by_file(report: Report, theme: Theme) -> Iterator[Text]:
    """A line a file: path, words, findings by severity, the worst first, score, verdict."""
    heads = ("file", "words", *(severity.value for severity in WORST_FIRST), "score")
    rows: list[tuple[str, ...]] = []
    for checked in report.documents:
        path = theme.exact(checked.document.path)
        if unreadable(checked):
            rows.append((path, *["" for _ in heads[1:-1]], NOT_CHECKED))
        else:
            rows.append((path, *_numbers(checked.document.words, checked.score, theme)))
    documents = [checked for checked in report.documents if not unreadable(checked)]
    words = sum(checked.document.words for checked in documents)
    rows.append((counted(len(report.documents), "file"), *_numbers(words, pooled(documents), theme)))
    yield from table([heads, *rows], theme.width, theme.glyphs.rule, bad=NOT_CHECKED)


def _numbers(words: int, score: Score, theme: Theme) -> tuple[str, ...]:
    counts = (score.critical, score.major, score.minor)
    return (
        f"{words:,}",
        *(f"{count:,}" if count else theme.glyphs.dot for count in counts),
        f"{score.value:.1f}",
    )


def _findings(documents: Sequence[CheckedDocument], score: Score, theme: Theme) -> Text:
    words = sum(checked.document.words for checked in documents)
    counts = {Severity.CRITICAL: score.critical, Severity.MAJOR: score.major, Severity.MINOR: score.minor}
    number = f"{score.total:,}" if score.total else "none"
    files = f" of {counted(len(documents), 'file')}" if len(documents) != 1 else ""
    text = Text.assemble((f"{number} in {counted(words, 'word')}{files}", BOLD if score.total else GOOD))
    for severity in WORST_FIRST:
        if counts[severity]:
            text.append("   ")
            style = theme.severity(severity)
            text.append(f"{theme.sign(severity)} {counts[severity]:,} {severity.value}", style)
    return text


def _score(score: Score, theme: Theme) -> Text:
    filled = round(_BAR * score.value / 100)
    text = Text.assemble((f"{score.value:.1f}", BOLD), " of 100")
    if theme.width >= 80:
        text.append("   ")
        text.append(theme.glyphs.full * filled)
        text.append(theme.glyphs.empty * (_BAR - filled), DIM)
    penalty = f"{score.penalty_per_1000_words:,.1f} MQM penalty points per 1,000 words"
    likely = give_or_take(score)  # of the score, so it stands next to that
    text.append(f"\n{f'{likely}; ' if likely else ''}{penalty}", DIM)
    return text
