"""Judged hits: findings of a rule that an editor read with the Russian beside them.

A tab-separated file: rule, corpus, place (line number or file), verdict (right or wrong), the words
found, one line why. Lines that begin with # are comments.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tqcheck.model import Precision
from tqcheck.rulebook.errors import RulebookError


@dataclass(frozen=True, slots=True)
class Judgement:
    """One judged hit."""

    rule: str
    corpus: str
    place: str
    right: bool
    text: str
    why: str


def judgements(files: Iterable[tuple[str, bytes]]) -> Iterator[Judgement]:
    """All judged hits of files given as (name, content). Raises RulebookError with file and line."""
    for name, content in files:
        for number, line in enumerate(content.decode("utf-8").splitlines(), 1):
            if not line.strip() or line.startswith("#"):
                continue
            fields = line.split("\t")
            if len(fields) != 6 or fields[3] not in ("right", "wrong"):
                raise RulebookError(name, number, "want rule, corpus, place, right|wrong, words, why (tabs)")
            yield Judgement(fields[0], fields[1], fields[2], fields[3] == "right", fields[4], fields[5])


def precisions(files: Iterable[tuple[str, bytes]]) -> dict[str, Precision]:
    """Right and wrong hits by rule."""
    counts: Counter[tuple[str, bool]] = Counter((j.rule, j.right) for j in judgements(files))
    return {id_: Precision(counts[id_, True], counts[id_, False]) for id_, _ in counts}
