"""Where rules come from: the files that ship, and the user's own. Knows nothing of their content."""

from __future__ import annotations

import os
from collections.abc import Iterable
from operator import attrgetter
from pathlib import Path

from tqcheck.rulebook.errors import RulebookError

DATA = Path(__file__).with_name("data")
"""Where the rules that ship stand."""

Sources = list[tuple[str, bytes]]
"""Files as (name for messages, content)."""
Files = list[tuple[str, str]]
"""Files as (name for messages, path): text, since there are hundreds."""


def shipped_and(extra: Iterable[Path]) -> tuple[Sources, Sources]:
    """Rulebook files, then files of judged hits. Raises RulebookError for what cannot be read."""
    rules, judged = files_of(extra)
    return [(name, _read(name, file)) for name, file in rules], [(n, _read(n, file)) for n, file in judged]


def files_of(extra: Iterable[Path]) -> tuple[Files, Files]:
    """The same files unread."""
    return listed(DATA, ".yaml") + _own_files(extra), listed(DATA / "judged", ".tsv")


def listed(folder: Path, suffix: str) -> Files:
    """The files of a folder with that suffix, by name."""
    found = sorted(os.scandir(folder), key=attrgetter("name"))
    return [(entry.name, entry.path) for entry in found if entry.name.endswith(suffix)]


def rulebook_files(paths: Iterable[Path]) -> Sources:
    """The YAML files of files and folders, folders sorted. Raises RulebookError for what cannot be read."""
    return [(name, _read(name, file)) for name, file in _own_files(paths)]


def _own_files(paths: Iterable[Path]) -> Files:
    found: Files = []
    for path in paths:
        inside = sorted(path.glob("*.yaml")) if path.is_dir() else [path]
        if not inside:
            raise RulebookError(str(path), 1, "a folder without .yaml rulebooks")
        found += [(str(file), str(file)) for file in inside]
    return found


def _read(name: str, file: str) -> bytes:
    try:
        return Path(file).read_bytes()
    except OSError as error:
        raise RulebookError(name, 1, f"cannot be read: {error.strerror}") from None
