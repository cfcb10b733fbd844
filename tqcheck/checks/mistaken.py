"""Names that a machine took for words ("Solomon wolves" for Solomon Volkov, "Hope Krupskaya") or spelled by
their Russian letters ("Tszyan Khun" for Jiang Hong), that kept a Russian case or lost their capital."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from itertools import islice, product

from tqcheck.checks.coded import Spot
from tqcheck.entities import Store
from tqcheck.entities.words import Word, pairs, where, words_of
from tqcheck.model import Document, Span

_WOMAN = r"[A-Z][a-z]+(?:ova|eva|yova|kina|skaya|tskaya)(?:'s)?"
_MAN = r"[A-Z][a-z]+(?:ov|ev|yov|sky|enko|ovich|evich)(?:'s)?"
_BY_PALLADIUS = ("tsz", "chzh")
"""Letters that no language but Chinese by way of Russian has."""
_GLUED = r"^[@#./_‑:&=-]|[@/_‑&=-].?$|[.:]\w$"
"""Signs of an address, a tag or a compound, in which names lose their capitals."""
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
        return self._store.words("male-given") - self._store.words("given-and-word")

    @cached_property
    def _ones(self) -> frozenset[str]:
        """The first words of all that is looked for, in lower case."""
        return frozenset(map(str.lower, self._given.union(self._women, self._men)))

    def __call__(self, document: Document) -> Iterator[Spot]:
        words = words_of(document.prose)
        for at in where(document.prose, self._ones):
            one, other = words[at], words[at + 1] if at + 1 < len(words) else None
            if other is None or document.prose[one.end : other.start] != " ":
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
        if re.fullmatch(_WOMAN, other.text):
            return self._women.get(one.text)
        return self._men.get(one.text) if re.fullmatch(_MAN, other.text) else None


class CaseForms:
    """Names in a Russian case: not after another capital, where a woman or a title may be meant."""

    def __init__(self, store: Store) -> None:
        self._store = store

    @cached_property
    def _names(self) -> Mapping[str, str]:
        return pairs(self._store.part("words")["case-form"])

    @cached_property
    def _keys(self) -> frozenset[str]:
        return frozenset(map(str.lower, self._names))

    def __call__(self, document: Document) -> Iterator[Spot]:
        words = words_of(document.prose)
        for at in where(document.prose, self._keys):
            name = words[at].text.removesuffix("'s")
            if name not in self._names:
                continue
            if self._stands_alone(document, words, at) and not self._is_woman(document, name):
                place = Span(words[at].start, words[at].start + len(name))
                yield Spot("name.case-form", place, (self._names[name],))

    def _stands_alone(self, document: Document, words: list[Word], at: int) -> bool:
        """Whether a small word stands before: a first name, a title or an initial would be a capital."""
        before = words[at - 1] if at else None
        return (
            before is not None
            and before.text.islower()
            and document.prose[before.end : words[at].start] == " "
        )

    def _is_woman(self, document: Document, name: str) -> bool:
        """Whether the text names a woman so elsewhere, with a first name or as Mrs."""
        return name.endswith("a") and bool(re.search(rf"[A-Z]\w*\.? {name}\b", document.prose))


class LowerCase:
    """Names of places in lower case, in a text that has capitals."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def __call__(self, document: Document) -> Iterator[Spot]:
        names = self._store.words("always-capital")
        prose = document.prose
        words = words_of(prose)
        for word in (words[at] for at in where(prose, names)):
            name = word.bare
            if name not in names or re.search(_GLUED, prose[max(0, word.start - 1) : word.end + 2]):
                continue
            segment = document.segment_at(word.start)
            if segment and prose[segment.span.start : segment.span.end].islower():
                continue
            if name == "brussels" and prose[word.end :].startswith(" sprout"):
                continue
            yield Spot("name.lower-case", Span(word.start, word.start + len(name)), (name.capitalize(),))


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
            known = len(name) == 1 and name[0].text in self._store.words("true-surname")
            if not known and any(letters in word.key for word in name for letters in _BY_PALLADIUS):
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
