"""Paths as a user gives them → files to check, and failures for what leads to none."""

from __future__ import annotations

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
    expanded, ** included; it takes sources, and files with other suffixes, only where it names them. "-" is
    yielded as `STDIN`, for the caller to read.
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
    elif not given:
        return
    elif _is_folder(Path(given)):
        yield from _walk(Path(given), suffixes, exclude)
    elif os.path.lexists(given):
        yield Path(given)
    elif _is_glob(given):
        yield from _matches(given, suffixes, exclude)


def _is_glob(given: str) -> bool:
    from glob import has_magic  # it compiles expressions, for what few are asked for

    return has_magic(given)


def _matches(
    pattern: str, suffixes: Collection[str], exclude: Collection[str]
) -> Iterator[Path | CheckFailure]:
    """What a glob matches, sorted; a folder that it names is searched through."""
    import glob

    named = Path(pattern).suffixes
    names_suffix = bool(named) and not _is_glob(named[-1])
    names_source = len(named) > 1 and named[-2].lower() == ".ru"
    for match in sorted(map(Path, glob.iglob(pattern, recursive=True))):  # noqa: PTH207 (absolute patterns)
        if _is_folder(match):
            if "**" not in pattern:
                yield from _walk(match, suffixes, exclude)
        elif (names_suffix or match.suffix.lower() in suffixes) and (names_source or not is_source(match)):
            yield match


def _walk(folder: Path, suffixes: Collection[str], exclude: Collection[str]) -> Iterator[Path | CheckFailure]:
    """Files of a folder and the folders in it; files and folders sorted together by name."""
    pending = [folder]
    visited: set[str] = set()
    while pending:
        path = pending.pop()
        if not _is_folder(path):
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
            if _is_folder(entry) or (entry.suffix.lower() in suffixes and not is_source(entry)):
                pending.append(entry)


def _is_folder(path: Path) -> bool:
    """Whether a path is a folder; what cannot be looked at is none, and reading it will say why."""
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def _reason(given: str, suffixes: Collection[str]) -> str:
    """Why a path led to no file."""
    if given and _is_folder(Path(given)):
        return f"holds no texts ({', '.join(sorted(suffixes))}); name files of other formats, or a glob"
    if _is_glob(given):
        return "matches no texts"
    return "does not exist"
