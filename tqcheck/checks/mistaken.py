"""Names that a machine took for words ("Solomon wolves" for Solomon Volkov, "Hope Krupskaya") or spelled by
their Russian letters ("Tszyan Khun" for Jiang Hong)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from itertools import islice, pairwise, product

from tqcheck.checks.coded import Spot
from tqcheck.entities import Store
from tqcheck.entities.words import Word, pairs, words_of
from tqcheck.model import Document, Span

_WOMAN = re.compile(r"[A-Z][a-z]+(?:ova|eva|yova|kina|skaya|tskaya)(?:'s)?")
_MAN = re.compile(r"[A-Z][a-z]+(?:ov|ev|yov|sky|enko|ovich|evich)(?:'s)?")
_BY_PALLADIUS = ("tsz", "chzh")
"""Letters that no language but Chinese by way of Russian has."""
_READINGS = 4
"""Chinese names that one Russian spelling may stand for, as many as are proposed."""


class TakenForWords:
    """A surname that became the noun it is made of, after a first name; a first name that became one."""

    def __init__(self, store: Store) -> None:
        self._store = store

    @cached_property
    def _surnames(self) -> Mapping[str, str]:
        return pairs(self._store.part("words")["surname-as-word"])

    @cached_property
    def _women(self) -> Mapping[str, str]:
        return pairs(self._store.part("words")["woman-as-word"])

    @cached_property
    def _men(self) -> Mapping[str, str]:
        return pairs(self._store.part("words")["man-as-word"])

    @cached_property
    def _given(self) -> frozenset[str]:
        lists = self._store.part("words")
        return frozenset(lists["male-given"]) - frozenset(lists["given-and-word"])

    def __call__(self, document: Document) -> Iterator[Spot]:
        words = words_of(document.prose)
        for at, (one, other) in enumerate(pairwise(words)):
            if document.prose[one.end : other.start] != " ":
                continue
            if surname := self._surname(words, at):
                yield Spot("name.taken-for-word", Span(other.start, other.end), (surname,))
            elif given := self._first_name(one, other):
                yield Spot("name.taken-for-word", Span(one.start, one.end), (given,))

    def _surname(self, words: list[Word], at: int) -> str | None:
        """What the word after a man's first name is, unless that is the middle of a longer name."""
        whole = at == 0 or words[at - 1].text not in self._given
        return self._surnames.get(words[at + 1].key) if whole and words[at].text in self._given else None

    def _first_name(self, one: Word, other: Word) -> str | None:
        if _WOMAN.fullmatch(other.text):
            return self._women.get(one.text)
        return self._men.get(one.text) if _MAN.fullmatch(other.text) else None


class ChineseByRussian:
    """Chinese names in the letters of the Russian system (Palladius), with their pinyin."""

    def __init__(self, store: Store) -> None:
        self._store = store

    @cached_property
    def _syllables(self) -> Mapping[str, tuple[str, ...]]:
        table = pairs(self._store.part("words")["palladius"])
        return {russian: tuple(pinyin.split("/")) for russian, pinyin in table.items()}

    def __call__(self, document: Document) -> Iterator[Spot]:
        folded = document.prose.lower()
        if not any(letters in folded for letters in _BY_PALLADIUS):
            return
        words = words_of(document.prose)
        free = 0
        for at in range(len(words)):
            if at < free or not self._readings(words[at]):
                continue
            name = [words[at]]
            for other in words[at + 1 : at + 3]:
                if document.prose[name[-1].end : other.start] not in (" ", "-") or not self._readings(other):
                    break
                name.append(other)
            if any(letters in word.key for word in name for letters in _BY_PALLADIUS):
                free = at + len(name)
                readings = product(*(self._readings(word) for word in name))
                suggestions = tuple(" ".join(reading) for reading in islice(readings, _READINGS))
                yield Spot("name.chinese-by-russian", Span(name[0].start, name[-1].end), suggestions)

    def _readings(self, word: Word) -> tuple[str, ...]:
        """The pinyin of a capitalised word that is all syllables of the system, else nothing."""
        if not word.text[0].isupper() or not word.key.isascii():
            return ()
        parts = self._cut(word.key)
        if not parts:
            return ()
        ways = (self._syllables[part][::-1] for part in parts)  # -ng is the likelier
        return tuple("".join(way).capitalize() for way in islice(product(*ways), _READINGS))

    def _cut(self, letters: str) -> tuple[str, ...]:
        """The letters as syllables, the longest first; nothing where a rest is left."""
        for length in range(min(7, len(letters)), 0, -1):
            if letters[:length] in self._syllables:
                if length == len(letters):
                    return (letters,)
                if rest := self._cut(letters[length:]):
                    return (letters[:length], *rest)
        return ()
