"""What anchors lead to: branches, and the words that these want beside the anchor."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate, chain

from tqcheck.rulebook.plain import dump_numbers, read_numbers
from tqcheck.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from typing import Any


class Sight(NamedTuple):
    """Which sentences a branch looks at: `where` is that of the pattern; one that speaks of quotation marks
    sees them, others look through them."""

    where: str
    quotes: bool


_SIZE = 4
"""Numbers of a branch."""
SIGHTS = tuple(Sight(where, quotes) for where in ("", "H", "S") for quotes in (False, True))
"""Anchors are kept apart by the sight of their branches, so that those are not asked that cannot see."""


def sight_of(branch: Mapping[str, Any]) -> int:
    """The number of the sight of a branch, as compiled."""
    return SIGHTS.index(Sight(branch.get("where", ""), branch.get("quotes", False)))


Wanted = tuple[int, int, int, int]
"""A branch: its rule, its place among those of the rule, and the least and the most number of tokens that one
of its seconds stands behind the anchor. They are read by the thousand."""


class Company:
    """What an anchor leads to, as `packed` has it.

    `beside` has the words that its branches want beside it, "" where it is enough, each with the number of
    its group: branches that want the same word. Only those count whose rules take part.
    """

    __slots__ = ("_branches_at", "_ends_at", "_numbers", "_takes_part", "_wanting", "beside")

    def __init__(self, data: bytes, takes_part: Mapping[int, bool]) -> None:
        """`takes_part` says of each rule by its number whether it does."""
        words, _, numbers = data.partition(b"\n")
        keys = str(words, "utf-8").split(" ")
        self._numbers = read_numbers(numbers, signed=True)
        self.beside = dict(zip(keys, self._numbers[1 : 1 + len(keys)], strict=True))
        self._ends_at = 1 + len(keys)
        self._branches_at = self._ends_at + self._numbers[0]
        self._takes_part = takes_part
        self._wanting: dict[int, list[Wanted]] = {}

    def wanting(self, word: str) -> list[Wanted]:
        """The branches that want a word, read when it first stands beside the anchor."""
        group = self.beside[word]
        found = self._wanting.get(group)
        if found is None:
            found = self._wanting[group] = [
                branch for branch in self._group(group) if self._takes_part[branch[0]]
            ]
        return found

    def _group(self, number: int) -> Iterator[Wanted]:
        ends, size = self._ends_at, _SIZE
        start = self._numbers[ends + number - 1] if number else 0
        first, last = (self._branches_at + size * end for end in (start, self._numbers[ends + number]))
        numbers = iter(self._numbers[first:last])
        return zip(numbers, numbers, numbers, numbers, strict=True)


def packed(beside: Mapping[str, int], groups: Sequence[Sequence[Wanted]]) -> bytes:
    """What an anchor leads to, as it is kept: a line of words, then numbers that need not be parsed, since of
    many groups few are ever read: how many there are, the group of each word, where each ends, branches."""
    ends = accumulate(map(len, groups))
    branches = chain.from_iterable(chain.from_iterable(groups))
    numbers = chain([len(groups)], beside.values(), ends, branches)
    return " ".join(beside).encode() + b"\n" + dump_numbers(numbers, signed=True)
