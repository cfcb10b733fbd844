"""Lists of cues, and where they stand: phrases of Russian lemmas, phrases of English words.

A cue is one or more words. `word*` stands for whatever begins so; an English cue with a capital wants that
capital; a Russian word is compared with every plausible lemma, `=word` with the form as it stands; `#` in a
Russian cue is a number.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from tqcheck.bilingual.english import Token
from tqcheck.bilingual.memory import of_last
from tqcheck.bilingual.russian import Sentence, Word, analysis, normal
from tqcheck.model import Span
from tqcheck.typed import NamedTuple

_SHORTEST = 2
"""Letters that must stand before a `*`."""


class Hit(NamedTuple):
    """A cue found: what it stands for, and where; `first` and `last` number the words."""

    value: str
    span: Span
    first: int
    last: int


_PARTS = re.compile(r"=?[^\W\d_]+(?:['-][^\W\d_]+)*-?\*?|\d+|[^\w\s]")
_ENGLISH_PARTS = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*\*?|\d+|[^\w\s]")


class Cues:
    """Cues of one language with what each stands for; `unlike` tells of a stem before a `*` what begins so
    and is none of its words."""

    def __init__(
        self,
        cues: Iterable[tuple[str, str]],
        english: bool,
        unlike: Mapping[str, tuple[str, ...]] | None = None,
    ) -> None:
        parts = _ENGLISH_PARTS if english else _PARTS
        self._exact: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        self._begun: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        self._unlike = unlike or {}
        self._last_english = of_last(self._english_hits)
        self._last_russian = of_last(self._russian_hits)
        for cue, value in cues:
            first, *rest = parts.findall(cue)
            begun = first.endswith("*")
            table = self._begun if begun else self._exact
            table.setdefault(normal(first.rstrip("*").lstrip("=")), []).append(((first, *rest), value))

    def english(self, tokens: Sequence[Token]) -> Iterator[Hit]:
        """Where cues stand among English tokens."""
        return iter(self._last_english(tokens))

    def russian(self, sentences: Iterable[Sentence]) -> Iterator[Hit]:
        """Where cues stand in Russian sentences; words are numbered through all of them."""
        return iter(self._last_russian(sentences))

    def _english_hits(self, tokens: Sequence[Token]) -> tuple[Hit, ...]:
        return tuple(self._english(tokens))

    def _russian_hits(self, sentences: Iterable[Sentence]) -> tuple[Hit, ...]:
        return tuple(self._russian(sentences))

    def _english(self, tokens: Sequence[Token]) -> Iterator[Hit]:
        for i, token in enumerate(tokens):
            for cue, value in self._candidates([token.key]):
                if i + len(cue) <= len(tokens) and all(
                    _is_english(word, tokens[i + k]) for k, word in enumerate(cue)
                ):
                    last = i + len(cue) - 1
                    yield Hit(value, Span(token.span.start, tokens[last].span.end), i, last)

    def _russian(self, sentences: Iterable[Sentence]) -> Iterator[Hit]:
        offset = 0
        for sentence in sentences:
            words = sentence.words
            for i, word in enumerate(words):
                for cue, value in self._candidates(lemmas(word)):
                    if i + len(cue) <= len(words) and all(
                        _is_russian(part, words[i + k]) for k, part in enumerate(cue)
                    ):
                        last = i + len(cue) - 1
                        span = Span(word.span.start, words[last].span.end)
                        yield Hit(value, span, offset + i, offset + last)
            offset += len(words)

    def _candidates(self, keys: Iterable[str]) -> Iterator[tuple[tuple[str, ...], str]]:
        seen: set[tuple[tuple[str, ...], str]] = set()
        for key in keys:
            for found in self._exact.get(key, ()):
                if found not in seen:
                    seen.add(found)
                    yield found
            for length in range(_SHORTEST, len(key) + 1):
                begin = key[:length]
                if begin in self._unlike and key.startswith(self._unlike[begin]):
                    continue
                for found in self._begun.get(begin, ()):
                    if found not in seen:
                        seen.add(found)
                        yield found


def _is_english(cue: str, token: Token) -> bool:
    text = token.text.replace("’", "'") if cue[0].isupper() else token.key
    if cue.endswith("*"):
        return text.startswith(cue[:-1])
    return text == cue or (cue[0].isupper() and text == cue.upper())


def _is_russian(cue: str, word: Word) -> bool:
    if cue == "#":
        return word.pos in ("NUMB", "NUMR")
    if cue.startswith("="):
        return normal(word.text) == normal(cue[1:])
    if cue.endswith("*"):
        begin = normal(cue[:-1])
        return any(lemma.startswith(begin) for lemma in lemmas(word))
    return normal(cue) in lemmas(word)


def lemmas(word: Word) -> frozenset[str]:
    """The lemmas of a word, and those of the end of a compound: израильско-палестинский."""
    _, mark, end = word.text.rpartition("-")
    return word.lemmas | analysis(end)[1] if mark and len(end) > _SHORTEST else word.lemmas
