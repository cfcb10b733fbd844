"""Words that stand twice, and loops that a machine ran into. Part of the check of leftovers."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from itertools import islice, pairwise
from operator import eq

from tqcheck.checks.coded import Spot
from tqcheck.checks.cyrillic import OPENING_MARKS
from tqcheck.entities import Store
from tqcheck.entities.words import Word, words_of
from tqcheck.model import Document, Span

_MAKING = frozenset({"keeps", "made", "make", "makes"})
_QUOTING = frozenset("\"“”'‘’")
_LONG_WORD = 8
"""Letters of a word unknown to the lexicon that is no sound."""
_NEGATING = frozenset({"can't", "cannot", "don't", "doesn't", "never", "won't"})
_TELLING_APART = frozenset({"based", "of", "that", "which", "who", "without", "with"})
_LONGEST_LOOP, _TELLING = 10, 4
"""Words in the longest phrase that is looked for, and in those that tell a loop when they stand twice."""
_NOUNS = ("s", "ery", "tion", "ment", "ship", "age", "ting")
_SPOKEN = 5
"""Times that a speaker says a thing: "Yeah, yeah, yeah"."""


class Repetition:
    """A word that stands twice, three times the same words, or twice the same four."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def __call__(self, document: Document) -> Iterator[Spot]:
        prose, words = document.prose, words_of(document.prose)
        keys = [word.key for word in words]
        looped: set[int] = set()
        for first, last, length in self._loops(prose, words, keys):
            looped.update(range(first, last))
            once = prose[words[first].start : words[first + length - 1].end]
            yield Spot("leftover.loop", Span(words[first].start, words[last - 1].end), (once,))
        yield from self._joined(prose, words, keys)
        slips = self._store.words("slips")
        for at, (one, other) in enumerate(pairwise(words)):
            if one.text != other.text or at in looped or one.key in slips or _is_meant(document, words, at):
                continue
            if _doubled(prose, one, other):
                yield Spot("leftover.doubled-word", Span(one.start, other.end), (one.text,))

    def _loops(self, prose: str, words: list[Word], keys: list[str]) -> Iterator[tuple[int, int, int]]:
        """Where the same words stand again and again, and how many these are; none within a longer one."""
        taken: set[int] = set()
        for length in range(_LONGEST_LOOP, 0, -1):
            for first, last in _runs(keys, length, 2 if length >= _TELLING else 3):
                run = words[first:last]
                if not taken.isdisjoint(range(first, last)) or self._is_emphatic(run, length):
                    continue
                if _unbroken(prose, run) and not _said(prose, run, length):
                    taken.update(range(first, last))
                    yield first, last, length

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
    from tqcheck.clause.reading.lexicon import tags  # not for a text without such words

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
    from tqcheck.clause.reading.lexicon import tags

    return not tags(key, guess=False) and not _is_closed(key)


def _is_closed(key: str) -> bool:
    """Whether it is an article, a pronoun, a preposition, a conjunction or an auxiliary."""
    from tqcheck.clause.reading.line import word_lists

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
        return length < _TELLING or bool({*prose[words[0].start - 1 : words[0].start]} & OPENING_MARKS)
    return False
