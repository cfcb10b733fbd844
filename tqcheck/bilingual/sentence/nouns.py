"""What a Russian noun may be in a clause: by its cases, and by whether it is somebody."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tqcheck.bilingual.russian import Word, forms, numbers_of
from tqcheck.bilingual.tables.persons import persons
from tqcheck.bilingual.wordlists import words as word_list


def cases(word: Word) -> frozenset[str]:
    """The cases a word may stand in; none of one that no dictionary has."""
    return frozenset(case for case, _ in forms(word.text))


def is_person(word: Word, countries: bool = False) -> bool:
    """Whether a word is somebody or people; a country, too, where these count."""
    grammemes = word.grammemes
    return "anim" in grammemes or word.lemma in word_list("people") or (countries and "Geox" in grammemes)


def is_somebody(word: Word) -> bool:
    """Whether a word is a person, or a pronoun for one."""
    return word.pos == "NPRO" or is_person(word)


def is_agent(word: Word) -> bool:
    """Whether a word is a person, or people, in the instrumental."""
    return is_person(word) and "ablt" in cases(word)


def takes_part(word: Word, preposition: str, verb: str) -> bool:
    """Whether a word after a preposition is somebody who takes part in what a verb says."""
    if preposition == "на" and ("accs" not in cases(word) or verb in word_list("change")):
        return False
    if preposition == "у":
        return verb in word_list("taking") and is_person(word, countries=True)
    if preposition in word_list("towards-somebody"):
        return True
    wide = verb in word_list("upon-somebody")
    return preposition in word_list("against") and is_person(word, countries=wide)


def may_do(word: Word) -> bool:
    """Whether it can be the subject of a verb in the plural; a pronoun in another case cannot."""
    if word.text.lower() in persons().forms and word.lemma != word.text.lower():
        return False
    return ("nomn", "plur") in forms(word.text) or not forms(word.text)


def may_be_object(named: Iterable[Word]) -> bool:
    """Whether all that names somebody could be an object by its case."""
    return all("accs" in cases(word) for word in named if cases(word))


def agree(verb: Word, named: Sequence[Word]) -> bool:
    """Whether a noun can be the subject of a verb by its case and number; with a numeral it always can,
    unless that stands in another case (двоих) or the verb has a gender (300 домов уничтожил)."""
    numbers = numbers_of(verb.text)
    numerals = [word for word in named if word.pos in ("NUMB", "NUMR")]
    if numerals and not {"masc", "femn"}.isdisjoint(verb.grammemes) and any(map(_is_counted, named)):
        return False
    if not numbers or numerals:
        return all("nomn" in (cases(word) or {"nomn"}) for word in numerals)
    can = {number for word in named for case, number in forms(word.text) if case == "nomn"}
    return not all(forms(word.text) for word in named) or bool(numbers & can)


def _is_counted(noun: Word) -> bool:
    """Whether a noun stands in the genitive plural and cannot be in the nominative: домов."""
    own = forms(noun.text)
    return ("gent", "plur") in own and all(case != "nomn" for case, _ in own)


def all_nominative(named: Iterable[Word]) -> bool:
    """Whether each word that names somebody can be in the nominative: Сергея Удальцова cannot."""
    return all("nomn" in cases(word) for word in named if cases(word) and word.pos == "NOUN")


def meant(words: Sequence[Word], noun: int) -> int:
    """The index of a noun; of "который" that of the last one before its comma that agrees with it."""
    if words[noun].lemma != "который":
        return noun
    comma = next((k for k in range(noun - 1, max(-1, noun - 3), -1) if words[k].text == ","), 0)
    numbers = {number for _, number in forms(words[noun].text)}
    for k in range(comma - 1, -1, -1):
        if words[k].pos == "NOUN" and numbers & {number for _, number in forms(words[k].text)}:
            return k
    return noun
