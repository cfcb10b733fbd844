"""What stands before a Russian verb and is not its subject, by the forms of the words alone.

A parser takes what comes first for the subject, as machines do; case, number and gender tell better.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from tqcheck.bilingual.nouns import cases, is_person
from tqcheck.bilingual.russian import Sentence, Word, forms, numbers_of
from tqcheck.bilingual.tree import is_initial
from tqcheck.bilingual.wordlists import words as word_list

_QUOTES = frozenset('«»"“”„')
_BEFORE_NOUN = frozenset({"ADJF", "PRTF", "NUMR", "NUMB"})
_NOUNS = frozenset({"NOUN", "NPRO", "LATN"})
_AND = frozenset({"и", "или"})
_PLACES = frozenset({"в", "во", "на"})
_CASES = {"loc1": "loct", "loc2": "loct", "gen1": "gent", "gen2": "gent", "acc2": "accs"}
"""Second forms of a case, as pymorphy3 names them: в этом году."""

_GENDERS = frozenset({"masc", "femn", "neut"})
_ASIDE = frozenset({"ADVB", "PRCL", "COMP"})


class Frame(Enum):
    """How what stands first is made to act: the doer follows the verb; what is done follows a participle;
    nobody is said to do it to the one that stands first, or to give one something."""

    DOER_AFTER = auto()
    PATIENT_AFTER = auto()
    RECEIVER = auto()
    NOBODY = auto()


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


@dataclass(frozen=True, slots=True)
class Fronted:
    """A verb, what stands before it and is no subject, and what follows: who does it, or what is done.

    `interest`: the first is what the other takes an interest in; "the find interested scientists" is sound.
    """

    frame: Frame
    verb: int
    act: int
    first: Group
    after: Group | None
    interest: bool = False


def fronted(sentence: Sentence) -> Iterator[Fronted]:
    """The clauses of a sentence that begin with what is no subject. Raises RussianMissing."""
    words = sentence.words
    for verb, word in enumerate(words):
        if word.pos == "PRTS" or (word.pos == "VERB" and "impr" not in word.grammemes):
            start, stop = _bounds(words, verb)
            act = _act(words, verb, stop)
            before = list(_groups(words, start, verb))
            made = any(g.stands_in("datv") or is_person(words[g.head], countries=True) for g in before)
            if act != verb and made and word.lemma in word_list("causing"):
                act, stop = verb, act  # студентов обязали носить маски: what they do is theirs
            after = list(_groups(words, verb + 1, stop))
            if not _begins(words, start) or not _is_third(word):
                continue
            together = any(group.governed == "с" for group in before)
            if any(_may_do(words, group, verb, together) for group in before):
                continue
            yield from _frames(words, verb, act, before, after)


def _frames(
    words: Sequence[Word], verb: int, act: int, before: Sequence[Group], after: Sequence[Group]
) -> Iterator[Fronted]:
    subjects = [group for group in after if _does(words, group, verb)]
    named = any(_is_other_doer(group) for group in after)
    lemma = words[act].lemma
    if words[verb].lemma in word_list("experienced") - word_list("becoming") - {"быть"}:
        return  # банку придётся выбирать
    for first in before:
        if _gets(words, first, verb, lemma):
            things = [group for group in after if _is_thing(words, group)]
            if things:
                yield Fronted(Frame.RECEIVER, verb, act, first, things[0])
            continue
        if words[verb].pos == "PRTS":
            if subjects and _suffers(words, first, subjects[0], lemma):
                yield Fronted(Frame.PATIENT_AFTER, verb, act, first, subjects[0])
            continue
        if subjects:
            if _undergoes(words, first, subjects[0], lemma) and _is_sure(words, subjects[0]):
                frame = Frame.RECEIVER if _may_be_given(first, subjects[0], words[verb]) else Frame.DOER_AFTER
                yield Fronted(frame, verb, act, first, subjects[0], lemma in word_list("taking-interest"))
        elif (
            not named
            and "plur" in words[verb].grammemes
            and not _has_infinitive(words, first, verb)
            and first.stands_in("accs", "datv")
        ):
            things = [group for group in after if group.stands_in("accs")]
            given = not first.stands_in("accs") and bool(things)
            frame = Frame.RECEIVER if given else Frame.NOBODY
            yield Fronted(frame, verb, act, first, things[0] if given else None)


def _gets(words: Sequence[Word], first: Group, verb: int, lemma: str) -> bool:
    """Whether a group is where something is brought (в галерею вернули картину), or somebody from whom some
    people take something, or on whom they find it (у директора нашли икону)."""
    if first.governed in _PLACES:
        found = {case for case, _ in first.can_be}
        return lemma in word_list("bringing") and "accs" in found and "loct" not in found
    return (
        first.governed == "у"
        and words[verb].pos == "VERB"
        and "plur" in words[verb].grammemes
        and lemma in word_list("found-or-taken")
        and is_person(words[first.head], countries=True)
    )


def _is_thing(words: Sequence[Word], group: Group) -> bool:
    """Whether a group may be what is brought or found, five of them too."""
    counted = any(words[i].pos in ("NUMR", "NUMB") for i in group.belonging)
    return group.stands_in("nomn", "accs") or (counted and not group.governed)


def _is_other_doer(group: Group) -> bool:
    """Whether a group may be in the nominative and not in the accusative, though the verb is not of its
    number."""
    return not group.can_be or (group.stands_in("nomn") and not group.stands_in("accs"))


def _has_infinitive(words: Sequence[Word], first: Group, verb: int) -> bool:
    """Whether an infinitive stands before a verb, not far from a group: поддержать сборную приехали."""
    return any(word.pos == "INFN" for word in words[max(0, first.head - 4) : verb])


def _may_be_given(first: Group, after: Group, verb: Word) -> bool:
    """Whether what follows a verb in the plural may be given to the one that stands first."""
    return (
        "plur" in verb.grammemes and first.stands_in("datv") and after.stands_in("accs")
    ) and not first.stands_in("accs")


def _is_sure(words: Sequence[Word], subject: Group) -> bool:
    """Whether a group is known to be in the nominative, or is somebody's name."""
    return bool(subject.can_be) or words[subject.head].text[0].isupper()


