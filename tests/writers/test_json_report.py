"""JSON by the contract."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

import tqcheck.writers
from tests.shared_report import quiet_report, shared_report
from tqcheck.model import Document, Finding, Report, Score, Verdict
from tqcheck.writers import WRITERS

_DATA = Path(tqcheck.writers.__file__).parent / "data"
SCHEMA = json.loads((_DATA / "report.schema.json").read_text("utf-8"))


def written(report: Report) -> dict[str, Any]:
    text = WRITERS["json"](report)
    assert text.endswith("}\n")
    value: dict[str, Any] = json.loads(text, parse_constant=lambda name: pytest.fail(f"{name} in JSON"))
    return value


@pytest.mark.parametrize("report", [shared_report(), quiet_report(), Report((), Verdict.PASS)])
def test_schema(report: Report) -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    jsonschema.validate(written(report), SCHEMA)


def test_places_agree_with_the_text() -> None:
    report = shared_report()
    for checked, document in zip(report.documents, written(report)["documents"], strict=True):
        text = checked.document.text
        lines = text.splitlines(keepends=True)
        for finding in document["findings"]:
            assert text[finding["start"] : finding["end"]] == finding["text"]
            if finding["line"] == finding["end_line"]:
                line = lines[finding["line"] - 1]
                assert line[finding["column"] - 1 : finding["end_column"] - 1] == finding["text"]
        places = [(finding["start"], finding["end"], finding["rule"]) for finding in document["findings"]]
        assert places == sorted(places)


def test_findings_are_sorted_and_output_is_deterministic() -> None:
    report = shared_report()
    turned = report.documents[0]._replace(findings=report.documents[0].findings[::-1])
    again = report._replace(documents=(turned, *report.documents[1:]))
    assert WRITERS["json"](again) == WRITERS["json"](report)


def test_no_number_json_lacks() -> None:
    checked = quiet_report().documents[0]._replace(score=Score(float("nan"), float("inf"), 0, 0, 0))
    score = written(quiet_report()._replace(documents=(checked,)))["documents"][0]["score"]
    assert score["value"] is None
    assert score["penalty_per_1000_words"] is None


def test_a_path_that_is_not_utf8_can_be_written() -> None:
    checked = quiet_report().documents[0]._replace(document=Document("bad\udcff.txt", "x", "x", ()))
    report = quiet_report()._replace(documents=(checked,))
    WRITERS["json"](report).encode("utf-8")
    assert written(report)["documents"][0]["path"] == "bad\udcff.txt"


def test_every_field_of_a_finding_is_written() -> None:
    finding = written(shared_report())["documents"][0]["findings"][0]
    fields = set(Finding._fields) - {"span"}
    assert fields | {
        "start",
        "end",
        "line",
        "column",
        "end_line",
        "end_column",
        "unit",
        "source_sentence",
    } == set(finding)
