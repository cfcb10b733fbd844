"""A sentence in the English order."""

from __future__ import annotations

from collections.abc import Sequence

from tqcheck.clause.reading.clause import Clause
from tqcheck.clause.reading.phrases import Kind, Phrase
from tqcheck.clause.reordered.front import Front, read_front
from tqcheck.clause.reordered.pieces import Piece, Unclear, over
from tqcheck.clause.reordered.subject import Subject, read_subject
from tqcheck.clause.reordered.verb import Verb, lacks_passive, said

_MOST = 30
"""Tokens of a sentence that is said anew."""
_ENDS = frozenset((".", "!"))
_SET = {
    "fire": frozenset(("catch", "catches", "caught")),
    "landing": frozenset(("made", "make", "makes")),
    "place": frozenset(("take", "takes", "took")),
}
"""Objects that are one with their verb: "took place", "made an emergency landing"."""
_INTO = ("force", "effect", "operation", "service")
"""What things come into."""
_PARTICLES = frozenset(("up", "down", "out", "off"))
_ROUTE = frozenset(("to", "into", "from"))
_PLACES = frozenset(("in", "at", "on"))
_GOING_TO = frozenset(("to", "into", "onto"))
_PUNCTUAL = ("for",)


def in_english_order(clause: Clause, at: int, end: int) -> list[Piece]:
    """The pieces of the sentence whose verb stands at the tokens `at` to `end`. Raises Unclear."""
    if len(clause.keys) > _MOST:
        raise Unclear("long")
    phrases = list(clause.phrases)
    mark = ""
    if phrases and clause.keys[-1] in _ENDS and phrases[-1].end == phrases[-1].start + 1:
        mark = clause.tokens.words[phrases.pop().start]
    n = next((n for n, phrase in enumerate(phrases) if phrase.start <= at < phrase.end), -1)
    while 0 <= n < len(phrases) and phrases[n].kind is not Kind.VERB and phrases[n].end < end:
        n += 1
    if not 0 <= n < len(phrases) or phrases[n].kind is not Kind.VERB:
        raise Unclear("no verb")
    if phrases[n].start in clause.tokens.joined:
        raise Unclear("joined")  # "re-elected"
    front = read_front(clause, phrases[:n]) if n else Front(None, (), (), ())
    return [*_after_front(clause, front, phrases, n), *([mark] if mark else [])]


def _after_front(clause: Clause, front: Front, phrases: Sequence[Phrase], n: int) -> list[Piece]:
    verb, after = _whole_verb(clause, phrases, n)
    inner: list[Phrase] = []
    manner = list(front.manner)
    while after < len(phrases) and phrases[after].kind in (Kind.PREP, Kind.TIME, Kind.ADVERB):
        phrase = phrases[after]
        if phrase.kind is not Kind.ADVERB:
            inner.append(phrase)
        elif clause.among(phrase.start, "manner", "beside-verb"):
            manner.append(over([phrase]))
        else:
            raise Unclear(f"adverb {clause.keys[phrase.start]}")
        after += 1
    active = verb.phrase.form in ("B", "Z", "G") or lacks_passive(clause, verb.phrase)
    governed = active or not n  # "Accused | of theft | a man"
    if governed and any(phrase.kind is Kind.PREP for phrase in inner):
        raise Unclear("what the verb governs")  # "prepare | for the visit"
    subject = read_subject(clause, phrases[after:], verb.phrase)
    _check_route(clause, front, verb)
    timed = bool(front.times) or any(phrase.kind is Kind.TIME for phrase in inner)
    words = said(clause, verb, subject, manner, done=clause.headline and not timed)
    first: list[Piece] = [front.opening, ","] if front.opening is not None else []
    return [
        *first,
        subject.tokens,
        *([","] if subject.closed else []),
        *words,
        *([over(inner)] if inner else []),
        *_circumstances(clause, front, subject, arriving=clause.among(verb.phrase.head, "arrive-verbs")),
        *([subject.later] if subject.later is not None else []),
    ]


def _circumstances(clause: Clause, front: Front, subject: Subject, *, arriving: bool) -> list[Piece]:
    """What says where, how and when: a narrower place behind the noun comes before that of the front."""
    places: list[Piece] = []
    for part in front.places:
        if arriving and part[0].lead == "to":  # English arrives in and at
            in_it = clause.among(part[0].head, "place", "wide-place")
            places += ["in" if in_it else "at", range(part[0].start + 1, part[-1].end)]
        else:
            places.append(over(part))
    times: list[Piece] = [piece for part in front.times for piece in _time(clause, part)]
    tail: list[Piece] = [subject.tail] if subject.tail is not None else []
    return [*tail, *places, *times] if subject.located else [*places, *tail, *times]


def _time(clause: Clause, part: Sequence[Phrase]) -> list[Piece]:
    """ "the second day" is "for the second day"."""
    first = part[0]
    in_turn = (
        not first.lead and clause.keys[first.start] == "the" and clause.among(first.start + 1, "numeral")
    )
    return ["for", over(part)] if in_turn else [over(part)]


def _whole_verb(clause: Clause, phrases: Sequence[Phrase], n: int) -> tuple[Verb, int]:
    """The verb with its particle or infinitive, and the number of the phrase after it."""
    verb, after = phrases[n], n + 1
    if after >= len(phrases):
        return Verb(verb), after
    following, head = phrases[after], clause.keys[phrases[after].head]
    if following.form == "T":
        return Verb(verb, infinitive=following), after + 1
    if following.kind is Kind.NOUN and head in _SET and clause.keys[verb.head] in _SET[head]:
        return Verb(verb, particle=over([following]), set=True), after + 1
    if following.lead == "into" and head in _INTO and clause.keys[verb.head] in ("came", "come", "comes"):
        return Verb(verb, particle=over([following]), set=True), after + 1
    if following.end == following.start + 1:
        if clause.keys[following.start] in _PARTICLES and not clause.among(verb.head, "finding-verbs"):
            return Verb(verb, particle=over([following])), after + 1
        second = phrases[after + 1] if after + 1 < len(phrases) else None
        joined = clause.keys[following.start] == "and" and second is not None and second.form == verb.form
        if joined and verb.form in ("D", "P") and verb.end == following.start:
            return Verb(verb, second=second), after + 2
    return Verb(verb), after


def _check_route(clause: Clause, front: Front, verb: Verb) -> None:
    """ "To Perm arrived a train" is said, "To Perm closed a school" is not; nor is "in" where it may stand
    for "to", or a while for which a deed was done."""
    head = verb.phrase.head
    goes = clause.among(head, "going-verbs") and not verb.set
    moves = goes or clause.among(head, "transfer-verbs", "come-verbs", "arrive-verbs")
    if front.leads() & _GOING_TO and not moves:
        raise Unclear("goes to")
    if goes and (not front.leads() & _ROUTE or front.leads() & _PLACES):
        raise Unclear("goes in")
    lasting = any(part[0].lead == "for" and clause.keys[part[0].start + 1] != "the" for part in front.times)
    if lasting and verb.phrase.form in ("D", "M"):
        raise Unclear("duration")  # "For two hours in Perm caught a lynx": how long was it caught?
