"""Things that do nothing of their own accord, standing where English has who does it.

A title takes nobody, congratulations receive nobody, a candidacy considers nothing: where a verb that wants
a will follows such a thing, it is the object, and the doer comes later, or not at all.
"""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.clause.reading.clause import DOERS, Clause, Found
from tqcheck.clause.reading.phrases import Kind, Phrase
from tqcheck.clause.shapes.doers.roles import doer_after, goes_on, is_crowd
from tqcheck.rulebook.tokens import QUOTE

_RULE = "object-before-verb"
_SHORT = 6
"""Tokens of a name in quotation marks, at most, with these."""


def undoing_before_doer(clause: Clause) -> Iterator[Found]:
    """ "The post for the first time can take a woman", "New season opened Oslo bikers"."""
    if not clause.headline or not clause.has("undoing", "deliberate-verbs"):
        return
    n = _verb_of_thing(clause, "deliberate-verbs")
    after = doer_after(clause, n) if n else 0
    if not n or clause.kind(after) is not Kind.NOUN:
        return
    thing, verb, noun = clause.phrases[first_noun(clause)], clause.phrases[n], clause.phrases[after]
    if clause.among(thing.head, "telling") and clause.among(verb.head, "telling-verbs"):
        return  # "The award honors doctors", "The study asked parents"
    if clause.among(verb.head, "jubilee-verbs") and not clause.among(thing.head, "jubilee", "day-of-note"):
        return  # "Exhibition celebrates the oldest theatre"
    if clause.among(verb.head, "win-verbs") and not _is_winner(clause, noun):
        return  # "Match wins fans"
    if _is_doer(clause, after) and not goes_on(clause, after) and clause.key(noun.start - 1) != "as":
        yield clause.found(_RULE, verb.start, noun.end)


def undoing_alone(clause: Clause) -> Iterator[Found]:
    """ "The candidacy of the minister will consider tomorrow", "The events commented on the president"."""
    if not clause.headline or not clause.has("undoing", "minded-verbs"):
        return
    n = _verb_of_thing(clause, "minded-verbs")
    if not n:
        return
    verb, thing = clause.phrases[n], clause.phrases[first_noun(clause)]
    after = doer_after(clause, n)
    if clause.kind(after) is Kind.NOUN and (
        _is_doer(clause, after) or clause.among(verb.head, "jubilee-verbs")
    ):
        return  # found with its doer, or "The holiday celebrates peace"
    alone = verb.form in ("Z", "B", "M") and not clause.among(thing.head, "event")  # "The talks discuss"
    if alone or clause.keys[verb.head] in ("commented", "trying"):
        yield clause.found(_RULE, verb.start, verb.end)


def money_before_payer(clause: Clause) -> Iterator[Found]:
    """ "30 billion rubles will receive schools": money is received."""
    if not clause.headline or not clause.has("money", "money-verbs"):
        return
    up_to = tuple(clause.keys[:2]) == ("up", "to")
    first = 1 if up_to else first_noun(clause)
    n = clause.skip(2, Kind.PREP) if up_to else clause.verb_of(first) or _verb_after_purpose(clause, first)
    if n is None or clause.kind(n) is not Kind.VERB or not clause.among(clause.phrases[first].head, "money"):
        return
    verb = clause.phrases[n]
    paid = clause.among(verb.head, "money-verbs") and not clause.is_passive(verb)
    if paid and clause.kind(n + 1) is Kind.NOUN and not clause.keys[verb.head].endswith("ing"):
        yield clause.found(_RULE, verb.start, verb.end)


def jubilee_marks_person(clause: Clause) -> Iterator[Found]:
    """ "Anniversary marks director Ivan Petrov", "125 years since its foundation marks the theatre"."""
    if not clause.headline or not clause.has("marking-verbs") or not clause.has_any("jubilee", "time"):
        return
    for at in clause.places("marking-verbs"):
        before = clause.phrases[0]
        jubilee = clause.among(at - 1, "jubilee") and before.start < at <= before.end
        since = (
            before.kind in (Kind.NOUN, Kind.TIME)
            and clause.keys[0][:1].isdigit()
            and clause.key(1) == "years"
        )
        noun = next((phrase for _, phrase in clause.phrases_until(at + 1) if phrase.start == at + 1), None)
        if noun is None or noun.kind is not Kind.NOUN or not (jubilee or since):
            continue
        if clause.is_someone(noun) or clause.names_person(noun):
            yield clause.found(_RULE, at, noun.end)


def told_of_before_doer(clause: Clause) -> Iterator[Found]:
    """ "Questions that worry voters, answered the mayor", "The gang, which robbed, stopped the FSB"."""
    if not clause.headline or "," not in clause.keys or not clause.has_any("told-verbs"):
        return
    for n, verb in clause.verbs_among("told-verbs"):
        comma = n - 1
        while clause.kind(comma) in (Kind.TIME, Kind.ADVERB, Kind.PREP):
            comma -= 1
        after = clause.skip(n + 1, Kind.TIME, Kind.ADVERB)
        if (
            clause.kind(comma) is not Kind.COMMA
            or verb.form not in ("D", "Z", "M")
            or clause.is_passive(verb)
        ):
            continue
        if clause.kind(after) is not Kind.NOUN or goes_on(clause, after) or not clause.is_last_verb(n):
            continue
        who, start = clause.phrases[after], first_noun(clause)
        official = clause.names_person(who) or (clause.keys[who.start] == "the" and clause.is_someone(who))
        relatives = sum(
            clause.among(at, "relative-pronoun") or clause.keys[at] == "that" for at in range(verb.start)
        )
        finite = sum(phrase.is_finite for phrase in clause.phrases[:comma])
        if (
            official
            and start < comma
            and finite <= relatives
            and not clause.names_person(clause.phrases[start])
        ):
            yield clause.found(_RULE, verb.start, who.end)


