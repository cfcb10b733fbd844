"""Completion of the command line in a shell, made from its parser."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

SHELLS = ("bash", "zsh", "fish", "powershell", "tcsh")

_FILES = {"FILE", "PATH", "FILE[:N]"}


def completion(parser: argparse.ArgumentParser, shell: str) -> str:
    """The script of one of SHELLS. Words that stand as a|b for a value are offered, and files for paths."""
    import shtab

    for action in _actions(parser):
        metavar = action.metavar if isinstance(action.metavar, str) else ""
        if "|" in metavar and action.choices is None:
            action.choices = metavar.split("|")
        if metavar in _FILES and not action.choices:
            action.complete = shtab.FILE  # type: ignore[attr-defined]
    return shtab.complete(parser, shell)


def _actions(parser: argparse.ArgumentParser) -> Iterator[argparse.Action]:
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for command in action.choices.values():
                yield from _actions(command)
        else:
            yield action
