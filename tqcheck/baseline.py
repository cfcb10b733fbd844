"""A baseline: findings that were there when it was made, and are reported no more.

An entry is known by its file and its fingerprint, which is made of the rule, the sentence and the words: it
survives moves within the file, and of the whole file, but not a change of the sentence, for then someone has
had it in hand. Paths are relative to the baseline's folder.
"""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from tqcheck.model import CheckedDocument, Finding, TqcheckError
from tqcheck.settings import Settings, given_by
from tqcheck.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from typing import Any

VERSION = 1


class BaselineError(TqcheckError):
    """A baseline that cannot be read."""


class Entry(NamedTuple):
    """A finding as the baseline keeps it; `words` and `severity` are for who reviews the file."""

    path: str
    rule: str
    check: str
    confidence: str
    severity: str
    words: str
    fingerprint: str


class Baseline:
    """The entries of a file, taken off as findings claim them. Good for one run."""

    def __init__(self, path: Path, entries: Iterable[Entry]) -> None:
        self.path = path
        self.entries = tuple(entries)
        self._left: defaultdict[str, list[Entry]] = defaultdict(list)
        for entry in self.entries:
            self._left[entry.path].append(entry)
        self.gone = sorted(path for path in self._left if not (self.path.parent / path).exists())
        """Files that the entries name and that are there no more, or under another name."""
        self._unsought = [entry for path in self.gone for entry in self._left[path]]
        self._stale: list[Entry] = []

    def take(
        self, path: str, findings: Sequence[Finding], could_find: Callable[[Entry], bool] = lambda _: True
    ) -> tuple[Finding, ...]:
        """The findings of a document that the baseline does not have.

        Entries of the document that no finding claims are stale, where the run `could_find` them. Entries of
        files that are gone serve any file, since it may be theirs under a new name, and are stale where no
        file could claim them though one was looked through for them.
        """
        key = self.key(path)
        own = self._left.pop(key, [])
        pools = [own, *(self._left[gone] for gone in self.gone)]
        self._unsought = [entry for entry in self._unsought if not could_find(entry)]
        new = [finding for finding in findings if not any(_claim(finding, pool) for pool in pools)]
        self._stale.extend(entry for entry in own if could_find(entry))
        return tuple(new)

    def key(self, path: str) -> str:
        """A document's path as the entries have it."""
        return _relative(path, self.path.parent)

    @property
    def stale(self) -> tuple[Entry, ...]:
        """Entries whose finding is no more: ask after all documents are taken."""
        unsought = set(map(id, self._unsought))
        gone = [entry for path in self.gone for entry in self._left[path] if id(entry) not in unsought]
        return (*self._stale, *gone)

    def notices(self) -> tuple[str, ...]:
        """What a report must say."""
        stale = self.stale
        if not stale:
            return ()
        named = ", ".join(f"{entry.rule} “{entry.words}” in {entry.path}" for entry in stale[:3])
        more = f" and {len(stale) - 3:,} more" if len(stale) > 3 else ""
        entries = "1 entry is" if len(stale) == 1 else f"{len(stale):,} entries are"
        paths = " PATH…`, with the paths checked here," if self.gone else "`"
        prune = f"`tqcheck baseline prune {self.path.name}{paths} drops {'it' if len(stale) == 1 else 'them'}"
        return (f"{self.path.name}: {entries} stale: {named}{more}; {prune}",)


def read_baseline(path: Path) -> Baseline:
    """The baseline in a file. Raises BaselineError, saying what is wrong with it."""
    import json

    try:
        value: Any = json.loads(path.read_text("utf-8"))
        if value["version"] != VERSION:
            raise BaselineError(f"{path}: made by another version of tqcheck: create it anew")
        entries = [
            Entry(file, **{name: _text(found[name]) for name in Entry._fields[1:]})
            for file, all_found in value["findings"].items()
            for found in all_found
        ]
    except FileNotFoundError:
        raise BaselineError(f"{path}: no such baseline; `tqcheck baseline create` makes one") from None
    except OSError as error:
        raise BaselineError(f"{path}: cannot be read: {error.strerror}") from None
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise BaselineError(f"{path}: not a baseline: {error}") from None
    return Baseline(path, entries)


def baseline_of(settings: Settings, path: Path) -> Baseline:
    """The baseline that settings name. Raises BaselineError, which says so where a file of settings does."""
    try:
        return read_baseline(path)
    except BaselineError as error:
        given = given_by(settings, "baseline")
        raise BaselineError(str(error) if given == "--baseline" else f"{given} {error}") from None


def created(documents: Iterable[CheckedDocument], path: Path) -> str:
    """The file with all findings of documents as its entries."""
    return written(entries_of(documents, path.parent))


def entries_of(documents: Iterable[CheckedDocument], folder: Path) -> Iterator[Entry]:
    """All findings of documents as entries of a baseline that stands in a folder."""
    return (
        Entry(
            _relative(checked.document.path, folder),
            finding.rule,
            finding.check,
            finding.confidence.value,
            finding.severity.value,
            " ".join(finding.text.split()),
            finding.fingerprint,
        )
        for checked in documents
        for finding in checked.findings
    )


def pruned(baseline: Baseline) -> str:
    """The file without the entries that turned out stale."""
    stale = list(baseline.stale)
    kept = []
    for entry in baseline.entries:
        if entry in stale:
            stale.remove(entry)
        else:
            kept.append(entry)
    return written(kept)


def written(entries: Iterable[Entry]) -> str:
    """Entries as a file: an object a line, sorted by path alone, so that changes are easy to review."""
    import json

    by_path: defaultdict[str, list[str]] = defaultdict(list)
    for entry in entries:
        found = {name: getattr(entry, name) for name in Entry._fields[1:]}
        by_path[entry.path].append(json.dumps(found, ensure_ascii=False))
    files = (
        f"  {json.dumps(path)}: [\n    " + ",\n    ".join(found) + "\n  ]"
        for path, found in sorted(by_path.items())
    )
    text = ",\n ".join(files)
    return f'{{\n "version": {VERSION},\n "findings": {{\n {text}\n }}\n}}\n'


def _claim(finding: Finding, entries: list[Entry]) -> bool:
    for i, entry in enumerate(entries):
        if entry.fingerprint == finding.fingerprint and entry.rule == finding.rule:
            del entries[i]
            return True
    return False


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{value!r} is no text")
    return value


def _relative(path: str, folder: Path) -> str:
    try:
        return Path(os.path.relpath(path, folder)).as_posix()
    except ValueError:  # another drive
        return Path(path).absolute().as_posix()
