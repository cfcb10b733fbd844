"""Progress: bars on a terminal, silence elsewhere."""

from __future__ import annotations

from io import StringIO

import pytest

from tqcheck.writers.progress import NoProgress, open_progress


class Terminal(StringIO):
    def isatty(self) -> bool:
        return True


def test_nothing_is_written_where_nobody_watches() -> None:
    stream = StringIO()
    with open_progress(stream) as progress:
        assert isinstance(progress, NoProgress)
        progress.start("Reading", 3)
        progress.advance(1)
        progress.done()
    assert stream.getvalue() == ""


def test_works_nest_and_the_terminal_is_left_clean(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    stream = Terminal()
    with open_progress(stream) as progress:
        progress.start("Checking [red]files[/]\x1b[31m", 2)
        progress.advance(1)
        progress.start("Downloading", None)
        progress.advance(10)
        progress.done()
        progress.advance(1)
        progress.done()
    text = stream.getvalue()
    assert "Checking [red]files[/]␛[31m" in text
    assert text.rindex("\x1b[?25h") > text.rindex("\x1b[?25l")


def test_the_terminal_is_left_clean_after_an_interrupt(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    stream = Terminal()

    def interrupted() -> None:
        with open_progress(stream) as progress:
            progress.start("Checking", 2)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert "\x1b[?25h" in stream.getvalue()


def test_one_step_is_not_worth_a_bar() -> None:
    stream = Terminal()
    with open_progress(stream) as progress:
        progress.start("Checking", 1)
        progress.advance(1)
        progress.done()
        progress.done()
    assert stream.getvalue() == ""


def test_the_speed_of_a_download_has_a_unit(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = []
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr("rich.progress.Task.speed", property(lambda _: 1_491_109.0))
    stream = Terminal()
    with open_progress(stream) as progress:
        for what in ("Downloading a model", "Checking"):
            progress.start(what, 5_000_000)
            progress.advance(1_000_000)
            shown.append(progress._bars.tasks[-1].fields["rate"])  # type: ignore[attr-defined]
            progress.done()
    assert shown == ["1.5 MB/s", "1,491,109/s"]
