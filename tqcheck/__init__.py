"""tqcheck flags likely machine-translation errors in English renderings of Russian news.

    >>> import tqcheck
    >>> report = tqcheck.check_text("The head answered on frank twitching of facts.")
    >>> [(finding.text, finding.suggestions[0]) for finding in report.documents[0].findings]

`check_text` and `check_file` return a `Report`; `Session` keeps checks (and LanguageTool's server) open for
many documents. All raise subclasses of `TqcheckError` when they cannot do what was asked.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tqcheck.model import Confidence, Document, Finding, Report, Severity, TqcheckError, Verdict
from tqcheck.settings import Settings

if TYPE_CHECKING:
    from tqcheck.session import Session

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

_RULES_ALONE = Settings(languagetool="off")


def check_text(text: str, settings: Settings = _RULES_ALONE, *, path: str = "<text>") -> Report:
    """Checks a text given as a string; plain text, unless `path` ends in a known suffix.

    Offsets count code points of `text`. Unlike the command line, LanguageTool is off unless the settings
    ask for it, since it starts a server: use a `Session` for many texts. Raises InputError for an empty
    text, CannotCheck or RulebookError where a check cannot be had.
    """
    from tqcheck.pipeline import check_documents
    from tqcheck.readers import format_of, read_text

    return check_documents([read_text(text, path, format_of(path))], settings)


def check_file(path: str | Path, settings: Settings = _RULES_ALONE) -> Report:
    """Checks a file; see `check_text`. Raises InputError, naming file and place, where it cannot be read."""
    from tqcheck.pipeline import check_documents
    from tqcheck.readers import read_file

    return check_documents([read_file(Path(path))], settings)


def __getattr__(name: str) -> object:
    if name == "Session":  # imported late: its checks are not needed to ask for a type or a version
        from tqcheck.session import Session

        return Session
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
