"""Pronouns made the ones who act: ему сделали операцию, "he made"; при ней казнили сына, "she executed"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tqcheck.bilingual.pair import Doubt, Pair
from tqcheck.bilingual.renderings.rendered import Rendered, first_turned
from tqcheck.bilingual.renderings.verbs import verb_at
from tqcheck.bilingual.russian import Sentence, Word
from tqcheck.bilingual.sentence.clause_bounds import bounds
from tqcheck.bilingual.sentence.groups import Group, groups_of
from tqcheck.bilingual.tables.persons import persons
from tqcheck.bilingual.wordlists import words

RULE = "role.pronoun"


def pronouns_kept(pair: Pair) -> Iterator[Doubt]:
    """A doubt where one to whom something is done by people who are not told does it in the English."""
    return first_turned(pair, RULE, _undergoing, _acting, Sentence.spans)


def _undergoing(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Verbs in the plural without a subject, each with a pronoun before it that is none."""
    russian = sentence.words
    for verb, word in enumerate(russian):
        if word.pos != "VERB" or "plur" not in word.grammemes or not _is_third(word):
            continue
        start, stop = bounds(russian, verb)
        if not _begins(russian, start):
            continue
        for at in range(start, verb):
            if _is_oblique(russian[at]) and not _is_possessive(russian, at):
                around = (*groups_of(russian, start, verb), *groups_of(russian, verb + 1, stop))
                if not any(_may_act(russian, group) for group in around):
                    yield verb, at
                break


def _may_act(russian: Sequence[Word], group: Group) -> bool:
    """Whether a group may be the subject of a verb in the plural, if with another one."""
    if group.governed or not group.can_be:
        return not group.governed
    several = ("nomn", "plur") in group.can_be
    return several or (group.stands_in("nomn") and "anim" in russian[group.head].grammemes)


def _begins(russian: Sequence[Word], start: int) -> bool:
    """Whether a stretch begins its clause: after a mark, a conjunction, or который that is no subject."""
    if not start:
        return True
    before = russian[start - 1]
    if before.lemma == "который":
        return "nomn" not in before.grammemes or before.grammemes.isdisjoint({"plur"})
    return before.text.lower() in words("russian-beginning")


def _is_third(verb: Word) -> bool:
    return verb.grammemes.isdisjoint({"1per", "2per", "impr"})


def _is_oblique(word: Word) -> bool:
    """Whether a word is a pronoun for somebody other than "they", and no subject."""
    return word.text.lower() in words("oblique-pronouns")


def _is_possessive(russian: Sequence[Word], at: int) -> bool:
    """Whether его or её belongs to what follows: его дом снесли."""
    return russian[at].text.lower() in words("whose") and russian[at + 1].pos in ("NOUN", "ADJF", "PRTF")


def _acting(english: Rendered, sentence: Sentence, undergoing: tuple[int, int]) -> tuple[int, int] | None:
    """Where the English has the pronoun right before the verb, as its subject."""
    verb, pronoun = undergoing
    told = english.words
    mine = persons().forms.get(sentence.words[pronoun].text.lower(), frozenset())
    mine &= words("subject-pronouns") - {"they"}
    others = {k for i, word in enumerate(sentence.words) if i != verb for k in english.best(word.text)}
    for place in english.best(sentence.words[verb].text):
        if place in others or told[place] in _told_of_oneself():
            continue
        own = verb_at(told, place)
        if own is None or own.passive or not own.start or told[own.start - 1] not in mine:
            continue
        return own.start - 1, place
    return None


def _told_of_oneself() -> frozenset[str]:
    """English verbs that say of the subject what others do to it."""
    return (
        words("done-to-oneself") | words("middle") | words("own-doing") | words("meeting") | words("getting")
    )
