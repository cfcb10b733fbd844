"""Findings kept between runs, so that a text that has not changed is not looked at again.

One file a text, named by a digest of all that decides: the text and its Russian, the settings and the files
they name, what the checks run with, and this program's own files. Whatever cannot be read is as if it were
not there.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Iterator
from operator import attrgetter
from pathlib import Path

from tqcheck import cache
from tqcheck.model import Confidence, Document, Finding, Severity, Span
from tqcheck.rulebook import DATA
from tqcheck.settings import Settings, ignored_in
from tqcheck.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from typing import Any

MOST = 4_000
"""Files at most; the older half goes when there are more."""
_ROOT = Path(__file__).parent
_RULES = str(DATA)
_OF_REPORTS = frozenset(
    ("fail_on", "min_score", "fail_on_stale", "baseline", "view", "format", "config_file", "source")
)
"""Settings that decide nothing of what is found in a text."""


class Kept(NamedTuple):
    """What is said of a text before any baseline: findings, how many are suppressed, notices, and how it
    reads."""

    findings: tuple[Finding, ...]
    suppressed: int
    notices: tuple[str, ...]
    figure: float | None


class Keeper:
    """Findings of one way to check: `versions` are those of the checks."""

    def __init__(self, settings: Settings, versions: Iterable[str]) -> None:
        folder = cache.cache_folder()
        self._folder = folder / "findings" if folder else None
        self._settings = settings
        self._identity = repr((sys.version, *_program(), *_deciding(settings), *versions))
        self._put = 0

    def key(self, document: Document) -> str:
        """The name under which findings in a document are kept."""
        source = None
        if document.source:
            from tqcheck.bilingual.versions import russian_versions

            source = document.source.text, russian_versions()
        ignored = ignored_in(self._settings, document.path)
        told = repr((self._identity, ignored, document.format, document.path, document.text, source))
        return cache.sha256(told.encode("utf-8", "surrogatepass"))[:40]

    def get(self, key: str) -> Kept | None:
        """What is kept, or None."""
        data = cache.read(self._folder / f"{key}.json") if self._folder else None
        if data is None:
            return None
        try:
            findings, suppressed, notices, figure = json.loads(data)
            reads = None if figure is None else float(figure)
            return Kept(tuple(map(_finding, findings)), int(suppressed), tuple(map(str, notices)), reads)
        except (ValueError, TypeError, KeyError):
            return None

    def put(self, key: str, kept: Kept) -> None:
        """Keeps what is said of a text, while there is room for more of this run."""
        self._put += 1
        if self._folder and self._put <= MOST:
            plain = [list(map(_plain, kept.findings)), kept.suppressed, kept.notices, kept.figure]
            cache.keep(self._folder / f"{key}.json", json.dumps(plain).encode(), most=None)

    def prune(self) -> None:
        """Drops the older half if there are too many."""
        if self._folder is None or not self._put:
            return
        try:
            files = list(os.scandir(self._folder))
            if len(files) > MOST:
                for file in sorted(files, key=lambda file: file.stat().st_mtime)[: len(files) - MOST // 2]:
                    Path(file.path).unlink(missing_ok=True)
        except OSError:
            return


def _deciding(settings: Settings) -> Iterator[tuple[str, object]]:
    """Settings by name, and when the files they name were changed."""
    for name in Settings._fields:
        if name in _OF_REPORTS:
            continue
        value = getattr(settings, name)
        yield name, value
        for path in value if isinstance(value, tuple) else (value,):
            if isinstance(path, Path):
                yield str(path), _changed(path)


def _changed(path: Path) -> tuple[int, int]:
    try:
        about = path.stat()
    except OSError:
        return 0, 0
    return about.st_size, about.st_mtime_ns


def _program(folder: str | Path = _ROOT) -> Iterator[tuple[str, int, int]]:
    """The files of this program: a change of any is another program. The versions tell of the rules."""
    for entry in sorted(os.scandir(folder), key=attrgetter("name")):
        if not entry.is_dir(follow_symlinks=False):
            about = entry.stat()
            yield entry.name, about.st_size, about.st_mtime_ns
        elif entry.name != "__pycache__" and entry.path != _RULES:
            yield from _program(entry.path)


def _plain(finding: Finding) -> dict[str, object]:
    values = {name: getattr(finding, name) for name in Finding._fields}
    values["span"] = (finding.span.start, finding.span.end)
    values["source"] = [(span.start, span.end) for span in finding.source]
    return values


def _finding(values: dict[str, Any]) -> Finding:
    typed = {
        "span": Span(*values["span"]),
        "severity": Severity(values["severity"]),
        "confidence": Confidence(values["confidence"]),
        "suggestions": tuple(values["suggestions"]),
        "source": tuple(Span(*span) for span in values["source"]),
    }
    return Finding(**{**values, **typed})
