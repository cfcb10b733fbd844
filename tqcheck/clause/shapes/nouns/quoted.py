"""Names in quotation marks that stand where Russian has them: after what bears them."""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.clause.reading.clause import Clause, Found
from tqcheck.rulebook.tokens import QUOTE

_MOST = 2
"""Words of a name, at most: what is longer may well come last, or be a saying."""
_KINDS = frozenset(("interplanetary", "orbital", "power", "radio", "scientific", "space", "television", "tv"))
"""What makes a long name of a kind, so that its own comes last."""
_PHRASE = 5
"""Words that may stand between an article and the noun."""


def name_after_kind(clause: Clause) -> Iterator[Found]:
    """ "at the stadium “Fisht”", "the crew “Kursk”": English has the name first."""
    for at, end in _names(clause):
        kind = at - 1
        if not clause.among(kind, "kind-last", "crew") or kind in clause.tokens.joined:
            continue
        if clause.key(kind - 1) in _KINDS:
            continue  # "the space station “Mir”", "the power plant “Giant”"
        new = not clause.among(kind, "crew") and _is_new(clause, kind)
        if not new and not _is_listed(clause, kind, end):
            yield clause.found("name-after-kind", kind, end, range(at, end), range(kind, at))


def _names(clause: Clause) -> Iterator[tuple[int, int]]:
    """Where a short name in quotation marks begins, and where it ends."""
    marks = [at for at, key in enumerate(clause.keys) if key == QUOTE]
    for at, last in zip(marks[::2], marks[1::2], strict=False):
        inside = range(at + 1, last)
        spoken = any(clause.among(word, "subject-pronoun", "aux") for word in inside)
        if at and 0 < len(inside) <= _MOST and clause.capital[at + 1] and not spoken:
            yield at, last + 1


def _is_new(clause: Clause, kind: int) -> bool:
    """Whether the noun is but named here, as in "a new party “Dawn”", "called the plant “Giant”", or is told
    whose it is or what it wants, as in "the Moldovan party “Patria”", "the opposition party “Dawn”"."""
    start = kind
    while start > 0 and kind - start < _PHRASE and _describes(clause, start - 1):
        start -= 1
    told = any(clause.is_name(at) or clause.letters(at) for at in range(start, kind))
    nation = told and clause.among(kind, "kind-of-nation")
    naming = clause.among(start - 1, "naming-verbs", "labelling") or clause.key(start - 1) in ("like", "as")
    return nation or naming or any(key in ("a", "an", "another") for key in clause.keys[start:kind])


def _describes(clause: Clause, at: int) -> bool:
    """Whether a word may stand between an article and the noun, or is one."""
    return clause.among(at, "det") or clause.letters(at)[:1] in ("J", "T", "N") or clause.is_name(at)


def _is_listed(clause: Clause, kind: int, end: int) -> bool:
    """Whether several names follow one noun: "the parties “Dawn” and “Dusk”"."""
    mark = end + (clause.key(end) in (",", "and", "or"))
    return clause.is_plural(kind) and mark > end and clause.key(mark) == QUOTE
