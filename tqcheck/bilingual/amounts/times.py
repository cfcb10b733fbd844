"""Times of day and dates that readers are told otherwise: 6:50, "ten to seven"; 19:00, "seven in the
evening"; 15:20 мск, "12:20 GMT"; 8 марта, "International Women's Day"."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence

from tqcheck.bilingual.amounts.before import before
from tqcheck.bilingual.amounts.quantities import Quantity
from tqcheck.bilingual.pair import Pair
from tqcheck.bilingual.tables.numbers import numbers

_ZONE = re.compile(r"\s*(?:[ap]\.?m\.?\s*)?(?:GMT|UTC|BST|CET|EST|EDT|ET|[A-Z][a-z]+ time)\b")
_ZONED = re.compile(r"\bпо (?:Москве|московскому|местному|[А-Я][а-я]+)|\bмск\b|\bвремени\b", re.IGNORECASE)
_OF_DAY = re.compile(r"\s*(?:[ap]\.?\s?m\b|o['’]clock)", re.IGNORECASE)
_ONE_O_CLOCK = re.compile(r"\bчас(?:а|у)?\s+(?:ночи|дня|пополудни)\b")
_PAST_OR_TO = re.compile(
    r"\b(?P<some>(?:twenty[- ])?[a-z]+|\d\d?)(?: minutes)? (?P<side>to|past|before|after) "
    r"(?P<hour>[a-z]+|\d\d?)\b",
    re.IGNORECASE,
)
_LACKING_MINUTES = {"пяти": 5, "десяти": 10, "четверти": 15, "двадцати": 20, "двадцати пяти": 25}
_HOURS_NAMED = "час|два|три|четыре|пять|шесть|семь|восемь|девять|десять|одиннадцать|двенадцать"
_LACKING = re.compile(
    r"\bбез (?P<minutes>двадцати пяти|пяти|десяти|четверти|двадцати|\d\d?)(?: минут)? "
    rf"(?P<hour>{_HOURS_NAMED}|\d\d?)\b",
    re.IGNORECASE,
)
"""What is told as lacking to the full hour: без четверти семь."""
_PART_OF_DAY = re.compile(r"\s+(?:in the (?:morning|afternoon|evening)|at night)\b")
_SHORT = {"quarter": 15, "half": 30}
_NAMED_HOUR = {"midnight": 24, "noon": 12, "midday": 12}
_HOURS = re.compile(r"(?:\s*[-\u2010-\u2014]\s*|\s+(?:to|till|until)\s+)\Z")
_UP_TO = re.compile(r"(?:[-\u2010-\u2014]|\bдо)\s*\Z")
_MONTH = re.compile(
    r"(?:-?[а-я]{1,3})?\s+"
    r"(?:январ|феврал|март|апрел|ма[йя]|июн|июл|август|сентябр|октябр|ноябр|декабр)"
)
_FEAST = re.compile(r"\b(?:Day|Eve|Christmas|Easter|Epiphany|Assumption)\b")
_MONTHS = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
_IN_MONTH = re.compile(_MONTHS)
_ROUND_TIME = re.compile(
    r"\b(?:in|from|since|early|late|mid|turn of|start of|beginning of|end of)[ -]" + _MONTHS, re.IGNORECASE
)
_OLD_STYLE = re.compile(r"старо(?:му|го) стил|ст\. ?ст", re.IGNORECASE)
_APART = range(10, 14)
_MONTH_LENGTHS = (28, 29, 30, 31)
_ENDS = (1, 30, 31)
_WITHIN = 40


def time_told(pair: Pair, russian: Sequence[Quantity], english: Quantity) -> list[Quantity] | None:
    """The Russian times of day, and days of a month, that an English one tells otherwise, none where it is
    told in a word; None where it tells none."""
    text, end = pair.text, english.span.end
    one_o_clock = english.plain == 1 and _OF_DAY.match(text, end)
    if one_o_clock and _ONE_O_CLOCK.search(pair.source, *pair.source_span):
        return []
    if _ZONE.match(text, end) and _ZONED.search(pair.source):
        return _first(q for q in russian if any(_is_same_minute(q, value) for value in english.values))
    time = _clock(pair, english)
    if time is not None and (found := _first(q for q in russian if any(_is_hour(v, time) for v in q.values))):
        return found
    if (parts := _lacking(pair, russian, english)) is not None:
        return parts
    if _PART_OF_DAY.match(text, end):
        return _first(q for q in russian if english.plain + 12 in q.values)
    if before(_HOURS, text, english.span.start):
        evening = (q for q in russian if q.plain == english.plain + 12 and q.plain <= 24)
        if found := _first(q for q in evening if before(_UP_TO, pair.source, q.span.start)):
            return found
    if _OLD_STYLE.search(pair.source, *pair.source_span):
        return _first(q for q in russian if _is_new_style(q.plain, english.plain))
    return None


def is_told_by_feast(pair: Pair, russian: Quantity) -> bool:
    """Whether a day of a month may be told by the feast on it, or the first as the beginning."""
    if not _MONTH.match(pair.source, russian.span.end):
        return False
    where = pair.text[pair.span.start : pair.span.end]
    if _FEAST.search(where) and not _IN_MONTH.search(where):
        return True
    return russian.plain in _ENDS and bool(_ROUND_TIME.search(where))


def _first(found: Iterable[Quantity]) -> list[Quantity] | None:
    return list(found)[:1] or None


def _is_same_minute(russian: Quantity, english: float) -> bool:
    """Whether two times may be one in different zones, which are whole hours apart."""
    return math.isclose(russian.plain % 1, english % 1, abs_tol=1e-6)


def _clock(pair: Pair, english: Quantity) -> float | None:
    """The time, as hours and hundredths for minutes, of a phrase such as "ten to seven" around a number."""
    start = max(0, english.span.start - _WITHIN)
    for said in _PAST_OR_TO.finditer(pair.text, start, english.span.end + _WITHIN):
        if not said.start() <= english.span.start < said.end():
            continue
        minutes, hour = _number(said["some"], _SHORT), _number(said["hour"], _NAMED_HOUR)
        if minutes is None or hour is None or not 0 < minutes < 60 or hour > 24:
            continue
        past = said["side"].lower() in ("past", "after")
        return round(hour + minutes / 100 if past else hour - 1 + (60 - minutes) / 100, 2)
    return None


def _lacking(pair: Pair, russian: Sequence[Quantity], english: Quantity) -> list[Quantity] | None:
    """The Russian numbers of a time told by what lacks to the hour, where the English has it in figures; None
    where there is no such time."""
    for said in _LACKING.finditer(pair.source, *pair.source_span):
        lacks, hour = said["minutes"].lower(), said["hour"].lower()
        minutes = int(lacks) if lacks.isdigit() else _LACKING_MINUTES[lacks]
        full = int(hour) if hour.isdigit() else _HOURS_NAMED.split("|").index(hour) + 1
        time = round((full - 1 or 12) + (60 - minutes) / 100, 2)
        if any(_is_hour(time, value) for value in english.values):
            return [q for q in russian if said.start() <= q.span.start < said.end()]
    return None


def _number(word: str, others: dict[str, int]) -> int | None:
    word = word.lower()
    if word.isdigit():
        return int(word)
    if word in others:
        return others[word]
    values = [numbers().english.get(part) for part in re.split(r"[- ]", word)]
    if not all(found and found.kind in ("ones", "tens") for found in values):
        return None
    return int(sum(found.values[0] for found in values if found))


def _is_hour(russian: float, time: float) -> bool:
    return any(math.isclose(russian, time + more, abs_tol=0.001) for more in (0, 12, -12, -24))


def _is_new_style(old: float, new: float) -> bool:
    """Whether a day of a month may be another one of the calendar before."""
    return any(new - old + month in _APART for month in (0, *_MONTH_LENGTHS))
