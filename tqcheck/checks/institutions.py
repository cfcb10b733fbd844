"""Institutions: bodies, offices and events under names that are not theirs, acronyms, lost capitals."""

from __future__ import annotations

from contextlib import AbstractContextManager

from tqcheck.checks.coded import open_coded
from tqcheck.checks.lookup import Lookup
from tqcheck.model import Opened, Progress
from tqcheck.settings import Settings

NAME = "institutions"


def open_institutions(
    settings: Settings,
    progress: Progress | None = None,  # noqa: ARG001
) -> AbstractContextManager[Opened]:
    """The check of institutions."""
    return open_coded(NAME, settings, {}, lambda store: (Lookup(store, NAME),))
