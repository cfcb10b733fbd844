"""Lists without "and" before their last item, and sentences of phrases that have no verb."""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.clause.reading.clause import Clause, Found
from tqcheck.clause.reading.phrases import Kind
from tqcheck.rulebook.tokens import QUOTE

_JOINING = frozenset(("and", "or", "nor", "but", "etc", "like", "such"))
_AS_WELL = ["as", "well", "as"]
_AFTER = frozenset(("by", "for", "of"))


def list_without_and(clause: Clause) -> Iterator[Found]:
    """ "procurement of goods, works, services by firms", "attack systems, unmanned craft have no rivals"."""
    if clause.headline or "," not in clause.keys or not _JOINING.isdisjoint(clause.keys):
        return
    for at in range(1, len(clause.keys) - 5):  # "Workers, sailors, men of the fleet, hear me"
        if not clause.keys[at + 1] == clause.keys[at + 3] == ",":
            continue
        items = all(_may_be_plural(clause, at + step) for step in (0, 2, 4))
        ended = clause.key(at + 5) in _AFTER or clause.among(at + 5, "aux")
        if items and ended:
            yield clause.found("list-without-and", at + 2, at + 5)
    if not clause.has("aux"):
        return
    n = 0
    if clause.keys[0] == "as":  # "As the minister said,"
        n = next((at + 1 for at, phrase in enumerate(clause.phrases) if phrase.kind is Kind.COMMA), 0)
    verb = clause.phrases.at(n + 3)
    pair = _is_item(clause, n) and clause.kind(n + 1) is Kind.COMMA and _is_item(clause, n + 2)
    if pair and verb is not None and verb.form in ("A", "M"):
        yield clause.found("list-without-and", clause.phrases[n].start, clause.phrases[n + 2].end)


def _may_be_plural(clause: Clause, at: int) -> bool:
    """Whether a word can be a plural noun and is no name."""
    return "S" in clause.letters(at) and not clause.among(at, "time")


def _is_item(clause: Clause, n: int) -> bool:
    """Whether a phrase is a plural common noun without an article."""
    phrase = clause.phrases.at(n)
    if phrase is None or phrase.kind is not Kind.NOUN or QUOTE in clause.keys[phrase.start : phrase.end]:
        return False
    bare = (
        not phrase.opened and not phrase.name and not clause.among(phrase.head, "time", "people", "someone")
    )
    return bare and clause.is_plural(phrase.head)


def addition_alone(clause: Clause) -> Iterator[Found]:
    """ "As well as a list of requirements.": a sentence that belongs to the one before it."""
    if clause.headline or clause.keys[:3] != _AS_WELL or clause.keys[-1] == "?":
        return
    if not any(phrase.is_finite or phrase.kind is Kind.COMMA for phrase in clause.phrases):
        yield clause.found("addition-alone", 0, 3)
