"""Where articles come from, one by one: texts in folders, lines of JSONL, rows of Parquet."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from tqcheck.inputs import ELSEWHERE, passed_over
from tqcheck.model import CheckFailure, InputError, TqcheckError
from tqcheck.readers import SUFFIXES, contents, format_of
from tqcheck.readers.discover import find_files
from tqcheck.sources import source_of

LONGEST = 64 << 20
"""Bytes of the longest line of JSONL that is read; an article has some thousands."""
_ROWS = 256


@dataclass(frozen=True, slots=True)
class Fields:
    """Names of fields, or columns, of JSONL and Parquet. Where `id` is "" or absent, the place is the id.

    `folder` holds the Russian of texts that are files, as `source_of` finds it.
    """

    text: str = "text"
    id: str = "id"
    source: str = ""
    folder: Path | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """A text yet to be decoded (bytes) or decoded (str), its Russian if given, or why it could not be had.

    `source_path` is the file of the Russian, "" where it stood in a field. `place` is where an article stands
    whose id does not tell.
    """

    id: str
    content: bytes | str = b""
    format: str = "text"
    source: bytes | str = ""
    source_path: str = ""
    failure: str = ""
    place: str = ""

    @property
    def named(self) -> bool:
        """Whether its id stood in a field."""
        return bool(self.place)

    @property
    def digest(self) -> str:
        """Tells whether the article is still the same."""
        parts = (_bytes(self.content), _bytes(self.source), _bytes(self.failure))
        return hashlib.sha256(b"\0".join(parts)).hexdigest()[:16]


def articles(paths: Sequence[str], fields: Fields) -> Iterator[Article]:
    """The articles of files, folders and globs, in their order; folders sorted. Reads as it is asked."""
    for found in find_files(paths, {*SUFFIXES, *ARTICLES}):
        if isinstance(found, CheckFailure):
            yield Article(found.path, failure=found.message)
            continue
        yield from ARTICLES.get(found.suffix.lower(), _text)(found, fields)


def count(paths: Sequence[str]) -> int:
    """How many articles there are, for a progress bar: lines and rows, not read any further."""
    total = 0
    for found in find_files(paths, {*SUFFIXES, *ARTICLES}):
        try:
            total += 1 if isinstance(found, CheckFailure) else COUNTS.get(found.suffix.lower(), _one)(found)
        except (OSError, ValueError):
            total += 1
    return total


def found_in(paths: Sequence[str]) -> Iterator[Path]:
    """The files that articles come from."""
    return (one for one in find_files(paths, {*SUFFIXES, *ARTICLES}) if isinstance(one, Path))


def nowhere(paths: Sequence[str]) -> Iterator[CheckFailure]:
    """The paths that lead to no article at all: misspelt, most likely."""
    for path in paths:
        first = next(find_files([path], {*SUFFIXES, *ARTICLES}), None)
        if isinstance(first, CheckFailure) and first.path == path:
            yield first


def left_out(paths: Sequence[str]) -> Iterator[str]:
    """A notice of articles in folders that are neither texts nor files of articles."""
    named = [path for path in paths if not Path(path).is_dir()]
    taken = [one for one in find_files(named, {*SUFFIXES, *ARTICLES}) if isinstance(one, Path)]
    return passed_over(paths, taken, [suffix for suffix in ELSEWHERE if suffix not in ARTICLES])


class Repeats:
    """Counts ids that stand in a field more than once as articles pass by. It keeps a number for each."""

    def __init__(self) -> None:
        self.count = 0
        self.first = ""
        self._seen: set[int] = set()

    def passing(self, articles: Iterable[Article]) -> Iterator[Article]:
        """The articles as they are."""
        for article in articles:
            if article.named:
                number = hash(article.id)
                if number in self._seen:
                    self.count += 1
                    self.first = self.first or article.id
                self._seen.add(number)
            yield article


def _text(path: Path, fields: Fields) -> Iterator[Article]:
    source = source_of(path, fields.folder) if fields.folder else None
    try:
        content = contents(path, str(path))
        russian = contents(source, str(source)) if source else b""
    except InputError as error:
        about = "" if error.failure.path == str(path) else f"{error.failure.path} "
        yield Article(str(path), failure=about + error.failure.message)
    else:
        yield Article(str(path), content, format_of(path), russian, str(source or ""))


def _jsonl(path: Path, fields: Fields) -> Iterator[Article]:
    number = 0
    try:
        with path.open("rb") as file:
            for number, line in enumerate(_whole_lines(file), 1):
                place = f"{path}:{number}"
                if line is None:
                    yield Article(place, failure=f"is longer than {LONGEST >> 20} MiB")
                elif not line.isspace():
                    yield _of_line(line, place, fields)
    except OSError as error:
        yield Article(f"{path}:{number + 1}", failure=f"cannot be read: {error.strerror or error}")


def _whole_lines(file: BinaryIO) -> Iterator[bytes | None]:
    """The lines of a file; None for one that is too long, which is passed over piece by piece."""
    while line := file.readline(LONGEST):
        whole = len(line) < LONGEST or line.endswith(b"\n")
        yield line if whole else None
        while not whole:
            rest = file.readline(LONGEST)
            whole = not rest or rest.endswith(b"\n")


def _of_line(line: bytes, place: str, fields: Fields) -> Article:
    try:
        values = json.loads(line)
    except (ValueError, RecursionError) as error:
        return Article(place, failure=f"is not JSON: {error}")
    if not isinstance(values, dict):
        return Article(place, failure="is not a JSON object")
    return of_fields(values, place, fields)


def of_fields(values: Mapping[str, Any], place: str, fields: Fields) -> Article:
    """The article in the named fields of a record that stands at `place`."""
    id_ = values.get(fields.id)
    named = isinstance(id_, str | int) and bool(str(id_))
    name, stands = (str(id_), place) if named else (place, "")
    text = values.get(fields.text)
    if not isinstance(text, str):
        return Article(name, failure=f"has no text in {fields.text!r}", place=stands)
    source = values.get(fields.source) or "" if fields.source else ""
    if not isinstance(source, str):
        return Article(name, failure=f"has no text in {fields.source!r}", place=stands)
    return Article(name, text, source=source, place=stands)


def _parquet(path: Path, fields: Fields) -> Iterator[Article]:
    arrow, parquet = pyarrow()
    number = 0
    try:
        with parquet.ParquetFile(path) as file:
            there = set(file.schema_arrow.names)
            wanted = [name for name in (fields.id, fields.text, fields.source) if name in there]
            for batch in file.iter_batches(_ROWS, columns=wanted):
                for values in batch.to_pylist():
                    number += 1
                    yield of_fields(values, f"{path}:{number}", fields)
    except (arrow.ArrowException, OSError, ValueError) as error:
        yield Article(f"{path}:{number + 1}", failure=f"cannot be read as Parquet: {_line(error)}")


def pyarrow() -> tuple[Any, Any]:
    """pyarrow and its parquet, loaded when needed. Raises TqcheckError where it is not installed."""
    try:
        import pyarrow as arrow
        from pyarrow import parquet
    except ImportError:
        raise TqcheckError("Parquet needs pyarrow: pip install 'tqcheck[parquet]'") from None
    return arrow, parquet


def _lines(path: Path) -> int:
    with path.open("rb") as file:
        return sum(block.count(b"\n") for block in iter(lambda: file.read(1 << 20), b""))


def _rows(path: Path) -> int:
    arrow, parquet = pyarrow()
    try:
        with parquet.ParquetFile(path) as file:
            return int(file.metadata.num_rows)
    except arrow.ArrowException as error:
        raise ValueError(str(error)) from None


def _one(path: Path) -> int:  # noqa: ARG001
    return 1


def _line(error: Exception) -> str:
    return " ".join(str(error).split())[:200]


def _bytes(text: str | bytes) -> bytes:
    return text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")


ARTICLES: dict[str, Callable[[Path, Fields], Iterator[Article]]] = {
    ".jsonl": _jsonl,
    ".ndjson": _jsonl,
    ".parquet": _parquet,
}
COUNTS: dict[str, Callable[[Path], int]] = {".jsonl": _lines, ".ndjson": _lines, ".parquet": _rows}
