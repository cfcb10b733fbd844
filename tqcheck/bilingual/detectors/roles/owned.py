"""What is done to somebody made what a place or a thing is of: спасли из огня девочку, "rescued from the fire
of a girl".

Russian puts where, whence or with what before the object; a machine joins the two with "of".
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tqcheck.bilingual.pair import Doubt, Pair
from tqcheck.bilingual.renderings.rendered import Rendered, first_turned
from tqcheck.bilingual.russian import Sentence, Word, forms
from tqcheck.bilingual.sentence.clause_bounds import bounds
from tqcheck.bilingual.sentence.groups import Group, groups_of
from tqcheck.bilingual.sentence.subjects import does
from tqcheck.bilingual.wordlists import words
from tqcheck.model import Span

RULE = "role.object-owned"
_BEFORE, _AFTER, _VERB = 3, 5, 8
"""English words before "of" that render the thing, after it the object, and from the verb to "of"."""


@dataclass(frozen=True, slots=True)
class _Parted:
    """A verb, what stands between it and its object, and the nouns of that object."""

    verb: int
    between: Group
    object: tuple[int, ...]


def objects_kept(pair: Pair) -> Iterator[Doubt]:
    """A doubt where the object of a verb has become what another part of its clause is of."""
    return first_turned(pair, RULE, _parted, _joined, _responsible)


def _responsible(sentence: Sentence, parted: _Parted) -> list[Span]:
    return sentence.spans((parted.verb, parted.between.head, *parted.object))


def _parted(sentence: Sentence) -> Iterator[_Parted]:
    russian = sentence.words
    for verb, word in enumerate(russian):
        acts = word.pos in ("VERB", "GRND", "INFN") or (word.pos == "PRTF" and "actv" in word.grammemes)
        if not acts or "tran" not in word.grammemes:
            continue
        _, stop = bounds(russian, verb)
        after = list(groups_of(russian, verb + 1, stop))
        for between, following in itertools.pairwise(after):
            if _is_aside(between) and _adjoin(between, following) and _is_surely_object(following):
                yield _Parted(verb, between, following.named)
        if word.lemma in words("always-with-object"):
            yield from _absorbed(russian, verb, after)


def _is_aside(group: Group) -> bool:
    """Whether a group is no object nor subject of its verb: after a preposition, or in the instrumental."""
    if group.governed:
        return bool(group.can_be)
    return group.stands_in("ablt") and not group.stands_in("accs", "nomn")


def _adjoin(one: Group, other: Group) -> bool:
    """Whether one group follows another at once."""
    return max((*one.named, *one.belonging)) + 1 == min((*other.named, *other.belonging))


def _is_surely_object(group: Group) -> bool:
    return group.stands_in("accs") and not group.stands_in("gent", "nomn")


def _absorbed(russian: Sequence[Word], verb: int, after: Sequence[Group]) -> Iterator[_Parted]:
    """People who seem to belong to what stands before them, where the verb has no other object: бросили в бак
    чиновника."""
    if any(group.stands_in("accs") and not does(russian, group, verb) for group in after):
        return
    for group in after:
        head = russian[group.head]
        owner = next((i for i in group.belonging if i > group.head and russian[i].pos == "NOUN"), None)
        if not _is_aside(group) or owner is None or "anim" in head.grammemes or head.lemma == "день":
            continue
        if _may_be_object(russian[owner]) and not _has_numeral(russian, owner + 1):
            yield _Parted(verb, group, (owner,))


def _has_numeral(russian: Sequence[Word], at: int) -> bool:
    """Whether a numeral that counts people follows: задержали в доме министра троих."""
    return any(word.pos == "NUMR" for word in russian[at : at + 2])


def _may_be_object(word: Word) -> bool:
    """Whether somebody's genitive is like the accusative."""
    return "anim" in word.grammemes and any(
        case == "gent" and (number == "plur" or "masc" in word.grammemes) for case, number in forms(word.text)
    )


def _joined(english: Rendered, sentence: Sentence, parted: _Parted) -> tuple[int, int] | None:
    """From the thing to the object, where "of" joins them after the verb."""
    told = english.words
    nouns = {k for i in parted.object for k in english.best(sentence.words[i].text)}
    before = [i for i in parted.between.belonging if i < parted.between.head]
    things = {k for i in (*before, parted.between.head) for k in english.standing(sentence.words[i].text)}
    others = [word.text for i, word in enumerate(sentence.words) if i not in (*before, parted.between.head)]
    taken = {k for text in others for k in english.best(text)}
    acts = english.standing(sentence.words[parted.verb].text)
    for of in (k for k, word in enumerate(told) if word == "of"):
        first = next((k for k in range(of - 1, max(-1, of - 1 - _BEFORE), -1) if k not in things), of)
        thing = of - 1 if of - 1 in things else of - 2
        if thing not in things or thing in nouns | taken or of - 1 in taken - things:
            continue
        noun = _noun_after(told, of, nouns)
        near = (act for act in acts if of - _VERB <= act <= first)
        if noun is not None and any(_is_without_object(told, act, thing) for act in near):
            return thing, noun
    return None


def _is_without_object(told: Sequence[str], act: int, thing: int) -> bool:
    """Whether nothing but a thing stands after a verb: not caught a thief in the house."""
    prepositions = words("prepositions")
    following = told[act + 1]
    return (
        following in prepositions
        or following.endswith("self")
        or prepositions.isdisjoint(told[act + 1 : thing])
    )


def _noun_after(told: Sequence[str], of: int, nouns: set[int]) -> int | None:
    """The place of the object after "of", with no other noun phrase before it."""
    ends = words("prepositions") | words("clause-marks") | words("clause-words")
    for k in range(of + 1, min(len(told), of + 1 + _AFTER)):
        if told[k] in ends or (told[k] in words("determiners") and k > of + 1):
            return None
        if k in nouns:
            return k
    return None
