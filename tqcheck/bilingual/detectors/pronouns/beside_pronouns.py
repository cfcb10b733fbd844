"""Pronouns beside the word that renders what the Russian one belongs to, and of another gender.

Вручил ей ключи, "handed him the keys"; её работы, "his works".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tqcheck.bilingual.english import FAINT, Token, share_of
from tqcheck.bilingual.pair import Doubt, Pair, around
from tqcheck.bilingual.russian import Word
from tqcheck.bilingual.wordlists import words

RULE = "pronoun.gender"
SURE = 0.3
"""Share of renderings from which on an English word surely renders a Russian one."""

NEAR = 3
"""Words between a pronoun and what it belongs to."""

_HIS, _HER = frozenset({"his"}), frozenset({"her"})
_OWNERS = {"его": _HER, "её": _HIS, "ее": _HIS, "их": _HIS | _HER}
_OBJECTS = {"ей": "him", "неё": "him", "нее": "him", "ней": "him", "ему": "her", "нему": "her", "ним": "her"}
_HERS = frozenset({"she", "her"})
_ACTS = frozenset({"VERB", "GRND", "INFN"})
_OF_NOUN = frozenset({"ADJF", "PRTF", "NUMR", "ADVB"})


def pronouns_beside(pair: Pair, english: Sequence[Token]) -> Iterator[Doubt]:
    """A doubt at the first such pronoun."""
    if len(pair.russian) != 1:
        return
    russian = pair.words
    for find in (_of_owner, _of_object):
        found = find(russian, english)
        if found is None:
            continue
        token, pronoun = found
        vague = words("called-she") | words("he-of-either-sex" if token.key in _HERS else "of-either-sex")
        if not any(word.lemma in vague for word in around(pair).words):
            yield pair.doubt(RULE, token.span, pronoun.span)
            return


def _place(english: Sequence[Token], russian: Sequence[Word], at: int) -> int | None:
    """Where the English has a word, where that is the only rendering, and it the only word so rendered."""
    word = russian[at]
    if any(other.lemma == word.lemma for k, other in enumerate(russian) if k != at):
        return None
    shares = [share_of(token, word) for token in english]
    most = max(shares, default=0.0)
    if most < SURE or sum(share >= FAINT for share in shares) != 1:
        return None
    place = shares.index(most)
    rivals = (share_of(english[place], other) for k, other in enumerate(russian) if k != at)
    return place if all(rival < SURE for rival in rivals) else None


def _of_owner(russian: Sequence[Word], english: Sequence[Token]) -> tuple[Token, Word] | None:
    """The owner before what renders the noun behind его, её or их."""
    for at, word in enumerate(russian):
        wrong = _OWNERS.get(word.text.lower(), frozenset())
        noun = _owned(russian, at) if wrong else None
        place = _place(english, russian, noun) if noun is not None else None
        owner = _owner_before(english, place) if place is not None else None
        if owner is not None and owner.key in wrong:
            return owner, word
    return None


def _owned(russian: Sequence[Word], at: int) -> int | None:
    """The noun behind a possessive, adjectives between them at most."""
    for k in range(at + 1, min(len(russian), at + 1 + NEAR)):
        if russian[k].pos == "NOUN":
            return k
        if russian[k].pos not in _OF_NOUN:
            return None
    return None


def _owner_before(english: Sequence[Token], place: int) -> Token | None:
    """The possessive that belongs to a noun: nothing between but what may describe it."""
    for token in reversed(english[max(0, place - NEAR) : place]):
        if token.key in words("possessive"):
            return token
        if not token.is_word or token.key in words("prepositions") | words("determiners"):
            return None
    return None


def _of_object(russian: Sequence[Word], english: Sequence[Token]) -> tuple[Token, Word] | None:
    """The object right behind what renders the verb before ей or ему, or behind its preposition."""
    for at, word in enumerate(russian):
        wrong = _OBJECTS.get(word.text.lower())
        act = at - (2 if at and russian[at - 1].pos == "PREP" else 1)
        place = _place(english, russian, act) if wrong and act >= 0 and russian[act].pos in _ACTS else None
        if place is None:
            continue
        following = english[place + 1 : place + 3]
        if following and following[0].key in words("prepositions"):
            following = following[1:]
        if following and following[0].key == wrong and _is_object(english, english.index(following[0])):
            return following[0], word
    return None


def _is_object(english: Sequence[Token], at: int) -> bool:
    """Whether a pronoun is an object and no possessive."""
    following = english[at + 1 : at + 2]
    if english[at].key != "her" or not following or not following[0].is_word:
        return True
    return following[0].key in words("prepositions") | words("determiners") | words("clause-words")
