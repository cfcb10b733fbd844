"""Past participles of Russian that English can only read as verbs, after a comma."""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.clause.reading.clause import Clause, Found
from tqcheck.clause.reading.lexicon import tags
from tqcheck.clause.reading.phrases import Kind, Phrase
from tqcheck.clause.reading.times import time_end

_FRONT = frozenset((Kind.PREP, Kind.TIME, Kind.ADVERB, Kind.COMMA))
_NEAR = 6
"""Tokens from the comma to the verb, at most, with a time between them."""
_JOINING = frozenset(("and", "but", "or", "then"))


def past_after_comma(clause: Clause) -> Iterator[Found]:
    """ "In Oslo found the pilot of the plane, crashed in the sea", "Anna Berg, returned from Chile, is
    ill": who did it stands before the comma, and "who" or "which" is missing."""
    if not clause.headline or "," not in clause.keys or not _may_follow_comma(clause):
        return
    for n, comma in enumerate(clause.phrases):
        if comma.kind is not Kind.COMMA:
            continue
        if n == 0 or _goes_on(clause, comma.start):
            return
        at = clause.skip(n + 1, Kind.ADVERB, Kind.TIME)
        verb, noun = clause.phrases.at(at), clause.phrases[n - 1]
        if verb is None or verb.kind is not Kind.VERB or verb.end != verb.start + 1 or at > n + 2:
            return
        if noun.kind not in (Kind.NOUN, Kind.PREP) or clause.among(verb.head, "saying-verbs", "speech"):
            return
        if _can_only_be_past(clause, verb) and _lacks_doer(clause, n, at):
            yield clause.found("relative-without-which", noun.head, verb.end)
        return  # what follows a second comma may be the verb of the sentence


def _may_follow_comma(clause: Clause) -> bool:
    """Whether a past tense stands soon after the first comma: to be asked before phrases are read."""
    at = clause.keys.index(",")
    return any("D" in clause.letters(word) or clause.among(word, "be") for word in range(at + 1, at + _NEAR))


def _goes_on(clause: Clause, end: int) -> bool:
    """Whether a clause is joined to another before token `end`, which may have its verb after it."""
    return any(clause.keys[at] in _JOINING or clause.among(at, "relative") for at in range(end))


def _can_only_be_past(clause: Clause, verb: Phrase) -> bool:
    """Whether a verb is no participle here: it has no passive, or its object follows."""
    letters = tags(clause.keys[verb.head], guess=False)
    if clause.among(verb.head, "moved-past"):
        return True
    if "D" not in letters or clause.among(verb.head, "double-object"):
        return False
    if "P" not in letters:
        return True
    dated = time_end(clause, verb.end) or clause.key(verb.end + 1) in ("day", "night", "previous")
    return clause.among(verb.end, "article") and not dated  # "the seal, saved a week ago"


def _lacks_doer(clause: Clause, comma: int, verb: int) -> bool:
    """Whether what stands before the comma has no verb, or one before its noun; then no clause can go on
    with a second verb."""
    finite = [n for n in range(comma) if clause.phrases[n].is_finite]
    if finite:
        past = clause.phrases[verb].head
        alone = clause.among(past, "moved-past") or "P" not in tags(clause.keys[past], guess=False)
        led = alone or clause.kind(finite[0] + 1) is Kind.NOUN
        return led and all(clause.kind(n) in _FRONT for n in range(finite[0]))
    if clause.kind(0) is not Kind.NOUN:
        return False
    closing = clause.skip(verb + 1, Kind.NOUN, Kind.PREP, Kind.TIME, Kind.ADVERB)
    after = clause.phrases.at(clause.skip(closing + 1, Kind.ADVERB))
    return clause.kind(closing) is Kind.COMMA and after is not None and after.is_finite
