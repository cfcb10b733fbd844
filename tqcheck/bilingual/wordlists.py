"""Lists of words for checks of ours, from data/words.yaml: name → words parted by spaces."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from tqcheck.rulebook.strict import StrictFile

FILE = Path(__file__).with_name("data") / "words.yaml"


@cache
def words(name: str) -> frozenset[str]:
    """The words of a list. Raises KeyError for a name that is not there, RulebookError for a broken file."""
    return _lists()[name]


@cache
def _lists() -> dict[str, frozenset[str]]:
    file = StrictFile(FILE.name)
    root = file.root(FILE.read_bytes())
    fields = file.mapping(root, "the word lists") if root else {}
    return {name: frozenset(file.text(value, name).split()) for name, (_, value) in fields.items()}
