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
    alone = "" if pair.threshold is None else times(pair.threshold)
    beside = "" if pair.with_source is None else f"{times(pair.with_source)} with the Russian "
    reached = f"; reached in {pair.hits} translations of it and in {pair.alarms} other texts"
    limits = " or ".join(filter(None, (alone, beside)))
    return f" (from {limits} likelier on{reached if pair.hits + pair.alarms else ''})"
