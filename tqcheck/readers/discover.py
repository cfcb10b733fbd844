"""Paths as a user gives them → files to check, and failures for what leads to none."""

from __future__ import annotations

import glob
import os
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from tqcheck.model import CheckFailure
from tqcheck.readers import SUFFIXES

STDIN = Path("-")


def find_files(
    paths: Sequence[str], suffixes: Collection[str] = SUFFIXES, exclude: Collection[str] = ()
) -> Iterator[Path | CheckFailure]:
    """Files in the order given, each at most once; a failure stands where a path leads to nothing.

    A file is taken whatever its suffix. A folder is searched through, sorted by name, for files with the
    given suffixes; hidden files and folders, folders named in `exclude`, loops of links and Russian sources
    (NAME.ru.txt) are passed over. A glob that the shell left as it is (quoted, or without a match) is
    expanded, ** included, and takes files as a folder does. "-" is yielded as `STDIN`, for the caller to read.
    """
    seen: set[str] = set()
    for given in paths:
        found = False
        for item in _expand(given, suffixes, exclude):
            if isinstance(item, CheckFailure):
                yield item
                found = True
                continue
            found = True
            key = str(item) if item == STDIN else os.path.realpath(item)
            if key not in seen:
                seen.add(key)
                yield item
        if not found:
            yield CheckFailure(given, _reason(given, suffixes))


def is_source(path: Path) -> bool:
    """Whether a file's name says that it is the Russian of another: NAME.ru.txt."""
    return len(path.suffixes) > 1 and path.suffixes[-2].lower() == ".ru"


def _expand(given: str, suffixes: Collection[str], exclude: Collection[str]) -> Iterator[Path | CheckFailure]:
    if given == "-":
        yield STDIN
        return
    path = Path(given)
    try:
        is_folder, exists = path.is_dir(), os.path.lexists(given)
    except (OSError, ValueError) as error:  # A name with a null character, or too long.
        yield CheckFailure(given, f"cannot be looked at: {getattr(error, 'strerror', None) or error}")
        return
    if is_folder:
        yield from _walk(path, suffixes, exclude)
    elif exists:
        yield path
    elif glob.has_magic(given):
        for match in sorted(glob.iglob(given, recursive=True)):
            if Path(match).is_file() and _is_wanted(Path(match), suffixes):
                yield Path(match)


def _walk(folder: Path, suffixes: Collection[str], exclude: Collection[str]) -> Iterator[Path | CheckFailure]:
    """Files of a folder and the folders in it; files and folders sorted together by name."""
    pending = [folder]
    visited: set[str] = set()
    while pending:
        path = pending.pop()
        if not path.is_dir():
            yield path
            continue
        real = os.path.realpath(path)
        if real in visited:
            continue
        visited.add(real)
        try:
            entries = sorted(path.iterdir(), reverse=True)
        except OSError as error:
            yield CheckFailure(str(path), f"cannot be searched: {error.strerror or error}")
            continue
        for entry in entries:
            if entry.name.startswith(".") or entry.name in exclude:
                continue
            if entry.is_dir() or _is_wanted(entry, suffixes):
                pending.append(entry)


def _is_wanted(path: Path, suffixes: Collection[str]) -> bool:
    return path.suffix.lower() in suffixes and not is_source(path)


def _reason(given: str, suffixes: Collection[str]) -> str:
    """Why a path led to no file."""
    if Path(given).is_dir():
        return f"holds no texts ({', '.join(sorted(suffixes))})"
    if glob.has_magic(given):
        return "matches no texts"
    return "does not exist"
