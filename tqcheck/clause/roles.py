"""Objects that stand first, so that English takes them for subjects."""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.clause.clause import Clause, Found
from tqcheck.clause.lexicon import tags
from tqcheck.clause.phrases import Kind, Phrase
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
_NO_SUBJECT = frozenset((",", "“", "”", '"', "and", "or", "not", "who", "that"))
_GOING_ON = frozenset(
    ("all", "back", "by", "enough", "home", "how", "into", "more", "to", "what", "why", "with")
)
_MARKS = frozenset((".", ":", ";", "–", "—", "-"))
_SPOKEN_AT = frozenset(("at", "during", "in", "on"))
_WITH = frozenset(("with",))
_BETWEEN = _SPOKEN_AT | _WITH
_BECOMING = frozenset(("became", "becomes", "become"))
_DISCUSSED = frozenset(("at", "by", "during", "in", "on", "with"))


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
    pairs = [pair for pair in (*_DONE, *_WON) if clause.has(*pair)] if clause.has_any(*_VERBS) else ()
    if not pairs:
        return
    first = 0 if clause.kind(0) is Kind.NOUN else clause.skip(0, Kind.PREP, Kind.TIME, Kind.COMMA)
    n = clause.verb_of(first)
    after = _doer_after(clause, n) if n is not None else 0
    if n is None or clause.kind(after) is not Kind.NOUN:
        return
    verb, noun = clause.phrases[n], clause.phrases[after]
    if not _is_someone(clause, after) or clause.is_passive(verb) or _goes_on(clause, after):
        return
    thing, athlete = clause.phrases[first].head, _is_athlete(clause, noun)
    for things, verbs in pairs:
        done = clause.among(thing, things) and clause.among(verb.head, verbs)
        if done and (athlete or (things, verbs) in _DONE):
            yield clause.found("object-before-verb", verb.start, noun.end)


def _is_someone(clause: Clause, n: int) -> bool:
    """Whether the noun phrase `n` is somebody, or a crowd: "hundreds of residents"."""
    crowd = n
    while clause.among(clause.phrases[crowd].head, "quantity") and clause.kind(crowd + 1) is Kind.PREP:
        if clause.phrases[crowd + 1].lead != "of":
            break
        crowd += 1
    return clause.is_someone(clause.phrases[crowd])


def _goes_on(clause: Clause, n: int) -> bool:
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
    return clause.among(noun.head, "athletes") or _names_person(clause, noun)


def _doer_after(clause: Clause, n: int) -> int:
    """The number of the phrase in which the doer may be, after the verb of that number: a full name may come
    after a phrase ("Silver brought to Russia Ivan Petrov")."""
    after = clause.skip(n + 1, Kind.TIME)
    last = clause.skip(n + 1, Kind.TIME, Kind.PREP)
    named = clause.kind(last) is Kind.NOUN and _names_person(clause, clause.phrases[last])
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
        span = _is_span(clause, noun) and not _names_person(clause, noun)
        if celebrated or span:
            return  # "The anniversary celebrates a victory", "50 years of peace"
    if any(clause.among(thing.head, things) and clause.among(verb.head, verbs) for things, verbs in pairs):
        yield clause.found("object-before-verb", verb.start, noun.end)


def _is_span(clause: Clause, noun: Phrase) -> bool:
    """Whether a noun phrase is a time, or what somebody has done: "50 years", "the Queen's reign"."""
    return clause.among(noun.head, "time") or "'s" in clause.keys[noun.start : noun.end]


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


def matter_before_actor(clause: Clause) -> Iterator[Found]:
    """ "Security in the region discussed by phone the ministers"."""
    if not clause.has("matter", "deed-verbs"):
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
    who = _speaker_before(clause, verb.start)
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
        if not asked and not (verb.form in ("D", "P") and clause.key(verb.end) in ("from", "in", "to")):
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


def _speaker_before(clause: Clause, at: int) -> int:
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
        if noun.name and _names_person(clause, noun) and clause.ends(n + 2):
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
        named = noun.name and _names_person(clause, noun)
        if named and _is_apart(clause, before) and clause.has_subject_before(n) and clause.is_last_verb(n):
            yield clause.found("object-before-verb", verb.start, noun.end)


def _is_apart(clause: Clause, phrase: Phrase) -> bool:
    """Whether a name after the phrase does not say who it is, as in "by the minister Ivan Petrov"."""
    if phrase.kind is not Kind.PREP:
        return True
    by_phone = phrase.lead == "by" and clause.keys[phrase.head] == "phone"
    return by_phone or (phrase.lead in ("at", "during", "in", "on") and not clause.is_someone(phrase))


def _names_person(clause: Clause, noun: Phrase) -> bool:
    """Whether a first name and another stand in it, or two words that only names are: "academician Ivan
    Petrov", "Sadyr Zhaparov"."""
    if any(clause.among(at, "given") and clause.capital[at] for at in range(noun.start, noun.head)):
        return True
    names = [at for at in range(noun.start, noun.end) if clause.capital[at]]
    unknown = not any(tags(clause.keys[at], guess=False) or clause.among(at, "place") for at in names)
    return len(names) == noun.end - noun.start == 2 and unknown and clause.keys[names[0]].isalpha()


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
    if clause.among(office.head, "title") and (appointed or became) and _names_person(clause, noun):
        yield clause.found("object-before-verb", verb.start, noun.end)


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
    if noun is None or noun.kind is not Kind.NOUN or not noun.name or not clause.is_last_verb(n):
        return
    given = any(clause.among(at, "given") for at in range(noun.start, noun.end))
    vacant = clause.among(office.head, "office", "title") and not office.name
    if vacant and (given or clause.among(noun.head, "place")):
        yield clause.found("object-before-verb", verb.start, noun.end)


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
        accompanied = lead in _WITH and (_names_person(clause, who) or clause.among(who.head, "title"))
        accompanied = accompanied and clause.is_someone(clause.phrases[first])
        placed = lead in _SPOKEN_AT and _names_person(clause, who) and not clause.headline
        placed = placed and not _is_of_speaker(clause, clause.phrases[first])
        if accompanied or placed:
            yield clause.found("place-before-speech", clause.phrases[first].start, verb.end)


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
