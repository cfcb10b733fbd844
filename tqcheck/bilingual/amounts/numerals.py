"""Numbers of a text piece by piece: figures, words, Roman numerals, fractions, as they stand."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from tqcheck.bilingual.russian import Sentence, Word, normal
from tqcheck.bilingual.tables.numbers import NumberWord, numbers
from tqcheck.model import Span

_SPACE = "\u00a0\u202f\u2009\u2002\u2003\u2007 "
_FRACTION = r"\d{1,2}[\u2044/]\d{1,3}(?![\d/.])|[\u00bc-\u00be\u2150-\u215e]"
_PART = (
    r"[ \u00a0-]?(?:1[\u2044/]2|[12][\u2044/]3|[13][\u2044/]4)(?![\d/]|\.\d)|\s?[\u00bc-\u00be\u2153\u2154]"
)
_MIXED = rf"(?<![\d.,/])(?P<whole>\d{{1,3}})(?P<part>{_PART})(?!\s*-?(?:of the )?(?:финал|final))"
"""Wholes and a part of one: 2 1/2, 3¾. Of cups the part is a round: "on May 2 1/4 finals"."""
_ENGLISH = re.compile(
    rf"{_MIXED}|(?P<fraction>{_FRACTION})"
    rf"|(?P<figures>\d{{1,3}}(?:[,{_SPACE}]\d{{3}})+(?!\d)(?:\.\d+)?|\d+(?:[.,:]\d+)*)|(?P<word>[A-Za-z]+)"
)
_RUSSIAN = re.compile(
    rf"{_MIXED}|(?P<fraction>{_FRACTION})|\d{{1,3}}(?:[{_SPACE}]\d{{3}})+(?!\d)(?:,\d+)?|\d+(?:[.,:]\d+)*"
)
_RATE = re.compile(
    r"\b(?:per|(?:met(?:re|er)s?|miles|feet|times|lit(?:re|er)s?|frames) (?:a|every|each)) \Z", re.IGNORECASE
)
"""What stands before the second of a speed: 30 metres a second."""

_RANGED = re.compile(r"[^-\u2010-\u2015]+")
_LOOSE = ("комнатн", "тысячн", "миллионн", "миллиардн")
"""Parts of compounds whose number the English need not have: of rooms it counts the bedrooms."""

_ROMAN = re.compile(r"X{0,3}(?:IX|IV|V?I{0,3})")
_ROUND = re.compile(r"quarter[\s-]?final", re.IGNORECASE)
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10}


@dataclass(frozen=True, slots=True)
class Piece:
    """A word of number or a run of figures. `kind`: that of numbers.yaml, or figures, clock, roman, month,
    fraction or compound (двухдневный)."""

    kind: str
    values: tuple[float, ...]
    span: Span


def russian_pieces(sentence: Sentence) -> list[Piece]:
    """The pieces of a Russian sentence, in order."""
    offset = sentence.span.start
    pieces = [
        piece
        for match in _RUSSIAN.finditer(sentence.text)
        for piece in _in_figures(match, Span(*(offset + at for at in match.span())), comma=".")
    ]
    inside = {place for piece in pieces for place in range(piece.span.start, piece.span.end)}
    for word in sentence.words:
        if word.span.start not in inside:
            pieces += _russian_word(word)
        elif scale := _scale_behind(word):
            pieces.append(scale)
    return sorted(pieces, key=lambda piece: piece.span)


def english_pieces(text: str, span: Span) -> list[Piece]:
    """The pieces of a stretch of English, in order."""
    pieces: list[Piece] = []
    for match in _ENGLISH.finditer(text, span.start, span.end):
        if _ROUND.match(text, match.start()):
            continue
        if match["word"]:
            if match[0] != "second" or not _RATE.search(
                text, max(span.start, match.start() - 24), match.start()
            ):
                pieces += _word(match[0], match[0].lower(), Span(*match.span()), numbers().english)
        else:
            pieces += _in_figures(match, Span(*match.span()), comma="")
    return pieces


def _in_figures(match: re.Match[str], span: Span, comma: str) -> Iterator[Piece]:
    if match["whole"]:
        yield Piece("figures", (int(match["whole"]) + _fraction(match["part"].lstrip("- \u00a0")),), span)
    elif match["fraction"]:
        yield Piece("fraction", (_fraction(match[0]),), span)
    else:
        yield from _figures(match[0], span.start, comma)


def _fraction(text: str) -> float:
    if len(text) == 1:
        return unicodedata.numeric(text)
    above, below = re.split("[\u2044/]", text)
    return int(above) / (int(below) or 1)


def _scale_behind(word: Word) -> Piece | None:
    """What multiplies the figures of a word in figures and letters: 50-миллиардный."""
    rest = word.text.lstrip("0123456789.,")
    key = normal(rest).lstrip("-\u2011")
    value = next((value for begin, value in numbers().multiples.items() if key.startswith(begin)), 0.0)
    start = word.span.end - len(rest)
    return Piece("scales", (value,), Span(start, word.span.end)) if value else None


def _russian_word(word: Word) -> Iterator[Piece]:
    known = numbers().russian
    for lemma in (normal(word.lemma), *sorted(word.lemmas)):
        if lemma in known:
            yield from _word(word.text, lemma, word.span, known)
            return
    if word.pos == "LATN":
        parts = [*_RANGED.finditer(word.text)]  # XIV–XVI
        for part in parts if all(_ROMAN.fullmatch(part[0]) for part in parts) else ():
            start = word.span.start + part.start()
            yield from _word(part[0], "", Span(start, start + len(part[0])), known)
    elif word.pos in ("ADJF", "NOUN", "ADJS"):
        value = _compound(normal(word.lemma))
        if value:
            loose = any(part in word.lemma for part in _LOOSE)
            yield Piece("alone" if loose else "compound", (value,), word.span)


def _compound(lemma: str) -> float:
    """What the number in a compound is worth: двадцатипятилетний is 25; 0 where there is none."""
    total, rest = 0.0, lemma
    beginnings = numbers().beginnings
    while begin := max((b for b in beginnings if rest.startswith(b)), key=len, default=""):
        total += beginnings[begin]
        rest = rest.removeprefix(begin)
    return total if total and rest.startswith(numbers().counted) else 0.0


def _word(text: str, key: str, span: Span, known: Mapping[str, NumberWord]) -> Iterator[Piece]:
    if word := known.get(key):
        yield Piece(word.kind, word.values, span)
    elif (len(text) > 1 or known is numbers().russian) and _ROMAN.fullmatch(text):
        letters = [_ROMAN_VALUES[letter] for letter in text]
        signs = [-a if a < b else a for a, b in pairwise(letters)]
        yield Piece("roman", (float(sum(signs) + letters[-1]),), span)


def _figures(text: str, start: int, comma: str) -> Iterator[Piece]:
    """Figures as pieces; `comma` is what a comma means: "." a decimal, "" thousands."""
    span = Span(start, start + len(text))
    parts = list(re.finditer(r"\d+", text))
    if ":" in text and len(parts) == 2:
        first, second = int(parts[0][0]), int(parts[1][0])
        yield Piece("clock", (first + second / 100,), span)
        return
    bare = re.sub(rf"[{_SPACE}]", "", text)
    if re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?", bare) and not comma:
        yield Piece("figures", (float(bare.replace(",", "")),), span)
    elif re.fullmatch(r"\d+(?:[.,]\d+)?", bare):
        decimal = float(bare.replace(",", "."))
        whole = float(re.sub(r"[.,]", "", bare))
        grouped = bool(re.fullmatch(r"[1-9]\d{0,2}[.,]\d{3}", bare))
        lone = not comma and "," in bare
        yield Piece("figures", (decimal, *([whole] if grouped or lone else [])), span)
    else:
        dates = len(parts) == 3 and "." in text
        for number, part in enumerate(parts):
            kind = "month" if dates and number == 1 else "figures"
            yield Piece(kind, (float(part[0]),), Span(start + part.start(), start + part.end()))
