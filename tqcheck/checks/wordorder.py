"""Word order: verbs and objects where Russian has them, speakers after their matter, and commas that join
sentences.
"""

from __future__ import annotations

from contextlib import AbstractContextManager

from tqcheck.checks.coded import Spotter, open_coded
from tqcheck.entities import Store
from tqcheck.model import Opened, Progress
from tqcheck.settings import Settings

NAME = "wordorder"


def open_wordorder(
    settings: Settings,
    progress: Progress | None = None,  # noqa: ARG001
) -> AbstractContextManager[Opened]:
    """The check of word order."""
    return open_coded(NAME, settings, {}, _spotters)


def _spotters(store: Store) -> tuple[Spotter, ...]:
    from tqcheck.checks.clauses import clauses  # the reader of clauses is large
    from tqcheck.checks.speakers import Speakers
    from tqcheck.checks.splices import Splices

    return (clauses, Speakers(store), Splices(store))
