"""What tells where, when or how, between a subject and its verb."""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.clause.reading.clause import DEFINITE, Clause, Found
from tqcheck.clause.reading.phrases import Kind, Phrase

_HEADS_OF_STATE = frozenset(("patriarch", "pope", "premier", "president", "minister"))
_LONGEST = 8
"""Tokens between a name and its verb, at most: in what is longer a phrase may be read wrongly."""
_WHERE = frozenset(("at", "in"))
_LED_BY_OWN = frozenset(("on", "with"))
"""Prepositions that tell it but of some nouns."""
_HOW = frozenset(("by", "during", "for", "via", "without"))


def adverbial_after_person(clause: Clause) -> Iterator[Found]:
    """ "Anna Berg in the palace received the premier", "Ivan Petrov by decree received the order": a
    person's name takes no phrase with it, and no comma sets it apart."""
    if not clause.headline or not _may_follow_name(clause):
        return
    noun = clause.phrases.at(0)
    if noun is None or noun.kind is not Kind.NOUN or not _is_one_person(clause, noun):
        return
    n = clause.skip(1, Kind.PREP, Kind.TIME)
    verb = clause.phrases.at(n)
    if verb is None or verb.form not in ("D", "Z", "A", "M") or verb.kind is not Kind.VERB:
        return
    between = clause.phrases[1:n]
    if verb.start - noun.end > _LONGEST:
        return
    led = [phrase for phrase in between if phrase.lead != "of"]
    if not led or between[0].lead == "of" or not _is_adverbial(clause, led[0]):
        return
    if verb.form == "D" or not _tells_where_alone(clause, between):
        yield clause.found("adverbial-before-verb", noun.end, verb.end)


def _may_follow_name(clause: Clause) -> bool:
    """Whether the first preposition stands right behind a name: to be asked before phrases are read."""
    at = next(iter(clause.places("prep")), 0)
    leads = clause.keys[at] in _WHERE or clause.keys[at] in _HOW or clause.keys[at] in _LED_BY_OWN
    return leads and (clause.capital[at - 1] or clause.keys[at - 1] in _HEADS_OF_STATE)


def _is_one_person(clause: Clause, noun: Phrase) -> bool:
    """Whether it is somebody's full name, or "the president"."""
    if "'s" in clause.keys[noun.start : noun.end] or "and" in clause.keys[noun.start : noun.end]:
        return False
    known = clause.keys[noun.head] in _HEADS_OF_STATE and clause.keys[noun.start] == "the"
    known = known or (clause.among(noun.head, "surname") and noun.end == noun.start + 1)
    return known or (noun.name and clause.names_person(noun))


def _is_adverbial(clause: Clause, phrase: Phrase) -> bool:
    """Whether a phrase tells where or how something is done; a time alone may stand before a verb."""
    if phrase.kind is not Kind.PREP:
        return False
    own = phrase.lead == "with" and not DEFINITE.isdisjoint(clause.keys[phrase.start : phrase.start + 2])
    timed = phrase.lead == "on" and any(
        clause.among(at, "day", "occasion") for at in range(phrase.start, phrase.end)
    )  # unlike "Anna Berg on the war"
    return phrase.lead in _WHERE or phrase.lead in _HOW or timed or own


def _tells_where_alone(clause: Clause, between: list[Phrase]) -> bool:
    """ "Anna Berg in Oslo wants a vote": so headlines say where somebody is now."""
    return len(between) == 1 and between[0].lead in _WHERE and clause.capital[between[0].start + 1]
