"""Names of people, places and media: wrong forms, cases and letters of Russian, two spellings of one name."""

from __future__ import annotations

from contextlib import AbstractContextManager

from tqcheck.checks.coded import Spotter, open_coded
from tqcheck.entities import Store
from tqcheck.model import Opened, Progress
from tqcheck.settings import Settings

NAME = "names"


def open_names(
    settings: Settings,
    progress: Progress | None = None,  # noqa: ARG001
) -> AbstractContextManager[Opened]:
    """The check of names."""
    return open_coded(NAME, settings, {}, _spotters)


def _spotters(store: Store) -> tuple[Spotter, ...]:
    from tqcheck.checks.lookup import Lookup
    from tqcheck.checks.mistaken import CaseForms, ChineseByRussian, LowerCase, TakenForWords
    from tqcheck.checks.people import MenAsWomen, OfPeople, WomenAsMen
    from tqcheck.checks.variants import Variants

    people = (MenAsWomen(store), WomenAsMen(store), OfPeople(store))
    mistaken = (TakenForWords(store), CaseForms(store), LowerCase(store), ChineseByRussian(store))
    return (Lookup(store, NAME), Variants(store), *people, *mistaken)
