"""Scores kept between runs, by text: one SQLite file a model, in the user's cache folder.

A file that is missing, damaged, locked for long or not writable costs time and nothing else.
"""

from __future__ import annotations

import contextlib
import hashlib
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from tqcheck.judge.model import LanguageModel

KEPT = 400_000
"""Scores at most (about 15 MB); the older half goes when there are more."""
_MOST = 500
"""Keys asked for at once: SQLite bounds the variables of a statement."""


class KeptScores:
    """A language model that asks another one only for what it has not scored before."""

    def __init__(self, model: LanguageModel, file: Path | None) -> None:
        self._model = model
        self._database = _open(file) if file is not None else None

    def log_probabilities(self, texts: Sequence[str]) -> list[float]:
        """See LanguageModel."""
        keys = [hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()[:16] for text in texts]
        known = self._read(set(keys))
        new = {key: text for key, text in zip(keys, texts, strict=True) if key not in known}
        if new:
            found = dict(zip(new, self._model.log_probabilities(list(new.values())), strict=True))
            self._write(found)
            known.update(found)
        return [known[key] for key in keys]

    def close(self) -> None:
        """Drops the older half if there are too many, and lets go of the file."""
        if self._database is None:
            return
        with contextlib.suppress(sqlite3.Error):
            (count,) = self._database.execute("SELECT count(*) FROM scores").fetchone()
            if count > KEPT:
                self._database.execute(
                    "DELETE FROM scores WHERE rowid IN (SELECT rowid FROM scores ORDER BY rowid LIMIT ?)",
                    (count - KEPT // 2,),
                )
                self._database.commit()
        with contextlib.suppress(sqlite3.Error):
            self._database.close()
        self._database = None

    def _read(self, keys: Iterable[bytes]) -> dict[bytes, float]:
        known: dict[bytes, float] = {}
        if self._database is None:
            return known
        with contextlib.suppress(sqlite3.Error):
            for part in _parts(sorted(keys)):
                marks = ",".join("?" * len(part))
                known.update(
                    self._database.execute(f"SELECT key, score FROM scores WHERE key IN ({marks})", part)
                )
        return known

    def _write(self, found: dict[bytes, float]) -> None:
        if self._database is None:
            return
        with contextlib.suppress(sqlite3.Error):
            self._database.executemany(
                "INSERT OR IGNORE INTO scores (key, score) VALUES (?, ?)", found.items()
            )
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
            database.execute(
                "CREATE TABLE IF NOT EXISTS scores (key BLOB UNIQUE NOT NULL, score REAL NOT NULL)"
            )
            database.execute("SELECT key, score FROM scores LIMIT 1").fetchone()
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
