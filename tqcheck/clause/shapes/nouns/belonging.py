"""Names right after what belongs to them, as Russian has them: English says "of", or has the name first."""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.clause.reading.clause import ENDS, Clause, Found
from tqcheck.clause.reading.lexicon import tags

_RULE = "name-without-of"
_MAKES = frozenset(("airbus", "an", "boeing", "il", "ka", "mi", "mig", "su", "superjet", "tu", "yak"))
"""What machines that fly are called by: "Tu-154"."""
_LONGEST_ACRONYM = 6


def name_without_of(clause: Clause) -> Iterator[Found]:
    """ "A gang Ivan Petrov surrendered", "In Tver opened a monument Ivan Petrov"."""
    if not clause.has("owned"):
        return
    for at in clause.places("owned"):
        end = _name_end(clause, at + 1) if not clause.capital[at] else 0
        if not at or not end or not _is_person(clause, at + 1, end) or not _is_thing(clause, at):
            continue
        if _ends(clause, end):
            yield clause.found(_RULE, at, end)


def body_after_its_own(clause: Clause) -> Iterator[Found]:
    """ "Rescuers EMERCOM", "the championship KHL", "residents Tver": whose they are comes last."""
    if not clause.headline:
        return
    for at in clause.places("staff"):
        name = at + 1
        end = _name_end(clause, name)
        if not end or end > name + 1 or name in clause.tokens.joined or at in clause.tokens.joined:
            continue
        word = clause.tokens.words[name]
        body = word.isupper() and 2 < len(word) <= _LONGEST_ACRONYM and not clause.among(name, "place")
        if not body and not (clause.among(name, "place") and clause.among(at, "local")):
            continue
        if (
            _ends(clause, end)
            or clause.key(end) == ","
            or (at == 0 and clause.letters(end)[:1] in ("B", "D", "P"))
        ):
            yield clause.found(_RULE, at, end)


def machine_after_its_fate(clause: Clause) -> Iterator[Found]:
    """ "The disaster Tu-154", "an emergency landing Boeing-747", "patients COVID-19"."""
    for at in clause.places("fate", "of-illness"):
        key = clause.key(at + 1)
        if not clause.capital[at + 1 : at + 2] or not clause.capital[at + 1]:
            continue
        ill = key == "covid" and clause.among(at, "of-illness")
        crashed = key in _MAKES and clause.among(at, "fate") and clause.key(at + 2)[:1].isdigit()
        if not ill and not crashed:
            continue
        end = at + 3
        if clause.letters(end)[:1] not in ("N", "S") and clause.key(end) not in ("'s", "'"):
            yield clause.found(_RULE, at, end)


def _name_end(clause: Clause, at: int) -> int:
    """Where a name ends that begins at token `at`; 0 where none does, or whose it is stands after it."""
    end = at
    while end < len(clause.keys) and clause.keys[end][:1].isalpha() and clause.capital[end]:
        end += 1
    return 0 if clause.key(end) in ("'s", "'") or end in clause.tokens.joined else end if end > at else 0


def _is_person(clause: Clause, start: int, end: int) -> bool:
    """Whether a first name and another stand there, or a surname that is no other word."""
    if clause.among(start, "given"):
        return end > start + 1
    alone = clause.headline and end == start + 1 and not tags(clause.keys[start], guess=False)
    owner = alone and clause.among(start - 1, "owned-by-name") and not clause.tokens.words[start].isupper()
    return (
        owner and not clause.among(start, "place", "day", "month", "closed") and not clause.is_nation(start)
    )


def _is_thing(clause: Clause, at: int) -> bool:
    """Whether the word is a noun here, and not a part of a title: "the star of the film Ivan Petrov"."""
    start = at
    while start > 0 and (clause.letters(start - 1)[:1] in ("J", "T") or clause.among(start - 1, "numeral")):
        start -= 1
    start -= clause.letters(start - 1)[:1] == "N" and clause.among(start - 2, "article")
    start -= start > 0 and clause.is_nation(start - 1)
    if clause.among(at, "owned-by-name"):
        return True
    opened = clause.among(start - 1, "det") or start < at
    return opened and "of" not in clause.keys[max(0, start - 3) : at]


def _ends(clause: Clause, at: int) -> bool:
    """Whether nothing is said here of what the person named did, as in "the speech Ivan Petrov made"."""
    key = clause.key(at)
    return key in ENDS or key == "and" or clause.among(at, "prep")
