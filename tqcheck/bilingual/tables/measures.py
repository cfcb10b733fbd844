"""What numbers count: measures.yaml."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache

import yaml

from tqcheck.bilingual.cues import Cues
from tqcheck.bilingual.russian import analysis
from tqcheck.bilingual.tables.file import SIDES, DataFile
from tqcheck.typed import NamedTuple

TIME = "time"
"""The dimension of days and years."""


class Measure(NamedTuple):
    """What a measure measures, how many it is of the least one of its dimension, whether it is one of the
    readers' own, and the measure that it counts as."""

    dimension: str
    size: float
    readers: bool
    counts_as: str


class Measures(NamedTuple):
    """The measures by name. Cues of either language stand for a name; `compounding` are the beginnings of
    Russian words that may stand within a compound, `russian_units` and `english_units` what words that are
    hardly anything else count as, `word*` for what begins so."""

    named: dict[str, Measure]
    russian: Cues
    english: Cues
    compounding: dict[str, Measure]
    russian_units: dict[str, str]
    english_units: dict[str, str]


@cache
def measures() -> Measures:
    """Raises RulebookError."""
    file = DataFile("measures.yaml")
    named: dict[str, Measure] = {}
    cues: dict[str, list[tuple[str, str]]] = {side: [] for side in SIDES}
    for dimension, (_, node) in file.part("measures").items():
        for name, (_, measure) in file.mapping(node, dimension).items():
            values = file.fields(measure, name, ("size", *SIDES), ("readers", "counts-as"))
            named[name] = _measure(file, dimension, name, values)
            for side, known in cues.items():
                known += ((cue, name) for cue in file.listed(values[side], name))
    for name, measure_ in named.items():
        if measure_.counts_as not in named:
            raise file.fail(None, f"{name} counts as {measure_.counts_as!r}, which is no measure")
    russian, english = (
        Cues(((cue.removesuffix("?"), name) for cue, name in cues[side]), side == "english") for side in SIDES
    )
    beginnings = {
        cue.rstrip("*?"): named[name] for cue, name in cues["russian"] if "*" in cue and " " not in cue
    }
    russian_units, english_units = (
        {cue: named[name].counts_as for cue, name in cues[side] if not cue.endswith("?")} for side in SIDES
    )
    return Measures(named, russian, english, beginnings, russian_units, english_units)


def _measure(file: DataFile, dimension: str, name: str, values: Mapping[str, yaml.Node]) -> Measure:
    return Measure(
        dimension=dimension,
        size=float(file.text(values["size"], name)),
        readers="readers" in values and file.said(values["readers"], name),
        counts_as=file.text(values["counts-as"], name) if "counts-as" in values else name,
    )


@lru_cache(maxsize=20_000)
def russian_unit(word: str) -> str:
    """The measure that a Russian word counts as; "" for another word. Raises RussianMissing."""
    found = (_unit(measures().russian_units, lemma) for lemma in sorted(analysis(word)[1]))
    return next(filter(None, found), "")


def english_unit(word: str) -> str:
    """The measure that an English word in lower case counts as; "" for another word."""
    return _unit(measures().english_units, word)


def is_of_time(unit: str) -> bool:
    """Whether a unit is one of time; "" is none."""
    return bool(unit) and measures().named[unit].dimension == TIME


def _unit(units: Mapping[str, str], word: str) -> str:
    begun = (units.get(f"{word[:length]}*") for length in range(len(word), 1, -1))
    return units.get(word) or next(filter(None, begun), "")
