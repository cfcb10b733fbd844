"""What a machine left behind: Russian letters and abbreviations, markup, loops. What a regular expression
can tell stands in entities/data/rules/leftovers.yaml."""

from __future__ import annotations

import re
from contextlib import AbstractContextManager

from tqcheck.checks.coded import Fix, Spotter, open_coded
from tqcheck.entities import Store
from tqcheck.model import Opened, Progress
from tqcheck.settings import Settings

NAME = "leftovers"


def open_leftovers(
    settings: Settings,
    progress: Progress | None = None,  # noqa: ARG001
) -> AbstractContextManager[Opened]:
    """The check of leftovers."""
    return open_coded(NAME, settings, FIXES, _spotters)


def _spotters(store: Store) -> tuple[Spotter, ...]:
    from tqcheck.checks.cyrillic import Cyrillic
    from tqcheck.checks.lookup import Lookup
    from tqcheck.checks.repetition import Repetition

    return (Cyrillic(store), Repetition(store), Lookup(store, NAME))


def _entity(match: re.Match[str]) -> tuple[str, ...]:
    from html import unescape

    return (unescape(match[0]),)


def _mojibake(match: re.Match[str]) -> tuple[str, ...]:
    for encoding in ("cp1252", "latin-1", "cp1251"):
        try:
            return (match[0].encode(encoding).decode("utf-8"),)
        except UnicodeError:
            continue
    return ()


def _nothing(match: re.Match[str]) -> tuple[str, ...]:  # noqa: ARG001
    return ("",)


def _named_after(match: re.Match[str]) -> tuple[str, ...]:
    house = match["house"]
    return (f"{match['name']} {house}", f"{house} named after {match['name']}")


FIXES: dict[str, Fix] = {
    "leftover.html-entity": _entity,
    "leftover.mojibake": _mojibake,
    "leftover.named-after-them": _named_after,
    "leftover.stray-letter": _nothing,
}
