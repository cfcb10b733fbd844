"""What the checks written in Python know: their rules (data/rules) and the names of the Russian news (data).

To add a body, an office, a person, a place or a medium, add a line to a file of data/: the Russian, the
established English forms, and forms that are wrong in any context. What the Russian letters make of a foreign
name (romanise.py) need not be given. To add a kind, add a file. To add a rule that a regular expression can
tell, add an entry to a file of data/rules.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from tqcheck.cache import key_of_files
from tqcheck.entities.store import FORMAT, Store, kept_store
from tqcheck.rulebook.sources import Files, listed

DATA = Path(__file__).with_name("data")

__all__ = ["DATA", "Store", "open_store", "shipped"]


def shipped() -> list[tuple[str, bytes]]:
    """The data files as (name, content): rules first."""
    return [(name, Path(file).read_bytes()) for name, file in _files()]


def _files() -> Files:
    rules = ((f"rules/{name}", file) for name, file in listed(DATA / "rules", ".yaml"))
    return [*rules, *listed(DATA, ".yaml")]


@cache
def open_store() -> Store:
    """The data that ship, from the cache where they are there."""
    return kept_store(key_of_files(FORMAT, (file for _, file in _files())), shipped)
