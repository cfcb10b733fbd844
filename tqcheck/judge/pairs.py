"""Pairs of senses: a Russian word, the English that machines write for it, and what other senses of it read.

`data/pairs.tsv` holds one a line, in the columns of `COLUMNS`. Gains are in nats: how much likelier the text
becomes once the right words stand in the place of the wrong ones.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tqcheck import cache
from tqcheck.model import TqcheckError

DATA = Path(__file__).with_name("data") / "pairs.tsv"
COLUMNS = (
    "russian",
    "pos",
    "wrong",
    "right",
    "domain",
    "prior",
    "threshold",
    "with_source",
    "hits",
    "alarms",
)
FORMAT = 1
"""Raised whenever what was made of pairs by older code must not be used."""
PARTS_OF_SPEECH = ("noun", "verb", "adj", "adv", "phrase")
PRIORS = ("low", "medium", "high")


_INFINITIVE = re.compile(
    "(?:ть|ти|чь)с[ья]$|(?<!печ)(?<!пам)[аяиуоы]ть$|[зсй]ти$|[дмрлш]еть$|[ле]чь$|[зс]ть$"
)


class PairsError(TqcheckError):
    """A pair list that is not what it should be; names file and line."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A directional pair of senses.

    `threshold` is the gain from which on it is a finding in English alone, None where English alone cannot
    tell; `with_source` that with the Russian word in the aligned sentence. `hits` and `alarms` count the
    occurrences of the calibration above the threshold: in translations of the Russian word, and in English
    where nothing suggests it. `prior` is what the pair's writer thought of it before anything was measured.
    """

    russian: str
    pos: str
    wrong: str
    right: tuple[str, ...]
    domain: str = ""
    prior: str = "low"
    threshold: float | None = None
    with_source: float | None = None
    hits: int = 0
    alarms: int = 0

    @property
    def kind(self) -> str:
        """noun, verb, adj or adv: what a phrase is inflected as."""
        if self.pos != "phrase":
            return self.pos
        return "verb" if _INFINITIVE.search(self.russian.split(" ")[0]) else "noun"

    @property
    def name(self) -> str:
        """What tells it from the others, for ids: its wrong words and its part of speech."""
        return f"{self.wrong}/{self.pos}"


def read_pairs(file: Path = DATA) -> list[Pair]:
    """The pairs of a file, in its order. Raises PairsError at the first line that is wrong."""
    try:
        text = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise PairsError(f"{file}: cannot be read: {error}") from error
    return list(_pairs(text, file.name))


def key(file: Path = DATA) -> str:
    """A digest of a pair list and of the form that is made of it."""
    return cache.content_key(FORMAT, [(file.name, file.read_bytes())])


def _pairs(text: str, origin: str) -> Iterator[Pair]:
    lines = text.split("\n")
    if tuple(lines[0].split("\t")) != COLUMNS:
        raise PairsError(f"{origin}:1: the columns must be {', '.join(COLUMNS)}")
    if lines[-1] != "":
        raise PairsError(f"{origin}:{len(lines)}: the last line is cut off")
    seen: dict[tuple[str, str, str], int] = {}
    previous: tuple[str, str, str] | None = None
    for number, line in enumerate(lines[1:-1], 2):
        try:
            pair = parse(line)
            key = (pair.russian, pair.pos, pair.wrong)
            if key in seen:
                raise ValueError(f"the same pair stands in line {seen[key]}")
            if previous is not None and key < previous:
                raise ValueError("lines must be sorted")
        except ValueError as error:
            raise PairsError(f"{origin}:{number}: {error}") from None
        seen[key] = number
        previous = key
        yield pair


def parse(line: str) -> Pair:
    """One line. Raises ValueError."""
    cells = line.split("\t")
    if len(cells) != len(COLUMNS):
        raise ValueError(f"{len(cells)} columns, not {len(COLUMNS)}")
    cell = dict(zip(COLUMNS, cells, strict=True))
    for name in ("russian", "pos", "wrong", "right", "domain", "prior"):
        if not cell[name] or cell[name] != cell[name].strip():
            raise ValueError(f"{name}: empty, or with spaces around it")
    for name, allowed in (
        ("pos", PARTS_OF_SPEECH),
        ("prior", PRIORS),
    ):
        if cell[name] not in allowed:
            raise ValueError(f"{name}: {cell[name]!r} is none of {', '.join(allowed)}")
    right = tuple(cell["right"].split(";"))
    if any(not word.strip() for word in right) or len(set(right)) < len(right) or cell["wrong"] in right:
        raise ValueError("right: empty, doubled, or the wrong words themselves")
    if not cell["threshold"] and not cell["with_source"]:
        raise ValueError("a threshold is needed, with the Russian or without")
    return Pair(
        russian=cell["russian"],
        pos=cell["pos"],
        wrong=cell["wrong"],
        right=right,
        domain=cell["domain"],
        prior=cell["prior"],
        threshold=_gain(cell["threshold"], "threshold"),
        with_source=_gain(cell["with_source"], "with_source"),
        hits=_count(cell["hits"], "hits"),
        alarms=_count(cell["alarms"], "alarms"),
    )


def write_pairs(pairs: list[Pair]) -> str:
    """The text of a file of pairs, sorted."""
    rows = ["\t".join(COLUMNS)]
    for pair in sorted(pairs, key=lambda p: (p.russian, p.pos, p.wrong)):
        cells = [getattr(pair, name) for name in COLUMNS]
        cells[COLUMNS.index("right")] = ";".join(pair.right)
        rows.append("\t".join("" if cell is None else str(cell) for cell in cells))
    return "\n".join(rows) + "\n"


def _gain(cell: str, name: str) -> float | None:
    if not cell:
        return None
    value = float(cell)
    if not 0 < value < 100:
        raise ValueError(f"{name}: {cell} is no gain between 0 and 100")
    return value


def _count(cell: str, name: str) -> int:
    if not cell.isdigit():
        raise ValueError(f"{name}: {cell!r} is no count")
    return int(cell)
