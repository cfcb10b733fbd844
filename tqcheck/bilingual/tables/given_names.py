"""First names in both languages: given-names.yaml."""

from __future__ import annotations

from functools import cache

from tqcheck.bilingual.tables.file import DataFile
from tqcheck.typed import NamedTuple


class GivenNames(NamedTuple):
    """Russian and English forms of each first name; a name may be in several groups."""

    russian: tuple[frozenset[str], ...]
    english: tuple[frozenset[str], ...]


@cache
def given_names() -> GivenNames:
    """Raises RulebookError."""
    file = DataFile("given-names.yaml")
    pairs = [*file.pairs(file.parts("names")["names"], "names")]
    russian, english = (tuple(frozenset(pair[side]) for pair in pairs) for side in (0, 1))
    return GivenNames(russian, english)
