"""Nouns of a Russian clause with what belongs to each, and the cases that all of it can stand in together."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tqcheck.bilingual.nouns import cases
from tqcheck.bilingual.russian import (
    Word,
    analysed_names,
    forms,
    is_known,
    is_short_participle,
    numbers_of,
)
from tqcheck.bilingual.tree import is_initial
from tqcheck.bilingual.wordlists import words as word_list

_QUOTES = frozenset('«»"“”„')
_BEFORE_NOUN = frozenset({"ADJF", "PRTF", "NUMR", "NUMB"})
_NOUNS = frozenset({"NOUN", "NPRO", "LATN"})
_AND = frozenset({"и", "или"})
PLACES = frozenset({"в", "во", "на"})
"""Prepositions of places."""

_CASES = {"loc1": "loct", "loc2": "loct", "gen1": "gent", "gen2": "gent", "acc2": "accs"}
"""Second forms of a case, as pymorphy3 names them: в этом году."""

_INSERTED = 4
"""Words up to the noun of what stands between a participle and its own."""

_ALL_CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct")
_ANYBODY = frozenset({"каждый", "любой"})
_GENDERS = frozenset({"masc", "femn", "neut"})
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
    can_be: frozenset[tuple[str, str]]

    def stands_in(self, *cases: str) -> bool:
        """Whether it can stand in one of some cases without a preposition."""
        return not self.governed and any(case in cases for case, _ in self.can_be)


def is_participle(word: Word) -> bool:
    """Whether a word is a short participle, or one that is an adjective as well: предложен."""
    return word.pos == "PRTS" or (word.pos == "ADJS" and is_short_participle(word.text))


def bounds(words: Sequence[Word], verb: int) -> tuple[int, int]:
    """Where the clause of a verb begins and ends: at punctuation, another verb, or a word that opens one."""

    def parts(i: int) -> bool:
        word = words[i]
        if word.pos == "PNCT":
            return word.text not in _QUOTES and not is_initial(words, i)
        helps = word.lemma == "быть" and i + 1 < len(words) and is_participle(words[i + 1])  # была вызвана
        ends = (word.pos in ("VERB", "GRND") or is_participle(word)) and not helps
        return ends or word.lemma in word_list("russian-opening")

    start = next((i + 1 for i in range(verb - 1, -1, -1) if parts(i)), 0)
    stop = next((i for i in range(verb + 1, len(words)) if parts(i)), len(words))
    return start, stop


def act_of(words: Sequence[Word], verb: int, stop: int) -> int:
    """The infinitive that belongs to a verb, or the verb itself."""
    found = (i for i in range(verb + 1, stop) if words[i].pos == "INFN")
    return next(found, verb)


def groups_of(words: Sequence[Word], start: int, stop: int) -> Iterator[Group]:
    """The nouns of a stretch with what belongs to each; what "и" joins stands after the same preposition."""
    at, last, end = start, "", start
    while at < stop:
        joined = end > start and words[end].pos == "CONJ" and words[end].text in _AND
        group, at = _group(words, at, stop, last if joined else "")
        if group is not None:
            last, end = group.governed, at
            yield group


def _group(words: Sequence[Word], at: int, stop: int, governed: str) -> tuple[Group | None, int]:
    """The noun that comes next with what belongs to it, and where that ends."""
    before: list[int] = []
    while at < stop and (words[at].pos not in _NOUNS or _points(words, at, stop)):
        word = words[at]
        if word.pos == "PREP":
            if past := _past_inserted(words, at, stop, before):
                at = past
                continue
            if alone := _substantive(words, before, governed):
                return alone, at
            governed, before = word.text.lower(), []
        elif word.pos in _BEFORE_NOUN or word.pos == "NPRO":
            before.append(at)
        elif word.text not in _QUOTES | _AND | {"так"} and word.pos not in _ASIDE:
            governed, before = "", []
        at += 1
    if at >= stop:
        return _substantive(words, before, governed), stop
    if doer := _doer_inserted(words, before, at, stop):
        before.append(at)  # повреждённую вандалом картину
        at = doer
    head, named, belonging = at, [at], list(before)
    can_be = _common(words, [*before, head])
    if _is_quoted(words, head) and "masc" in words[head].grammemes:
        can_be |= {("accs", number) for case, number in can_be if case == "nomn"}  # «Спартак»
    at += 1
    while at < stop:
        following = _dependent(words, at, stop)
        if following is None:
            break
        own = _common(words, following)
        if governed and _is_another(words, head, following[-1], own, governed):
            break
        if governed in PLACES and belonging and _is_beside_place(words, belonging[-1], following[-1]):
            break
        genitive = not own or any(case == "gent" for case, _ in own)
        of_it = genitive and own and "anim" not in words[head].grammemes
        fits = not own or not can_be or own & can_be
        if _names(words, head, following[-1]) and fits and not of_it:
            named.append(following[-1])
            own = own or _surname_forms(words, head, following[-1])
            if "anim" in words[head].grammemes and words[following[-1]].text.endswith(("а", "я")):
                own |= {("accs", number) for case, number in own if case == "gent"}  # Мануэля Вальса
            if own and (can_be or "Name" in words[head].grammemes):
                can_be = own & can_be if can_be else own  # Джо Байдена
        elif genitive:
            belonging += following
        elif words[head].lemma in word_list("decreeing") and words[following[-1]].text.islower():
            break  # указом президента пресс-секретарём назначен
        elif own & can_be:
            named.append(following[-1])
            can_be &= own
        elif _belongs(words, head, following, own, governed):
            belonging += following
        else:
            break
        at = following[-1] + 1
    return Group(head, tuple(named), tuple(belonging), governed, can_be), at


def _past_inserted(words: Sequence[Word], at: int, stop: int, before: Sequence[int]) -> int | None:
    """Where what stands between a participle and its noun after a preposition ends: приехавших в Финляндию
    россиянок."""
    if not before or words[before[-1]].pos != "PRTF":
        return None
    own = _forms(words[before[-1]])
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
    own, inner = _forms(words[before[-1]]), _common(words, [at])
    following = _dependent(words, at + 1, stop) if at + 1 < stop else None
    if following is None or own & inner or not own & _common(words, following):
        return None
    return following[-1] if "ablt" in {case for case, _ in inner} or not inner else None


def _is_another(
    words: Sequence[Word], head: int, noun: int, own: frozenset[tuple[str, str]], governed: str
) -> bool:
    """Whether somebody after a governed thing begins a group: во Франции министра, в Багдаде прессе, в парке
    Ивану."""
    thing, other = words[head], words[noun]
    dative = any(case == "datv" for case, _ in own) and all(case != "gent" for case, _ in own)
    region = thing.lemma in word_list("regions") and other.text.islower()
    if governed in PLACES and ("Geox" in thing.grammemes or region):
        return "anim" in other.grammemes or (dative and other.text.islower())
    other_cases = {"nomn", "gent"}.isdisjoint(case for case, _ in own)
    called = other.text[0].isupper() and "Name" in other.grammemes
    lifeless = "anim" not in thing.grammemes or words[head - 1].text in _QUOTES
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
        and bool(following.pos in ("NOUN", "ADJF") and _forms(words[at]) & _forms(following))
    )


def _belongs(
    words: Sequence[Word],
    head: int,
    following: Sequence[int],
    own: frozenset[tuple[str, str]],
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
        words[head - 1].text in _QUOTES
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
        itertools.takewhile(lambda i: words[i].pos in _BEFORE_NOUN or words[i].text in _QUOTES, found)
    )
    noun = at + len(group)
    if noun >= stop or words[noun].pos not in _NOUNS:
        return None
    return [*(i for i in group if words[i].text not in _QUOTES), noun]


def _names(words: Sequence[Word], head: int, noun: int) -> bool:
    """Whether a word may name somebody: министр Шойгу, Сергей Шойгу; or something: завод «Звезда»."""
    person = "anim" in words[head].grammemes or words[head].lemma in word_list("people")
    quoted = _is_quoted(words, noun)
    if person and (quoted or _is_place(words[noun]) or _is_his(words[head], words[noun])):
        return False  # жителя Москвы, директора «Звезды»
    return words[noun].text[0].isupper() and (person or quoted or words[head].text[0].isupper())


def _surname_forms(words: Sequence[Word], name: int, surname: int) -> frozenset[tuple[str, str]]:
    """The cases of a man's surname that no dictionary has, by its ending, after a name that is not inflected:
    Джо Байдена."""
    text = words[surname].text
    if not {"Name", "Fixd", "masc"} <= words[name].grammemes or text.isupper():
        return frozenset()
    endings = {"а": ("gent", "accs"), "я": ("gent", "accs"), "у": ("datv",), "ом": ("ablt",), "ым": ("ablt",)}
    found = next((cases for end, cases in endings.items() if text.endswith(end)), ())
    return frozenset((case, "sing") for case in found)


def _is_his(woman: Word, name: Word) -> bool:
    """Whether a woman stands beside the name of a man, which is not hers: дочь Ивана."""
    return "femn" in woman.grammemes and {"masc", "anim"} <= name.grammemes


def _is_place(word: Word) -> bool:
    return "Geox" in word.grammemes and word.grammemes.isdisjoint({"Name", "Surn"})


def _is_quoted(words: Sequence[Word], at: int) -> bool:
    """Whether a word opens a quotation: one that follows a quotation has a space before it."""
    return at > 0 and words[at - 1].text in _QUOTES and words[at - 1].span.end == words[at].span.start


def _common(words: Sequence[Word], group: Sequence[int]) -> frozenset[tuple[str, str]]:
    """The cases and numbers that words can all stand in."""
    uninflected = word_list("whose") if len(group) > 1 else frozenset()
    told = [
        words[i]
        for i in group
        if words[i].pos not in ("NUMR", "NUMB") and words[i].text.lower() not in uninflected
    ]
    known = [own for own in (_forms(word) for word in told) if own]
    return frozenset.intersection(*known) if known else frozenset()


def _forms(word: Word) -> frozenset[tuple[str, str]]:
    """The cases and numbers of a word; every case of one that is not inflected and has one number (США,
    Мавроди), none of what may stand in any number, too."""
    if "Fixd" in word.grammemes or word.lemma in word_list("abbreviations-of-many"):
        return _any_case(word)
    if word.text.isupper() or "Abbr" in word.grammemes:
        return frozenset()
    found = {(_CASES.get(case, case), number) for case, number in _forms_of(word.text) if case != "voct"}
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


def _any_case(word: Word) -> frozenset[tuple[str, str]]:
    """Every case in the number of a word that is not inflected; none where that may be either."""
    numbers = {number for _, number in forms(word.text)}
    if word.lemma in word_list("abbreviations-of-many"):
        numbers = {"plur"}
    elif "Surn" in word.grammemes:
        numbers = {"sing"}
    return frozenset((case, number) for case in _ALL_CASES for number in numbers if len(numbers) == 1)


def _forms_of(noun: str) -> frozenset[tuple[str, str]]:
    """Cases and numbers of a noun, or those that the parts of a compound share: музею-заповеднику."""
    return forms(noun) or frozenset.intersection(*map(forms, noun.split("-")))


def _is_alike(word: Word, number: str) -> bool:
    """Whether the accusative of somebody is like the genitive, however rarely a text has it."""
    return number == "plur" or "masc" in word.grammemes


def does(words: Sequence[Word], group: Group, verb: int, together: bool = False) -> bool:
    """Whether a group may be the subject of a verb."""
    if group.governed:
        return False
    told = [words[i] for i in (*group.named, *group.belonging) if i <= group.head or i in group.named]
    numerals = [w for w in told if w.pos == "NUMR" or (w.pos == "NUMB" and not w.text[-1].isalpha())]
    if numerals:
        counted = words[group.head - 1] in numerals and all(map(_is_several, numerals))
        if counted and not words[verb].grammemes.isdisjoint({"masc", "femn"}):
            return False  # пять предложений получила группа
        return all("nomn" in (cases(word) or {"nomn"}) for word in numerals)
    if not group.can_be:
        return True
    numbers = numbers_of(words[verb].text)
    plural = "plur" in words[verb].grammemes and words[group.head].lemma in word_list("collective")
    if together or plural or _is_joined(words, group):
        numbers = frozenset()  # обсудили президент и король
    fits = any(case == "nomn" and (not numbers or number in numbers) for case, number in group.can_be)
    return fits and gender_fits(words[group.head], words[verb]) and _name_fits(words[group.head], words[verb])


def _is_several(numeral: Word) -> bool:
    """Whether a numeral is of more than one, and no number that ends in one."""
    return numeral.lemma != "один" and not numeral.text.endswith("1")


def _is_joined(words: Sequence[Word], group: Group) -> bool:
    """Whether "с", or "и" with another one who may do it, follows a group."""
    end = max((*group.named, *group.belonging)) + 1
    while end < len(words) and words[end].text in _QUOTES:
        end += 1
    if end == len(words) or words[end].text != "и":
        return end < len(words) and words[end].text in ("с", ",")
    other, _ = _group(words, end + 1, len(words), "")
    return other is None or not other.can_be or other.stands_in("nomn")


def gender_fits(noun: Word, verb: Word) -> bool:
    """Whether a verb in the past has the gender of a noun; a woman may be врач."""
    own, wanted = noun.grammemes & _GENDERS, verb.grammemes & _GENDERS
    if (
        not own
        or not wanted
        or noun.pos not in ("NOUN", "ADJF")
        or not noun.grammemes.isdisjoint({"ms-f", "Abbr", "Fixd"})
    ):
        return True
    if "anim" in noun.grammemes and "femn" in wanted:
        return True
    return own == wanted


def _name_fits(name: Word, verb: Word) -> bool:
    """Whether a first name may be the nominative of a man's or of a woman's, as the verb has it: no man is
    called Григория."""
    wanted = verb.grammemes & _GENDERS
    if "Name" not in name.grammemes or not wanted:
        return True
    own = {sex for kind, sex, case in analysed_names(name.text) if kind == "Name" and case == "nomn"}
    return not own or not wanted.isdisjoint(own)