def undoing_before_actor(clause: Clause) -> Iterator[Found]:
    """ "The bill the state Duma will consider in spring", "The first meeting, Ivan Petrov held with us"."""
    if not clause.headline or not clause.has("undoing"):
        return
    first = first_noun(clause)
    if clause.kind(first) is not Kind.NOUN or not is_undoing(clause, clause.phrases[first]):
        return
    n = clause.skip(first + 1, Kind.PREP, Kind.TIME, Kind.ADVERB)
    comma = clause.kind(n) is Kind.COMMA
    if comma and clause.phrases[n - 1].lead == "between":
        return  # "Trade between Norway, Chile conducted in euros"
    n = clause.skip(n + comma, Kind.TIME, Kind.ADVERB)
    if clause.kind(n) is not Kind.NOUN or clause.kind(n + 1) is None:
        return
    who, at = clause.phrases[n], clause.skip(n + 1, Kind.PREP, Kind.TIME, Kind.ADVERB)
    if clause.kind(at) is not Kind.VERB:
        return
    known = clause.is_someone(who) or clause.names_person(who)
    if not known and not (comma and _may_act(clause, who)):
        return
    verb = clause.phrases[at]
    done = clause.among(verb.head, "deliberate-verbs", "minded-verbs", "deed-verbs", "object-verbs")
    plain = comma or (clause.keys[who.start] == "the" and verb.form == "M")
    plain = plain and "?" not in clause.keys  # "The film the director discussed with us"
    lone = clause.is_last_verb(at) and not clause.is_passive(verb) and not clause.among(verb.head, "speech")
    last = clause.skip(at + 1, Kind.TIME, Kind.ADVERB)
    if done and plain and lone and clause.kind(last) in (None, Kind.PREP):
        yield clause.found(_RULE, who.start, verb.end)


def _may_act(clause: Clause, noun: Phrase) -> bool:
    """Whether it is a country, a regime, a side, a crowd of somebody, and no name for what stands before."""
    side = clause.among(noun.head, "side-noun") and noun.opened
    return side or (noun.name and clause.among(noun.head, "place"))


def first_noun(clause: Clause) -> int:
    """The number of the first phrase, or of the one behind a front."""
    return 0 if clause.kind(0) is Kind.NOUN else clause.skip(0, Kind.PREP, Kind.TIME, Kind.COMMA)


def _verb_of_thing(clause: Clause, verbs: str) -> int:
    """The number of a verb that wants a will, active, of which the subject seems to be a thing that has none;
    0 where there is none."""
    first = first_noun(clause)
    n = clause.verb_of(first) or _verb_after_purpose(clause, first)
    if n is None or not is_undoing(clause, clause.phrases[first]):
        return 0
    verb = clause.phrases[n]
    return n if clause.among(verb.head, verbs) and not clause.is_passive(verb) else 0


def _verb_after_purpose(clause: Clause, first: int) -> int | None:
    """The number of the verb behind what a thing is for: "measures to lower prices | will propose"."""
    n = clause.skip(first + 1, Kind.PREP)
    if (
        clause.kind(first) is not Kind.NOUN
        or clause.kind(n) is not Kind.VERB
        or clause.phrases[n].form != "T"
    ):
        return None
    return clause.verb_of(n + 1)


def is_undoing(clause: Clause, noun: Phrase) -> bool:
    """Whether it is a thing without a will, and its head no verb: "Norway claims a victory"."""
    if not clause.among(noun.head, "undoing") or noun.name or clause.is_someone(noun):
        return False
    if clause.tokens.words[noun.head].isupper():
        return False  # "PACE"
    verb = noun.head > noun.start and "Z" in clause.letters(noun.head) and clause.capital[noun.head - 1]
    return not verb or clause.is_nation(noun.head - 1)


def _is_winner(clause: Clause, noun: Phrase) -> bool:
    """Whether those who win are named: an athlete, a person, a club in quotation marks."""
    quoted = clause.keys[noun.start] == QUOTE
    return quoted or clause.among(noun.head, "athletes") or clause.names_person(noun)


def _is_doer(clause: Clause, n: int) -> bool:
    """Whether the noun phrase `n` is somebody, something that acts, or a bare name: "Rostrud"."""
    noun = clause.phrases[n]
    if is_crowd(clause, n) or clause.names_person(noun) or clause.among(noun.head, "doer"):
        return True
    if (
        clause.among(noun.head, "region-noun", "local-noun")
        and "whole" in clause.keys[noun.start : noun.head]
    ):
        return True
    agents = clause.keys[noun.head].endswith(DOERS) and not clause.capital[noun.head]
    if agents and not clause.among(noun.head, "no-doer"):
        return True  # "Oslo bikers"
    keys = clause.keys[noun.start : noun.end]
    if keys[0] == QUOTE == keys[-1]:
        return len(keys) <= _SHORT
    named = noun.name and noun.number != "P" and not clause.among(noun.head, "place", "month", "day")
    return named and all(clause.capital[noun.start : noun.end]) and clause.ends(n + 1)
