"""A comparison of two translations, for a terminal and as JSON."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tqcheck.compare import Bootstrap, Change, Comparison
from tqcheck.model import Score
from tqcheck.score import LEVEL
from tqcheck.wording import counted
from tqcheck.writers import RuleLink
from tqcheck.writers.json_report import dumped, interval_object
from tqcheck.writers.page import Page, labelled, no_link, table
from tqcheck.writers.text import Text
from tqcheck.writers.theme import BAD, BOLD, DIM, GOOD, Theme
from tqcheck.writers.totals import give_or_take

MOST_RULES = 12
VERSION = 2


def verdict(comparison: Comparison) -> str:
    """Which translation is better, and how sure that is, in a sentence."""
    found = comparison.bootstrap
    if found.difference == 0:
        return "No difference."
    better = "B is better than A" if found.difference < 0 else "B is worse than A"
    by = f"by {abs(found.difference):,.1f} penalty points per 1,000 words"
    bounds = f"{found.low:+.1f} to {found.high:+.1f}"
    chance = f"p {'<' if found.chance < 0.001 else '='} {max(found.chance, 0.001):.3f}"
    drawn = f"{counted(found.units, found.unit.value)} drawn again and again"
    sure = "" if found.significant else ", which may be chance"
    return f"{better} {by}{sure} ({bounds}; {chance}; {drawn})."


@dataclass(frozen=True, slots=True)
class ComparisonView(Page):
    """For a console: scores, families, what went and came, the verdict. `names` are those of A and B."""

    comparison: Comparison
    names: tuple[str, str]
    link: RuleLink = no_link

    def lines(self, theme: Theme) -> Iterator[Text]:
        found = self.comparison
        for letter, name, words, score in zip("AB", self.names, found.words, found.scores, strict=True):
            text = Text.assemble((theme.exact(name), BOLD), (f"  {counted(words, 'word')}", DIM))
            yield from labelled(letter, text, theme.width, BOLD)
            yield from labelled("", Text(_score(score)), theme.width)
        yield Text()
        heads = ("findings per 1,000 words", "A", "B", "difference")
        rates = [(theme.exact(f.name), *_rates(f.rates)) for f in found.families]
        yield from table([heads, *rates, ("all", *_rates(_all_rates(found)))], theme.width, theme.glyphs.rule)
        yield Text()
        for label, changes in (("only in A", found.gone), ("only in B", found.come)):
            for i, line in enumerate(_rules(changes)):
                yield from labelled("" if i else label, Text(theme.prose(line)), theme.width)
        better = f"{found.better_texts:,} of {counted(found.texts, 'text')} better in B"
        yield from labelled("texts", Text(f"{better}, {found.worse_texts:,} worse"), theme.width)
        style = GOOD if found.bootstrap.difference < 0 else BAD
        yield from labelled(
            "verdict", Text(verdict(found), style if found.bootstrap.significant else BOLD), theme.width
        )


def _score(score: Score) -> str:
    likely = f" ({bounds})" if (bounds := give_or_take(score)) else ""
    counts = f"{score.critical:,} critical, {score.major:,} major, {score.minor:,} minor"
    return f"score {score.value:.1f}{likely}, {counts}"


def _rates(rates: tuple[float, float]) -> tuple[str, str, str]:
    return f"{rates[0]:.2f}", f"{rates[1]:.2f}", f"{rates[1] - rates[0]:+.2f}"


def _all_rates(found: Comparison) -> tuple[float, float]:
    a, b = (
        1000 * s.total / words if words else 0.0 for s, words in zip(found.scores, found.words, strict=True)
    )
    return a, b


def _rules(changes: Sequence[Change]) -> Iterator[str]:
    """Rules with most changes first, each with how many and an example."""
    if not changes:
        yield "nothing"
        return
    counts = Counter(change.finding.rule for change in changes)
    example = {change.finding.rule: change.finding.text for change in reversed(changes)}
    for rule, count in sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:MOST_RULES]:
        yield f"{count:>3,} {rule} “{example[rule]}”"
    if len(counts) > MOST_RULES:
        yield f"and {counted(len(counts) - MOST_RULES, 'more rule')}"


def write_comparison(comparison: Comparison, names: tuple[str, str], signature: str) -> str:
    """The comparison as indented JSON, all changes included."""
    found = comparison
    return dumped(
        {
            "version": VERSION,
            "signature": signature,
            "texts": found.texts,
            "better_texts": found.better_texts,
            "worse_texts": found.worse_texts,
            "sides": [
                {"name": name, "words": words, "score": _score_object(score)}
                for name, words, score in zip(names, found.words, found.scores, strict=True)
            ],
            "families": [
                {"family": f.name, "counts": list(f.counts), "per_1000_words": [round(r, 3) for r in f.rates]}
                for f in found.families
            ],
            "only_in_a": [_change(change) for change in found.gone],
            "only_in_b": [_change(change) for change in found.come],
            "bootstrap": _bootstrap(found.bootstrap),
        }
    )


def _score_object(score: Score) -> dict[str, object]:
    return {
        "value": round(score.value, 2),
        "penalty_per_1000_words": round(score.penalty_per_1000_words, 2),
        "minor": score.minor,
        "major": score.major,
        "critical": score.critical,
        "interval": interval_object(score),
    }


def _change(change: Change) -> dict[str, object]:
    finding = change.finding
    return {
        "path": change.path,
        "rule": finding.rule,
        "severity": finding.severity.value,
        "text": finding.text,
    }


def _bootstrap(found: Bootstrap) -> dict[str, object]:
    return {
        "unit": found.unit.value,
        "units": found.units,
        "difference": round(found.difference, 3),
        "low": round(found.low, 3),
        "high": round(found.high, 3),
        "level": LEVEL,
        "p": round(found.chance, 4),
        "significant": found.significant,
    }
