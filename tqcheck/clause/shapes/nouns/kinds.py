"""Names that stand where Russian has them, after what bears them, without quotation marks."""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.clause.reading.clause import DASHES, ENDS, Clause, Found
from tqcheck.clause.reading.lexicon import tags
from tqcheck.rulebook.tokens import QUOTE

_RULE = "name-after-kind"
_END = ENDS | {",", ")"}
_MOST = 4
"""Tokens of one end of a route, at most."""


def route_after_kind(clause: Clause) -> Iterator[Found]:
    """ "the match Norway – Chile", "on the highway Tver-Oslo": English has the two names first."""
    for kind in clause.places("routed"):
        if clause.capital[kind] and kind:
            continue  # "Great Train Tver – Oslo" may be called so
        middle = _route_name_end(clause, kind + 1)
        if not middle:
            continue
        second = middle + (clause.key(middle) in DASHES)
        if second == middle and middle not in clause.tokens.joined:
            continue
        end = _route_name_end(clause, second)
        if end and clause.key(end) not in ("'s", "'"):
            yield clause.found(_RULE, kind, end, range(kind + 1, end), range(kind, kind + 1))


def _route_name_end(clause: Clause, at: int) -> int:
    """Where a place or a team ends that is named at token `at`; 0 where none is."""
    if clause.key(at) == QUOTE:
        last = next((end for end in range(at + 2, at + _MOST + 1) if clause.key(end) == QUOTE), 0)
        return last + 1 if last else 0
    end = at
    while end < at + _MOST and _is_of_name(clause, end) and (end == at or end not in clause.tokens.joined):
        if end > at and clause.is_nation(end):
            break  # "the ferry Tver – Oslo | Norwegian sailor"
        end += 1
    return end if end > at and clause.capital[at] else 0


def _is_of_name(clause: Clause, at: int) -> bool:
    """Whether a word is written with a capital, or is the point of "St."."""
    key = clause.key(at)
    if key == ".":
        return clause.among(at - 1, "saint")
    return key[:1].isalpha() and clause.capital[at]


def bare_name_after_kind(clause: Clause) -> Iterator[Found]:
    """ "on the beach Copacabana", "the sisters Ivanov": a name that is no other word."""
    for kind in clause.places("kind-bare"):
        at = kind + 1
        if clause.capital[kind] or not clause.capital[at : at + 1] or not clause.capital[at]:
            continue
        key = clause.key(at)
        known = tags(key, guess=False) or clause.among(at, "given", "day", "month", "closed", "nation")
        joined = at + 1 in clause.tokens.joined or at in clause.tokens.joined
        if known or joined or not key.isalpha() or len(key) < 4:
            continue
        if clause.key(at + 1) in _END or clause.among(at + 1, "prep", "aux"):
            yield clause.found(_RULE, kind, at + 1, range(at, at + 1), range(kind, at))
