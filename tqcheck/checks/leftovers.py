"""What a machine left behind: Russian letters and abbreviations, markup, loops. What a regular expression
can tell stands in entities/data/rules/leftovers.yaml; here is what needs the letters around it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import AbstractContextManager, suppress
from itertools import islice, pairwise
from operator import eq

from tqcheck.checks.coded import Fix, Spot, Spotter, open_coded
from tqcheck.entities import Store
from tqcheck.entities.letters import lookalikes
from tqcheck.entities.words import Word, words_of
from tqcheck.model import Document, Opened, Paragraph, Progress, Span
from tqcheck.segment.script import is_mostly_cyrillic
from tqcheck.settings import Settings

NAME = "leftovers"
_CYRILLIC = "\u0400-\u052f"
_MAKING = frozenset({"keeps", "made", "make", "makes"})
_QUOTING = frozenset("\"“”'‘’")
_LONG_WORD = 8
"""Letters of a word unknown to the lexicon that is no sound."""
_NEGATING = frozenset({"can't", "cannot", "don't", "doesn't", "never", "won't"})
_TELLING_APART = frozenset({"based", "of", "that", "which", "who", "without", "with"})
_GLOSSED = frozenset("(\"“”„«'‘[")
_LONGEST_LOOP, _TELLING = 10, 4
"""Words in the longest phrase that is looked for, and in those that tell a loop when they stand twice."""
_NOUNS = ("s", "ery", "tion", "ment", "ship", "age", "ting")
_SPOKEN = 5
"""Times that a speaker says a thing: "Yeah, yeah, yeah"."""
_WORDS = rf"(?<![^\W\d_])[^\W\d_]*[{_CYRILLIC}][^\W\d_]*"
_RUN = rf"{_WORDS}(?:[ -]{_WORDS})*"
_BACK = 2000
"""Code points around in which the marks of a quotation are looked for."""


def open_leftovers(
    settings: Settings,
    progress: Progress | None = None,  # noqa: ARG001
) -> AbstractContextManager[Opened]:
    """The check of leftovers."""
    return open_coded(NAME, settings, FIXES, _spotters)


def _spotters(store: Store) -> tuple[Spotter, ...]:
    from tqcheck.checks.lookup import Lookup

    return (Cyrillic(store), Repetition(store), Lookup(store, NAME))


class Cyrillic:
    """Russian words outside brackets and quotation marks, and Cyrillic letters that pass for Latin ones."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def __call__(self, document: Document) -> Iterator[Spot]:
        if document.prose.isascii() or not re.search(f"[{_CYRILLIC}]", document.prose):
            return
        latin = str.maketrans(lookalikes(self._store))
        for paragraph in document.paragraphs:
            yield from self._of_paragraph(document, paragraph, latin)

    def _of_paragraph(
        self, document: Document, paragraph: Paragraph, latin: dict[int, str]
    ) -> Iterator[Spot]:
        whole = document.prose[paragraph.span.start : paragraph.span.end]
        if not re.search(f"[{_CYRILLIC}]", whole):
            return
        for segment in paragraph.segments:
            for place in _russian(document.prose, segment.span):
                text = document.prose[place.start : place.end]
                as_latin = text.translate(latin)
                if as_latin.isascii() and (len(text) == 1 or not re.fullmatch(f"[{_CYRILLIC}]+", text)):
                    yield Spot("leftover.homoglyph", place, (as_latin,))
                elif len(text) > 1 and not _glossed(whole, place.start - paragraph.span.start):
                    yield Spot("leftover.cyrillic", place)


def _russian(prose: str, sentence: Span) -> list[Span]:
    """Words side by side with Cyrillic letters; of a sentence that was left in Russian, all from the first to
    the last."""
    found = [Span(*run.span()) for run in re.compile(_RUN).finditer(prose, sentence.start, sentence.end)]
    if len(found) > 1 and is_mostly_cyrillic(prose[sentence.start : sentence.end]):
        return [Span(found[0].start, found[-1].end)]
    return found


