"""Offices, ages and deeds before the name of the person, where English has the person first or a "by"."""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.clause.reading.clause import Clause, Found
from tqcheck.clause.reading.phrases import Kind, Phrase

_NEW = frozenset(("acting", "first", "new"))
_BECOMING = frozenset(("became", "becomes", "become"))


def years_before_name(clause: Clause) -> Iterator[Found]:
    """ "75 years was Ivan Petrov", "60 years old Ivan Petrov": a person turns an age."""
    if not clause.keys[0].isdigit() or clause.key(1) != "years":
        return
    at = 2 + (clause.key(2) == "old")
    while clause.among(at, "aux", "jubilee-verbs", "turn-verbs"):
        at += 1
    if clause.capital[at : at + 2] == [True, True] and clause.among(at, "given"):
        yield clause.found("object-before-verb", 0, at + 2)
        return
    noun = next((phrase for phrase in clause.phrases if phrase.start == at and at > 2), None)
    if noun and noun.kind is Kind.NOUN and clause.is_someone(noun):
        yield clause.found("object-before-verb", 0, noun.end)


def office_elected_name(clause: Clause) -> Iterator[Found]:
    """ "The new leader of the party was elected Ivan Petrov"."""
    if not clause.has("elect-verbs", "be", "given"):
        return
    for n, verb in clause.verbs_among("elect-verbs"):
        if (
            not clause.is_passive(verb)
            or clause.kind(n + 1) is not Kind.NOUN
            or not clause.has_subject_before(n)
        ):
            continue
        noun = clause.phrases[n + 1]
        if noun.name and clause.names_person(noun) and clause.ends(n + 2):
            yield clause.found("object-before-verb", verb.start, noun.end)


def appointed_name(clause: Clause) -> Iterator[Found]:
    """ "Acting governor of the region appointed Ivan Petrov", "The coach of the club became Ivan Petrov"."""
    if not clause.has("title") or not clause.has_any("appoint-verbs", "become-verbs"):
        return
    first = 0 if clause.kind(0) is Kind.NOUN else clause.skip(0, Kind.PREP, Kind.TIME, Kind.COMMA)
    n = clause.verb_of(first)
    if n is None or clause.kind(n + 1) is not Kind.NOUN or not clause.ends(n + 2):
        return
    office, verb, noun = clause.phrases[first], clause.phrases[n], clause.phrases[n + 1]
    joined = verb.start in clause.tokens.joined  # "re-elected president"
    appointed = clause.among(verb.head, "appoint-verbs") and verb.form == "D" and not joined
    appointed = appointed and clause.kind(n + 2) is not Kind.PREP  # "appointed Ivan Petrov to the post"
    appointed = appointed and not _may_appoint(clause, first)
    appointed = appointed and not clause.among(noun.end - 1, "title", "rank")  # "appointed Petrov director"
    became = clause.among(verb.head, "become-verbs") and verb.form in ("D", "Z")
    if "'s" in clause.keys[noun.start : noun.end]:
        return  # "The speaker elected Ivan Petrov's deputy"
    named = clause.names_person(noun) or (
        appointed and _is_new(clause, office) and _ends_in_name(clause, noun)
    )
    if clause.among(office.head, "title") and (appointed or became) and named:
        yield clause.found("object-before-verb", verb.start, noun.end)


def _is_new(clause: Clause, office: Phrase) -> bool:
    """ "Acting mayor", "The new head"."""
    return any(clause.keys[at] in _NEW for at in range(office.start, office.head))


def _ends_in_name(clause: Clause, noun: Phrase) -> bool:
    """ "Colonel Ivan Berg", "head of Omsk | Ivan Berg"."""
    names = [at for at in range(noun.start, noun.end) if clause.is_name(at) and not clause.among(at, "place")]
    return len(names) > 1 and names[-1] == noun.head


