"""What anchors lead to: branches, and the words that these want beside the anchor."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from tqcheck.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from typing import Any


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


class Wanted(NamedTuple):
    """A branch: its rule, its place among those of the rule, and the least and the most number of tokens that
    one of its seconds stands behind the anchor."""

    rule: int
    place: int
    least: int
    most: int


class Company:
    """What an anchor leads to.

    `beside` has the words that its branches want beside it, "" where it is enough, each with the number of
    its group: branches, as `written` has them, that want the same word. Only those count whose rules take
    part.
    """

    __slots__ = ("_groups", "_takes_part", "_wanting", "beside")

    def __init__(self, groups: list[str], beside: dict[str, int], takes_part: Callable[[int], bool]) -> None:
        self.beside = beside
        self._groups = groups
        self._takes_part = takes_part
        self._wanting: list[list[Wanted] | None] = [None] * len(groups)

    def wanting(self, word: str) -> list[Wanted]:
        """The branches that want a word, read when it first stands beside the anchor."""
        group = self.beside[word]
        found = self._wanting[group]
        if found is None:
            branches = (Wanted(*map(int, branch.split())) for branch in self._groups[group].split(","))
            found = self._wanting[group] = [branch for branch in branches if self._takes_part(branch.rule)]
        return found


def written(branches: Iterable[Wanted]) -> str:
    """A group of branches as it is kept: text, since few are ever read."""
    return ",".join(" ".join(map(str, branch)) for branch in branches)
