"""What is received, done, won, drawn or shown, standing where English has who does it."""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.clause.reading.clause import Clause, Found
from tqcheck.clause.reading.lexicon import tags
from tqcheck.clause.reading.phrases import Kind, Phrase
from tqcheck.clause.shapes.verbs.inversions import verb_after_front
from tqcheck.clause.shapes.verbs.purposes import infinitive_first
from tqcheck.rulebook.tokens import QUOTE

_DONE = (
    ("thing", "get-verbs"),
    ("message", "tell-verbs"),
    ("feat", "perform-verbs"),
    ("document", "give-verbs"),
    ("place", "visit-verbs"),
    ("record", "set-verbs"),
    ("exam", "pass-verbs"),
    ("feeling", "express-verbs"),
    ("life", "spend-verbs"),
    ("question", "answer-verbs"),
    ("memory", "honor-verbs"),
    ("amount", "seize-verbs"),
    ("post", "take-verbs"),
)
"""What is received, said or done by somebody, and the verbs that say so."""
_WON = (("contest", "win-verbs"), ("medal", "take-verbs"), ("post", "leave-verbs"))
"""What is won or left, and the verbs that say so where athletes or names follow: a match may win fans."""
_VERBS = tuple(verbs for _, verbs in (*_DONE, *_WON))
_DRAWN = (
    ("attention", "attract-verbs"),
    ("interest", "arouse-verbs"),
    ("jubilee", "jubilee-verbs"),
    ("responsibility", "claim-verbs"),
)
"""What is drawn, celebrated or claimed, and by no means draws, celebrates or claims."""
_GOING_ON = frozenset(
    ("all", "back", "by", "enough", "home", "how", "into", "more", "to", "what", "why", "with")
)


def number_of_object(clause: Clause) -> Iterator[Found]:
    """ "Congratulations receives the actor": the verb agrees with what follows it."""
    if not clause.headline or clause.kind(0) is not Kind.NOUN:
        return
    first = clause.phrases[0]
    own = _own_number(clause, first)
    n = clause.verb_of() if own else None
    if n is None or clause.kind(n + 1) is not Kind.NOUN:
        return
    verb, noun = clause.phrases[n], clause.phrases[n + 1]
    before = clause.keys[: verb.start]
    letters = tags(clause.keys[verb.head])
    if "and" in before or "or" in before or not letters or not {"N", "S", "D"}.isdisjoint(letters):
        return
    wanted = {"Z": "S", "B": "P"}.get(verb.form, "")
    if wanted and own != wanted and noun.number in ("", wanted):
        leads = [phrase.lead for phrase in clause.phrases[1:n]]
        if own == "P" or "of" not in leads:
            yield clause.found("object-before-verb", verb.start, noun.end)


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
    pairs = [pair for pair in (*_DONE, *_WON) if clause.has(*pair)] if clause.has_any(*_VERBS) else ()
    if not pairs:
        return
    first = 0 if clause.kind(0) is Kind.NOUN else clause.skip(0, Kind.PREP, Kind.TIME, Kind.COMMA)
    n = clause.verb_of(first)
    after = doer_after(clause, n) if n is not None else 0
    if n is None or clause.kind(after) is not Kind.NOUN:
        return
    verb, noun = clause.phrases[n], clause.phrases[after]
    if not is_crowd(clause, after) or clause.is_passive(verb) or goes_on(clause, after):
        return
    thing, athlete = clause.phrases[first].head, _is_athlete(clause, noun)
    for things, verbs in pairs:
        done = clause.among(thing, things) and clause.among(verb.head, verbs)
        if done and (athlete or (things, verbs) in _DONE):
            yield clause.found("object-before-verb", verb.start, noun.end)


def is_crowd(clause: Clause, n: int) -> bool:
    """Whether the noun phrase `n` is somebody, or a crowd: "hundreds of residents"."""
    crowd = n
    while clause.among(clause.phrases[crowd].head, "quantity") and clause.kind(crowd + 1) is Kind.PREP:
        if clause.phrases[crowd + 1].lead != "of":
            break
        crowd += 1
    return clause.is_someone(clause.phrases[crowd])


def goes_on(clause: Clause, n: int) -> bool:
    """Whether more is said of the noun phrase `n` after a verb, so that it may be the object: "made the mayor
    sick", "brought the mayor to tears", "took the mayor by surprise", "won the mayor a prize",
    "left the mayor with debts", "gave the mayor what he needed"."""
    end = clause.phrases[n].end
    if clause.letters(end)[:1] in ("J", "D", "P") or clause.key(end) in _GOING_ON:
        return True
    last = clause.skip(n + 1, Kind.PREP, Kind.TIME, Kind.ADVERB)
    if clause.kind(last) is Kind.NOUN:
        return not clause.phrases[last].name
    return clause.kind(last) is Kind.VERB and clause.phrases[last].form != "G"


def _is_athlete(clause: Clause, noun: Phrase) -> bool:
    """Whether those who win are named: a team, a rider, a person."""
    return clause.among(noun.head, "athletes") or clause.names_person(noun)


def doer_after(clause: Clause, n: int) -> int:
    """The number of the phrase in which the doer may be, after the verb of that number: a full name may come
    after a phrase ("Silver brought to Russia Ivan Petrov")."""
    after = clause.skip(n + 1, Kind.TIME)
    last = clause.skip(n + 1, Kind.TIME, Kind.PREP)
    named = clause.kind(last) is Kind.NOUN and clause.names_person(clause.phrases[last])
    return last if named and clause.kind(after) is Kind.PREP else after


