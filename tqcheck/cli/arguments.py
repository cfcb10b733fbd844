"""Arguments that several commands have in common."""

from __future__ import annotations

import argparse
import itertools
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from tqcheck.cli.streams import width
from tqcheck.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Any, NoReturn


class _Help(argparse.HelpFormatter):
    """Help as wide as reports are. argparse would load shutil to learn the width, at every start."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=width() - 2)


class Parser(argparse.ArgumentParser):
    """A parser that says itself which of its options there are not, so that usage is that of the command, and
    what was likely meant by a word that is none of its choices.

    Options are taken only by their whole names: one more to come must not change what a script means.
    """

    def __init__(self, **more: Any) -> None:
        super().__init__(formatter_class=_Help, allow_abbrev=False, **more)
        self._given: Sequence[str] = ()

    def _print_message(self, message: str, file: Any = None) -> None:
        """argparse would say nothing of help that could not be printed."""
        if file is sys.stdout:
            file.write(message)
        else:
            super()._print_message(message, file)

    def parse_known_args(self, args: Iterable[str] | None = None, namespace: Any = None) -> Any:
        self._given = list(args or ())
        known, left = super().parse_known_args(args, namespace)
        if left:
            self.error(self._none_such(left[0]))
        return known, left

    def error(self, message: str) -> NoReturn:
        """Leaves with what is wrong: an option that there is not before a word that is missing."""
        leading = itertools.takewhile(lambda word: word.startswith("-"), self._given)
        for word in leading:
            if word.startswith("--") and _name(word) not in self._option_string_actions:
                message = self._none_such(word)
                break
        super().error(message)

    def _none_such(self, word: str) -> str:
        close = meant(_name(word), self._option_string_actions)
        return f"there is no argument {word}{f'; did you mean {close}?' if close else ''}"

    def _check_value(self, action: argparse.Action, value: Any) -> None:
        """argparse names all choices there are, and in versions of its own what is close to one of them."""
        if action.choices is None or value in action.choices:
            return
        close = meant(str(value), action.choices)
        if "check" in action.choices and (value == "-" or Path(str(value)).exists()):
            close = f"tqcheck check {value}"  # a text, named as other tools want it
        hint = f"; did you mean {close}?" if close else f" (choose from {', '.join(action.choices)})"
        raise argparse.ArgumentError(action, f"invalid choice: {value!r}{hint}")


def meant(word: str, known: Iterable[str]) -> str:
    """What was likely meant by a word that is none of those known, or ""."""
    from difflib import get_close_matches

    names, asked = list(known), word.lower()
    last_words = [name for name in names if asked.startswith("--") and name.endswith(asked[1:])]
    return "".join((last_words or get_close_matches(asked, names, n=1))[:1])


def _name(word: str) -> str:
    """The option that a word gives, perhaps with its value."""
    return word.partition("=")[0]


def file_name(typed: str) -> Path:
    """The path of a file. Raises argparse's error for no name at all, which would mean this folder."""
    if not typed.strip():
        raise argparse.ArgumentTypeError(f'must be the name of a file, not "{typed}"')
    return Path(typed)


def add_config(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--config", type=file_name, metavar="FILE", help="use this file and look for no other"
    )


def add_color(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--color", choices=("auto", "always", "never"), default="auto", help="default: auto")


def add_choice(parser: argparse.ArgumentParser, name: str, choices: Sequence[str], **more: Any) -> None:
    """An argument that must be one of the words: help and errors show these, not the name of ours. `more` is
    as add_argument has it."""
    parser.add_argument(name, choices=choices, metavar="|".join(choices), **more)
