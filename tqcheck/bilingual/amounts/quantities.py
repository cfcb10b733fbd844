"""Numbers of either language, in figures and in words, as values.

A number has several values where it can be read in several ways: "5 p.m." is 5 and 17, "a quarter" 4 and 25.
A time or score is a decimal, 17:45 is 17.45; its parts, 17 and 45, answer "17 часов 45 минут".
"""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from tqcheck.bilingual.amounts.before import before
from tqcheck.bilingual.amounts.numerals import Piece, english_pieces, russian_pieces
from tqcheck.bilingual.amounts.readings import readings
from tqcheck.bilingual.memory import of_last
from tqcheck.bilingual.pair import Pair
from tqcheck.model import Span

_DAY_AND_MONTH = re.compile(r"[0-3]?\d\.[01]\d")
_JOINED = re.compile(
    r"(?:-(?:х|ти|и|ми|мя)\b)?(?:\.(?=\s))?(?:\s|-|\u2011)*(?:(?:and|of|a|с лишним|с небольшим|с)[\s-]+)*"
)
_RANGE = re.compile(r"\s*(?:[-\u2010-\u2014]|до|или|to|or)\s*[$€£]?")
_ROUND = re.compile(r"\s*-?(?:of the )?(?:финал|final)", re.IGNORECASE)
_GROUP = 3
_ALONE = frozenset({"alone", "parts", "tens-of-years", "tens-of-things"})
_HOURS = 12.0
_PARTS = range(3, 10)
"""How many parts of a whole have a name (a third, a quarter) and no other sense (one second)."""