def drawn_before_noun(clause: Clause) -> Iterator[Found]:
    """ "70th anniversary celebrates a famous actor", "The attention of viewers attracted the match"."""
    pairs = [pair for pair in _DRAWN if clause.has(*pair)]
    if not pairs:
        return
    first = 0 if clause.kind(0) is Kind.NOUN else clause.skip(0, Kind.PREP, Kind.TIME, Kind.COMMA)
    n = clause.verb_of(first)
    after = clause.skip(n + 1, Kind.ADVERB) if n is not None else 0
    if n is None or clause.kind(after) is not Kind.NOUN:
        return
    thing, verb, noun = clause.phrases[first], clause.phrases[n], clause.phrases[after]
    if verb.form not in ("Z", "D", "B") or clause.among(noun.head, "feeling", "attention"):
        return
    if clause.among(verb.head, "jubilee-verbs"):
        celebrated = clause.among(noun.head, "contest", "event", "thing")
        span = _is_span(clause, noun) and not clause.names_person(noun)
        if celebrated or span:
            return  # "The anniversary celebrates a victory", "50 years of peace"
    if any(clause.among(thing.head, things) and clause.among(verb.head, verbs) for things, verbs in pairs):
        yield clause.found("object-before-verb", verb.start, noun.end)


def _is_span(clause: Clause, noun: Phrase) -> bool:
    """Whether a noun phrase is a time, or what somebody has done: "50 years", "the Queen's reign"."""
    return clause.among(noun.head, "time") or "'s" in clause.keys[noun.start : noun.end]


def comer_after_verb(clause: Clause) -> Iterator[Found]:
    """ "The Tomb of the Unknown Soldier came veterans", "On the ice of the palace came Ivan Petrov"."""
    if not clause.headline:
        return
    for n, verb in clause.verbs_among("arrive-verbs"):
        after = clause.skip(n + 1, Kind.TIME)
        if verb.form not in ("D", "Z", "B") or clause.kind(after) is not Kind.NOUN:
            continue
        noun, before = clause.phrases[after], clause.kind(n - 1)
        new = clause.keys[noun.start : noun.start + 2] == ["the", "first"]
        someone = is_crowd(clause, after) or clause.names_person(noun) or new
        joined = before in (Kind.NOUN, Kind.PREP) and clause.has_subject_before(n)
        joined = joined and not any(
            found.start <= verb.start < found.end
            for shape in (verb_after_front, infinitive_first)
            for found in shape(clause)
        )
        if (
            someone
            and joined
            and clause.keys[noun.start] != "forward"
            and not clause.among(noun.start, "pronoun")
        ):
            yield clause.found("object-before-verb", verb.start, verb.end)


def crowd_before_event(clause: Clause) -> Iterator[Found]:
    """ "Thousands of people gathered the festival": it is the festival that gathers them."""
    n = clause.verb_of() if clause.has("gather-verbs", "event") else None
    if n is None or clause.kind(n + 1) is not Kind.NOUN:
        return
    verb, noun = clause.phrases[n], clause.phrases[n + 1]
    crowd = not _is_bare_name(clause, clause.phrases[0])
    heads = range(noun.start, noun.end) if clause.keys[noun.head] == QUOTE else (noun.head,)
    event = any(clause.among(at, "event") for at in heads)
    if clause.among(verb.head, "gather-verbs") and crowd and event:
        yield clause.found("object-before-verb", verb.start, noun.end)


def show_before_channel(clause: Clause) -> Iterator[Found]:
    """ "The parade will show the First channel"."""
    if not clause.has("broadcast-verbs", "channel"):
        return
    for n, verb in clause.verbs_among("broadcast-verbs"):
        after = clause.skip(n + 1, Kind.TIME, Kind.ADVERB)
        if clause.kind(after) is not Kind.NOUN or clause.is_passive(verb) or not clause.is_last_verb(n):
            continue
        noun, before = clause.phrases[after], clause.phrases[:n]
        said = any(phrase.kind is Kind.NOUN and not _is_bare_name(clause, phrase) for phrase in before)
        own = any(clause.among(at, "channel") for at in range(verb.start))
        if said and not own and _is_channel(clause, noun) and clause.ends(after + 1):
            yield clause.found("object-before-verb", verb.start, noun.end)


def _is_bare_name(clause: Clause, noun: Phrase) -> bool:
    """Whether it is a name that no quotation marks enclose, as those of people are."""
    return noun.name and QUOTE not in clause.keys[noun.start : noun.end]


def _is_channel(clause: Clause, noun: Phrase) -> bool:
    """ "ORT", "Channel One", "the First channel", not "a channel"."""
    named = any(clause.capital[at] for at in range(noun.start, noun.end))
    last = clause.among(noun.head, "channel") or clause.among(noun.head - 1, "channel")
    return named and last


def weather_after_place(clause: Clause) -> Iterator[Found]:
    """ "The region will cover a wave of snowfall"."""
    n = clause.verb_of() if clause.has("weather", "cover-verbs") else None
    if n is None or clause.kind(n + 1) is not Kind.NOUN:
        return
    verb, noun = clause.phrases[n], clause.phrases[n + 1]
    if not clause.among(verb.head, "cover-verbs") or clause.is_passive(verb):
        return
    if "not" in clause.keys[verb.start : verb.head] or clause.is_someone(clause.phrases[0]):
        return  # "The policy did not cover the flood", "The team will cover the storm"
    if noun.end in clause.tokens.joined:
        return  # "cover storm-hit homes"
    of = clause.phrases[n + 2] if clause.kind(n + 2) is Kind.PREP else noun
    if clause.among(noun.head, "weather") or (of.lead == "of" and clause.among(of.head, "weather")):
        yield clause.found("object-before-verb", verb.start, noun.end)
