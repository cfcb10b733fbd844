"""Whose name it is: a woman under a man's name and the reverse, and Russian cases that the English kept."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tqcheck.bilingual.english import Token, tokens
from tqcheck.bilingual.names.spelling import alike, is_english, press, spells
from tqcheck.bilingual.pair import Doubt, Pair
from tqcheck.bilingual.russian import Word, analysed_names, has_nominative, is_known, normal
from tqcheck.bilingual.wordlists import words as words_of

_FEMININE = re.compile(r"(?:ов|ев|ёв|ин|ын|ск)(?:а|ой|у|ую|ая)$")
_MASCULINE = re.compile(r"(?:ов|ев|ёв|ин|ын|ск)(?:а|у|ым|ом|е|ий|ой|ого|ому|им)?$")
_OF_A_MAN = re.compile(r"(?:[oe]v|[iy]n|sk(?:y|iy|ii|i|oy|oi))$")
_ABLATIVE = re.compile(r"(?:ов|ев|ёв|ин|ын)ым$")
_CUT = (("ово", "ов"), ("ево", "ев"), ("ёво", "ёв"), ("ино", "ин"), ("ыно", "ын"), ("ск", ""))
"""Endings of places, and what is left of them where a machine took them for a Russian case."""
_KEPT = re.compile("[ауыи]$")
_SHORTEST = 4


@dataclass(frozen=True, slots=True)
class _Person:
    """A first name and the surname after it; `sex` is pymorphy3's, femn or masc."""

    given: Word
    surname: Word
    sex: str


def names_borne(pair: Pair) -> Iterator[Doubt]:
    """Doubts about the gender and the case of names."""
    english = [token for token in tokens(pair) if token.is_word]
    told: set[int] = set()
    for person in _people(pair):
        told.add(person.surname.span.start)
        yield from _given(english, person, pair)
        yield from (_woman if person.sex == "femn" else _man)(english, person, pair)
    for word in pair.words:
        if word.span.start not in told and word.text[0].isupper() and len(word.text) >= _SHORTEST:
            yield from _case_kept(english, word, pair)
            yield from _cut(english, word, pair)


def is_of_woman(surname: str, pair: Pair) -> bool:
    """Whether a surname of the English, in its feminine, is that of a woman of the Russian."""
    women = (person.surname for person in _people(pair) if person.sex == "femn")
    return any(spells(surname.lower(), normal(woman.text)) for woman in women)


def _people(pair: Pair) -> Iterator[_Person]:
    """First names with the surnames behind them, where the Russian tells the gender."""
    for sentence in pair.russian:
        for at, (given, surname) in enumerate(itertools.pairwise(sentence.words)):
            if not (given.text[0].isupper() and surname.text[0].isupper() and surname.text[1:].islower()):
                continue
            sexes = _sexes(given, surname)
            if at and _governs(sentence.words[at - 1]):
                continue
            if len(sexes) == 2 and _says_she(sentence.words, at):
                sexes = {"femn"}
            if len(sexes) == 1:
                yield _Person(given, surname, *sexes)


def _sexes(given: Word, surname: Word) -> set[str]:
    """The genders in which a first name and a surname stand in one case."""
    if not is_known(given.text):
        return set()
    firsts = {(sex, case) for kind, sex, case in analysed_names(given.text) if kind == "Name"}
    text = normal(surname.text)
    seconds = {(sex, case) for kind, sex, case in analysed_names(surname.text) if kind == "Surn"}
    if text.endswith(("ская", "цкая", "ова", "ева", "ина", "ына")):
        seconds.add(("femn", "nomn"))
    if text.endswith(("ова", "ева", "ина", "ына")):
        seconds |= {("masc", "gent"), ("masc", "accs")}
    if text.endswith(("ской", "цкой")) and firsts == {("masc", "nomn")}:
        seconds.add(("masc", "nomn"))
    return {sex for sex, _ in firsts & seconds} & {"femn", "masc"}


def _governs(before: Word) -> bool:
    """Whether a word before a name need not stand in its case (жена Аслана), or stands in one of a man's."""
    if before.lemma in words_of("kin"):
        return True
    return {"anim", "masc"} <= before.grammemes and before.pos == "NOUN" and "nomn" not in before.grammemes


def _says_she(words: Sequence[Word], at: int) -> bool:
    """Whether the word before a name, or the verb of the sentence, is of a woman in the nominative."""
    before = words[at - 1] if at else None
    if before and before.pos == "NOUN" and {"anim", "femn", "nomn"} <= before.grammemes:
        return True
    verb = words[at + 2] if at + 2 < len(words) else None
    return verb is not None and verb.pos == "VERB" and {"femn", "past"} <= verb.grammemes and at == 0


