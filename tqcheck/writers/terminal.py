"""The annotated report: the article with the doubtful words marked, notes under each paragraph, a summary."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.text import Text

from tqcheck.model import CheckedDocument, Document, Report, Rule
from tqcheck.writers import VIEWS, RuleLink
from tqcheck.writers.article import Omitted, marked
from tqcheck.writers.blocks import Block, Skipped, blocks, number
from tqcheck.writers.notes import Told, set_notes
from tqcheck.writers.page import Page, set_lines, spread
from tqcheck.writers.summary import conclusion
from tqcheck.writers.theme import BOLD, DIM, GOOD, Theme
from tqcheck.writers.totals import counted, unreadable

if TYPE_CHECKING:
    from rich.console import RenderableType

MOST_NOTES = 500


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


def template_link(template: str) -> RuleLink:
    """Links from a template such as "https://example.org/rules#{rule}"."""
    return lambda rule: template.replace("{rule}", rule)


@dataclass(frozen=True, slots=True)
class AnnotatedView(Page):
    """The view of whoever reads the article."""

    report: Report
    link: RuleLink

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
            yield Text()
            yield from _document(checked, theme)
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


def _document(checked: CheckedDocument, theme: Theme) -> Iterator[Text]:
    document = checked.document
    every = number(checked.findings)
    notes = every[:MOST_NOTES]
    digits = len(str(len(notes)))
    gutter = max(len(str(document.place(notes[-1].finding.span.end)[0])), 3)
    told = Told()
    first = True
    for block in blocks(checked, notes):
        if not first:
            yield Text()
        first = False
        if isinstance(block, Skipped):
            what = counted(block.paragraphs, "paragraph")
            yield Text(f"{'':>{gutter}} {theme.glyphs.more} {what} without findings", DIM)
            continue
        yield from _block(document, block, gutter, theme)
        if block.notes:
            yield Text()
            yield from set_notes(block.notes, told, theme, gutter + 3, digits, document.source)
    if len(every) > len(notes):
        yield Text()
        yield Text(
            f"{theme.glyphs.more} {counted(len(every) - len(notes), 'more finding')}: see --view list", BOLD
        )


def _block(document: Document, block: Block, gutter: int, theme: Theme) -> Iterator[Text]:
    bar = theme.glyphs.bar
    for piece in marked(document, block, theme):
        if isinstance(piece, Omitted):
            without = " without findings" if piece.clear else ""
            more = theme.glyphs.more
            yield Text(
                f"{'':>{gutter}} {bar} {more} {counted(piece.characters, 'character')}{without} {more}", DIM
            )
            continue
        text = piece.text
        if block.headline:
            text.stylize_before(BOLD)
        starts = list(piece.lines)
        for offset, line in set_lines(text, theme.width - gutter - 3):
            number = ""
            while starts and starts[0][0] < offset + max(len(line), 1):
                begun = starts.pop(0)[1]
                number = number or str(begun)
            yield Text.assemble((f"{number:>{gutter}} {bar} ", DIM), line)
