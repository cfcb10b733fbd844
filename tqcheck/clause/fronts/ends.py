"""What Russian puts first: places, times and matters, as far as they can hold no subject."""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.clause.fronts.led import holds_no_subject
from tqcheck.clause.fronts.longer import longer_step, spans_before_event
from tqcheck.clause.reading.clause import DASHES, Clause
from tqcheck.clause.reading.phrases import Kind, Phrase, preposition

_FRONT = (Kind.PREP, Kind.TIME, Kind.ADVERB, Kind.COMMA)
_OPENING = DASHES | {":", "that"}
_FEWEST = 4
"""Tokens of a clause within a sentence, at least."""
_LATER = frozenset(("in", "at", "on", "near", "under", "by", "after", "during"))
"""What may begin the front of a clause behind a comma."""
_WHOLE = frozenset((("all", "across"), ("all", "around"), ("all", "over"), ("both", "at"), ("both", "in")))
"""What stands before a place: "all over Russia", "both in Tver and in Omsk"."""
_NO_PLACE = frozenset(("about", "including", "more", "never", "only", "rarely", "seldom", "up"))
_NO_FRONTS = frozenset(
    (
        ("at", "least"),
        ("at", "most"),
        ("by", "contrast"),
        ("following", "these"),
        ("following", "this"),
        ("for", "example"),
        ("for", "instance"),
        ("for", "it"),
        ("in", "general"),
        ("in", "particular"),
        ("just", "about"),
        ("of", "course"),
        ("on", "average"),
        ("per", "se"),
    )
)
"""What counts a subject, is one, or stands before it as an adverb does."""
_TELLING = frozenset(("that", "who"))
_PLACES = frozenset(("in", "at", "on", "near"))
_ALL_OVER = frozenset(("across", "around", "throughout"))


def later_clauses(clause: Clause) -> Iterator[int]:
    """The tokens at which a clause of its own may begin: behind a colon, a dash, "said that" with a front."""
    if clause.headline and (at := _after_last_comma(clause)):
        yield at
    if _OPENING.isdisjoint(clause.keys):
        return
    dashed = False
    for at, key in enumerate(clause.keys[1:-_FEWEST], 1):
        if key not in _OPENING or at in clause.tokens.joined:
            continue
        said = key != "that" or clause.among(at - 1, "saying-verbs", "admit-verbs")
        opens = clause.among(at + 1, "prep", "day", "time-lead") or key != "that"
        if said and opens and not (dashed and key in DASHES):
            yield at + 1
        dashed = dashed or key in DASHES  # "Primorye – a region of the east – last year broke a record"


def _after_last_comma(clause: Clause) -> int:
    """The token behind the last comma of a headline where a front may begin there, as in "the match is over,
    in Tver injured ten fans"; 0 where none may."""
    if "," not in clause.keys:
        return 0
    at = len(clause.keys) - clause.keys[::-1].index(",")
    long = len(clause.keys) - at >= _FEWEST and at > _FEWEST
    if not long or clause.key(at) not in _LATER:
        return 0
    return at if any(verb.start < at for _, verb in clause.verbs()) else 0


def after_front(clause: Clause) -> int:
    """The number of the first phrase after a front of places, times and matters; 0 where there is none."""
    n = int(tuple(clause.keys[:2]) in _WHOLE and clause.kind(1) is Kind.PREP)
    if not n and not (_may_be_front(clause) and _begins(clause)):
        return 0
    while True:
        step = _front_step(clause, n)
        if not step:
            break
        n += step
    if clause.kind(n) is not Kind.VERB or "there" in clause.keys[: clause.phrases[n].start]:
        return 0
    told = clause.kind(0) is not Kind.TIME or _is_adverbial(clause) or spans_before_event(clause, n)
    return n if told else 0


def _begins(clause: Clause) -> bool:
    """Whether the first phrase is one of a front."""
    return clause.kind(0) in _FRONT or _is_distance(clause, 0) or _is_longer(clause, 0)


def _is_longer(clause: Clause, n: int) -> bool:
    return clause.headline and longer_step(clause, n) > 0


def _may_be_front(clause: Clause) -> bool:
    """Whether a front may begin the sentence: to be asked before phrases are read."""
    first = clause.keys[0]
    if first == "to" and 2 in clause.tokens.joined:
        return False  # "To re-quote the minister"
    if clause.is_counted(0):
        return clause.headline and clause.kind(0) is Kind.TIME  # "About three hours"
    if first in _NO_PLACE or tuple(clause.keys[:2]) in _NO_FRONTS:
        return False
    listed = preposition(clause, 0) or clause.among(0, "adverb", "day", "month", "time-lead", "front-lead")
    return bool(listed) or first[0].isdigit() or first.endswith("ly")


def _is_adverbial(clause: Clause) -> bool:
    """Whether a time that comes first can be no subject, as in "The third day brought medals" it is."""
    first = clause.phrases[0]
    if first.kind is not Kind.TIME or first.lead or clause.among(0, "day", "demonstrative"):
        return True
    if clause.keys[first.head] == "ago":
        return True
    lead = clause.phrases[1].lead if clause.kind(1) is Kind.PREP else ""
    dated = first.end > 1 and (clause.among(0, "month") or clause.among(first.head, "month"))
    return lead in ((*_PLACES, *_ALL_OVER) if dated else ("before", "after"))


