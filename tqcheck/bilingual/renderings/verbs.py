"""English verbs of a clause: whether they are active, and where what stands before them begins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tqcheck.bilingual.english import (
    is_adverb,
    is_base_form,
    is_plural,
    is_surely_past,
    is_verb,
    verbs_of,
)
from tqcheck.bilingual.wordlists import words


@dataclass(frozen=True, slots=True)
class EnglishVerb:
    """An English verb: where its auxiliaries begin, whether it is passive, and whether it can be no
    participle."""

    start: int
    place: int
    passive: bool
    surely_active: bool


def verb_at(english: Sequence[str], place: int) -> EnglishVerb | None:
    """The verb at a place; None for what is none there."""
    if english[place] in words("helping") | words("active") | words("prepositions"):
        return None
    start = place
    while start and (
        english[start - 1] in words("helping") | words("chaining") or is_within(english[start - 1])
    ):
        start -= 1
    helps = set(english[start:place]) & (words("helping") | words("chaining"))
    if helps == {"to"}:
        return None
    word = english[place]
    present = _is_of_many(english, place, start) or (place > 0 and is_base_form(word))
    if not helps and not verbs_of(word, "VBD", "VBZ") and not present and word not in words("looking"):
        return None
    if word.endswith("ing") and not helps & words("passive") and word not in words("looking"):
        return None
    led = next((k for k in range(place - 1, start - 1, -1) if english[k] == "to"), start - 1)
    passive = not words("passive").isdisjoint(english[led + 1 : place]) and not word.endswith("ing")
    has = bool(helps - {"to"}) and not passive
    active = (
        has
        or is_surely_past(word)
        or word.endswith(("s", "ing"))
        or (present and word not in words("same-past"))
    )
    return EnglishVerb(start, place, passive, active)


def _is_of_many(english: Sequence[str], place: int, start: int) -> bool:
    """Whether the present of many stands at a place: doctors help solve it, refugees from Syria help the
    poor."""
    following = english[place + 1 : place + 2]
    if not place or not is_verb(english[place]) or following == ["of"]:
        return False
    if is_plural(english[place - 1]):
        return True
    leads = bool(following) and following[0] in words("determiners") - {"his", "her", "most", "all"} | {"to"}
    opens = next((k for k in range(start - 1, -1, -1) if ends_clause(english, k)), -1) + 1
    before = english[opens:start]
    return (
        leads
        and any(map(is_plural, before))
        and not any(word in words("helping") - {"to"} for word in before)
    )


def is_within(word: str) -> bool:
    return is_adverb(word) or word in words("within-verbs")


def has_verb(told: Sequence[str]) -> bool:
    return any(word in words("helping") - {"to"} or verbs_of(word, "VBD", "VBZ") for word in told)


def subject_stretch(told: Sequence[str], verb: int) -> tuple[int, int]:
    """Where the subject of a verb stands: from the last mark on, or, where that is a comma right before the
    verb, before what stands between commas: the gang, which sold weapons, was caught."""
    stop = verb
    if verb > 1 and told[verb - 1] == ",":
        stop = next((k for k in range(verb - 2, 0, -1) if told[k] in {","} | words("relative")), verb - 1)
        if told[stop - 1] == ",":
            stop -= 1
    return next((k + 1 for k in range(stop - 1, -1, -1) if ends_clause(told, k)), 0), stop


def ends_clause(told: Sequence[str], at: int) -> bool:
    """Whether a mark ends a clause, or a word opens another; the stop of St. or Mr. is none."""
    if told[at] == "." and at and told[at - 1] in words("shortened"):
        return False
    ends = words("clause-marks") - {"“", "”", '"', "«", "»"}
    return told[at] in ends | words("opening-clauses")
