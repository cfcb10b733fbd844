"""Whether the Russian that a rule names stands in a sentence: lemmas, or phrases of neighbouring lemmas."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

from tqcheck.bilingual.lexicon import bases, renderings, stems
from tqcheck.bilingual.pair import Pair
from tqcheck.bilingual.russian import Word, normal
from tqcheck.model import Rule, Span

RENDERS = 0.3
"""Least share of a rendering that tells what an English word stands for: a word of a dictionary has it."""

_SHORT = 3
"""Letters of the English words that may stand for anything."""


def responsible(rule: Rule, pair: Pair) -> tuple[Span, ...]:
    """The words of the pair's Russian that the rule's `source` names; none where `source_near` or
    `source_unless` forbid it."""
    found = standing(rule.source, pair)
    if not found or (rule.source_near and not standing(rule.source_near, pair)):
        return ()
    return () if standing(rule.source_unless, pair) else found


def standing(items: Iterable[str], pair: Pair, *, likeliest: bool = False) -> tuple[Span, ...]:
    """Where any of the lemmas or phrases stands in the pair's Russian, in order; with `likeliest` not where
    another lemma is likelier: премьера is hardly ever премьер."""
    read = _likeliest if likeliest else _plausible
    spans: set[Span] = set()
    phrases = [_lemmas(item) for item in items]
    for sentence in pair.russian:
        words = [word for word in sentence.words if word.pos != "PNCT"]
        for phrase in phrases:
            spans.update(_places(phrase, words, read))
    return tuple(sorted(spans))


def rendered_elsewhere(english: str, pair: Pair, spans: Iterable[Span]) -> bool:
    """Whether each word of some English renders Russian of the pair that stands outside of spans."""
    own = tuple(spans)
    others = [w for w in pair.words if not any(w.span.overlaps(span) for span in own)]
    return all(any(renderings(normal(w.lemma)).get(s, 0) >= RENDERS for w in others) for s in stems(english))


def rendered_already(suggestions: Iterable[str], pair: Pair, span: Span, source: tuple[Span, ...]) -> bool:
    """Whether a suggestion for the words at `span` stands elsewhere in the pair's English, and renders the
    Russian at `source`: what is found then stands for something else. Names and short words tell nothing:
    "by" may render anything."""
    telling = {text: words for text in suggestions if (words := _telling(text))}
    if not telling:
        return False
    others = set(bases(" ".join(_outside(pair, span))))
    return any(
        all(not others.isdisjoint(bases(word)) for word in words)
        and not rendered_elsewhere(text, pair, source)
        for text, words in telling.items()
    )


def _telling(english: str) -> list[str]:
    """The words of a suggestion that may stand for little else."""
    return [word for word in english.lower().split() if len(word) > _SHORT]


def _outside(pair: Pair, span: Span) -> Iterator[str]:
    """The English of a pair before and after a span."""
    for segment in pair.english:
        start, end = segment.span.start, segment.span.end
        yield pair.text[start : min(end, span.start)]
        yield pair.text[max(start, span.end) : end]


def _plausible(word: Word) -> frozenset[str]:
    return word.lemmas


def _likeliest(word: Word) -> frozenset[str]:
    """The likeliest lemma, and the word as it stands, for phrases: в связи с."""
    return frozenset({normal(word.lemma), normal(word.text)})


def _places(
    phrase: tuple[str, ...], words: list[Word], read: Callable[[Word], frozenset[str]]
) -> Iterable[Span]:
    for i in range(len(words) - len(phrase) + 1):
        if all(lemma in read(words[i + k]) for k, lemma in enumerate(phrase)):
            yield Span(words[i].span.start, words[i + len(phrase) - 1].span.end)


@lru_cache(maxsize=20_000)
def _lemmas(item: str) -> tuple[str, ...]:
    return tuple(map(normal, item.split()))
