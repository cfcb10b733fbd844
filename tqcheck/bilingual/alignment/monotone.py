"""The likeliest monotone alignment of two sequences of sentences, and how sure each bead of it is.

Beads are drawn independently (Gale and Church 1993): up to three sentences of one side render up to three
of the other, or nothing. Their log-weights come from lengths and from the evidence of words; the best path is
found by dynamic programming, and the posterior of each of its beads by the forward-backward algorithm. Paths
that fall far behind the best one are given up on the way.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

SHAPES = (
    (1, 1, 0.0), (1, 2, -2.5), (2, 1, -2.5), (1, 3, -5.0), (3, 1, -5.0), (2, 2, -5.0),
    (1, 0, -5.0), (0, 1, -5.0),
)  # fmt: skip
"""Sentences of English, of Russian, and the log-weight of such a bead."""

EXPANSION = 1.1
"""English code points for one of Russian."""

BAND = 30
"""Sentences by which a text may run ahead of its source, besides the difference of their numbers."""

BEAM = 60.0
"""How far a path may fall behind the best one as long as it is followed: a dozen missing sentences."""

_VARIANCE = 6.8
_STARTS_TOGETHER, _STARTS_APART = 1.0, -1.0
_NEVER = -math.inf


@dataclass(frozen=True, slots=True)
class Side:
    """A sequence of sentences: lengths in code points, and which ones open a paragraph."""

    lengths: Sequence[int]
    opens: Sequence[bool]

    def __len__(self) -> int:
        return len(self.lengths)


@dataclass(frozen=True, slots=True)
class Link:
    """A bead as ranges of sentences, with its posterior probability."""

    english: range
    russian: range
    posterior: float


Evidence = Callable[[range, range], float]
"""What the words of some English sentences tell for their rendering some Russian ones: a log-weight."""


def align(english: Side, russian: Side, evidence: Evidence) -> list[Link]:
    """The likeliest beads, in order; they cover both sides."""
    return _Lattice(english, russian, evidence).links()


class _Lattice:
    def __init__(self, english: Side, russian: Side, evidence: Evidence) -> None:
        self.english, self.russian, self.evidence = english, russian, evidence
        self._weights: dict[tuple[int, int, int, int], float] = {}

    def links(self) -> list[Link]:
        n, m = len(self.english), len(self.russian)
        forward: list[dict[int, float]] = [{} for _ in range(n + 1)]
        best: list[dict[int, float]] = [{} for _ in range(n + 1)]
        came: dict[tuple[int, int], tuple[int, int]] = {}
        forward[0][0] = best[0][0] = 0.0
        for i in range(n + 1):
            for j in self._band(i):
                terms = [0.0] if i == j == 0 else []
                for a, b, _ in SHAPES:
                    before = best[i - a].get(j - b) if a <= i else None
                    if before is None:
                        continue
                    weight = self.weight(i - a, j - b, a, b)
                    terms.append(forward[i - a][j - b] + weight)
                    if before + weight > best[i].get(j, _NEVER):
                        best[i][j], came[i, j] = before + weight, (a, b)
                if terms:
                    forward[i][j] = _log_sum(terms)
            least = max(best[i].values(), default=0.0) - BEAM
            best[i] = {j: weight for j, weight in best[i].items() if weight >= least or (i, j) == (n, m)}
        backward = self._backward(n, m)
        links = []
        i, j = n, m
        while (i, j) != (0, 0):
            a, b = came[i, j]
            i, j = i - a, j - b
            log = forward[i][j] + self.weight(i, j, a, b) + backward[i + a][j + b] - forward[n][m]
            links.append(Link(range(i, i + a), range(j, j + b), math.exp(min(0.0, log))))
        return links[::-1]

    def _backward(self, n: int, m: int) -> list[dict[int, float]]:
        """For each place the log-weight of all ways from it to the end by beads weighed on the way there."""
        backward: list[dict[int, float]] = [{} for _ in range(n + 1)]
        backward[n][m] = 0.0
        for i in range(n, -1, -1):
            for j in reversed(self._band(i)):
                terms = [0.0] if (i, j) == (n, m) else []
                for a, b, _ in SHAPES:
                    weight = self._weights.get((i, j, a, b))
                    after = backward[i + a].get(j + b) if weight is not None else None
                    if weight is not None and after is not None:
                        terms.append(weight + after)
                if terms:
                    backward[i][j] = _log_sum(terms)
        return backward

    def _band(self, i: int) -> range:
        """The Russian sentences that may stand beside the English one: how far both sides can drift apart."""
        n, m = len(self.english), len(self.russian)
        middle, reach = (i * m // n if n else 0), BAND + abs(n - m)
        return range(max(0, middle - reach), min(m, middle + reach) + 1)

    def weight(self, i: int, j: int, a: int, b: int) -> float:
        """The log-weight of the bead of `a` sentences from `i` on and `b` from `j` on."""
        key = (i, j, a, b)
        found = self._weights.get(key)
        if found is None:
            found = self._weights[key] = self._weight(i, j, a, b)
        return found

    def _weight(self, i: int, j: int, a: int, b: int) -> float:
        base = next(w for x, y, w in SHAPES if (x, y) == (a, b))
        if not a or not b:
            return base
        first, second = self.english.opens[i], self.russian.opens[j]
        base += _STARTS_TOGETHER if first and second else _STARTS_APART if first != second else 0.0
        inner = sum(self.english.opens[i + 1 : i + a]) + sum(self.russian.opens[j + 1 : j + b])
        told = self.evidence(range(i, i + a), range(j, j + b))
        return base + inner * _STARTS_APART + self._length(i, j, a, b) + told

    def _length(self, i: int, j: int, a: int, b: int) -> float:
        english = sum(self.english.lengths[i : i + a])
        russian = sum(self.russian.lengths[j : j + b]) * EXPANSION
        mean = (english + russian) / 2 or 1.0
        delta = (english - russian) / math.sqrt(_VARIANCE * mean)
        return -min(delta * delta / 2, 12.0)


def _log_sum(terms: Sequence[float]) -> float:
    top = max(terms)
    return top + math.log(sum(math.exp(term - top) for term in terms))
