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
    nothing counts; `by_prefix`: cues that an English word behind a prefix that denies answers, too;
    `wanting`: by rule, English words without one of which it says nothing."""

    russian: Cues
    english: Cues
    rules: tuple[str, ...]
    near: frozenset[str]
    idle: Cues
    by_prefix: Cues
    wanting: dict[str, Cues]


@cache
def kept() -> Kept:
    """Raises RulebookError."""
    file = DataFile("kept.yaml")
    parts = file.parts("kept", "near", "idle", "by-prefix", "wanting")
    lines = [
        (rule, line)
        for rule, (_, node) in file.mapping(parts["kept"], "kept").items()
        for line in file.pairs(node, rule)
    ]
    russian, english = file.answering(line for _, line in lines)
    return Kept(
        russian=russian,
        english=english,
        rules=tuple(rule for rule, _ in lines),
        near=frozenset(file.listed(parts["near"], "near")),
        idle=file.cues(parts["idle"], "idle", english=False),
        by_prefix=file.cues(parts["by-prefix"], "by-prefix", english=False),
        wanting={
            rule: file.cues(node, rule, english=True)
            for rule, (_, node) in file.mapping(parts["wanting"], "wanting").items()
        },
    )
