"""What may stand behind words that the estimator marks: a Russian word in another of its senses.

The estimator says that words do not fit, not what should stand there. Pairs of senses and rules that need the
Russian name what machines write for which Russian word; the judge's model says which of them fits the text.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

from tqcheck.judge.means import Means
from tqcheck.judge.model import LanguageModel
from tqcheck.judge.suspicion import Suspicion
from tqcheck.judge.swap import put
from tqcheck.judge.weigh import Gain, suggestions, weigh
from tqcheck.model import Document, Span

LEAST = 2.0
"""Nats: how much likelier the text must become with other words in place of those marked. In headlines that
the estimator was not trained on, the Russian found so stood behind the words in 14 of 17 cases."""
SHARE = 1 / 3
"""Of the marked words, how many the Russian must at least account for."""


@dataclass(frozen=True, slots=True)
class Account:
    """The Russian that may stand behind marked words.

    `span` is the mark's, with all the words that the Russian accounts for; `suggestions` stand in its
    place, the best first; `source` is where the Russian stands, if the text has it beside it.
    """

    span: Span
    russian: str
    suggestions: tuple[str, ...]
    source: tuple[Span, ...] = ()


class Accounts:
    """Looks for what may stand behind marked words. `means` are opened for the first of these."""

    def __init__(self, means: Callable[[], Means], model: LanguageModel) -> None:
        self._open = means
        self._model = model

    @cached_property
    def _means(self) -> Means:
        return self._open()

    def of(self, document: Document, marked: Sequence[Span]) -> dict[Span, Account]:
        """By mark, those that can be accounted for. Raises CannotCheck."""
        doubts = [
            (span, one)
            for one in (self._means.doubts(document) if marked else ())
            for span in marked
            if _accounts_for(document, one.place.span, span)
        ]
        weighed = weigh([one.place for _, one in doubts], self._model)
        best: dict[Span, tuple[float, Suspicion, Gain]] = {}
        for (span, one), (gain,) in zip(doubts, (place.gains for place in weighed), strict=True):
            if gain.value >= LEAST and (span not in best or gain.value > best[span][0]):
                best[span] = gain.value, one, gain
        return {span: _account(document, span, one, gain) for span, (_, one, gain) in best.items()}


def _accounts_for(document: Document, own: Span, mark: Span) -> bool:
    """Whether words that have another sense are enough of those marked."""
    if not mark.overlaps(own):
        return False
    shared = document.text[max(own.start, mark.start) : min(own.end, mark.end)]
    return len(shared.split()) >= SHARE * len(document.text[mark.start : mark.end].split())


def _account(document: Document, mark: Span, one: Suspicion, gain: Gain) -> Account:
    own = one.place.span
    span = Span(min(mark.start, own.start), max(mark.end, own.end))
    before, after = document.text[span.start : own.start], document.text[own.end : span.end]
    words = tuple(put(before, word, after) for word in suggestions(one.place, gain))
    return Account(span, one.rule.russian, words, one.source)
