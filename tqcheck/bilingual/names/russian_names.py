"""The surnames and places that a Russian text names, told from its other words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tqcheck.bilingual.names.spelling import RELATIVE, Name
from tqcheck.bilingual.pair import Pair
from tqcheck.bilingual.russian import Word, is_first_name, is_known, named, normal
from tqcheck.bilingual.tables.letters import letters
from tqcheck.bilingual.wordlists import words as words_of

_SHORTEST = 4
_NAMES = frozenset({"Surn", "Geox"})
_BESIDE_NAMES = frozenset({"Patr", "Anum"})
"""Of what stands behind a first name, what is no surname: Алексий Второй."""

_NOMINAL = frozenset({"NOUN", "ADJF"})
_OF_WOMAN = re.compile(r"(?:ов|ев|ин|ын)(?:а|ой|у)$")
_OF_ONE = re.compile(r"ск(?:ий|ого|ому|им|ом|ая|ой|ую)$")


def names_of(pair: Pair) -> list[Name]:
    """The surnames and places among the words of the Russian."""
    found: list[Name] = []
    for sentence in pair.russian:
        opens, behind_name, last = True, False, ""
        for before, word, after in _threes(sentence.words):
            capital = word.text[0].isupper()
            if capital and (name := _name(word, opens, behind_name)):
                if is_relative(word) and not name.sure:
                    sure = before in words_of("ranks") or (after in words_of("districts"))
                    name = replace(name, sure=sure)
                found.append(name)
            initial = word.text == "." and len(last) == 1 and last.isupper()
            opens = word.pos == "PNCT" and not initial and (opens or word.text in ":.!?—-")
            behind_name = initial or (
                capital
                and (
                    is_first_name(word.text)
                    or (behind_name and (word.text == "." or "Patr" in word.grammemes))
                )
            )
            last = word.text
    return found


def _threes(words: Sequence[Word]) -> Iterator[tuple[str, Word, str]]:
    """Each word with the lemmas of those before and after it, "" at the ends."""
    lemmas = ["", *(word.lemma for word in words), ""]
    return zip(lemmas, words, lemmas[2:], strict=False)


def _name(word: Word, opens: bool, behind_name: bool) -> Name | None:
    """A word as a surname or place, where it may be one; what follows a first name surely is."""
    text = word.text
    if len(text) < _SHORTEST or not text.isalpha() or not text[1:].islower():
        return None
    if not _BESIDE_NAMES.isdisjoint(word.grammemes):
        return None
    parses = named(text) if behind_name or is_known(text) else ()
    lemmas = _lemmas(word, [lemma for lemma, _ in parses], behind_name)
    feminine = any("femn" in grammemes and "Surn" in grammemes for _, grammemes in parses[:1])
    if not is_known(text) and text.endswith("ой"):  # Набиуллиной
        feminine = {"femn", "Surn"} <= word.grammemes
    if is_relative(word):  # Адмиралтейской набережной
        feminine = "femn" in word.grammemes
    place = any("Geox" in grammemes for _, grammemes in parses)
    if behind_name and (parses or word.pos in _NOMINAL):
        return Name(word, lemmas, True, feminine, place, full=True)
    if opens and (_is_unheard_surname(word) or _is_heard_surname(word)):
        own = tuple(lemma for lemma in lemmas if lemma.endswith(letters().surnames))
        return Name(word, own, False, feminine, place)
    if opens or not lemmas or "Name" in word.grammemes:
        return None
    sure = _is_surely_name(word, lemmas)
    if not sure and not any(lemma.endswith(letters().endings) for lemma in lemmas):
        return None
    return Name(word, lemmas, sure, feminine, place)


def _lemmas(word: Word, known: Sequence[str], behind_name: bool) -> tuple[str, ...]:
    """The names of which a word may be a form: those that the dictionary has, else what its ending tells."""
    text, relative = normal(word.text), is_relative(word)
    lemmas = list(known)
    if not known:
        if word.pos == "NOUN" and text.endswith(letters().surnames):
            lemmas = [text]
        elif behind_name:
            lemmas = [normal(word.lemma), text]
        elif relative or _is_unheard_surname(word):
            lemmas = [normal(word.lemma)]
    if relative:  # Дзержинском районе is no Дзержинск
        lemmas.sort(key=lambda lemma: not lemma.endswith("ий"))
    return tuple(dict.fromkeys(lemmas))


def _is_surely_name(word: Word, lemmas: Sequence[str]) -> bool:
    """Whether a word with a capital can only be a name, by the dictionary or by its ending."""
    if word.pos == "NOUN" and not _NAMES.isdisjoint(word.grammemes):
        return True
    if any(lemma.endswith(letters().surnames) for lemma in lemmas):
        return True
    return is_relative(word) and not is_known(word.text) and bool(_OF_ONE.search(word.text))


def _is_unheard_surname(word: Word) -> bool:
    """Whether a word that no dictionary has is a surname in any case by its ending: Солнечникова."""
    lemma = normal(word.lemma)
    whose = "masc" in word.grammemes or bool(_OF_WOMAN.search(normal(word.text)))
    return (
        whose and "Surn" in word.grammemes and lemma.endswith(letters().surnames) and not is_known(word.text)
    )


def _is_heard_surname(word: Word) -> bool:
    """Whether a word that opens a sentence is a surname likelier than anything else, by its ending too."""
    lemma = normal(word.lemma)
    return {"Surn", "nomn"} <= word.grammemes and lemma.endswith(letters().surnames)


def is_relative(word: Word) -> bool:
    """Whether it is an adjective of a surname or place by its ending: Дзержинский."""
    return word.pos == "ADJF" and bool(RELATIVE.search(word.text))
