"""Russian text → sentences of analysed words.

razdel cuts, pymorphy3 tells lemmas and grammemes. Words are looked up one by one, without context: `lemma`
is the likeliest dictionary form, `lemmas` all that are plausible.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from tqcheck.entities import open_store
from tqcheck.entities.letters import Strays
from tqcheck.model import Span, TqcheckError

if TYPE_CHECKING:
    from pymorphy3 import MorphAnalyzer

PLAUSIBLE = 0.05
"""Least share of a word's uses (pymorphy3's estimate) for a lemma of it to count."""

LONGEST = 5_000
"""Code points of the longest stretch in which sentences are looked for."""

QUOTES = frozenset('«»"“”„')
"""Quotation marks, whichever way they open."""

_PROPER = frozenset({"Name", "Surn", "Geox", "Patr", "Orgn", "Abbr"})
_LATIN = re.compile(r"[A-Za-z]")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")


class RussianMissing(TqcheckError):
    """The packages that read Russian are not installed."""

    def __init__(self, package: str | None) -> None:
        super().__init__(f"comparing with a source needs {package}: pip install 'tqcheck[russian]'")


@dataclass(frozen=True, slots=True)
class Word:
    """A token of the Russian; `span` is in the source text.

    `lemma` is in lower case, with ё where the dictionary has it; `lemmas` hold every plausible one, with ё
    and with е, and the word itself in lower case. `pos` is pymorphy3's (NOUN, VERB, …), or PNCT, LATN, NUMB.
    """

    span: Span
    text: str
    lemma: str
    lemmas: frozenset[str]
    pos: str
    grammemes: frozenset[str]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A Russian sentence or headline: words and punctuation in their order; `span` is in the source text."""

    span: Span
    text: str
    words: tuple[Word, ...]

    def spans(self, numbers: Iterable[int]) -> list[Span]:
        """Where the words of these numbers stand, in their order."""
        return [self.words[i].span for i in sorted(numbers)]


def sentence(source: str, span: Span) -> Sentence:
    """The words of a sentence of a source. Raises RussianMissing."""
    text = _strays().mended(source[span.start : span.end])
    words = tuple(
        _word(text[start:end], span.start + start, span.start + end) for start, end in _tokens(text)
    )
    return Sentence(span, text, words)