def _may_appoint(clause: Clause, n: int) -> bool:
    """Whether the phrase `n` is a post that needs no more words, and so somebody who appoints others: "The
    President appointed Ivan Petrov"."""
    office = clause.phrases[n]
    whole = clause.keys[office.start] == "the" and office.end == office.start + 2
    return whole and clause.phrases[n + 1].lead != "of"


def predicate_before_became(clause: Clause) -> Iterator[Found]:
    """ "The guest of honour of the fair for the first time became Norway", "Governor of Perm becomes Ivan
    Petrov": the office comes first, and who or what it fell to last."""
    if not clause.has("office") or _BECOMING.isdisjoint(clause.keys):
        return
    first = clause.skip(0, Kind.PREP, Kind.TIME, Kind.COMMA)
    n = clause.verb_of(first)
    if n is None or clause.keys[clause.phrases[n].head] not in _BECOMING:
        return
    office, verb, noun = clause.phrases[first], clause.phrases[n], clause.phrases.at(n + 1)
    if noun is None or noun.kind is not Kind.NOUN or not clause.is_last_verb(n):
        return
    fallen = clause.among(office.head, "predicate-noun") and clause.keys[noun.start] not in ("a", "an")
    if fallen and clause.headline and clause.is_someone(noun):
        yield clause.found(
            "object-before-verb", verb.start, noun.end
        )  # "The target became the General Staff"
        return
    if not noun.name:
        return
    given = any(clause.among(at, "given") for at in range(noun.start, noun.end))
    vacant = clause.among(office.head, "office", "title") and not office.name
    if vacant and (given or clause.among(noun.head, "place")):
        yield clause.found("object-before-verb", verb.start, noun.end)


def doer_after_passive(clause: Clause) -> Iterator[Found]:
    """ "The plan was discussed in Oslo Ivan Petrov and his deputy": the doer lacks its "by"."""
    if not clause.has("be", "deed-verbs", "given"):
        return
    for n, verb in clause.verbs_among("deed-verbs"):
        after = clause.skip(n + 1, Kind.PREP, Kind.TIME, Kind.ADVERB)
        if not clause.is_passive(verb) or clause.kind(after) is not Kind.NOUN or not clause.ends(after + 1):
            continue
        noun, before = clause.phrases[after], clause.phrases[after - 1]
        named = noun.name and clause.names_person(noun)
        if named and _is_apart(clause, before) and clause.has_subject_before(n) and clause.is_last_verb(n):
            yield clause.found("object-before-verb", verb.start, noun.end)


def _is_apart(clause: Clause, phrase: Phrase) -> bool:
    """Whether a name after the phrase does not say who it is, as in "by the minister Ivan Petrov"."""
    if phrase.kind is not Kind.PREP:
        return True
    by_phone = phrase.lead == "by" and clause.keys[phrase.head] == "phone"
    return by_phone or (phrase.lead in ("at", "during", "in", "on") and not clause.is_someone(phrase))


def title_awarded_name(clause: Clause) -> Iterator[Found]:
    """ "The king awarded the title of Hero of Labour Ivan Petrov": whom he awarded comes without "to"."""
    if not clause.headline or not clause.has("award-verbs", "honour"):
        return
    for n, verb in clause.verbs_among("award-verbs"):
        honour = clause.phrases.at(n + 1)
        if honour is None or honour.kind is not Kind.NOUN or not clause.among(honour.head, "honour"):
            continue
        if clause.is_passive(verb) or "to" in clause.keys[verb.end :]:
            continue
        last = clause.skip(n + 2, Kind.PREP, Kind.ADVERB)
        whom = clause.phrases.at(last)
        apart = whom is not None and whom.kind is Kind.NOUN and clause.is_someone(whom)
        within = clause.phrases[last - 1]
        named = range(within.start + len(within.lead.split()) + 1, within.end - 1)
        if apart and whom:
            yield clause.found("object-before-verb", verb.start, whom.end)
        elif last > n + 2 and any(clause.among(at, "given") for at in named):
            yield clause.found("object-before-verb", verb.start, within.end)
