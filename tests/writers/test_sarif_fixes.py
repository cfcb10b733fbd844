"""SARIF's fixes, applied to the bytes of a file as section 3.57 of the standard has it, and as editors that
offer them count columns: in code units of UTF-16."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from tqcheck.model import CheckedDocument, Confidence, Finding, Report, Score, Severity, Span, Verdict
from tqcheck.readers import read_bytes
from tqcheck.readers.encoding import encode
from tqcheck.writers import WRITERS


def run_of(data: bytes, path: str, found: str, *suggestions: str) -> dict[str, Any]:
    """The run of a report with one finding, at the first `found` of a file."""
    document = read_bytes(data, path)
    start = document.text.index(found)
    finding = Finding(
        rule="test.rule",
        check="rulebook",
        span=Span(start, start + len(found)),
        text=found,
        severity=Severity.MAJOR,
        confidence=Confidence.HIGH,
        category="style",
        message="So not.",
        suggestions=suggestions,
    )
    report = Report((CheckedDocument(document, (finding,), Score(0, 100, 0, 1, 0)),), Verdict.FAIL)
    run: dict[str, Any] = json.loads(WRITERS["sarif"](report, {}))["runs"][0]
    return run


def applied(data: bytes, run: dict[str, Any], fix: dict[str, Any]) -> bytes:
    """The file after a fix."""
    assert run["columnKind"] == "utf16CodeUnits"
    [change] = fix["artifactChanges"]
    [replacement] = change["replacements"]
    charset: str = run["artifacts"][change["artifactLocation"]["index"]]["encoding"]
    mark = "\ufeff" if data.decode(charset).startswith("\ufeff") else ""
    lines = re.split(f"({'|'.join(run['newlineSequences'])})", data.decode(charset).removeprefix(mark))
    starts = [len("".join(lines[: 2 * line]).encode("utf-16-le")) for line in range(len(lines) // 2 + 1)]
    region, units = replacement["deletedRegion"], "".join(lines).encode("utf-16-le")
    start = starts[region["startLine"] - 1] + 2 * (region["startColumn"] - 1)
    end = starts[region["endLine"] - 1] + 2 * (region["endColumn"] - 1)
    inserted = replacement["insertedContent"]["text"].encode("utf-16-le")
    changed = units[:start] + inserted + units[end:]
    return f"{mark}{changed.decode('utf-16-le')}".encode(charset)


ENDS = pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["lf", "crlf", "cr"])
ENCODINGS = {
    "utf-8": ("utf-8", b""),
    "utf-8-mark": ("utf-8-sig", b"\xef\xbb\xbf"),
    "utf-16-le": ("utf-16-le", b"\xff\xfe"),
    "utf-16-be-unmarked": ("utf-16-be", b""),
    "windows-1251": ("cp1251", b""),
}


@ENDS
@pytest.mark.parametrize("path", ["article.txt", "article.md"])
@pytest.mark.parametrize(("encoding", "mark"), ENCODINGS.values(), ids=ENCODINGS)
def test_a_fix_changes_the_file_as_it_says(encoding: str, mark: bytes, path: str, end: str) -> None:
    astral = "" if encoding == "cp1251" else "\U0001f525"  # two code units, one code point
    lines = [
        "Пожар потушен, сообщили в министерстве. Пострадавших нет, причина пожара выясняется.",
        "",
        f"{astral} Yesterday the “governor” sent{astral} the fire calculation to Tver.",
    ]
    data = encode(end.join(lines), encoding, mark)
    run = run_of(data, path, "fire calculation", "fire crew")
    [fix] = run["results"][0]["fixes"]
    expected = end.join(lines).replace("fire calculation", "fire crew")
    assert applied(data, run, fix) == encode(expected, encoding, mark)


def test_a_fix_over_a_line_break_takes_the_break() -> None:
    data = b"It sent a fire\r\ncalculation.\r\n"
    run = run_of(data, "a.txt", "fire\r\ncalculation", "crew")
    assert applied(data, run, run["results"][0]["fixes"][0]) == b"It sent a crew.\r\n"


def test_a_fix_brings_the_indefinite_article_that_fits() -> None:
    data = b"They sent a fire calculation."
    run = run_of(data, "a.txt", "fire calculation", "emergency crew", "crew")
    first, second = run["results"][0]["fixes"]
    assert applied(data, run, first) == b"They sent an emergency crew."
    assert applied(data, run, second) == b"They sent a crew."
    assert run["results"][0]["locations"][0]["physicalLocation"]["region"]["startColumn"] == 13


def test_what_the_encoding_lacks_is_no_fix() -> None:
    data = "Команда приехала в город и дала концерт. They met in the coffee shop.".encode("cp1251")
    run = run_of(data, "a.txt", "coffee shop", "café", "coffee house")
    assert [fix["description"]["text"] for fix in run["results"][0]["fixes"]] == ["coffee house"]


def test_what_would_need_markup_is_no_fix() -> None:
    page = b"<!DOCTYPE html><html><body><p>The firm Marks and Spencer left the country.</p></body></html>"
    run = run_of(page, "a.html", "Marks and Spencer", "Marks & Spencer", "that firm")
    [fix] = run["results"][0]["fixes"]
    assert applied(page, run, fix) == page.replace(b"Marks and Spencer", b"that firm")