def _given(english: Sequence[Token], person: _Person, pair: Pair) -> Iterator[Doubt]:
    """The first name of the other gender: Alexander for Александра."""
    own, other = words_of(f"given-{person.sex}"), words_of(f"given-not-{person.sex}")
    if normal(person.given.text)[:_SHORTEST] not in {name[:_SHORTEST] for name in words_of("given-of-both")}:
        return
    if any(token.bare in own for token in english):
        return
    for token in english:
        after = _next(english, token)
        if token.key in other and token.text[0].isupper() and after and alike(after.key, person.surname):
            yield _doubt("name.gender", token, person.given, pair)
            return


def _woman(english: Sequence[Token], person: _Person, pair: Pair) -> Iterator[Doubt]:
    """A woman under a man's surname: Anna Samokhin."""
    text = normal(person.surname.text)
    if not _FEMININE.search(text):
        return
    stem = _FEMININE.sub(lambda found: found[0][:2], text)
    for token in _after(english, person.given):
        key = token.bare
        plain = re.sub(r"(?:iy|ii|oy|oi|y|i)$", "", key) if stem.endswith("ск") else key
        if _OF_A_MAN.search(key) and spells(plain, stem):
            right = f"{plain}aya" if stem.endswith("ск") else f"{key}a"
            yield _doubt("name.gender", token, person.surname, pair, right)


def _man(english: Sequence[Token], person: _Person, pair: Pair) -> Iterator[Doubt]:
    """A man under a woman's surname, or a Russian case of his: Rasul Mirzayeva."""
    text = normal(person.surname.text)
    if not _MASCULINE.search(text):
        return
    if text.endswith(("ской", "цкой")):
        for token in _after(english, person.given):
            if token.key.endswith("aya") and spells(token.key[:-3], text[:-2]):
                yield _doubt("name.gender", token, person.surname, pair, press(text))
        return
    stem = re.sub(r"(?:а|у|ым|ом|е)$", "", text)
    if stem.endswith("ск") or text.endswith("ий"):
        return
    yield from _with_ending(_after(english, person.given), person.surname, stem, pair)


def _with_ending(
    among: Sequence[Token], surname: Word, stem: str, pair: Pair, endings: str = "au"
) -> Iterator[Doubt]:
    for token in among:
        key = token.bare
        if key[-1] in endings and spells(key[:-1], stem):
            yield _doubt("name.kept-case", token, surname, pair, key[:-1])


def _case_kept(english: Sequence[Token], word: Word, pair: Pair) -> Iterator[Doubt]:
    """Other names in the letters of their Russian case."""
    text = normal(word.text)
    if _ABLATIVE.search(text):
        stem = text[:-2]
        if not any(spells(token.bare, stem) for token in english):
            yield from _with_ending(_capitals(english), word, stem, pair, "ay")
        return
    lemma = normal(word.lemma)
    kinds = {kind for kind, _, _ in analysed_names(word.text)}
    genitive = text.endswith(("а", "я")) and ("Surn" in kinds or bool(_FEMININE.search(text)))
    if text == lemma or not kinds & {"Geox", "Surn"} or genitive or not _KEPT.search(text):
        return
    if not is_known(text) or has_nominative(word.text) or not word.text[1:].islower():
        return
    if any(spells(token.bare, lemma) for token in english):
        return
    for token in _capitals(english):
        if not is_english(token.key) and not token.key.endswith("ou") and spells(token.key, text):
            yield _doubt("name.kept-case", token, word, pair, press(lemma))


def _cut(english: Sequence[Token], word: Word, pair: Pair) -> Iterator[Doubt]:
    """Places that lost their ending: Vnukov for Внуково, Buynak for Буйнакск."""
    is_place = any(kind == "Geox" for kind, _, _ in analysed_names(word.text))
    lemmas = {normal(lemma) for lemma in word.lemmas} if is_place else set[str]()
    for ending, left in _CUT:
        for lemma in lemmas:
            whole, part = lemma, lemma.removesuffix(ending) + left
            if (
                not lemma.endswith(ending)
                or len(part) < _SHORTEST
                or (not left and is_known(part.rstrip("ь")))
            ):
                continue
            if left and not normal(word.text).endswith(normal(ending)):
                continue
            if any(spells(token.bare, whole) for token in english):
                continue
            for token in _capitals(english):
                if spells(token.bare, part):
                    yield _doubt("name.kept-case", token, word, pair, press(whole))


def _after(english: Sequence[Token], given: Word) -> list[Token]:
    """Words with a capital behind the first name."""
    return [
        token
        for before, token in itertools.pairwise(english)
        if token.text[0].isupper() and before.text[0].isupper() and alike(before.key, given)
    ]


def _capitals(english: Sequence[Token]) -> list[Token]:
    return [token for token in english if token.text[0].isupper() and len(token.text) >= _SHORTEST]


def _next(english: Sequence[Token], token: Token) -> Token | None:
    at = english.index(token)
    return english[at + 1] if at + 1 < len(english) else None


def _doubt(rule: str, token: Token, word: Word, pair: Pair, right: str = "") -> Doubt:
    possessive = token.text[len(token.bare) :]
    suggestions = (right.capitalize() + possessive,) if right else ()
    return pair.doubt(rule, token.span, word.span, suggestions)
