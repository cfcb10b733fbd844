"""Numbers of either language, in figures and in words, as values.

A number has several values where it can be read in several ways: "5 p.m." is 5 and 17, "a quarter" 4 and 25.
A time or score is a decimal, 17:45 is 17.45; its parts, 17 and 45, answer "17 часов 45 минут".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from tqcheck.bilingual.pair import Pair
from tqcheck.bilingual.russian import Word, normal
from tqcheck.bilingual.tables import NumberWords, numbers
from tqcheck.model import Span

_SPACE = "\u00a0\u202f\u2009 "
_ENGLISH = re.compile(
    rf"(?P<figures>\d{{1,3}}(?:[,{_SPACE}]\d{{3}})+(?!\d)(?:\.\d+)?|\d+(?:[.,:]\d+)*)|(?P<word>[A-Za-z]+)"
)
_RUSSIAN = re.compile(rf"\d{{1,3}}(?:[{_SPACE}]\d{{3}})+(?!\d)(?:,\d+)?|\d+(?:[.,:]\d+)*")
_DAY_AND_MONTH = re.compile(r"[0-3]?\d\.[01]\d")
_ROMAN = re.compile(r"X{0,3}(?:IX|IV|V?I{0,3})")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10}
_JOINED = re.compile(r"(?:-(?:х|ти|и|ми|мя)\b)?(?:\s|-|\u2011)*(?:and\s+|of\s+|a\s+)?")
_HALF = re.compile(r"\s+and a half\b")
_AFTERNOON = re.compile(r"\s*(?:p\.?\s?m\b|часов вечера|часа дня|вечера|дня)", re.IGNORECASE)
_MORNING = re.compile(r"\s*a\.?\s?m\b", re.IGNORECASE)
_YEARS = re.compile(r"(?:-[хе]\b|['’]?s\b)")
_SHORT = re.compile(r"\s?([kKmMbB])\b")
_NAMED = re.compile(r"[^\W\d_][-\u2011]?\Z")
_SECOND_YEAR = re.compile(r"\b((?:19|20)\d\d)[-\u2010-\u2014/]\Z")
_SHORT_SCALES = {"k": 1e3, "m": 1e6, "b": 1e9}


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number. `plain`: its reading without regard to what follows; `kind`: cardinal, ordinal or alone;
    `soft`: it may come and go freely.

    `vague`: a word such as "another", or the number of a name (COVID-19): it may answer a number, no more.
    """

    values: frozenset[float]
    plain: float
    span: Span
    figures: bool
    kind: str
    soft: bool
    vague: bool
    parts: frozenset[float] = frozenset()

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
            return self.kind == "ordinal" or (self.kind == "alone" and other.plain > 1)
        return True


@dataclass(frozen=True, slots=True)
class _Piece:
    kind: str
    values: tuple[float, ...]
    span: Span


def russian_quantities(pair: Pair) -> list[Quantity]:
    """The numbers of the Russian, in order."""
    found: list[Quantity] = []
    for sentence in pair.russian:
        offset = sentence.span.start
        pieces = [
            piece
            for match in _RUSSIAN.finditer(sentence.text)
            for piece in _figures(match[0], offset + match.start(), comma=".")
        ]
        inside = {place for piece in pieces for place in range(piece.span.start, piece.span.end)}
        for word in sentence.words:
            if word.span.start not in inside:
                pieces += _russian_word(word)
        pieces.sort(key=lambda piece: piece.span)
        found += _composed(pieces, pair.source)
    return found


def english_quantities(pair: Pair) -> list[Quantity]:
    """The numbers of the English, in order."""
    pieces: list[_Piece] = []
    for segment in pair.english:
        for match in _ENGLISH.finditer(pair.text, segment.span.start, segment.span.end):
            if match["figures"]:
                pieces += _figures(match[0], match.start(), comma="")
            else:
                pieces += _word(match[0], match[0].lower(), Span(*match.span()), numbers().english)
    return _composed(pieces, pair.text)


def _russian_word(word: Word) -> Iterator[_Piece]:
    known = numbers().russian
    for lemma in (normal(word.lemma), *sorted(word.lemmas)):
        if lemma in known.words:
            yield from _word(word.text, lemma, word.span, known)
            return
    if word.pos == "LATN":
        yield from _word(word.text, "", word.span, known)
    elif word.pos in ("ADJF", "NOUN", "ADJS"):
        value = _compound(normal(word.lemma))
        if value:
            yield _Piece("alone", (value,), word.span)


def _compound(lemma: str) -> float:
    """What the number in a compound is worth: двадцатипятилетний is 25; 0 where there is none."""
    total, rest = 0.0, lemma
    beginnings = numbers().beginnings
    while begin := max((b for b in beginnings if rest.startswith(b)), key=len, default=""):
        total += beginnings[begin]
        rest = rest.removeprefix(begin)
    return total if total and rest.startswith(numbers().measures) else 0.0


