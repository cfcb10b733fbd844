"""Words that tell the gender of a person spoken of: persons.yaml."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from tqcheck.bilingual.tables.file import DataFile


@dataclass(frozen=True, slots=True)
class Persons:
    """Pronouns of each language by gender, masculine and feminine, in lower case; the English `forms` of
    Russian ones, and those that render one `opening` a sentence: `opening_english` are all of these."""

    russian: dict[str, frozenset[str]]
    english: dict[str, frozenset[str]]
    forms: dict[str, frozenset[str]]
    opening: dict[str, frozenset[str]]
    opening_english: frozenset[str]


@cache
def persons() -> Persons:
    """Raises RulebookError."""
    file = DataFile("persons.yaml")
    parts = file.parts("russian", "english", "forms", "opening")
    for side in ("russian", "english"):
        file.fields(parts[side], side, ("masculine", "feminine"), ())
    russian, english, forms, opening = (
        {name: frozenset(file.listed(words, name)) for name, (_, words) in file.mapping(node, part).items()}
        for part, node in parts.items()
    )
    return Persons(russian, english, forms, opening, frozenset().union(*opening.values()))
