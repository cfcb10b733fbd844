"""The rulebook: rules in YAML (data/), loaded strictly, compiled once, matched in linear time.

To add a rule, add an entry to a file of data/; `tqcheck rules test` proves its examples. To add a
domain, add a file: every data/*.yaml is read, and every data/judged/*.tsv.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import chain
from pathlib import Path

from tqcheck import cache
from tqcheck.rulebook.errors import RulebookError
from tqcheck.rulebook.program import FORMAT, Entry, Program, compile_files, kept_program
from tqcheck.rulebook.sources import DATA, files_of, rulebook_files, shipped_and

__all__ = [
    "DATA",
    "Entry",
    "Program",
    "RulebookError",
    "open_rulebook",
    "shipped_and",
]


_held: Program | None = None


def open_rulebook(extra: Iterable[Path] = (), announce: Callable[[str], None] | None = None) -> Program:
    """The rules that ship and those of the user's own files or folders. Raises RulebookError.

    The program opened last is held: asked for again, and not changed, it need not be read again. Own rules
    are compiled onto those that ship, so that a change of theirs takes no longer than they are.
    """
    global _held
    books = tuple(extra)
    rules, judged = files_of(books)
    key = cache.key_of_files(
        FORMAT, (file for _, file in (*rules, *judged)), lambda: [*chain(*shipped_and(books))]
    )

    def make() -> bytes:
        if books:
            return compile_files(rulebook_files(books), base=open_rulebook(announce=announce), key=key)
        return compile_files(*shipped_and(()))

    if _held is None or _held.key != key:
        if books:
            _held = kept_program("own-rules", key, make)
        else:
            _held = kept_program("rulebook", key, make, announce=announce)
    return _held
