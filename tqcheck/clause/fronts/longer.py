"""What else a headline may put first: lists of places, "next to", "while trying to", spans of time."""

from __future__ import annotations

from tqcheck.clause.reading.clause import DASHES, HAPPENING, Clause
from tqcheck.clause.reading.phrases import Kind, Phrase
from tqcheck.rulebook.tokens import QUOTE

_NEARING = frozenset(
    ("along", "deep", "early", "far", "high", "late", "long", "next", "not", "right", "shortly", "together")
)
"""What stands before a phrase of a front: "next | to the church", "not far | from Tver"."""
_ALL_OVER = frozenset(("across", "around", "over"))
_AS_A = frozenset(("consequence", "part", "result", "sign", "symbol", "token"))
_WHILE = frozenset(("after", "before", "by", "in", "when", "while"))
_MOST_OPEN = ("area-noun", "place", "place-noun", "region-noun", "toponym")
_PAIR = 2
_FEWEST_ITEMS = 3
"""Places of a list behind the first, at least: in "In Norway, Sweden and Finland signed" two of them sign."""


def longer_step(clause: Clause, n: int) -> int:
    """How many phrases from `n` on belong to the front of a headline."""
    phrase = clause.phrases[n]
    key = clause.keys[phrase.start]
    if n and phrase.kind is Kind.NOUN:
        model = _is_model(clause, phrase) or _is_span(clause, phrase)
        return int(clause.kind(n - 1) is Kind.PREP and model)
    if key in _NEARING:
        return _step_near(clause, n)
    if key in DASHES:
        return _step_between_dashes(clause, n)
    if key == "from" and clause.key(clause.phrases[n].end) == "all":
        lead = clause.phrases.at(n + 2)
        return 3 * (lead is not None and lead.kind is Kind.PREP and lead.lead in _ALL_OVER)
    if key == "as" and clause.kind(n + 1) is Kind.NOUN:
        purpose = clause.keys[clause.phrases[n + 1].head] in _AS_A
        return 2 * (purpose and clause.kind(n + 2) is Kind.PREP and clause.phrases[n + 2].lead == "of")
    if key in _WHILE and clause.kind(n + 1) is Kind.VERB:
        return _step_while(clause, n)
    if key == "as" and n and clause.kind(n - 1) is Kind.COMMA and clause.kind(n + 1) is Kind.PREP:
        return 2  # ", as in other towns"
    if phrase.kind is Kind.OTHER and phrase.lead:
        return _step_broken(clause, n)
    return _step_of_places(clause, n) if phrase.kind is Kind.COMMA else 0


def _is_model(clause: Clause, noun: Phrase) -> bool:
    """Whether a name only says which: "of the plane | An-2", "for the match | Norway-Chile"."""
    figured = clause.keys[noun.end - 1][0].isdigit() and clause.capital[noun.start]
    paired = (
        noun.end - noun.start == _PAIR and noun.head in clause.tokens.joined and clause.capital[noun.head]
    )
    return figured or (paired and clause.among(noun.head, "place") and clause.among(noun.start, "place"))


def _is_span(clause: Clause, noun: Phrase) -> bool:
    """ "15 years"."""
    return (
        clause.keys[noun.start].isdigit() and noun.end == noun.start + 2 and clause.among(noun.head, "time")
    )


def _step_broken(clause: Clause, n: int) -> int:
    """What a preposition leads where its noun looks like something else: "of | severe | flooding", "due to |
    hungry | bears", "in | the | near future", "at the age of | 93"."""
    at = n + 1
    if clause.key(clause.phrases[n].end) == "those" and clause.phrases[n].lead == "of":
        return 3 * (clause.kind(n + 2) is Kind.VERB and clause.phrases[n + 2].form in ("D", "P"))
    if clause.among(clause.phrases[n].end, "article"):
        return 3 * (clause.kind(n + 2) is Kind.PREP)
    while clause.kind(at) is Kind.OTHER and clause.letters(clause.phrases[at].start)[:1] == "J":
        at += 1
    last = clause.phrases.at(at)
    if last is None:
        return 0
    if last.kind is Kind.OTHER:
        aged = at == n + 1 and clause.keys[last.start].isdigit() and clause.phrases[n].lead != "from"
        return at + 1 - n if aged else 0  # not "from | 30 | to 40 people"
    named = last.form in ("G", "Z") and "N" in clause.letters(last.head).replace("S", "N")
    gerund = last.form == "G" and clause.kind(at + 1) in (Kind.NOUN, Kind.VERB)
    if gerund and (clause.kind(at + 1) is Kind.NOUN or clause.phrases[at + 1].form == "G"):
        return at + 2 - n  # "on | fighting | poaching"
    if last.kind is Kind.VERB and named and last.end == last.start + 1:
        return at + 1 - n
    return at + 1 - n if last.kind is Kind.NOUN and not last.opened and not last.name else 0


