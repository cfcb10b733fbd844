"""What tells that an English sentence renders a Russian one: numbers, Latin words, names, cognates, and words
that the lexicon knows to render each other.

Names and cognates are compared by the sound of their first consonants, so that schemes of transliteration
and Russian endings do not matter: Лаврова and Lavrov are both "lvrv".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from tqcheck.bilingual.lexicon import renderings, stems_and_bases
from tqcheck.bilingual.russian import analysis, lemma_of, normal
from tqcheck.bilingual.tables.numbers import numbers
from tqcheck.bilingual.wordlists import words

NUMBER, NAME, WORD = 2.0, 1.5, 1.0
"""How much a number, a word with a capital, and any other word tells."""

_NUMBER = re.compile(r"\d+(?:[.,:\u00a0\u202f ]\d+)*")
_SCALED = re.compile(r"\s*([^\W\d_]+)")
_WORD = re.compile(r"[А-Яа-яЁё]+(?:-[А-Яа-яЁё]+)*")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]+")
_SEPARATORS = re.compile(r"(?<=\d)[,.\u00a0\u202f ](?=\d{3}(?!\d))")
_EMPTY = frozenset({"PREP", "CONJ", "PRCL", "NPRO", "INTJ", "PNCT"})
_LETTERS = str.maketrans(
    dict(zip("бвгджзклмнпрстфхцчшщ", "bvgdjsklmnprstfhscxx", strict=True))
    | dict.fromkeys("аеёийоуъыьэюя-", "")
)
_CLUSTERS = (
    ("shch", "X"), ("sch", "X"), ("tch", "C"), ("sh", "X"), ("ch", "C"), ("zh", "J"), ("kh", "H"),
    ("ph", "F"), ("ts", "S"), ("tz", "S"), ("th", "T"), ("ck", "K"), ("x", "KS"),
)  # fmt: skip
_FOLD = str.maketrans({"c": "k", "q": "k", "z": "s", "w": "v", **dict.fromkeys("aeiouy", "")})
_SOFT_C = re.compile(r"c(?=[eiy])")
_DOUBLED = re.compile(r"(.)\1+")


@dataclass(frozen=True, slots=True)
class Unit:
    """A Russian word or number: what it tells, and the English keys that may render it, each with a share.

    `start` and `end` are offsets in the sentence.
    """

    weight: float
    keys: dict[str, float]
    start: int
    end: int

    def share(self, keys: frozenset[str]) -> float:
        """The greatest share of an English word with such keys."""
        return max((share for key, share in self.keys.items() if key in keys), default=0.0)


def english_keys(text: str) -> frozenset[str]:
    """What stands in an English text: numbers (#), stems (=), sounds."""
    found = {f"#{value}" for match in _NUMBER.finditer(text) for value in _values(text, match)}
    found.update(f"={stem}" for stem in stems_and_bases(text) if stem not in words("hollow"))
    found.update(_sounds(match[0].lower()) for match in _LATIN.finditer(text))
    return frozenset(found)


@lru_cache(maxsize=5_000)
def russian_units(text: str) -> tuple[Unit, ...]:
    """The words of content and numbers of a Russian text, in no order."""
    units = [
        Unit(NUMBER, {f"#{value}": 1.0 for value in _values(text, match)}, *match.span())
        for match in _NUMBER.finditer(text)
    ]
    units += (
        Unit(NAME, {_sounds(match[0].lower()): 1.0}, *match.span())
        for match in _LATIN.finditer(text)
        if len(match[0]) > 1
    )
    for match in _WORD.finditer(text):
        lemma, _, pos, _ = analysis(match[0])
        if pos not in _EMPTY:
            keys = {f"={stem}": share**0.5 for stem, share in renderings(normal(lemma)).items()}
            sound = _sound(match[0].lower())
            if len(sound) >= 3:
                keys[sound] = 1.0
            if keys:
                units.append(Unit(NAME if match[0][0].isupper() else WORD, keys, *match.span()))
    return tuple(units)


def number(text: str) -> str:
    """A number without separators of thousands, the other separators alike."""
    return re.sub(r"[,.:\u00a0\u202f ]", ".", _SEPARATORS.sub("", text))


def _values(text: str, match: re.Match[str]) -> set[str]:
    """A number as it is written, and multiplied by the word after it: 2,5 тыс. is 2500, too."""
    plain = number(match[0])
    scale = _SCALED.match(text, match.end())
    times = _scale(scale[1].lower()) if scale else 0
    try:
        return {plain, f"{round(float(plain) * times, 3):g}"} if times else {plain, f"{float(plain):g}"}
    except ValueError:  # a date or a version
        return {plain}


@lru_cache(maxsize=20_000)
def _scale(word: str) -> float:
    """What a word in lower case multiplies a number by, 0 for any other word."""
    table = numbers()
    for found in (table.english.get(word), table.russian.get(lemma_of(word))):
        if found and found.kind == "scales":
            return found.values[0]
    return 0


@lru_cache(maxsize=20_000)
def _sound(word: str) -> str:
    """The first consonants of a Russian word, in Latin letters."""
    return _DOUBLED.sub(r"\1", word.translate(_LETTERS))[:4]


@lru_cache(maxsize=20_000)
def _sounds(word: str) -> str:
    """The first consonants of an English word."""
    word = _SOFT_C.sub("s", word)
    for cluster, letter in _CLUSTERS:
        if cluster in word:
            word = word.replace(cluster, letter)
    return _DOUBLED.sub(r"\1", word.translate(_FOLD).lower())[:4]
