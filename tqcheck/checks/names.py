"""Names of people, places and media: wrong forms, cases and letters of Russian, two spellings of one name."""

from __future__ import annotations

from tqcheck.checks.coded import Spotter, opener
from tqcheck.entities import Store

NAME = "names"


def _spotters(store: Store) -> tuple[Spotter, ...]:
    from tqcheck.checks.lookup import Lookup
    from tqcheck.checks.mistaken import CaseForms, ChineseByRussian, LowerCase, TakenForWords
    from tqcheck.checks.people import MenAsWomen, OfPeople, WomenAsMen
    from tqcheck.checks.variants import Variants

    people = (MenAsWomen(store), WomenAsMen(store), OfPeople(store))
    mistaken = (TakenForWords(store), CaseForms(store), LowerCase(store), ChineseByRussian(store))
    return (Lookup(store, NAME), Variants(store), *people, *mistaken)


open_names = opener(NAME, {}, _spotters)
"""The check of names."""
