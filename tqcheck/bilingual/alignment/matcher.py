"""How far English sentences hold counterparts of the words of Russian ones."""

from __future__ import annotations

from collections import Counter, defaultdict
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
        return sum(weight for weight, _ in self._matches(english, russian)), self.weight(russian)

    def share(self, english: Iterable[int], russian: Iterable[int]) -> float:
        """The share of the words that have a counterpart; the fewer words, the nearer to a third."""
        found, whole = self.covered(english, russian)
        return (found + 0.4) / (whole + 1.2)

    def held(self, english: Iterable[int], russian: Iterable[int]) -> dict[int, float]:
        """The weight of the words that each English sentence renders better than the others do."""
        weights: defaultdict[int, float] = defaultdict(float)
        for j in russian:
            best: dict[int, tuple[float, int]] = {}
            for i in english:
                for k, (share, _) in self._pair(i, j).items():
                    if k not in best or share > best[k][0]:
                        best[k] = share, i
            for k, (share, i) in best.items():
                weights[i] += self._russian[j][k].weight * share
        return weights

    def adds(self, english: Iterable[int], russian: int, others: Iterable[int]) -> float:
        """The share of the words rendered of a Russian sentence that are rendered for no other one's sake."""
        keys = frozenset().union(*(self._english[i] for i in english))
        told = {key for j in others for unit in self._russian[j] for key in unit.keys if key in keys}
        rendered = [unit.keys.keys() & keys for unit in self._russian[russian]]
        rendered = [shared for shared in rendered if shared]
        return sum(not shared & told for shared in rendered) / len(rendered) if rendered else 0.0

    def weight(self, russian: Iterable[int]) -> float:
        """The weight of all words of Russian sentences."""
        return sum(unit.weight for j in russian for unit in self._russian[j])

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
