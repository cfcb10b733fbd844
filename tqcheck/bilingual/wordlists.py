"""Lists of words for checks of ours, from data/words: name → words parted by spaces.

`shared.yaml` has those that several modules ask for; the others lie in a file of the name of their module.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from tqcheck.rulebook.strict import StrictFile

FOLDER = Path(__file__).with_name("data") / "words"


@cache
def words(name: str) -> frozenset[str]:
    """The words of a list. Raises KeyError for a name that is not there, RulebookError for a broken file."""
    return _lists()[name]


@cache
def _lists() -> dict[str, frozenset[str]]:
    lists: dict[str, frozenset[str]] = {}
    for path in sorted(FOLDER.rglob("*.yaml")):
        file = StrictFile(path.relative_to(FOLDER).as_posix())
        root = file.root(path.read_bytes())
        for name, (key, value) in (file.mapping(root, "the word lists") if root else {}).items():
            if name in lists:
                raise file.fail(key, f"the list {name!r} is in another file, too")
            lists[name] = frozenset(file.text(value, name).split())
    return lists
