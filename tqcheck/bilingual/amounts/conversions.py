"""Numbers that readers are told in other measures or in money of their own: the same amounts.

A translator turns 40 километров into 25 miles, 500 граммов into half a kilo, 180 сантиметров into 5 ft 11 in.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import chain, pairwise

from tqcheck.bilingual.amounts.before import before
from tqcheck.bilingual.amounts.quantities import Quantity, english_quantities, russian_quantities
from tqcheck.bilingual.cues import Hit
from tqcheck.bilingual.english import tokens
from tqcheck.bilingual.memory import of_last
from tqcheck.bilingual.pair import Pair
from tqcheck.bilingual.russian import sentence
from tqcheck.bilingual.tables.measures import Measure, measures
from tqcheck.bilingual.tables.numbers import numbers
from tqcheck.model import Span
from tqcheck.typed import NamedTuple

NEARLY, ROUNDED = 0.03, 0.1
"""How far an amount in another measure may be from the Russian one, as a share: in general, and in a measure
that readers know and Russian texts do not use."""
DEGREES = 1.5
"""How far a temperature in Fahrenheit may be from that in Celsius, in degrees of the latter."""
_FREEZING, _DEGREE = 32, 1.8

_LEAD = 30
"""Code points before a sum among which its money, and what hedges it, stand."""
_JOINED = re.compile(r"(?:[\s-]+and[\s-]+a[\s-]+half\b|\s+с\s+половиной\b|\.(?=\s*[а-яё]))?[\s\u00a0-]*")
"""What may stand between a number and its measure: 3,5 тыс. км."""
_COMPOUND = re.compile(r"[\w-]*[а-яё]\w*")
_PARTS = 8
"""Code points between the parts of one amount: 5 feet and 11 inches."""
_ROUBLES = re.compile(r"\s*(?:руб|₽)")
_MONEY_BEFORE = re.compile(r"(?:US|C|A)?[$€£]\s*\Z")
_MONEY_AFTER = re.compile(r"\s*(?:US )?(?:dollars?|euros?|pounds?(?: sterling)?)\b")
_RANGE = re.compile(r"\s*(?:[-\u2010-\u2014]|до|или|to|or|and)\s*")
_HALF = re.compile(r"\bпол(?:у|-)?([а-яё]{4,})")
_AGED = re.compile(
    r"\b(?:is|was|are|were|turn(?:s|ed)|aged?)\s+(?:(?:about|almost|around|just|nearly|not yet|only)\s+)*\Z"
)
_ENDED = re.compile(r"\s*(?:[.,;!?]|(?:and|at|when|while|who)\b|\Z)")
_ABOUT = re.compile(
    r"\b(?:almost|about|around|just over|just under|more than|nearly|over|roughly|some)\s+\Z", re.IGNORECASE
)
_WHOLE = 0.5
"""How far, in its own measure, a number may be from what it measures that is told as about so much."""
_LEAST_RATE, _MOST_RATE = 20, 160
_FAHRENHEIT = re.compile(r"\s*(?:(?:°\s*|degrees\s+)?F(?:ahrenheit)?\b|degrees\b(?!\s*(?:C\b|Celsius)))")


class _Amount(NamedTuple):
    """So much of a dimension, in its least measure, the measure it is told in, and how far the same may be
    from it, as a share."""

    size: float
    measure: Measure
    tolerance: float

    def converts(self, other: _Amount, about: float = 0.0) -> bool:
        """Whether it is the same, told in another measure; `about`: how far from it in this measure, where
        that is said."""
        alike = self.measure.dimension == other.measure.dimension and self.measure.size != other.measure.size
        far = max(max(self.tolerance, other.tolerance) * other.size, about * self.measure.size)
        return alike and abs(self.size - other.size) <= far


class Conversions:
    """What the numbers of both sides of a pair measure."""

    def __init__(self, pair: Pair) -> None:
        known, english = measures(), english_quantities(pair)
        self._pair, self._of_russian = pair, russian_quantities(pair)
        self._russian = _amounts(self._of_russian, known.russian.russian(pair.russian), pair.source, True)
        self._english = _amounts(english, known.english.english(tokens(pair)), pair.text)
        _name_inches(english, self._english)
        _put_together(english, self._english)
        _put_together(self._of_russian, self._russian)
        self._halves = list(_halves(pair))
        for quantity in english:  # 11 months: she is almost one
            if quantity.span not in self._english and _is_bare_age(quantity, pair.text):
                self._english[quantity.span] = [_amount(quantity.plain, measures().named["year"])]

    @property
    def tells_any(self) -> bool:
        """Whether the English tells any Russian number in another measure."""
        english = english_quantities(self._pair)
        return any(self.converts(theirs, ours) for theirs in self._of_russian for ours in english)

    def converts(self, russian: Quantity, english: Quantity) -> bool:
        """Whether an English number tells a Russian one in another measure."""
        if _FAHRENHEIT.match(self._pair.text, english.span.end) and (
            _is_as_warm(russian, english) or _is_as_much_warmer(russian, english)
        ):
            return True
        if self._is_worth(russian, english):
            return True
        theirs = self._russian.get(russian.span, ())
        about = _WHOLE if before(_ABOUT, self._pair.text, english.span.start) else 0.0
        return any(
            own.converts(other, about) for own in self._english.get(english.span, ()) for other in theirs
        )

    def _is_worth(self, russian: Quantity, english: Quantity) -> bool:
        """Whether a sum in another money may be that in roubles, at the rates of thirty years."""
        roubles = _ROUBLES.match(self._pair.source, russian.span.end)
        leading = before(_MONEY_BEFORE, self._pair.text, english.span.start, _LEAD)
        other = leading or _MONEY_AFTER.match(self._pair.text, english.span.end)
        return bool(roubles and other) and _LEAST_RATE <= russian.plain / (english.plain or 1) <= _MOST_RATE

    def explains(self, english: Quantity, but: Quantity | None = None) -> bool:
        """Whether it may be one of the Russian numbers, but one, in another measure, or a sum in the readers'
        money beside the one in roubles: "(33 pounds)", "or $54 million"."""
        russian = [other for other in self._of_russian if other != but]
        if any(self.converts(other, english) for other in russian):
            return True
        if any(own.converts(half) for own in self._english.get(english.span, ()) for half in self._halves):
            return True
        return bool(russian and before(_beside(), self._pair.text, english.span.start, _LEAD))


@cache
def _beside() -> re.Pattern[str]:
    """What stands before a sum in another currency than the one named before."""
    hedges = "|".join(chain.from_iterable(numbers().hedges.values()))
    return re.compile(rf"(?:\(|\bor )\s*(?:(?:{hedges}) )?(?:US|C|A)?[$€£]\s*\Z")


@of_last
def conversions(pair: Pair) -> Conversions:
    """What the numbers of a pair measure, made once for all who ask."""
    return Conversions(pair)


def _amounts(
    quantities: Sequence[Quantity], units: Iterable[Hit], text: str, either_way: bool = False
) -> dict[Span, list[_Amount]]:
    """What numbers measure that stand right before a measure, or in a range before one that does, by the
    place of the number; `either_way`: the measure may stand before the number, too (километров десять)."""
    longest: dict[int, Hit] = {}
    for unit in units:
        known = longest.get(unit.span.start)
        if known is None or known.span.end < unit.span.end:
            longest[unit.span.start] = unit
    ending = {unit.span.end: unit for unit in longest.values()} if either_way else {}
    found: dict[Span, list[_Amount]] = {}
    measures_of: dict[Span, Measure] = {}
    following: Quantity | None = None
    for quantity in reversed(quantities):
        gap = _JOINED.match(text, quantity.span.end)
        after = longest.get(gap.end()) if gap else None
        measure = measures().named[after.value] if after else _compounded(quantity, text)
        if not measure and following and _RANGE.fullmatch(text, quantity.span.end, following.span.start):
            measure = measures_of.get(following.span)
        if not measure and (leading := ending.get(quantity.span.start - 1)):
            measure = measures().named[leading.value]
        if measure:
            measures_of[quantity.span] = measure
            found[quantity.span] = [
                _amount(size, measure) for size in sorted({quantity.plain, *quantity.values})
            ]
        following = quantity
    return found


def _amount(number: float, measure: Measure) -> _Amount:
    return _Amount(number * measure.size, measure, ROUNDED if measure.readers else NEARLY)


def _put_together(quantities: Sequence[Quantity], amounts: dict[Span, list[_Amount]]) -> None:
    """Adds what two amounts beside each other come to: 5 ft 11 in, 1 минута 15 секунд."""
    for first, second in pairwise(quantities):
        parts = amounts.get(first.span), amounts.get(second.span)
        if parts[0] and parts[1] and _are_parts(parts[0][0], parts[1][0], first, second):
            whole = parts[0][0]._replace(size=parts[0][0].size + parts[1][0].size)
            parts[0].append(whole)
            parts[1].append(whole)


def _name_inches(quantities: Sequence[Quantity], amounts: dict[Span, list[_Amount]]) -> None:
    """Takes a bare number behind feet for inches: 6 feet 11."""
    foot, inch = measures().named["foot"], measures().named["inch"]
    for feet, number in pairwise(quantities):
        own = amounts.get(feet.span)
        bare = number.span not in amounts and number.plain < foot.size / inch.size
        if own and own[0].measure == foot and bare and number.span.start - feet.span.end <= _PARTS:
            amounts[number.span] = [_amount(number.plain, inch)]


def _halves(pair: Pair) -> Iterator[_Amount]:
    """The Russian amounts of half a measure in one word: полтонны, полкилометра."""
    for word in _HALF.finditer(pair.normal_source, *pair.source_span):
        known = measures().compounding
        measure = next((known[stem] for stem in known if word[1].startswith(stem)), None) or _unit(word[1])
        if measure:
            yield _amount(0.5, measure)


def _unit(word: str) -> Measure | None:
    """The measure that a Russian word is by itself."""
    unit = next(measures().russian.russian((sentence(word, Span(0, len(word))),)), None)
    return measures().named[unit.value] if unit else None


def _is_bare_age(quantity: Quantity, text: str) -> bool:
    """Whether a number that counts nothing may be the years of somebody: the boy is two, was almost one."""
    return bool(before(_AGED, text, quantity.span.start) and _ENDED.match(text, quantity.span.end))


def _compounded(quantity: Quantity, text: str) -> Measure | None:
    """The measure in a Russian compound: трёхметровый, 120-килограммовый."""
    word, known = _COMPOUND.match(text, quantity.span.start), measures().compounding
    stems = [stem for stem in known if word and stem in word[0].lower()]
    return known[max(stems, key=len)] if stems else None


def _are_parts(first: _Amount, second: _Amount, one: Quantity, other: Quantity) -> bool:
    """Whether two amounts beside each other are one."""
    near = other.span.start - one.span.end <= _PARTS
    return near and first.measure.dimension == second.measure.dimension and second.size < first.size


def _is_as_warm(russian: Quantity, english: Quantity) -> bool:
    """Whether a temperature in Fahrenheit is the Russian one, the sign of either told in words."""
    warm = [(sign * english.plain - _FREEZING) / _DEGREE for sign in (1, -1)]
    return any(abs(abs(celsius) - russian.plain) <= DEGREES for celsius in warm)


def _is_as_much_warmer(russian: Quantity, english: Quantity) -> bool:
    """Whether so many degrees of Fahrenheit are so many of Celsius: на десять градусов, by 18."""
    return abs(english.plain / _DEGREE - russian.plain) <= DEGREES / _DEGREE
