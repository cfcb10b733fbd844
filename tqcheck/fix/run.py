"""Paths → fixed texts, one file at a time, and writing them back as they were encoded."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from tqcheck.apart import files_read, require_apart
from tqcheck.baseline import baseline_of
from tqcheck.fix.apply import Fixed, fixed
from tqcheck.model import CheckedDocument, CheckFailure, Document, Finding, InputError, Progress
from tqcheck.outputs import write_atomically
from tqcheck.readers import contents, read_bytes
from tqcheck.readers.discover import find_files
from tqcheck.readers.encoding import encode
from tqcheck.session import Session
from tqcheck.settings import Settings, load_settings
from tqcheck.sources import beside, require_usable_for


@dataclass(frozen=True, slots=True)
class Original:
    """A file as it was read: `checked` is all that was found in it, `spared` what of that a baseline holds.

    `path` is None for standard input.
    """

    path: Path | None
    data: bytes
    checked: CheckedDocument
    spared: tuple[Finding, ...]

    @property
    def name(self) -> str:
        """Its name in reports."""
        return self.checked.document.path

    @property
    def reported(self) -> CheckedDocument:
        """What was found, without what the baseline holds."""
        left = tuple(finding for finding in self.checked.findings if finding not in self.spared)
        return self.checked._replace(findings=left)


class Fixer:
    """Keeps checks open between files, a session for each settings. A context manager.

    `overrides` are settings by field, as those of `load_settings`. Raises what opening a session raises.
    """

    def __init__(
        self, config: Path | None, overrides: Mapping[str, object], progress: Progress | None = None
    ) -> None:
        self._config, self._overrides, self._progress = config, dict(overrides), progress
        self._sessions: dict[Settings, Session] = {}
        self._notices: list[str] = []
        self._stack = ExitStack()

    def __enter__(self) -> Fixer:
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    @property
    def notices(self) -> tuple[str, ...]:
        """What must be said of the checks: which was absent, and why."""
        of_sessions = (n for session in self._sessions.values() for n in session.notices)
        return tuple(dict.fromkeys((*of_sessions, *self._notices)))

    def require_sources(self, paths: Sequence[str]) -> None:
        """Raises SettingsError for a source that cannot belong to the texts, before any is looked at."""
        files = [found for found in find_files(paths) if isinstance(found, Path)]
        require_usable_for(files, lambda path: load_settings(path, self._config, self._overrides))

    def require_apart(self, output: Path, paths: Sequence[str]) -> None:
        """Raises TqcheckError for an output that is one of the texts, or is read with one."""
        found = (found for found in find_files(paths) if isinstance(found, Path))
        settled = ((text, load_settings(text, self._config, self._overrides)) for text in found)
        require_apart([output], (file for text, settings in settled for file in files_read(settings, [text])))

    def originals(self, paths: Sequence[str]) -> Iterator[Original | CheckFailure]:
        """Files, folders and globs, each file read and checked; what cannot be is a failure."""
        for found in find_files(paths):
            if isinstance(found, CheckFailure):
                yield found
                continue
            try:
                yield self._original(found, contents(found), str(found), found)
            except InputError as error:
                yield error.failure

    def standard_input(self, data: bytes, name: str) -> Original | CheckFailure:
        """The bytes of standard input, checked as a file of that name in the working directory."""
        try:
            return self._original(None, data, name, Path.cwd() / name)
        except InputError as error:
            return error.failure

    def _original(
        self, path: Path | None, data: bytes, name: str, settled_by: Path
    ) -> Original | CheckFailure:
        session = self._session(settled_by)
        document = read_bytes(data, name, None, session.settings.fields)
        compared = beside(document, session.settings.source)
        if compared.failure:
            return compared.failure
        self._notices += [compared.notice] if compared.notice else []
        document = compared.document
        if document.origin and not document.origin.text:
            return CheckFailure(name, "is no text file: fix it where it is written")
        checked = session.check_afresh([document])[0]
        if checked.failures:
            return checked.failures[0]
        spared: tuple[Finding, ...] = ()
        if session.settings.baseline:
            session.baseline = baseline_of(
                session.settings, session.settings.baseline
            )  # good for one look at a document
            reported = set(session.check([document])[0].findings)
            spared = tuple(finding for finding in checked.findings if finding not in reported)
        return Original(path, data, checked, spared)

    def fix(self, original: Original, *, unsafe: bool = False) -> Fixed:
        """The file with all that is safe put in. Raises CannotCheck where a check gives out."""
        fields = self.settings(original).fields
        return fixed(
            original.checked,
            lambda document: self.recheck(original, document),
            fields=fields,
            unsafe=unsafe,
            spared=original.spared,
        )

    def recheck(self, original: Original, document: Document) -> CheckedDocument:
        """A document checked with the settings of its file, beside its source if it has one."""
        session = self._session(_place(original))
        compared = beside(document, session.settings.source)
        return compared.told(session.check_afresh([compared.document])[0])

    def settings(self, original: Original) -> Settings:
        """The settings of a file."""
        return self._session(_place(original)).settings

    def _session(self, path: Path) -> Session:
        settings = load_settings(path, self._config, self._overrides)
        if settings not in self._sessions:
            self._sessions[settings] = self._stack.enter_context(Session(settings, self._progress))
        return self._sessions[settings]


def _place(original: Original) -> Path:
    return original.path or Path.cwd() / original.name


def encoded(original: Original, text: str) -> bytes:
    """The file's bytes with that text: encoding, byte order mark and line ends stay.

    Raises InputError where the encoding has no such character, or the file could not be put together again.
    """
    document = original.checked.document
    try:
        if encode(document.file_text, document.encoding, original.data) != original.data:
            raise InputError(document.path, f"cannot be written back in {document.encoding} as it was")
        return encode(text, document.encoding, original.data)
    except UnicodeEncodeError as error:
        character = error.object[error.start]
        raise InputError(document.path, f"has no room for “{character}” in {document.encoding}") from None


def write_back(original: Original, data: bytes) -> None:
    """Replaces the file, whole or not at all. Raises InputError where it changed meanwhile, or cannot be."""
    if original.path is None:
        raise InputError(original.name, "is standard input: there is no file to write")
    if contents(original.path) != original.data:
        raise InputError(original.name, "changed while it was looked at: nothing written")
    try:
        write_atomically(original.path, data)
    except OSError as error:
        raise InputError(original.name, f"cannot be written: {error.strerror or error}") from None