def _glossed(prose: str, at: int) -> bool:
    """Whether the words stand in brackets or quotation marks: quoted on purpose."""
    before = prose[max(0, at - _BACK) : at].rstrip()
    within = any(before.count(opening) > before.count(closing) for opening, closing in ("()", "«»", "“”"))
    straight = before.count('"') % 2 == 1 and '"' in prose[at : at + _BACK]
    return within or straight or before[-1:] in _GLOSSED


class Repetition:
    """A word that stands twice, three times the same words, or twice the same four."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def __call__(self, document: Document) -> Iterator[Spot]:
        words = words_of(document.prose)
        keys = [word.key for word in words]
        looped: set[int] = set()
        for length in range(_LONGEST_LOOP, 0, -1):
            for first, last in _runs(keys, length, 2 if length >= _TELLING else 3):
                if not looped.isdisjoint(range(first, last)) or self._is_emphatic(words[first:last], length):
                    continue
                if _unbroken(document.prose, words[first:last]) and not _said(
                    document.prose, words[first:last], length
                ):
                    looped.update(range(first, last))
                    once = document.prose[words[first].start : words[first + length - 1].end]
                    yield Spot("leftover.loop", Span(words[first].start, words[last - 1].end), (once,))
        yield from self._joined(document.prose, words, keys)
        slips = self._store.words("slips")
        for at, (one, other) in enumerate(pairwise(words)):
            if one.text != other.text or at in looped or one.key in slips:
                continue
            if _is_meant(document, words, at):
                continue
            if _doubled(document.prose, one, other):
                yield Spot("leftover.doubled-word", Span(one.start, other.end), (one.text,))

    def _is_emphatic(self, words: list[Word], length: int) -> bool:
        """Whether words are repeated on purpose: "never never never", "har har har", "a reading of somebody
        else's reading of somebody else's thoughts"."""
        first, last = words[0], words[-1].key
        if length == 1:
            return first.text.islower() and not _is_closed(first.key) and self._may_stand_twice(first.key)
        return len(words) == 2 * length and (last.endswith("'s") or last == "of")

    def _may_stand_twice(self, key: str) -> bool:
        return key in self._store.words("slips") or _is_no_word(key)

    def _joined(self, prose: str, words: list[Word], keys: list[str]) -> Iterator[Spot]:
        """ "The families of victims and victims": two Russian synonyms, one English word."""
        allowed, things = self._store.words("joined-twice"), self._store.words("joined-things")
        at = 0
        with suppress(ValueError):
            while at := keys.index("and", at + 1, len(keys) - 1):
                one, other = words[at - 1], words[at + 1]
                if one.key != other.key or not other.text.islower() or one.key in allowed:
                    continue
                if one.key not in things and not _is_thing(other):
                    continue
                if _is_told_apart(keys, at):
                    continue
                if _is_doublet(prose, one, other, keys[max(0, at - 3) : at - 1]):
                    yield Spot("leftover.same-word-joined", Span(one.start, other.end), (one.text,))


def _is_thing(word: Word) -> bool:
    """Whether it is a noun by its ending: a plural or an abstract noun."""
    return len(word.key) > 4 and word.key.endswith(_NOUNS) and not word.key.endswith("ss")


def _is_told_apart(keys: list[str], at: int) -> bool:
    """Whether what stands around the words around "and" tells them apart: "large shops and shops that sell
    all", "a call to servers and servers can't answer"."""
    from tqcheck.clause.lexicon import tags  # not for a text without such words

    before, after = keys[at - 2 : at - 1], keys[at + 2 : at + 3]
    described = bool(before) and tags(before[0])[:1] == "J"
    return bool(after) and (after[0] in _NEGATING or (described and after[0] in _TELLING_APART))


def _is_doublet(prose: str, one: Word, other: Word, before: list[str]) -> bool:
    """Whether only "and" parts two equal words that are no part of others and are not told apart: not
    "victims and victims' lawyers", "between teachers and teachers", "there are laws and laws"."""
    apart = not {"between", "there"}.isdisjoint(before)
    return not apart and not _is_part(prose, one, other) and prose[one.end : other.start] == " and "


