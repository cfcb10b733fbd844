"""To whom something is given, made whose it is: продал соседу дом, "sold his neighbour's house"."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tqcheck.bilingual.pair import Doubt, Pair
from tqcheck.bilingual.renderings.rendered import Rendered, first_turned
from tqcheck.bilingual.russian import Sentence, Word
from tqcheck.bilingual.sentence.clause_bounds import bounds
from tqcheck.bilingual.sentence.groups import Group, groups_of
from tqcheck.bilingual.wordlists import words

RULE = "role.recipient"

_AFTER = 6
"""English words after a verb among which what is given stands."""

_OWNED = 4
"""English words after an owner among which what is owned stands."""


@dataclass(frozen=True, slots=True)
class _Given:
    """A verb of giving, to whom, and what: of the two the nouns that name it."""

    verb: int
    to: tuple[int, ...]
    what: int


def recipients_kept(pair: Pair) -> Iterator[Doubt]:
    """A doubt where what is given to somebody is that one's in the English."""
    return first_turned(
        pair,
        RULE,
        _given,
        _owned,
        lambda sentence, given: sentence.spans((given.verb, *given.to, given.what)),
    )


def _given(sentence: Sentence) -> Iterator[_Given]:
    russian = sentence.words
    for verb, word in enumerate(russian):
        if word.pos not in ("VERB", "INFN", "GRND") or word.lemma not in words("giving-away"):
            continue
        _, stop = bounds(russian, verb)
        after = list(groups_of(russian, verb + 1, stop))
        for first, second in itertools.pairwise(after):
            if first.governed or second.governed:
                continue
            if _may_receive(first) and second.stands_in("accs"):
                yield from _of_debt(russian, _Given(verb, first.named, second.head))
            elif first.stands_in("accs") and _surely_receives(second):
                yield from _of_debt(russian, _Given(verb, second.named, first.head))


def _of_debt(russian: Sequence[Word], given: _Given) -> Iterator[_Given]:
    """What is given back may have been the other one's, unless it is owed."""
    back = russian[given.verb].lemma in words("paying-back")
    if not back or russian[given.what].lemma in words("owed"):
        yield given


def _may_receive(group: Group) -> bool:
    """Whether a group may stand in the dative, and its noun can be no accusative."""
    return group.stands_in("datv") and not group.stands_in("accs")


def _surely_receives(group: Group) -> bool:
    return group.stands_in("datv") and not group.stands_in("gent", "accs", "nomn", "ablt")


def _owned(english: Rendered, sentence: Sentence, given: _Given) -> tuple[int, int] | None:
    """From the owner to what is owned, where the two follow the verb and nothing else says to whom."""
    told = english.words
    to = {place for i in given.to for place in english.standing(sentence.words[i].text)}
    what = set(english.standing(sentence.words[given.what].text))
    for verb in english.standing(sentence.words[given.verb].text):
        for owner in range(verb + 1, min(len(told), verb + 1 + _AFTER)):
            led = owner == verb + 1 and told[owner] in words("led-away")
            if told[owner] in words("prepositions") | words("clause-marks") and not led:
                break
            if owner not in to or not _is_owner(told, owner) or len(to) > len(given.to):
                continue
            for place in range(owner + 1, min(len(told), owner + 1 + _OWNED)):
                if told[place] in words("prepositions") | words("clause-marks") - {"'", "’"}:
                    break
                if place in what and told[place + 1 : place + 2] != ["to"]:
                    return owner, place
    return None


def _is_owner(told: Sequence[str], at: int) -> bool:
    return told[at].endswith(("'s", "’s")) or told[at + 1 : at + 2] in (["'"], ["’"])
