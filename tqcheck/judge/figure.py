"""How a text reads by how often rules fire in it: like raw machine translation, or like what people write.

Findings per word vary from text to text more than chance would have it, so their number is taken to be
negative-binomial for either kind of text. A short text says little: its figure stays near 0.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from math import exp, inf, lgamma, log
from pathlib import Path

from tqcheck.cache import key_of_files, made
from tqcheck.model import CannotCheck, Confidence, Document, Finding, TqcheckError
from tqcheck.typed import NamedTuple

DATA = Path(__file__).with_name("data") / "weights.toml"
"""Set by hand beside what `tools/weigh_judge.py --figure` fits: see there."""
FORMAT = 1
"""Raised whenever what older code kept must not be used."""
_OTHER_CHECKS = frozenset(("bilingual", "estimate", "judge", "languagetool"))
"""Their findings were not counted when the weights were set."""


class Kind(NamedTuple):
    """Findings of rules in one kind of text: how many per 1,000 words, and how alike texts are in that."""

    per_1000: float
    shape: float

    def log_likelihood(self, findings: int, words: int) -> float:
        """Of that many findings in so many words, less what is the same for all kinds."""
        mean = self.per_1000 * words / 1000
        alike = lgamma(findings + self.shape) - lgamma(self.shape)
        return (
            alike
            + self.shape * log(self.shape / (self.shape + mean))
            + findings * log(mean / (self.shape + mean))
        )


class Weights(NamedTuple):
    """What the judge goes by beside a gain, all in nats.

    `least_figure` and `most_figure` bound a text's figure. A threshold of a pair falls by `pair_figure` for
    each nat of the figure, to `pair_least` at the lowest. That of a rule is `rule_bias`, falling by
    `rule_figure` for each nat of the figure and by `rule_prior` for each of the rule's odds, to
    `rule_least`. A pair whose own threshold is above `pair_most` is not looked at, nor a rule that needs a
    gain above `rule_most`: so great a one is rare, costs as much to find as any, and is mostly wrong.
    """

    machine: Kind
    people: Kind
    least_figure: float
    most_figure: float
    pair_figure: float
    pair_least: float
    rule_bias: float
    rule_figure: float
    rule_prior: float
    rule_least: float
    pair_most: float
    rule_most: float

    def without_limits(self) -> Weights:
        """Weights by which every rule is looked at, and any gain is enough."""
        return self._replace(rule_least=-inf, rule_most=inf)

    def figure(self, findings: int, words: int) -> float:
        """The logarithm of how many times likelier raw machine translation has so many findings than a text
        that people wrote; 0 where it cannot be known."""
        if words < 1:
            return 0.0
        told = self.machine.log_likelihood(findings, words) - self.people.log_likelihood(findings, words)
        return round(min(max(told, self.least_figure), self.most_figure), 2)


@cache
def weights(file: Path = DATA) -> Weights:
    """The weights of a file, from the cache where they are there. Raises TqcheckError for a file that is not
    whole."""
    try:
        key = key_of_files(FORMAT, [file])
        return made("weights", key, lambda: json.dumps(_read(file)).encode(), _weights)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise TqcheckError(f"{file}: is no file of weights: {error}") from error


def _read(file: Path) -> Weights:
    import tomllib  # which takes a start from the cache longer to load than all weights

    data = tomllib.loads(file.read_text(encoding="utf-8"))
    machine, people = (Kind(**_numbers(data.pop(name))) for name in ("machine", "people"))
    return Weights(machine, people, **_numbers(data))


def _weights(data: bytes) -> Weights:
    machine, people, *others = json.loads(data)
    return Weights(Kind(*machine), Kind(*people), *others)


def figure_of(document: Document, findings: Iterable[Finding]) -> float | None:
    """The figure of a text in which all rules looked; None for one that has no words, or its Russian beside
    it, which finds more."""
    return _figure(document, findings) if document.source is None and document.words else None


def figure_after(document: Document, results: Iterable[Sequence[Finding] | CannotCheck]) -> float:
    """The figure of a text by what other checks, all rules among them, found in it; 0 where there is none.

    With the Russian beside it a text reads no other than by itself: what is found by comparison counts for
    nothing, and the rules that need the Russian, which count, find little in what people write.
    """
    findings = (one for result in results if not isinstance(result, CannotCheck) for one in result)
    return _figure(document, findings)


def _figure(document: Document, findings: Iterable[Finding]) -> float:
    sure = sum(f.confidence is not Confidence.LOW and f.check not in _OTHER_CHECKS for f in findings)
    return weights().figure(sure, document.words)


def times(nats: float) -> str:
    """A logarithm in words: "40 times"."""
    if nats > log(1_000_000):
        return "over a million times"
    plain = exp(nats)
    digits = max(0, len(str(int(plain))) - 2)
    return f"{round(plain / 10**digits) * 10**digits:,} times"


def _numbers(table: Mapping[str, object]) -> dict[str, float]:
    for name, value in table.items():
        if not isinstance(value, int | float) or isinstance(value, bool):
            raise ValueError(f"{name} is no number")
    return {name: float(value) for name, value in table.items() if isinstance(value, int | float)}
