"""First names changed beside the surname of the Russian (Вячеслав Володин, Valery Volodin), and surnames
changed beside the first name (Владимир Зеленский, Volodymyr Zaluzhny)."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz.fuzz import ratio

from tqcheck.bilingual.english import Token, renders, tokens
from tqcheck.bilingual.names.spelling import alike, fold, fold_russian, is_english, spells, unlike
from tqcheck.bilingual.pair import Doubt, Pair, around
from tqcheck.bilingual.russian import Word, is_first_name, normal
from tqcheck.bilingual.tables.given_names import given_names
from tqcheck.bilingual.tables.letters import letters

_SHORTEST = 4
_NATIVE_ALIKE = 55.0
"""How like, of 100, the sounds of a Russian surname and of any spelling of it are at least."""


class _Named(NamedTuple):
    """Somebody of the Russian with a first name and a surname."""

    given: Word
    surname: Word


def given_kept(pair: Pair) -> Iterator[Doubt]:
    """Doubts at a first name or a surname that is another, beside the one that is right."""
    people = list(_people(pair.words))
    if not people:
        return
    english = tokens(pair)
    for given, surname in _english_people(english, pair.text):
        yield from _other_given(given, surname, english, people, pair)
        yield from _other_surname(given, surname, english, people, pair)


def _other_given(
    given: Token, surname: Token, english: Sequence[Token], people: Sequence[_Named], pair: Pair
) -> Iterator[Doubt]:
    """The first name where all who bear the surname in the Russian have others, and nobody else has it."""
    bearing = [person for person in people if _is_named(surname, person.surname)]
    own = _groups_of_english(given.bare)
    if not bearing or not own or any(_may_be(given, own, person.given) for person in bearing):
        return
    surnames = {person.surname.span for person in people}
    others = [word for word in pair.words if word.span not in surnames and _may_be(given, own, word)]
    if len(others) >= sum(_shares(own, token) for token in english):
        return
    if any(_may_be(given, own, one.given) and _is_named(surname, one.surname) for one in _nearby(pair)):
        return
    yield pair.doubt("name.changed", given.span, bearing[0].given.span)


def _other_surname(
    given: Token, surname: Token, english: Sequence[Token], people: Sequence[_Named], pair: Pair
) -> Iterator[Doubt]:
    """The surname behind a first name that one man bears in the Russian, whose surname the English lacks."""
    own = _groups_of_english(given.bare)
    bearing = [person for person in people if own and own & _groups_of_russian(person.given)]
    if len({normal(person.surname.lemma) for person in bearing}) != 1 or is_english(surname.bare):
        return
    if any(_is_named(surname, word) or renders(surname, word) for word in pair.words):
        return
    person = bearing[0]
    if not _is_native(person.surname) or not _differs(surname, person.surname):
        return
    others = [token for token in english if token not in (given, surname) and token.text[0].isupper()]
    if any(_is_named(token, person.surname) for token in others):
        return
    if any(own & _groups_of_russian(one.given) and _is_named(surname, one.surname) for one in _nearby(pair)):
        return
    yield pair.doubt("name.changed", surname.span, person.surname.span)


def _people(words: Sequence[Word]) -> Iterator[_Named]:
    """First names with the surnames behind them, patronymics left out."""
    words = [word for word in words if "Patr" not in word.grammemes]
    for given, surname in itertools.pairwise(words):
        text = surname.text
        if not (
            given.text[0].isupper() and text[0].isupper() and text[1:].islower() and len(text) >= _SHORTEST
        ):
            continue
        if is_first_name(given.text) or _groups_of_russian(given):
            yield _Named(given, surname)


def _nearby(pair: Pair) -> Iterator[_Named]:
    """The people of the sentences around: a translator may name somebody earlier or later."""
    return _people(around(pair).words)


def _english_people(english: Sequence[Token], text: str) -> Iterator[tuple[Token, Token]]:
    """Words with capitals, next to each other, of which the first is a first name."""
    for given, surname in itertools.pairwise(english):
        if not (given.is_word and surname.is_word and given.text[0].isupper() and surname.text[0].isupper()):
            continue
        if text[given.span.end : surname.span.start] == " " and _groups_of_english(given.bare):
            yield given, surname


def _is_named(token: Token, surname: Word) -> bool:
    """Whether an English word may be a surname of the Russian."""
    return alike(token.key, surname)


def _may_be(given: Token, own: frozenset[int], word: Word) -> bool:
    """Whether an English first name may be a Russian word: one of its forms, or one that sounds like it."""
    if not word.text[0].isupper():
        return False
    text = normal(word.text)
    if any(spells(given.bare, form) for form in (text, text[:-1])):  # of Юлиана, Julian
        return True
    theirs = _groups_of_russian(word)
    return bool(own & theirs) if theirs else not unlike(given.key, word)


def _shares(own: frozenset[int], token: Token) -> bool:
    return token.is_word and token.text[0].isupper() and bool(own & _groups_of_english(token.bare))


def _is_native(surname: Word) -> bool:
    return normal(surname.lemma).endswith(letters().endings)


def _differs(token: Token, surname: Word) -> bool:
    """Whether an English word can be no spelling of a Russian surname."""
    ours = fold(token.bare)
    forms = {normal(surname.text), normal(surname.lemma)}
    return len(ours) >= _SHORTEST and all(ratio(ours, fold_russian(form)) < _NATIVE_ALIKE for form in forms)


@lru_cache(maxsize=20_000)
def _groups_of_english(key: str) -> frozenset[int]:
    """The numbers of the first names that an English word, in lower case, spells or stands for."""
    table = given_names()
    both = enumerate(zip(table.russian, table.english, strict=True))
    return frozenset(
        k for k, (russian, english) in both if key in english or any(spells(key, one) for one in russian)
    )


def _groups_of_russian(word: Word) -> frozenset[int]:
    """The numbers of the first names that a Russian word is a form of."""
    lemmas = {normal(lemma) for lemma in word.lemmas}
    return frozenset(k for k, russian in enumerate(given_names().russian) if lemmas & russian)
