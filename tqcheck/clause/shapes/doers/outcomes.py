"""How an event ended, before the event: "The triumph of the hosts ended the Olympics"."""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.clause.reading.clause import Clause, Found
from tqcheck.clause.reading.phrases import Kind, Phrase

_OWN = frozenset(("a", "an", "any", "every", "her", "his", "its", "my", "no", "our", "that", "their", "your"))
_VIOLENT = frozenset(("battle", "brawl", "clashes", "fight", "fires", "pogroms", "riots", "unrest"))
"""What may well put an end to an event, too."""


def outcome_before_event(clause: Clause) -> Iterator[Found]:
    """ "The draw ended the match", "Mass riots ended in Norway the championship": it ended in a draw."""
    if not clause.headline or not clause.has("outcome", "end-verbs", "ending-event"):
        return
    first = 0 if clause.kind(0) is Kind.NOUN else clause.skip(0, Kind.PREP, Kind.TIME, Kind.COMMA)
    last = first
    if clause.is_and(first + 1):
        last += 2  # "Fires and pogroms"
    n = clause.verb_of(last)
    after = clause.skip(n + 1, Kind.PREP, Kind.TIME) if n is not None else 0
    if n is None or clause.kind(after) is not Kind.NOUN:
        return
    outcome, verb, event = clause.phrases[first], clause.phrases[n], clause.phrases[after]
    ended = clause.among(verb.head, "end-verbs") and verb.form in ("D", "Z", "B")
    told = clause.among(outcome.head, "outcome") and ended and clause.among(event.head, "ending-event")
    if told and clause.is_last_verb(n) and not _puts_an_end(clause, outcome, event, after == n + 1):
        yield clause.found("object-before-verb", verb.start, event.end)


def _puts_an_end(clause: Clause, outcome: Phrase, event: Phrase, close: bool) -> bool:
    """Whether it may be what ended the event: "The defeat ended their season", "Riots ended the march"."""
    if clause.keys[event.start] in _OWN or "'s" in clause.keys[event.start : event.end]:
        return True
    return close and event.opened and clause.keys[outcome.head] in _VIOLENT
