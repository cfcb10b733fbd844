"""tqcheck flags likely machine-translation errors in English renderings of Russian news.

    >>> import tqcheck
    >>> report = tqcheck.check_text("The head answered on frank twitching of facts.")
    >>> [(finding.text, finding.suggestions[0]) for finding in report.documents[0].findings]

`check_text` and `check_file` return a `Report`. A `Session` keeps checks (and LanguageTool's server) open for
many texts:

    >>> with tqcheck.Session(tqcheck.Settings(languagetool="on")) as session:
    ...     reports = [tqcheck.check_text(text, session=session) for text in texts]

All raise subclasses of `TqcheckError` when they cannot do what was asked.
"""

from __future__ import annotations

from tqcheck.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from tqcheck.errors import TqcheckError
    from tqcheck.model import Confidence, Document, Finding, Report, Severity, Verdict
    from tqcheck.session import Session
    from tqcheck.settings import Settings

__version__ = "0.1.0"

__all__ = [
    "Confidence",
    "Document",
    "Finding",
    "Report",
    "Session",
    "Settings",
    "Severity",
    "TqcheckError",
    "Verdict",
    "check_file",
    "check_text",
]

_HOMES = {
    "errors": ("TqcheckError",),
    "model": ("Confidence", "Document", "Finding", "Report", "Severity", "Verdict"),
    "session": ("Session",),
    "settings": ("Settings",),
}


def check_text(
    text: str,
    settings: Settings | None = None,
    *,
    path: str = "<text>",
    source: str | None = None,
    session: Session | None = None,
) -> Report:
    """Checks a text given as a string; plain text, unless `path` ends in a known suffix. `source` is its
    Russian, where that is to be compared.

    Offsets count code points of `text`. Unlike the command line, LanguageTool is off unless the settings
    ask for it, since it starts a server: open a `session` for many texts, whose settings then hold. Raises
    InputError for an empty text or a source that is not its Russian, CannotCheck or RulebookError where a
    check cannot be had; TypeError, at once, for a text or source that is no string.
    """
    for name, given in (("text", text), ("source", "" if source is None else source)):
        if not isinstance(given, str):
            raise TypeError(f"{name} must be a str, not {type(given).__name__}")
    from tqcheck.readers import format_of, read_text

    document = read_text(text, path, format_of(path))
    if source is not None:
        from tqcheck.sources import beside_text

        document = beside_text(document, read_text(source, f"source of {path}", format_of(path)))
    return _report([document], settings, session)


def check_file(
    path: str | Path,
    settings: Settings | None = None,
    *,
    source: str | Path | None = None,
    session: Session | None = None,
) -> Report:
    """Checks a file, beside its Russian where that is given, by name or by the `source` of the settings;
    see `check_text`.

    Raises InputError, naming file and place, where one of them cannot be read.
    """
    from pathlib import Path

    from tqcheck.readers import read_file

    settings = session.settings if session else settings or _rules_alone()
    document = read_file(Path(path), fields=settings.fields)
    bilingual = document.source is not None
    if source is None and settings.source and not (bilingual and settings.source.is_dir()):
        from tqcheck.sources import source_of

        source = source_of(Path(path), settings.source)
    if source is not None:
        from tqcheck.sources import beside_text

        document = beside_text(document, read_file(Path(source)))
    return _report([document], settings, session)


def _report(documents: Sequence[Document], settings: Settings | None, session: Session | None) -> Report:
    from tqcheck.pipeline import check_documents, check_in

    if session is not None:
        return check_in(session, documents)
    return check_documents(documents, settings or _rules_alone())


def _rules_alone() -> Settings:
    from tqcheck.settings import Settings

    return Settings(languagetool="off")


def __getattr__(name: str) -> object:
    """Names of the API are imported when they are asked for: a command imports what it does, and no more."""
    for module, names in _HOMES.items():
        if name in names:
            from importlib import import_module

            return getattr(import_module(f"{__name__}.{module}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
