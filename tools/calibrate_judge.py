"""Calibrates the context judge's pairs and writes the list that ships.

usage: python tools/calibrate_judge.py --model FOLDER --scores FILE.sqlite [--no-scoring] [--without CORPUS]
                                       [--output FILE] CANDIDATES.tsv…

Each pair's gain is measured where its wrong words stand: in machine-translated headlines whose Russian has
the pair's Russian (there the words may be wrong), in those whose Russian has not, and in clean English (there
they are right). The threshold is the least gain above all those in clean English at which the share of right
findings and the alarms per 1,000 words of clean English are expected to be good enough. Pairs for which there
is none go, unless they have a threshold for use with the Russian (judge_beside.py). Counts of one pair are
few, so they are pulled towards those of all pairs of the same prior. Hits of pairs were read besides: see
judge_read.tsv.

Scores are kept in FILE as they are made: a run that is interrupted goes on where it stopped.
"""

from __future__ import annotations

import argparse
import hashlib
import sqlite3
from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from judge_beside import readings, with_source
from judge_corpora import CLEAN, Occurrences, candidates, occurrences, verdicts

from tqcheck.judge.model import TranslatorModel
from tqcheck.judge.pairs import DATA, Pair, write_pairs
from tqcheck.judge.scores import KeptScores
from tqcheck.judge.swap import Place
from tqcheck.judge.weigh import weigh, windows_of

ROOT = Path(__file__).resolve().parent.parent
DEV = ROOT.parent / "shared" / "dev"
PRIORS = ("low", "medium", "high")
QUALITY = {"high": 0.97, "medium": 0.9, "low": 0.8}
"""Share of right findings among those in translations of the pair's Russian, as read in samples of them."""
LEAST = {"high": 2.0, "medium": 4.0, "low": 4.0}
"""In headlines nobody had read 9 of 22 findings of the others were right below 4 nats, 24 of 30 above."""
LOW_HITS = 1
"""Hits that a pair of low prior must have had."""
PRECISION, ALARMS = 0.65, 0.01
"""Asked of a threshold: expected share of right findings, alarms per 1,000 clean words of one pair."""
WEIGHT = 4.0
"""How many occurrences the counts of all pairs of a prior weigh beside those of one pair."""
GRID = [step / 2 for step in range(1, 41)]
SAMPLE = {
    "confirmed": 8,
    "other": 5,
    "headlines": 8,
    "wmt21-native": 1000,
    "wmt21-refA": 1000,
    "wmt21-refB": 0,
}


@dataclass(frozen=True, slots=True)
class Measured:
    """Gains of a pair, ascending, and the greatest in clean English; how often its words stand in all machine
    translations, in those of its Russian, and in 1,000 words of clean English."""

    hits: list[float]
    alarms: list[float]
    clean_most: float
    written: int
    confirmed: int
    clean_rate: float


def main() -> None:
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("candidates", nargs="+", type=Path)
    parser.add_argument("--model", type=Path)
    parser.add_argument("--scores", type=Path, required=True)
    parser.add_argument("--no-scoring", action="store_true", help="use the scores there are")
    parser.add_argument(
        "--without", action="append", default=[], help="a clean corpus to be measured on afterwards"
    )
    parser.add_argument("--output", type=Path, default=DATA)
    options = parser.parse_args()
    read = verdicts()
    pairs = candidates(options.candidates, read)
    found = occurrences(pairs, DEV)
    words = {name: _words_in(DEV / "clean" / name) for name in CLEAN}
    print(f"{len(pairs)} candidates")
    samples = [_sample(one, options.without) for one in found]
    if not options.no_scoring:
        model = KeptScores(TranslatorModel(options.model, threads=1), options.scores)
        _score([place for s in samples for place in (*s.confirmed, *s.other, *s.clean)], model)
        model.close()
    score = _reader(options.scores)
    clean = sum(words[name] for name in CLEAN if name not in options.without) / 1000
    measured = [
        _measured(sample, one, clean, score, options.without)
        for sample, one in zip(samples, found, strict=True)
    ]
    kept = calibrated(list(zip(pairs, measured, strict=True)), read)
    options.output.write_text(write_pairs(kept), encoding="utf-8")
    alone = [pair for pair in kept if pair.threshold is not None]
    print(f"{len(kept)} pairs kept, {len(alone)} with a threshold in English alone")
    for prior in PRIORS:
        print(f"  {prior}: {sum(p.prior == prior for p in kept)}, {sum(p.prior == prior for p in alone)}")


