"""Where wrong words of pairs stand in a text, and how the text reads with the right ones in their place."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tqcheck import cache
from tqcheck.judge.inflected import BASE, inflected
from tqcheck.judge.pairs import Pair
from tqcheck.model import Document, Segment, Span
from tqcheck.rulebook.match import CANNOT_FOLLOW
from tqcheck.rulebook.tokens import Tokens, is_word, tokens_of

LEFT, RIGHT = 24, 10
"""Words of the window before and after the words in doubt: those farther off tell little and cost much."""
REACH = 1_000
"""Code points in which these words are looked for, so that a paragraph without end costs no more."""
LONGEST = 5
"""Words of the longest wrong phrase."""
Forms = dict[str, dict[str, list[tuple[int, tuple[str, ...]]]]]
"""First word of a wrong phrase → the phrase → (number of the pair, the right words in that form)."""
_PARTS = {"noun": "NOUN", "verb": "VERB"}
_ARTICLE = re.compile(r"\b(an?) $", re.IGNORECASE)
_VOWEL = re.compile(
    r"(?!eu|uni(?!n|m)|use|usu|one\b|once|ura|uto)[aeiou]|hour|hono|honest|heir", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Place:
    """Words that may be wrong: where they stand, the pairs they are of, and the window of text around them.

    `window` is one line; `at` is where in it the words stand.
    """

    span: Span
    segment: Segment
    window: str
    at: Span
    pairs: tuple[tuple[int, tuple[str, ...]], ...]
    """Each pair by its number, with the right words in the form of the wrong ones."""

    def swapped(self, right: str) -> str:
        """The window with those words in place, in the capitals of the words that stood there, and with the
        article that goes with them."""
        return put(self.window[: self.at.start], self.in_capitals(right), self.window[self.at.end :])

    def in_capitals(self, right: str) -> str:
        """The right words in the capitals of the wrong ones."""
        wrong = self.window[self.at.start : self.at.end]
        if len(wrong) > 1 and wrong.isupper():
            return right.upper()
        return right[0].upper() + right[1:] if wrong[0].isupper() else right

    def of(self, pairs: tuple[tuple[int, tuple[str, ...]], ...]) -> Place:
        """The same place with other pairs."""
        return replace(self, pairs=pairs)


def put(before: str, right: str, after: str) -> str:
    """Words between others, with the article that goes with them."""
    if article := _ARTICLE.search(before):
        a = article[1][0] + ("n" if _VOWEL.match(right) else "")
        before = f"{before[: article.start()]}{a} "
    return before + right + after


class Lexicon:
    """Pairs by the forms of their wrong words. Pairs are known by their number in the list given."""

    def __init__(self, forms: Forms, kinds: Sequence[str]) -> None:
        """`forms` is what `compiled` made of the same pairs, `kinds` are theirs."""
        self._forms = forms
        self._forbidden = [CANNOT_FOLLOW.get(_PARTS.get(kind, ""), frozenset()) for kind in kinds]

    def places(self, document: Document) -> Iterator[Place]:
        """The places of a document in order; of phrases that begin at the same word the longest last."""
        for paragraph in document.paragraphs:
            for segment in paragraph.segments:
                yield from self._places(document, paragraph.span.start, segment)

    def _places(self, document: Document, since: int, segment: Segment) -> Iterator[Place]:
        tokens = tokens_of(document.prose, segment.span.start, segment.span.end)
        shouted = _is_title(tokens)
        for first, key in enumerate(tokens.keys):
            phrases = self._forms.get(key)
            if phrases is None or first in tokens.joined:
                continue
            for last in range(first, min(first + LONGEST, len(tokens))):
                pairs = phrases.get(" ".join(tokens.keys[first : last + 1]))
                if not pairs or last + 1 in tokens.joined:
                    continue
                if first:
                    before = tokens.keys[first - 1]
                    pairs = [pair for pair in pairs if before not in self._forbidden[pair[0]]]
                if (
                    first
                    and not shouted
                    and any(tokens.words[i][0].isupper() for i in range(first, last + 1))
                ):
                    continue  # a name
                span = Span(tokens.starts[first], tokens.ends[last])
                window, at = window_around(document.prose, since, segment, span)
                if pairs and at.start:  # of a first word a model knows only how often texts begin so
                    yield Place(span, segment, window, at, tuple((n, tuple(rights)) for n, rights in pairs))


def compiled(pairs: Sequence[Pair]) -> Forms:
    """The forms of the wrong words of pairs, with the right words in the same forms."""
    forms: Forms = {}
    for number, pair in enumerate(pairs):
        rights = [inflected(word, pair.kind) for word in pair.right]
        table: dict[str, dict[str, None]] = {}
        for tag, wrongs in inflected(pair.wrong, pair.kind).items():
            for wrong in wrongs:
                fitting = table.setdefault(wrong, {})
                for right in rights:
                    fitting.update(dict.fromkeys((right.get(tag) or right.get(BASE) or ())[:1]))
        for wrong, fitting in table.items():
            fitting.pop(wrong, None)
            if fitting:
                keys = Tokens(wrong).keys
                forms.setdefault(keys[0], {}).setdefault(" ".join(keys), []).append((number, tuple(fitting)))
    return forms


def lexicon(pairs: Sequence[Pair], key: str) -> Lexicon:
    """The lexicon of pairs, compiled once and kept under a key of their content."""
    kinds = [pair.kind for pair in pairs]

    def make() -> bytes:
        return json.dumps(compiled(pairs), ensure_ascii=False, separators=(",", ":")).encode()

    return cache.made("judge", key, make, lambda forms: Lexicon(json.loads(forms), kinds))


def _is_title(tokens: Tokens) -> bool:
    """Whether capitals tell nothing: most words of the line have them."""
    words = [
        tokens.words[i]
        for i, key in enumerate(tokens.keys)
        if is_word(key) and len(key) > 3 and key.isalpha()
    ]
    return len(words) > 2 and sum(word[0].isupper() for word in words) > 0.7 * len(words)


def is_name(document: Document, segment: Segment, span: Span) -> bool:
    """Whether words inside a sentence have a capital that the sentence does not give to most of its words."""
    tokens = tokens_of(document.prose, segment.span.start, segment.span.end)
    return (
        tokens.starts[0] < span.start
        and any(letter.isupper() for letter in document.prose[span.start : span.end])
        and not _is_title(tokens)
    )


def window_around(prose: str, since: int, segment: Segment, span: Span) -> tuple[str, Span]:
    """The words around a span, on one line: left within the paragraph, right within the sentence."""
    begin = max(since, span.start - REACH)
    before = prose[begin : span.start].split()
    left = " ".join(before[1:] if begin > since and len(before) <= LEFT else before[-LEFT:])
    if left and span.start and prose[span.start - 1].isspace():
        left += " "
    middle = " ".join(prose[span.start : span.end].split())
    rest = prose[span.end : min(segment.span.end, span.end + REACH)]
    after = rest.split()
    right = " ".join(after[:RIGHT])
    if right and rest[0].isspace():
        right = " " + right
    return left + middle + right, Span(len(left), len(left) + len(middle))
