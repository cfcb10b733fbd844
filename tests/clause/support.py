"""Reads sentences as phrases."""

from __future__ import annotations

from tqcheck.clause.reading.clause import Clause
from tqcheck.clause.reading.line import word_lists
from tqcheck.rulebook.tokens import Tokens


def clause(text: str) -> Clause:
    """A headline."""
    return Clause(Tokens(text), word_lists(), headline=True)


def read(text: str) -> str:
    """The phrases of a headline: "noun:The dog verb:barks"."""
    read = clause(text)
    tokens = read.tokens
    return " ".join(
        f"{phrase.kind}:{text[tokens.starts[phrase.start] : tokens.ends[phrase.end - 1]]}"
        for phrase in read.phrases
    )
