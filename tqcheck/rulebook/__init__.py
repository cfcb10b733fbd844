"""The rulebook: rules in YAML (data/), loaded strictly, compiled once, matched in linear time.

To add a rule, add an entry to a file of data/; `tqcheck rules test` proves its examples. To add a
domain, add a file: every data/*.yaml is read, and every data/judged/*.tsv.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from tqcheck.rulebook.engine import CompiledRule, Engine
from tqcheck.rulebook.errors import RulebookError
from tqcheck.rulebook.program import Entry, Program, load_program
from tqcheck.rulebook.sources import DATA, shipped_and

__all__ = [
    "DATA",
    "CompiledRule",
    "Engine",
    "Entry",
    "Program",
    "RulebookError",
    "open_rulebook",
    "shipped_and",
]


def open_rulebook(extra: Iterable[Path] = (), announce: Callable[[str], None] | None = None) -> Program:
    """The rules that ship and those of the user's own files or folders. Raises RulebookError."""
    return load_program(*shipped_and(extra), announce=announce)
