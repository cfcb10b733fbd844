"""Sentences in which what is done to stands first and who does it last, or between them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from tqcheck.clause.reading.clause import Clause
from tqcheck.clause.reading.phrases import Kind, Phrase
from tqcheck.clause.reordered.pieces import Piece, Unclear, over
from tqcheck.clause.reordered.subject import Subject, read_subject

_MOST = 30
"""Tokens of a sentence that is said anew."""
_MOST_AFTER = 8
"""Tokens behind a verb, after which a place still tells of it."""
_ENDS = frozenset((".", "!"))
_MARKS = frozenset((",", "–", "—", "-", ":", ";", "?", "n"))
_JOINING = frozenset(("and",))


def doer_before_verb(clause: Clause, at: int, end: int) -> list[Piece]:
    """ "The season | opened | Moscow bikers" → "Moscow bikers opened the season"; "The budget | the minister
    | discussed | with us" → "The minister discussed the budget with us". Raises Unclear."""
    phrases, mark = _phrases(clause)
    first = _number_at(phrases, at)
    n = next((n for n in range(first, len(phrases)) if phrases[n].kind is Kind.VERB), 0)
    if not n or phrases[n].end > end or not first:
        raise Unclear("no verb")
    verb = phrases[n]
    if not clause.among(verb.head, "done-by-verbs"):
        raise Unclear("verb " + clause.keys[verb.head])
    thing, times = _thing(clause, phrases[:first])
    bare = not (phrases[0].opened or phrases[0].name or clause.is_plural(phrases[0].head))
    if bare and (len(thing) == 1 or clause.among(verb.head, "feast-verbs", "jubilee-verbs")):
        raise Unclear("bare")  # "Anniversary | celebrates | the poet"
    if first < n:
        doer, rest = phrases[first:n], phrases[n + 1 :]
        _check_plain(clause, rest)
        words: list[Piece] = [range(verb.start, verb.end)]
        pieces: list[Piece] = [_doer(doer), *words, thing, *([over(rest)] if rest else [])]
    else:
        pieces = _doer_behind(clause, phrases, n, thing)
    return [*pieces, *times, *([mark] if mark else [])]


def adverbial_after_verb(clause: Clause, at: int, end: int) -> list[Piece]:
    """ "The minister | in the Kremlin | held | talks" → "The minister held talks in the Kremlin"; before a
    longer rest what stands between them comes first. Raises Unclear."""
    phrases, mark = _phrases(clause)
    first = _number_at(phrases, at)
    n = first
    while n < len(phrases) and phrases[n].kind in (Kind.PREP, Kind.TIME):
        n += 1
    if not first or n in (first, len(phrases)) or phrases[n].kind is not Kind.VERB or phrases[n].end > end:
        raise Unclear("no verb")
    subject, between, rest = over(phrases[:first]), over(phrases[first:n]), phrases[n:]
    if any(clause.keys[phrase.start] in _MARKS for phrase in phrases[:n]):
        raise Unclear("mark")
    plain = len(rest) > 1 and rest[1].kind is Kind.NOUN and all(phrase.lead == "of" for phrase in rest[2:])
    ending: list[Piece] = [mark] if mark else []
    if plain and len(over(rest)) <= _MOST_AFTER:
        return [subject, over(rest), between, *ending]
    return [between, ",", subject, over(rest), *ending]


def phrase_after_object(clause: Clause, at: int, end: int) -> list[Piece]:
    """ "The minister | received | in the Kremlin | the winners" → "The minister received the winners in the
    Kremlin", where the object is short and has nothing of the kind itself. Raises Unclear."""
    phrases, mark = _phrases(clause)
    first = _number_at(phrases, at)
    n = first
    while n < len(phrases) and phrases[n].kind is Kind.VERB:
        n += 1
    after = n
    while after < len(phrases) and phrases[after].kind in (Kind.PREP, Kind.TIME):
        after += 1
    whole = first and first < n < after < len(phrases) and phrases[n - 1].end <= end
    numbered = phrases[after - 1].kind is Kind.PREP and clause.keys[phrases[after - 1].end - 1][0].isdigit()
    if not whole or numbered:  # "to Oslo 2 | million"
        raise Unclear("object")
    if any(clause.keys[phrase.start] in _MARKS for phrase in phrases[:n]):
        raise Unclear("mark")
    between, thing = phrases[n:after], phrases[after:]
    _check_object(clause, between, thing)
    before = over(phrases[:n])
    return [before, over(thing), over(between), *([mark] if mark else [])]


