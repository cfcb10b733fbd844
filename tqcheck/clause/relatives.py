"""Relative clauses whose subject comes last: English takes the thing that they tell of for the doer."""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.clause.clause import Clause, Found
from tqcheck.clause.phrases import Kind, Phrase
from tqcheck.clause.roles import goes_on, is_crowd

_BETWEEN = (Kind.ADVERB, Kind.PREP, Kind.TIME)
_WORDS = frozenset(("that", "which"))
_RULE = "subordinate-verb-first"


def relative_before_doer(clause: Clause) -> Iterator[Found]:
    """ "the village, which has already passed the army", "a film, which last year shot Ivan Petrov", "a fair,
    which came 600 farmers"."""
    if not clause.headline or (not clause.has("relative") and "that" not in clause.keys):
        return
    for n, opening in enumerate(clause.phrases[1:], 1):
        if opening.kind is not Kind.OTHER or clause.keys[opening.start] not in _WORDS:
            continue
        thing = _antecedent(clause, n)
        at = clause.skip(n + 1, *_BETWEEN)
        if thing is None or clause.kind(at) is not Kind.VERB:
            continue
        verb, after = clause.phrases[at], clause.skip(at + 1, Kind.ADVERB, Kind.TIME)
        if clause.is_passive(verb) or not verb.is_finite or clause.kind(after) is not Kind.NOUN:
            continue
        noun = clause.phrases[after]
        if clause.among(noun.start, "pronoun") or goes_on(clause, after):
            continue
        if _is_impossible(clause, thing, verb, after):
            yield clause.found(_RULE, opening.start, noun.end)


def _antecedent(clause: Clause, n: int) -> Phrase | None:
    """What the word at phrase `n` stands for."""
    before = n - 1 - (clause.kind(n - 1) is Kind.COMMA)
    noun = clause.phrases.at(before)
    return noun if noun is not None and noun.kind in (Kind.NOUN, Kind.PREP) else None


def _is_impossible(clause: Clause, thing: Phrase, verb: Phrase, after: int) -> bool:
    noun = clause.phrases[after]
    if clause.among(verb.head, "deliberate-verbs", "minded-verbs", "doer-verbs"):
        doer = is_crowd(clause, after) or clause.names_person(noun)
        return doer and not clause.is_someone(thing)
    return False
