"""The rules of detectors keep what their examples promise."""

from __future__ import annotations

import pytest

from tests.bilingual.support import document, pair
from tqcheck.bilingual.detectors import DETECTORS
from tqcheck.bilingual.glossary import Glossary, Term
from tqcheck.bilingual.renderings.coverage import uncovered
from tqcheck.bilingual.rules import open_rules
from tqcheck.bilingual.rules_file import SIDES
from tqcheck.model import Rule, Span
from tqcheck.rulebook.prove import unmark

GLOSSARY = Glossary([Term("пожарный расчёт", ("fire crew",)), Term("Минцифры", ("Digital Ministry",))])
RULES = list(open_rules().by_id.values())


def found(rule: Rule, russian: str, english: str) -> list[Span]:
    """Where the rule is found in a pair, or, for one about whole sentences, in two aligned texts."""
    if rule.id.endswith(".sentence"):
        doubts = uncovered(document(english, russian))
    else:
        both = pair(russian, english)
        doubts = (doubt for detect in (*DETECTORS, GLOSSARY.kept) for doubt in detect(both))
    return sorted({doubt.span for doubt in doubts if doubt.rule == rule.id})


@pytest.mark.parametrize("rule", RULES, ids=[rule.id for rule in RULES])
def test_flag_examples_are_flagged_exactly(rule: Rule) -> None:
    for example in rule.before:
        russian, _, marked = example.partition(SIDES)
        english, spans = unmark(marked)
        assert found(rule, russian, english) == spans, example


@pytest.mark.parametrize("rule", RULES, ids=[rule.id for rule in RULES])
def test_nothing_is_flagged_in_pass_examples(rule: Rule) -> None:
    for example in rule.exceptions:
        russian, _, english = example.partition(SIDES)
        assert [english[s.start : s.end] for s in found(rule, russian, english)] == [], example
