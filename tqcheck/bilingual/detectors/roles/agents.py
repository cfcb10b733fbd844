"""By whom it is done: убийство полицейским подростка, "the murder of a policeman"; группа обезврежена, "was
neutralised by a group"."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from tqcheck.bilingual.english import verbs_of
from tqcheck.bilingual.pair import Doubt, Pair
from tqcheck.bilingual.renderings.rendered import Rendered, first_turned
from tqcheck.bilingual.russian import Sentence, Word
from tqcheck.bilingual.sentence.clause_bounds import bounds, is_participle
from tqcheck.bilingual.sentence.groups import Group, groups_of
from tqcheck.bilingual.sentence.nouns import cases, is_person
from tqcheck.bilingual.sentence.subjects import does
from tqcheck.bilingual.sentence.undergoing import is_made
from tqcheck.bilingual.wordlists import words

RULE = "role.agent"
_NEAR = 3
"""English words from a verb to "by", and from "by" or "of" to a noun."""

_OF_ACT = 4
"""Russian words after an act among which the one who does it and what it is done to stand."""


@dataclass(frozen=True, slots=True)
class _Part:
    """A Russian verb, participle or act, and a noun that does it, or that does not."""

    act: int
    noun: int


def agents_kept(pair: Pair) -> Iterator[Doubt]:
    """A doubt where the English takes the one who acts for another, or another for the one who acts."""
    return first_turned(
        pair,
        RULE,
        _parts,
        lambda english, sentence, found: found[1](english, sentence, found[0]),
        lambda sentence, found: sentence.spans((found[0].act, found[0].noun)),
    )


_Turned = Callable[[Rendered, Sentence, _Part], tuple[int, int] | None]


def _parts(sentence: Sentence) -> Iterator[tuple[_Part, _Turned]]:
    """Each with how the English may turn it round."""
    yield from ((part, _done_by) for part in _not_doers(sentence.words))
    yield from ((part, _done_to) for part in _doers_of_acts(sentence.words))
    yield from ((part, _doer_bare) for part in _doers_before(sentence.words))


def _not_doers(russian: Sequence[Word]) -> Iterator[_Part]:
    """Verbs with nouns that surely are not by whom it is done: in the dative, what a short participle is said
    of, and what somebody is made."""
    for verb, word in enumerate(russian):
        if word.pos == "PRTF" and "pssv" in word.grammemes:
            yield from (
                _Part(verb, group.head) for group in _right_after(russian, verb) if _is_dative(russian, group)
            )
        short = is_participle(word)
        if (not short and word.pos != "VERB") or word.lemma in words("experienced"):
            continue
        start, stop = bounds(russian, verb)
        around = [*groups_of(russian, start, verb), *groups_of(russian, verb + 1, stop)]
        for group in around:
            if _is_dative(russian, group):
                yield _Part(verb, group.head)
        if not short:
            continue
        subjects = [group for group in around if group.can_be and does(russian, group, verb)]
        yield from (_Part(verb, group.head) for group in subjects)
        if word.lemma in words("made-somebody") and subjects and is_person(russian[subjects[0].head]):
            offices = (group for group in around if group.stands_in("ablt"))
            yield from (_Part(verb, g.head) for g in offices if is_made(russian, g, subjects[0], word.lemma))


def _right_after(russian: Sequence[Word], participle: int) -> Iterator[Group]:
    """The group that follows a participle at once."""
    _, stop = bounds(russian, participle)
    group = next(groups_of(russian, participle + 1, stop), None)
    if group and min((*group.named, *group.belonging)) == participle + 1:
        yield group


def _is_dative(russian: Sequence[Word], group: Group) -> bool:
    """Whether somebody surely stands in the dative."""
    own = {case for case, _ in group.can_be}
    return not group.governed and own <= {"datv", "loct"} and "datv" in own and is_person(russian[group.head])


def _done_by(english: Rendered, sentence: Sentence, part: _Part) -> tuple[int, int] | None:
    """Where the English says that a noun does it."""
    told = english.words
    nouns = english.best(sentence.words[part.noun].text)
    others = [w for i, w in enumerate(sentence.words) if i != part.noun and "ablt" in cases(w)]
    taken = {place for word in others for place in english.best(word.text)}
    for verb in english.standing(sentence.words[part.act].text):
        if not verbs_of(told[verb], "VBN", "VBD"):
            continue
        by = next((k for k in range(verb + 1, min(len(told), verb + 1 + _NEAR)) if told[k] == "by"), None)
        if by is None or not (words("clause-marks") | words("clause-words")).isdisjoint(told[verb + 1 : by]):
            continue
        place = _noun_after(told, by, nouns)
        if place is not None and place not in taken:
            return verb, place
    return None


def _noun_after(told: Sequence[str], preposition: int, nouns: Sequence[int]) -> int | None:
    """The place of a noun not far after a preposition, in the same phrase."""
    for place in range(preposition + 1, min(len(told), preposition + 2 + _NEAR)):
        if told[place] in words("prepositions") | words("clause-words") | words("clause-marks"):
            return None
        if place in nouns:
            following = told[place + 1 : place + 2]
            owns = told[place].endswith(("'s", "’s")) or following in (["'"], ["’"])
            return None if owns else place
    return None


def _doers_of_acts(russian: Sequence[Word]) -> Iterator[_Part]:
    """Acts with who does them to whom: убийство полицейским подростка."""
    for act, word in enumerate(russian):
        if word.pos != "NOUN" or not (word.lemma.endswith("ние") or word.lemma in words("acts")):
            continue
        before = [other for other in russian[max(0, act - _OF_ACT) : act] if "ablt" in cases(other)]
        if any(_is_doer(other) or other.pos == "PRTF" for other in before):
            continue  # министром развития Петровым
        following = list(_phrase(russian, act))
        doer = next((i for i in following if russian[i].pos == "NOUN" and "ablt" in cases(russian[i])), None)
        if doer is None or word.lemma in words("acts-by-means"):
            continue
        patient = following[-1] > doer or any(russian[i].pos == "NOUN" for i in range(act + 1, doer))
        gives = word.lemma in words("acts-of-giving")
        if patient and _is_doer(russian[doer], datives=not gives):
            yield _Part(act, doer)


def _phrase(russian: Sequence[Word], at: int) -> Iterator[int]:
    """The nouns and adjectives that follow a noun at once."""
    for i in range(at + 1, min(len(russian), at + 1 + _OF_ACT)):
        if russian[i].pos not in ("NOUN", "ADJF", "PRTF", "NUMR", "NUMB") and russian[i].text not in "«»":
            return
        yield i


def _is_doer(word: Word, datives: bool = False) -> bool:
    """Whether a word is somebody, and in the instrumental; it may be a dative, too, where these count."""
    own = cases(word)
    cleared = own - {"ablt", "loct"} - ({"datv"} if datives else set())
    return is_person(word, countries=True) and "ablt" in own and not cleared


def _done_to(english: Rendered, sentence: Sentence, part: _Part) -> tuple[int, int] | None:
    """Where the English says that an act is done to the one who does it."""
    told = english.words
    doers = english.best(sentence.words[part.noun].text)
    for act in english.standing(sentence.words[part.act].text):
        if told[act + 1 : act + 2] == ["of"]:
            place = _noun_after(told, act + 1, doers)
            if place is None or _describes(told, place):
                continue
            if not any(told[k - 1] == "by" for k in doers):
                return act, place
    return None


def _describes(told: Sequence[str], place: int) -> bool:
    """Whether a word of a country is an adjective: American weapons."""
    following = told[place + 1 : place + 2]
    adjective = told[place].endswith(("an", "ish", "ese"))
    return (
        adjective and bool(following) and following[0].isalpha() and following[0] not in words("prepositions")
    )


def _doers_before(russian: Sequence[Word]) -> Iterator[_Part]:
    """Participles with the one who did it between them and their noun: взорванный боевиками мост."""
    for act, word in enumerate(russian):
        if word.pos != "PRTF" or "pssv" not in word.grammemes:
            continue
        planned = word.lemma in words("named") | words("proposing")
        if len(list(_phrase(russian, act))) > 1 and _is_doer(russian[act + 1]) and not planned:
            yield _Part(act, act + 1)


def _doer_bare(english: Rendered, sentence: Sentence, part: _Part) -> tuple[int, int] | None:
    """Where the one who did it follows a participle at once, before what it was done to."""
    told = english.words
    for act in english.standing(sentence.words[part.act].text):
        helped = act and told[act - 1] in words("helping") | words("relative")
        if helped or not verbs_of(told[act], "VBN", "VBD") or act + 2 >= len(told):
            continue
        if act + 1 not in english.best(sentence.words[part.noun].text):
            continue
        after = sentence.words[part.noun + 1 : part.noun + _OF_ACT]
        if any(act + 2 in english.standing(word.text) for word in after if word.pos in ("NOUN", "ADJF")):
            return act, act + 2
    return None
