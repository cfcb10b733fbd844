"""Clauses of which the subject cannot do what the verb says, whatever follows: things that speak, decide or
manage, work that is engaged in those who do it, deeds that stand where English has a noun, ages that stand
before whose they are."""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.clause.reading.clause import Clause, Found
from tqcheck.clause.reading.nouns import noun_phrase
from tqcheck.clause.reading.phrases import Kind
from tqcheck.clause.shapes.doers.undoing import first_noun, is_undoing
from tqcheck.rulebook.tokens import QUOTE

_RULE = "object-before-verb"
_ENDS = frozenset(("", ",", "–", "—", "-", ";", "."))
_WHERE = frozenset(("at", "during", "in"))
_ON_AIR = frozenset(("at", "in", "live", "on", "the", "today", "tomorrow", "tonight"))
_BEFORE_COMMAND = frozenset((",", ":", ".", "and", "–", "—", "-", "to"))
_FOR_READERS = frozenset(
    (
        "buy",
        "check",
        "find",
        "get",
        "hear",
        "join",
        "know",
        "learn",
        "meet",
        "read",
        "see",
        "take",
        "try",
        "visit",
        "watch",
    )
)
"""What readers are told to do: "Meet the man voters will choose"."""
_GOING_ON = frozenset(("and", "but", "or", "though", "while"))
_CATENATIVE = frozenset(("able", "forced", "going", "obliged", "ready", "willing"))


def engaged_in_actor(clause: Clause) -> Iterator[Found]:
    """ "The repair of the port will be engaged in the ministry": people engage in work, it not in them."""
    for at in clause.places("engaged"):
        if clause.key(at + 1) != "in":
            continue
        noun = noun_phrase(clause, at + 2)
        if noun is None or clause.key(noun.end) in ("'s", "'"):
            continue
        if clause.among(noun.head, "people", "title", "engaging") and clause.letters(noun.end)[:1] not in (
            "N",
            "S",
        ):
            yield clause.found(_RULE, at, noun.end)


def thing_speaks(clause: Clause) -> Iterator[Found]:
    """ "Support for farmers spoke today in the government": what was spoken of stands first."""
    if not clause.headline or not clause.has("undoing", "talk-verbs"):
        return
    first = first_noun(clause)
    n = clause.verb_of(first)
    if n is None or not is_undoing(clause, clause.phrases[first]):
        return
    verb, after = clause.phrases[n], clause.phrases.at(clause.skip(n + 1, Kind.TIME))
    said = (
        clause.among(verb.head, "talk-verbs") and verb.form in ("D", "Z", "B") and verb.end == verb.start + 1
    )
    if said and after is not None and after.kind is Kind.PREP and after.lead in _WHERE:
        yield clause.found(_RULE, verb.start, verb.end)


def thing_decides(clause: Clause) -> Iterator[Found]:
    """ "The experiment with buses decided to postpone", "Rare footage managed to film a diver"."""
    if not clause.headline or not clause.has("undoing") or "to" not in clause.keys:
        return
    first = first_noun(clause)
    n = clause.verb_of(first)
    if n is None or not is_undoing(clause, clause.phrases[first]):
        return
    verb = clause.phrases[n]
    infinitive = n + 1
    if clause.kind(n + 1) is Kind.OTHER and clause.keys[clause.phrases[n + 1].start] in _CATENATIVE:
        infinitive = n + 2
    if clause.kind(infinitive) is not Kind.VERB or clause.phrases[infinitive].form != "T":
        return
    deed, thing = clause.phrases[infinitive], clause.phrases[first]
    if QUOTE in clause.keys[thing.start : thing.end] or clause.among(thing.head, "people-as-thing"):
        return
    if infinitive == n + 1 and clause.among(verb.head, "resolve-verbs"):
        yield clause.found(_RULE, verb.start, deed.end)
        return
    able = infinitive == n + 2 or clause.among(verb.head, "manage-verbs")
    if able and clause.among(deed.head, "deliberate-verbs", "minded-verbs"):
        yield clause.found(_RULE, verb.start, deed.end)


