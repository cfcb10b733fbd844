"""What stands first in a Russian clause and belongs to an infinitive: зверей приходится спасать, бороться с
преступностью поможет техника."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tqcheck.bilingual.russian import Word
from tqcheck.bilingual.sentence.clause_bounds import act_of, bounds
from tqcheck.bilingual.sentence.frames import Frame, Fronted
from tqcheck.bilingual.sentence.groups import Group, groups_of
from tqcheck.bilingual.sentence.nouns import is_person
from tqcheck.bilingual.sentence.openings import nouns_before
from tqcheck.bilingual.sentence.subjects import does
from tqcheck.bilingual.wordlists import words as word_list


def impersonal(words: Sequence[Word]) -> Iterator[Fronted]:
    """Objects of what one must, can or has managed to do: зверей приходится спасать, кадры удалось сделать
    путешественнику."""
    for verb, word in enumerate(words):
        if word.lemma not in word_list("impersonal") or word.grammemes & {"masc", "femn", "plur"}:
            continue
        start, stop = bounds(words, verb)
        act = act_of(words, verb, stop)
        before = nouns_before(words, start, verb) if act != verb else None
        if not before or "tran" not in words[act].grammemes:
            continue
        after = list(groups_of(words, verb + 1, stop))
        doer = next((g for g in after if g.stands_in("datv") and is_person(words[g.head])), None)
        for first in before:
            if first.stands_in("accs") and not first.stands_in("datv") and _no_other(after):
                frame = Frame.DOER_AFTER if doer else Frame.NOBODY
                yield Fronted(frame, verb, act, first, doer)


def _no_other(after: Sequence[Group]) -> bool:
    """Whether no other group may be the object of an infinitive."""
    return not any(group.stands_in("accs") for group in after)


def infinitive_first(words: Sequence[Word]) -> Iterator[Fronted]:
    """Infinitives with which a clause begins, and after its verb the one who does it: бороться с пожаром
    поможет техника."""
    for verb, word in enumerate(words):
        finite = word.pos in ("VERB", "PRTS") and word.grammemes.isdisjoint({"1per", "2per", "impr"})
        if not finite or word.lemma in word_list("saying-what-is"):
            continue
        start, stop = bounds(words, verb)
        infinitive = next((i for i in range(start, verb) if words[i].pos == "INFN"), None)
        if infinitive is None or (start and words[start - 1].text not in ".:—–;"):
            continue
        before = list(groups_of(words, start, infinitive))
        objects = list(groups_of(words, infinitive + 1, verb))
        if any(not group.governed for group in before) or any(does(words, g, verb) for g in objects):
            continue
        after = groups_of(words, verb + 1, stop)
        subjects = [group for group in after if group.stands_in("nomn") and does(words, group, verb)]
        if subjects:
            belonging = tuple(i for group in objects for i in (*group.named, *group.belonging))
            first = Group(infinitive, (infinitive,), belonging, "", frozenset({("accs", "sing")}))
            yield Fronted(Frame.DOER_AFTER, verb, act_of(words, verb, stop), first, subjects[0])
