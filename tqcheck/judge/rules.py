"""The judge's pairs as rules, one for all pairs of the same wrong words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tqcheck.judge.figure import times
from tqcheck.judge.pairs import Pair
from tqcheck.model import Confidence, Rule, Severity

FAMILY = "judge"
CATEGORY = "accuracy/mistranslation"
SEVERITY = Severity.MAJOR
CONFIDENCE = Confidence.MEDIUM
"""Never high: what a model of this size prefers is not to be put in unseen."""


def rule_id(pair: Pair) -> str:
    """judge.WRONG-WORDS."""
    return f"{FAMILY}.{re.sub('[^a-z0-9]+', '-', pair.wrong.lower()).strip('-')}"


def of_pair(pair: Pair) -> Rule:
    """What is said where the words of one pair stand."""
    return Rule(
        id=rule_id(pair),
        severity=SEVERITY,
        confidence=CONFIDENCE,
        category=CATEGORY,
        russian=pair.russian,
        why=f"The Russian {pair.russian} has another sense.",
    )


def described(pairs: Sequence[Pair]) -> list[Rule]:
    """The rules, sorted by id."""
    by_id: dict[str, list[Pair]] = {}
    for pair in pairs:
        by_id.setdefault(rule_id(pair), []).append(pair)
    return [_rule(id_, by_id[id_]) for id_ in sorted(by_id)]


def _rule(id_: str, pairs: list[Pair]) -> Rule:
    senses = "; ".join(f"{pair.russian}: {', '.join(pair.right)}{_from(pair)}" for pair in pairs)
    return Rule(
        id=id_,
        severity=SEVERITY,
        confidence=CONFIDENCE,
        category=CATEGORY,
        russian=", ".join(dict.fromkeys(pair.russian for pair in pairs)),
        why=f"Machines take one sense of the Russian for another; a language model says which. {senses}.",
        suggest=tuple(dict.fromkeys(word for pair in pairs for word in pair.right)),
        source=tuple(dict.fromkeys(pair.russian for pair in pairs)),
        needs_source=all(pair.threshold is None for pair in pairs),
        origin="pairs.tsv",
    )


def _from(pair: Pair) -> str:
    """How much likelier a text must become, and how often one did when the pair was calibrated."""
    limits = []
    if pair.threshold is not None:
        limits.append(f"{times(pair.threshold)} likelier")
    if pair.with_source is not None:
        limits.append(f"{times(pair.with_source)} likelier where the Russian stands beside the text")
    reached = f"; reached {_times(pair.hits)} in translations of it, {_times(pair.alarms)} in other texts"
    return f" (if that is {' or '.join(limits)}{reached if pair.hits + pair.alarms else ''})"


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count:,} times" if count else "never"
