"""What news counts, the dead and the hurt among them: tallies.yaml."""

from __future__ import annotations

from functools import cache

from tqcheck.bilingual.tables.file import SIDES, DataFile
from tqcheck.typed import NamedTuple


class Tallies(NamedTuple):
    """The class of each Russian lemma and of each English word."""

    russian: dict[str, str]
    english: dict[str, str]


@cache
def tallies() -> Tallies:
    """Raises RulebookError."""
    file = DataFile("tallies.yaml")
    classes: dict[str, dict[str, str]] = {side: {} for side in SIDES}
    for name, (_, node) in file.entries("the classes").items():
        for side, words in file.fields(node, name, SIDES, ()).items():
            classes[side].update((word, name) for word in file.listed(words, side))
    return Tallies(classes["russian"], classes["english"])
