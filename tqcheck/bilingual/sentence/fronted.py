"""What stands before a Russian verb and is not its subject, by the forms of the words alone.

A parser takes what comes first for the subject, as machines do; case, number and gender tell better.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tqcheck.bilingual.russian import Sentence, Word
from tqcheck.bilingual.sentence.clause_bounds import act_of, bounds, is_participle
from tqcheck.bilingual.sentence.frames import Frame, Fronted
from tqcheck.bilingual.sentence.groups import Group, groups_of
from tqcheck.bilingual.sentence.infinitives import impersonal, infinitive_first
from tqcheck.bilingual.sentence.nouns import cases, is_person
from tqcheck.bilingual.sentence.openings import nouns_before
from tqcheck.bilingual.sentence.subjects import does
from tqcheck.bilingual.sentence.undergoing import (
    Predicate,
    follows_number,
    is_acting,
    is_called,
    is_concerned,
    is_counted,
    is_handed,
    is_named,
    suffers,
    undergoes,
)
from tqcheck.bilingual.wordlists import words as word_list


def fronted(sentence: Sentence) -> Iterator[Fronted]:
    """The clauses of a sentence that begin with what is no subject. Raises RussianMissing."""
    words = sentence.words
    for verb, word in enumerate(words):
        if is_participle(word) or _may_govern(word):
            yield from _before(words, verb)
    if any(word.pos == "INFN" for word in words):
        yield from impersonal(words)
        yield from infinitive_first(words)


def _before(words: Sequence[Word], verb: int) -> Iterator[Fronted]:
    """What stands before a verb and is no subject, where nothing there can be one."""
    word = words[verb]
    start, stop = bounds(words, verb)
    act = act_of(words, verb, stop)
    if act == verb and word.pos == "ADJS" and not is_participle(word):
        return
    before = nouns_before(words, start, verb)
    if before is None or not _is_third(word):
        return
    if act != verb and word.lemma in word_list("causing") and _causes(words, word.lemma, before):
        act, stop = verb, act  # студентов обязали носить маски: what they do is theirs
    after = list(groups_of(words, verb + 1, stop))
    together = any(group.governed == "с" for group in before)
    bare = _bare(words, before)
    own = [group for group in before if group.governed or group in bare]
    doers = [group for group in own if _may_do(words, group, verb, together)]
    alone = len(bare) == len(doers) == 1
    if not doers or (alone and _yields(words, doers[0], verb, after)):
        yield from _frames(Predicate(words, verb, act, after), before)


def _causes(words: Sequence[Word], lemma: str, before: Sequence[Group]) -> bool:
    """Whether one of some groups may be who is made to do something; not больных запретили перевозить."""
    if lemma in word_list("causing-with-dative"):
        return any(group.stands_in("datv") for group in before)
    return any(g.stands_in("datv") or is_person(words[g.head], countries=True) for g in before)


def _bare(words: Sequence[Word], before: Sequence[Group]) -> list[Group]:
    """The groups without a preposition, but for what is the object of an infinitive: приказ сбить самолёт."""
    if not before:
        return []
    stretch = range(before[0].head, before[-1].head)
    infinitive = next((i for i in stretch if words[i].pos == "INFN"), len(words))
    return [group for group in before if not group.governed and group.head < infinitive]


def _may_govern(word: Word) -> bool:
    """Whether a word is a finite verb, or says like one what somebody is to do: должен, готов."""
    told = word.pos == "VERB" and "impr" not in word.grammemes
    return told or (word.pos == "ADJS" and word.lemma in word_list("obliged"))


def _frames(said: Predicate, before: Sequence[Group]) -> Iterator[Fronted]:
    """How each of the groups before a verb can be made to act."""
    felt = word_list("experienced") - word_list("surely-undergone") - word_list("becoming") - {"быть"}
    if said.word.lemma not in felt:  # not банку придётся выбирать
        yield from filter(None, (_frame(said, first) for first in before))


def _frame(said: Predicate, first: Group) -> Fronted | None:
    """How what stands first can be made to act; None where it is no part of what is done."""
    if is_handed(said, first) or (not said.subject and is_concerned(said, first)):
        thing = next((group for group in said.after if _is_thing(said.words, group)), None)
        return _fronted(said, Frame.RECEIVER, first, thing) if thing else None
    if first.stands_in("ablt") and is_named(said):
        thing = None if is_called(said.words, first) else said.in_accusative()
        return _fronted(said, Frame.PATIENT_AFTER, first, thing) if thing else None
    if is_participle(said.word):
        lost = said.subject and suffers(said, first, said.subject)
        return _fronted(said, Frame.PATIENT_AFTER, first, said.subject) if lost else None
    if said.subject:
        return _done_by(said, first, said.subject)
    return _done_by_some(said, first)


def _fronted(said: Predicate, frame: Frame, first: Group, after: Group | None) -> Fronted:
    return Fronted(frame, said.verb, said.act, first, after)


def _done_by(said: Predicate, first: Group, subject: Group) -> Fronted | None:
    """What stands first, where the subject follows: that does it, or is given to the first."""
    if not undergoes(said, first, subject) or not _is_sure(said.words, subject):
        return None
    frame = Frame.RECEIVER if _may_be_given(first, subject, said.word) else Frame.DOER_AFTER
    interest = said.lemma in word_list("taking-interest")
    return Fronted(frame, said.verb, said.act, first, subject, interest)


def _done_by_some(said: Predicate, first: Group) -> Fronted | None:
    """What stands first, where some people do it to that, or give it something."""
    if not said.is_plural or any(_is_other_doer(said.words, group) for group in said.after):
        return None
    if _has_infinitive(said.words, first, said.verb) or not first.stands_in("accs", "datv"):
        return None
    thing = None if first.stands_in("accs") else said.in_accusative()
    if thing:
        return _fronted(said, Frame.RECEIVER, first, thing)
    return _fronted(said, Frame.NOBODY, first, _means(said, first))


def _means(said: Predicate, first: Group) -> Group | None:
    """With what something is done to the one that stands first: министра облили краской."""
    named = word_list("made-somebody") | word_list("naming")
    if said.lemma in named or not first.stands_in("accs"):
        return None
    cases = ("datv", "accs", "nomn")
    return next((g for g in said.after if g.stands_in("ablt") and not g.stands_in(*cases)), None)


def _is_thing(words: Sequence[Word], group: Group) -> bool:
    """Whether a group may be what is brought or found, five of them too."""
    return group.stands_in("nomn", "accs") or (is_counted(words, group) and not group.governed)


def _is_other_doer(words: Sequence[Word], group: Group) -> bool:
    """Whether a group may be in the nominative and not in the accusative, though the verb is not of its
    number."""
    if group.governed:
        return False
    uninflected = not group.can_be or "Fixd" in words[group.head].grammemes
    return uninflected or (group.stands_in("nomn") and not group.stands_in("accs"))


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


def _yields(words: Sequence[Word], group: Group, verb: int, after: Sequence[Group]) -> bool:
    """Whether what may be subject or object is the object, since another can be the subject alone: маршрут
    повторит лётчик."""
    if words[verb].lemma == "грозить":  # США грозят морозы
        threat = next((g for g in after if not g.governed), None)
        return threat is not None and threat.stands_in("nomn") and not threat.stands_in("ablt", "datv")
    if is_participle(words[verb]) or "tran" not in words[act_of(words, verb, len(words))].grammemes:
        return False
    counted = group.stands_in("gent") and words[group.head].grammemes.isdisjoint({"anim"})
    quoted = group.head > 0 and words[group.head - 1].text in '«“"'
    if not group.stands_in("accs") and not (counted and follows_number(words, group)):
        return False
    if is_person(words[group.head], countries=True) and not quoted:
        return False
    other = next((o for o in after if not o.governed and (not o.can_be or o.stands_in("nomn", "accs"))), None)
    if other is None or "Fixd" in words[other.head].grammemes or other.stands_in("accs", "gent"):
        return False
    sure = "accs" not in cases(words[other.head])  # not the match Germany v Russia
    return sure and other.stands_in("nomn") and does(words, other, verb)


def _may_do(words: Sequence[Word], group: Group, verb: int, together: bool) -> bool:
    """Whether what stands before a verb may be its subject; together with another one a verb is plural."""
    if is_acting(words, group):
        return words[verb].pos == "VERB"
    if follows_number(words, group):
        return words[verb].grammemes.isdisjoint({"masc", "femn"})  # всё больше добровольцев
    return does(words, group, verb, together)


def _is_third(verb: Word) -> bool:
    return verb.grammemes.isdisjoint({"1per", "2per"})