_OF = re.compile(r"\s+of\b")
_AFTER_SHARE = re.compile(
    r"\s*(?:[.,;:)]|\Z)|\s+(?:since|to|in|from|this|last|on|over|after|between|within|during|compared|and|because|as)\b"
)
_SHARE_AFTER = re.compile(
    r"\b(?:by|from|to|at|about|around|roughly|almost|nearly|over|under|than|only|just) a \Z", re.IGNORECASE
)
_AND_A = re.compile(r"\band[\s-]+a[\s-]+\Z")
_NAMED = re.compile(r"[^\W\d_][-\u2011]?\Z")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number. `plain`: its reading without regard to what follows; `kind`: cardinal, ordinal, compound
    (двухдневный) or alone; `soft`: it may come and go freely.

    `vague`: a word such as "another", or the number of a name (COVID-19): it may answer a number, no more;
    `parts`: numbers within it; `scale`: what words such as "million" multiply it by.
    """

    values: frozenset[float]
    plain: float
    span: Span
    figures: bool
    kind: str
    soft: bool
    vague: bool
    parts: frozenset[float] = frozenset()
    scale: float = 1.0

    def meets(self, other: Quantity) -> bool:
        """Whether both can be read alike, and are of kinds that answer each other."""
        if not (self._may_answer(other) and other._may_answer(self)):
            return False
        return bool(self.values & other.values or self.parts & other.values or self.values & other.parts)

    def _may_answer(self, other: Quantity) -> bool:
        """A number of a name answers figures only; a cardinal in words no ordinal; "other" is never first."""
        if self.vague and self.figures:
            return other.figures
        if other.kind == "ordinal" and not self.figures:
            return self.kind == "ordinal" or (self.kind in ("alone", "compound") and other.plain > 1)
        return True


@of_last
def russian_quantities(pair: Pair) -> list[Quantity]:
    """The numbers of the Russian, in order."""
    return [
        quantity for sentence in pair.russian for quantity in _composed(russian_pieces(sentence), pair.source)
    ]


@of_last
def english_quantities(pair: Pair) -> list[Quantity]:
    """The numbers of the English, in order."""
    pieces = [piece for segment in pair.english for piece in english_pieces(pair.text, segment.span)]
    return _composed([piece for piece in pieces if not _is_nobody(piece, pair.text)], pair.text)


def matched(
    russian: Sequence[Quantity], english: Sequence[Quantity], text: str
) -> Iterator[tuple[Quantity, Quantity]]:
    """Cardinals that each side has once, and that answer each other; one and a half is one."""
    english = [q for q in english if not before(_AND_A, text, q.span.start)]
    for theirs in russian:
        own = [q for q in english if theirs.kind != "ordinal" and theirs.meets(q)]
        if len(own) == 1 and sum(q.meets(own[0]) for q in russian) == 1 and not own[0].vague:
            yield theirs, own[0]


def _is_nobody(piece: Piece, text: str) -> bool:
    """Whether "one" counts nothing: "no one"."""
    led = text[max(0, piece.span.start - len("no ")) : piece.span.start].lower()
    return led == "no " and text[piece.span.start : piece.span.end] == "one"


def _composed(pieces: list[Piece], text: str) -> list[Quantity]:
    """Pieces that follow each other, put together."""
    found: list[Quantity] = []
    at = 0
    while at < len(pieces):
        end = at + 1
        while end < len(pieces) and _JOINED.fullmatch(text, pieces[end - 1].span.end, pieces[end].span.start):
            end += 1
        run = pieces[at:end]
        while run:
            values, used, ordinal = _number(run)
            found.append(_quantity(run[:used], values, ordinal, text))
            run = run[used:]
        at = end
    return _ranges(found, text)


def _ranges(found: list[Quantity], text: str) -> list[Quantity]:
    """The numbers; the first of a range may share the scale of the last one: 2 до 7 миллиардов."""
    for i in range(len(found) - 2, -1, -1):
        first, second = found[i], found[i + 1]
        if first.scale == 1.0 < second.scale and _RANGE.fullmatch(text, first.span.end, second.span.start):
            scaled = frozenset(value * second.scale for value in first.values)
            found[i] = replace(first, values=first.values | scaled, scale=second.scale)
    return found


def _number(run: list[Piece]) -> tuple[tuple[float, ...], int, bool]:
    """The readings of the number a run begins with, of how many pieces it is, whether it is an ordinal."""
    total: tuple[float, ...] = (0.0,)
    used = 0
    while True:
        values, more, ordinal = _simple(run[used:])
        used += more
        if used < len(run) and run[used - 1].kind.startswith("tens-of") and _is_half(run[used]):
            return tuple(v + run[used - 1].values[0] / 2 for v in values), used + 1, False
        scale, more = _scale(run[used:])
        used += more
        total = tuple(sum_ + value * scale for sum_ in total for value in values)
        if scale > 1.0 and used < len(run) and _is_half(run[used]):
            return tuple(sum_ + scale / 2 for sum_ in total), used + 1, False  # a million and a half
        if scale == 1.0 or not _goes_on(run[0], run[used:], scale):
            return total, used, ordinal


def _scale(run: list[Piece]) -> tuple[float, int]:
    """What the scales at the beginning of a run multiply by, and how many they are."""
    scale, used = 1.0, 0
    while used < len(run) and run[used].kind == "scales":
        scale *= run[used].values[0]
        used += 1
    return scale, used


def _goes_on(first: Piece, rest: list[Piece], scale: float) -> bool:
    """Whether what follows a scale belongs to the same number: 1 млн 193 тыс., 22 тысячи 702."""
    if not rest or rest[0].kind not in ("ones", "tens", "hundreds", "ordinals", "figures"):
        return False
    values, used, _ = _simple(rest)
    after, _ = _scale(rest[used:])
    if rest[0].kind == "figures" and after == 1.0:
        span = rest[0].span
        if first.kind != "figures" or span.end - span.start != _GROUP:
            return False
    return max(values) * after < scale


def _quantity(run: list[Piece], values: tuple[float, ...], ordinal: bool, text: str) -> Quantity:
    """A number of its pieces and readings."""
    first, last = run[0], run[-1]
    span = Span(first.span.start, last.span.end)
    figures = any(piece.kind in ("figures", "clock", "fraction") for piece in run)
    if ordinal and _is_share(text, span):
        values, ordinal = _multiplied(Piece("ones", (1.0,), span), last) or values, False  # a third of them
    share = last.kind == "ordinals" and not ordinal
    alone = share or ((first.kind in _ALONE or last.kind in _ALONE) and last.kind != "scales")
    named = bool(_NAMED.search(text, max(0, span.start - 2), span.start))
    vague = (alone and max(values) < 3) or named
    compound = first.kind == "compound"
    few = alone or ordinal or first.kind in ("roman", "scales", "month") or max(values) < 3
    round_ = first.kind == "fraction" and bool(_ROUND.match(text, span.end))
    rounds = _rounds(values[0]) if round_ else ()
    inside = _parts(first, span, text)
    return Quantity(
        values=frozenset((*readings(values, span, text), *rounds)),
        plain=values[0],
        span=span,
        figures=figures and not round_,
        kind="ordinal" if ordinal else "alone" if alone else first.kind if compound else "cardinal",
        soft=(not figures and few) or vague or round_,
        vague=vague or round_,
        parts=frozenset(readings(inside, span, text) if inside else ()),
        scale=math.prod(piece.values[0] for piece in run if piece.kind == "scales"),
    )


def _is_share(text: str, ordinal: Span) -> bool:
    """Whether an English ordinal is a share of a whole: a third of them, fell by a third in May, rose from a
    fifth to a third."""
    if text[max(0, ordinal.start - 2) : ordinal.start].lower() != "a ":
        return False
    led = before(_SHARE_AFTER, text, ordinal.start)
    return bool(_OF.match(text, ordinal.end) or (led and _AFTER_SHARE.match(text, ordinal.end)))


def _rounds(share: float) -> Iterator[float]:
    """How else the round of a cup is named: 1/8 of the final is of the last 16, or the eighth-finals."""
    if share:
        yield round(1 / share)
        yield round(2 / share)


def _parts(first: Piece, span: Span, text: str) -> Collection[float]:
    """The numbers within a time, score, fraction, or day and month."""
    if first.kind in ("clock", "fraction") or _DAY_AND_MONTH.fullmatch(text, span.start, span.end):
        return {float(part) for part in re.findall(r"\d+", text[span.start : span.end])}
    return ()


def _simple(run: list[Piece]) -> tuple[tuple[float, ...], int, bool]:
    """The values of the number below a scale that a run begins with, its pieces, whether it is an ordinal."""
    order = {"hundreds": 3, "tens": 2, "ones": 1, "ordinals": 1}
    first, following = run[0], run[1:2]
    if first.kind == "scales":
        return (1.0,), 0, False
    counts = first.kind in ("ones", "figures")
    if following and (counts or first.values == (1.5,)) and (values := _multiplied(first, run[1])):
        return values, 2, False
    if counts and following and _is_half(run[1]) and len(run) > 2 and run[2].kind == "scales":
        return (first.values[0] + 0.5,), 2, False  # two and a half million
    if _is_half(first) and following and run[1].kind == "scales":
        return (0.5,), 1, False
    if _is_half(first) and following and run[1].kind == "ordinals" and 1 <= run[1].values[0] <= _HOURS:
        return (*_half_past(run[1].values[0]), *first.values), 2, False
    if first.kind not in order:
        return first.values, 1, False
    total, used = first.values[0], 1
    while (
        first.kind != "ordinals"
        and used < len(run)
        and order.get(run[used].kind, 9) < order[run[used - 1].kind]
        and (run[used].values[0] < 10 or run[used - 1].kind == "hundreds")
    ):
        total += run[used].values[0]
        used += 1
    return (total,), used, run[used - 1].kind == "ordinals"


def _is_half(piece: Piece) -> bool:
    return piece.kind == "alone" and piece.values[0] == 0.5


def _half_past(hour: float) -> tuple[float, ...]:
    """The readings of половина шестого: half past five, 5.30, or half of the sixth."""
    last = hour - 1 or _HOURS
    return hour, last, last + 0.3


def _multiplied(number: Piece, word: Piece) -> tuple[float, ...]:
    """The values of a number of parts or of tens: две трети, one third, four decades, two dozen; none of
    others."""
    count = number.values[0]
    if word.kind == "tens-of-years":
        return count, *(count * value for value in word.values)
    if word.kind == "tens-of-things":
        return tuple(count * value for value in word.values)
    parts = next((int(value) for value in word.values if value in _PARTS), 0)
    if parts and (word.kind == "parts" or (word.kind == "ordinals" and count == 1)):
        share = count / parts
        whole = (float(parts),) if count == 1 else ()
        return (share, *whole, *(math.floor(100 * share) + more for more in (0.0, 1.0)))
    return ()
