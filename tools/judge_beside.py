"""Calibrates the thresholds that the context judge's pairs have beside their Russian, and writes them into
the list that ships.

usage: python tools/judge_beside.py [--output FILE]

That a pair's Russian stands in the sentence says little: of 660 findings so made in headlines, read one by
one, 45 in 100 were right, and what told right from wrong was the pair, then the gain. So a pair must have
been read, or be one whose wrong words hardly ever render its Russian (judge_beside.tsv). Its threshold is the
least from which on the share of right findings is expected to be good enough. Findings of one pair are few,
so that share is pulled towards what is expected of pairs of its kind that nobody has read.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from tqcheck.judge.pairs import DATA, Pair, read_pairs, write_pairs

READ = Path(__file__).with_name("judge_beside.tsv")
VERDICTS = ("right", "arguable", "wrong")
ALWAYS = "always"
EXPECTED = {"high": 0.8, "medium": 0.4, "low": 0.35}
"""Share of right findings of a pair that was not read, by its prior, as read in samples of them."""
EXPECTED_ALWAYS = 0.9
LEAST = {"high": 0.5, "medium": 3.0, "low": 3.0}
"""In headlines 8 of 27 findings were right below 3 nats, 58 of 70 above, whatever the pair."""
PRECISION = 0.8
"""Asked of a threshold: expected share of right findings. Arguable ones count as wrong."""
WEIGHT = 2.0
"""How many findings that expectation weighs beside those read."""
GRID = [step / 2 for step in range(1, 41)]
Key = tuple[str, str, str]


@dataclass(slots=True)
class Readings:
    """What reading said of a pair: the gain of each finding and whether it was right, and whether its words
    are always wrong."""

    gains: list[tuple[float, bool]] = field(default_factory=list)
    always: bool = False


def readings(file: Path = READ) -> dict[Key, Readings]:
    """By Russian, part of speech and wrong words. Raises ValueError for a verdict that is none."""
    found: dict[Key, Readings] = defaultdict(Readings)
    for line in file.read_text("utf-8").splitlines():
        if line.startswith("#"):
            continue
        russian, pos, wrong, _, gain, verdict = line.split("\t")
        own = found[russian, pos, wrong]
        if verdict == ALWAYS:
            own.always = True
        elif verdict in VERDICTS:
            own.gains.append((float(gain), verdict == "right"))
        else:
            raise ValueError(f"{file.name}: {verdict!r} is no verdict")
    return dict(found)


def with_source(pair: Pair, read: Mapping[Key, Readings]) -> float | None:
    """The threshold of a pair beside its Russian, None where it is not to be used there."""
    own = read.get((pair.russian, pair.pos, pair.wrong), Readings())
    expected = EXPECTED_ALWAYS if own.always else EXPECTED[pair.prior]
    for limit in GRID:
        above = [right for gain, right in own.gains if gain >= limit]
        if limit < LEAST[pair.prior] or (own.gains and not above):
            continue
        if round((sum(above) + WEIGHT * expected) / (len(above) + WEIGHT), 6) >= PRECISION:
            return limit
    return None


def calibrated(pairs: Sequence[Pair]) -> list[Pair]:
    """The pairs with their thresholds, less those that have none left."""
    read = readings()
    found = (replace(pair, with_source=with_source(pair, read)) for pair in pairs)
    return [pair for pair in found if pair.threshold is not None or pair.with_source is not None]


def main() -> None:
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("--output", type=Path, default=DATA)
    options = parser.parse_args()
    kept = calibrated(read_pairs())
    options.output.write_text(write_pairs(kept), encoding="utf-8")
    beside = sum(pair.with_source is not None for pair in kept)
    print(f"{len(kept)} pairs, {beside} with a threshold beside their Russian")


if __name__ == "__main__":
    main()
