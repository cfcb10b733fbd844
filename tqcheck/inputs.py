"""Texts as they come in: found, read, put beside their Russian, and taken in runs."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path

from tqcheck.model import CheckFailure, Document, InputError, unread_in
from tqcheck.readers import extracted, paired, read_bytes, read_file
from tqcheck.readers.discover import find_files
from tqcheck.sources import Beside, beside, require_usable
from tqcheck.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import TypeVar

    Piece = TypeVar("Piece")

BATCH_CHARACTERS = 200_000
"""Documents are checked in batches of about this many code points: enough to keep a server busy."""

ELSEWHERE = (*extracted.SUFFIXES, *paired.SUFFIXES)
"""Suffixes of articles that folders are not searched for."""


class Input:
    """A text to be read: its name in reports, and where its settings are looked for."""

    def __init__(
        self, name: str, folder: Path, read: Callable[[Sequence[str]], Document | CheckFailure]
    ) -> None:
        self.name = name
        self.folder = folder
        self._read = read

    @property
    def bytes(self) -> int:
        """Its size; 0 where that is not known."""
        try:
            return self.folder.stat().st_size
        except OSError:
            return 0

    def read(self, fields: Sequence[str], source: Path | None) -> Beside | CheckFailure:
        """The text beside its Russian, or why it cannot be read. `fields` are names of fields with texts."""
        try:
            document = self._read(fields)
        except InputError as error:
            return error.failure
        except OSError as error:
            return CheckFailure(self.name, f"cannot be read: {error.strerror or error}")
        return document if isinstance(document, CheckFailure) else beside(document, source)


def inputs(
    paths: Sequence[str], standard_input: Callable[[], bytes] | None = None, stdin_name: str = "<stdin>"
) -> Iterator[Input]:
    """What files, folders, globs and "-" name, each file once. What is not there fails when it is read."""
    seen: set[str] = set()
    for path in paths:
        if path == "-" and standard_input is not None:
            yield Input(stdin_name, Path.cwd() / stdin_name, partial(_standard, standard_input, stdin_name))
            continue
        for found in find_files([path]):
            if isinstance(found, CheckFailure):
                yield Input(found.path, Path.cwd(), partial(_missing, found))
            elif (real := os.path.realpath(found)) not in seen:
                seen.add(real)
                yield Input(str(found), found, partial(read_file, found, None, None))


def _standard(standard_input: Callable[[], bytes], name: str, fields: Sequence[str]) -> Document:
    return read_bytes(standard_input(), name, None, fields)


def _missing(failure: CheckFailure, _fields: Sequence[str]) -> CheckFailure:
    return failure


def passed_over(
    paths: Sequence[str], taken: Iterable[Path], suffixes: Collection[str] = ELSEWHERE
) -> Iterator[str]:
    """A notice of articles, by their suffixes, that folders are not searched for, unless they are `taken`."""
    folders = [path for path in paths if path != "-" and Path(path).is_dir()]
    found = [one for one in find_files(folders, suffixes) if isinstance(one, Path)]
    known = {os.path.realpath(one) for one in taken} if found else set()
    others = Counter(one.suffix.lower() for one in found if os.path.realpath(one) not in known)
    if others:
        listed = ", ".join(f"{count:,} {suffix}" for suffix, count in sorted(others.items()))
        yield f"passed over in folders: {listed}; name such files, or a glob, to have them checked"


def in_batches(
    pieces: Iterable[Piece], size: Callable[[Piece], int], most: int = BATCH_CHARACTERS
) -> Iterator[list[Piece]]:
    """Pieces in runs of about so many code points, so that memory does not grow with those still to come."""
    batch: list[Piece] = []
    filled = 0
    for piece in pieces:
        batch.append(piece)
        filled += size(piece)
        if filled >= most:
            yield batch
            batch, filled = [], 0
    if batch:
        yield batch


def read_beside(paths: Sequence[str], source: Path | None) -> Iterator[Document | CheckFailure]:
    """Each text aligned with its source, or why that cannot be. Raises SettingsError, and RussianMissing."""
    found = list(inputs(paths))
    if source:
        require_usable(source, [one.name for one in found])
    for one in found:
        read = one.read((), source)
        if isinstance(read, CheckFailure):
            yield read
        elif read.failure or not read.document.source:
            where = f" in {source}" if source else ": name it by --source"
            yield read.failure or CheckFailure(one.name, f"has no source{where}")
        else:
            yield from unread_in(read.document)
            yield read.document
