"""What a run writes must be none of the files it reads: a report over its article is an article lost."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from tqcheck.model import TqcheckError
from tqcheck.settings import Settings
from tqcheck.sources import source_of

STANDARD_INPUT = 0
"""Stands for standard input, which may be a file, among the files that are read."""


def require_apart(outputs: Sequence[Path], read: Iterable[Path | int]) -> None:
    """Raises TqcheckError for an output that is one of the files read, by whatever path or link it is named.

    `read` is only gone through where an output is there already. Devices and pipes may be both.
    """
    there = {identity: output for output in outputs if (identity := _identity(output))}
    if not there:
        return
    for file in read:
        if (identity := _identity(file)) and (output := there.get(identity)):
            what = "standard input" if file == STANDARD_INPUT else file
            raise TqcheckError(f"{output}: would be written over {what}, which is read; name another file")


def files_read(settings: Settings, texts: Iterable[Path]) -> Iterator[Path]:
    """The texts, their sources, and what the settings name besides."""
    for text in texts:
        yield text
        if settings.source and (source := source_of(text, settings.source)):
            yield source
    for value in settings:
        for path in value if isinstance(value, tuple) else (value,):
            if isinstance(path, Path):
                yield path
    for books in settings.rulebooks:
        yield from books.glob("*.yaml")  # of a file, none


def _identity(file: Path | int) -> tuple[int, int] | None:
    """What two names of a file have in common; None for what is no file."""
    try:
        about = os.stat(file)  # noqa: PTH116 - it may be a descriptor
    except (OSError, ValueError):
        return None
    return (about.st_dev, about.st_ino) if stat.S_ISREG(about.st_mode) else None
