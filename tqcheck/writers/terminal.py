"""The annotated report: the article with the doubtful words marked, notes under each paragraph, a summary."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tqcheck.model import CheckedDocument, Report, Rule
from tqcheck.typed import TYPE_CHECKING
from tqcheck.wording import counted
from tqcheck.writers import VIEWS, RuleLink
from tqcheck.writers.page import Page, spread
from tqcheck.writers.summary import conclusion
from tqcheck.writers.text import Text
from tqcheck.writers.theme import BOLD, DIM, GOOD, Theme
from tqcheck.writers.totals import unreadable

if TYPE_CHECKING:
    from rich.console import RenderableType


def view_of(report: Report, view: str, rules: Mapping[str, Rule], link: RuleLink | None) -> RenderableType:
    """See `tqcheck.writers.render_terminal`."""
    link = link or origin_link(rules)
    if view == "annotated":
        return AnnotatedView(report, link)
    if view == "list":
        from tqcheck.writers.listing import ListView

        return ListView(report, link)
    if view == "table":
        from tqcheck.writers.listing import TableView

        return TableView(report, link)
    raise ValueError(f"no view {view!r}; there are {', '.join(VIEWS)}")


def origin_link(rules: Mapping[str, Rule]) -> RuleLink:
    """Links to the file a rule stands in, where its origin is an absolute path ("/home/a/rules.yaml:12")."""

    def link(rule: str) -> str:
        path = rules[rule].origin.rpartition(":")[0] if rule in rules else ""
        return f"file://{path}" if path.startswith("/") else ""

    return link


class AnnotatedView(Page):
    """The view of whoever reads the article."""

    def __init__(self, report: Report, link: RuleLink) -> None:
        self.report = report
        self.link = link

    def lines(self, theme: Theme) -> Iterator[Text]:
        return _lines(self.report, theme)


def _lines(report: Report, theme: Theme) -> Iterator[Text]:
    read = [checked for checked in report.documents if not unreadable(checked)]
    listed = False
    for checked in read:
        if listed and checked.findings:
            yield Text()
        yield from _heading(checked, theme)
        listed = not checked.findings
        if checked.findings:
            from tqcheck.writers.annotated import annotated

            yield Text()
            yield from annotated(checked, theme)
            yield Text()
    if listed:
        yield Text()
    if any(checked.findings for checked in read):
        yield Text(theme.glyphs.rule * theme.width, DIM)
        yield Text()
    yield from conclusion(report, theme)


def _heading(checked: CheckedDocument, theme: Theme) -> Iterator[Text]:
    path = Text(theme.exact(checked.document.path), BOLD)
    right = Text(counted(checked.document.words, "word"), DIM)
    if not checked.findings and not checked.failures:
        right = Text.assemble(right, (", ", DIM), (f"{theme.glyphs.yes} no findings", GOOD))
    elif not checked.findings:
        right = Text.assemble(right, (", not fully checked", DIM))
    yield from spread(path, right, theme.width, theme.glyphs.rule)
