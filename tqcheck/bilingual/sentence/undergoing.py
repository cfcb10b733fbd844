"""Whether what stands before a Russian verb is acted on by what follows it, or by some people."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from tqcheck.bilingual.russian import Word
from tqcheck.bilingual.sentence.groups import PLACES, Group
from tqcheck.bilingual.sentence.nouns import cases, is_person
from tqcheck.bilingual.sentence.subjects import does
from tqcheck.bilingual.wordlists import words as word_list

_AIMED = ("на", "за")
"""Prepositions that with the accusative say at whom, else where."""


@dataclass(frozen=True)
class Predicate:
    """A verb of a Russian clause, its infinitive that says what is done (the verb itself where it has none),
    and the nouns after it."""

    words: Sequence[Word]
    verb: int
    act: int
    after: Sequence[Group]

    @property
    def word(self) -> Word:
        """The verb."""
        return self.words[self.verb]

    @property
    def lemma(self) -> str:
        """That of what is done."""
        return self.words[self.act].lemma

    @cached_property
    def subject(self) -> Group | None:
        """What follows and can be the subject."""
        return next((group for group in self.after if does(self.words, group, self.verb)), None)

    @property
    def is_of_some(self) -> bool:
        """Whether the verb may be of some people who are not told."""
        return self.word.pos == "VERB" and self.is_plural

    @property
    def is_plural(self) -> bool:
        return "plur" in self.word.grammemes

    def in_accusative(self) -> Group | None:
        """The first noun that follows and can be an object."""
        return next((group for group in self.after if group.stands_in("accs")), None)

    def is_person(self, group: Group, countries: bool = False) -> bool:
        """Whether a noun is somebody or people; a country, too, where these count."""
        return is_person(self.words[group.head], countries)


def is_handed(said: Predicate, first: Group) -> bool:
    """Whether a group is where something is brought (в галерею вернули картину), or somebody from whom some
    people take something, or on whom they find it (у директора нашли икону)."""
    if first.governed in PLACES:
        return said.lemma in word_list("bringing") and _is_whither(first)
    return first.governed == "у" and said.is_of_some and _is_robbed(said, first)


def is_concerned(said: Predicate, first: Group) -> bool:
    """Whether a group is that for, against or about which some people, who are not told, do something:
    против министра возбудили дело, к памятнику проявляют интерес."""
    if first.governed not in word_list("concerning") or said.lemma in word_list("experienced"):
        return False
    if first.governed in _AIMED and not (_is_whither(first) and said.is_person(first)):
        return False
    return said.is_of_some


def is_named(said: Predicate) -> bool:
    """Whether some people, who are not told, name somebody something: виновниками признают чиновников."""
    if not said.is_of_some or said.lemma not in word_list("made-somebody") | word_list("naming"):
        return False
    return not any(does(said.words, g, said.verb) and not g.stands_in("accs") for g in said.after)


def suffers(said: Predicate, first: Group, subject: Group) -> bool:
    """Whether what stands before a participle is what somebody is made, is given something, or loses it."""
    if first.stands_in("ablt") and said.lemma in word_list("made-somebody"):
        return is_made(said.words, first, subject, said.lemma)
    if first.stands_in("datv"):
        return True
    if first.governed == "у":  # not у правительства подготовлен план, "has prepared"
        return _is_robbed(said, first)
    if first.governed in word_list("concerning"):
        return first.governed not in _AIMED or _is_whither(first)
    if said.lemma in word_list("made-somebody") and is_acting(said.words, first):
        return True
    return first.stands_in("gent") and said.lemma in word_list("without-or-worthy")


def _is_robbed(said: Predicate, first: Group) -> bool:
    """Whether what is done is done to one who has something: it is found on him, or taken away."""
    lemma = said.lemma
    holds = said.is_person(first, countries=True) or lemma in word_list("taken-away")
    return lemma in word_list("found-or-taken") and holds


def _is_whither(group: Group) -> bool:
    """Whether a preposition of places says whither, and not where."""
    found = {case for case, _ in group.can_be}
    return "accs" in found and "loct" not in found


def is_made(words: Sequence[Word], first: Group, after: Group, lemma: str) -> bool:
    """Whether a group in the instrumental is what somebody becomes, and not the one who makes somebody that:
    губернатором назначен новый министр."""
    head = words[first.head]
    acts = head.lemma in word_list("people") | word_list("decreeing") | word_list("choosing")
    alone = head.lemma == "президент" and not first.belonging and len(first.named) == 1
    several = ("ablt", "sing") not in first.can_be and "sing" in words[after.head].grammemes
    if acts or alone or several or is_called(words, first):
        return False
    if not is_person(head):
        return lemma != "утвердить"
    if lemma not in ("назначить", "утвердить") or any(words[i].lemma == "новый" for i in first.belonging):
        return True
    named = any(words[i].text[0].isupper() for i in after.named)
    return named and (is_person(words[after.head]) or words[after.head].text[0].isupper())


def is_called(words: Sequence[Word], group: Group) -> bool:
    """Whether a group in the instrumental has somebody's name: губернатором Петровым, Путиным."""
    name = {"Name", "Surn", "Patr"}
    return any(
        not words[i].grammemes.isdisjoint(name) or (i != group.head and words[i].text[0].isupper())
        for i in group.named
        if "ablt" in cases(words[i]) and not words[i].text.isupper()
    )


