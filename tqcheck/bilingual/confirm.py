"""Whether the Russian that a rule names stands in a sentence: lemmas, or phrases of neighbouring lemmas."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from tqcheck.bilingual.pair import Pair
from tqcheck.bilingual.russian import Word, normal
from tqcheck.model import Rule, Span


def responsible(rule: Rule, pair: Pair) -> tuple[Span, ...]:
    """The words of the pair's Russian that the rule's `source` names; none where `source_near` or
    `source_unless` forbid it."""
    found = standing(rule.source, pair)
    if not found or (rule.source_near and not standing(rule.source_near, pair)):
        return ()
    return () if standing(rule.source_unless, pair) else found


def standing(items: Iterable[str], pair: Pair) -> tuple[Span, ...]:
    """Where any of the lemmas or phrases stands in the pair's Russian, in order."""
    spans: set[Span] = set()
    phrases = [_lemmas(item) for item in items]
    for sentence in pair.russian:
        words = [word for word in sentence.words if word.pos != "PNCT"]
        for phrase in phrases:
            spans.update(_places(phrase, words))
    return tuple(sorted(spans))


def _places(phrase: tuple[str, ...], words: list[Word]) -> Iterable[Span]:
    for i in range(len(words) - len(phrase) + 1):
        if all(lemma in words[i + k].lemmas for k, lemma in enumerate(phrase)):
            yield Span(words[i].span.start, words[i + len(phrase) - 1].span.end)


@lru_cache(maxsize=20_000)
def _lemmas(item: str) -> tuple[str, ...]:
    return tuple(map(normal, item.split()))
