"""The figure of a text, and the weights that ship."""

from __future__ import annotations

from pathlib import Path

import pytest

from tqcheck.judge.figure import figure_after, figure_of, times, weights
from tqcheck.model import Confidence, Document, Finding, Severity, Source, Span, TqcheckError


def test_the_figure_rises_with_findings_and_short_texts_say_little() -> None:
    own = weights()
    of_200 = [own.figure(findings, 200) for findings in range(10)]
    assert of_200 == sorted(of_200)
    assert of_200[0] < -1 < 2 < of_200[6]
    assert abs(own.figure(0, 10)) < 0.5
    assert own.figure(0, 0) == 0
    assert own.figure(0, 100_000) == own.least_figure
    assert own.figure(3_000, 100_000) == own.most_figure


def _document(text: str, source: Source | None = None) -> Document:
    return Document("a.txt", text, text, (), source=source)


def _finding(check: str, confidence: Confidence) -> Finding:
    return Finding(
        "sense.a", check, Span(0, 1), "a", Severity.MAJOR, confidence, "accuracy/mistranslation", "A."
    )


def test_only_sure_findings_of_what_was_measured_tell_how_a_text_reads() -> None:
    text = _document("word " * 200)
    quiet = figure_of(text, [])
    unsure = [_finding("rulebook", Confidence.LOW), _finding("languagetool", Confidence.HIGH)]
    assert figure_of(text, unsure * 9) == quiet
    told = figure_of(text, [_finding("rulebook", Confidence.HIGH)] * 6)
    assert quiet is not None
    assert told is not None
    assert quiet < -1 < 2 < told
    assert figure_of(_document(""), []) is None


def test_what_is_found_by_comparison_makes_no_text_read_like_a_machine() -> None:
    alone, beside = _document("word " * 200), _document("word " * 200, Source("b.txt", "слово", ()))
    compared = [_finding("bilingual", Confidence.HIGH)] * 9
    assert figure_of(beside, compared) is None
    assert figure_after(beside, [compared]) == figure_after(alone, []) == figure_of(alone, [])
    assert figure_after(beside, [[_finding("rulebook", Confidence.HIGH)] * 6]) > 2
    assert figure_after(_document(""), [compared]) == 0


@pytest.mark.parametrize(
    ("nats", "said"), [(0.7, "2 times"), (3, "20 times"), (9, "8,100 times"), (20, "over a million times")]
)
def test_nats_are_told_as_times(nats: float, said: str) -> None:
    assert times(nats) == said


@pytest.mark.parametrize(
    "text",
    ["machine = 3", "people = {}", "least_figure = -4", "machine = {per_1000 = 'x', shape = 1}", "=", ""],
)
def test_a_file_of_weights_is_whole(text: str, tmp_path: Path) -> None:
    file = tmp_path / "weights.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(TqcheckError, match=r"weights\.toml: is no file of weights"):
        weights(file)
