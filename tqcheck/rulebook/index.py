"""The index of a program while it is made: anchors and what they lead to, rules' bodies beside it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Any
from zlib import crc32

from tqcheck.model import Confidence, Rule
from tqcheck.rulebook.company import SIGHTS, Wanted, packed, sight_of
from tqcheck.rulebook.plain import dump_numbers, plain_rule

_OF_FOUND = ("near", "unless", "suggest", "only_for", "tags")
"""What a rule's code has for what was found."""


@dataclass
class Index:
    """What `Program` reads. Rules are numbered as they are added; branches too, over all rules."""

    ids: list[str] = field(default_factory=list)
    standing: bytearray = field(default_factory=bytearray)
    """Confidence and need of the source, a byte a rule."""
    anchors: dict[str, list[int]] = field(default_factory=dict)
    """The branches of each anchor."""
    branches: list[list[int]] = field(default_factory=list)
    """Of each branch: its rule, its place among those of the rule, the least and the most distance of its
    seconds, the numbers of these among `seconds` and of its sight among `SIGHTS`."""
    seconds: dict[str, int] = field(default_factory=lambda: {"": 0})
    bodies: list[bytes] = field(default_factory=list)
    """Of each rule the code by which it is found, the code for what was found, and the description."""

    def add(self, rule: Rule, code: dict[str, Any]) -> None:
        """Adds a rule; what the index keeps is taken out of its code."""
        standing = rule.confidence.rank + (len(Confidence) if rule.needs_source else 0)
        for place, branch in enumerate(code["branches"]):
            for word in branch.pop("anchors"):
                self.anchors.setdefault(word, []).append(len(self.branches))
            seconds = " ".join(branch.pop("seconds", ()))
            number = self.seconds.setdefault(seconds, len(self.seconds))
            apart = branch.pop("apart", (0, 0))
            self.branches.append([len(self.ids), place, *apart, number, sight_of(branch)])
        self.ids.append(rule.id)
        self.standing.append(standing)
        more = {name: code.pop(name) for name in _OF_FOUND if name in code}
        self.bodies += [_dump(code), _dump(more), _dump(plain_rule(rule))]

    def dump(self, key: str, shared: list[Any], sets: dict[str, Any]) -> bytes:
        """A line with the sizes of the index's sections, these, and pieces to be read when they are needed:
        the rules' bodies, the sets as written, what `restored` takes, the code of each set, and the companies
        of anchors. Deterministic."""
        leading, companies = self._companies()
        own = [self.anchors, self.branches, list(self.seconds)]
        pieces = [*self.bodies, _dump(sets), _dump(own), *map(_dump, shared), *companies]
        sections = {
            "ids": "\n".join(self.ids).encode(),
            "standing": bytes(self.standing),
            **{f"anchors {sight}": "\n".join(words).encode() for sight, words in enumerate(leading)},
            "companies": dump_numbers(number for words in leading for number in words.values()),
            "offsets": dump_numbers(accumulate(map(len, pieces), initial=0)),
            "sums": dump_numbers(map(crc32, pieces)),
        }
        index = b"".join(sections.values())
        head = {
            "key": key,
            "sum": crc32(index),
            "sets": len(shared),
            "sections": {name: len(section) for name, section in sections.items()},
        }
        return b"".join([_dump(head), b"\n", index, *pieces])

    def _companies(self) -> tuple[list[dict[str, int]], list[bytes]]:
        """For each sight the anchors with the numbers of what they lead to, and all that they lead to: many
        forms of one word lead to the same."""
        leading: list[dict[str, int]] = [{} for _ in SIGHTS]
        numbers: dict[tuple[int, ...], int] = {}
        seconds = [words.split() for words in self.seconds]
        for word, branches in sorted(self.anchors.items()):
            for sight, words in enumerate(leading):
                if own := tuple(number for number in branches if self.branches[number][-1] == sight):
                    words[word] = numbers.setdefault(own, len(numbers))
        return leading, [self._company(own, seconds) for own in numbers]

    def _company(self, numbers: Iterable[int], seconds: Sequence[list[str]]) -> bytes:
        """What `Company` reads."""
        beside: dict[str, list[int]] = {}
        for number in numbers:
            for word in seconds[self.branches[number][4]] or ("",):
                beside.setdefault(word, []).append(number)
        groups: dict[tuple[int, ...], int] = {}
        of_words = {word: groups.setdefault(tuple(own), len(groups)) for word, own in beside.items()}
        return packed(of_words, [[self._wanted(number) for number in own] for own in groups])

    def _wanted(self, number: int) -> Wanted:
        rule, place, least, most, _, _ = self.branches[number]
        return rule, place, least, most

    @classmethod
    def restored(cls, ids: list[str], standing: bytes, own: list[Any], bodies: list[bytes]) -> Index:
        """The index that was dumped, to add rules to."""
        anchors, branches, seconds = own
        numbers = {words: number for number, words in enumerate(seconds)}
        return cls(ids, bytearray(standing), anchors, branches, numbers, bodies)


def _dump(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
