"""Words of number: numbers.yaml."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import yaml

from tqcheck.bilingual.tables.file import DataFile
from tqcheck.typed import NamedTuple

_KINDS = (
    "ones",
    "tens",
    "hundreds",
    "scales",
    "ordinals",
    "parts",
    "tens-of-years",
    "tens-of-things",
    "alone",
)


class NumberWord(NamedTuple):
    """What a word says: a number of a kind (ones, tens, …), and how it may be read."""

    kind: str
    values: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Numbers:
    """The words of number of each language, and what numbers.yaml tells besides of Russian compounds
    and English hedges."""

    russian: dict[str, NumberWord]
    english: dict[str, NumberWord]
    beginnings: dict[str, float]
    counted: tuple[str, ...]
    multiples: dict[str, float]
    hedges: dict[str, tuple[str, ...]]


@cache
def numbers() -> Numbers:
    """Raises RulebookError."""
    file = DataFile("numbers.yaml")
    parts = file.parts("russian", "english", "beginnings", "counted", "multiples", "hedges")
    beginnings, multiples = (
        {word: values[0] for word, values in file.valued(parts[name], name).items()}
        for name in ("beginnings", "multiples")
    )
    return Numbers(
        russian=_words(file, parts["russian"], "russian"),
        english=_words(file, parts["english"], "english"),
        beginnings=beginnings,
        counted=tuple(file.listed(parts["counted"], "counted")),
        multiples=multiples,
        hedges={
            way: tuple(file.listed(words, way))
            for way, words in file.fields(parts["hedges"], "hedges", ("more", "less", "either"), ()).items()
        },
    )


def _words(file: DataFile, node: yaml.Node, side: str) -> dict[str, NumberWord]:
    return {
        word: NumberWord(kind, values)
        for kind, words in file.fields(node, side, _KINDS, ()).items()
        for word, values in file.valued(words, kind).items()
    }
