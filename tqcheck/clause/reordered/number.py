"""The number of a subject."""

from __future__ import annotations

from collections.abc import Sequence

from tqcheck.clause.reading.clause import Clause
from tqcheck.clause.reading.lexicon import tags
from tqcheck.clause.reading.phrases import Phrase
from tqcheck.clause.reordered.pieces import Unclear
from tqcheck.rulebook.tokens import QUOTE

_ONE = frozenset(("a", "an", "another", "each", "every", "one", "this"))
_AMOUNTS = frozenset(("couple", "lot", "number"))
_EITHER = frozenset(("half", "majority", "most", "part", "percent", "rest", "some", "third"))
_ORDINAL = ("st", "nd", "rd", "th", "first", "second", "third")


def number_of(clause: Clause, noun: Phrase, more: Sequence[Phrase]) -> str:
    """ "S" or "P"; "" where it is not known. `more` follows the noun. Raises Unclear where words disagree."""
    first = clause.keys[noun.start]
    quotes = [at for at in range(noun.start, noun.end) if clause.keys[at] == QUOTE]
    if quotes and quotes[0] == noun.start:
        raise Unclear("quotation")
    head = quotes[0] - 1 if quotes else noun.head
    key = clause.keys[head]
    led = more[0].number if more and more[0].lead == "of" else ""
    if key in _AMOUNTS and led:
        return "S" if first == "the" else led
    if key in _EITHER:
        return led
    if (
        key == "those"
        or clause.among(head, "people")
        or (clause.among(head, "numeral") and key not in ("one", "first"))
    ):
        return "P"
    plural = clause.is_plural(head) and not clause.capital[head]
    if first in _ONE:
        if plural or (noun.number == "P" and not quotes):
            raise Unclear("number")
        return "S"
    if any(_counts(clause, at) for at in range(noun.start, head)):
        if key in ("man", "person"):
            raise Unclear("number")
        return "P"
    if clause.capital[head]:
        return "S" if clause.names_person(noun) or clause.among(head, "place") else _of_name(key)
    return "P" if plural else "S"


def _of_name(key: str) -> str:
    """ "S" for "Committee", "P" for "Games"; "" for a name in -s that is no word."""
    if not key.endswith("s") or key.endswith(("ss", "us")):
        return "S"
    return "P" if tags(key)[:1] == "S" else ""


def _counts(clause: Clause, at: int) -> bool:
    """Whether a word is a number above one that stands alone: not that of "14-year-old"."""
    if at + 1 in clause.tokens.joined or at in clause.tokens.joined:
        return False
    key = clause.keys[at]
    number = key[0].isdigit() or clause.among(at, "numeral")
    return number and key not in ("1", "one") and not key.endswith(_ORDINAL)
