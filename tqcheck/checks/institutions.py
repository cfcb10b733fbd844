"""Institutions: bodies, offices and events under names that are not theirs, acronyms, lost capitals."""

from __future__ import annotations

import re

from tqcheck.checks.coded import Fix, Spotter, opener
from tqcheck.entities import Store

NAME = "institutions"


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

open_institutions = opener(NAME, FIXES, _spotters)
"""The check of institutions."""
