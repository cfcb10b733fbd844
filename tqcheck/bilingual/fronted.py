"""What stands before a Russian verb and is not its subject, by the forms of the words alone.

A parser takes what comes first for the subject, as machines do; case, number and gender tell better.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tqcheck.bilingual.frames import Frame, Fronted
from tqcheck.bilingual.groups import PLACES, Group, act_of, bounds, does, groups_of, is_participle
from tqcheck.bilingual.infinitives import impersonal, infinitive_first
from tqcheck.bilingual.nouns import cases, is_person
from tqcheck.bilingual.openings import nouns_before
from tqcheck.bilingual.russian import Sentence, Word
from tqcheck.bilingual.wordlists import words as word_list


def fronted(sentence: Sentence) -> Iterator[Fronted]:
    """The clauses of a sentence that begin with what is no subject. Raises RussianMissing."""
    words = sentence.words
    for verb, word in enumerate(words):
        if is_participle(word) or _may_govern(word):
            start, stop = bounds(words, verb)
            act = act_of(words, verb, stop)
            if act == verb and word.pos == "ADJS" and not is_participle(word):
                continue
            before = nouns_before(words, start, verb)
            if before is None or not _is_third(word):
                continue
            if act != verb and word.lemma in word_list("causing") and _causes(words, word.lemma, before):
                act, stop = verb, act  # студентов обязали носить маски: what they do is theirs
            after = list(groups_of(words, verb + 1, stop))
            together = any(group.governed == "с" for group in before)
            bare = _bare(words, before)
            own = [group for group in before if group.governed or group in bare]
            doers = [group for group in own if _may_do(words, group, verb, together)]
            alone = len(bare) == len(doers) == 1
            if doers and not (alone and _yields(words, doers[0], verb, after)):
                continue
            yield from _frames(words, verb, act, before, after)
    if any(word.pos == "INFN" for word in words):
        yield from impersonal(words)
        yield from infinitive_first(words)


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


def _frames(
    words: Sequence[Word], verb: int, act: int, before: Sequence[Group], after: Sequence[Group]
) -> Iterator[Fronted]:
    subjects = [group for group in after if does(words, group, verb)]
    named = any(_is_other_doer(words, group) for group in after)
    lemma = words[act].lemma
    felt = word_list("experienced") - word_list("surely-undergone") - word_list("becoming") - {"быть"}
    if words[verb].lemma in felt:
        return  # банку придётся выбирать
    for first in before:
        if _gets(words, first, verb, lemma) or (not subjects and _is_concerned(words, first, verb, lemma)):
            things = [group for group in after if _is_thing(words, group)]
            if things:
                yield Fronted(Frame.RECEIVER, verb, act, first, things[0])
            continue
        if first.stands_in("ablt") and _is_named(words, verb, lemma, after):
            things = [group for group in after if group.stands_in("accs")]
            if things and not _is_called(words, first):
                yield Fronted(Frame.PATIENT_AFTER, verb, act, first, things[0])
            continue
        if is_participle(words[verb]):
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
            means = None if given else _means(first, lemma, after)
            yield Fronted(frame, verb, act, first, things[0] if given else means)


def _means(first: Group, lemma: str, after: Sequence[Group]) -> Group | None:
    """With what something is done to the one that stands first: министра облили краской."""
    named = word_list("made-somebody") | word_list("naming")
    if lemma in named or not first.stands_in("accs"):
        return None
    return next((g for g in after if g.stands_in("ablt") and not g.stands_in("datv", "accs", "nomn")), None)


def _gets(words: Sequence[Word], first: Group, verb: int, lemma: str) -> bool:
    """Whether a group is where something is brought (в галерею вернули картину), or somebody from whom some
    people take something, or on whom they find it (у директора нашли икону)."""
    if first.governed in PLACES:
        found = {case for case, _ in first.can_be}
        return lemma in word_list("bringing") and "accs" in found and "loct" not in found
    return (
        first.governed == "у"
        and words[verb].pos == "VERB"
        and "plur" in words[verb].grammemes
        and lemma in word_list("found-or-taken")
        and (is_person(words[first.head], countries=True) or lemma in word_list("taken-away"))
    )


def _is_concerned(words: Sequence[Word], first: Group, verb: int, lemma: str) -> bool:
    """Whether a group is that for, against or about which some people, who are not told, do something:
    против министра возбудили дело, к памятнику проявляют интерес."""
    if first.governed not in word_list("concerning") or lemma in word_list("experienced"):
        return False
    found = {case for case, _ in first.can_be}
    if first.governed in ("на", "за") and (
        "accs" not in found or "loct" in found or not is_person(words[first.head])
    ):
        return False
    return words[verb].pos == "VERB" and "plur" in words[verb].grammemes


def _is_named(words: Sequence[Word], verb: int, lemma: str, after: Sequence[Group]) -> bool:
    """Whether some people, who are not told, name somebody something: виновниками признают чиновников."""
    some = words[verb].pos == "VERB" and "plur" in words[verb].grammemes
    if not some or lemma not in word_list("made-somebody") | word_list("naming"):
        return False
    return not any(does(words, group, verb) and not group.stands_in("accs") for group in after)


def _is_thing(words: Sequence[Word], group: Group) -> bool:
    """Whether a group may be what is brought or found, five of them too."""
    return group.stands_in("nomn", "accs") or (_is_counted(words, group) and not group.governed)


def _is_counted(words: Sequence[Word], group: Group) -> bool:
    return any(words[i].pos in ("NUMR", "NUMB") for i in group.belonging)


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


def _suffers(words: Sequence[Word], first: Group, after: Group, lemma: str) -> bool:
    """Whether what stands before a participle is what somebody is made, is given something, or loses it."""
    if first.stands_in("ablt") and lemma in word_list("made-somebody"):
        return is_made(words, first, after, lemma)
    if first.stands_in("datv"):
        return True
    if first.governed == "у":  # not у правительства подготовлен план, "has prepared"
        holds = is_person(words[first.head], countries=True) or lemma in word_list("taken-away")
        return lemma in word_list("found-or-taken") and holds
    if first.governed in word_list("concerning"):
        cases_of = {case for case, _ in first.can_be}
        aimed = "accs" in cases_of and "loct" not in cases_of
        return first.governed not in ("на", "за") or aimed
    if lemma in word_list("made-somebody") and _is_acting(words, first):
        return True
    return first.stands_in("gent") and lemma in word_list("without-or-worthy")


def is_made(words: Sequence[Word], first: Group, after: Group, lemma: str) -> bool:
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
    if first.governed:
        attacked = first.governed == "на" and lemma == "готовиться" and is_person(words[first.head])
        return attacked or f"{first.governed}:{lemma}" in word_list("complements")
    if words[first.head].lemma in word_list("times"):
        return False
    if lemma in word_list("awaiting"):
        return first.stands_in("accs", "gent") and doer.stands_in("nomn")
    if first.stands_in("datv") and lemma in word_list("experienced"):
        if lemma in word_list("surely-undergone") - {"грозить"}:
            return True
        threatened = lemma == "грозить" and not is_person(words[doer.head], countries=True)
        return threatened and is_person(words[first.head], countries=True)
    reflexive = lemma.endswith(("ся", "сь"))
    counted = _is_counted(words, first) or (first.stands_in("gent") and _follows_number(words, first))
    if (first.stands_in("accs") or counted) and not reflexive:
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
    if not group.stands_in("accs") and not (counted and _follows_number(words, group)):
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
    if _is_acting(words, group):
        return words[verb].pos == "VERB"
    if _follows_number(words, group):
        return words[verb].grammemes.isdisjoint({"masc", "femn"})  # всё больше добровольцев
    return does(words, group, verb, together)


def _follows_number(words: Sequence[Word], group: Group) -> bool:
    """Whether a word before a group says how many they are: несколько рекордов, более двухсот заявок."""
    begins = min((*group.named, *group.belonging))
    return begins > 0 and words[begins - 1].text.lower() in word_list("counting")


def _is_acting(words: Sequence[Word], group: Group) -> bool:
    """Whether a group is one who acts for another: врио главы, исполняющим обязанности, и.о. министра."""
    begins = min((*group.named, *group.belonging))
    told = {words[i].lemma for i in (*group.named, *group.belonging)}
    short = [word.text.lower() for word in words[max(0, begins - 4) : begins]] == ["и", ".", "о", "."]
    return short or not told.isdisjoint({"врио", "исполнять"})


def _is_third(verb: Word) -> bool:
    return verb.grammemes.isdisjoint({"1per", "2per"})
