"""Institutions: bodies, offices and events under names that are not theirs, acronyms, lost capitals."""

from __future__ import annotations

import re
from contextlib import AbstractContextManager

from tqcheck.checks.coded import Fix, Spotter, open_coded
from tqcheck.entities import Store
from tqcheck.model import Opened, Progress
from tqcheck.settings import Settings

NAME = "institutions"


def open_institutions(
    settings: Settings,
    progress: Progress | None = None,  # noqa: ARG001
) -> AbstractContextManager[Opened]:
    """The check of institutions."""
    return open_coded(NAME, settings, FIXES, _spotters)


def _spotters(store: Store) -> tuple[Spotter, ...]:
    from tqcheck.checks.lookup import Lookup

    return (Lookup(store, NAME),)


def _half_capital(match: re.Match[str]) -> tuple[str, ...]:
    if match["what"]:
        return (f"Ministry of {match['what'].title()}",)
    adjective, noun = match["adj"], match["noun"]
    return (f"{adjective.capitalize()} {noun}", f"{adjective} {noun.lower()}")


def _named_after(match: re.Match[str]) -> tuple[str, ...]:
    return (f"{match['name']} {match['house'].capitalize()}",)


FIXES: dict[str, Fix] = {
    "institution.half-capital": _half_capital,
    "institution.named-after": _named_after,
}