def _step_near(clause: Clause, n: int) -> int:
    """ "next | to the church", "not | far | from Tver", "long | before the war"."""
    after = n
    while (
        clause.kind(after) in (Kind.OTHER, Kind.ADVERB)
        and clause.keys[clause.phrases[after].start] in _NEARING
    ):
        after += 1
    if clause.keys[clause.phrases[n].start] == "not" and after == n + 1:
        return 0  # "Not until the spring"
    return (
        after - n
        if after > n and clause.kind(after) in (Kind.PREP, Kind.TIME) and clause.phrases[after].lead
        else 0
    )


def _step_between_dashes(clause: Clause, n: int) -> int:
    """ "in the capital of Kenya | – | Nairobi | –"."""
    inner, end = clause.phrases.at(n + 1), clause.phrases.at(n + 2)
    if n == 0 or inner is None or end is None:
        return 0
    quoted = clause.keys[clause.phrases[n].start - 1] == clause.keys[inner.end - 1] == QUOTE
    paired = clause.among(clause.phrases[n - 1].head, "place") and _is_place_alone(clause, inner)
    if end.kind is Kind.VERB and end.form == "D" and clause.kind(n - 1) is Kind.PREP and (quoted or paired):
        return 2  # "after the match “Mill” | – | “Star”", "in the capital of Norway | – | Oslo"
    if clause.keys[end.start] not in DASHES:
        return 0
    return 3 * (inner.kind is Kind.PREP or _is_place_alone(clause, inner))


def _step_while(clause: Clause, n: int) -> int:
    """ "while | trying | to smuggle | arms", "when | putting | out a fire"."""
    if clause.phrases[n + 1].form != "G":
        return 0
    after = n + 2
    if clause.kind(after) is Kind.VERB and clause.phrases[after].form == "T":
        after += 1
    after += clause.kind(after) is Kind.NOUN
    return after - n


def _step_of_places(clause: Clause, n: int) -> int:
    """ ", | Omsk region", ", | Tver | , | Tula | and | Perm"."""
    before, place = clause.phrases[n - 1], clause.phrases.at(n + 1)
    if before.kind is not Kind.PREP or place is None or not _is_place_alone(clause, place):
        return 0
    if clause.among(place.head, "area-noun") and not place.opened:
        return 2 + (clause.kind(n + 2) is Kind.COMMA)
    items, at, joined = 1, n + 2, False
    while clause.kind(at) is Kind.COMMA or clause.is_and(at):
        noun = clause.phrases.at(at + 1)
        if noun is None or not _is_place_alone(clause, noun):
            break
        joined = joined or clause.is_and(at)
        items, at = items + 1, at + 2
    return at - n if items + (not joined) >= _FEWEST_ITEMS else 0


def _is_place_alone(clause: Clause, phrase: Phrase) -> bool:
    """Whether a noun phrase is the name of a place: "Omsk", "the Czech Republic", "Omsk region"."""
    named = phrase.kind is Kind.NOUN and clause.among(phrase.head, *_MOST_OPEN)
    first = phrase.start + clause.among(phrase.start, "article")
    return named and clause.capital[first]


def spans_before_event(clause: Clause, n: int) -> bool:
    """Whether a time that could be the subject of verb `n` cannot be that of what it says: "Two days | raged
    | a storm", "About three hours continued the talks", "December 31 ended the show"."""
    verb, first, after = clause.phrases[n], clause.phrases[0], clause.phrases.at(n + 1)
    if not clause.headline:
        return False
    dated = clause.among(0, "month") or clause.among(first.head, "month")
    if dated and verb.form in ("A", "M") and verb.end > verb.start + 1:
        return clause.among(verb.head, "dated-verbs")
    if not clause.among(verb.head, *HAPPENING):
        return False
    if after is None or after.kind is not Kind.NOUN:
        return verb.form == "B" and not clause.is_plural(first.head) and not clause.among(first.head, "month")
    if verb.form in ("A", "M"):
        return False
    if dated or clause.is_plural(first.head):
        return True
    return not after.opened or clause.among(after.head, "event", "held-event")
