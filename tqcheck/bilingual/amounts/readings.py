"""How a number may be read besides, by what stands before and after it: "5 p.m." is 5 and 17."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Iterator

from tqcheck.bilingual.tables.numbers import numbers
from tqcheck.model import Span

_COUNTED = re.compile(r"(?:\d|\b(?:two|three|four|five|six|seven|eight|nine|ten))[ -]and[ -]a[ -]$")
_FOUR_FIGURES = re.compile(r"(?:[01]\d|2[0-3])[0-5]\d")
_OF_DAY = re.compile(r"\s*(?:hours|hrs|GMT|UTC|MSK|(?:local|\w+ (?:standard )?)time)\b")
_SECOND_YEAR = re.compile(r"\b((?:19|20)\d\d)[-\u2010-\u2014/]\Z")
_SHORT_SCALES = {"k": 1e3, "m": 1e6, "b": 1e9}


def _shares(count: float, whole: str) -> Iterator[float]:
    """One in five is 20 percent."""
    known = numbers().english.get(whole)
    of = float(whole) if whole.isdigit() else known.values[0] if known and known.kind == "ones" else 0.0
    if of > count:
        yield from (math.floor(100 * count / of) + more for more in (0.0, 1.0))


_Reading = Callable[[float, re.Match[str]], Iterable[float]]
"""From a value, and what follows the number, to the values that it has then, too."""

_FOLLOWING: tuple[tuple[re.Pattern[str], _Reading], ...] = (
    (re.compile(r"\s+сут"), lambda days, _: [24 * days]),
    # 18 months, полтора года
    (re.compile(r"[\s-]+months?\b"), lambda months, _: [months / 12] if months % 6 == 0 else []),
    # на 88-м году жизни, aged 87
    (re.compile(r"(?:[-\u2011]\w+)?\s+год[уа]?\s+(?:\w+\s+)?жизни"), lambda year, _: [year - 1]),
    (re.compile(r"\s+(?:базисн|basis point)"), lambda points, _: [points / 100]),
    (re.compile(r"\s+сот(?:ок|к[а-я]+)\b"), lambda hundredths, _: [100 * hundredths]),
    (re.compile(r"[\s-]+(?:in|out of)[\s-]+([a-z]+|\d+)\b"), lambda count, of: _shares(count, of[1])),
    (re.compile(r"(?:[\s-]+and[\s-]+a[\s-]+half|\s+с\s+половиной)\b"), lambda whole, _: [whole + 0.5]),
    (
        re.compile(r"\s*(?:p\.?\s?m\b|часов вечера|часа дня|вечера|дня)", re.IGNORECASE),
        lambda hour, _: [hour + 12] if hour < 13 else [],
    ),
    (
        re.compile(r"\s*a\.?\s?m\b", re.IGNORECASE),
        lambda hour, _: [round(hour - 12, 2)] if 12 <= hour < 13 else [],
    ),
    (
        re.compile(r"(?:-[хе]\b|['’]?s\b)"),
        lambda years, _: [years + 1900, years + 2000] if 10 <= years < 100 else [],
    ),
    (re.compile(r"\s?([kKmMbB])\b"), lambda value, scale: [value * _SHORT_SCALES[scale[1].lower()]]),
)
"""What may follow a number, and how that is read."""


def readings(values: Iterable[float], span: Span, text: str) -> Iterator[float]:
    """The values of the number at a span of a text, and those that it has by what stands beside it."""
    if text[span.start : span.end].lower() == "half":
        values = _halves(values, text[max(0, span.start - 16) : span.start].lower())
    first_year = _SECOND_YEAR.search(text, max(0, span.start - 5), span.start)
    following = [(read, found) for what, read in _FOLLOWING if (found := what.match(text, span.end))]
    of_day = _is_time(span, text)
    for value in values:
        yield value
        if first_year and value < 100:
            yield int(first_year[1]) // 100 * 100 + value
        if of_day:
            yield value // 100 + value % 100 / 100
        for read, found in following:
            yield from read(value, found)


def _halves(values: Iterable[float], before: str) -> list[float]:
    """The readings of "half": a year and a half is no half year, three and a half are, and grown by half is
    grown 1.5 times."""
    if _COUNTED.search(before):
        return [0.5, 1.5]
    if before.replace("-", " ").endswith("and a "):
        return [1.5]
    return [value for value in values if value != 1.5 or before.endswith("by ")]


def _is_time(span: Span, text: str) -> bool:
    """Whether four figures are a time of day: 1747 hours, 0123."""
    figures = text[span.start : span.end]
    return bool(_FOUR_FIGURES.fullmatch(figures)) and (
        figures.startswith("0") or bool(_OF_DAY.match(text, span.end))
    )