def _suffers(words: Sequence[Word], first: Group, after: Group, lemma: str) -> bool:
    """Whether what stands before a participle is what somebody is made, is given something, or loses it."""
    if first.stands_in("ablt") and lemma in word_list("made-somebody"):
        return _is_made(words, first, after, lemma)
    if first.stands_in("datv"):
        return True
    if first.governed == "у":  # not у правительства подготовлен план, "has prepared"
        return lemma in word_list("found-or-taken") and is_person(words[first.head], countries=True)
    if lemma in word_list("made-somebody") and _is_acting(words, first):
        return True
    return first.stands_in("gent") and lemma in word_list("without-or-worthy")


def _is_made(words: Sequence[Word], first: Group, after: Group, lemma: str) -> bool:
    """Whether a group in the instrumental is what somebody becomes, and not the one who makes somebody that:
    губернатором назначен новый министр."""
    head = words[first.head]
    acts = head.lemma in word_list("people") | word_list("decreeing") | word_list("choosing")
    alone = head.lemma == "президент" and not first.belonging and len(first.named) == 1
    many = not words[after.head].grammemes.isdisjoint({"sing"}) and ("ablt", "sing") not in first.can_be
    if acts or alone or many or _is_called(words, first):
        return False
    if not is_person(head):
        return lemma != "утвердить"
    if lemma not in ("назначить", "утвердить") or any(words[i].lemma == "новый" for i in first.belonging):
        return True
    named = any(words[i].text[0].isupper() for i in after.named)
    return named and (is_person(words[after.head]) or words[after.head].text[0].isupper())


def _is_called(words: Sequence[Word], group: Group) -> bool:
    """Whether a group in the instrumental has somebody's name: губернатором Петровым, Путиным."""
    name = {"Name", "Surn", "Patr"}
    return any(
        not words[i].grammemes.isdisjoint(name) or (i != group.head and words[i].text[0].isupper())
        for i in group.named
        if "ablt" in cases(words[i]) and not words[i].text.isupper()
    )


