"""Russian letters → Latin ones, in all the usual ways: what becomes of a foreign name that a machine writes
by its Russian spelling (Цукерберг, "Tsukerberg", for Zuckerberg)."""

from __future__ import annotations

import unicodedata
from itertools import islice, product

_MOST = 32
"""Spellings of one name; those with the likelier letters come first."""
_VOWELS = "аеёиоуыэюя"
_CLUSTERS = {
    **{"дж": ("dzh", "dj", "j"), "кс": ("ks", "x"), "ия": ("ia", "iya", "iia")},
    **{"ий": ("y", "iy", "i", "ii"), "ый": ("y", "yy", "yi")},
}
_LETTERS: dict[str, tuple[str, ...]] = {
    **{
        russian: (latin,)
        for russian, latin in zip("абвгдезиклмнопрстуфыэ", "abvgdeziklmnoprstufye", strict=True)
    },
    **{
        "ё": ("e", "yo"),
        "ж": ("zh",),
        "й": ("y", "i"),
        "х": ("kh", "h"),
        "ц": ("ts", "c", "tz"),
        "ч": ("ch",),
    },
    **{"ш": ("sh",), "щ": ("shch", "sch"), "ъ": ("",), "ь": ("",), "ю": ("yu", "iu"), "я": ("ya", "ia")},
}


def romanisations(russian: str) -> tuple[str, ...]:
    """The spellings of one word, capitalised as it is; nothing for a word that is not all Russian letters."""
    choices, at, lower = [], 0, russian.lower()
    while at < len(lower):
        pair, before = lower[at : at + 2], lower[at - 1 : at]
        if pair in _CLUSTERS:
            choices.append(_CLUSTERS[pair])
            at += 2
            continue
        if lower[at] not in _LETTERS:
            return ()
        after_vowel = not before or before in f"{_VOWELS}ьъ"
        choices.append(("ye", "e") if lower[at] == "е" and after_vowel else _LETTERS[lower[at]])
        at += 1
    spellings = dict.fromkeys("".join(letters) for letters in islice(product(*choices), _MOST))
    capital = russian[:1].isupper()
    return tuple(s[:1].upper() + s[1:] if capital else s for s in spellings)


def carried_back(russian: str, english: tuple[str, ...]) -> tuple[str, ...]:
    """A foreign name as it is wrongly written by its Russian spelling: each word by the letters or as it should
    be, not all as they should. A word whose English spelling is one of those of its letters has others that
    are as good ("Kharkiv" is a choice, not a fault); so only words are changed that are not written by their letters
    in English."""
    words = _parts(russian)
    forms: dict[str, None] = {}
    for name in english:
        right = _parts(name.removeprefix("the "))
        if len(right) != len(words):
            continue
        ways = [(one, *_foreign(word, one)) for word, one in zip(words, right, strict=True)]
        forms |= dict.fromkeys(" ".join(way) for way in product(*ways))
    plain = {unaccented(name.removeprefix("the ")) for name in english}
    return tuple(form for form in forms if unaccented(form) not in plain)


def _parts(name: str) -> list[str]:
    return name.replace("-", " ").split()


def unaccented(name: str) -> str:
    """In lower case, less accents, apostrophes and hyphens."""
    apart = unicodedata.normalize("NFD", name.lower())
    return "".join(c for c in apart if not unicodedata.combining(c) and c not in "'’- ")


def _foreign(word: str, right: str) -> tuple[str, ...]:
    spellings = romanisations(word)
    return () if unaccented(right) in map(str.lower, spellings) else spellings
