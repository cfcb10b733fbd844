"""Short sentences in which the verb stands before its subject, said in the English order.

"In Karelia overturned the bus" → "The bus overturned in Karelia", "In Tver detained a thief" → "A thief has
been detained in Tver".
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence

from tqcheck.clause.reading.clause import Clause
from tqcheck.clause.reading.lexicon import tags
from tqcheck.clause.reading.line import word_lists
from tqcheck.clause.reading.phrases import Kind, Phrase
from tqcheck.model import Document, Finding, Segment, SegmentKind
from tqcheck.resolve import WORD_ORDER
from tqcheck.rulebook.tokens import QUOTE, tokens_of

_MOST = 24
"""Tokens of a sentence that is said anew."""
_MOST_PARTS = 2
"""Places and times that may stand at its end."""
_NUMBERS = {"is": "S", "was": "S", "has": "S", "are": "P", "were": "P", "have": "P"}
_ENDS = frozenset((".", "!"))
_GOING_TO = frozenset(("to", "into"))


def said_anew(document: Document, findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """The findings, to the message of which is added how the sentence is said in English, where it is short,
    its parts are known and nothing else is wrong with it."""
    segments = list(document.segments())
    starts = [segment.span.start for segment in segments]
    own = [bisect_right(starts, finding.span.start) - 1 for finding in findings]
    alone = {at for at, count in Counter(own).items() if count == 1 and at >= 0}
    return tuple(
        _with_sentence(document, finding, segments[at])
        if finding.category == WORD_ORDER and at in alone
        else finding
        for finding, at in zip(findings, own, strict=True)
    )


def _with_sentence(document: Document, finding: Finding, segment: Segment) -> Finding:
    said = _sentence(document, segment, finding.span.start)
    return finding._replace(message=f"{finding.message} Say: {said}") if said else finding


def _sentence(document: Document, segment: Segment, offset: int) -> str:
    """The sentence in which a verb stands at an offset, in the English order; "" as below, and for one that
    markup runs through."""
    start, end = segment.span
    if document.text[start:end] != document.prose[start:end]:
        return ""
    tokens = tokens_of(document.prose, start, end)
    at = bisect_right(tokens.starts, offset) - 1
    clause = Clause(tokens, word_lists(), segment.kind is SegmentKind.HEADLINE)
    said = " ".join(in_english_order(clause, at).split())
    return said if not said or said[-1] in _ENDS else f"{said}."


def in_english_order(clause: Clause, at: int) -> str:
    """The sentence whose verb stands at token `at`: front, verb, and a subject that ends it; "" where it is
    not sure of these parts."""
    if len(clause.keys) > _MOST:
        return ""
    phrases = list(clause.phrases)
    mark = clause.tokens.words[phrases.pop().start] if clause.keys[-1] in _ENDS else ""
    n = next((n for n, phrase in enumerate(phrases) if phrase.start <= at < phrase.end), 0)
    if not n or phrases[n].kind is not Kind.VERB:
        return ""
    parts, rest = _parts(phrases[:n]), phrases[n + 1 :]
    number = _number(clause, rest)
    if not parts or not number:
        return ""
    timed = any(part[0].kind is Kind.TIME for part in parts)
    verb = _said(clause, phrases[n], number, done=clause.headline and not timed)
    subject = _text(clause, rest)
    front = " ".join(_within(clause, part) for part in parts)
    return f"{subject[0].upper()}{subject[1:]} {verb} {front}{mark}" if verb else ""


def _parts(front: Sequence[Phrase]) -> list[list[Phrase]]:
    """The places and times of a front, each with what belongs to it, places first; none where it has anything
    else but a comma at its end, or too many, or two of one kind."""
    if front and front[-1].kind is Kind.COMMA:
        front = front[:-1]
    parts: list[list[Phrase]] = []
    for phrase in front:
        if phrase.kind not in (Kind.PREP, Kind.TIME) or phrase.lead in _GOING_TO:
            return []
        if phrase.lead == "of" and parts:
            parts[-1].append(phrase)
        else:
            parts.append([phrase])
    leads = {part[0].lead for part in parts}
    if len(parts) > _MOST_PARTS or len(leads) < len(parts):
        return []
    return sorted(parts, key=lambda part: part[0].kind is Kind.TIME)


def _number(clause: Clause, rest: Sequence[Phrase]) -> str:
    """The number of what follows the verb, where it is one noun and what belongs to it: with "of", a name
    after an office, what somebody is suspected of; "" otherwise."""
    if not rest or rest[0].kind is not Kind.NOUN:
        return ""
    noun, more = rest[0], rest[1:]
    first = clause.keys[noun.start]
    if more and noun.number == "S" and more[0].kind is Kind.NOUN and clause.names_person(more[0]):
        more = more[1:]  # "the painter | Ivan Petrov"
    elif len(more) > 1 and more[0].kind is Kind.VERB and clause.is_someone(noun):
        more = more[1:] if clause.among(more[0].start, "people-participle") else more
    if any(phrase.lead != "of" for phrase in more) or first == QUOTE or clause.among(noun.start, "pronoun"):
        return ""
    several = noun.number == "P"
    if several and (first in ("a", "an") or (first[0].isdigit() and noun.start + 1 in clause.tokens.joined)):
        return ""  # "a press conference skaters", "9-year-old girl"
    named = clause.names_person(noun)
    if (named or more != rest[1:]) and _tells_event(clause, noun):
        return ""  # "a press conference Ivan Petrov"
    return noun.number or ("S" if named else "")


def _tells_event(clause: Clause, noun: Phrase) -> bool:
    return any(clause.among(at, "event", "held-event") for at in range(noun.start, noun.end))


def _said(clause: Clause, verb: Phrase, number: str, *, done: bool) -> str:
    """The verb after its subject, which may need "has been" or, where it is not told as just `done`, "was";
    "" where it would not fit."""
    first, head = clause.keys[verb.start], clause.keys[verb.head]
    if _NUMBERS.get(first, number) != number or clause.among(verb.head, "unsaid-verbs"):
        return ""
    itself = clause.among(verb.head, "happen-verbs", "come-verbs", "event-verbs", "open-verbs")
    words = _text(clause, [verb])
    if verb.form in ("A", "M"):
        fits = clause.is_passive(verb) or (itself and tags(head)[:1] != "G")
        return words if fits and verb.head > verb.start else ""
    if itself:
        return words if verb.form == "D" or (verb.form == "Z" and number == "S") else ""
    if verb.form != "D" or "P" not in tags(head) or not clause.among(verb.head, "object-verbs", "deed-verbs"):
        return ""
    singular, plural = ("has been", "have been") if done else ("was", "were")
    return f"{singular if number == 'S' else plural} {words}"


def _within(clause: Clause, part: Sequence[Phrase]) -> str:
    """A place or time as it stands within a sentence."""
    text = _text(clause, part)
    return text if part[0].start or clause.is_name(0) else f"{text[0].lower()}{text[1:]}"


def _text(clause: Clause, phrases: Sequence[Phrase]) -> str:
    tokens = clause.tokens
    return tokens.text[tokens.starts[phrases[0].start] : tokens.ends[phrases[-1].end - 1]]
