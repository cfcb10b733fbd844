"""Russian names in Latin letters: whether an English word spells one, by any scheme or by custom.

`fold` maps both alphabets to the same coarse sounds, for names of any origin; `_scheme` is a pattern of all
accepted spellings, for names that are Russian through and through.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from rapidfuzz.distance import OSA, Levenshtein
from rapidfuzz.fuzz import ratio

from tqcheck.bilingual.english import Token
from tqcheck.bilingual.russian import Word, lemma_of, normal
from tqcheck.bilingual.tables.letters import letters
from tqcheck.entities import open_store

ALIKE = 70.0
"""How like, of 100, the sounds of two words must be to be one name."""

FAR, NEARER = 35.0, 55.0
"""How like, of 100, two names may be at most, where their first sounds are the same and where not."""

CLOSE = 0.4
"""Share of letters wrong up to which a word is a misspelling of a name."""

SLIP = 0.26
"""Share of letters wrong, two that have changed places counted as one, up to which a word is meant for the
spelling that newspapers use."""

_DOUBLED = re.compile(r"(.)\1+")
_VOWELS = re.compile(r"[aeiou]")
_BEGIN = 4
_SAME = 2
_ADJECTIVE = re.compile(r"(?:ий|ый|ой|ая)$")
RELATIVE = re.compile(r"ск(?:ий|ого|ому|им|ом|ая|ой|ую|ое|ие|их|ими)$")
_ADJECTIVAL = re.compile(r"s[ck](?:y|yi|iy|ii|ij|i|aya|aia|aja|oye|oe|oy|oi|ogo)(?:'s)?$")
_ENDINGS = "(?:a|s|es|y|i)?"
_CASE = re.compile("(?:а|у|е|ы|ом|ым|ой|ых|ыми)$")
_SILENT_H = re.compile(r"(?<=[aeiou])h(?=[bcdfgjklmnpqrstvwz])")
_SOFT_C = re.compile(r"c(?=[eiy])")


@dataclass(frozen=True, slots=True)
class Name:
    """A surname or place: its word, its lemmas as one, whether it surely is one, of a woman, of a place, and
    stands behind a first name."""

    word: Word
    lemmas: tuple[str, ...]
    sure: bool
    feminine: bool
    place: bool
    full: bool = False


def alike(english: str, russian: Word) -> bool:
    """Whether an English word, in lower case, sounds like a Russian one."""
    ours = fold(english.removesuffix("'s"))
    return any(
        sounds_alike(ours, fold_russian(form)) for form in {normal(russian.text), normal(russian.lemma)}
    )


def sounds_alike(ours: str, theirs: str) -> bool:
    """Whether folded words may be one name."""
    if min(len(ours), len(theirs)) < 3:
        return ours == theirs
    if ratio(ours, theirs) >= ALIKE or ours[:_BEGIN] == theirs[:_BEGIN]:
        return True
    consonants = _VOWELS.sub("", ours)
    return len(consonants) > 1 and consonants == _VOWELS.sub("", theirs)


@lru_cache(maxsize=50_000)
def fold(english: str) -> str:
    """The sounds of an English word."""
    word = _SILENT_H.sub("", _SOFT_C.sub("s", english))  # Diehl, Дил
    for cluster, sound in letters().english.items():
        word = word.replace(cluster, sound)
    return _DOUBLED.sub(r"\1", word)


@lru_cache(maxsize=50_000)
def fold_russian(russian: str) -> str:
    """The sounds of a Russian word."""
    for cluster, sound in letters().russian.items():
        russian = russian.replace(cluster, sound)
    return _DOUBLED.sub(r"\1", russian)


def unlike(english: str, russian: Word) -> bool:
    """Whether an English word can be no spelling of a Russian name, of a foreign one (Готье) either."""
    ours = fold(english.removesuffix("'s"))
    forms = [fold_russian(form) for form in {normal(russian.text), normal(russian.lemma)}]
    return all(
        theirs and ratio(ours, theirs) < (FAR if theirs[0] == ours[:1] else NEARER) for theirs in forms
    )


def established(token: Token, name: Word) -> bool:
    """Whether an English word stands in the established form of an entity named by the Russian word."""
    key = token.bare
    return any(key in _established(normal(lemma)) for lemma in name.lemmas)


@lru_cache(maxsize=20_000)
def _established(lemma: str) -> frozenset[str]:
    """The words of English forms of entities in whose Russian name the lemma stands."""
    begun = _entities().get(lemma[:_SAME], {})
    return frozenset(
        word for name, words in begun.items() if lemma in (normal(name), lemma_of(name)) for word in words
    )


@cache
def _entities() -> dict[str, dict[str, set[str]]]:
    """Words of the Russian names of entities by their first letters, which their lemmas have too, so that
    few need be looked up; each with the words of the English forms."""
    found: dict[str, dict[str, set[str]]] = {}
    for plain in open_store().lines("entities"):
        russian, english, *_ = json.loads(plain)
        theirs = re.findall(r"[А-ЯЁ][а-яё]+", russian)
        forms = [re.findall(r"[^\W\d_]+", form.lower()) for form in english]
        for at, word in enumerate(theirs):
            own = (_matching(form, at, len(theirs), len(russian.split())) for form in forms)
            known = found.setdefault(normal(word)[:_SAME], {}).setdefault(word, set())
            known.update(word for form in own for word in form)
    return found


def _matching(form: Sequence[str], at: int, names: int, russian: int) -> Sequence[str]:
    """The words of an English form that may stand for one of the Russian words: the one in its place where
    each side has as many, all of them names (Lloyd does not stand for Остин), and otherwise all."""
    return form[at : at + 1] if len(form) == names == russian else form


def misspelt(name: Name, answers: Sequence[Token]) -> Token | None:
    """The word that spells a Russian name wrongly, where none of the answers spells it right."""
    native = [lemma for lemma in name.lemmas if lemma.endswith(letters().endings)]
    relative = bool(RELATIVE.search(name.word.text))
    if relative and not name.full:
        answers = [token for token in answers if _ADJECTIVAL.search(token.key)]
    tries = [token.bare for token in answers]
    if not native or not tries or (len(native) < len(name.lemmas) and not name.full):
        return None
    bare = _CASE.sub("", normal(name.word.text))
    if any(_scheme(form).fullmatch(word) for form in (*native, *name.word.lemmas, bare) for word in tries):
        return None
    if any(established(token, name.word) for token in answers):
        return None

    def distance(token: Token) -> float:
        return min(_distance(token.bare, lemma) for lemma in native)

    closest = min(answers, key=distance)
    if not closest.text[0].isupper():
        return None
    slipped = any(_slips(closest.bare, lemma) for lemma in native)
    return closest if slipped or distance(closest) <= CLOSE else None


def _distance(english: str, lemma: str) -> float:
    return Levenshtein.normalized_distance(fold(english), fold_russian(lemma))


def _slips(english: str, lemma: str) -> bool:
    """Whether a word is a slip away from the spelling of newspapers: Zhkuov."""
    return OSA.normalized_distance(english, press(lemma)) <= SLIP


def is_slip(english: str, right: str) -> bool:
    """Whether a word differs from an English name by one letter, or by two that have changed places."""
    return OSA.distance(english, right, score_cutoff=1) == 1


@lru_cache(maxsize=20_000)
def _scheme(lemma: str) -> re.Pattern[str]:
    """Every accepted spelling of a lemma, and of its feminine and plural."""
    letters_ = _strict if lemma.endswith(letters().plain_endings) else _letters
    stem = _ADJECTIVE.sub("", lemma)
    endings, lemma = (
        (r"(?:iy|yi|ii|ij|y|i|iĭ|aya|aia|aja|aya|oy|oi|oye|oe|ie|a)", stem)
        if stem != lemma
        else (_ENDINGS, lemma)
    )
    return re.compile(letters_(lemma).pattern + endings)


@lru_cache(maxsize=20_000)
def _letters(russian: str) -> re.Pattern[str]:
    """Every accepted spelling of some Russian letters."""
    return re.compile(_spelling(russian, letters().schemes))


def _strict(russian: str) -> re.Pattern[str]:
    """The same of names that no language with a hook on its letters has: Koshelev is no Koselev."""
    return re.compile(_spelling(russian, letters().schemes | letters().plain_schemes))


def _spelling(russian: str, choices: Mapping[str, str]) -> str:
    """A pattern of the spellings of some Russian letters."""
    found = ""
    at = 0
    while at < len(russian):
        for length in (3, 2, 1):
            part = russian[at : at + length]
            if part in choices and (length == 1 or at + length <= len(russian)):
                found += f"(?:{choices[part]})"
                at += length
                break
        else:
            at += 1
    return found


def spells(english: str, russian: str) -> bool:
    """Whether an English word, in lower case, spells just these Russian letters by some scheme."""
    return bool(_letters(russian).fullmatch(english))


def spelt(name: Name, wrong: Token) -> tuple[str, ...]:
    """How newspapers spell a name, in the gender of the Russian."""
    plain = press(name.lemmas[0])
    if name.feminine:
        plain = f"{plain[:-1]}aya" if plain.endswith("sky") else f"{plain}a" if plain[-1] in "vn" else plain
    possessive = wrong.text[len(wrong.bare) :]
    return (plain.capitalize() + possessive,)


@lru_cache(maxsize=20_000)
def press(russian: str) -> str:
    """A Russian word, in lower case, in the letters that newspapers use."""
    plain = "".join(letters().press.get(letter, "") for letter in russian)
    for ending, right in letters().press_endings.items():
        if plain.endswith(ending):
            plain = plain.removesuffix(ending) + right
    return plain


@lru_cache(maxsize=20_000)
def is_english(word: str) -> bool:
    """Whether a word, in lower case, stands in the English dictionary."""
    from lemminflect import getAllLemmas

    return bool(getAllLemmas(word.removesuffix("'s")))
