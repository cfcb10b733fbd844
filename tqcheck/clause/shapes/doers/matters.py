"""What is discussed, named or commented on, and where, standing before who speaks."""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.clause.reading.clause import Clause, Found
from tqcheck.clause.reading.phrases import Kind, Phrase
from tqcheck.rulebook.tokens import QUOTE

_NO_SUBJECT = frozenset((",", "“", "”", '"', "and", "or", "not", "who", "that"))
_OPENING = frozenset(("how", "to", "what", "where", "why"))
_MARKS = frozenset((".", ":", ";", "–", "—", "-"))
_SPOKEN_AT = frozenset(("at", "during", "in", "on"))
_WITH = frozenset(("with",))
_BETWEEN = _SPOKEN_AT | _WITH
_DISCUSSED = frozenset(("at", "by", "during", "in", "on", "with"))


def matter_before_actor(clause: Clause) -> Iterator[Found]:
    """ "Security in the region discussed by phone the ministers"."""
    if not clause.has("matter", "deed-verbs") or clause.keys[0] in _OPENING:
        return
    for n, verb in clause.verbs_among("deed-verbs"):
        if verb.form not in ("D", "Z", "B"):
            continue
        nouns = [phrase for phrase in clause.phrases[:n] if phrase.kind is Kind.NOUN]
        after = clause.skip(n + 1, Kind.PREP, Kind.TIME, Kind.ADVERB)
        if not nouns or not clause.among(nouns[0].head, "matter") or clause.kind(after) is not Kind.NOUN:
            continue
        if clause.key(verb.end) == "by" and clause.among(verb.end + 1, "pronoun"):
            continue  # "signed by US President"
        if not clause.headline and _has_own_subject(clause, n):
            continue
        if clause.keys[clause.phrases[after].start] == "that" or clause.among(verb.head, "jubilee-verbs"):
            continue  # "Exhibition celebrates the oldest theatre"
        if clause.is_someone(clause.phrases[after]):
            yield clause.found("object-before-verb", verb.start, clause.phrases[after].end)


def _has_own_subject(clause: Clause, n: int) -> bool:
    """Whether another clause stands before the verb `n`, or a pronoun: "The speech was long, so he watched
    the audience"."""
    pronoun = clause.kind(n - 1) is Kind.NOUN and clause.among(clause.phrases[n - 1].head, "pronoun")
    return pronoun or any(phrase.is_finite and phrase.form in "AMZ" for phrase in clause.phrases[:n])


def matter_before_speaker(clause: Clause) -> Iterator[Found]:
    """ "Cooperation Vladimir Petrov discussed with us", "How the port works, the mayor discussed with us"."""
    asked = clause.headline and clause.keys[0] in ("how", "what") and "?" not in clause.keys
    if not clause.has("discuss-verbs") or not (asked or clause.kind(0) is Kind.NOUN):
        return
    n = _discussing(clause, asked)
    if n is None:
        return
    verb = clause.phrases[n]
    if verb.form not in ("D", "Z"):
        return
    who = speaker_before(clause, verb.start)
    if not who or clause.is_someone(clause.phrases[0]) or not _MARKS.isdisjoint(clause.keys[:who]):
        return
    if clause.key(who - 1) != "," and (asked or clause.keys[who] == "the"):
        return  # "The film the director discussed with us"
    after = clause.skip(n + 1 + (clause.key(verb.end) == "up"), Kind.TIME)
    done = clause.kind(after) and clause.phrases[after].lead in _DISCUSSED
    if done and clause.is_last_verb(n):
        yield clause.found("object-before-verb", who, verb.end)