def _undergoes(words: Sequence[Word], first: Group, doer: Group, lemma: str) -> bool:
    """Whether what stands before a verb is acted on by what follows."""
    if first.governed or lemma in word_list("awaiting") or words[first.head].lemma in word_list("times"):
        return False
    if first.stands_in("datv") and lemma in word_list("experienced"):
        return False
    reflexive = lemma.endswith(("ся", "сь"))
    if first.stands_in("accs") and not reflexive:
        return True
    if first.stands_in("datv"):
        return not reflexive or lemma in word_list("yielding")
    if not first.stands_in("ablt"):
        return False
    if lemma in word_list("becoming"):
        return is_person(words[doer.head])
    if lemma in word_list("ending"):
        return words[first.head].lemma in word_list("outcomes")
    return lemma in word_list("dealing-with") | word_list("taking-interest")


def _begins(words: Sequence[Word], start: int) -> bool:
    """Whether a stretch is the beginning of a clause, and no item of a list nor what a verb before shares."""
    return not start or words[start - 1].text.lower() in word_list("russian-beginning")


def _may_do(words: Sequence[Word], group: Group, verb: int, together: bool) -> bool:
    """Whether what stands before a verb may be its subject; together with another one a verb is plural."""
    if _is_acting(words, group):
        return words[verb].pos == "VERB"
    begins = min((*group.named, *group.belonging))
    if begins and words[begins - 1].text.lower() in word_list("counting"):
        return True  # всё больше добровольцев
    return _does(words, group, verb, together)


def _is_acting(words: Sequence[Word], group: Group) -> bool:
    """Whether a group is one who acts for another: врио главы, исполняющим обязанности, и.о. министра."""
    begins = min((*group.named, *group.belonging))
    told = {words[i].lemma for i in (*group.named, *group.belonging)}
    short = [word.text.lower() for word in words[max(0, begins - 4) : begins]] == ["и", ".", "о", "."]
    return short or not told.isdisjoint({"врио", "исполнять"})


def _is_third(verb: Word) -> bool:
    return verb.grammemes.isdisjoint({"1per", "2per"})


def _bounds(words: Sequence[Word], verb: int) -> tuple[int, int]:
    """Where the clause of a verb begins and ends: at punctuation, another verb, or a word that opens one."""

    def parts(i: int) -> bool:
        word = words[i]
        if word.pos == "PNCT":
            return word.text not in _QUOTES and not is_initial(words, i)
        return word.pos in ("VERB", "PRTS", "GRND") or word.lemma in word_list("russian-opening")

    start = next((i + 1 for i in range(verb - 1, -1, -1) if parts(i)), 0)
    stop = next((i for i in range(verb + 1, len(words)) if parts(i)), len(words))
    return start, stop


def _act(words: Sequence[Word], verb: int, stop: int) -> int:
    """The infinitive that belongs to a verb, or the verb itself."""
    found = (i for i in range(verb + 1, stop) if words[i].pos == "INFN")
    return next(found, verb)


def _groups(words: Sequence[Word], start: int, stop: int) -> Iterator[Group]:
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
    head, named, belonging = at, [at], list(before)
    can_be = _common(words, [*before, head])
    at += 1
    while at < stop:
        following = _dependent(words, at, stop)
        if following is None:
            break
        own = _common(words, following)
        genitive = not own or any(case == "gent" for case, _ in own)
        of_it = genitive and own and "anim" not in words[head].grammemes
        fits = not own or not can_be or own & can_be
        if _names(words, head, following[-1]) and fits and not of_it:
            named.append(following[-1])
            if own and (can_be or "Name" in words[head].grammemes):
                can_be = own & can_be if can_be else own  # Джо Байдена
        elif governed and _is_another(words[head], words[following[-1]], own, governed):
            break
        elif genitive:
            belonging += following
        elif own & can_be:
            named.append(following[-1])
            can_be &= own
        elif _belongs(words, head, following, own, governed):
            belonging += following
        else:
            break
        at = following[-1] + 1
    return Group(head, tuple(named), tuple(belonging), governed, can_be), at


