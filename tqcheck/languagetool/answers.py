"""Answers of LanguageTool kept between runs, so that a text that has not changed needs no server at all.

One file a document, named by a hash of all that decides the answer. Whatever cannot be read is as if it were
not there; nothing that fails here fails a run.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
from pathlib import Path

from tqcheck.languagetool.client import Hit, Piece

KEPT = 4000
"""Files at most; the oldest half goes when there are more."""


class Answers:
    """Kept in a folder, or nowhere if that is None."""

    def __init__(self, folder: Path | None, identity: str) -> None:
        self._folder = folder
        self._identity = identity

    def key(self, batches: list[list[Piece]]) -> str:
        """The name under which the answer to these requests is kept."""
        seen = hashlib.sha256(self._identity.encode())
        for batch in batches:
            for piece in batch:
                seen.update(f"\0{piece.start}\0".encode())
                seen.update(piece.text.encode("utf-8", "surrogatepass"))
        return seen.hexdigest()

    def get(self, key: str) -> list[Hit] | None:
        """The kept answer, or None."""
        if self._folder is None:
            return None
        path = self._path(self._folder, key)
        try:
            rows = json.loads(path.read_text(encoding="utf-8"))
            hits = [
                Hit(str(rule), int(a), int(b), str(text), tuple(map(str, s))) for rule, a, b, text, s in rows
            ]
        except (OSError, ValueError, TypeError):
            return None
        with contextlib.suppress(OSError):
            os.utime(path)
        return hits

    def put(self, key: str, hits: list[Hit]) -> None:
        """Keeps an answer."""
        if self._folder is None:
            return
        path = self._path(self._folder, key)
        part = path.with_suffix(f".{os.getpid()}.part")
        with contextlib.suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            part.write_text(json.dumps(hits, ensure_ascii=False), encoding="utf-8")
            part.replace(path)

    def prune(self) -> None:
        """Drops the older half if there are too many."""
        if self._folder is None:
            return
        with contextlib.suppress(OSError):
            files = list(self._folder.glob("*.json"))
            if len(files) > KEPT:
                files.sort(key=lambda path: path.stat().st_mtime)
                for path in files[: len(files) - KEPT // 2]:
                    path.unlink(missing_ok=True)

    @staticmethod
    def _path(folder: Path, key: str) -> Path:
        return folder / f"{key[:40]}.json"