def _discussing(clause: Clause, asked: bool) -> int | None:
    """The number of the verb that says who discussed it. Only participles may come before, as in "Problems
    related to the fire, the mayor discussed", and in questions any verb."""
    for n, verb in clause.verbs():
        if clause.among(verb.head, "discuss-verbs"):
            return n
        described = verb.form in ("D", "P") and clause.key(verb.end) in ("from", "in", "to")
        told = clause.headline and clause.among(verb.start - 1, "relative-pronoun")
        told = told or clause.key(verb.start - 1) == "that"
        if not (asked or described or told):
            return None
    return None


def matter_before_namer(clause: Clause) -> Iterator[Found]:
    """ "The new town, the President called the gate to the Arctic": what is called so comes later."""
    if not clause.has("naming-verbs") or not clause.headline or clause.kind(0) is not Kind.NOUN:
        return
    n, verb = next(clause.verbs(), (0, clause.phrases[0]))
    named = clause.among(verb.head, "naming-verbs") and verb.form in ("D", "Z", "B")
    named = named and _MARKS.isdisjoint(clause.keys[: verb.start])
    if not named or n < 2 or clause.kind(n - 1) is not Kind.NOUN or not clause.is_last_verb(n):
        return
    thing, who, after = clause.phrases[0], clause.phrases[n - 1], clause.skip(n + 2, Kind.PREP, Kind.TIME)
    apart = clause.kind(n - 2) is Kind.COMMA or (clause.kind(n - 2) is Kind.PREP and who.name)
    said = (
        apart
        and clause.is_someone(who)
        and not clause.is_someone(thing)
        and clause.kind(after) is not Kind.NOUN
    )
    if said and clause.kind(n + 1) in (Kind.NOUN, Kind.OTHER):
        yield clause.found("object-before-verb", who.start, verb.end)


def speaker_before(clause: Clause, at: int) -> int:
    """Where somebody is named who stands right before token `at` and in no phrase with a preposition: "the
    President", "Prime Minister Ivan Petrov"; 0 where nobody is."""
    start = at - 1
    if clause.among(start, "place") and clause.keys[start - 1] == "of" and clause.among(start - 2, "title"):
        start -= 2  # "the President of Chile"
    if clause.among(start, "title") and clause.is_nation(start - 1):
        return start - 1  # "Chilean President"
    if clause.capital[start] and clause.capital[start - 1]:
        while start > 0 and clause.capital[start] and not clause.among(start, "given"):
            start -= 1
        if not clause.among(start, "given"):
            return 0
    elif not clause.among(start, "someone", "title") or clause.among(start, "body-noun"):
        return 0
    while start > 0 and clause.among(start - 1, "title", "rank", "acting"):
        start -= 1
    start -= clause.key(start - 1) == "the"
    named = clause.capital[start] or clause.key(start) == "the"
    alone = clause.among(start - 1, "prep", "aux", "det") or clause.key(start - 1) in ("and", "or", "as")
    return start if named and not alone else 0


def matter_before_commentator(clause: Clause) -> Iterator[Found]:
    """ "The events commented the minister": one comments on things, and people are not commented."""
    for n, verb in clause.verbs_among("comment-verbs"):
        if (
            verb.form != "D"
            or clause.key(verb.start - 1) in _NO_SUBJECT
            or clause.kind(n + 1) is not Kind.NOUN
        ):
            continue
        nouns = [phrase for phrase in clause.phrases[:n] if phrase.kind is Kind.NOUN]
        if nouns and not clause.is_someone(nouns[0]) and clause.is_someone(clause.phrases[n + 1]):
            yield clause.found("object-before-verb", verb.start, clause.phrases[n + 1].end)


