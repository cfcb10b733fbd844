"""What the formats of other tools demand: their schemas, their limits, their escapes."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import jsonschema
import pytest
import xmlschema
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from tests.shared_report import quiet_report, shared_report, shared_rules
from tqcheck.model import (
    CheckedDocument,
    CheckFailure,
    Confidence,
    Document,
    Finding,
    Report,
    Score,
    Severity,
    Span,
    Verdict,
)
from tqcheck.writers import WRITERS
from tqcheck.writers.escape import code, markdown
from tqcheck.writers.places import repository_path, uri
from tqcheck.writers.rule_text import told

SCHEMAS = Path(__file__).parents[1] / "schemas"
REPORTS = {"shared": shared_report(), "quiet": quiet_report(), "empty": Report((), Verdict.ERROR)}
FILES = {
    "sarif": "report.sarif",
    "github": "github.txt",
    "gitlab": "gitlab.json",
    "junit": "junit.xml",
    "markdown": "summary.md",
}
reports = pytest.mark.parametrize("report", REPORTS.values(), ids=REPORTS)


def many(*severities: Severity, text: str = "bad") -> Report:
    """A report with one finding of each severity given, in one document."""
    findings = tuple(
        Finding(
            rule=f"test.rule-{i}",
            check="rulebook",
            span=Span(4 * i, 4 * i + 3),
            text=text,
            severity=severity,
            confidence=Confidence.HIGH,
            category="style",
            message=f"Message {i}.",
            fingerprint=f"{i:016x}",
        )
        for i, severity in enumerate(severities)
    )
    body = "bad " * max(len(severities), 1)
    document = Document("a.txt", body, body, ())
    score = Score(0, 100, 0, len(findings), 0)
    return Report((CheckedDocument(document, findings, score),), Verdict.FAIL, version="1.0")


@pytest.mark.parametrize("name", FILES)
def test_golden(golden: Callable[[str, str], None], name: str) -> None:
    golden(FILES[name], WRITERS[name](shared_report(), shared_rules()))


@pytest.mark.parametrize("name", WRITERS)
@reports
def test_every_format_of_every_report(name: str, report: Report) -> None:
    text = WRITERS[name](report)
    assert text.endswith("\n")
    text.encode("utf-8")
    assert text == WRITERS[name](report)
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f]", text)


# SARIF


@pytest.fixture(scope="module")
def sarif_schema() -> jsonschema.Draft4Validator:
    return jsonschema.Draft4Validator(json.loads((SCHEMAS / "sarif-2.1.0.json").read_text("utf-8")))


def sarif(report: Report, **rules: Any) -> dict[str, Any]:
    run: dict[str, Any] = json.loads(WRITERS["sarif"](report, **rules))["runs"][0]
    return run


@reports
@pytest.mark.parametrize("rules", [{}, shared_rules()], ids=["without-rules", "with-rules"])
def test_sarif_schema(report: Report, rules: Any, sarif_schema: jsonschema.Draft4Validator) -> None:
    sarif_schema.validate(json.loads(WRITERS["sarif"](report, rules)))


def test_sarif_places_count_code_units() -> None:
    report = shared_report()
    run = sarif(report)
    assert run["columnKind"] == "utf16CodeUnits"
    for result in run["results"]:
        location = result["locations"][0]["physicalLocation"]
        text = report.documents[location["artifactLocation"]["index"]].document.text
        region = location["region"]
        if region["startLine"] == region["endLine"]:
            line = text.splitlines()[region["startLine"] - 1].encode("utf-16-le")
            words = line[2 * region["startColumn"] - 2 : 2 * region["endColumn"] - 2].decode("utf-16-le")
            assert words == region["snippet"]["text"]


def test_sarif_rules_help_and_are_indexed() -> None:
    run = sarif(shared_report(), rules=shared_rules())
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == sorted({result["ruleId"] for result in run["results"]})
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
    for rule in rules:
        assert rule["help"]["text"]
        assert rule["help"]["markdown"]
        assert rule["properties"]["precision"] in ("very-high", "high", "medium", "low")
        assert len(rule["properties"]["tags"]) <= 10
        assert all(len(rule[d]["text"]) <= 1024 for d in ("shortDescription", "fullDescription"))


def test_sarif_uris_are_relative_to_the_root() -> None:
    run = sarif(shared_report())
    uris = [artifact["location"]["uri"] for artifact in run["artifacts"]]
    assert uris[0] == "articles/difficult%20%5Bbold%5Dname%5B/%5D%20%1B%5B7m.txt"
    assert all(artifact["location"]["uriBaseId"] == "%SRCROOT%" for artifact in run["artifacts"])


def test_sarif_fingerprints_are_those_of_the_findings() -> None:
    report = shared_report()
    expected = [f.fingerprint for checked in report.documents for f in checked.findings]
    results = sarif(report)["results"]
    assert [r["partialFingerprints"]["primaryLocationLineHash"] for r in results] == expected


def test_sarif_keeps_to_githubs_number_of_results() -> None:
    severities = [Severity.MINOR] * 25_000 + [Severity.CRITICAL]
    run = sarif(many(*severities))
    assert len(run["results"]) == 25_000
    assert run["results"][-1]["level"] == "error"
    said = run["invocations"][0]["toolExecutionNotifications"]
    assert [n["message"]["text"] for n in said] == [
        "left out: 1 finding, since GitHub takes 25,000; the gravest are here"
    ]


@pytest.mark.parametrize(
    ("verdict", "successful", "code"),
    [(Verdict.PASS, True, 0), (Verdict.FAIL, True, 1), (Verdict.ERROR, False, 2)],
)
def test_sarif_says_how_it_went(verdict: Verdict, successful: bool, code: int) -> None:
    [invocation] = sarif(Report((), verdict))["invocations"]
    assert (invocation["executionSuccessful"], invocation["exitCode"]) == (successful, code)


def test_sarif_failures_are_errors_with_their_file() -> None:
    said = sarif(shared_report())["invocations"][0]["toolExecutionNotifications"]
    assert [n["level"] for n in said] == ["error", "error", "error", "note"]
    assert said[1]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "articles/binary.txt"


# Paths


def test_paths_are_relative_to_where_we_are(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert repository_path(str(tmp_path / "news" / "a.txt")) == "news/a.txt"
    assert repository_path("./news/../a.txt") == "a.txt"
    assert repository_path("/elsewhere/a.txt") == "/elsewhere/a.txt"
    assert uri("/else where/a.txt") == "file:///else%20where/a.txt"
    assert uri("новости.txt") == "%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D0%B8.txt"
    assert uri("bad\udcff.txt") == "bad%FF.txt"


# GitHub

_COMMAND = re.compile(r"::(error|warning|notice) ((?:[a-zA-Z]+=[^,:\n]*,?)+)::([^\n]*)")


def commands(text: str) -> list[tuple[str, dict[str, str], str]]:
    """What GitHub's runner would read."""
    found = []
    for line in text.splitlines():
        if line.lstrip().startswith("::"):
            match = _COMMAND.fullmatch(line)
            assert match, line
            properties = dict(pair.split("=", 1) for pair in match[2].split(","))
            found.append((match[1], {k: _unescape(v) for k, v in properties.items()}, _unescape(match[3])))
    return found