def _check_object(clause: Clause, between: Sequence[Phrase], thing: Sequence[Phrase]) -> None:
    """Whether what stands between can follow the object and still belong to the verb."""
    if thing[0].kind is not Kind.NOUN or len(over(thing)) > _MOST_AFTER:
        raise Unclear("object")
    leads = {phrase.lead for phrase in between if phrase.lead != "of"}
    if "with" in leads:
        leads |= {"between", "for"}
    for one, phrase in pairwise(thing):
        named = phrase.kind is Kind.NOUN and clause.names_person(phrase) and not clause.names_person(one)
        joined = clause.keys[phrase.start] in _JOINING or clause.keys[one.start] in _JOINING
        if not (phrase.kind is Kind.PREP or named or joined) or phrase.lead in leads:
            raise Unclear("what follows the object")


def _phrases(clause: Clause) -> tuple[list[Phrase], str]:
    """The phrases, without the mark that ends them, and it."""
    if len(clause.keys) > _MOST:
        raise Unclear("long")
    phrases = list(clause.phrases)
    if phrases and clause.keys[-1] in _ENDS and phrases[-1].end == phrases[-1].start + 1:
        return phrases[:-1], clause.tokens.words[phrases[-1].start]
    return phrases, ""


def _number_at(phrases: Sequence[Phrase], at: int) -> int:
    return next((n for n, phrase in enumerate(phrases) if phrase.start == at), 0)


def _thing(clause: Clause, phrases: Sequence[Phrase]) -> tuple[range, list[Piece]]:
    """What is done to, and the time that stands behind it."""
    times: list[Piece] = []
    if len(phrases) > 1 and phrases[-1].kind is Kind.TIME and phrases[-1].lead != "of":
        times, phrases = [over(phrases[-1:])], phrases[:-1]
    if not phrases or phrases[0].kind is not Kind.NOUN:
        raise Unclear("thing")
    for before, phrase in pairwise(phrases):
        joined = clause.keys[phrase.start] in _JOINING or clause.keys[before.start] in _JOINING
        if phrase.kind is not Kind.PREP and phrase.lead != "of" and not joined:
            raise Unclear("thing " + phrase.kind)
    return over(phrases), times


def _doer(phrases: Sequence[Phrase]) -> range:
    if any(phrase.kind is not Kind.NOUN and phrase.lead != "of" for phrase in phrases):
        raise Unclear("doer")
    return over(phrases)


def _check_plain(clause: Clause, phrases: Sequence[Phrase]) -> None:
    """Nothing but nouns and what has a preposition may follow."""
    for phrase in phrases:
        joined = clause.keys[phrase.start] in _JOINING
        if phrase.kind not in (Kind.NOUN, Kind.PREP, Kind.TIME) and not joined:
            raise Unclear("rest " + clause.keys[phrase.start])


def _doer_behind(clause: Clause, phrases: Sequence[Phrase], n: int, thing: range) -> list[Piece]:
    verb, after = phrases[n], n + 1
    while after < len(phrases) and phrases[after].kind in (Kind.PREP, Kind.TIME):
        after += 1
    inner: list[Piece] = [over(phrases[n + 1 : after])] if after > n + 1 else []
    subject = read_subject(clause, phrases[after:], verb)
    if subject.later is not None or subject.closing:
        raise Unclear("doer's")
    if subject.tail is not None:
        if clause.keys[subject.tail.start] != "with":
            raise Unclear("doer's tail")
        inner.insert(0, subject.tail)
    named = clause.capital[subject.noun.head] or clause.is_someone(subject.noun)
    if not named:
        raise Unclear("who")
    head = verb.head
    if clause.among(head, "appoint-verbs", "elect-verbs"):
        if verb.form != "D" or not subject.number or not clause.headline:
            raise Unclear("appointed")
        auxiliary = "have been" if subject.number == "P" else "has been"
        thing = range(thing.start + (clause.keys[thing.start] == "the"), thing.stop)
        return [subject.tokens, auxiliary, range(verb.start, verb.end), thing, *inner]
    return [subject.tokens, *_active(clause, verb, subject), thing, *inner]


def _active(clause: Clause, verb: Phrase, subject: Subject) -> list[Piece]:
    """The verb as it stands between who does it and what is done to."""
    if verb.form in ("D", "M"):
        passive = clause.is_passive(verb)
        if passive:
            raise Unclear("passive")
        return [range(verb.start, verb.end)]
    if verb.form == "A" and clause.keys[verb.start] in ("was", "were") and verb.head == verb.start + 1:
        if not clause.keys[verb.head].endswith("ed"):
            raise Unclear("passive")
        return [range(verb.head, verb.end)]
    fits = subject.number and (verb.form == "Z") == (subject.number == "S")
    if verb.form not in ("Z", "B") or not fits:
        raise Unclear("form")
    return [range(verb.start, verb.end)]
