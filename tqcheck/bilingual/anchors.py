"""What a sentence and its translation share to the eye: numbers, Latin words, names and cognates.

Names and cognates are compared by the sound of their first consonants, so that schemes of transliteration
and Russian endings do not matter: Лаврова and Lavrov are both "lvrv".
"""

from __future__ import annotations

import re
from functools import lru_cache

NUMBER, NAME, COGNATE = 2.0, 1.5, 1.0
"""How much a shared anchor of each kind tells."""

_NUMBER = re.compile(r"\d+(?:[.,:\u00a0\u202f ]\d+)*")
_RUSSIAN = re.compile(r"[А-Яа-яЁё]+")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]+")
_SEPARATORS = re.compile(r"(?<=\d)[,.\u00a0\u202f ](?=\d{3}(?!\d))")
_LETTERS = str.maketrans(
    dict(zip("бвгджзклмнпрстфхцчшщ", "bvgdjsklmnprstfhscxx", strict=True))
    | dict.fromkeys("аеёийоуъыьэюя", "")
)
_CLUSTERS = (
    ("shch", "x"), ("sch", "x"), ("tch", "c"), ("sh", "x"), ("ch", "c"), ("zh", "j"), ("kh", "h"),
    ("ph", "f"), ("ts", "s"), ("tz", "s"), ("th", "t"), ("ck", "k"), ("x", "ks"),
)  # fmt: skip
_FOLD = str.maketrans({"c": "k", "q": "k", "z": "s", "w": "v", **dict.fromkeys("aeiouy", "")})
_SOFT_C = re.compile(r"c(?=[eiy])")
_DOUBLED = re.compile(r"(.)\1+")


def anchors(text: str) -> dict[str, float]:
    """The anchors of a sentence of either language, with their weights."""
    found = {f"#{_number(match[0])}": NUMBER for match in _NUMBER.finditer(text)}
    for pattern, sound in ((_RUSSIAN, _russian_sound), (_LATIN, _latin_sound)):
        for match in pattern.finditer(text):
            word = match[0]
            key = sound(word.lower())
            if len(key) >= 3:
                weight = NAME if word[0].isupper() else COGNATE
                found[key] = max(found.get(key, 0.0), weight)
    return found


def _number(text: str) -> str:
    """A number without separators of thousands; the other separators alike."""
    return re.sub(r"[,.:\u00a0\u202f ]", ".", _SEPARATORS.sub("", text))


@lru_cache(maxsize=20_000)
def _russian_sound(word: str) -> str:
    return _DOUBLED.sub(r"\1", word.translate(_LETTERS))[:4]


@lru_cache(maxsize=20_000)
def _latin_sound(word: str) -> str:
    word = _SOFT_C.sub("s", word)
    for cluster, letter in _CLUSTERS:
        if cluster in word:
            word = word.replace(cluster, letter.upper())
    return _DOUBLED.sub(r"\1", word.translate(_FOLD).lower())[:4]