def sentences(text: str, start: int, end: int) -> Iterator[Span]:
    """Spans of the sentences of `text[start:end]`, trimmed. Raises RussianMissing."""
    try:
        from razdel import sentenize
    except ImportError as error:
        raise RussianMissing(error.name) from None
    for piece, stop in _pieces(text, start, end):
        for found in sentenize(text[piece:stop]):
            stripped = found.text.strip()
            if stripped:
                first = piece + found.start + found.text.index(stripped)
                yield Span(first, first + len(stripped))


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretch in pieces of at most LONGEST, cut at spaces where there are any."""
    while end - start > LONGEST:
        blank = text.rfind(" ", start, start + LONGEST)
        stop = blank if blank > start else start + LONGEST
        yield start, stop
        start = stop
    yield start, end


def normal(lemma: str) -> str:
    """A lemma as lemmas are compared: lower case, ё as е."""
    return lemma.lower().replace("ё", "е")


def _tokens(text: str) -> Iterable[tuple[int, int]]:
    try:
        from razdel import tokenize
    except ImportError as error:
        raise RussianMissing(error.name) from None
    return ((token.start, token.stop) for token in tokenize(text))


def _word(text: str, start: int, end: int) -> Word:
    lemma, lemmas, pos, grammemes = analysis(text)
    return Word(Span(start, end), text, lemma, lemmas, pos, grammemes)


@lru_cache(maxsize=50_000)
def analysis(text: str) -> tuple[str, frozenset[str], str, frozenset[str]]:
    """Lemma, lemmas, part of speech and grammemes of a token, as in `Word`. Raises RussianMissing."""
    lower = text.lower()
    own = frozenset({lower, normal(lower)})
    if not any(map(str.isalnum, text)):
        return lower, own, "PNCT", frozenset()
    if not _CYRILLIC.search(text):
        return lower, own, "LATN" if _LATIN.search(text) else "NUMB", frozenset()
    if text[0].isdigit():  # 15-летний, 1990-х
        rest = text.lstrip("0123456789.,-–")
        _, lemmas, _, grammemes = analysis(rest) if rest else (lower, own, "", frozenset[str]())
        return lower, own | lemmas, "NUMB", grammemes
    shares: dict[str, float] = {}
    parses = _parses(text)
    for parse in parses:
        form = str(parse.normal_form)
        shares[form] = shares.get(form, 0.0) + parse.score
    plausible = {form for form, share in shares.items() if share >= PLAUSIBLE} or {parses[0].normal_form}
    best = _likeliest(parses)
    lemmas = own | plausible | frozenset(map(normal, plausible))
    return str(best.normal_form), lemmas, str(best.tag.POS or "NOUN"), frozenset(best.tag.grammemes)


def _likeliest(parses: list[Any]) -> Any:
    """The likeliest parse; news orders nobody about, so that нашли is found, and not send."""
    told = (parse for parse in parses if parse.tag.POS == "VERB" and "impr" not in parse.tag.grammemes)
    return next(told, parses[0]) if "impr" in parses[0].tag.grammemes else parses[0]


@lru_cache(maxsize=50_000)
def forms(noun: str) -> frozenset[tuple[str, str]]:
    """Cases and numbers that a word can stand in as a noun, a pronoun or a numeral: ("nomn", "sing"); none
    for one that no dictionary has."""
    if not _CYRILLIC.search(noun) or not _analyser().word_is_known(noun):
        return frozenset()
    tags = [
        parse.tag
        for parse in _parses(noun)
        if parse.score >= PLAUSIBLE / 2
        or "Apro" in parse.tag  # любой клуб, however much oftener it is genitive
    ]
    return frozenset(
        (str(tag.case), str(tag.number or "plur"))
        for tag in tags
        if tag.case and tag.POS in ("NOUN", "NPRO", "NUMR", "ADJF", "PRTF")
    )


@lru_cache(maxsize=20_000)
def numbers_of(verb: str) -> frozenset[str]:
    """The numbers (sing, plur) of every parse of a word as a finite verb or short adjective: нашли is found,
    and send. Raises RussianMissing."""
    tags = (parse.tag for parse in _parses(verb) if parse.tag.POS in ("VERB", "PRTS", "ADJS"))
    return frozenset(str(tag.number) for tag in tags if tag.number)


@lru_cache(maxsize=20_000)
def is_short_participle(word: str) -> bool:
    """Whether a word may be a short participle, though it is an adjective as well: предложен, открыт. Raises
    RussianMissing."""
    return any(parse.tag.POS == "PRTS" and parse.score >= PLAUSIBLE for parse in _parses(word))


@lru_cache(maxsize=20_000)
def tenses(word: str) -> frozenset[str]:
    """The tenses (past, pres, futr) of every parse of a word as a finite verb, and of it without -ся; both of
    the last two for стабилизируется. Raises RussianMissing."""
    plain = word.removesuffix("ся")
    parses = [*_parses(word), *(_parses(plain) if plain != word and is_known(plain) else ())]
    return frozenset(str(parse.tag.tense) for parse in parses if parse.tag.POS == "VERB" and parse.tag.tense)


@lru_cache(maxsize=20_000)
def _parses(word: str) -> list[Any]:
    """What pymorphy3 says of a word, likeliest first."""
    return list(_analyser().parse(word))


@cache
def _strays() -> Strays:
    return Strays(open_store())


@cache
def _analyser() -> MorphAnalyzer:
    try:
        from pymorphy3 import MorphAnalyzer
    except ImportError as error:
        raise RussianMissing(error.name) from None
    return MorphAnalyzer()


def lemma_of(word: str) -> str:
    """The likeliest lemma of a word, as lemmas are compared. Raises RussianMissing."""
    return normal(analysis(word)[0])


@lru_cache(maxsize=20_000)
def is_known(word: str) -> bool:
    """Whether a word stands in the Russian dictionary. Raises RussianMissing."""
    return bool(_analyser().word_is_known(word.lower()))


@lru_cache(maxsize=20_000)
def named(word: str) -> tuple[tuple[str, frozenset[str]], ...]:
    """Lemmas, as they are compared, and grammemes of the parses of a word as surname or place, the likeliest
    first; whether there are likelier parses as something else is not told. Raises RussianMissing."""
    return tuple(
        (normal(parse.normal_form), frozenset(parse.tag.grammemes))
        for parse in _parses(word)
        if {"Surn", "Geox"} & parse.tag.grammemes
    )


@lru_cache(maxsize=20_000)
def analysed_names(word: str) -> frozenset[tuple[str, str, str]]:
    """What a word may be as a name in the singular: Name, Surn or Geox, its gender and its case. Raises
    RussianMissing."""
    tags = [parse.tag for parse in _parses(word)]
    return frozenset(
        (kind, str(tag.gender), str(tag.case))
        for tag in tags
        for kind in {"Name", "Surn", "Geox"} & tag.grammemes
        if tag.number != "plur"
    )


@lru_cache(maxsize=20_000)
def is_common(word: str) -> bool:
    """Whether a word that the dictionary has may be no name. Raises RussianMissing."""
    return is_known(word) and any(not _PROPER & parse.tag.grammemes for parse in _parses(word))


@lru_cache(maxsize=20_000)
def has_nominative(word: str) -> bool:
    """Whether a word may stand in the nominative, or is no noun. Raises RussianMissing."""
    return any(parse.tag.case in (None, "nomn") for parse in _parses(word))


@lru_cache(maxsize=20_000)
def is_first_name(word: str) -> bool:
    """Whether a word may be somebody's first name. Raises RussianMissing."""
    return any(parse.score >= PLAUSIBLE and "Name" in parse.tag.grammemes for parse in _parses(word))