def _is_another(head: Word, noun: Word, own: frozenset[tuple[str, str]], governed: str) -> bool:
    """Whether somebody after a governed thing begins a group: во Франции министра, в парке Ивану."""
    if governed in _PLACES and "Geox" in head.grammemes:
        return "anim" in noun.grammemes
    other_cases = {"nomn", "gent"}.isdisjoint(case for case, _ in own)
    called = noun.text[0].isupper() and "Name" in noun.grammemes
    return "anim" not in head.grammemes and called and other_cases


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
    if quoted or (governed and words[following[-1]].text[0].isupper()):
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
        or not words[head].grammemes.isdisjoint({"Anum", "Apro"})
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
    told = [words[i] for i in group if words[i].pos not in ("NUMR", "NUMB")]
    known = [own for own in (_forms(word) for word in told) if own]
    return frozenset.intersection(*known) if known else frozenset()


def _forms(word: Word) -> frozenset[tuple[str, str]]:
    """The cases and numbers of a word; none of what is not inflected, which may stand in any."""
    fixed = word.text.isupper() or not word.grammemes.isdisjoint({"Abbr", "Fixd"})
    if fixed:
        return frozenset()
    found = {(_CASES.get(case, case), number) for case, number in _forms_of(word.text) if case != "voct"}
    if "anim" in word.grammemes:
        found |= {("accs", number) for case, number in found if case == "gent" and _is_alike(word, number)}
    if not word.grammemes.isdisjoint({"Geox", "Name"}):  # one Estonia, one Ivan
        found = {(case, number) for case, number in found if number == "sing"} or (
            found if "Geox" in word.grammemes else set()
        )
    return frozenset(found)


def _forms_of(noun: str) -> frozenset[tuple[str, str]]:
    """Cases and numbers of a noun, or those that the parts of a compound share: музею-заповеднику."""
    return forms(noun) or frozenset.intersection(*map(forms, noun.split("-")))


def _is_alike(word: Word, number: str) -> bool:
    """Whether the accusative of somebody is like the genitive, however rarely a text has it."""
    return number == "plur" or "masc" in word.grammemes


def _does(words: Sequence[Word], group: Group, verb: int, together: bool = False) -> bool:
    """Whether a group may be the subject of a verb."""
    if group.governed:
        return False
    told = [words[i] for i in (*group.named, *group.belonging)]
    numerals = [w for w in told if w.pos == "NUMR" or (w.pos == "NUMB" and not w.text[-1].isalpha())]
    if numerals:
        return all("nomn" in (cases(word) or {"nomn"}) for word in numerals)
    if not group.can_be:
        return True
    numbers = numbers_of(words[verb].text)
    plural = "plur" in words[verb].grammemes and words[group.head].lemma in word_list("collective")
    if together or plural or _is_joined(words, group):
        numbers = frozenset()  # обсудили президент и король
    fits = any(case == "nomn" and (not numbers or number in numbers) for case, number in group.can_be)
    return fits and _gender_fits(words[group.head], words[verb])


def _is_joined(words: Sequence[Word], group: Group) -> bool:
    """Whether "с", or "и" with another one who may do it, follows a group."""
    end = max((*group.named, *group.belonging)) + 1
    while end < len(words) and words[end].text in _QUOTES:
        end += 1
    if end == len(words) or words[end].text != "и":
        return end < len(words) and words[end].text in ("с", ",")
    other, _ = _group(words, end + 1, len(words), "")
    return other is None or not other.can_be or other.stands_in("nomn")


def _gender_fits(noun: Word, verb: Word) -> bool:
    """Whether a verb in the past has the gender of a noun; a woman may be врач."""
    own, wanted = noun.grammemes & _GENDERS, verb.grammemes & _GENDERS
    if not own or not wanted or noun.pos != "NOUN" or not noun.grammemes.isdisjoint({"ms-f", "Abbr", "Fixd"}):
        return True
    if "anim" in noun.grammemes and "femn" in wanted:
        return True
    return own == wanted
