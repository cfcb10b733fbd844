"""Where rules come from: the files that ship, and the user's own. Knows nothing of their content."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from tqcheck.rulebook.errors import RulebookError

DATA = Path(__file__).with_name("data")
"""Where the rules that ship stand."""

Sources = list[tuple[str, bytes]]
"""Files as (name for messages, content)."""


def shipped_and(extra: Iterable[Path]) -> tuple[Sources, Sources]:
    """Rulebook files, then files of judged hits. Raises RulebookError for what cannot be read."""
    rules = [(file.name, file.read_bytes()) for file in sorted(DATA.glob("*.yaml"))]
    judged = [(file.name, file.read_bytes()) for file in sorted(DATA.glob("judged/*.tsv"))]
    return rules + rulebook_files(extra), judged


def rulebook_files(paths: Iterable[Path]) -> list[tuple[str, bytes]]:
    """The YAML files of files and folders, folders sorted. Raises RulebookError for what cannot be read."""
    found: list[tuple[str, bytes]] = []
    for path in paths:
        inside = sorted(path.glob("*.yaml")) if path.is_dir() else [path]
        if not inside:
            raise RulebookError(str(path), 1, "a folder without .yaml rulebooks")
        for file in inside:
            try:
                found.append((str(file), file.read_bytes()))
            except OSError as error:
                raise RulebookError(str(file), 1, f"cannot be read: {error.strerror}") from None
    return found
