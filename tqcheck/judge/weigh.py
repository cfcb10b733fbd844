"""How much better other senses fit: places of a document → the places where they fit well enough."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tqcheck.judge.model import LanguageModel
from tqcheck.judge.swap import Place
from tqcheck.model import Progress, Span
from tqcheck.progress import shown

STEP = 512
"""Windows scored between two signs of progress."""
SUGGESTIONS = 3


@dataclass(frozen=True, slots=True)
class Gain:
    """What a pair's right words do for a place: the best gain in nats, to two decimals; the words by gain."""

    pair: int
    value: float
    words: tuple[str, ...]


def suggestions(place: Place, gain: Gain) -> tuple[str, ...]:
    """The words that fit a place better, the best first, in the capitals of those in doubt."""
    return tuple(place.in_capitals(word) for word in gain.words[:SUGGESTIONS])


@dataclass(frozen=True, slots=True)
class Weighed:
    """A place with the gain of each of its pairs."""

    place: Place
    gains: tuple[Gain, ...]

    @property
    def span(self) -> Span:
        """The words in doubt."""
        return self.place.span


def weigh(places: Sequence[Place], model: LanguageModel, progress: Progress | None = None) -> list[Weighed]:
    """The gains of all pairs at all places. Raises CannotCheck."""
    windows = list(dict.fromkeys(text for place in places for text in windows_of(place)))
    scores: dict[str, float] = {}
    told = progress if len(windows) > STEP else None
    with shown(told, "Judging words in doubt", len(windows)) as advance:
        for start in range(0, len(windows), STEP):
            part = windows[start : start + STEP]
            scores.update(zip(part, model.log_probabilities(part), strict=True))
            advance(len(part))
    return [Weighed(place, tuple(_gains(place, scores))) for place in places]


def windows_of(place: Place) -> Iterable[str]:
    """The texts to score: the window as it stands, then with each of the right words."""
    yield place.window
    for _, rights in place.pairs:
        for right in rights:
            yield place.swapped(right)


def _gains(place: Place, scores: dict[str, float]) -> Iterable[Gain]:
    before = scores[place.window]
    for number, rights in place.pairs:
        by_word = {right: round(scores[place.swapped(right)] - before, 2) for right in rights}
        best = sorted(by_word, key=lambda right: (-by_word[right], right))
        yield Gain(number, by_word[best[0]], tuple(right for right in best if by_word[right] > 0))


def apart(found: Iterable[tuple[float, Span, object]]) -> list[int]:
    """Of (by how much, where, what), the numbers of those to keep so that none overlap: the surest first."""
    items = list(found)
    kept: list[int] = []
    for number in sorted(range(len(items)), key=lambda i: (-items[i][0], items[i][1])):
        if not any(items[number][1].overlaps(items[other][1]) for other in kept):
            kept.append(number)
    return sorted(kept, key=lambda i: items[i][1])