def calibrated(measured: Sequence[tuple[Pair, Measured]], read: Mapping[tuple[str, ...], str]) -> list[Pair]:
    """The pairs that can be told apart, with their thresholds."""
    kept = []
    beside_read = readings()
    for prior in PRIORS:
        own = [(pair, m) for pair, m in measured if pair.prior == prior]
        hits = _above(sorted(gain for _, m in own for gain in m.hits))
        alarms = _above(sorted(gain for _, m in own for gain in m.alarms))
        shares = [m.confirmed / m.written for _, m in own if m.written]
        share = sum(shares) / len(shares) if shares else 0.5
        for pair, m in own:
            alone = _threshold(pair, m, hits, alarms, share)
            beside = with_source(pair, beside_read)
            if read.get((pair.russian, pair.pos, pair.wrong)) == "beside":
                alone = None
            if alone is not None or beside is not None:
                limit = beside if alone is None else alone
                kept.append(
                    replace(
                        pair,
                        threshold=alone,
                        with_source=beside,
                        hits=_count(m.hits, limit),
                        alarms=_count(m.alarms, limit),
                    )
                )
    return kept


def _threshold(
    pair: Pair, m: Measured, hits: Callable[[float], float], alarms: Callable[[float], float], share: float
) -> float | None:
    """The least gain that is good enough in English alone; see the module's text."""
    of_russian = (m.confirmed + WEIGHT * share) / (m.written + WEIGHT)
    for limit in GRID:
        if limit < LEAST[pair.prior] or limit <= m.clean_most:
            continue
        if pair.prior == "low" and _count(m.hits, limit) < LOW_HITS:
            continue
        hit = (_count(m.hits, limit) + WEIGHT * hits(limit)) / (len(m.hits) + WEIGHT)
        alarm = (_count(m.alarms, limit) + WEIGHT * alarms(limit)) / (len(m.alarms) + WEIGHT)
        found = of_russian * hit + (1 - of_russian) * alarm
        if (
            found
            and QUALITY[pair.prior] * of_russian * hit / found >= PRECISION
            and m.clean_rate * alarm <= ALARMS
        ):
            return limit
    return None


def _above(gains: list[float]) -> Callable[[float], float]:
    return lambda limit: _count(gains, limit) / len(gains) if gains else 0.0


def _count(gains: list[float], limit: float | None) -> int:
    """How many of the ascending gains reach a limit."""
    return 0 if limit is None else len(gains) - bisect_left(gains, limit)


def _words_in(folder: Path) -> int:
    return sum(len(file.read_text("utf-8").split()) for file in folder.glob("*.txt"))


@dataclass(frozen=True, slots=True)
class Sample:
    """Places to look at: in translations of the pair's Russian, in others, and in clean English."""

    confirmed: list[Place]
    other: list[Place]
    clean: list[Place]


def _sample(found: Occurrences, without: Iterable[str]) -> Sample:
    """Of each corpus, the first by an order of the content: the same whatever has been scored before."""

    def some(name: str, places: list[Place]) -> list[Place]:
        once = {place.window: place for place in places}
        order = sorted(once, key=lambda w: hashlib.sha256(w.encode()).digest())
        return [once[w] for w in order[: SAMPLE[name]]]

    clean = [p for name, places in found.clean.items() if name not in without for p in some(name, places)]
    return Sample(some("confirmed", found.confirmed), some("other", found.other), clean)


def _score(places: Iterable[Place], model: KeptScores) -> None:
    windows = list(dict.fromkeys(text for place in places for text in windows_of(place)))
    for start in range(0, len(windows), 1024):
        model.log_probabilities(windows[start : start + 1024])
        print(f"{min(start + 1024, len(windows)):,} of {len(windows):,} windows", flush=True)


class _Kept:
    """A model that has scored before, or has not."""

    def __init__(self, scores: dict[bytes, float]) -> None:
        self._scores = scores

    def log_probabilities(self, texts: Sequence[str]) -> list[float]:
        return [self._scores[_key(text)] for text in texts]

    def knows(self, place: Place) -> bool:
        return all(_key(text) in self._scores for text in windows_of(place))


def _measured(
    sample: Sample, found: Occurrences, clean: float, kept: _Kept, without: Iterable[str]
) -> Measured:
    def gains(places: list[Place]) -> list[float]:
        return [one.gains[0].value for one in weigh([p for p in places if kept.knows(p)], kept)]

    quiet = gains(sample.clean)
    people = sum(len(places) for name, places in found.clean.items() if name not in without)
    written = len(found.confirmed) + len(found.other)
    return Measured(
        hits=sorted(gains(sample.confirmed)),
        alarms=sorted(gains(sample.other) + quiet),
        clean_most=max(quiet, default=0.0),
        written=written,
        confirmed=len(found.confirmed),
        # Words that no clean text has are not as rare as that: a fiftieth of the machines' use is added.
        clean_rate=(people + written / 50) / clean,
    )


def _key(text: str) -> bytes:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()[:16]


def _reader(file: Path) -> _Kept:
    with sqlite3.connect(file) as database:
        return _Kept(dict(database.execute("SELECT key, score FROM scores")))


main()