def topic_devoted_to_meeting(clause: Clause) -> Iterator[Found]:
    """ "The development of schools was devoted to a meeting": the meeting is devoted to something."""
    for at in clause.places("devoted"):
        auxiliary = at - 1
        while clause.is_adverb(auxiliary):
            auxiliary -= 1
        if not clause.among(auxiliary, "be") or clause.key(at + 1) != "to":
            continue
        subject = clause.phrases.at(clause.skip(0, Kind.PREP, Kind.COMMA))
        devoted = next((phrase for _, phrase in clause.phrases_until(at + 1) if phrase.start == at + 1), None)
        if subject is None or devoted is None or subject.kind not in (Kind.NOUN, Kind.VERB):
            continue
        if subject.kind is Kind.VERB and subject.form != "G":
            continue
        held = (
            devoted.kind is Kind.PREP
            and clause.among(devoted.head, "devotable")
            and not clause.is_plural(devoted.head)
        )
        own = clause.is_someone(subject) or clause.among(
            subject.head, "devotable", "event", "time", "period", "pronoun"
        )
        if held and not own and devoted.end > at + 3:
            yield clause.found("object-before-verb", at, devoted.end)


def place_before_speech(clause: Clause) -> Iterator[Found]:
    """ "Ivan Petrov at the parade said that", "The President with his ministers discussed plans": where, or
    with whom, stands between who speaks and the verb. Headlines may tell where."""
    leads = _WITH if clause.headline else _BETWEEN
    if leads.isdisjoint(clause.keys):
        return
    spoken = clause.places("saying-verbs", "discuss-verbs", "speech")
    for n, verb in clause.verbs_at([at for at in spoken if _follows_one(clause, at, leads)]):
        if verb.form not in ("D", "Z") or verb.end > verb.start + 1:
            continue
        subject = _subject_before(clause, n)
        first = _place_after(clause, subject, n)
        if not first or clause.kind(n + 1) not in (Kind.NOUN, Kind.PREP, Kind.OTHER):
            continue
        lead, who = clause.phrases[first].lead, clause.phrases[subject]
        accompanied = lead in _WITH and (clause.names_person(who) or clause.among(who.head, "title"))
        accompanied = accompanied and clause.is_someone(clause.phrases[first])
        placed = lead in _SPOKEN_AT and clause.names_person(who) and not clause.headline
        placed = placed and not _is_of_speaker(clause, clause.phrases[first])
        if accompanied or placed:
            start = clause.phrases[first].start
            parts = (range(verb.start, verb.end), range(start, verb.start))
            spoken_of = clause.kind(n + 1) is Kind.NOUN  # it keeps its place beside the verb
            yield clause.found("place-before-speech", start, verb.end, *(() if spoken_of else parts))


def _follows_one(clause: Clause, at: int, leads: frozenset[str]) -> bool:
    """Whether one of the words stands before token `at`, with no comma between, save in a quotation: to be
    asked before phrases are read."""
    quoted = QUOTE in clause.keys
    for key in reversed(clause.keys[:at]):
        if key in leads:
            return True
        if key == "," and not quoted:
            return False
    return False


def _is_of_speaker(clause: Clause, place: Phrase) -> bool:
    """Whether a speaker may work there, or spoke so: "at Oslo University", "in a letter"."""
    if clause.among(place.head, "utterance"):
        return True
    gathered = clause.among(place.head, "gathering", "event", "contest", "held-event")
    return clause.capital[place.head] and not gathered and place.lead in ("at", "in")


def _place_after(clause: Clause, subject: int, n: int) -> int:
    """The number of the first phrase of a place between a subject that opens the clause and verb `n`; 0 where
    none is."""
    first = subject + 1
    while clause.kind(first) is Kind.PREP and clause.phrases[first].lead == "of":
        first += 1
    opens = subject == 0 or clause.kind(subject - 1) is Kind.COMMA
    who = clause.phrases[subject]
    alone = clause.kind(subject) is Kind.NOUN and opens and "'s" not in clause.keys[who.start : who.end]
    return first if alone and first < n and clause.kind(first) is Kind.PREP else 0


def _subject_before(clause: Clause, n: int) -> int:
    """The number of the phrase before `n` that has no preposition."""
    n -= 1
    while n > 0 and clause.kind(n) is Kind.PREP:
        n -= 1
    return max(n, 0)
