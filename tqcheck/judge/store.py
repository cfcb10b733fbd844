"""What was reckoned of texts, kept between runs: an SQLite file in the user's cache folder.

A file that is missing, damaged, locked for long or not writable costs time and nothing else.
"""

from __future__ import annotations

import contextlib
import hashlib
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Generic, TypeVar

from tqcheck import cache
from tqcheck.judge.home import Model

Value = TypeVar("Value", float, bytes)
_MOST = 500
"""Keys asked for at once: SQLite bounds the variables of a statement."""


def kept_file(what: str, model: Model) -> Path | None:
    """Where what a model said is kept, if there is a folder for it: a file for each of its weights."""
    folder = cache.cache_folder()
    return folder / "judge" / f"{what}-{model.digest[:16]}.sqlite" if folder else None


class Store(Generic[Value]):
    """A value for each text, `kept` of them at most: the older half goes when there are more."""

    def __init__(self, file: Path | None, kept: int) -> None:
        self._kept = kept
        self._database = _open(file) if file is not None else None

    def values(
        self, texts: Sequence[str], reckoned: Callable[[Sequence[str]], Sequence[Value]]
    ) -> list[Value]:
        """The value of each text; those that are not kept are `reckoned`, each text once."""
        keys = [hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()[:16] for text in texts]
        known = self._read(set(keys))
        new = {key: text for key, text in zip(keys, texts, strict=True) if key not in known}
        if new:
            found = dict(zip(new, reckoned(list(new.values())), strict=True))
            self._write(found)
            known.update(found)
        return [known[key] for key in keys]

    def close(self) -> None:
        """Drops the older half if there are too many, and lets go of the file."""
        if self._database is None:
            return
        with contextlib.suppress(sqlite3.Error):
            (count,) = self._database.execute("SELECT count(*) FROM kept").fetchone()
            if count > self._kept:
                self._database.execute(
                    "DELETE FROM kept WHERE rowid IN (SELECT rowid FROM kept ORDER BY rowid LIMIT ?)",
                    (count - self._kept // 2,),
                )
                self._database.commit()
        with contextlib.suppress(sqlite3.Error):
            self._database.close()
        self._database = None

    def _read(self, keys: Iterable[bytes]) -> dict[bytes, Value]:
        known: dict[bytes, Value] = {}
        if self._database is None:
            return known
        with contextlib.suppress(sqlite3.Error):
            for part in _parts(sorted(keys)):
                marks = ",".join("?" * len(part))
                known.update(
                    self._database.execute(f"SELECT key, value FROM kept WHERE key IN ({marks})", part)
                )
        return known

    def _write(self, found: Mapping[bytes, Value]) -> None:
        if self._database is None:
            return
        with contextlib.suppress(sqlite3.Error):
            self._database.executemany("INSERT OR IGNORE INTO kept (key, value) VALUES (?, ?)", found.items())
            self._database.commit()


def _parts(keys: list[bytes]) -> Iterator[list[bytes]]:
    return (keys[i : i + _MOST] for i in range(0, len(keys), _MOST))


def _open(file: Path) -> sqlite3.Connection | None:
    """The database; a damaged one is begun anew."""
    for _ in range(2):
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            database = sqlite3.connect(file, timeout=5)
            database.execute("PRAGMA journal_mode=WAL")
            database.execute("CREATE TABLE IF NOT EXISTS kept (key BLOB UNIQUE NOT NULL, value NOT NULL)")
            database.execute("SELECT key, value FROM kept LIMIT 1").fetchone()
        except sqlite3.OperationalError:
            return None
        except sqlite3.DatabaseError:
            with contextlib.suppress(OSError):
                file.unlink()
        except OSError:
            return None
        else:
            return database
    return None
