"""Headlines in which nobody does what is told: Russian leaves out who, and the machine leaves the verb bare.

Where the verb looks like a noun it hides behind the place: "In Oslo | fear | protests", "In Tver | search |
for survivors". Where it has lost its "are" it is an -ing form or the word "ready".
"""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.clause.fronts.led import holds_no_subject
from tqcheck.clause.reading.clause import Clause, Found
from tqcheck.clause.reading.lexicon import tags
from tqcheck.clause.reading.phrases import Kind, Phrase

_FRONT = (Kind.PREP, Kind.TIME, Kind.ADVERB)
_ASKED = frozenset(("about", "how", "that", "what", "where", "whether", "who", "why"))
_NO_OBJECT = frozenset(("any", "more", "most", "no", "that"))
_LEADS = frozenset(("at", "in", "near", "on"))
_CLOSING = ("area-noun", "place", "place-noun", "region-noun", "toponym", "time")
"""What a front may end with before the verb."""


def verb_of_nobody(clause: Clause) -> Iterator[Found]:
    """ "In Oslo fear protests", "In Tver bake cakes", "In Perm, search for survivors": to be asked where no
    fault was seen right after the front."""
    if "?" in clause.keys or clause.kind(0) not in (Kind.PREP, Kind.TIME):
        return
    at = next((at for at in _ends_of_front(clause) if _may_be_bare(clause, at)), 0)
    if not at or not _stands_behind_front(clause, at):
        return
    if not clause.headline and not (clause.among(at, "plan-verbs") and clause.key(at + 1) == "to"):
        return
    alone = all(verb.start == at for verb in _finite_before_relative(clause))
    if alone and _takes_object(clause, at):
        yield clause.found("fronted-verb-object", at, at + 1)


def _ends_of_front(clause: Clause) -> Iterator[int]:
    """The last tokens of the phrases of a front, then the first one behind it."""
    for phrase in clause.phrases:
        if phrase.kind is Kind.NOUN or phrase.form == "B":
            yield phrase.start
        if phrase.kind not in (*_FRONT, Kind.COMMA):
            return
        if phrase.kind is Kind.PREP:
            yield from range(phrase.start + 2, phrase.end)


def _may_be_bare(clause: Clause, at: int) -> bool:
    """Whether a word may be a base or an -ing form right behind a front."""
    if at < 2 or at + 1 >= len(clause.keys) or clause.capital[at]:
        return False
    if at in clause.tokens.joined or at + 1 in clause.tokens.joined:
        return False
    before = at - (clause.keys[at - 1] == ",")
    before -= clause.is_adverb(before - 1)
    if not (clause.capital[before - 1] or clause.among(before - 1, *_CLOSING)):
        return False
    if clause.among(at, "nobody-verbs", "doing"):
        return True
    letters = clause.letters(at)
    return ("B" in letters or letters[:1] == "G") and not clause.among(at, "someone", "people")


def _finite_before_relative(clause: Clause) -> Iterator[Phrase]:
    """The finite verbs of the main clause."""
    for phrase in clause.phrases:
        if clause.among(phrase.start, "relative"):
            return
        if phrase.is_finite and phrase.form != "P":
            yield phrase


def _stands_behind_front(clause: Clause, at: int) -> bool:
    """Whether all before token `at` is places and times, one phrase at least with a preposition of place."""
    before = at - (clause.keys[at - 1] == ",")
    before -= clause.is_adverb(before - 1)
    people = clause.among(before - 1, "someone", "people", "given")
    if people and not (clause.capital[before - 1] and clause.among(before - 1, "body-noun", "place")):
        return False
    placed = False
    for n, phrase in clause.phrases_until(before - 1):
        if phrase.kind is Kind.COMMA and n:
            continue
        if phrase.kind not in _FRONT or (n == 0 and phrase.kind is Kind.ADVERB):
            return False
        whole = phrase._replace(end=min(phrase.end, before), head=min(phrase.head, before - 1))
        if phrase.kind is Kind.PREP and not holds_no_subject(clause, whole):
            return False
        placed = placed or phrase.lead in _LEADS
    return placed


def _takes_object(clause: Clause, at: int) -> bool:
    """Whether what follows can be the object of the verb at token `at`, or what it says it is about."""
    after, apart = clause.key(at + 1), clause.key(at - 1) == ","
    if clause.letters(at)[:1] == "G" or clause.among(at, "doing", "turning-verbs"):
        known = clause.among(at, "doing", "turning-verbs")
        about = clause.among(at + 1, "doing-object", "prep") or after in _ASKED
        return about and (known or not (apart or _is_described(clause, at)))
    if clause.among(at + 1, "det", "numeral") or after[:1].isdigit() or after in _ASKED:
        return clause.among(at, "nobody-verbs") or (clause.among(at + 1, "det") and after not in _NO_OBJECT)
    if after == "to":
        return clause.among(at, "plan-verbs") and "B" in clause.letters(at + 2)
    if not (clause.among(at, "nobody-verbs") or (clause.letters(at)[:1] == "B" and not apart)):
        return False
    if clause.capital[at + 1]:
        return not clause.among(at + 1, "day", "month")
    plural = clause.letters(at + 1)[:1] == "S" or clause.is_plural(at + 1)
    described = tags(after)[:1] in ("J", "T") and clause.key(at + 2) != "" and clause.is_plural(at + 2)
    return plural or described


def _is_described(clause: Clause, at: int) -> bool:
    """Whether an -ing form may say of the noun before it what that does: "in the house | belonging to"."""
    before = at - 1 - clause.is_adverb(at - 1)
    return not clause.capital[before] and not clause.among(before, "time") and not _is_region(clause, before)


def _is_region(clause: Clause, at: int) -> bool:
    """ "the Omsk region"."""
    return clause.among(at, "area-noun", "region-noun") and clause.capital[at - 1]


def ready_after_front(clause: Clause) -> Iterator[Found]:
    """ "In Tver ready to receive guests": who is ready is not said."""
    if "ready" not in clause.keys[2:]:
        return
    at = clause.keys.index("ready", 2)
    if clause.key(at + 1) not in ("for", "to") or any(_finite_before_relative(clause)):
        return
    closed = clause.capital[at - 1] or clause.among(at - 1, *_CLOSING)
    if closed and _stands_behind_front(clause, at):
        yield clause.found("fronted-copula", at, at + 1)


def lacks_person(clause: Clause, n: int) -> bool:
    """Whether only people do what verb `n` behind a front says, and none is named: "In Tver pray for peace",
    "In the house switched to a new tariff"."""
    verb = clause.phrases[n]
    if not clause.among(verb.head, "person-verbs") or verb.form not in ("B", "D", "G"):
        return False
    if verb.end != verb.start + 1 or any(clause.kind(at) is Kind.NOUN for at in (n + 1, n + 2)):
        return False
    goes_on = clause.among(verb.end, "prep") or clause.key(verb.end) in ("", *_ASKED)
    placed = any(phrase.kind is Kind.PREP for phrase in clause.phrases[:n])
    if not (goes_on and placed) or "?" in clause.keys:
        return False
    for phrase in clause.phrases[n + 1 :]:
        if clause.among(phrase.start, "relative"):
            break
        if phrase.is_finite and phrase.form != "P":
            return False
    return True
