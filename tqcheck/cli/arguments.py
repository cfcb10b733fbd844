"""Arguments that several commands have in common."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from tqcheck.cli.streams import width
from tqcheck.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Any


class _Help(argparse.HelpFormatter):
    """Help as wide as reports are. argparse would load shutil to learn the width, at every start."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=width() - 2)


class Parser(argparse.ArgumentParser):
    """A parser that says itself which of its options there are not, so that usage is that of the command."""

    def __init__(self, **more: Any) -> None:
        super().__init__(formatter_class=_Help, **more)

    def _print_message(self, message: str, file: Any = None) -> None:
        """argparse would say nothing of help that could not be printed."""
        if file is sys.stdout:
            file.write(message)
        else:
            super()._print_message(message, file)

    def parse_known_args(self, args: Iterable[str] | None = None, namespace: Any = None) -> Any:
        known, left = super().parse_known_args(args, namespace)
        if left:
            from difflib import get_close_matches

            word = left[0]
            close = get_close_matches(word.partition("=")[0], list(self._option_string_actions), n=1)
            self.error(f"there is no argument {word}{f'; did you mean {close[0]}?' if close else ''}")
        return known, left


def add_config(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--config", type=Path, metavar="FILE", help="use this file and look for no other")


def add_color(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--color", choices=("auto", "always", "never"), default="auto", help="default: auto")


def add_choice(parser: argparse.ArgumentParser, name: str, choices: Sequence[str], **more: Any) -> None:
    """An argument that must be one of the words: help and errors show these, not the name of ours. `more` is
    as add_argument has it."""
    parser.add_argument(name, choices=choices, metavar="|".join(choices), **more)
