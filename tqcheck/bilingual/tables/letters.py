"""How letters sound and how they are spelt: letters.yaml."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from tqcheck.bilingual.tables.file import DataFile


@dataclass(frozen=True, slots=True)
class Letters:
    """See letters.yaml. What is replaced, in order, by what; `schemes` are regular expressions."""

    english: dict[str, str]
    russian: dict[str, str]
    schemes: dict[str, str]
    plain_schemes: dict[str, str]
    plain_endings: tuple[str, ...]
    press: dict[str, str]
    press_endings: dict[str, str]
    surnames: tuple[str, ...]
    english_surnames: tuple[str, ...]
    endings: tuple[str, ...]
    loans: frozenset[str]


@cache
def letters() -> Letters:
    """Raises RulebookError."""
    file = DataFile("letters.yaml")
    replaced = ("english", "russian", "press", "press-endings")
    lists = ("surnames", "english-surnames", "endings", "plain-endings", "loans")
    spelt = ("schemes", "plain-schemes")
    parts = file.parts(*replaced, *lists, *spelt)
    english, russian, press, press_endings = (file.replacements(parts[name], name) for name in replaced)
    surnames, english_surnames, endings, plain, loans = (
        tuple(file.listed(parts[name], name)) for name in lists
    )
    schemes, plain_schemes = (
        {
            letter: "|".join(map(re.escape, file.text(node, letter).split("|")))
            for letter, (_, node) in file.mapping(parts[name], name).items()
        }
        for name in spelt
    )
    return Letters(
        english=english,
        russian=russian,
        schemes=schemes,
        plain_schemes=plain_schemes,
        plain_endings=plain,
        press=press,
        press_endings=press_endings,
        surnames=surnames,
        english_surnames=english_surnames,
        endings=endings,
        loans=frozenset(loans),
    )
