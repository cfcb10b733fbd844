"""What is said of an act beside doing it: modals.yaml."""

from __future__ import annotations

from functools import cache

from tqcheck.bilingual.tables.file import SIDES, DataFile
from tqcheck.typed import NamedTuple


class Modals(NamedTuple):
    """The class of each Russian lemma and of each English word, and the classes that exclude one."""

    russian: dict[str, str]
    english: dict[str, str]
    excludes: dict[str, frozenset[str]]


@cache
def modals() -> Modals:
    """Raises RulebookError."""
    file = DataFile("modals.yaml")
    classes: dict[str, dict[str, str]] = {side: {} for side in SIDES}
    excludes: dict[str, frozenset[str]] = {}
    for name, (_, node) in file.entries("the classes").items():
        values = file.fields(node, name, (*SIDES, "excludes"), ())
        for side, known in classes.items():
            known.update((word, name) for word in file.listed(values[side], side))
        excludes[name] = frozenset(file.listed(values["excludes"], "excludes"))
    return Modals(classes["russian"], classes["english"], excludes)
