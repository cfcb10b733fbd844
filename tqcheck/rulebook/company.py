"""What anchors lead to: branches, and the words that these want beside the anchor."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from tqcheck.rulebook.sentence import places_in

_SIZE = 4
"""Numbers of a branch."""


class Sight(NamedTuple):
    """Which sentences a branch looks at: `where` is that of the pattern; one that speaks of quotation marks
    sees them, others look through them."""

    where: str
    quotes: bool


SIGHTS = tuple(Sight(where, quotes) for where in ("", "H", "S") for quotes in (False, True))
"""Anchors are kept apart by the sight of their branches, so that those are not asked that cannot see."""


def sight_of(branch: Mapping[str, Any]) -> int:
    """The number of the sight of a branch, as compiled."""
    return SIGHTS.index(Sight(branch.get("where", ""), branch.get("quotes", False)))


class Company:
    """The branches of an anchor, and the words `beside` which they want it: "" where it is enough.

    `branches` has of each, one after the other, the number of its rule, its place among those of the rule,
    and the least and the most number of tokens that the words stand behind the anchor. Those of a word are a
    number, of which bit i stands for branch i, until `wanting` first asks for them: few ever are. Only rules
    that take part count.
    """

    __slots__ = ("_branches", "_takes_part", "beside")

    def __init__(
        self,
        branches: list[int],
        beside: dict[str, int | list[list[int]]],
        takes_part: Callable[[int], bool],
    ) -> None:
        self._branches = branches
        self._takes_part = takes_part
        self.beside = beside

    def wanting(self, word: str) -> list[list[int]]:
        """The branches that want a word."""
        found = self.beside[word]
        if isinstance(found, int):
            chosen = [self._branches[_SIZE * i : _SIZE * (i + 1)] for i in places_in(found)]
            found = self.beside[word] = [branch for branch in chosen if self._takes_part(branch[0])]
        return found
