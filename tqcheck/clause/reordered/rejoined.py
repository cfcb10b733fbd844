"""Phrases behind a verb that the reading of the sentence has parted and that a subject has as one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tqcheck.clause.reading.clause import Clause
from tqcheck.clause.reading.lexicon import tags
from tqcheck.clause.reading.phrases import Kind, Phrase

_THOSE = "those"
_AFTER_VERBS = frozenset(("known", "lost", "wanted"))
"""Participles that end a verb: "declared wanted"."""


def rejoined(clause: Clause, phrases: Sequence[Phrase]) -> list[Phrase]:
    """ "updated | data", "naval | exercises", "of | those", each as one phrase."""
    joined: list[Phrase] = []
    for phrase in _with_those(clause, phrases):
        before = joined[-1] if joined else None
        first = len(joined) == 1
        if before is not None and _goes_on(clause, before, phrase, first=first):
            joined[-1] = phrase._replace(start=before.start, opened=before.opened)
        else:
            joined.append(phrase)
    return joined


def _with_those(clause: Clause, phrases: Iterable[Phrase]) -> Iterable[Phrase]:
    """The phrases, "those" as a noun."""
    lead: Phrase | None = None
    for phrase in phrases:
        if phrase.kind is Kind.OTHER and clause.keys[phrase.start] == _THOSE:
            start = lead if lead is not None else phrase
            kind = Kind.PREP if lead is not None else Kind.NOUN
            yield Phrase(kind, start.start, phrase.end, phrase.start, "P", start.lead, opened=True)
            lead = None
            continue
        if lead is not None:
            yield lead
            lead = None
        if phrase.kind is Kind.OTHER and phrase.lead:
            lead = phrase
        else:
            yield phrase
    if lead is not None:
        yield lead


def _goes_on(clause: Clause, before: Phrase, phrase: Phrase, *, first: bool) -> bool:
    """Whether a noun phrase begins with the phrase before it."""
    plain = phrase.kind is Kind.NOUN and not phrase.opened and not clause.capital[phrase.start]
    if not plain:
        return False
    if before.kind is Kind.VERB:
        participle = before.form in ("D", "P") and "P" in tags(clause.keys[before.head])
        wanted = clause.keys[before.head] in _AFTER_VERBS
        return first and participle and not wanted and before.end == before.start + 1
    modifies = before.kind is Kind.NOUN and before.number != "P" and not clause.is_plural(before.head)
    return modifies and not (clause.capital[before.head] or clause.is_someone(before))
