"""Abbreviations of both languages: abbreviations.yaml."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from tqcheck.bilingual.cues import Cues
from tqcheck.bilingual.tables.file import DataFile


@dataclass(frozen=True, slots=True)
class Abbreviations:
    """A cue of `renderings` stands for the Russian abbreviation, one of `words` for the English one;
    `suggestions` are the first renderings of each Russian one, `known` the English ones."""

    renderings: Cues
    words: Cues
    suggestions: dict[str, tuple[str, ...]]
    known: frozenset[str]


@cache
def abbreviations() -> Abbreviations:
    """Raises RulebookError."""
    file = DataFile("abbreviations.yaml")
    parts = file.parts("renderings", "words")
    renderings: list[tuple[str, str]] = []
    suggestions: dict[str, tuple[str, ...]] = {}
    for name, (_, node) in file.mapping(parts["renderings"], "renderings").items():
        first, *others = file.listed(node, name)
        suggestions[name] = tuple(first.split("|"))
        renderings += ((cue, name) for cue in (*suggestions[name], *others))
    words = [
        (cue, name) for names, cues in file.pairs(parts["words"], "words") for cue in cues for name in names
    ]
    known = frozenset(name for _, name in words)
    return Abbreviations(Cues(renderings, english=True), Cues(words, english=False), suggestions, known)