def _front_step(clause: Clause, n: int) -> int:
    """How many phrases from `n` on belong to the front."""
    kind = clause.kind(n)
    if kind is Kind.COMMA and (length := _relative_clause(clause, n)):
        return length
    if clause.headline and n and kind is Kind.OTHER and (length := _told_of(clause, n)):
        return length
    if (kind in _FRONT and (kind is not Kind.COMMA or not clause.headline)) or _is_distance(clause, n):
        return 1
    if kind is not None and clause.headline and (length := longer_step(clause, n)):
        return length
    if kind is None or n == 0 or kind is Kind.COMMA:
        return int(kind is Kind.COMMA)
    phrase, before, after = clause.phrases[n], clause.kind(n - 1), clause.kind(n + 1)
    if before is Kind.PREP and after in (Kind.NOUN, Kind.PREP) and clause.is_and(n):
        return 2  # "in Russia and other countries"
    if kind is Kind.VERB and phrase.form == "T" and after is Kind.PREP and before is Kind.PREP:
        return int(clause.headline)  # "for attempts | to save | on fuel"
    if kind is Kind.VERB and phrase.form == "T" and after is Kind.NOUN:
        if clause.among(clause.phrases[n + 1].start, "subject-pronoun"):
            return 0  # "in his haste to leave | he"
        return 2  # "to help the doctors"
    if kind is Kind.VERB and before is Kind.COMMA and after is Kind.PREP and phrase.form in ("D", "P", "G"):
        end = clause.skip(n + 1, Kind.PREP, Kind.TIME, Kind.ADVERB)
        return int(clause.kind(end) is Kind.COMMA)  # ", seized off the coast,"
    taken = kind is Kind.VERB and phrase.form in ("D", "P") and before is Kind.PREP and after is Kind.PREP
    if not taken:
        return 0
    verb = clause.skip(n + 1, Kind.PREP, Kind.TIME)
    followed = clause.kind(verb) is Kind.VERB and clause.phrases[verb].is_finite
    return 2 if followed or clause.phrases[n + 1].lead == "by" else 0  # "captured by", "liberated from"


def _is_distance(clause: Clause, n: int) -> bool:
    """ "30 kilometers | from the city"."""
    if clause.kind(n) is not Kind.NOUN or clause.kind(n + 1) is not Kind.PREP:
        return False
    return clause.among(clause.phrases[n].head, "distance") and clause.phrases[n + 1].lead == "from"


def _relative_clause(clause: Clause, n: int) -> int:
    """How many phrases ", which is held in Israel," has; 0 where none begins at the comma `n` and ends."""
    if not clause.among(clause.phrases[n].end, "relative-pronoun"):
        return 0
    end = n + 1
    while clause.kind(end) not in (None, Kind.COMMA):
        end += 1
    closed = clause.kind(end) is Kind.COMMA and any(verb.is_finite for verb in clause.phrases[n:end])
    return end + 1 - n if closed else 0


def _told_of(clause: Clause, n: int) -> int:
    """How many phrases "who hit a pedestrian," has, behind which a verb comes; 0 where none begins here."""
    if clause.keys[clause.phrases[n].start] not in _TELLING or clause.kind(n - 1) is not Kind.PREP:
        return 0
    verb = clause.phrases.at(n + 1)
    if verb is None or not verb.is_finite:
        return 0
    end = n + 1
    while clause.kind(end) not in (None, Kind.COMMA):
        end += 1
    after = clause.phrases.at(end + 1)
    return end + 1 - n if after is not None and after.kind is Kind.VERB and after.form != "B" else 0


def holds_none(clause: Clause, n: int) -> bool:
    """Whether no phrase of the front can have the subject of the verb in it."""
    front = [phrase for at, phrase in enumerate(clause.phrases[:n]) if _is_led(clause, at)]
    timed = Kind.TIME in (clause.kind(0), clause.kind(1))
    timed = timed or (clause.headline and clause.kind(0) is Kind.OTHER)
    return bool(front or timed) and all(holds_no_subject(clause, phrase) for phrase in front)


def _is_led(clause: Clause, n: int) -> bool:
    """Whether phrase `n` has a preposition, or shares that of another: "in Russia and | Siberia"."""
    if clause.kind(n) is not Kind.NOUN:
        return clause.kind(n) is Kind.PREP
    if n and clause.kind(n - 1) is Kind.VERB and clause.keys[0] != "to":
        return _is_after_gerund(clause, n)  # "while smuggling arms"
    if n and clause.kind(n - 1) is Kind.OTHER and not clause.is_and(n - 1):
        return True  # "due to hungry | bears"
    return clause.kind(n - 2) is Kind.PREP and clause.is_and(n - 1)


def _is_after_gerund(clause: Clause, n: int) -> bool:
    """ "while | trying | to smuggle | arms"."""
    at = n - 1 - (clause.phrases[n - 1].form == "T" and clause.kind(n - 2) is Kind.VERB)
    return clause.phrases[at].form == "G"


def is_place(clause: Clause, phrase: Phrase) -> bool:
    known = clause.among(phrase.head, "place", "place-noun")
    return phrase.lead in (*_PLACES, "of") and (known or clause.capital[phrase.head])
