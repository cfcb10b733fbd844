"""How one thing stands to another, as prepositions say it: relations.yaml."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from tqcheck.bilingual.tables.file import DataFile


@dataclass(frozen=True, slots=True)
class RelationKind:
    """How one thing stands to another: the Russian cases that may be governed and those that may not, whether
    only a place may be, and the English phrases that say so and the reverse."""

    cases: frozenset[str]
    other_cases: frozenset[str]
    of_place: bool
    english: frozenset[str]
    reverse: frozenset[str]


@dataclass(frozen=True, slots=True)
class Relations:
    """The kinds that a Russian preposition may be of; all English phrases by their last word, the longest
    first."""

    russian: dict[str, tuple[RelationKind, ...]]
    ending: dict[str, tuple[tuple[str, ...], ...]]


@cache
def relations() -> Relations:
    """Raises RulebookError."""
    file = DataFile("relations.yaml")
    russian: dict[str, tuple[RelationKind, ...]] = {}
    phrases: set[str] = set()
    for name, (_, node) in file.entries("the kinds").items():
        values = file.fields(node, name, ("russian", "cases", "of", "english", "reverse"), ("not",))
        of_place = file.one_of(values["of"], name, ("any", "place")) == "place"
        cases, others, english, reverse = (
            frozenset(file.listed(values[part], part) if part in values else ())
            for part in ("cases", "not", "english", "reverse")
        )
        kind = RelationKind(cases, others, of_place, english, reverse)
        for preposition in file.listed(values["russian"], "russian"):
            russian[preposition] = (*russian.get(preposition, ()), kind)
        phrases |= english | reverse
    ending: dict[str, tuple[tuple[str, ...], ...]] = {}
    for phrase in sorted(phrases, key=lambda phrase: (-phrase.count(" "), phrase)):
        words = tuple(phrase.split())
        ending[words[-1]] = (*ending.get(words[-1], ()), words)
    return Relations(russian, ending)
