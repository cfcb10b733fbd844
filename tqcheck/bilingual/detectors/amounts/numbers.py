"""Numbers: each of the Russian must stand in the English, and each of the English in the Russian."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence

from tqcheck.bilingual.amounts.before import before
from tqcheck.bilingual.amounts.conversions import conversions
from tqcheck.bilingual.amounts.nights import begins_on
from tqcheck.bilingual.amounts.quantities import Quantity, english_quantities, russian_quantities
from tqcheck.bilingual.amounts.times import is_told_by_feast
from tqcheck.bilingual.amounts.worked_out import worked_out
from tqcheck.bilingual.english import near, tokens
from tqcheck.bilingual.pair import Doubt, Pair, around
from tqcheck.bilingual.renderings.complements import complement
from tqcheck.bilingual.russian import normal
from tqcheck.bilingual.tables.weekdays import weekday_of, weekdays
from tqcheck.bilingual.wordlists import words

_HOURS = re.compile(r"[\s-]*hours?\b")
_BY, _TO = (re.compile(rf"{word} \Z", re.IGNORECASE) for word in ("на", "to"))

_BEFORE_DATE = re.compile(r"(?<!\w)(\w+),\s+\Z")
_LONGEST_DAY = 16
"""Code points before a date among which its weekday stands."""

_WHOLE = 100
"""What a share and the rest make together, in per cent, to the nearest one."""


def numbers_kept(pair: Pair) -> Iterator[Doubt]:
    """Doubts about numbers changed, lost and added."""
    russian, english = russian_quantities(pair), english_quantities(pair)
    lost = _unanswered(pair, russian, english)
    new = [q for q in english if not any(_same(other, q) for other in russian)]
    if lost and new and (some_others := complement(pair)):
        lost, new = ([q for q in own if q not in some_others] for own in (lost, new))
    lost, new = _without_rests(pair, lost, new)
    lost = [q for q in lost if not any(conversions(pair).converts(q, other) for other in new)]
    for quantity in new[:]:
        if (parts := worked_out(pair, russian, quantity)) is not None:
            new.remove(quantity)
            lost = [q for q in lost if q not in parts]
    yield from _changed(pair, lost, new)
    yield from _lost(pair, lost, new)
    yield from _added(pair, lost, new)


def _unanswered(pair: Pair, russian: Sequence[Quantity], english: Sequence[Quantity]) -> list[Quantity]:
    """The Russian numbers that no English one answers; "another" answers one of them, the least."""
    others = [q for q in english if pair.text[q.span.start : q.span.end].lower() == "another"]
    firm = [q for q in english if q not in others]
    lost = [q for q in russian if not any(_same(q, other) for other in firm)]
    for other in others:
        answered = [q for q in lost if _same(q, other)]
        if answered:
            lost.remove(min(answered, key=lambda q: q.plain))
    return lost


def _changed(pair: Pair, lost: list[Quantity], new: list[Quantity]) -> Iterator[Doubt]:
    """Doubts about new numbers that stand for lost ones. Both are taken from the lists."""
    for quantity in [q for q in new if not q.vague]:
        taken = None if conversions(pair).explains(quantity) else _taken_for(quantity, lost, pair)
        if taken:
            new.remove(quantity)
            lost.remove(taken)
            yield pair.doubt(_rule(taken, quantity), quantity.span, taken.span)


def _lost(pair: Pair, lost: Sequence[Quantity], new: Sequence[Quantity]) -> Iterator[Doubt]:
    """Doubts about numbers in figures for which no new one can stand, near the pair neither."""
    if not all(q.soft for q in new):
        return
    one = any(token.key in words("one") for token in tokens(pair))
    for quantity in lost:
        if quantity.soft or not quantity.figures or (one and 1.0 in quantity.values):
            continue
        if _is_told_by_weekday(quantity, pair) or is_told_by_feast(pair, quantity):
            continue
        if any(begins_on(pair, quantity, english) for english in english_quantities(pair)):
            continue  # с 4 на 5 мая, the night of May 4
        if not any(_same(quantity, other) for other in english_quantities(around(pair))):
            yield pair.doubt("number.lost", near(pair, quantity.span), quantity.span)


def _added(pair: Pair, lost: Sequence[Quantity], new: Sequence[Quantity]) -> Iterator[Doubt]:
    """Doubts about new numbers in figures that stand for no lost one, nor for one told otherwise or near."""
    if not all(q.soft for q in lost):
        return
    for quantity in new:
        if not quantity.figures or quantity.vague or _is_days(pair, quantity):
            continue
        if conversions(pair).explains(quantity) or _is_decade(quantity, pair):
            continue
        if not any(_same(other, quantity) for other in russian_quantities(around(pair))):
            yield Doubt("number.added", quantity.span, ())


def _without_rests(
    pair: Pair, lost: Sequence[Quantity], new: Sequence[Quantity]
) -> tuple[list[Quantity], list[Quantity]]:
    """The numbers without fractions of which the English has what is left: на треть, to two-thirds."""
    rests = [
        (russian, english)
        for russian in lost
        for english in new
        if any(abs(one + other - _WHOLE) <= 1 for one in russian.values for other in english.values)
        and before(_BY, pair.source, russian.span.start)
        and before(_TO, pair.text, english.span.start)
    ]
    told = {id(one) for rest in rests for one in rest}
    return [q for q in lost if id(q) not in told], [q for q in new if id(q) not in told]


def _same(russian: Quantity, english: Quantity) -> bool:
    return russian.meets(english) or _rounded(russian, english)


def _rounded(russian: Quantity, english: Quantity) -> bool:
    """Whether the English value is the Russian one with fewer figures."""
    digits, fewer = _significant(russian.plain), _significant(english.plain)
    if not english.plain or fewer >= digits or digits < 3 or 1900 <= russian.plain < 2100:
        return False
    scale = 10 ** (math.floor(math.log10(russian.plain)) + 1 - fewer)
    return bool(abs(russian.plain - english.plain) < scale)


def _significant(value: float) -> int:
    return len(f"{value:.6g}".replace(".", "").split("e")[0].strip("0")) if value else 0


def _taken_for(english: Quantity, lost: Sequence[Quantity], pair: Pair) -> Quantity | None:
    """The lost Russian number that the English one stands for."""
    fitting = [q for q in lost if _alike(q, english) or _counts_a_group(q, english, pair.source)]
    if not fitting:
        return None
    whole, whole_russian = len(pair.text) or 1, len(pair.source) or 1
    return min(fitting, key=lambda q: abs(q.span.start / whole_russian - english.span.start / whole))


def _alike(russian: Quantity, english: Quantity) -> bool:
    """Whether one may have been taken for the other."""
    counted = russian.kind in ("cardinal", "compound") and english.kind == "cardinal"
    if russian.soft != english.soft and not (counted and russian.plain > 1):
        return False
    ordinals = (russian.kind == "ordinal", english.kind == "ordinal")
    return ordinals[0] == ordinals[1] and (english.kind != "alone" or russian.kind == "alone")


def _counts_a_group(russian: Quantity, english: Quantity, source: str) -> bool:
    """Whether a Russian noun tells how many there are of a group, or how many months: пятёрка, полгода."""
    begun = normal(source[russian.span.start : russian.span.end]).lower()
    return (
        english.kind == "cardinal" and not english.soft and begun.startswith(tuple(words("groups-counted")))
    )


def _is_decade(english: Quantity, pair: Pair) -> bool:
    """Whether it is a decade that the Russian tells in a word: семидесятые, the 1970s."""
    plural = pair.text[english.span.end : english.span.end + 1] == "s"
    return plural and any(word.lemma in words("decades") for word in pair.words)


def _is_told_by_weekday(russian: Quantity, pair: Pair) -> bool:
    """Whether it is the date of a weekday that the English names: в среду, 12 февраля, "on Wednesday"."""
    start = russian.span.start
    day = before(_BEFORE_DATE, pair.source, start, _LONGEST_DAY)
    if day is None or not weekday_of(day[1]):
        return False
    return any(token.key in weekdays().values() for token in tokens(pair))


def _is_days(pair: Pair, quantity: Quantity) -> bool:
    """Whether a number of hours is a Russian day or more: за сутки, in the past 24 hours."""
    hours = _HOURS.match(pair.text, quantity.span.end) and quantity.plain % 24 == 0
    return bool(hours) and any("суточн" in word.lemma or word.lemma == "сутки" for word in pair.words)


def _rule(russian: Quantity, english: Quantity) -> str:
    ratio = max(russian.plain, english.plain) / (min(russian.plain, english.plain) or 1)
    power = math.log10(ratio) if ratio else 0.0
    scaled = ratio >= 10 and math.isclose(power, round(power), abs_tol=1e-9)
    return "number.magnitude" if scaled else "number.changed"
