"""People under a surname that is not theirs by its ending: a man under a woman's, a woman under a man's, and
"the governor of Furgal". Part of the check of names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tqcheck.checks.coded import Spot
from tqcheck.entities import Store
from tqcheck.entities.words import Word, name_goes_on, where, words_of
from tqcheck.model import Document, Span
from tqcheck.typed import NamedTuple

_INFLECTED = (
    r"([A-Z][a-z]{2,}(?:ov|ev|in|yn|[aeiou]kov))a"  # Kudrina: of Kudrin
    r"|([A-Z][a-z]{3,}(?:ov|ev))ym?|([A-Z][a-z]{3,}in)ym?"  # Fradkovym, Zorkiny: with Fradkov, with Zorkin
    r"|([A-Z][a-z]{2,}(?:sk|tsk))aya"
)
"""Surnames of men in a Russian case, or of women."""
_OF_A_MAN = r"[A-Z][a-z]+(?:ov|ev|[csz]?[hk]in|tsyn|sky)"
_HER = re.compile(r"\b(?:her|she)\b")
"""Says that a surname of a woman is right and her first name is not: Alexander Pakhmutova on her birthday."""
_NEAR_NAME = 25
"""Code points after a name among which that stands."""
_OF = frozenset(("of",))
_COUNTRIES = frozenset(("Chad", "China", "Cuba", "France", "Georgia", "India", "Ireland", "Israel", "Jordan"))


class Named(NamedTuple):
    """A first name and a surname after it. `at`: where the first name stands among the words of the text."""

    at: int
    surname: Word

    @property
    def place(self) -> Span:
        """Where the surname stands, without the 's of a genitive."""
        return Span(self.surname.start, self.surname.start + len(self.surname.bare))


def _named(document: Document, store: Store, given: str) -> Iterator[Named]:
    """First names of one list with the surnames after them."""
    names, words = store.words(given), words_of(document.prose)
    for at in where(document.prose, store.keys(given)):
        if words[at].text in names and name_goes_on(document.prose, at, 1):
            yield Named(at, words[at + 1])


class MenAsWomen:
    """A man's first name with a woman's surname: the Russian case was kept."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def __call__(self, document: Document) -> Iterator[Spot]:
        words, women = words_of(document.prose), self._store.words("female-given")
        for named in _named(document, self._store, "male-given"):
            found = re.fullmatch(_INFLECTED, named.surname.bare)
            if not found or named.surname.bare in self._store.words("true-surname"):
                continue
            after_hers = name_goes_on(document.prose, named.at, -1) and words[named.at - 1].text in women
            if not after_hers and not self._is_hers(document, named, may_be_case=bool(found[1])):
                right = found[found.lastindex or 0] + ("y" if found[4] else "")
                yield Spot("name.inflected-surname", named.place, (right,))

    def _is_hers(self, document: Document, named: Named, *, may_be_case: bool) -> bool:
        """Whether the surname is right, since a woman is meant."""
        end = named.surname.end
        told = may_be_case and _HER.search(document.prose, end, end + _NEAR_NAME)
        return bool(told) or _is_of_woman(document, named.surname)


class WomenAsMen:
    """A Russian woman's first name with a man's surname; not where she shares it ("Dmitry and Svetlana
    Medvedev")."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def __call__(self, document: Document) -> Iterator[Spot]:
        words, kept = words_of(document.prose), self._store.words("kept-by-women")
        for named in _named(document, self._store, "russian-woman"):
            surname, end = named.surname.bare, named.surname.end
            shared = named.at > 0 and words[named.at - 1].key == "and"
            of_a_man = surname not in kept and re.fullmatch(_OF_A_MAN, surname)
            if of_a_man and not shared and document.prose[end : end + 1] not in ("-", "‑"):
                right = f"{surname[:-1]}aya" if surname.endswith("y") else f"{surname}a"
                yield Spot("name.woman-as-man", named.place, (right,))


class OfPeople:
    """ "The governor of Furgal" where the text also names Sergei Furgal: a Russian case read as "of"."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def __call__(self, document: Document) -> Iterator[Spot]:
        words, prose, offices = words_of(document.prose), document.prose, self._store.words("office")
        people = {
            named.surname.bare
            for given in ("male-given", "female-given")
            for named in _named(document, self._store, given)
        } - _COUNTRIES
        for at in where(prose, _OF):
            if not 0 < at < len(words) - 1 or words[at].key != "of":
                continue
            office, of, name = words[at - 1 : at + 2]
            if office.key in offices and name.text in people and not name_goes_on(prose, at + 1, 1):
                yield Spot("name.office-of-person", Span(of.start, name.end), (name.text,))


def _is_of_woman(document: Document, surname: Word) -> bool:
    """Whether the Russian beside has a woman of that surname: what is wrong is her first name."""
    if document.source is None:
        return False
    from tqcheck.bilingual.detectors.names.bearers import is_of_woman
    from tqcheck.bilingual.pair import pair_at, pairs

    pair = pair_at(pairs(document), surname.start)
    return pair is not None and is_of_woman(surname.bare, pair)
