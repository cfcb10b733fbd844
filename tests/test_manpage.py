"""The manual page tells of every command and option there is."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from tqcheck.cli import command_line

PAGE = Path(__file__).parents[1] / "docs/tqcheck.1"


def words(parser: argparse.ArgumentParser) -> Iterator[str]:
    """The names of commands and long options."""
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for name, command in action.choices.items():
                yield name
                yield from words(command)
        else:
            yield from (
                option for option in action.option_strings if option.startswith("--") and option != "--help"
            )


def test_the_page_is_complete() -> None:
    page = PAGE.read_text("utf-8").replace("\\-", "-")
    missing = sorted({word for word in words(command_line()) if word not in page})
    assert missing == [], "run python tools/manpage.py"


def test_text_is_taken_for_no_request() -> None:
    requests = (".TH", ".SH", ".TP", ".B", ".nf", ".fi")
    lines = PAGE.read_text("utf-8").splitlines()
    assert [line for line in lines if line[:1] in (".", "'") and line.split()[0] not in requests] == []
    assert "\\&.xml" in PAGE.read_text("utf-8")


def test_usage_keeps_its_lines() -> None:
    lines = PAGE.read_text("utf-8").splitlines()
    begun = [i for i, line in enumerate(lines) if line.startswith("usage: ")]
    assert begun
    assert {lines[i - 1] for i in begun} == {".nf"}
    assert lines.count(".nf") == lines.count(".fi") == len(begun)
