"""Headlines that begin with what is told of, and who tells it right behind; "About …" is found by the check
of speakers."""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.clause.reading.clause import Clause, Found
from tqcheck.clause.reading.phrases import Kind
from tqcheck.clause.shapes.doers.matters import speaker_before

_WHERE = frozenset(("broadcast", "program", "programs", "show", "trip", "trips", "visit", "visits"))
"""Matters on which one speaks as one does on a ship."""


def matter_before_named_teller(clause: Clause) -> Iterator[Found]:
    """ "On the situation in the port Ivan Petrov spoke at a meeting": behind what is told of English has a
    comma, and headlines have who tells first."""
    if not clause.headline or clause.keys[0] != "on" or not clause.has("telling-past", "matter"):
        return
    matter = clause.phrases[0]
    told_of = matter.kind is Kind.PREP and clause.among(matter.head, "matter")
    told_of = told_of and clause.keys[matter.head] not in _WHERE
    if not told_of or clause.among(matter.head, "event", "held-event", "gathering"):
        return
    for at in clause.places("telling-past"):
        who = speaker_before(clause, at)
        if who > matter.start + 1 and "," not in clause.keys[:at]:
            yield clause.found("object-before-verb", who, at + 1)
            return
