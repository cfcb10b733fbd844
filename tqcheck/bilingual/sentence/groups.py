"""Nouns of a Russian clause with what belongs to each, and the cases that all of it can stand in together."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tqcheck.bilingual.russian import QUOTES, Word, is_known
from tqcheck.bilingual.sentence.inflection import Forms, common_forms, forms_of, surname_forms
from tqcheck.bilingual.wordlists import words as word_list

_BEFORE_NOUN = frozenset({"ADJF", "PRTF", "NUMR", "NUMB"})
_NOUNS = frozenset({"NOUN", "NPRO", "LATN"})
_AND = frozenset({"и", "или"})
PLACES = frozenset({"в", "во", "на"})
"""Prepositions of places."""

_INSERTED = 4
"""Words up to the noun of what stands between a participle and its own."""

_ANYBODY = frozenset({"каждый", "любой"})
_ASIDE = frozenset({"ADVB", "PRCL", "COMP"})


@dataclass(frozen=True, slots=True)
class Group:
    """A noun with what names it and what belongs to it, as indices of words; `governed` by a preposition.

    `can_be`: the cases and numbers that all of it can stand in together; empty where none of it is known.
    """

    head: int
    named: tuple[int, ...]
    belonging: tuple[int, ...]
    governed: str
    can_be: Forms

    def stands_in(self, *cases: str) -> bool:
        """Whether it can stand in one of some cases without a preposition."""
        return not self.governed and any(case in cases for case, _ in self.can_be)


def groups_of(words: Sequence[Word], start: int, stop: int) -> Iterator[Group]:
    """The nouns of a stretch with what belongs to each; what "и" joins stands after the same preposition."""
    at, last, end = start, "", start
    while at < stop:
        joined = end > start and words[end].pos == "CONJ" and words[end].text in _AND
        group, at = group_at(words, at, stop, last if joined else "")
        if group is not None:
            last, end = group.governed, at
            yield group


def group_at(words: Sequence[Word], at: int, stop: int, governed: str = "") -> tuple[Group | None, int]:
    """The noun that comes next with what belongs to it, and where that ends."""
    governed, before, at = _up_to_noun(words, at, stop, governed)
    if at >= stop or words[at].pos == "PREP":
        return _substantive(words, before, governed), at
    if doer := _doer_inserted(words, before, at, stop):
        before.append(at)  # повреждённую вандалом картину
        at = doer
    growing = _Growing(words, at, before, governed)
    at += 1
    while at < stop and (following := _dependent(words, at, stop)) and growing.takes(following):
        at = following[-1] + 1
    return growing.group(), at


def _up_to_noun(words: Sequence[Word], at: int, stop: int, governed: str) -> tuple[str, list[int], int]:
    """By what the next noun is governed, what stands before it, and where it is; in its stead the end of the
    stretch, or a preposition behind an adjective that stands for a noun."""
    before: list[int] = []
    while at < stop and (words[at].pos not in _NOUNS or _points(words, at, stop)):
        word = words[at]
        if word.pos == "PREP":
            if past := _past_inserted(words, at, stop, before):
                at = past
                continue
            if _substantive(words, before, governed):
                break
            governed, before = word.text.lower(), []
        elif word.pos in _BEFORE_NOUN or word.pos == "NPRO":
            before.append(at)
        elif word.text not in QUOTES | _AND | {"так"} and word.pos not in _ASIDE:
            governed, before = "", []
        at += 1
    return governed, before, at


class _Growing:
    """A group that takes in what follows its noun, one noun with its adjectives at a time."""

    def __init__(self, words: Sequence[Word], head: int, before: Sequence[int], governed: str) -> None:
        self._words, self._head, self._governed = words, head, governed
        self._named, self._belonging = [head], [*before]
        self._can_be = _common(words, [*before, head])
        if _is_quoted(words, head) and "masc" in words[head].grammemes:
            self._can_be |= {("accs", number) for case, number in self._can_be if case == "nomn"}  # «Спартак»

    def group(self) -> Group:
        return Group(self._head, tuple(self._named), tuple(self._belonging), self._governed, self._can_be)

    def takes(self, following: list[int]) -> bool:
        """Whether what follows names the noun or belongs to it; it is taken in then."""
        words, head, noun = self._words, self._head, following[-1]
        own = _common(words, following)
        if self._ends_before(noun, own):
            return False
        genitive = not own or any(case == "gent" for case, _ in own)
        if self._is_named_by(noun, own, genitive):
            self._take_name(noun, own)
        elif genitive:
            self._belonging += following
        elif words[head].lemma in word_list("decreeing") and words[noun].text.islower():
            return False  # указом президента пресс-секретарём назначен
        elif own & self._can_be:
            self._named.append(noun)
            self._can_be &= own
        elif _belongs(words, head, following, own, self._governed):
            self._belonging += following
        else:
            return False
        return True

    def _ends_before(self, noun: int, own: Forms) -> bool:
        """Whether a noun begins another group."""
        if self._governed and _is_another(self._words, self._head, noun, own, self._governed):
            return True
        placed = self._governed in PLACES and self._belonging
        return bool(placed) and _is_beside_place(self._words, self._belonging[-1], noun)

    def _is_named_by(self, noun: int, own: Forms, genitive: bool) -> bool:
        """Whether a noun names this one, and is no genitive of a thing: завода «Звезда»."""
        if genitive and own and "anim" not in self._words[self._head].grammemes:
            return False
        fits = not own or not self._can_be or bool(own & self._can_be)
        return fits and _names(self._words, self._head, noun)

    def _take_name(self, noun: int, own: Forms) -> None:
        head, name = self._words[self._head], self._words[noun]
        self._named.append(noun)
        own = own or surname_forms(head, name)
        if "anim" in head.grammemes and name.text.endswith(("а", "я")):
            own |= {("accs", number) for case, number in own if case == "gent"}  # Мануэля Вальса
        if own and (self._can_be or "Name" in head.grammemes):
            self._can_be = own & self._can_be if self._can_be else own  # Джо Байдена


def _past_inserted(words: Sequence[Word], at: int, stop: int, before: Sequence[int]) -> int | None:
    """Where what stands between a participle and its noun after a preposition ends: приехавших в Финляндию
    россиянок."""
    if not before or words[before[-1]].pos != "PRTF":
        return None
    own = forms_of(words[before[-1]])
    inner = next((i for i in range(at + 1, min(stop, at + _INSERTED)) if words[i].pos in _NOUNS), stop)
    following = _dependent(words, inner + 1, stop) if inner + 1 < stop else None
    if following is None or not own & _common(words, following):
        return None
    return inner + 1


def _doer_inserted(words: Sequence[Word], before: Sequence[int], at: int, stop: int) -> int | None:
    """Where the noun of a participle stands, if that at a place is by whom it was done: завербованные службой
    подростки."""
    if not before or words[before[-1]].pos != "PRTF" or "pssv" not in words[before[-1]].grammemes:
        return None
    own, inner = forms_of(words[before[-1]]), _common(words, [at])
    following = _dependent(words, at + 1, stop) if at + 1 < stop else None
    if following is None or own & inner or not own & _common(words, following):
        return None
    return following[-1] if "ablt" in {case for case, _ in inner} or not inner else None


def _is_another(words: Sequence[Word], head: int, noun: int, own: Forms, governed: str) -> bool:
    """Whether somebody after a governed thing begins a group: во Франции министра, в Багдаде прессе, в парке
    Ивану."""
    thing, other = words[head], words[noun]
    dative = any(case == "datv" for case, _ in own) and all(case != "gent" for case, _ in own)
    region = thing.lemma in word_list("regions") and other.text.islower()
    if governed in PLACES and ("Geox" in thing.grammemes or region):
        return "anim" in other.grammemes or (dative and other.text.islower())
    other_cases = {"nomn", "gent"}.isdisjoint(case for case, _ in own)
    called = other.text[0].isupper() and "Name" in other.grammemes
    lifeless = "anim" not in thing.grammemes or words[head - 1].text in QUOTES
    return lifeless and called and other_cases


def _is_beside_place(words: Sequence[Word], place: int, noun: int) -> bool:
    """Whether people follow the name of a place to which they do not belong: в зоопарке Рио зверей."""
    return _is_place(words[place]) and "anim" in words[noun].grammemes and words[noun].text.islower()


def _points(words: Sequence[Word], at: int, stop: int) -> bool:
    """Whether a pronoun stands before its noun: в этом году."""
    following = words[at + 1] if at + 1 < stop else None
    if following is not None and words[at].text.lower() in word_list("whose"):
        return following.pos in ("NOUN", "ADJF", "PRTF", "ADVB") or following.text == "так"
    return (
        words[at].pos == "NPRO"
        and following is not None
        and bool(following.pos in ("NOUN", "ADJF") and forms_of(words[at]) & forms_of(following))
    )


def _belongs(
    words: Sequence[Word],
    head: int,
    following: Sequence[int],
    own: Forms,
    governed: str,
) -> bool:
    """Whether a noun in a case of its own belongs to the one before: в станице Тамань, на помощь врачам."""
    quoted = _is_quoted(words, following[0])
    name = words[following[-1]]
    common = own and is_known(name.text) and name.grammemes.isdisjoint({"Geox", "Name", "Surn", "Orgn"})
    if quoted or (governed and name.text[0].isupper() and not common):
        return True
    return words[head].lemma in word_list("for-somebody") and any(case == "datv" for case, _ in own)


def _substantive(words: Sequence[Word], before: Sequence[int], governed: str) -> Group | None:
    """An adjective or participle that stands for a noun: пострадавшим."""
    if not before or (before[0] and words[before[0] - 1].pos in _NOUNS):
        return None
    head = before[-1]
    if (
        words[head - 1].text in QUOTES
        or words[head].pos not in ("ADJF", "PRTF")
        or (not words[head].grammemes.isdisjoint({"Anum", "Apro"}) and words[head].lemma not in _ANYBODY)
    ):
        return None
    if {"femn", "sing"} <= words[head].grammemes:
        return None
    return Group(head, (head,), tuple(before[:-1]), governed, _common(words, [head]))


def _dependent(words: Sequence[Word], at: int, stop: int) -> list[int] | None:
    """A noun that comes next, with adjectives before it and without a preposition."""
    found = [at, *range(at + 1, stop)]
    group = list(
        itertools.takewhile(lambda i: words[i].pos in _BEFORE_NOUN or words[i].text in QUOTES, found)
    )
    noun = at + len(group)
    if noun >= stop or words[noun].pos not in _NOUNS:
        return None
    return [*(i for i in group if words[i].text not in QUOTES), noun]


def _names(words: Sequence[Word], head: int, noun: int) -> bool:
    """Whether a word may name somebody: министр Шойгу, Сергей Шойгу; or something: завод «Звезда»."""
    person = "anim" in words[head].grammemes or words[head].lemma in word_list("people")
    quoted = _is_quoted(words, noun)
    if person and (quoted or _is_place(words[noun]) or _is_his(words[head], words[noun])):
        return False  # жителя Москвы, директора «Звезды»
    return words[noun].text[0].isupper() and (person or quoted or words[head].text[0].isupper())


def _is_his(woman: Word, name: Word) -> bool:
    """Whether a woman stands beside the name of a man, which is not hers: дочь Ивана."""
    return "femn" in woman.grammemes and {"masc", "anim"} <= name.grammemes


def _is_place(word: Word) -> bool:
    return "Geox" in word.grammemes and word.grammemes.isdisjoint({"Name", "Surn"})


def _is_quoted(words: Sequence[Word], at: int) -> bool:
    """Whether a word opens a quotation: one that follows a quotation has a space before it."""
    return at > 0 and words[at - 1].text in QUOTES and words[at - 1].span.end == words[at].span.start


def _common(words: Sequence[Word], group: Sequence[int]) -> Forms:
    """The cases and numbers that words at some places can all stand in."""
    return common_forms([words[i] for i in group])
