"""The annotated report: what is shown, how it is marked, and that it stays within its measure."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from tests.growth import assert_linear
from tests.shared_report import quiet_report, shared_report, shared_rules
from tests.writers.consoles import to_text
from tqcheck.model import (
    CheckedDocument,
    Confidence,
    Document,
    Finding,
    Paragraph,
    Report,
    Score,
    Segment,
    SegmentKind,
    Severity,
    Span,
    Verdict,
)
from tqcheck.writers import render_terminal
from tqcheck.writers.page import Page, set_lines
from tqcheck.writers.text import Text


def report_on(text: str, *spans: tuple[int, int], paragraphs: bool = True) -> Report:
    findings = tuple(
        Finding(
            rule="sense.word",
            check="rulebook",
            span=Span(start, end),
            text=text[start:end],
            severity=Severity.MAJOR,
            confidence=Confidence.HIGH,
            category="accuracy",
            message="Why.",
            suggestions=("better",),
        )
        for start, end in spans
    )
    blocks = []
    for match in re.finditer(r"\S[^\n]*", text):
        span = Span(*match.span())
        blocks.append(Paragraph(span, (Segment(span, SegmentKind.SENTENCE),)))
    document = Document("a.txt", text, text, tuple(blocks) if paragraphs else ())
    return Report((CheckedDocument(document, findings, Score(50, 50, 0, len(findings), 0)),), Verdict.FAIL)


def shown(report: Report, width: int = 80, color: bool = False) -> str:
    return to_text(render_terminal(report), width, color)


def test_marks_stand_around_the_words() -> None:
    assert "│ One ‹two›¹ three." in shown(report_on("One two three.", (4, 7)))


def test_colour_takes_the_place_of_marks() -> None:
    text = shown(report_on("One two three.", (4, 7)), color=True)
    assert "‹" not in text
    assert "\x1b[4;35mtwo\x1b[0m" in text


def test_nested_and_crossing_findings_keep_their_numbers() -> None:
    assert "‹a ‹b›² c›¹" in shown(report_on("a b c", (0, 5), (2, 3)))
    assert "‹a ‹b›¹ c›²" in shown(report_on("a b c", (0, 3), (2, 5)))
    assert "‹‹a b›¹ c›²" in shown(report_on("a b c", (0, 3), (0, 5)))
    colored = re.sub(r"\x1b\[[0-9;]*m", "", shown(report_on("a b", (0, 3), (2, 3)), color=True))
    assert "a b¹,²" in colored


def test_marks_never_stand_inside_a_character() -> None:
    assert "‹cafe\u0301›¹" in shown(report_on("cafe\u0301", (0, 4)))


def test_marks_leave_out_blanks_at_the_ends() -> None:
    assert "one ‹two›¹ three" in shown(report_on("one two three", (3, 8)))


def test_a_finding_outside_every_paragraph_is_shown() -> None:
    text = shown(report_on("One.\n\n  \n\nTwo.", (6, 8)))
    assert "3 │ ‹␣␣›¹" in text
    assert "⋯ 1 paragraph without findings" in text
    assert "1 │ ‹One›¹." in shown(report_on("One.\nTwo.", (0, 3), paragraphs=False))


def test_a_finding_at_the_very_end_is_shown() -> None:
    assert "end‸¹" in shown(report_on("The end", (7, 7)))


def test_repeated_notes_are_short() -> None:
    text = shown(report_on("two two two", (0, 3), (4, 7), (8, 11)))
    assert text.count("Why.") == 1
    assert text.count("as note 1") == 2


def test_the_summary_tells_how_a_text_reads_where_that_says_something() -> None:
    report = report_on("One two three.", (4, 7))
    (checked,) = report.documents

    def read_as(*figures: float | None) -> str:
        documents = tuple(checked._replace(figure=figure) for figure in figures)
        return shown(report._replace(documents=documents), width=120)

    assert "reads like  raw machine translation: so many findings are 20 times likelier there" in read_as(3.0)
    assert "reads like  what people write: so few findings are 20 times likelier there" in read_as(-3.0)
    assert "reads like" not in read_as(2.0)
    assert "reads like" not in read_as(None)
    assert "reads like  raw machine translation in 1 of 3 files" in read_as(3.0, None, -3.0)
    assert "reads like" not in read_as(-3.0, -3.0)


def test_the_headline_is_shown_and_the_rest_collapsed() -> None:
    report = report_on("Head\nOne.\nTwo.\nThree.", (10, 13))
    checked = report.documents[0]
    head = checked.document.paragraphs[0]
    head = head._replace(segments=(Segment(head.span, SegmentKind.HEADLINE),))
    document = checked.document._replace(paragraphs=(head, *checked.document.paragraphs[1:]))
    text = shown(report._replace(documents=(checked._replace(document=document),)))
    assert "1 │ Head" in text
    assert "One." not in text
    assert "‹Two›¹." in text


@pytest.mark.parametrize("width", [40, 80, 100, 120, 200])
@pytest.mark.parametrize("color", [True, False])
def test_no_line_is_wider_than_the_measure(width: int, color: bool) -> None:
    # A table of numbers has a width below which nothing helps.
    for report in (shared_report(), quiet_report())[width < 60 :]:
        for line in shown(report, width, color).splitlines():
            plain = re.sub(r"\x1b\[[0-9;]*m|\x1b\]8;.*?\x1b\\", "", line)
            assert cell_len(plain) <= min(width, 100), plain
            assert plain == plain.rstrip()


def test_wide_consoles_get_the_same_measure() -> None:
    assert shown(shared_report(), 120) == shown(shared_report(), 200)


def test_list_view_never_wraps() -> None:
    lines = to_text(render_terminal(shared_report(), "list"), 40).splitlines()
    findings = [line for line in lines if re.search(r":\d+:\d+: (minor|major|critical) ", line)]
    assert len(findings) == 21
    assert any(len(line) > 150 for line in lines)


@pytest.mark.parametrize("encoding", ["utf-8", "ascii"])
@pytest.mark.parametrize("width", [30, 80, 200])
@pytest.mark.parametrize("view", ["annotated", "list"])
def test_a_page_without_a_console_is_what_a_console_would_show(view: str, width: int, encoding: str) -> None:
    page = render_terminal(shared_report(), view)
    assert isinstance(page, Page)
    assert page.plain(width, encoding) == to_text(page, width, encoding=encoding)


def test_rules_link_to_their_origin_or_by_template() -> None:
    text = to_text(render_terminal(shared_report(), rules=shared_rules()), color=True)
    assert "file:///home/an%20editor/rules/sense.yaml" in text
    linked = render_terminal(shared_report(), link=lambda rule: f"https://example.org/{rule}\x07")
    assert "https://example.org/sense.calculation%07\x1b\\" in to_text(linked, color=True)


def test_unknown_view() -> None:
    with pytest.raises(ValueError, match="annotated, list, table"):
        render_terminal(quiet_report(), "tree")


def test_a_file_of_one_long_line() -> None:
    text = "word " * 4_000_000
    page = _shown(text)
    assert len(page) < 1_000_000
    assert "⋯ 49,400 characters without findings ⋯" in page


def _shown(text: str) -> str:
    return shown(report_on(text, *((start, start + 4) for start in range(0, len(text), 50_000))))


def test_time_grows_with_the_line() -> None:
    assert_linear(_shown, "word " * 2_000_000)


def test_very_many_findings_are_cut_short_visibly() -> None:
    text = "word " * 2_000
    page = shown(report_on(text, *((start, start + 4) for start in range(0, len(text), 5))))
    assert "1,500 more findings" in page


def test_time_grows_with_the_findings() -> None:
    def article(text: str) -> None:
        shown(report_on(text, *((start, start + 4) for start in range(0, len(text), 500))))

    assert_linear(article, "\n".join("word " * 30 for _ in range(600)))


@settings(max_examples=60, deadline=None)
@given(
    st.text(st.characters(exclude_characters="¹²³⁴⁵⁶"), max_size=60),
    st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=6),
    st.booleans(),
)
def test_any_text_with_any_findings(text: str, ends: list[tuple[int, int]], color: bool) -> None:
    spans = [(min(pair), max(pair)) for pair in ends if max(pair) <= len(text)]
    page = shown(report_on(text, *spans), color=color)
    marks = "".join(character for character in page if character in "¹²³⁴⁵⁶")
    assert sorted(marks) == sorted("¹²³⁴⁵⁶"[: len(spans)])


@given(st.text(alphabet="ab 漢e\u0301\n", max_size=80), st.integers(2, 20))
def test_set_lines_keeps_every_word(text: str, width: int) -> None:
    lines = [line.plain for _, line in set_lines(Text(text), width)]
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(cell_len(line) <= width for line in lines)


def test_importing_writers_and_writing_json_leaves_rich_alone() -> None:
    code = (
        "import sys; from tests.shared_report import quiet_report; from tqcheck.writers import WRITERS;"
        "WRITERS['json'](quiet_report()); sys.exit('rich' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_the_terminal_report_leaves_heavy_parts_of_rich_alone() -> None:
    code = (
        "import sys; from tests.shared_report import quiet_report;"
        "from tqcheck.writers import render_terminal;"
        "from tests.writers.consoles import to_text; to_text(render_terminal(quiet_report()));"
        "heavy = {'rich.markdown', 'rich.syntax', 'rich.progress', 'rich.table', 'pygments'};"
        "sys.exit(str(heavy & set(sys.modules)) if heavy & set(sys.modules) else 0)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_report_for_a_pipe_needs_no_more_of_rich_than_the_widths_of_characters() -> None:
    code = (
        "import sys; from tests.shared_report import shared_report;"
        "from tqcheck.cli.streams import show; from tqcheck.writers import render_terminal;"
        "show(render_terminal(shared_report()), 'auto');"
        "sys.exit(any(m in sys.modules for m in ('rich.console', 'rich.text', 'rich.style')))"
    )
    ran = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True, text=True)
    assert (ran.returncode, "verdict" in ran.stdout) == (0, True)


@pytest.mark.parametrize("color", [False, True])
def test_no_line_of_a_table_ends_in_blanks(color: bool) -> None:
    shown = to_text(render_terminal(shared_report(), "table"), 100, color)
    assert "frank twitching" in shown or "twitching" in shown
    assert [line for line in shown.splitlines() if line.rstrip(" ") != line] == []
