"""Headlines that begin with what is told of, and who tells it after its verb or not at all."""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.clause.reading.clause import Clause, Found
from tqcheck.clause.reading.phrases import Kind
from tqcheck.clause.shapes.doers.matters import speaker_before

_RULE = "object-before-verb"
_COUNTING = frozenset(("a", "an", "every", "face", "half", "last", "midnight", "noon", "once", "that", "this", "to", "turn"))
"""What "about" counts or dates: "About a hundred men", "About that time"."""
_PAUSES = frozenset((":", ";", "–", "—", "-", "?"))
_OF_SUBJECT = frozenset(("and", "not", "or", "to"))
_FEWEST = 3


def about_before_teller(clause: Clause) -> Iterator[Found]:
    """ "About the new heroes told in the ministry", "About how the port works, said its head": English has
    who tells first."""
    if not clause.headline or clause.keys[0] != "about" or not clause.has("telling-past"):
        return
    counted = clause.among(1, "numeral", "quantity") or clause.keys[1][:1].isdigit()
    if counted or clause.keys[1] in _COUNTING:
        return
    for at in clause.places("telling-past"):
        if at < _FEWEST or not _PAUSES.isdisjoint(clause.keys[:at]):
            return
        within = clause.among(at - 1, "relative", "subject-pronoun", "det", "prep", "aux")
        if not within and clause.keys[at - 1] not in _OF_SUBJECT and clause.key(at + 1) != "by":
            yield clause.found(_RULE, 0, at + 1)
            return


def matter_before_named_teller(clause: Clause) -> Iterator[Found]:
    """ "On the situation in the port Ivan Petrov spoke at a meeting": behind what is told of English has a
    comma, and headlines have who tells first."""
    if not clause.headline or clause.keys[0] != "on" or not clause.has("telling-past", "matter"):
        return
    matter = clause.phrases[0]
    told_of = matter.kind is Kind.PREP and clause.among(matter.head, "matter")
    if not told_of or clause.among(matter.head, "event", "held-event", "gathering"):
        return
    for at in clause.places("telling-past"):
        who = speaker_before(clause, at)
        if who > matter.start + 1 and "," not in clause.keys[:at]:
            yield clause.found(_RULE, who, at + 1)
            return
