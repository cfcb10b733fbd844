"""How far English sentences hold counterparts of the words of Russian ones."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from tqcheck.bilingual.evidence import Unit


class Matcher:
    """Compares sentences by their numbers: the keys of the English, the units of the Russian."""

    def __init__(self, english: Sequence[frozenset[str]], russian: Sequence[Sequence[Unit]]) -> None:
        self._english, self._russian = english, russian
        self._holding = Counter(key for keys in english for key in keys)
        self._found: dict[tuple[int, int], dict[int, tuple[float, float]]] = {}

    def told(self, english: Iterable[int], russian: Iterable[int]) -> float:
        """The weight of the words that have a counterpart, less for what stands in many sentences."""
        return sum(weight * tells for weight, tells in self._matches(english, russian))

    def covered(self, english: Iterable[int], russian: Iterable[int]) -> tuple[float, float]:
        """The weight of the words that have a counterpart, and that of all."""
        whole = sum(unit.weight for j in russian for unit in self._russian[j])
        return sum(weight for weight, _ in self._matches(english, russian)), whole

    def share(self, english: Iterable[int], russian: Iterable[int]) -> float:
        """The share of the words that have a counterpart; the fewer words, the nearer to a third."""
        found, whole = self.covered(english, russian)
        return (found + 0.4) / (whole + 1.2)

    def _matches(self, english: Iterable[int], russian: Iterable[int]) -> Iterator[tuple[float, float]]:
        for j in russian:
            units = self._russian[j]
            best: dict[int, tuple[float, float]] = {}
            for i in english:
                for k, match in self._pair(i, j).items():
                    best[k] = max(match, best.get(k, match))
            for k, (share, tells) in best.items():
                yield units[k].weight * share, tells

    def _pair(self, i: int, j: int) -> dict[int, tuple[float, float]]:
        """Units of a Russian sentence found in an English one: the best share, and how telling that is."""
        made = self._found.get((i, j))
        if made is None:
            keys = self._english[i]
            made = self._found[i, j] = {}
            for k, unit in enumerate(self._russian[j]):
                shares = [
                    (share, self._holding[key] ** -0.5) for key, share in unit.keys.items() if key in keys
                ]
                if shares:
                    made[k] = max(shares)
        return made
