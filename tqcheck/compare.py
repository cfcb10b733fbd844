"""Two translations of the same texts: which is better, by how much, and whether that could be chance. Pure.

The difference of the penalties is judged by a paired bootstrap: texts are drawn with replacement, each with
both its translations (or paragraphs, where there are few texts and both have as many). Equal seeds give equal
figures.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from tqcheck.model import CheckedDocument, Finding, Score
from tqcheck.score import LEVEL, PENALTY, pooled

FEW_TEXTS = 20
MOST_DRAWS = 10_000_000
RESAMPLES = 2_000
SEED = 20_240_229


class Unit(StrEnum):
    """What was drawn."""

    TEXT = "text"
    PARAGRAPH = "paragraph"


@dataclass(frozen=True, slots=True)
class Weight:
    """Words and penalty points of a unit in one translation."""

    words: int
    points: int


@dataclass(frozen=True, slots=True)
class Bootstrap:
    """What drawing told of the penalty of B less that of A, per 1,000 words: below 0, B is better.

    `low` and `high` bound it in 95 of 100 draws; `chance` is the share of draws, doubled, on the other side
    of no difference: the two-sided p-value, at least what as many tosses of a coin could tell.
    """

    unit: Unit
    units: int
    difference: float
    low: float
    high: float
    chance: float

    @property
    def significant(self) -> bool:
        """Whether chance is an unlikely explanation."""
        return self.chance < 1 - LEVEL


@dataclass(frozen=True, slots=True)
class Family:
    """Findings of a family of rules in each translation, and per 1,000 words."""

    name: str
    counts: tuple[int, int]
    rates: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Change:
    """A finding that only one of the translations of a text has."""

    path: str
    finding: Finding


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two translations of the same texts. `gone` are findings of A that B lacks, `come` the reverse."""

    texts: int
    words: tuple[int, int]
    scores: tuple[Score, Score]
    families: tuple[Family, ...]
    gone: tuple[Change, ...]
    come: tuple[Change, ...]
    better_texts: int
    worse_texts: int
    bootstrap: Bootstrap


Pair = tuple[CheckedDocument, CheckedDocument]


def compare(pairs: Sequence[Pair], seed: int = SEED) -> Comparison:
    """Compares the translations of at least one text."""
    sides = [[pair[side] for pair in pairs] for side in (0, 1)]
    words = sum(c.document.words for c in sides[0]), sum(c.document.words for c in sides[1])
    changes = [(_only(a, b), _only(b, a)) for a, b in pairs]
    differences = [b.score.penalty_per_1000_words - a.score.penalty_per_1000_words for a, b in pairs]
    return Comparison(
        texts=len(pairs),
        words=words,
        scores=(pooled(sides[0]), pooled(sides[1])),
        families=_families(sides[0], sides[1], words),
        gone=tuple(change for only, _ in changes for change in only),
        come=tuple(change for _, only in changes for change in only),
        better_texts=sum(difference < 0 for difference in differences),
        worse_texts=sum(difference > 0 for difference in differences),
        bootstrap=_bootstrap(pairs, seed),
    )


def _families(
    a: Sequence[CheckedDocument], b: Sequence[CheckedDocument], words: tuple[int, int]
) -> tuple[Family, ...]:
    counts = [Counter(f.family for checked in side for f in checked.findings) for side in (a, b)]
    names = sorted({*counts[0], *counts[1]}, key=lambda name: (-counts[0][name] - counts[1][name], name))
    return tuple(
        Family(
            name,
            (counts[0][name], counts[1][name]),
            (_rate(counts[0][name], words[0]), _rate(counts[1][name], words[1])),
        )
        for name in names
    )


def _rate(number: int, words: int) -> float:
    return 1000 * number / words if words else 0.0


def _only(one: CheckedDocument, other: CheckedDocument) -> list[Change]:
    """Findings of one whose like the other lacks: the same rule on the same words, as often."""
    left = Counter((f.rule, _words(f)) for f in other.findings)
    only = []
    for finding in one.findings:
        key = finding.rule, _words(finding)
        if left[key]:
            left[key] -= 1
        else:
            only.append(Change(one.document.path, finding))
    return only


def _words(finding: Finding) -> str:
    return " ".join(finding.text.casefold().split())


def _bootstrap(pairs: Sequence[Pair], seed: int) -> Bootstrap:
    by_paragraph = len(pairs) < FEW_TEXTS and all(
        len(a.document.paragraphs) == len(b.document.paragraphs) for a, b in pairs
    )
    unit = Unit.PARAGRAPH if by_paragraph else Unit.TEXT
    weigh = paragraphs if by_paragraph else _whole
    units = [both for a, b in pairs for both in zip(weigh(a), weigh(b), strict=True)]
    chance = random.Random(seed)
    resamples = max(200, min(RESAMPLES, MOST_DRAWS // max(len(units), 1)))
    drawn = sorted(_difference(chance.choices(units, k=len(units))) for _ in range(resamples))
    tail = (1 - LEVEL) / 2
    below = sum(value <= 0 for value in drawn) / resamples
    above = sum(value >= 0 for value in drawn) / resamples
    return Bootstrap(
        unit,
        len(units),
        _difference(units),
        drawn[int(tail * resamples)],
        drawn[min(resamples - 1, int((1 - tail) * resamples))],
        min(1.0, max(2 * min(below, above), _least_chance(units))),
    )


def _least_chance(units: Sequence[tuple[Weight, Weight]]) -> float:
    """How often as many coins as there are units that differ would all fall on one side: however often few of
    them are drawn, they can tell no more."""
    differing = sum(_difference([unit]) != 0 for unit in units)
    return min(1.0, 2.0 ** (1 - min(differing, 100)))


def _whole(checked: CheckedDocument) -> list[Weight]:
    return [Weight(checked.document.words, _points(checked.findings))]


def paragraphs(checked: CheckedDocument) -> list[Weight]:
    """Words and points of each paragraph; a finding counts where it begins."""
    document, weights = checked.document, []
    findings, taken = sorted(checked.findings, key=lambda f: f.order), 0
    for i, paragraph in enumerate(document.paragraphs):
        last = i + 1 == len(document.paragraphs)
        upto = taken
        while upto < len(findings) and (last or findings[upto].span.start < paragraph.span.end):
            upto += 1
        words = len(document.prose[paragraph.span.start : paragraph.span.end].split())
        weights.append(Weight(words, _points(findings[taken:upto])))
        taken = upto
    return weights


def _points(findings: Iterable[Finding]) -> int:
    return sum(PENALTY[finding.severity] for finding in findings)


def _difference(units: Sequence[tuple[Weight, Weight]]) -> float:
    """Penalty per 1,000 words of B less that of A."""
    words_a = words_b = points_a = points_b = 0
    for a, b in units:
        words_a += a.words
        points_a += a.points
        words_b += b.words
        points_b += b.points
    return _rate(points_b, words_b) - _rate(points_a, words_a)
