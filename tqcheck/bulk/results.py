"""Results as they come in: lines of JSON in a file beside the one asked for, which appears once all is done.

The first line of NAME.part says what run it is of. An interrupted run leaves whole lines and perhaps a piece
of one, which is cut off before the next goes on.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import IO, Any

from tqcheck.bulk.articles import Article, pyarrow
from tqcheck.languagetool.locking import Lock
from tqcheck.model import TqcheckError

_ROWS = 2000


def written_beside(path: Path) -> tuple[Path, Path, Path]:
    """The results asked for, where they are kept as they come in, and where they are made whole."""
    return path, path.with_name(path.name + ".part"), path.with_name(path.name + ".whole")


class Results:
    """The file of a run; a context manager, which holds it against other runs. `head` names the run.

    Raises TqcheckError where the results are there already, or another run's, and OSError.
    """

    def __init__(self, path: Path, head: str, restart: bool = False) -> None:
        if path.suffix.lower() not in FINISHES:
            raise TqcheckError(f"{path}: results are written to {' or '.join(FINISHES)}")
        self.path, self.part, self._whole = written_beside(path)
        self._head = json.dumps({"tqcheck archive": head}, ensure_ascii=False).encode() + b"\n"
        self._restart = restart
        self._lock = Lock(self.part)
        self._opened: IO[bytes] | None = None

    def __enter__(self) -> Results:
        if self.path.exists() and not self._restart:
            raise TqcheckError(f"{self.path}: is there already; --restart replaces it")
        if not self._lock.acquire():
            raise TqcheckError(f"{self.part}: another run is writing it")
        try:
            self._opened = self.part.open("r+b")
            if self._restart:
                self._file.truncate(0)
            self._begin()
        except BaseException:
            self._close()
            raise
        return self

    @property
    def _file(self) -> IO[bytes]:
        assert self._opened is not None
        return self._opened

    def _begin(self) -> None:
        head = self._file.readline()
        if head == self._head:
            return
        if head.endswith(b"\n"):
            raise TqcheckError(
                f"{self.part}: is of a run with other rules, settings or fields; --restart begins anew"
            )
        self._file.seek(0)
        self._file.truncate(0)
        self._file.write(self._head)
        self._file.flush()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._close()

    def _close(self) -> None:
        if self._opened is not None:
            self._opened.close()
        self._lock.release()

    def skip_done(self, articles: Iterator[Article]) -> int:
        """Takes from `articles` those that the file has results of, and counts them.

        Raises TqcheckError where they are not the same articles any more.
        """
        done = 0
        whole = self._file.tell()
        while (line := self._file.readline()).endswith(b"\n"):
            article = next(articles, None)
            kept = json.loads(line)
            if article is None or (kept["id"], kept["digest"]) != (_printable(article.id), article.digest):
                raise TqcheckError(
                    f"{self.part}: {kept['id']} is not where it was, or has changed since; "
                    "--restart begins anew"
                )
            done += 1
            whole = self._file.tell()
        self._file.seek(whole)
        self._file.truncate()
        return done

    def append(self, lines: Iterable[str]) -> None:
        """Adds rows; they are on disk when it returns. Raises OSError, the rows before being safe."""
        self._file.write("".join(f"{line}\n" for line in lines).encode())
        self._file.flush()
        os.fsync(self._file.fileno())

    def finish(self) -> None:
        """Makes the file asked for, whole at once, and removes the other."""
        self._file.seek(len(self._head))
        whole = self._whole
        try:
            FINISHES[self.path.suffix.lower()](self._file, whole)
            whole.replace(self.path)
        except BaseException:
            whole.unlink(missing_ok=True)
            raise
        self.part.unlink()


def _printable(id_: str) -> str:
    """An id as it comes back from a line."""
    return str(json.loads(json.dumps(id_)))


def _jsonl(rows: IO[bytes], whole: Path) -> None:
    with whole.open("wb") as out:
        while block := rows.read(1 << 20):
            out.write(block)
        out.flush()
        os.fsync(out.fileno())


def _parquet(rows: IO[bytes], whole: Path) -> None:
    from tqcheck.bulk.schema import arrow_schema

    arrow, parquet = pyarrow()
    schema = arrow_schema()
    with parquet.ParquetWriter(whole, schema, compression="zstd") as out:
        for batch in _batches(rows):
            out.write_table(arrow.Table.from_pylist(batch, schema))


def _batches(rows: IO[bytes]) -> Iterator[list[dict[str, Any]]]:
    batch: list[dict[str, Any]] = []
    for line in rows:
        batch.append(json.loads(line))
        if len(batch) >= _ROWS:
            yield batch
            batch = []
    if batch:
        yield batch


FINISHES: dict[str, Callable[[IO[bytes], Path], None]] = {
    ".jsonl": _jsonl,
    ".ndjson": _jsonl,
    ".parquet": _parquet,
}