def being_denied(clause: Clause) -> Iterator[Found]:
    """ "Hot water in Oslo will not be until autumn", "The bomb on the plane was not": English says that there
    is none."""
    if not clause.headline or "not" not in clause.keys or "there" in clause.keys:
        return
    if clause.keys[0] in _GOING_ON:
        return  # "But others are not"
    n, verb = next(clause.verbs(), (0, None))
    if (
        verb is None
        or not n
        or verb.form not in ("A", "M")
        or "not" not in clause.keys[verb.start : verb.end]
    ):
        return
    bare = clause.keys[verb.start] != "be" and clause.among(verb.start, "be")
    bare = bare and clause.keys[verb.end - 1] == "not"
    bare = bare or (verb.form == "M" and clause.keys[verb.end - 1] == "be")
    ends = clause.key(verb.end) in _ENDS or clause.kind(n + 1) is Kind.TIME
    subject = any(
        phrase.kind is Kind.NOUN and not clause.among(phrase.start, "pronoun")
        for phrase in clause.phrases[:n]
    )
    if bare and ends and subject:
        yield clause.found("being-denied", verb.start, verb.end)


def deed_as_subject(clause: Clause) -> Iterator[Found]:
    """ "Overcome the crisis could not the best of captains", "Return the land to its owners will help the
    court": an infinitive without "to" stands before a verb."""
    if not clause.headline or "?" in clause.keys or clause.letters(0)[:1] != "B":
        return
    if not (clause.among(1, "article") or clause.keys[0] == "go") or clause.keys[0] in _FOR_READERS:
        return
    n = 1 if clause.kind(0) is Kind.VERB and clause.phrases[0].form == "B" else 0
    n = n or int(clause.kind(0) is Kind.OTHER)
    if not n:
        return
    at = clause.skip(n, Kind.NOUN, Kind.PREP, Kind.TIME, Kind.ADVERB)
    while clause.is_and(at) and clause.kind(at + 1) is Kind.NOUN:
        at = clause.skip(at + 2, Kind.NOUN, Kind.PREP, Kind.TIME)
    verb = clause.phrases.at(at)
    nouns = [phrase for phrase in clause.phrases[n:at] if phrase.kind is Kind.NOUN]
    if verb is None or verb.form != "M" or len(nouns) > 1 or at == n:
        return
    yield clause.found("fronted-verb-subject", verb.start, verb.end)


def told_to_watch(clause: Clause) -> Iterator[Found]:
    """ "The match between Norway and Chile watch on the First channel": what viewers are to watch stands
    first."""
    if not clause.headline or not clause.has_any("channel", "broadcast-noun"):
        return
    for at in range(2, len(clause.keys) - 2):
        if clause.keys[at] not in ("see", "watch") or clause.key(at + 1) not in _ON_AIR:
            continue
        aired = any(
            clause.among(place, "channel", "broadcast-noun") for place in range(at + 2, len(clause.keys))
        )
        if aired and clause.key(at - 1) not in _BEFORE_COMMAND and not _may_watch(clause, at):
            yield clause.found(_RULE, at, at + 1)


def _may_watch(clause: Clause, at: int) -> bool:
    """Whether somebody stands before token `at` who may watch, or the clause has a verb of its own."""
    subjects = ("aux", "people", "someone", "subject-pronoun", "relative")
    return clause.kind(0) is not Kind.NOUN or any(clause.among(place, *subjects) for place in range(at))


def age_before_name(clause: Clause) -> Iterator[Found]:
    """ "80 turned Ivan Petrov", "100 years Titanic", "20 years on the air broadcasts a station"."""
    if not clause.headline or not clause.keys[0].isdigit():
        return
    years = clause.key(1) == "years" and not clause.capital[1]  # "100 Years War"
    turned = clause.among(1, "turn-verbs") and clause.is_name(2) and clause.is_name(3)
    if turned:
        yield clause.found(_RULE, 0, 4)
    elif (
        years
        and clause.is_name(2)
        and not clause.among(2, "month", "day")
        and clause.key(3) not in ("'s", "'")
    ):
        yield clause.found(_RULE, 0, 3)
