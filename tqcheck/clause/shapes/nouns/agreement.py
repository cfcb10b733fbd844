"""Words that do not agree with what they belong to, and names that nothing joins to their noun."""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.clause.reading.clause import ENDS, Clause, Found
from tqcheck.clause.reading.lexicon import tags
from tqcheck.clause.reading.phrases import Kind, Phrase
from tqcheck.rulebook.tokens import QUOTE

_SINGULAR = frozenset(("was", "is", "has", "does", "wasn't", "isn't", "hasn't", "doesn't"))
_MASCULINE = frozenset(("he", "him", "himself", "each", "one", "who", "whose"))
_JOINED = frozenset(("and", "or", "nor", "plus", "with", "both", "what", "how", "when", "whether", QUOTE))


def plural_before_singular(clause: Clause) -> Iterator[Found]:
    """ "Measures of support was discussed", "Reporters of the channel “Star” was detained"."""
    if _SINGULAR.isdisjoint(clause.keys):
        return
    first = clause.skip(0, Kind.PREP, Kind.TIME, Kind.COMMA)
    n = clause.verb_of(first)
    if n is None or (first and clause.kind(first - 1) is not Kind.COMMA):
        return
    subject, verb, last = clause.phrases[first], clause.phrases[n], clause.phrases[n - 1]
    if clause.keys[verb.start] not in _SINGULAR or not _is_plural_noun(clause, subject):
        return
    before = clause.keys[subject.start : verb.start]
    joined = "and" in before or not _JOINED.isdisjoint(before[: subject.end - subject.start])
    far = last.kind is Kind.PREP and last.lead != "of" and n > first + 3
    if joined or far or any(word.isdigit() for word in before):
        return  # "Pirates of the South 2 has opened"
    yield clause.found("plural-before-singular", verb.start, verb.start + 1)


def _is_plural_noun(clause: Clause, noun: Phrase) -> bool:
    """Whether the head can only be a plural noun: no amount, name or field of study, and no object of what
    is done ("Raising pensions is a task")."""
    key = clause.keys[noun.head]
    if clause.keys[noun.start].endswith("ing"):
        return False
    if noun.name or clause.among(noun.head, "either-number", "time", "amount", "quantity", "day"):
        return False
    if key.endswith(("ics", "ss", "us", "customs")) or any(
        word[:1].isdigit() for word in clause.keys[noun.start : noun.end]
    ):
        return False
    counted = any(clause.among(at, "numeral", "quantity") for at in range(noun.start, noun.end))
    letters = tags(key, guess=False)
    plural = letters[:1] == "S" and "N" not in letters
    return plural and not counted and QUOTE not in clause.keys[noun.start : noun.end]


def his_of_woman(clause: Clause) -> Iterator[Found]:
    """ "Maria Petrova announced the end of his career": only she is spoken of in the headline."""
    if not clause.headline or not clause.has("women") or "his" not in clause.keys:
        return
    at = clause.keys.index("his")
    women = [here for here in range(at) if clause.among(here, "women") and clause.capital[here + 1]]
    named = len(women) == 1 and clause.capital[women[0]] and women[0] + 1 < at
    named = named and "'s" not in clause.keys[:at]
    if named and not _tells_of_man(clause, women[0], at):
        yield clause.found("his-of-woman", at, at + 1)


def _tells_of_man(clause: Clause, woman: int, his: int) -> bool:
    """Whether anybody but the woman may be meant: another name, or a word for a man."""
    if not _MASCULINE.isdisjoint(clause.keys) or not ENDS.isdisjoint(clause.keys[:his]):
        return True
    own = woman + 1
    while own < his and clause.capital[own]:
        own += 1
    first = woman
    while first > 0 and clause.capital[first - 1] and not clause.among(first - 1, "place"):
        first -= 1
    for at in range(len(clause.keys)):
        if first <= at < own:
            continue
        if at and clause.capital[at] and not clause.among(at, "place", "closed") and not clause.is_nation(at):
            return True
        other = at > own and clause.among(at, "title", "someone", "people", "actors")
        if other or clause.among(at, "men"):
            return True
    return False