def _word(text: str, key: str, span: Span, known: NumberWords) -> Iterator[_Piece]:
    if key in known.words:
        kind, values = known.words[key]
        yield _Piece(kind, values, span)
    elif (len(text) > 1 or known is numbers().russian) and _ROMAN.fullmatch(text):
        letters = [_ROMAN_VALUES[letter] for letter in text]
        signs = [-a if a < b else a for a, b in pairwise(letters)]
        yield _Piece("roman", (float(sum(signs) + letters[-1]),), span)


def _figures(text: str, start: int, comma: str) -> Iterator[_Piece]:
    """Figures as pieces; `comma` is what a comma means: "." a decimal, "" thousands."""
    span = Span(start, start + len(text))
    parts = list(re.finditer(r"\d+", text))
    if ":" in text and len(parts) == 2:
        first, second = int(parts[0][0]), int(parts[1][0])
        yield _Piece("clock", (first + second / 100,), span)
        return
    bare = re.sub(rf"[{_SPACE}]", "", text)
    if re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?", bare) and not comma:
        yield _Piece("figures", (float(bare.replace(",", "")),), span)
    elif len(parts) <= 2 and re.fullmatch(r"\d+(?:[.,]\d+)?", bare):
        decimal = float(bare.replace(",", "."))
        whole = float(re.sub(r"[.,]", "", bare))
        grouped = bool(re.fullmatch(r"[1-9]\d{0,2}[.,]\d{3}", bare))
        lone = not comma and "," in bare
        yield _Piece("figures", (decimal, *([whole] if grouped or lone else [])), span)
    else:
        dates = len(parts) == 3 and "." in text
        for number, part in enumerate(parts):
            kind = "month" if dates and number == 1 else "figures"
            yield _Piece(kind, (float(part[0]),), Span(start + part.start(), start + part.end()))


def _composed(pieces: list[_Piece], text: str) -> list[Quantity]:
    """Pieces that follow each other, put together."""
    found: list[Quantity] = []
    at = 0
    while at < len(pieces):
        end = at + 1
        while end < len(pieces) and _JOINED.fullmatch(text, pieces[end - 1].span.end, pieces[end].span.start):
            end += 1
        run = pieces[at:end]
        while run:
            quantity, used = _first(run, text)
            found.append(quantity)
            run = run[used:]
        at = end
    return found


def _first(run: list[_Piece], text: str) -> tuple[Quantity, int]:
    """The number that a run begins with, and of how many pieces it is."""
    values, used, ordinal = _simple(run)
    scaled = 0.0
    total: tuple[float, ...] = ()
    while True:
        scale = 1.0
        while used < len(run) and run[used].kind == "scales":
            scale *= run[used].values[0]
            used += 1
        total = (
            tuple(value * scale for value in values)
            if not total
            else tuple(sum_ + value * scale for sum_ in total for value in values)
        )
        if scale == 1.0 or used == len(run):
            break
        scaled = scale
        following, more, ordinal = _simple(run[used:])
        after = (
            run[used + more].values[0]
            if used + more < len(run) and run[used + more].kind == "scales"
            else 1.0
        )
        words = run[used].kind != "figures" or after > 1.0
        if run[used].kind not in ("ones", "tens", "hundreds", "ordinals", "figures") or not words:
            break
        if max(following) * after >= scaled:
            break
        values, used = following, used + more
    first, last = run[0], run[used - 1]
    span = Span(first.span.start, last.span.end)
    figures = any(piece.kind in ("figures", "clock") for piece in run[:used])
    alone = first.kind == "alone" and run[used - 1].kind != "scales"
    soft = not figures and (alone or ordinal or first.kind in ("roman", "scales", "month") or max(total) < 3)
    parts = (
        {float(part) for part in re.findall(r"\d+", text[span.start : span.end])}
        if first.kind == "clock" or _DAY_AND_MONTH.fullmatch(text, span.start, span.end)
        else ()
    )
    vague = (alone and max(total) < 3) or bool(_NAMED.search(text, max(0, span.start - 2), span.start))
    kind = "ordinal" if ordinal else "alone" if alone else "cardinal"
    values_ = frozenset(_readings(total, span, text))
    return Quantity(
        values_, total[0], span, figures, kind, soft or vague, vague, frozenset(_readings(parts, span, text))
    ), used


def _simple(run: list[_Piece]) -> tuple[tuple[float, ...], int, bool]:
    """The values of the number below a scale that a run begins with, its pieces, whether it is an ordinal."""
    order = {"hundreds": 3, "tens": 2, "ones": 1, "ordinals": 1}
    first = run[0]
    if first.kind == "scales":
        return (1.0,), 0, False
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


def _readings(values: Iterable[float], span: Span, text: str) -> Iterator[float]:
    for value in values:
        yield value
        if value < 100 and (year := _SECOND_YEAR.search(text, max(0, span.start - 5), span.start)):
            yield int(year[1]) // 100 * 100 + value
        if _HALF.match(text, span.end):
            yield value + 0.5
        if _AFTERNOON.match(text, span.end) and value < 13:
            yield value + 12
        if _MORNING.match(text, span.end) and 12 <= value < 13:
            yield value - 12
        if _YEARS.match(text, span.end) and 10 <= value < 100:
            yield value + 1900
            yield value + 2000
        if short := _SHORT.match(text, span.end):
            yield value * _SHORT_SCALES[short[1].lower()]
