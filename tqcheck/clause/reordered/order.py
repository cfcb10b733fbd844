"""A sentence in the English order."""

from __future__ import annotations

from collections.abc import Sequence

from tqcheck.clause.reading.clause import Clause
from tqcheck.clause.reading.phrases import Kind, Phrase
from tqcheck.clause.reordered.front import Front, read_front
from tqcheck.clause.reordered.pieces import Piece, Unclear, is_located, over
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
_AIMS = frozenset(("in", "at"))
"""What stands for "to" where somebody or something goes: "In Perm delivered a bell"."""
_SAYING = frozenset(("say", "said", "says"))
_FAREWELLS = frozenset(("goodbye", "farewell"))
_GOING_TO = frozenset(("to", "into", "onto"))


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
    if pieces := _farewell(clause, front, phrases[n:]):
        return pieces
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
    if inner and (verb.second is not None or not subject.noun.is_whole):
        raise Unclear("which noun")  # "detained and placed | in custody driver | of a truck"
    if front.times and subject.tail is not None and _is_time(phrases[after:], subject.tail):
        raise Unclear("two times")  # "Today recalled the events | more than a year ago"
    _check_route(clause, front, verb, subject)
    timed = bool(front.times) or any(phrase.kind is Kind.TIME for phrase in inner)
    if clause.keys[verb.phrase.head] == "put" and not inner and verb.particle is None:
        raise Unclear("where it is put")
    words = said(clause, verb, subject, manner, done=clause.headline and not timed)
    first: list[Piece] = [front.opening, ","] if front.opening is not None else []
    return [
        *first,
        subject.tokens,
        *([subject.closing] if subject.closing else []),
        *words,
        *([over(inner)] if inner else []),
        *_circumstances(clause, front, subject, verb),
        *([subject.later] if subject.later is not None else []),
    ]


def _is_time(phrases: Sequence[Phrase], tail: range) -> bool:
    return any(phrase.start == tail.start and phrase.kind is Kind.TIME for phrase in phrases)


def _farewell(clause: Clause, front: Front, phrases: Sequence[Phrase]) -> list[Piece]:
    """ "In Perm said goodbye to the poet": Perm has said goodbye to him; empty for another sentence."""
    verb, *rest = phrases
    plain = front.opening is None and not front.manner
    alone = plain and [len(place) for place in front.places] == [1]
    told = clause.keys[verb.head] in _SAYING and len(rest) > 1 and clause.keys[rest[0].start] in _FAREWELLS
    if not told or not alone or any(phrase.kind not in (Kind.NOUN, Kind.PREP) for phrase in rest):
        return []
    [[place]] = front.places
    if place.lead != "in" or not clause.among(place.head, "place"):
        return []
    past = verb.form == "D"
    said = ("said" if front.times else "has said") if past else "says"
    times: list[Piece] = [over(part) for part in front.times]
    return [range(place.start + 1, place.end), said, over(rest), *times]


def _circumstances(clause: Clause, front: Front, subject: Subject, verb: Verb) -> list[Piece]:
    """What says where, how and when: a narrower place behind the noun comes before that of the front."""
    places = _places(clause, front, verb)
    times: list[Piece] = [piece for part in front.times for piece in _time(clause, part)]
    tail: list[Piece] = [subject.tail] if subject.tail is not None else []
    return [*tail, *places, *times] if subject.located else [*places, *tail, *times]


def _is_aim(clause: Clause, part: Sequence[Phrase]) -> bool:
    return part[0].lead in _AIMS and is_located(clause, part[0])


def _places(clause: Clause, front: Front, verb: Verb) -> list[Piece]:
    """The places, with the preposition that the verb asks for; a way from its beginning to its end."""
    if not _goes(clause, verb):
        arrives = clause.among(verb.phrase.head, "arrive-verbs")
        return [piece for part in front.places for piece in _place(clause, part, arrives=arrives)]
    aims = [part for part in front.places if _is_aim(clause, part)]
    starts = [part for part in front.places if part[0].lead == "from"]
    others = [part for part in front.places if part not in aims and part not in starts]
    to = [words for part in aims[:1] for words in ("to", range(part[0].start + 1, part[-1].end))]
    return [*map(over, starts), *to, *map(over, aims[1:]), *map(over, others)]


def _place(clause: Clause, part: Sequence[Phrase], *, arrives: bool) -> list[Piece]:
    """A place; English does not arrive to one but in or at it."""
    first = part[0]
    if first.lead != "to" or not arrives:
        return [over(part)]
    within = clause.among(first.head, "place", "wide-place")
    return ["in" if within else "at", range(first.start + 1, part[-1].end)]


def _leads_on(clause: Clause, subject: Subject) -> bool:
    """Whether what stands behind the subject says where from or where to."""
    if subject.tail is None or clause.keys[subject.tail.start] not in _ROUTE:
        return False
    return not clause.is_infinitive(subject.tail.start + 1)


def _goes(clause: Clause, verb: Verb) -> bool:
    return clause.among(verb.phrase.head, "going-verbs") and not verb.set


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
        if clause.keys[following.start] in _PARTICLES and not clause.among(verb.head, "turning-out-verbs"):
            return Verb(verb, particle=over([following])), after + 1
        second = phrases[after + 1] if after + 1 < len(phrases) else None
        joined = clause.keys[following.start] == "and" and second is not None and second.form == verb.form
        if joined and verb.form in ("D", "P") and verb.end == following.start:
            return Verb(verb, second=second), after + 2
    return Verb(verb), after


def _check_route(clause: Clause, front: Front, verb: Verb, subject: Subject) -> None:
    """ "To Perm arrived a train" is said, "To Perm closed a school" is not; nor is a way whose end is told
    twice, or a while for which a deed was done."""
    goes, leads = _goes(clause, verb), front.leads()
    moves = goes or clause.among(verb.phrase.head, "transfer-verbs", "come-verbs", "arrive-verbs")
    if leads & _GOING_TO and not moves:
        raise Unclear("where to")
    if goes:
        aims = sum(_is_aim(clause, part) for part in front.places)
        if any(part[0].lead in _PLACES and not _is_aim(clause, part) for part in front.places):
            raise Unclear("where to")
        if not (aims or leads & _ROUTE) or (aims and leads & _GOING_TO) or _leads_on(clause, subject):
            raise Unclear("where to")
    lasting = any(part[0].lead == "for" and clause.keys[part[0].start + 1] != "the" for part in front.times)
    if lasting and verb.phrase.form in ("D", "M"):
        raise Unclear("duration")  # "For two hours in Perm caught a lynx": how long was it caught?
