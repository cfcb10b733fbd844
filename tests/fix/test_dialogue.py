"""What an editor decides, key by key."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest
from rich.console import Console

from tqcheck.fix.accepting import accept_terms
from tqcheck.fix.apply import put_in
from tqcheck.fix.decisions import append, precision, table
from tqcheck.fix.dialogue import Reviewed, Verdict, review
from tqcheck.fix.terminal import TerminalDesk
from tqcheck.model import CheckedDocument, Precision, TqcheckError
from tqcheck.readers import read_text
from tqcheck.session import Session
from tqcheck.settings import Settings, SettingsError

TEXT = "Ice rain came.\n\nHe saw a snow avalanche.\n\nThe state Duma met.\n\nIce rain came again."


@pytest.fixture(scope="module")
def checked() -> CheckedDocument:
    with Session(Settings(languagetool="off")) as session:
        return session.check([read_text(TEXT)])[0]


def reviewed(checked: CheckedDocument, lines: Sequence[str]) -> tuple[Reviewed, str]:
    console = Console(file=io.StringIO(), width=90)
    desk = TerminalDesk(console, io.StringIO("".join(f"{line}\n" for line in lines)))
    result = review(checked, desk)
    return result, console.file.getvalue()  # type: ignore[attr-defined]


def text(result: Reviewed) -> str:
    return put_in(TEXT, result.edits)


def test_accept_type_skip_and_reject(checked: CheckedDocument) -> None:
    result, shown = reviewed(checked, ["", "t", "snow slide", "s", "r"])
    assert text(result) == TEXT.replace("Ice rain came.", "Freezing rain came.", 1).replace(
        "snow avalanche", "snow slide"
    )
    assert [d.verdict for d in result.decisions] == [Verdict.ACCEPTED, Verdict.TYPED, Verdict.REJECTED]
    assert not result.leaving
    assert "1 → Freezing rain" in shown
    assert "He saw a ‹snow avalanche›." in shown


def test_undo_goes_back(checked: CheckedDocument) -> None:
    result, _ = reviewed(checked, ["1", "1", "u", "u", "s", "s", "s", "s"])
    assert text(result) == TEXT


def test_terms_are_asked_for_once(checked: CheckedDocument) -> None:
    result, shown = reviewed(checked, ["a", "s", "s"])
    assert result.terms == ["Ice rain"]
    assert shown.count("of 4") == 3
    assert not result.edits


def test_quitting_and_the_end_of_input_keep_what_was_decided(checked: CheckedDocument) -> None:
    for lines in (["1", "q"], ["1"]):
        result, _ = reviewed(checked, lines)
        assert result.leaving
        assert text(result) == TEXT.replace("Ice", "Freezing", 1)


def test_unknown_keys_show_the_help(checked: CheckedDocument) -> None:
    _, shown = reviewed(checked, ["9", "q"])
    assert "undo: back to the finding before" in shown


def test_hostile_words_are_shown_not_obeyed() -> None:
    with Session(Settings(languagetool="off")) as session:
        checked = session.check([read_text("Ice rain \x1b[31mcame [bold]down\u202e today.")])[0]
    _, shown = reviewed(checked, ["q"])
    assert "\x1b" not in shown
    assert "\u202e" not in shown
    assert "[bold]" in shown


def test_decisions_are_kept_and_counted(checked: CheckedDocument, tmp_path: Path) -> None:
    record = tmp_path / "new" / "decisions.jsonl"
    assert precision(record) == {}
    now = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
    result, _ = reviewed(checked, ["1", "1", "1", "r"])
    append(record, result.decisions, now)
    append(record, result.decisions, now)
    found = precision(record)
    assert found["sense.freezing-rain"] == Precision(right=2, wrong=2)
    assert table(found).splitlines()[1].split() == ["sense.freezing-rain", "2", "2"]
    record.write_text("{}\n")
    with pytest.raises(TqcheckError, match="not a record of decisions"):
        precision(record)


def test_terms_are_added_to_the_settings(tmp_path: Path) -> None:
    path = tmp_path / "tqcheck.toml"
    assert accept_terms(path, ["Ice  rain", "ice rain"]) == ("Ice rain",)
    assert path.read_text() == 'accept = ["Ice rain"]\n'
    path.write_text('# c\naccept = [\n  "Ice rain",  # why\n]\n\n[per-file-ignores]\n"a" = ["b"]\n')
    assert accept_terms(path, ["ICE RAIN"]) == ()
    assert accept_terms(path, ["snow"]) == ("snow",)
    assert "# why" in path.read_text()
    assert Settings(accept=("Ice rain", "snow")).accept == tuple(_accepted(path))
    project = tmp_path / "pyproject.toml"
    project.write_text('[tool.other]\na = 1\n\n[tool.tqcheck]\nfail-on = "minor"\n')
    accept_terms(project, ["x"])
    assert project.read_text().endswith('fail-on = "minor"\naccept = ["x"]\n')
    path.write_text("accept = [")
    with pytest.raises(SettingsError, match="terms cannot be added"):
        accept_terms(path, ["x"])


def _accepted(path: Path) -> list[str]:
    import tomllib

    accepted: list[str] = tomllib.loads(path.read_text())["accept"]
    return accepted


def test_the_prompt_names_the_choices(checked: CheckedDocument) -> None:
    _, shown = reviewed(checked, ["q"])
    assert "1 [t]ype [s]kip [r]eject [a]ccept [u]ndo [q]uit [?]" in shown
