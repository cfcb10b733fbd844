"""Reads sentences as phrases."""

from __future__ import annotations

from functools import cache

from tqcheck.clause import Clause
from tqcheck.clause.line import WordLists
from tqcheck.entities import open_store
from tqcheck.rulebook.tokens import Tokens


@cache
def words() -> WordLists:
    return WordLists(open_store().part("words"))


def clause(text: str) -> Clause:
    """A headline."""
    return Clause(Tokens(text), words(), headline=True)


def read(text: str) -> str:
    """The phrases of a headline: "noun:The dog verb:barks"."""
    read = clause(text)
    tokens = read.tokens
    return " ".join(
        f"{phrase.kind}:{text[tokens.starts[phrase.start] : tokens.ends[phrase.end - 1]]}"
        for phrase in read.phrases
    )
