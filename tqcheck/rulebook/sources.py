"""Where rules come from: the files that ship, and the user's own. Knows nothing of their content."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from tqcheck.rulebook.errors import RulebookError

DATA = Path(__file__).with_name("data")
"""Where the rules that ship stand."""

Sources = list[tuple[str, bytes]]
"""Files as (name for messages, content)."""
Files = list[tuple[str, Path]]
"""Files as (name for messages, where they are)."""


def shipped_and(extra: Iterable[Path]) -> tuple[Sources, Sources]:
    """Rulebook files, then files of judged hits. Raises RulebookError for what cannot be read."""
    rules, judged = files_of(extra)
    return [(name, _read(name, file)) for name, file in rules], [(n, _read(n, file)) for n, file in judged]


def files_of(extra: Iterable[Path]) -> tuple[Files, Files]:
    """The same files unread."""
    rules = [(file.name, file) for file in sorted(DATA.glob("*.yaml"), key=str)]
    judged = [(file.name, file) for file in sorted(DATA.glob("judged/*.tsv"), key=str)]
    return rules + _own_files(extra), judged


def rulebook_files(paths: Iterable[Path]) -> Sources:
    """The YAML files of files and folders, folders sorted. Raises RulebookError for what cannot be read."""
    return [(name, _read(name, file)) for name, file in _own_files(paths)]


def _own_files(paths: Iterable[Path]) -> Files:
    found: Files = []
    for path in paths:
        inside = sorted(path.glob("*.yaml")) if path.is_dir() else [path]
        if not inside:
            raise RulebookError(str(path), 1, "a folder without .yaml rulebooks")
        found += [(str(file), file) for file in inside]
    return found


def _read(name: str, file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise RulebookError(name, 1, f"cannot be read: {error.strerror}") from None
