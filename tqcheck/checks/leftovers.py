"""What a machine left behind: Russian letters and abbreviations, markup, loops. What a regular expression
can tell stands in entities/data/rules/leftovers.yaml."""

from __future__ import annotations

import re

from tqcheck.checks.coded import Fix, Spotter, opener
from tqcheck.entities import Store

NAME = "leftovers"


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

open_leftovers = opener(NAME, FIXES, _spotters, of_characters=True)
"""The check of leftovers."""
