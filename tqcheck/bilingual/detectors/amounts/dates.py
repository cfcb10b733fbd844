"""When, and which: the night that ends on a day made the one that begins on it, the year of a life made an
age, the third murder in a week made that of the third week, the millionth visitor made a million of them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tqcheck.bilingual.amounts.before import before
from tqcheck.bilingual.amounts.nights import ENDS_ON, begins_on
from tqcheck.bilingual.amounts.quantities import english_quantities, russian_quantities
from tqcheck.bilingual.pair import Doubt, Pair
from tqcheck.bilingual.russian import analysis
from tqcheck.bilingual.tables.weekdays import weekday_of
from tqcheck.model import Span

REACH = 24
"""Code points beside a number among which what is said of it stands."""

_NIGHT = re.compile(r"(?<!\w)в ночь на (\w+)", re.IGNORECASE)
_NIGHT_OF = re.compile(
    r"\b(?:on|in|during) the night (?:of|on|to|for) (?:(?:the|[A-Z]\w+) )?\Z", re.IGNORECASE
)
_EARLY = re.compile(r"\b(?:early|morning|overnight|small hours)\b", re.IGNORECASE)
_YEAR_OF_LIFE = re.compile(r"(?:-?\s?[а-яё]{1,3})?\s+году?\s+(?:своей\s+)?жизни", re.IGNORECASE)
_AGED = re.compile(r"\b(?:age of|aged|at)\s+\Z", re.IGNORECASE)
_OLD = re.compile(r"[\s-]*(?:years? old|years? of age|year-old)\b", re.IGNORECASE)
_UNITS = {"неделю": "week", "месяц": "month", "год": "year", "сутки": "day", "день": "day"}
_IN_A = re.compile(rf"(?:-[а-яё]{{1,3}})?\s+за\s+({'|'.join(_UNITS)})(?!\w)", re.IGNORECASE)
_SCALES = {"миллион": "million", "тысяч": "thousand"}
_NTH = re.compile(rf"({'|'.join(_SCALES)})н(?:ый|ая|ого|ому|ой|ую|ым)\s+([а-яё]+)", re.IGNORECASE)


def dates_kept(pair: Pair) -> Iterator[Doubt]:
    """Doubts about nights, ages and ordinals."""
    yield from _nights(pair)
    yield from _nights_of_dates(pair)
    yield from _of_numbers(pair)
    yield from _millionth(pair)


def _nights(pair: Pair) -> Iterator[Doubt]:
    """В ночь на пятницу is Thursday night, where Friday's own evening is told of nowhere."""
    for night in _found(_NIGHT, pair):
        day = weekday_of(night[1])
        named = sum(word.text.lower() == night[1].lower() for word in pair.words)
        if not day or named > 1 or _EARLY.search(pair.text, pair.span.start, pair.span.end):
            continue
        english = re.compile(
            rf"\b(?:(?:on|late|in|for)\s+)?{day} (?:night|evening)\b"
            rf"|\b(?:on|in|during) the night (?:of|on|to|for) {day}\b(?!\s*(?:to|and|[-\u2010-\u2014])\b)",
            re.IGNORECASE,
        )
        for found in english.finditer(pair.text, pair.span.start, pair.span.end):
            yield pair.doubt("date.night-before", Span(*found.span()), Span(*night.span()))


def _nights_of_dates(pair: Pair) -> Iterator[Doubt]:
    """В ночь на 5 мая is no night of May 5, but for where that of May 4-5 is told of."""
    english = english_quantities(pair)
    for theirs in russian_quantities(pair):
        night = before(ENDS_ON, pair.source, theirs.span.start)
        if not night or any(begins_on(pair, theirs, other) for other in english):
            continue
        for ours in english:
            led = before(_NIGHT_OF, pair.text, ours.span.start) if ours.plain == theirs.plain else None
            if led and led.start() >= pair.span.start:
                span = Span(led.start(), ours.span.end)
                yield pair.doubt("date.night-before", span, Span(night.start(), theirs.span.end))


def _of_numbers(pair: Pair) -> Iterator[Doubt]:
    """На 84-м году жизни is at the age of 83; третье за неделю убийство is no third week."""
    russian = russian_quantities(pair)
    for theirs in russian:
        if sum(other.plain == theirs.plain for other in russian) > 1:
            continue
        year = _YEAR_OF_LIFE.match(pair.source, theirs.span.end)
        unit = _IN_A.match(pair.source, theirs.span.end) if theirs.kind == "ordinal" else None
        for ours in english_quantities(pair) if year or unit else ():
            if ours.plain != theirs.plain:
                continue
            before = pair.text[max(0, ours.span.start - REACH) : ours.span.start]
            if (
                year
                and ours.kind != "ordinal"
                and (_AGED.search(before) or _OLD.match(pair.text, ours.span.end))
            ):
                span = Span(theirs.span.start, year.end())
                age = (str(int(ours.plain) - 1),) if ours.figures else ()
                yield pair.doubt("number.age-one-more", ours.span, span, age)
            elif unit:
                its = re.compile(rf"\s+{_UNITS[unit[1].lower()]}\b").match(pair.text, ours.span.end)
                if its:
                    span = Span(ours.span.start, its.end())
                    yield pair.doubt("number.nth-in-time", span, Span(theirs.span.start, unit.end()))


def _millionth(pair: Pair) -> Iterator[Doubt]:
    """Пятимиллионный посетитель is one."""
    for nth in _found(_NTH, pair):
        _, _, _, grammemes = analysis(nth[2])
        if not {"anim", "sing"} <= grammemes:
            continue
        many = re.compile(rf"[\w.,]*[\s-]*{_SCALES[nth[1].lower()]}\s+[a-z]+s\b", re.IGNORECASE)
        for found in many.finditer(pair.text, pair.span.start, pair.span.end):
            yield pair.doubt("number.ordinal-lost", Span(*found.span()), Span(*nth.span()))


def _found(pattern: re.Pattern[str], pair: Pair) -> Iterator[re.Match[str]]:
    return pattern.finditer(pair.source, *pair.source_span)
