"""What a number counts, changed where the number is not: три года, "three months"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from tqcheck.bilingual.amounts.conversions import conversions
from tqcheck.bilingual.amounts.quantities import Quantity, english_quantities, russian_quantities
from tqcheck.bilingual.pair import Doubt, Pair
from tqcheck.bilingual.tables.measures import english_unit, is_of_time, russian_unit
from tqcheck.model import Span

OF_TIME, OF_MEASURE = "number.time-unit", "number.unit"
_SHORTEST = 2
"""Letters of a number, and of a unit with its ending, within a compound."""

REACH = 45
"""Code points after a number among which its unit stands."""

_UP_TO_UNIT = (
    r"[\s\u00a0-]*(?:(?:тысяч\w*|тыс\.?|миллион\w*|млн|миллиард\w*|млрд|квадратн\w+|кв\.|кубическ\w+|куб\."
    r"|thousand|million|billion|full|whole|square|cubic)[\s\u00a0-]+)*"
)
_UNIT = re.compile(rf"{_UP_TO_UNIT}(per cent\b|[^\W\d_]+|[%°])")


def units_kept(pair: Pair) -> Iterator[Doubt]:
    """A doubt for each number that each side has once, and of another unit."""
    russian, english = russian_quantities(pair), english_quantities(pair)
    for theirs in russian:
        own = [quantity for quantity in english if theirs.meets(quantity)]
        if len(own) != 1 or own[0].plain != theirs.plain or sum(q.meets(own[0]) for q in russian) != 1:
            continue
        if conversions(pair).explains(own[0], but=theirs):
            continue  # 40 километров, 25 километров в час: 25 miles, 15 mph
        inside = theirs.kind == "compound"
        said = (_inner_unit if inside else _unit)(russian_unit, pair.normal_source, theirs)
        meant = _unit(english_unit, pair.lower_text, own[0])
        if said and meant and said[0] != meant[0]:
            rule = OF_TIME if is_of_time(said[0]) and is_of_time(meant[0]) else OF_MEASURE
            source = Span(theirs.span.start, said[1].end)
            yield replace(pair.doubt(rule, meant[1], source), firm=True)


def _unit(unit_of: Callable[[str], str], text: str, number: Quantity) -> tuple[str, Span] | None:
    """The unit after a number, and where it stands."""
    found = _UNIT.match(text, number.span.end, number.span.end + REACH)
    if found is None:
        return None
    name = unit_of(found[1])
    return (name, Span(*found.span(1))) if name else None


def _inner_unit(unit_of: Callable[[str], str], text: str, number: Quantity) -> tuple[str, Span] | None:
    """The unit within a compound, and where it ends: the недельный of двухнедельный."""
    word = text[number.span.start : number.span.end]
    ends = (word[at:] for at in range(_SHORTEST, len(word) - _SHORTEST))
    name = next(filter(None, map(unit_of, ends)), "")
    return (name, number.span) if name else None
