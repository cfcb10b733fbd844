"""Russian letters → Latin ones, in all the usual ways: what becomes of a foreign name that a machine writes
by its Russian spelling (Цукерберг, "Tsukerberg", for Zuckerberg)."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from itertools import islice, product

from tqcheck.entities.words import pairs

_MOST = 32
"""Spellings of one name; those with the likelier letters come first."""
_IOTATED = frozenset("аеёиоуыэюяьъ")
"""Letters after which an е is written ye, as at the beginning of a word."""


class Romaniser:
    """`letters`: "х=kh/h", a Russian letter or cluster and its Latin spellings, the likelier first."""

    def __init__(self, letters: Iterable[str]) -> None:
        self._letters = {russian: tuple(latin.split("/")) for russian, latin in pairs(letters).items()}

    def spellings(self, russian: str) -> tuple[str, ...]:
        """Those of one word, capitalised as it is; none for a word that is not all Russian letters."""
        choices, at, lower = [], 0, russian.lower()
        while at < len(lower):
            length = 2 if lower[at : at + 2] in self._letters else 1
            latin = self._letters.get(lower[at : at + length])
            if latin is None:
                return ()
            iotated = lower[at] == "е" and (at == 0 or lower[at - 1] in _IOTATED)
            choices.append(("ye", *latin) if iotated else latin)
            at += length
        words = dict.fromkeys("".join(letters) for letters in islice(product(*choices), _MOST))
        return tuple(word[:1].upper() + word[1:] if russian[:1].isupper() else word for word in words)

    def carried_back(self, russian: str, english: tuple[str, ...]) -> tuple[str, ...]:
        """A foreign name as it is wrongly written: each word by its Russian letters or as it should be, not
        all as they should.

        A word that English writes by its letters has other spellings that are as good ("Kharkiv" is a choice,
        not a fault), so it stays.
        """
        words = _parts(russian)
        forms: dict[str, None] = {}
        for name in english:
            right = _parts(name.removeprefix("the "))
            if len(right) == len(words):
                ways = [(one, *self._foreign(word, one)) for word, one in zip(words, right, strict=True)]
                forms |= dict.fromkeys(" ".join(way) for way in product(*ways))
        plain = {unaccented(name.removeprefix("the ")) for name in english}
        return tuple(form for form in forms if unaccented(form) not in plain)

    def _foreign(self, word: str, right: str) -> tuple[str, ...]:
        spellings = self.spellings(word)
        return () if unaccented(right) in map(str.lower, spellings) else spellings


def unaccented(name: str) -> str:
    """In lower case, less accents, apostrophes, hyphens and spaces."""
    apart = unicodedata.normalize("NFD", name.lower())
    return "".join(c for c in apart if not unicodedata.combining(c) and c not in "'’- ")


def _parts(name: str) -> list[str]:
    return name.replace("-", " ").split()
