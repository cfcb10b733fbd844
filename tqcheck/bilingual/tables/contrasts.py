"""Sets whose members exclude each other: the folder contrasts, and look-alikes.yaml."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from tqcheck.bilingual.cues import Cues, Hit
from tqcheck.bilingual.tables.file import DATA, DataFile

EXPLAINS = " ?"
"""Ends what a cue stands for that only explains."""


@dataclass(frozen=True, slots=True)
class Contrasts:
    """Sets whose members exclude each other; `rules` and `flips` by the name of the set, `written` the
    English cues by the member that they stand for.

    A cue stands for "set member", one that only explains for "set member ?".
    """

    russian: Cues
    english: Cues
    rules: dict[str, str]
    flips: frozenset[str]
    written: dict[str, tuple[str, ...]]


@cache
def contrasts() -> Contrasts:
    """Raises RulebookError."""
    russian: list[tuple[str, str]] = []
    english: list[tuple[str, str]] = []
    rules: dict[str, str] = {}
    flips: set[str] = set()
    for path in sorted((DATA / "contrasts").glob("*.yaml")):
        file = DataFile(f"contrasts/{path.name}")
        for name, (_, node) in file.part("contrasts").items():
            values = file.fields(node, name, ("rule", "members"), ("flips",))
            if name in rules:
                raise file.fail(node, f"the set {name} stands in two files")
            rules[name] = file.rule_id(values["rule"])
            if "flips" in values and file.said(values["flips"], name):
                flips.add(name)
            for number, member in enumerate(file.pairs(values["members"], name)):
                for side, cues in zip((russian, english), member, strict=True):
                    side += (_standing_for(cue, f"{name} {number}") for cue in cues)
    file = DataFile("look-alikes.yaml")
    unlike = {stem: tuple(file.listed(node, stem)) for stem, (_, node) in file.part("look-alikes").items()}
    written: dict[str, tuple[str, ...]] = {}
    for cue, stood_for in english:
        written[stood_for] = (*written.get(stood_for, ()), cue)
    known = Cues(russian, english=False), Cues(english, True, unlike)
    return Contrasts(*known, rules, frozenset(flips), written)


def _standing_for(cue: str, member: str) -> tuple[str, str]:
    """A cue as it is written, and what it stands for."""
    return cue.rstrip("?"), member + EXPLAINS if cue.endswith("?") else member


def member_of(hit: Hit) -> str:
    """The "set member" that a hit stands for, whether it accuses or only explains."""
    return hit.value.removesuffix(EXPLAINS)
