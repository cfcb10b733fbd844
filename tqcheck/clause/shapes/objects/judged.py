"""What something is called, found or ruled to be, before what it is said of."""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.clause.reading.clause import Clause, Found
from tqcheck.clause.reading.lexicon import tags
from tqcheck.clause.reading.phrases import Kind
from tqcheck.rulebook.tokens import QUOTE

_RULE = "complement-before-object"
_LINKING = frozenset(("was", "were", "became", "becomes", "remains", "remain", "recognized", "considered"))
_DEGREES = frozenset(("so", "very", "as", "no", "less"))


_OF_LAW = frozenset(
    (
        "basis",
        "existence",
        "force",
        "ground",
        "grounds",
        "interest",
        "interests",
        "personality",
        "power",
        "powers",
        "right",
        "rights",
        "status",
        "validity",
    )
)
"""What is itself recognized: "the legal status of", "the legitimate interests of"."""


def ruling_before_object(clause: Clause) -> Iterator[Found]:
    """ "The court recognized the legal refusal", "The agency found baseless complaints of a doctor": it ruled
    that the refusal is legal."""
    if not clause.headline or not clause.has("ruling", "ruling-verbs"):
        return
    for at in clause.places("ruling-verbs"):
        judged = at + 1 + (clause.key(at + 1) == "the")
        if not at or clause.among(at - 1, "be") or not clause.among(judged, "ruling"):
            continue
        if judged == at + 1 and clause.among(at, "naming-verbs"):
            continue  # left to those who look for what somebody calls so
        noun = judged + 1
        object_ = (
            clause.among(noun, "det") or clause.key(noun) == QUOTE or clause.letters(noun)[:1] in tuple("NSJ")
        )
        if object_ and _is_told_of(clause, noun):
            yield clause.found(_RULE, at, judged + 1)


def _is_told_of(clause: Clause, at: int) -> bool:
    """Whether a phrase or a name follows what is judged: not "recognizes the legal system"."""
    after = range(at, at + 4)
    if any(clause.key(word) in _OF_LAW for word in after[:2]):
        return False
    return any(clause.among(word, "prep") or clause.key(word) in ("to", QUOTE) for word in after)


def quotation_before_object(clause: Clause) -> Iterator[Found]:
    """ "The minister called “nonsense” the claims of Norway": a judgement in quotation marks, and no name."""
    if not clause.headline:
        return
    for at in clause.places("naming-verbs"):
        if clause.key(at + 1) != QUOTE or at < 1 or at in clause.tokens.joined or clause.among(at - 1, "be"):
            continue
        end = _quotation_end(clause, at + 1)
        if not end or (clause.capital[at + 2] and not clause.among(end, "det")):
            continue  # "called “Berg” ships"
        object_ = clause.among(end, "det") or clause.is_name(end) or clause.letters(end)[:1] == "S"
        if object_ and _has_subject(clause, at):
            yield clause.found(_RULE, at, end + 1)


def _quotation_end(clause: Clause, at: int) -> int:
    """Where a quotation ends that begins at token `at`, others after "and" with it; 0 where none does."""
    keys = clause.keys
    if QUOTE not in keys[at + 1 :]:
        return 0
    end = keys.index(QUOTE, at + 1) + 1
    if clause.key(end) == "and" and clause.key(end + 1) == QUOTE:
        return _quotation_end(clause, end + 1)
    return end if end < len(keys) else 0


def _has_subject(clause: Clause, at: int) -> bool:
    """Whether somebody or something speaks right before the verb at token `at`, and no relative word."""
    before = clause.key(at - 1)
    return not clause.among(at - 1, "relative", "prep", "det") and before not in (",", "and", "or")


def plural_called_one(clause: Clause) -> Iterator[Found]:
    """ "The ministry called a war crime airstrikes": "a" cannot go with the plural."""
    for n, verb in clause.verbs_among("naming-verbs"):
        if clause.is_passive(verb) or not clause.has_subject_before(n):
            continue
        for phrase in clause.phrases[n + 1 : clause.skip(n + 1, Kind.NOUN, Kind.PREP)]:
            opening = phrase.start + len(phrase.lead.split())
            several = clause.is_plural(phrase.head) and not clause.capital[phrase.head]
            if (
                clause.keys[opening] in ("a", "an")
                and several
                and not clause.among(phrase.head, "either-number")
            ):
                yield clause.found(_RULE, verb.start, phrase.end)


def judgement_first(clause: Clause) -> Iterator[Found]:
    """ "Heroic was the race", "Absurd called the minister the charges": a bare adjective comes first."""
    if not clause.headline:
        return
    at = 0
    while clause.is_adverb(at) or clause.key(at) in _DEGREES:
        at += 1
    letters = tags(clause.keys[at], guess=False)
    if letters[:1] not in ("J", "C", "T") or "N" in letters or "S" in letters:
        return
    called = clause.among(at + 1, "naming-verbs") and clause.key(at + 1) != "call"
    if not called and clause.key(at + 1) not in _LINKING:
        return
    if clause.among(at + 2, "det") or clause.is_name(at + 2) or clause.letters(at + 2)[:1] in tuple("NSJ"):
        yield clause.found(_RULE, 0, at + 2)