def _doubled(prose: str, one: Word, other: Word) -> bool:
    """Whether two equal words are one too many: not "check-in in", not "XX XX", not "12 12"."""
    if len(one.key) < 3 or not one.key.isalpha() or one.text.isupper():
        return False
    return prose[one.end : other.start] in (" ", "\xa0") and not _is_part(prose, one, other)


def _is_meant(document: Document, words: list[Word], at: int) -> bool:
    """Whether a word stands twice on purpose: a name ("Walla Walla"), a sound ("toot toot"), a thing by
    itself ("“break break”", "what makes a home | home home"), or a heading before its text."""
    one, other, prose = words[at], words[at + 1], document.prose
    if at and words[at - 1].key in _MAKING:
        return True
    if _is_no_word(one.key) and (one.text[0].isupper() or len(one.key) < _LONG_WORD):
        return True
    if {prose[max(0, one.start - 1) : one.start], prose[other.end : other.end + 1]} <= _QUOTING:
        return True
    opens = any(paragraph.span.start == one.start for paragraph in document.paragraphs)
    return opens and one.text[0].isupper()


def _is_no_word(key: str) -> bool:
    """Whether no dictionary has it: a name or a sound."""
    from tqcheck.clause.lexicon import tags

    return not tags(key, guess=False) and not _is_closed(key)


def _is_closed(key: str) -> bool:
    """Whether it is an article, a pronoun, a preposition, a conjunction or an auxiliary."""
    from tqcheck.clause.line import word_lists

    return key in word_lists()["closed"]


def _is_part(prose: str, one: Word, other: Word) -> bool:
    """Whether one of two words is joined to what stands around them: "check-in in"."""
    around = prose[max(0, one.start - 1) : one.start] + prose[other.end : other.end + 1]
    return bool(set("-'’") & set(around))


def _runs(keys: list[str], length: int, times: int) -> Iterator[tuple[int, int]]:
    """Stretches in which the same words stand so many times, one after the other."""
    same = bytes(map(eq, keys, islice(keys, length, None)))  # 1 where a word stands again so far on
    start = same.find(1)
    while start >= 0:
        stop = same.find(0, start)
        repeated = ((stop if stop >= 0 else len(same)) - start) // length + 1
        if repeated >= times:
            yield start, start + repeated * length
        start = same.find(1, stop) if stop >= 0 else -1


def _unbroken(prose: str, words: list[Word]) -> bool:
    """Whether nothing but spaces and commas parts the words, and they are words."""
    gaps = {prose[one.end : other.start] for one, other in pairwise(words)}
    return gaps <= {" ", "\xa0", ", "} and any(len(word.key) > 2 and word.key.isalpha() for word in words)


def _said(prose: str, words: list[Word], length: int) -> bool:
    """Whether the repetition may be a speaker's: short words between commas, not very many of them, or all of
    a quotation."""
    parted = "," in prose[words[length - 1].end : words[length].start]
    if parted and len(words) <= _SPOKEN * length:
        return length < _TELLING or bool({*prose[words[0].start - 1 : words[0].start]} & _GLOSSED)
    return False


def _entity(match: re.Match[str]) -> tuple[str, ...]:
    from html import unescape

    return (unescape(match[0]),)


def _mojibake(match: re.Match[str]) -> tuple[str, ...]:
    for encoding in ("cp1252", "latin-1", "cp1251"):
        try:
            return (match[0].encode(encoding).decode("utf-8"),)
        except UnicodeError:
            continue
    return ()


def _nothing(match: re.Match[str]) -> tuple[str, ...]:  # noqa: ARG001
    return ("",)


def _named_after(match: re.Match[str]) -> tuple[str, ...]:
    house = match["house"]
    return (f"{match['name']} {house}", f"{house} named after {match['name']}")


FIXES: dict[str, Fix] = {
    "leftover.html-entity": _entity,
    "leftover.mojibake": _mojibake,
    "leftover.named-after-them": _named_after,
    "leftover.stray-letter": _nothing,
}
