"""Numbers that readers are told as somebody has worked them out.

300 из 450 is two-thirds; what has fallen втрое has fallen by two-thirds; the XIX век are the 1800s.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import permutations

from tqcheck.bilingual.amounts.before import before
from tqcheck.bilingual.amounts.quantities import Quantity
from tqcheck.bilingual.amounts.shifted import shifted
from tqcheck.bilingual.amounts.times import time_told
from tqcheck.bilingual.pair import Pair
from tqcheck.bilingual.tables.numbers import numbers

_CLOSE, _NEARLY = 0.02, 0.1
"""How far a share may be from the one worked out, and from the one meant where it is told as about."""
_PERCENT = 100
_MOST_TIMES = 10

_IN_PERCENT = re.compile(r"\s*(?:%|per\s?cent|percent)")
_TIMES = re.compile(r"\s+раза?\b")
_FOLD = re.compile(r"(?:вдвое|втрое|вчетверо|впятеро)\Z")
_CENTURY = re.compile(r"(?:-?[а-я]{1,3})?\s+(?:век|столети|вв?\.)")
_HUNDREDS = re.compile(r"s\b")
_IN_ALL = re.compile(r"\s+(?:in|out of|of)(?: every)?\s+(\d+|[a-z]+)\b(?!\s+(?:percent|per))")
_IN_ALL_BEFORE = re.compile(r"\b(\d+|[A-Za-z]+)\s+(?:in|out of)(?: every)?\s+\Z")
_OF_CENTURY = re.compile(r"(?:st|nd|rd|th)?[\s-]+centur(?:y|ies)\b")
_HEDGED = 24
"""Code points before a number among which what hedges it stands."""
_ROUND, _TENS = 0.1, 10
"""How far a rounded number may be from the one meant, as a share; the least number that is rounded."""


def worked_out(pair: Pair, russian: Sequence[Quantity], english: Quantity) -> list[Quantity] | None:
    """The Russian numbers of which an English one is made, none where it is told in a word; None where it is
    made of none."""
    if (told := time_told(pair, russian, english)) is not None:
        return told
    if told := shifted(pair, russian, english):
        return told
    if _HUNDREDS.match(pair.text, english.span.end):
        centuries = [q for q in russian if _CENTURY.match(pair.source, q.span.end)]
        return [q for q in centuries if (q.plain - 1) * _PERCENT == english.plain] or None
    if _OF_CENTURY.match(pair.text, english.span.end):
        years = range(int(english.plain - 1) * _PERCENT, int(english.plain) * _PERCENT + 1)
        return [q for q in russian if q.figures and q.plain in years] or None
    if about := _about(pair, russian, english):
        return [about]
    share = _share(pair, english)
    if share == 0.0:
        return []
    made = [*_amounts(russian), *(_shares(pair, russian) if share != english.plain or share < 1 else ())]
    close = _NEARLY if share != english.plain and before(_hedge(), pair.text, english.span.start) else _CLOSE
    parts = next((parts for own, parts in made if abs(own - share) <= close * own), None)
    whole_told = not _IN_ALL.match(pair.text, english.span.end)
    return parts[:1] if parts and whole_told else parts


def _share(pair: Pair, english: Quantity) -> float:
    """The share that an English number tells: 40%, four in ten; 0 of the number of all, told with the part;
    else its value."""
    if _IN_PERCENT.match(pair.text, english.span.end):
        return english.plain / _PERCENT
    if (of := _IN_ALL.match(pair.text, english.span.end)) and (whole := _value(of[1].lower())):
        return english.plain / whole
    part = before(_IN_ALL_BEFORE, pair.text, english.span.start, _HEDGED)
    if part and _value(part[1].lower()):
        return 0.0
    return english.plain


def _value(word: str) -> float:
    """The number that a word or figures of English are; 0 for another word."""
    if word.isdigit():
        return float(word)
    known = numbers().english.get(word)
    return known.values[0] if known and known.kind in ("ones", "tens") else 0.0


def _about(pair: Pair, russian: Sequence[Quantity], english: Quantity) -> Quantity | None:
    """The Russian number that an English one rounds, saying so: 8,2 миллиарда, "more than eight billion"."""
    said = before(_hedge(), pair.text, english.span.start, _HEDGED)
    if said is None:
        return None
    for number in russian:
        apart = (number.plain - english.plain) / (max(number.plain, english.plain) or 1)
        fits = apart > 0 if said["more"] else apart < 0 if said["less"] else True
        if fits and abs(apart) <= _ROUND and number.plain >= _TENS:
            return number
    return None


@cache
def _hedge() -> re.Pattern[str]:
    """What says that the number meant is more than the one told, less, or either."""
    ways = (f"(?P<{way}>{'|'.join(words)})" for way, words in numbers().hedges.items())
    return re.compile(rf"\b(?:{'|'.join(ways)})\s+(?:an?\s+)?[$€£]?\Z", re.IGNORECASE)


def _amounts(russian: Sequence[Quantity]) -> Iterator[tuple[float, list[Quantity]]]:
    """What a share of a number comes to: половина из двух тысяч, a thousand."""
    for one, other in permutations(russian, 2):
        yield from ((share * other.plain, [one]) for share in one.values if 0 < share < 1)


def _shares(pair: Pair, russian: Sequence[Quantity]) -> Iterator[tuple[float, list[Quantity]]]:
    """Which share one number is of another, and what a fall or a rise by so many times is."""
    for one, other in permutations(russian, 2):
        if 1 < one.plain < other.plain:
            yield one.plain / other.plain, [one, other]
    for number in russian:
        said = pair.source[number.span.start : number.span.end].lower()
        times = _FOLD.match(said) or _TIMES.match(pair.source, number.span.end)
        if times and 1 < number.plain <= _MOST_TIMES:
            yield 1 - 1 / number.plain, [number]
            yield number.plain - 1, [number]
