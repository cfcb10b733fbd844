"""The index of a program while it is made: anchors and what they lead to, rules' bodies beside it."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Any
from zlib import crc32

from tqcheck.model import Confidence, Rule
from tqcheck.rulebook.plain import dump_numbers, plain_rule
from tqcheck.rulebook.program import NEAREST

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
    rules: list[int] = field(default_factory=list)
    """The rule of each branch, then its place among those of the rule."""
    places: list[int] = field(default_factory=list)
    apart: list[int] = field(default_factory=list)
    """Of each branch: whether it speaks of quotation marks, least and most distance of its second."""
    second: list[int] = field(default_factory=list)
    """The number of each branch's seconds among `seconds`."""
    seconds: dict[str, int] = field(default_factory=lambda: {"": 0})
    bodies: list[bytes] = field(default_factory=list)
    """Of each rule the code by which it is found, the code for what was found, and the description."""

    def add(self, rule: Rule, code: dict[str, Any]) -> None:
        """Adds a rule; what the index keeps is taken out of its code."""
        standing = rule.confidence.rank + (len(Confidence) if rule.needs_source else 0)
        for place, branch in enumerate(code["branches"]):
            for word in branch.pop("anchors"):
                self.anchors.setdefault(word, []).append(len(self.places))
            second = " ".join(branch.pop("seconds", ()))
            self.apart.append(int(branch.get("quotes", False)))
            self.apart += [NEAREST + distance for distance in branch.pop("apart", (0, 0))]
            self.rules.append(len(self.ids))
            self.places.append(place)
            self.second.append(self.seconds.setdefault(second, len(self.seconds)))
        self.ids.append(rule.id)
        self.standing.append(standing)
        more = {name: code.pop(name) for name in _OF_FOUND if name in code}
        self.bodies += [_dump(code), _dump(more), _dump(plain_rule(rule))]

    def dump(self, key: str, shared: list[Any], sets: dict[str, Any]) -> bytes:
        """A line with the sizes of the index's sections, these, the rules' bodies, the code of the sets,
        and the sets as written. Deterministic."""
        words, seconds = sorted(self.anchors), [second.encode() for second in self.seconds]
        bodies = [*self.bodies, _dump(shared), _dump(sets)]
        sections = {
            "ids": "\n".join(self.ids).encode(),
            "standing": bytes(self.standing),
            "anchors": "\n".join(words).encode(),
            "starts": dump_numbers(accumulate((len(self.anchors[word]) for word in words), initial=0)),
            "numbers": dump_numbers(number for word in words for number in self.anchors[word]),
            "rules": dump_numbers(self.rules),
            "places": dump_numbers(self.places),
            "apart": dump_numbers(self.apart),
            "second": dump_numbers(self.second),
            "cuts": dump_numbers(accumulate(map(len, seconds), initial=0)),
            "seconds": b"".join(seconds),
            "offsets": dump_numbers(accumulate(map(len, bodies), initial=0)),
            "sums": dump_numbers(map(crc32, bodies)),
        }
        index = b"".join(sections.values())
        head = {
            "key": key,
            "sum": crc32(index),
            "sections": {name: len(section) for name, section in sections.items()},
        }
        return b"".join([_dump(head), b"\n", index, *bodies])


def _dump(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
