"""Headlines that have lost their verb: a place comes first, and what goes on there is but named."""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.clause.fronts.ends import holds_none, is_place
from tqcheck.clause.reading.clause import Clause, Found
from tqcheck.clause.reading.lexicon import tags
from tqcheck.clause.reading.phrases import Kind, Phrase
from tqcheck.rulebook.tokens import QUOTE

_LEADS = frozenset(("at", "in", "on", "throughout"))
_RULE = "event-without-verb"
_STATES = frozenset(("at", "in", "on", "for", "under", "without"))
_PAUSES = frozenset((":", ",", "–", "—", "-"))
_ENDS = frozenset((":", "–", "—", "-"))
_RELATIVE = frozenset(("that", "when", "where", "which", "who", "whose"))
_DESCRIBING = frozenset(("dedicated", "devoted", "named", "related", "timed"))
"""Participles that may follow a noun: "a concert dedicated to the jubilee"."""


def event_without_verb(clause: Clause) -> Iterator[Found]:
    """ "In Moscow, the premiere of a new film": Russian says that it was held, and the verb was lost."""
    if not clause.headline or clause.keys[0] not in _LEADS or "?" in clause.keys:
        return
    if not clause.has("held-event"):
        return
    if at := _event_within_front(clause):
        yield clause.found("event-without-verb", 0, at + 1)
        return
    n = clause.skip(0, Kind.PREP, Kind.TIME)
    apart = clause.kind(n) is Kind.COMMA
    if not n or clause.kind(n + apart) is not Kind.NOUN:
        return
    front = [phrase for phrase in clause.phrases[:n] if phrase.kind is Kind.PREP]
    noun = clause.phrases[n + apart]
    if not any(is_place(clause, phrase) or clause.among(phrase.head, "region-noun") for phrase in front):
        return
    named = clause.among(noun.head, "held-event") and (
        apart or clause.among(noun.start, "det") or holds_none(clause, n)
    )
    if (
        named
        and not (apart and _is_scene(clause, noun))
        and not _has_doer(clause, noun)
        and _goes_on(clause, noun)
        and not _has_predicate(clause, noun.end)
    ):
        yield clause.found("event-without-verb", 0, noun.end)


def _event_within_front(clause: Clause) -> int:
    """Where the event stands that was read as one with the place before it: "In the centre of Tver |
    explosion", "In Oslo | premiere of a film"; 0 for nowhere."""
    if "'s" in clause.keys or any(phrase.is_finite for phrase in clause.phrases):
        return 0
    for phrase in clause.phrases:
        if phrase.kind not in (Kind.PREP, Kind.TIME):
            return 0
        at = phrase.end - 1
        alone = phrase.kind is Kind.PREP and not phrase.opened and at > phrase.start + 1
        if not (alone and clause.among(at, "held-event")) or clause.capital[at]:
            continue
        named = all(clause.capital[place] for place in range(phrase.start + 1, at))
        ends = clause.key(phrase.end) in ("", ",", "of") and not _has_predicate(clause, phrase.end)
        return at if named and ends and clause.among(at - 1, "place", "place-noun", "toponym") else 0
    return 0


def _is_scene(clause: Clause, noun: Phrase) -> bool:
    """Whether it may be the headline of a feature: "In Norway, a funeral for a poet"."""
    new = clause.keys[noun.start] in ("a", "an") and clause.among(noun.head, "celebration")
    return new and clause.key(noun.end) not in _DESCRIBING


def _has_doer(clause: Clause, noun: Phrase) -> bool:
    """Whether the last word may be a verb, somebody before it: "the governor talks", "supporters rally"."""
    before = range(noun.start, noun.head)
    someone = clause.among(noun.head - 1, "someone", "people") and noun.head > noun.start
    return someone or any(clause.keys[at] == QUOTE or clause.among(at, "given") for at in before)


def _goes_on(clause: Clause, noun: Phrase) -> bool:
    """Whether the noun phrase is read to its end: a mark, a preposition or a participle comes next."""
    after = clause.key(noun.end)
    known = after in ("", ",", ":", "–", "—", ".", QUOTE) or clause.among(noun.end, "prep")
    return known or after in _DESCRIBING or after in _RELATIVE


def _has_predicate(clause: Clause, at: int) -> bool:
    """Whether a word from `at` on can be a verb of the main clause; a relative clause has one of its own."""
    relative = 0
    for place in range(at, len(clause.keys)):
        key = clause.keys[place]
        if key in _ENDS and place not in clause.tokens.joined:
            return False
        relative += key in _RELATIVE
        if clause.among(place, "aux") or _can_be_verb(clause, place):
            if not relative:
                return True
            relative -= not clause.among(place + 1, "aux") and not _can_be_verb(clause, place + 1)
    return False


def _can_be_verb(clause: Clause, at: int) -> bool:
    letters = clause.letters(at)
    before = clause.keys[at - 1]
    nominal = before not in _RELATIVE and clause.among(at - 1, "prep", "det", "numeral")
    if not letters or nominal or clause.keys[at] in _DESCRIBING:
        return False
    if letters[0] in "DPZB":
        return "N" not in letters or letters[0] in "DZ"
    after_noun = clause.capital[at - 1] or before == QUOTE or tags(before)[:1] in ("N", "S")
    return after_noun and ("Z" in letters or "D" in letters)


def state_without_verb(clause: Clause) -> Iterator[Found]:
    """ "In Oslo in the midst of a festival", "In Oslo on trial the killer of two cats", "In the Omsk region
    now a new governor": where, in what state and since when, and then who it is."""
    if not clause.headline or "?" in clause.keys or clause.kind(0) is not Kind.PREP:
        return
    if not clause.has_any("state-phrase", "state-adverb") or any(
        phrase.is_finite for phrase in clause.phrases
    ):
        return
    if not _PAUSES.isdisjoint(clause.keys):
        return
    for n, phrase in enumerate(clause.phrases):
        if n and not holds_none(clause, n):
            return
        if phrase.kind is Kind.ADVERB and n and clause.among(phrase.start, "state-adverb"):
            after = clause.phrases.at(n + 1)
            named = after is not None and (after.form == "G" or (after.kind is Kind.NOUN and after.opened))
            if named and is_place(clause, clause.phrases[n - 1]):
                yield clause.found(_RULE, phrase.start, phrase.end + 1)
            return
        if phrase.kind not in (Kind.PREP, Kind.TIME):
            return
        if phrase.kind is Kind.PREP and clause.among(phrase.head, "state-phrase") and phrase.lead in _STATES:
            end = clause.skip(n + 1, Kind.PREP, Kind.TIME)
            followed = clause.kind(end) is Kind.NOUN or clause.phrases[n + 1 : n + 2] != []
            if followed and (n or clause.kind(end) is Kind.NOUN):
                yield clause.found(_RULE, phrase.start, phrase.end)
            return
