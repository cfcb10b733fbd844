"""The cases and numbers that Russian words can stand in, one by one and together."""

from __future__ import annotations

from collections.abc import Sequence

from tqcheck.bilingual.russian import Word, forms
from tqcheck.bilingual.wordlists import words as word_list

Forms = frozenset[tuple[str, str]]
"""Cases and numbers, as pymorphy3 names them: ("gent", "sing")."""

_CASES = {"loc1": "loct", "loc2": "loct", "gen1": "gent", "gen2": "gent", "acc2": "accs"}
"""Second forms of a case: в этом году."""

_SURNAME_ENDINGS = {
    "а": ("gent", "accs"),
    "я": ("gent", "accs"),
    "у": ("datv",),
    "ом": ("ablt",),
    "ым": ("ablt",),
}
_ALL_CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct")


def common_forms(group: Sequence[Word]) -> Forms:
    """Those that words can all stand in; none where none of them is known."""
    uninflected = word_list("whose") if len(group) > 1 else frozenset()
    told = (
        word for word in group if word.pos not in ("NUMR", "NUMB") and word.text.lower() not in uninflected
    )
    known = [own for own in map(forms_of, told) if own]
    return frozenset.intersection(*known) if known else frozenset()


def forms_of(word: Word) -> Forms:
    """The cases and numbers of a word; every case of one that is not inflected and has one number (США,
    Мавроди), none of what may stand in any number, too."""
    if "Fixd" in word.grammemes or word.lemma in word_list("abbreviations-of-many"):
        return _any_case(word)
    if word.text.isupper() or "Abbr" in word.grammemes:
        return frozenset()
    found = {(_CASES.get(case, case), number) for case, number in _listed_forms(word.text) if case != "voct"}
    if not found and word.text[0].isupper() and word.text.endswith(("ого", "его")):
        return frozenset({("gent", "sing"), ("accs", "sing")})  # Зеленского
    if "anim" in word.grammemes:
        found |= {("accs", number) for case, number in found if case == "gent" and _is_alike(word, number)}
    if not word.grammemes.isdisjoint({"Geox", "Name"}):  # one Estonia, one Ivan
        found = {(case, number) for case, number in found if number == "sing"} or (
            found if "Geox" in word.grammemes else set()
        )
    if word.pos in ("ADJF", "PRTF"):  # украинских военных: of people the accusative is like the genitive
        found |= {("accs", number) for case, number in found if case == "gent"}
    return frozenset(found)


def _any_case(word: Word) -> Forms:
    """Every case in the number of a word that is not inflected; none where that may be either."""
    numbers = {number for _, number in forms(word.text)}
    if word.lemma in word_list("abbreviations-of-many"):
        numbers = {"plur"}
    elif "Surn" in word.grammemes:
        numbers = {"sing"}
    return frozenset((case, number) for case in _ALL_CASES for number in numbers if len(numbers) == 1)


def _listed_forms(noun: str) -> Forms:
    """Cases and numbers of a noun, or those that the parts of a compound share: музею-заповеднику."""
    return forms(noun) or frozenset.intersection(*map(forms, noun.split("-")))


def _is_alike(word: Word, number: str) -> bool:
    """Whether the accusative of somebody is like the genitive, however rarely a text has it."""
    return number == "plur" or "masc" in word.grammemes


def surname_forms(name: Word, surname: Word) -> Forms:
    """Those of a man's surname that no dictionary has, by its ending, after a name that is not inflected: Джо
    Байдена."""
    if not {"Name", "Fixd", "masc"} <= name.grammemes or surname.text.isupper():
        return frozenset()
    cases = next((cases for end, cases in _SURNAME_ENDINGS.items() if surname.text.endswith(end)), ())
    return frozenset((case, "sing") for case in cases)
