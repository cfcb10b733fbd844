"""Texts that are open in an editor, checked one at a time, away from the thread that talks to the editor."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path

from tqcheck.baseline import baseline_of
from tqcheck.bilingual.russian import RussianMissing
from tqcheck.model import CheckedDocument, CheckFailure, Document, InputError, Report, Rule, Verdict
from tqcheck.outputs import rules_of
from tqcheck.readers import extracted, format_of, read_text
from tqcheck.readers.discover import is_source
from tqcheck.session import Session
from tqcheck.settings import Settings, forget, load_settings
from tqcheck.sources import Beside, beside, source_of


class Desk:
    """Keeps checks open between texts, a session for each settings. A context manager, for one thread.

    `overrides` are settings by field, as those of `load_settings`.
    """

    def __init__(self, overrides: Mapping[str, object]) -> None:
        self.overrides = dict(overrides)
        self._sessions: dict[tuple[Settings, tuple[tuple[str, int], ...]], Session] = {}
        self._stack = ExitStack()

    def __enter__(self) -> Desk:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def check(self, path: Path, text: str, language: str) -> CheckedDocument | None:
        """The findings in a text, or None where it holds no prose yet, or is the Russian of another.

        `language` is the editor's word for the format, of use where the name tells none. Raises TqcheckError
        where settings or rules are broken, or a check that was asked for cannot be had.
        """
        if is_source(path):
            return None
        name = format_of(path)
        name = "text" if name in extracted.FORMATS else name  # its places would not be those of the file
        try:
            document = read_text(text, str(path), "markdown" if language == "markdown" else name)
        except InputError:
            return None
        forget()
        settings = load_settings(path, None, self.overrides)
        session = self._session(settings)
        compared = _compared(document, path, settings)
        [checked] = session.check([compared.document])
        return compared.told(checked)

    def rules(self, checked: CheckedDocument) -> Mapping[str, Rule]:
        """The rules that its findings speak of."""
        return rules_of(Report((checked,), Verdict.PASS), None, self.overrides)

    def close(self) -> None:
        """Ends all checks."""
        self._sessions.clear()
        self._stack.close()

    def _session(self, settings: Settings) -> Session:
        """The session of settings as they are, and of their rulebooks as they are."""
        key = settings, tuple(_changes(settings.rulebooks))
        if key not in self._sessions:
            if any(settings.config_file == known.config_file for known, _ in self._sessions):
                self.close()  # what it was opened for has changed
            self._sessions[key] = self._stack.enter_context(Session(settings))
        session = self._sessions[key]
        known = settings.baseline
        session.baseline = baseline_of(settings, known) if known else None  # good for one run
        return session


def _compared(document: Document, path: Path, settings: Settings) -> Beside:
    """The text beside the Russian of the settings, else beside a file NAME.ru.ext that lies there."""
    if settings.source:
        return beside(document, settings.source)
    try:
        return beside(document, None if document.source else source_of(path, path.parent))
    except RussianMissing as error:
        return Beside(document, failure=CheckFailure(str(path), str(error)))


def _changes(paths: Iterable[Path]) -> Iterator[tuple[str, int]]:
    """Files, also of folders, with the times they were changed at, in nanoseconds."""
    for path in paths:
        for file in sorted(path.glob("*.yaml")) if path.is_dir() else [path]:
            yield str(file), file.stat().st_mtime_ns if file.exists() else 0
