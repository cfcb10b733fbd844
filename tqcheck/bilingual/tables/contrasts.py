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
    """Sets whose members exclude each other; `rules`, `flips` and `loose` by the name of the set, `written`
    the English cues by the member that they stand for.

    A cue stands for "set member", one that only explains for "set member ?".
    """

    russian: Cues
    english: Cues
    rules: dict[str, str]
    flips: frozenset[str]
    loose: frozenset[str]
    written: dict[str, tuple[str, ...]]

    def tells(self, hit: Hit) -> bool:
        """Whether a hit shows that a word is rendered: not where its set names whatever may stand for it."""
        return hit.value.split()[0] not in self.loose


@cache
def contrasts() -> Contrasts:
    """Raises RulebookError."""
    russian: list[tuple[str, str]] = []
    english: list[tuple[str, str]] = []
    rules: dict[str, str] = {}
    marked: dict[str, set[str]] = {"flips": set(), "loose": set()}
    for path in sorted((DATA / "contrasts").glob("*.yaml")):
        file = DataFile(f"contrasts/{path.name}")
        for name, (_, node) in file.part("contrasts").items():
            values = file.fields(node, name, ("rule", "members"), tuple(marked))
            if name in rules:
                raise file.fail(node, f"the set {name} stands in two files")
            rules[name] = file.rule_id(values["rule"])
            for mark, own in marked.items():
                if mark in values and file.said(values[mark], name):
                    own.add(name)
            for number, member in enumerate(file.pairs(values["members"], name)):
                for side, cues in zip((russian, english), member, strict=True):
                    side += (_standing_for(cue, f"{name} {number}") for cue in cues)
    file = DataFile("look-alikes.yaml")
    unlike = {stem: tuple(file.listed(node, stem)) for stem, (_, node) in file.part("look-alikes").items()}
    written: dict[str, tuple[str, ...]] = {}
    for cue, stood_for in english:
        written[stood_for] = (*written.get(stood_for, ()), cue)
    known = Cues(russian, english=False), Cues(english, True, unlike)
    flips, loose = map(frozenset, marked.values())
    return Contrasts(*known, rules, flips, loose, written)


def _standing_for(cue: str, member: str) -> tuple[str, str]:
    """A cue as it is written, and what it stands for."""
    return cue.rstrip("?"), member + EXPLAINS if cue.endswith("?") else member


def member_of(hit: Hit) -> str:
    """The "set member" that a hit stands for, whether it accuses or only explains."""
    return hit.value.removesuffix(EXPLAINS)
