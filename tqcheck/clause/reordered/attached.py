"""Whether what stands behind a noun belongs to it or tells of what happened."""

from __future__ import annotations

from collections.abc import Sequence

from tqcheck.clause.reading.clause import Clause
from tqcheck.clause.reading.lexicon import tags
from tqcheck.clause.reading.phrases import Phrase
from tqcheck.clause.reordered.pieces import Unclear, is_located

_OF_DEED = frozenset(("accordance", "connection", "exchange", "line", "order", "relation", "response"))
"""What "in" makes a circumstance of: "in connection with the storm"."""
_OF_VERB = frozenset(
    (
        *("after", "amid", "because of", "before", "by", "despite", "due to", "during", "following", "since"),
        *("thanks to", "throughout", "until", "via", "as a result of", "till"),
    )
)
"""Prepositions that tell of what happened, not of a thing."""
_OF_TAKING_PART = frozenset(("for", "from", "in", "on", "to", "with"))
_OF_PERSON = frozenset(("from", "with"))


def belongs(clause: Clause, noun: Phrase, before: Phrase, phrase: Phrase, verb: Phrase) -> bool:
    """Whether a phrase with a preposition belongs to the noun, not to what happened."""
    lead = phrase.lead
    if lead in ("of", "without", "about"):
        return True
    if lead == "by" and clause.among(noun.head, "work-of-art"):
        return True  # "a book | by Ivan Petrov"
    if is_located(clause, phrase) and any(
        "T" in tags(clause.keys[at]) for at in range(noun.start, noun.head)
    ):
        return True  # "the largest cinema | in Russia"
    if lead in _OF_VERB or clause.among(phrase.head, "time") or clause.keys[phrase.head] in _OF_DEED:
        return False
    if before.lead == "with" and clause.keys[phrase.head] == "board":
        return True  # "a plane | with eight passengers | on board"
    if clause.among(noun.head, "partaker"):
        if lead not in _OF_TAKING_PART and is_located(clause, phrase) and _happened(clause, before):
            raise Unclear("what happened there")
        return lead in _OF_TAKING_PART
    if clause.among(noun.head, "title") and clause.capital[phrase.head] and lead in ("in", "to"):
        return True  # "the ambassador | in Norway"
    if clause.among(noun.head, "title") and before.lead == "of" and lead in ("in", "at"):
        happened_there = clause.among(verb.head, "located-verbs", "happen-verbs")
        return not happened_there  # "the head | of a school | in Tver"
    if is_person(clause, noun) and is_located(clause, phrase) and _happened(clause, before):
        raise Unclear("what happened there")
    if is_person(clause, noun):
        return lead in _OF_PERSON and not (lead == "with" and clause.among(verb.head, "discuss-verbs"))
    moved = clause.among(verb.head, "transfer-verbs", "sent-verbs", "award-verbs")
    if lead == "to" and clause.among(verb.head, "handing-verbs") and _is_thing(clause, phrase):
        return True  # "the keys | to a bus"
    if lead in ("to", "into", "from", "onto") and moved:
        return False
    if is_located(clause, phrase) and clause.among(verb.head, "going-verbs"):
        return True
    if is_located(clause, phrase) and clause.among(phrase.head, "place"):
        return True  # "the fire | in Perm": where it happened is said already
    found_out = clause.key(verb.end) == "out"  # "find out | the causes"
    there = clause.among(verb.head, "located-verbs", "happen-verbs", "open-verbs") and not found_out
    if is_located(clause, phrase) and there:
        if _happened(clause, before):
            raise Unclear("what happened there")  # "the victims | of the fire | at the station"
        return False
    return lead != "with" or not clause.among(verb.head, "discuss-verbs")


def _happened(clause: Clause, phrase: Phrase) -> bool:
    return bool(phrase.lead) and clause.among(phrase.head, "disaster", "event", "held-event")


def _is_thing(clause: Clause, phrase: Phrase) -> bool:
    """Whether nothing can be handed to it, as far as is known."""
    known = clause.among(phrase.head, "place-noun", "wheels")
    return known and not clause.capital[phrase.head]


def is_person(clause: Clause, noun: Phrase) -> bool:
    return clause.names_person(noun) or clause.among(noun.head, "people", "someone", "title", "athletes")


def is_circumstance(clause: Clause, phrase: Phrase) -> bool:
    """ "in an accident", "in Tver", "in connection with": not "in rowing"."""
    known = clause.among(phrase.head, "event", "disaster") or clause.keys[phrase.head] in _OF_DEED
    return phrase.opened or known or is_located(clause, phrase)


def tells_of_noun(clause: Clause, nouns: Sequence[Phrase], verb: Phrase, predicate: Phrase) -> bool:
    """ "suspected of theft", "dedicated to the poet", "a campaign to collect weapons"; whether it tells
    of the noun and not of the predicate."""
    if verb.form == "T" and clause.letters(verb.head)[:1] != "B":
        return True  # "a monument | to art | lovers"
    if verb.form == "T":
        itself = clause.among(predicate.head, "event-verbs", "growth-verbs", "happen-verbs")
        named = any(clause.among(noun.head, "with-infinitive") for noun in nouns)
        return named or (itself and not clause.is_someone(nouns[0]))
    participle = verb.form in ("D", "P") and "P" in tags(clause.keys[verb.head])
    return (participle or verb.form == "G") and verb.end == verb.start + 1
