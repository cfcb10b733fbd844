"""Below zero or above: 20 градусов мороза, "20 degrees"; 5 градусов тепла, "minus 5"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tqcheck.bilingual.amounts.quantities import Quantity, english_quantities, russian_quantities
from tqcheck.bilingual.pair import Doubt, Pair

RULE = "number.sign"

_MINUS = "[-\u2010-\u2015\u2212]"
_DEGREES = r"[\s\u00a0-]*(?:°|градус\w*)"
_FROST = re.compile(rf"{_DEGREES}[\s\u00a0]*(?:C|С|по цельсию)?[\s\u00a0]*(?:мороз|ниже нул)", re.IGNORECASE)
_WARMTH = re.compile(
    rf"{_DEGREES}[\s\u00a0]*(?:C|С|по цельсию)?[\s\u00a0]*(?:тепл|выше нул|жар)", re.IGNORECASE
)
_ANY = re.compile(_DEGREES)
_MINUS_BEFORE = re.compile(rf"(?:\bминус|(?:\A|(?<=[\s(])){_MINUS})[\s\u00a0]*\Z")
_ENGLISH = re.compile(r"[\s\u00a0-]*(?:°|º|degrees?\b|C\b|Celsius\b)")
_BELOW = re.compile(
    r"\b(?:minus|negative|below|sub-?zero|frost\w*|fr[eo]ez\w*|froze\w*|cold\w*|chill\w*)\b"
    rf"|(?<![\w\d]){_MINUS}\s?\d",
    re.IGNORECASE,
)
_MINUS_SAID = re.compile(rf"(?:\b(?:minus|negative)\s+|(?<![\w\d]){_MINUS}\s?)\Z", re.IGNORECASE)
_BELOW_SAID = re.compile(r"[\s\u00a0-]*(?:°|degrees?)?\s*(?:C|Celsius)?\s+below\b")
_REACH = 12


def signs_kept(pair: Pair) -> Iterator[Doubt]:
    """A doubt for each temperature that only one side has below zero, and that each side has once."""
    russian, english = russian_quantities(pair), english_quantities(pair)
    text = pair.text[pair.span.start : pair.span.end]
    for theirs in russian:
        own = [q for q in english if theirs.meets(q) and _ENGLISH.match(pair.text, q.span.end)]
        if len(own) != 1 or sum(q.meets(own[0]) for q in russian) != 1:
            continue
        below = _is_below(pair.normal_source, theirs)
        if below is None:
            continue
        if (below and not _BELOW.search(text)) or (not below and _is_minus(pair.text, own[0])):
            yield Doubt(RULE, own[0].span, (theirs.span,))


def _is_below(russian: str, quantity: Quantity) -> bool | None:
    """Whether a Russian temperature is below zero; None where that is not said or it is none."""
    start, end = quantity.span.start, quantity.span.end
    if _FROST.match(russian, end):
        return True
    if _WARMTH.match(russian, end):
        return False
    if _ANY.match(russian, end) and _MINUS_BEFORE.search(russian[max(0, start - _REACH) : start]):
        return True
    return None


def _is_minus(text: str, quantity: Quantity) -> bool:
    start, end = quantity.span.start, quantity.span.end
    return bool(_MINUS_SAID.search(text[max(0, start - _REACH) : start]) or _BELOW_SAID.match(text, end))
