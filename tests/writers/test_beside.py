"""The Russian behind a finding in the reports."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path

import jsonschema
import pytest
from rich.console import Console

import tqcheck
from tqcheck.model import Bead, Report, Source, Span
from tqcheck.writers import WRITERS, render_terminal
from tqcheck.writers.beside import ELLIPSIS, quotation

SCHEMAS = Path(__file__).parent.parent / "schemas"
ENGLISH = "Fire calculations came from\nthe city of Tver, where Lavrov, the minister, spoke to the crews.\n"
RUSSIAN = "Пожарные расчёты приехали из\nгорода Твери, где министр <b>Лавров</b> беседовал с экипажами.\n"


@pytest.fixture(scope="module")
def report() -> Report:
    return tqcheck.check_text(ENGLISH, source=RUSSIAN)


def test_terminal(report: Report) -> None:
    console = Console(file=io.StringIO(), width=100, no_color=True)
    console.print(render_terminal(report, "annotated", {}))
    text = re.sub(r"\s+", " ", console.file.getvalue())  # type: ignore[attr-defined]
    assert "source: Пожарные ‹расчёты› приехали из" in text


def test_html(report: Report) -> None:
    page = WRITERS["html"](report, {})
    assert '<p class="source" lang="ru">Пожарные <b>расчёты</b> приехали из' in page


def test_markdown(report: Report) -> None:
    assert "source: Пожарные **расчёты** приехали из" in WRITERS["markdown"](report, {})


def test_json(report: Report) -> None:
    assert '"text": "расчёты"' in WRITERS["json"](report, {})


def test_what_the_source_holds_is_no_markup_of_ours() -> None:
    english = "Lavrov spoke to the fire calculations in the city of Tver."
    report = tqcheck.check_text(
        english, source="Лавров <b>беседовал</b> с расчётами пожарных в городе Твери."
    )
    assert "<b>беседовал" not in WRITERS["html"](report, {})
    assert "&lt;b&gt;беседовал" in WRITERS["html"](report, {})


def test_markup_within_the_responsible_words_leaves_no_blanks() -> None:
    report = tqcheck.check_text(
        "The court found him **guilty** of stealing a car in Moscow.",
        source="Суд **не** признал его виновным в краже автомобиля в Москве.",
        path="a.md",
    )
    [finding] = report.documents[0].findings
    assert finding.message.endswith("The source says не признал.")
    assert finding.russian == "не признал"
    assert "не признал — " not in WRITERS["markdown"](report, {})  # the message says it already


def test_of_many_stretches_the_first_are_quoted() -> None:
    words = [f"слово{i}" for i in range(10)]
    text = " ".join(words)
    spans = tuple(Span(text.index(word), text.index(word) + len(word)) for word in words)
    source = Source("a.ru.txt", text, (Bead((), (Span(0, len(text)),), 1.0),))
    finding = tqcheck.check_text(ENGLISH, source=RUSSIAN).documents[0].findings[0]._replace(source=spans)
    said = "".join(words for words, _ in quotation(source, finding))
    assert said.startswith("слово0 слово1 ")
    assert [word in said for word in words[:6]] == [True] * 6
    assert said.endswith(f"слово9{ELLIPSIS}")


def test_a_long_sentence_is_cut_at_words() -> None:
    filler = "в городе Твери " * 30
    report = tqcheck.check_text(
        f"Fire calculations came {'to the city of Tver ' * 30}.",
        source=f"{filler} приехали расчёты {filler}.",
    )
    page = WRITERS["markdown"](report, {})
    [line] = [line for line in page.splitlines() if "source:" in line]
    assert line.count("…") == 2
    assert len(line) < 220


@pytest.fixture(scope="module")
def beside() -> Report:
    """A text whose Russian is in another file, the responsible words on its second line, after an emoji."""
    russian = "🔥 Пожар\n\nВ город приехали пожарные расчёты.\n"
    english = "🔥 Fire\n\nFire calculations came to the city.\n"
    report = tqcheck.check_text(english, path="news/a.txt", source=russian)
    [checked] = report.documents
    assert checked.document.source is not None
    source = checked.document.source
    source = Source("russian/a.ru.txt", source.text, source.beads, source.origin)
    return report._replace(documents=(checked._replace(document=checked.document._replace(source=source)),))


def test_sarif_links_to_the_responsible_words(beside: Report) -> None:
    [run] = json.loads(WRITERS["sarif"](beside, {}))["runs"]
    [result] = run["results"]
    assert "Source: В город приехали пожарные [расчёты](1)." in result["message"]["text"]
    [related] = result["relatedLocations"]
    place = related["physicalLocation"]
    assert related["id"] == 1
    assert place["artifactLocation"]["uri"] == "russian/a.ru.txt"
    assert run["artifacts"][place["artifactLocation"]["index"]]["location"]["uri"] == "russian/a.ru.txt"
    assert place["region"] == {
        "startLine": 3,
        "startColumn": 27,
        "endLine": 3,
        "endColumn": 34,
        "snippet": {"text": "расчёты"},
    }


def test_sarif_is_valid(beside: Report) -> None:
    schema = json.loads((SCHEMAS / "sarif-2.1.0.json").read_text("utf-8"))
    jsonschema.validate(json.loads(WRITERS["sarif"](beside, {})), schema)


def test_what_looks_like_a_link_in_sarif_is_none() -> None:
    report = tqcheck.check_text(
        "Fire calculations came to the city of Tver.", source="В Тверь приехали [1](2) пожарные расчёты."
    )
    results = json.loads(WRITERS["sarif"](report, {}))["runs"][0]["results"]
    [result] = [result for result in results if result["ruleId"] == "sense.fire-crew-calculation"]
    assert r"\[1\](2) пожарные [расчёты](1)" in result["message"]["text"]


@pytest.mark.parametrize("name", ["github", "gitlab"])
def test_annotations_quote_it(beside: Report, name: str) -> None:
    assert "Source: В город приехали пожарные ‹расчёты›." in WRITERS[name](beside, {})


def test_junit_says_where_it_is(beside: Report) -> None:
    assert "russian/a.ru.txt:3:27: В город приехали пожарные ‹расчёты›." in WRITERS["junit"](beside, {})


def test_json_says_where_it_is(beside: Report) -> None:
    [finding] = json.loads(WRITERS["json"](beside, {}))["documents"][0]["findings"]
    [words] = finding["source"]
    assert (words["line"], words["column"], words["end_column"]) == (3, 27, 34)
    assert finding["source_sentence"] == "В город приехали пожарные расчёты."


@pytest.mark.parametrize("view", ["list", "table"])
def test_every_view_quotes_it(beside: Report, view: str) -> None:
    console = Console(file=io.StringIO(), width=200, no_color=True)
    console.print(render_terminal(beside, view, {}), soft_wrap=True)
    assert "пожарные ‹расчёты›." in console.file.getvalue()  # type: ignore[attr-defined]