def _unescape(text: str) -> str:
    for escape, character in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(escape, character)
    return text


def test_github_ten_of_a_level_the_worst_first() -> None:
    severities = [Severity.MINOR] * 12 + [Severity.MAJOR] * 15 + [Severity.CRITICAL] * 3
    text = WRITERS["github"](many(*severities))
    made = commands(text)
    levels = [level for level, _, _ in made]
    assert [levels.count(level) for level in ("error", "warning", "notice")] == [3, 10, 10]
    assert levels == ["error"] * 3 + ["warning"] * 10 + ["notice"] * 10
    assert made[-1][2].startswith("8 more messages than GitHub shows (10 of a level)")
    log = [line for line in text.splitlines() if not line.startswith("::")]
    assert sum(line.startswith("a.txt:") for line in log) == 8


def test_github_says_nothing_of_overflow_where_there_is_none() -> None:
    text = WRITERS["github"](many(*[Severity.MINOR] * 10))
    assert len(commands(text)) == 10
    assert "more message" not in text


def test_github_places() -> None:
    places = [properties for _, properties, _ in commands(WRITERS["github"](shared_report()))]
    over_lines = [p for p in places if p.get("line") != p.get("endLine")]
    assert over_lines
    assert all("col" not in p for p in over_lines)
    assert all(int(p["endColumn"]) >= int(p["col"]) for p in places if "col" in p)


@given(st.text(max_size=40), st.text(max_size=40))
def test_github_commands_survive_any_text(words: str, message: str) -> None:
    report = many(Severity.MAJOR)
    [checked] = report.documents
    finding = checked.findings[0]._replace(text=words, message=message, rule=f"a,b::c%{words}")
    document = checked.document._replace(path=f"x,y:{words}\n::error::z")
    report = report._replace(documents=(checked._replace(document=document, findings=(finding,)),))
    report = report._replace(failures=(CheckFailure(words, message),), notices=(message,) * 12)
    text = WRITERS["github"](report)
    assert len(commands(text)) == 12
    assert all("##[" not in line for line in text.splitlines() if not line.startswith("::"))


# GitLab