def undergoes(said: Predicate, first: Group, doer: Group) -> bool:
    """Whether what stands before a verb is acted on by what follows."""
    lemma = said.lemma
    if first.governed:
        attacked = first.governed == "на" and lemma == "готовиться" and said.is_person(first)
        return attacked or f"{first.governed}:{lemma}" in word_list("complements")
    if said.words[first.head].lemma in word_list("times"):
        return False
    if lemma in word_list("awaiting"):
        return first.stands_in("accs", "gent") and doer.stands_in("nomn")
    if first.stands_in("datv") and lemma in word_list("experienced"):
        return _befalls(said, first, doer)
    reflexive = lemma.endswith(("ся", "сь"))
    if not reflexive and _is_object(said.words, first):
        return True
    if first.stands_in("datv"):
        return not reflexive or lemma in word_list("yielding")
    return first.stands_in("ablt") and _is_dealt_with(said, first, doer)


def _befalls(said: Predicate, first: Group, doer: Group) -> bool:
    """Whether what follows befalls the one in the dative: США грозят морозы, "the USA face frosts"."""
    if said.lemma != "грозить":
        return said.lemma in word_list("surely-undergone")
    return said.is_person(first, countries=True) and not said.is_person(doer, countries=True)


def _is_object(words: Sequence[Word], group: Group) -> bool:
    """Whether a group can be in the accusative, or is of so many."""
    if group.stands_in("accs") or is_counted(words, group):
        return True
    return group.stands_in("gent") and follows_number(words, group)


def _is_dealt_with(said: Predicate, first: Group, doer: Group) -> bool:
    """Whether what is in the instrumental is what another one becomes, deals with or takes an interest in, or
    how it ends."""
    if said.lemma in word_list("becoming"):
        return said.is_person(doer)
    if said.lemma in word_list("ending"):
        return said.words[first.head].lemma in word_list("outcomes")
    return said.lemma in word_list("dealing-with") | word_list("taking-interest")


def is_counted(words: Sequence[Word], group: Group) -> bool:
    """Whether a group has a numeral."""
    return any(words[i].pos in ("NUMR", "NUMB") for i in group.belonging)


def follows_number(words: Sequence[Word], group: Group) -> bool:
    """Whether a word before a group says how many they are: несколько рекордов, более двухсот заявок."""
    begins = min((*group.named, *group.belonging))
    return begins > 0 and words[begins - 1].text.lower() in word_list("counting")


def is_acting(words: Sequence[Word], group: Group) -> bool:
    """Whether a group is one who acts for another: врио главы, исполняющим обязанности, и.о. министра."""
    begins = min((*group.named, *group.belonging))
    told = {words[i].lemma for i in (*group.named, *group.belonging)}
    short = [word.text.lower() for word in words[max(0, begins - 4) : begins]] == ["и", ".", "о", "."]
    return short or not told.isdisjoint({"врио", "исполнять"})
