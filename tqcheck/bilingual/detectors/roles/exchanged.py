"""Who does which of two things, exchanged: жители уверяют, что чиновники обещали, "officials say residents
promised"."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tqcheck.bilingual.pair import Doubt, Pair
from tqcheck.bilingual.renderings.rendered import Rendered, first_turned
from tqcheck.bilingual.renderings.verbs import EnglishVerb, verb_at
from tqcheck.bilingual.russian import Sentence, Word
from tqcheck.bilingual.sentence.clause_bounds import bounds
from tqcheck.bilingual.sentence.groups import Group, groups_of
from tqcheck.bilingual.sentence.nouns import is_person
from tqcheck.bilingual.sentence.subjects import does
from tqcheck.model import Span

RULE = "role.exchanged"


@dataclass(frozen=True, slots=True)
class _Deed:
    """A verb and the one who does it, as indices of words."""

    verb: int
    doer: Group


def deeds_kept(pair: Pair) -> Iterator[Doubt]:
    """A doubt where two have changed places before their verbs."""
    return first_turned(pair, RULE, _deeds, _exchanged, _responsible)


def _responsible(sentence: Sentence, deeds: tuple[_Deed, _Deed]) -> list[Span]:
    return sentence.spans({place for deed in deeds for place in (deed.verb, deed.doer.head)})


def _deeds(sentence: Sentence) -> Iterator[tuple[_Deed, _Deed]]:
    """Two verbs, each with the only one who may do it."""
    russian = sentence.words
    if sum(word.pos == "VERB" for word in russian) < 2:
        return
    found = [deed for verb in range(len(russian)) if (deed := _deed(russian, verb))]
    for one, other in itertools.permutations(found, 2):
        if russian[one.doer.head].lemma != russian[other.doer.head].lemma:
            yield one, other


def _deed(russian: Sequence[Word], verb: int) -> _Deed | None:
    if russian[verb].pos != "VERB" or russian[verb].lemma in ("быть", "стать", "мочь"):
        return None
    start, stop = bounds(russian, verb)
    doers = [group for group in groups_of(russian, start, stop) if does(russian, group, verb)]
    if len(doers) != 1 or russian[doers[0].head].pos != "NOUN":
        return None
    head = russian[doers[0].head]
    return _Deed(verb, doers[0]) if is_person(head, countries=True) or head.text[0].isupper() else None


def _exchanged(english: Rendered, sentence: Sentence, deeds: tuple[_Deed, _Deed]) -> tuple[int, int] | None:
    """From the one to the verb of the other, where that stands right before it, and the other before another
    verb."""
    one, other = deeds
    mine, others = _standing(english, sentence, one.doer), _standing(english, sentence, other.doer)
    if mine & others or not mine or not others:
        return None
    ours, theirs = (english.standing(sentence.words[deed.verb].text) for deed in deeds)
    for place in english.best(sentence.words[other.verb].text):
        verb = _verb_behind(english.words, place, mine)
        if verb is None or not theirs[place] > ours.get(place, 0.0):
            continue
        own = [k for k in english.best(sentence.words[one.verb].text) if k != place]
        if any(
            _verb_behind(english.words, k, others) for k in own or range(len(english.words)) if k != place
        ):
            return verb.start - 1, place
    return None


def _standing(english: Rendered, sentence: Sentence, group: Group) -> set[int]:
    return {place for i in group.named for place in english.standing(sentence.words[i].text)}


def _verb_behind(english: Sequence[str], place: int, doers: set[int]) -> EnglishVerb | None:
    """The verb at a place, where one of some stands right before it and does it."""
    verb = verb_at(english, place)
    if verb is None or verb.passive or not verb.start or verb.start - 1 not in doers:
        return None
    return None if "by" in english[place + 1 : place + 3] else verb
