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

DATA = Path(__file__).with_name("data")
"""Where the rules that ship stand."""

__all__ = ["DATA", "CompiledRule", "Engine", "Entry", "Program", "RulebookError", "open_rulebook"]


def open_rulebook(extra: Iterable[Path] = (), announce: Callable[[str], None] | None = None) -> Program:
    """The rules that ship and those of the user's own files or folders. Raises RulebookError."""
    return load_program(*shipped_and(extra), announce=announce)


def shipped_and(extra: Iterable[Path]) -> tuple[list[tuple[str, bytes]], list[tuple[str, bytes]]]:
    """Rulebook files, then files of judged hits, each as (name, content)."""
    rules = [(file.name, file.read_bytes()) for file in sorted(DATA.glob("*.yaml"))]
    judged = [(file.name, file.read_bytes()) for file in sorted(DATA.glob("judged/*.tsv"))]
    own = list(extra)
    if own:
        from tqcheck.rulebook.load import rulebook_files

        rules.extend(rulebook_files(own))
    return rules, judged
