"""Numbers that readers are told in another way of counting: the floor above the ground one is the first,
до 14 лет is "13 and under", с 20 до 30 is "by 10", с пяти до десяти has doubled, 2023, a year on, is 2024."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, permutations

from tqcheck.bilingual.amounts.before import before
from tqcheck.bilingual.amounts.nights import begins_on
from tqcheck.bilingual.amounts.quantities import Quantity, english_quantities
from tqcheck.bilingual.pair import Pair

_FLOOR = re.compile(r"(?:-?[а-я]{1,3})?\s+этаж")
_STOREY = re.compile(r"(?:st|nd|rd|th)?[\s-]+(?:floor|storey)\b")
_SIZE = re.compile(r"\bразмер", re.IGNORECASE)
_OF_SIZE = re.compile(r"\bsize\s+\Z", re.IGNORECASE)
_SIZES_APART = range(31, 37)
_AND_UNDER = re.compile(r"\s*(?:years?(?: old| of age)? )?(?:and|or)\s+(?:under|younger|below)\b")
_AND_OVER = re.compile(r"\s*(?:years?(?: old| of age)? )?(?:and|or)\s+(?:over|older|above)\b")
_UNTIL, _PAST = (re.compile(rf"\b(?:{words})\s*\Z") for words in ("до|младше|моложе", "старше|свыше|более"))
_FROM_TO = re.compile(r"[^.;]{0,40}?\bдо\s+\Z")
_FROM = re.compile(r"\bсо?\s+\Z", re.IGNORECASE)
_TIMES = re.compile(
    r"(?:doubl|tripl|treb|quadrupl|halv|half|twofold|threefold|fourfold|fivefold|tenfold)", re.IGNORECASE
)
_PERCENT = re.compile(r"\s*(?:%|процент)")
_BY = re.compile(r"\bна\s+\Z", re.IGNORECASE)
_SO_LONG = r"(?:год|\w+ (?:лет|года))"
_LATER = re.compile(rf"\b{_SO_LONG} спустя|\b(?:спустя|через) {_SO_LONG}")
_YEARS = range(1800, 2101)
_MOST_AGE, _CLOSE = 120, 0.02


def shifted(pair: Pair, russian: Sequence[Quantity], english: Quantity) -> list[Quantity]:
    """The Russian numbers from which an English one comes; none where it comes from none."""
    by_one = (q for q in russian if abs(q.plain - english.plain) == 1)
    found = next((q for q in by_one if _is_next(pair, q, english)), None)
    found = found or next((q for q in russian if begins_on(pair, q, english)), None)
    of_size = before(_OF_SIZE, pair.text, english.span.start)
    if found is None and of_size and _SIZE.search(pair.source, *pair.source_span):
        found = next((q for q in russian if q.plain - english.plain in _SIZES_APART), None)
    if found is not None:
        return [found]
    return next(
        (list(parts) for value, parts in _made(pair, russian, english) if _is_near(value, english)), []
    )


def _is_near(value: float, english: Quantity) -> bool:
    return any(abs(value - own) <= _CLOSE * value for own in english.values)


def _is_next(pair: Pair, russian: Quantity, english: Quantity) -> bool:
    """Whether one more or less is meant by the same: a floor, an age up to which somebody is a child."""
    start, end = russian.span
    if russian.plain > english.plain and _STOREY.match(pair.text, english.span.end):
        return bool(_FLOOR.match(pair.source, end))
    if russian.plain > english.plain:
        return bool(_AND_UNDER.match(pair.text, english.span.end) and before(_UNTIL, pair.source, start))
    return bool(_AND_OVER.match(pair.text, english.span.end) and before(_PAST, pair.source, start))


def _made(
    pair: Pair, russian: Sequence[Quantity], english: Quantity
) -> Iterator[tuple[float, Sequence[Quantity]]]:
    """What numbers of the Russian come to: by how much or how many times something has changed, and when."""
    said = pair.text[english.span.start : english.span.end]
    many = _TIMES.match(said)
    for first, second in pairwise(russian):
        changes = before(_FROM, pair.source, first.span.start)
        if changes and _FROM_TO.fullmatch(pair.source, first.span.end, second.span.start) and first.plain:
            scale = second.scale if first.scale == 1.0 else 1.0
            start = first.plain * scale
            if many:
                yield second.plain / start, (first, second)
                yield start / (second.plain or 1), (first, second)
            yield abs(second.plain - start), (first,)
    for number in russian:
        if (
            many
            and _PERCENT.match(pair.source, number.span.end)
            and before(_BY, pair.source, number.span.start)
        ):
            yield 1 + number.plain / 100, (number,)
    yield from _of_years(pair, russian, english)


def _of_years(
    pair: Pair, russian: Sequence[Quantity], english: Quantity
) -> Iterator[tuple[float, Sequence[Quantity]]]:
    """The year so long after another one, and how long it is from one to another, where the English tells one
    of these years."""
    years = [number for number in russian if number.figures and number.plain in _YEARS]
    told = {number.plain for number in english_quantities(pair)}
    if english.plain in _YEARS:
        counts = [q.plain for q in russian if q not in years and not q.figures] or [1]
        if _LATER.search(pair.source, *pair.source_span):
            yield from ((year.plain + n, ()) for year in years for n in counts if year.plain in told)
    elif english.plain <= _MOST_AGE:
        for first, second in permutations(years, 2):
            if first.plain < second.plain and not told.isdisjoint((first.plain, second.plain)):
                yield second.plain - first.plain, (first,)
