"""Objects that stand first, so that English takes them for subjects."""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.clause.clause import Clause, Found
from tqcheck.clause.lexicon import tags
from tqcheck.clause.phrases import Kind, Phrase

_DONE = (("thing", "get-verbs"), ("message", "tell-verbs"), ("feat", "perform-verbs"))
"""What is received, said or done by somebody, and the verbs that say so."""


def number_of_object(clause: Clause) -> Iterator[Found]:
    """ "Congratulations receives the actor": the verb agrees with what follows it."""
    n = clause.verb_of() if clause.headline else None
    if n is None or clause.kind(n + 1) is not Kind.NOUN:
        return
    first, verb, noun = clause.phrases[0], clause.phrases[n], clause.phrases[n + 1]
    before = clause.keys[: verb.start]
    letters = tags(clause.keys[verb.head])
    if "and" in before or "or" in before or not letters or not {"N", "S", "D"}.isdisjoint(letters):
        return
    wanted = {"Z": "S", "B": "P"}.get(verb.form, "")
    own = _own_number(clause, first)
    if wanted and own and own != wanted and noun.number in ("", wanted):
        leads = [phrase.lead for phrase in clause.phrases[1:n]]
        if own == "P" or "of" not in leads:
            yield clause.found("object-before-verb", first.start, noun.end)


def _own_number(clause: Clause, noun: Phrase) -> str:
    """The number of a noun phrase whose head is a common noun that is nothing else."""
    key = clause.keys[noun.head]
    if (clause.capital[noun.head] and noun.head) or clause.among(noun.head, "either-number"):
        return ""
    letters = tags(key, guess=False)
    if letters == "S":
        return "P"
    return "S" if letters == "N" and noun.number == "S" and noun.opened else ""


def thing_before_doer(clause: Clause) -> Iterator[Found]:
    """ "Awards in the Kremlin received the best doctors", "Storm warning announced the weathermen"."""
    pairs = [pair for pair in _DONE if clause.has(*pair)]
    if not pairs:
        return
    first = 0 if clause.kind(0) is Kind.NOUN else clause.skip(0, Kind.PREP, Kind.TIME, Kind.COMMA)
    n = clause.verb_of(first)
    after = clause.skip(n + 1, Kind.TIME) if n is not None else 0
    if n is None or clause.kind(after) is not Kind.NOUN:
        return
    verb, noun = clause.phrases[n], clause.phrases[after]
    thing = clause.phrases[first].head
    described = clause.letters(noun.end)[:1] in ("J", "D", "P")  # "The flight made the mayor sick"
    if described or not clause.is_someone(noun) or clause.is_passive(verb):
        return
    if any(clause.among(thing, things) and clause.among(verb.head, verbs) for things, verbs in pairs):
        yield clause.found("object-before-verb", verb.start, noun.end)


def matter_before_actor(clause: Clause) -> Iterator[Found]:
    """ "Security in the region discussed by phone the ministers"."""
    if not clause.has("matter", "deed-verbs"):
        return
    for n, verb in clause.verbs():
        if verb.form not in ("D", "Z", "B") or not clause.among(verb.head, "deed-verbs"):
            continue
        nouns = [phrase for phrase in clause.phrases[:n] if phrase.kind is Kind.NOUN]
        after = clause.skip(n + 1, Kind.PREP, Kind.TIME, Kind.ADVERB)
        if not nouns or not clause.among(nouns[0].head, "matter") or clause.kind(after) is not Kind.NOUN:
            continue
        if clause.is_someone(clause.phrases[after]):
            yield clause.found("object-before-verb", verb.start, clause.phrases[after].end)


def matter_before_speaker(clause: Clause) -> Iterator[Found]:
    """ "Cooperation Vladimir Petrov discussed with the governor"."""
    if not clause.has("discuss-verbs", "given") or clause.kind(0) is not Kind.NOUN:
        return
    n = clause.skip(1, Kind.PREP, Kind.TIME)
    if clause.kind(n) is not Kind.NOUN or clause.kind(n + 1) is not Kind.VERB:
        return
    who, verb = clause.phrases[n], clause.phrases[n + 1]
    named = who.name and any(clause.among(at, "given") for at in range(who.start, who.end))
    discusses = clause.among(verb.head, "discuss-verbs") and verb.form in ("D", "Z")
    done = clause.kind(n + 2) and clause.phrases[n + 2].lead in ("at", "by", "during", "in", "with")
    if named and discusses and done and clause.is_last_verb(n + 1):
        yield clause.found("object-before-verb", who.start, verb.end)


def weather_after_place(clause: Clause) -> Iterator[Found]:
    """ "The region will cover a wave of snowfall"."""
    n = clause.verb_of() if clause.has("weather", "cover-verbs") else None
    if n is None or clause.kind(n + 1) is not Kind.NOUN:
        return
    verb, noun = clause.phrases[n], clause.phrases[n + 1]
    if not clause.among(verb.head, "cover-verbs") or clause.is_passive(verb):
        return
    of = clause.phrases[n + 2] if clause.kind(n + 2) is Kind.PREP else noun
    if clause.among(noun.head, "weather") or (of.lead == "of" and clause.among(of.head, "weather")):
        yield clause.found("object-before-verb", verb.start, noun.end)


def appointed_name(clause: Clause) -> Iterator[Found]:
    """ "Acting governor of the region appointed Ivan Petrov"."""
    n = clause.verb_of() if clause.has("title", "appoint-verbs") else None
    if n is None or clause.kind(n + 1) is not Kind.NOUN or clause.kind(n + 2) is not None:
        return
    office, verb, noun = clause.phrases[0], clause.phrases[n], clause.phrases[n + 1]
    joined = verb.start in clause.tokens.joined  # "re-elected president"
    appointed = clause.among(verb.head, "appoint-verbs") and verb.form == "D" and not joined
    person = clause.among(office.head, "title") and noun.name and clause.among(noun.start, "given")
    if appointed and person:
        yield clause.found("object-before-verb", verb.start, noun.end)
