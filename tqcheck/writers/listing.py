"""Views for searching and clicking: one line a finding, and the same as a table."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tqcheck.model import CheckedDocument, Finding, Report
from tqcheck.writers import RuleLink
from tqcheck.writers.beside import sentence
from tqcheck.writers.notes import quoted, suggestions
from tqcheck.writers.page import Page, rendered
from tqcheck.writers.summary import conclusion, verdict
from tqcheck.writers.text import Text
from tqcheck.writers.theme import ARROW, BOLD, DIM, Theme
from tqcheck.writers.totals import failures

if TYPE_CHECKING:
    from rich.box import Box
    from rich.console import Console, ConsoleOptions, RenderResult
    from rich.segment import Segment


class ListView(Page):
    """`path:line:column: severity rule “words”: message → suggestion  source: Russian`, never wrapped.

    Then what could not be checked, what must be known of the run, and the verdict, a line each.
    """

    def __init__(self, report: Report, link: RuleLink) -> None:
        self.report = report
        self.link = link

    def lines(self, theme: Theme) -> Iterator[Text]:
        for checked in self.report.documents:
            path = theme.exact(checked.document.path)
            for finding in sorted(checked.findings, key=lambda finding: finding.order):
                yield _line(path, checked, finding, theme)
        for what, failure in failures(self.report):
            yield Text.assemble(
                (theme.exact(failure.where), BOLD), f": {what}: {theme.prose(failure.message)}"
            )
        for notice in self.report.notices:
            yield Text(f"notice: {theme.prose(notice)}")
        yield Text.assemble("verdict: ", verdict(self.report, theme))


def _line(path: str, checked: CheckedDocument, finding: Finding, theme: Theme) -> Text:
    line, column = checked.document.place(finding.span.start)
    glyphs = theme.glyphs
    text = Text.assemble(
        (path, BOLD),
        (f":{line}:{column}: ", DIM),
        (finding.severity.value, theme.severity(finding.severity)),
        " ",
        (theme.exact(finding.rule), theme.rule_style(finding.rule)),
        f" {glyphs.left}{quoted(finding, theme)}{glyphs.right}: {theme.prose(finding.message)}",
    )
    if better := suggestions(finding, theme):
        text.append(f" {glyphs.gives} ", ARROW)
        text.append(better, BOLD)
    if russian := _source(checked, finding, theme):
        text.append(f"  source: {russian}", DIM)
    return text


def _source(checked: CheckedDocument, finding: Finding, theme: Theme) -> str:
    """The sentence of the source on one line, responsible words marked."""
    return theme.prose(sentence(checked.document.source, finding, (theme.glyphs.open, theme.glyphs.close)))


class TableView:
    """Findings as a table, wrapped to the console; the summary below.

    The rule has a column of its own where there is room for its name on one line, else it stands below the
    words.
    """

    def __init__(self, report: Report, link: RuleLink) -> None:
        self.report = report
        self.link = link

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        from rich.table import Table

        theme = Theme.of(console, options, self.link)
        for checked in self.report.documents:
            if not checked.findings:
                continue
            table = Table(
                title=Text(theme.exact(checked.document.path), BOLD).__rich__(),
                title_justify="left",
                box=_box(theme),
                header_style=DIM,
                pad_edge=False,
                padding=(0, 2, 0, 0),
            )
            table.add_column("place", no_wrap=True)
            table.add_column("severity", no_wrap=True)
            table.add_column("words", ratio=1, overflow="fold")
            findings = sorted(checked.findings, key=lambda finding: finding.order)
            roomy = max(len(finding.rule) for finding in findings) <= theme.width * 2 // 5
            if roomy:
                table.add_column("rule", no_wrap=True)
            for finding in findings:
                line, column = checked.document.place(finding.span.start)
                style = theme.severity(finding.severity)
                words = Text(quoted(finding, theme), style)
                if better := suggestions(finding, theme):
                    words = Text.assemble(words, (f" {theme.glyphs.gives} ", ARROW), (better, BOLD))
                if russian := _source(checked, finding, theme):
                    words = Text.assemble(words, (f"\n{russian}", DIM))
                rule = Text(theme.exact(finding.rule), theme.rule_style(finding.rule))
                place = Text(f"{line}:{column}")
                severity = Text(f"{theme.sign(finding.severity)} {finding.severity.value}", style)
                if roomy:
                    table.add_row(place, severity, words, rule)
                else:
                    table.add_row(place, severity, Text.assemble(words, "\n", rule))
            for row in console.render_lines(table, options, pad=False, new_lines=False):
                yield from _without_blanks_at_its_end(row)
            yield Text("")
        yield from rendered(conclusion(self.report, theme), console)


def _without_blanks_at_its_end(row: list[Segment]) -> Iterator[Segment]:
    """A line of a table, which fills its cells up."""
    from rich.segment import Segment

    left = list(row)
    while left and not left[-1].text.rstrip(" "):
        left.pop()
    yield from left[:-1]
    if left:
        yield Segment(left[-1].text.rstrip(" "), left[-1].style)
    yield Segment.line()


def _box(theme: Theme) -> Box:
    from rich import box

    return box.SIMPLE_HEAD if theme.glyphs.rule != "-" else box.ASCII2