@reports
def test_gitlab_entries_have_what_is_required(report: Report) -> None:
    entries = json.loads(WRITERS["gitlab"](report, shared_rules()))
    fingerprints = [entry["fingerprint"] for entry in entries]
    assert len(set(fingerprints)) == len(fingerprints)
    for entry in entries:
        assert entry["severity"] in ("info", "minor", "major", "critical", "blocker")
        assert entry["description"]
        assert entry["check_name"]
        assert not entry["location"]["path"].startswith(("./", "/"))
        assert 1 <= entry["location"]["lines"]["begin"] <= entry["location"]["lines"]["end"]


def test_gitlab_fingerprint_is_of_the_file_and_not_of_the_line() -> None:
    report = many(Severity.MAJOR)
    [checked] = report.documents
    moved = checked._replace(document=checked.document._replace(text="\n\nbad", prose="\n\nbad"),
        findings=(checked.findings[0]._replace(span=Span(2, 5)),),
    )  # fmt: skip
    other = checked._replace(document=checked.document._replace(path="b.txt"))
    of = [json.loads(WRITERS["gitlab"](report._replace(documents=(d,))))[0] for d in (checked, moved, other)]
    assert of[0]["fingerprint"] == of[1]["fingerprint"] != of[2]["fingerprint"]
    assert of[1]["location"]["lines"]["begin"] == 3


# JUnit


@pytest.fixture(scope="module")
def junit_schema() -> xmlschema.XMLSchema:
    return xmlschema.XMLSchema(str(SCHEMAS / "junit-10.xsd"))


@reports
def test_junit_schema(report: Report, junit_schema: xmlschema.XMLSchema) -> None:
    junit_schema.validate(WRITERS["junit"](report, shared_rules()))


def test_junit_counts() -> None:
    root = ET.fromstring(WRITERS["junit"](shared_report()))
    suites = root.findall("testsuite")
    assert len(suites) == 6
    for suite in suites:
        assert int(suite.get("tests", "")) == len(suite.findall("testcase")) > 0
        assert int(suite.get("failures", "")) == len(suite.findall("testcase/failure"))
        assert int(suite.get("errors", "")) == len(suite.findall("testcase/error"))
    findings = sum(len(checked.findings) for checked in shared_report().documents)
    assert root.get("failures") == str(findings)
    assert root.get("errors") == "3"


@given(st.text(max_size=60))
def test_junit_is_xml_whatever_the_text(text: str) -> None:
    report = many(Severity.MINOR, text=text)
    report = report._replace(notices=(text,), failures=(CheckFailure(text or "x", text),))
    root = ET.fromstring(WRITERS["junit"](report).encode())
    assert root.find("testsuite/testcase/failure") is not None


# Markdown


def test_markdown_renders_to_what_was_meant() -> None:
    html = MarkdownIt("commonmark").enable("table").render(WRITERS["markdown"](shared_report()))
    assert "<table>" in html
    assert html.count("<details") == html.count("</details>") == 2
    assert "[bold]" in html
    ours = "h2|p|ul|li|table|thead|tbody|tr|th|td|strong|code|details|summary|b|sub|br"
    assert not re.search(rf"<(?!/?(?:{ours})\b)", html)


@given(st.text(max_size=40))
def test_markdown_text_stays_text(text: str) -> None:
    [_, inline, _] = MarkdownIt("gfm-like", {"linkify": False}).parse("x " + markdown(text))
    assert inline.children is not None
    assert {token.type for token in inline.children} <= {"text", "text_special"}


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("1. May", "1\\. May"),
        ("- dash", "\\- dash"),
        ("# no", "\\# no"),
        ("ask @someone, #12", "ask @&#8203;someone, #&#8203;12"),
        ("a|b <b> [x](y)", "a\\|b \\<b\\> \\[x\\]\\(y\\)"),
        ("https://example.org", "https\\://example.org"),
        ("&lt;", "&amp;lt;"),
    ],
)
def test_markdown_escapes(text: str, escaped: str) -> None:
    assert markdown(text) == escaped


@given(st.text(min_size=1, max_size=40))
def test_markdown_code_stays_code(text: str) -> None:
    [_, inline, _] = MarkdownIt("commonmark").parse("x" + code(text))
    assert inline.children is not None
    assert [token.type for token in inline.children] == ["text", "code_inline"]


def test_markdown_fits_a_comment_and_keeps_the_gravest() -> None:
    severities = [Severity.MINOR] * 900 + [Severity.CRITICAL]
    text = WRITERS["markdown"](many(*severities))
    assert len(text) < 65_536
    assert "test.rule-900" in text
    assert re.search(r"\*\*\d+ more findings\*\* for which this page has no room", text)


def test_russian_that_ends_in_a_full_stop_gets_no_other() -> None:
    finding = shared_report().documents[0].findings[0]._replace(russian="1,5 тыс.", message="Wrong.")
    assert " Russian: 1,5 тыс. " in f"{told(finding)} "
    assert "тыс.." not in told(finding)
