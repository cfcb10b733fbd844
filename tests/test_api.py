"""The public interface."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import tqcheck
from tests.rulebook.support import rule_yaml


@pytest.fixture
def settings(tmp_path: Path) -> tqcheck.Settings:
    book = tmp_path / "own.yaml"
    book.write_text(f"rules:\n- {rule_yaml('frank twitching', confidence='high')}\n", encoding="utf-8")
    return tqcheck.Settings(languagetool="off", rulebooks=(book,), select=("test",))


def test_check_text(settings: tqcheck.Settings) -> None:
    report = tqcheck.check_text("😀 A frank twitching.", settings)
    [finding] = report.documents[0].findings
    assert (finding.span.start, finding.span.end, finding.text) == (4, 19, "frank twitching")
    assert report.verdict is tqcheck.Verdict.FAIL


def test_check_file(settings: tqcheck.Settings, tmp_path: Path) -> None:
    file = tmp_path / "article.md"
    file.write_text("A **frank** twitching.\r\n\r\n```\nfrank twitching\n```\r\n", encoding="utf-8")
    [finding] = tqcheck.check_file(file, settings).documents[0].findings
    assert finding.text == "frank** twitching"


def test_empty_text_is_an_error() -> None:
    with pytest.raises(tqcheck.TqcheckError, match="empty"):
        tqcheck.check_text(" \n")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"text": 3}, "text must be a str, not int"),
        ({"text": b"A frank twitching."}, "text must be a str, not bytes"),
        ({"text": "A frank twitching.", "source": Path("a.ru.txt")}, "source must be a str, not .*Path"),
    ],
)
def test_what_is_no_string_is_refused(arguments: dict[str, Any], message: str) -> None:
    with pytest.raises(TypeError, match=message):
        tqcheck.check_text(**arguments)


def test_a_session_checks_many(settings: tqcheck.Settings) -> None:
    from tqcheck.readers import read_text

    with tqcheck.Session(settings) as session:
        checked = session.check([read_text("A frank twitching."), read_text("Nothing here.")])
    assert [len(c.findings) for c in checked] == [1, 0]


def test_a_session_checks_texts_and_files(settings: tqcheck.Settings, tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("A frank twitching.", encoding="utf-8")
    with tqcheck.Session(settings) as session:
        reports = [
            tqcheck.check_text("A frank twitching.", session=session),
            tqcheck.check_text("Nothing here.", session=session),
            tqcheck.check_file(file, session=session),
        ]
    assert [len(report.documents[0].findings) for report in reports] == [1, 0, 1]
    assert reports[0] == tqcheck.check_text("A frank twitching.", settings)


def test_equal_runs_are_equal(settings: tqcheck.Settings) -> None:
    text = "A frank twitching and another frank twitching."
    assert tqcheck.check_text(text, settings) == tqcheck.check_text(text, settings)


def test_unknown_attribute() -> None:
    with pytest.raises(AttributeError, match="nothing"):
        _ = tqcheck.nothing


def test_type_checkers_of_others_may_read_the_types() -> None:
    assert Path(tqcheck.__file__).with_name("py.typed").is_file()
