"""Russian words whose meaning the English must hold: kept.yaml."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from tqcheck.bilingual.cues import Cues
from tqcheck.bilingual.tables.file import DataFile


@dataclass(frozen=True, slots=True)
class Kept:
    """A cue of either language stands for the number of its line, and `rules` has the rule of each. `near`:
    the rules that want the English beside what the Russian word governs; `idle`: Russian phrases in which
    nothing counts; `wanting`: by rule, English words without one of which it says nothing."""

    russian: Cues
    english: Cues
    rules: tuple[str, ...]
    near: frozenset[str]
    idle: Cues
    wanting: dict[str, Cues]


@cache
def kept() -> Kept:
    """Raises RulebookError."""
    file = DataFile("kept.yaml")
    parts = file.parts("kept", "near", "idle", "wanting")
    russian: list[tuple[str, str]] = []
    english: list[tuple[str, str]] = []
    rules: list[str] = []
    for rule, (_, node) in file.mapping(parts["kept"], "kept").items():
        for said, meant in file.pairs(node, rule):
            number = str(len(rules))
            rules.append(rule)
            russian += ((cue, number) for cue in said)
            english += ((cue, number) for cue in meant)
    return Kept(
        russian=Cues(russian, english=False),
        english=Cues(english, english=True),
        rules=tuple(rules),
        near=frozenset(file.listed(parts["near"], "near")),
        idle=file.cues(parts["idle"], "idle", english=False),
        wanting={
            rule: file.cues(node, rule, english=True)
            for rule, (_, node) in file.mapping(parts["wanting"], "wanting").items()
        },
    )
