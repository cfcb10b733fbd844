"""Which Russian belongs to which text, and the two put side by side."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from tqcheck.model import CheckedDocument, CheckFailure, Document, InputError
from tqcheck.readers import read_file
from tqcheck.settings import Settings, SettingsError, given_by
from tqcheck.typed import NamedTuple

DEEPEST = 8
"""Folders above a text that may stand in a folder of sources, too."""


class Beside(NamedTuple):
    """A document with its source, or without it and why: a failure, or a notice for a text that has none."""

    document: Document
    failure: CheckFailure | None = None
    notice: str = ""

    def told(self, checked: CheckedDocument) -> CheckedDocument:
        """What was found in the document, and what is to be said of its source."""
        failures = (*checked.failures, self.failure) if self.failure else checked.failures
        notices = (*checked.notices, self.notice) if self.notice else checked.notices
        return checked._replace(failures=failures, notices=notices)


def require_usable(source: Path, texts: Sequence[str], given: str = "--source") -> None:
    """Raises SettingsError for a source that is not there, or that cannot belong to so many texts; `given` is
    what gave it."""
    if source.name == "-":
        raise SettingsError(f"{given} -: must be a file or a folder; standard input can only be the text")
    if not source.exists():
        raise SettingsError(f"{given} {source}: does not exist")
    if source.is_file() and len(texts) > 1:
        raise SettingsError(
            f"{given} {source}: one file is the source of one text, not of {len(texts)}; "
            "name the folder that holds a source for each"
        )


def require_usable_for(paths: Sequence[Path], settings: Callable[[Path], Settings]) -> None:
    """Raises SettingsError for a source that cannot belong to the texts whose settings name it."""
    texts: dict[tuple[Path, str], list[str]] = {}
    for path in paths:
        own = settings(path)
        if own.source:
            texts.setdefault((own.source, given_by(own, "source")), []).append(str(path))
    for (source, given), names in texts.items():
        require_usable(source, names, given)


def source_of(text: Path, source: Path) -> Path | None:
    """The source file of a text: `source` itself if it is no folder, otherwise NAME.ru.ext in it (also for
    NAME.en.ext), or NAME.ext where the text lies in another folder. Of a text in folders, one in folders of
    the same names goes before one in none. None where there is none."""
    if not source.is_dir():
        return source
    stem, suffix = text.stem, text.suffix
    names = [f"{stem}.ru{suffix}"]
    if stem.lower().endswith(".en"):
        names.append(f"{stem[:-3]}.ru{suffix}")
    folder, root = text.absolute().parent.resolve(), source.resolve()
    parts = folder.relative_to(root).parts if folder.is_relative_to(root) else folder.parts[1:]
    for first in range(max(0, len(parts) - DEEPEST), len(parts) + 1):
        place = Path(*parts[first:])
        for name in names if root / place == folder else (*names, text.name):
            if (root / place / name).is_file():
                return source / place / name
    return None


def beside(document: Document, source: Path | None) -> Beside:
    """A document with the source that the setting names for it. A bilingual file has its own: a folder is for
    others then, but a file was meant for it."""
    if source is None:
        return Beside(document)
    if document.source is not None:
        return Beside(document, None if source.is_dir() else _unused(_shown(source), document).failure)
    file = source_of(Path(document.path), source)
    if file is None:
        return Beside(
            document, notice=f"{document.path} has no source in {_shown(source)}; checked without it"
        )
    try:
        return Beside(_aligned(document, read_file(file, _shown(file))))
    except InputError as error:
        return Beside(document, failure=error.failure)


def beside_text(document: Document, russian: Document) -> Document:
    """A document with a source that is already read. Raises InputError for one that does not fit."""
    return _aligned(document, russian)


def _unused(source: str, document: Document) -> InputError:
    return InputError(source, f"was not used: {document.path} holds its own Russian")


def _aligned(document: Document, russian: Document) -> Document:
    if document.source is not None:
        raise _unused(russian.path, document)
    if russian.source is not None:
        raise InputError(russian.path, "holds both languages: check it by itself, without --source")
    from tqcheck.bilingual.alignment.align import aligned

    source = aligned(document, russian)
    if not source.compared:
        raise InputError(russian.path, f"has no sentence that surely belongs to one of {document.path}")
    return document._replace(source=source)


def _shown(file: Path) -> str:
    """A path as reports show it: relative to the working directory where it lies in it."""
    try:
        return str(file.absolute().relative_to(Path.cwd()))
    except ValueError:
        return str(file)
