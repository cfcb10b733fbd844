"""The rules of the Python checks keep what their examples promise."""

from __future__ import annotations

import pytest

from tests.checks.support import OPENERS, found
from tqcheck.entities import open_store
from tqcheck.model import Rule
from tqcheck.rulebook.prove import unmark

RULES = [(name, rule) for name in open_store().ids for rule in open_store().rules(name)]


@pytest.mark.parametrize(("name", "rule"), RULES, ids=[rule.id for _, rule in RULES])
def test_flag_examples_are_flagged_exactly(name: str, rule: Rule) -> None:
    for example in rule.before:
        text, spans = unmark(example)
        shift = 3 if text.startswith("H: ") else 0
        got = [finding.span for finding in found(name, text) if finding.rule == rule.id]
        assert [(s.start + shift, s.end + shift) for s in got] == [(s.start, s.end) for s in spans], example


@pytest.mark.parametrize(("name", "rule"), RULES, ids=[rule.id for _, rule in RULES])
def test_nothing_is_flagged_in_pass_examples(name: str, rule: Rule) -> None:
    own = [f.text for example in rule.exceptions for f in found(name, example) if f.rule == rule.id]
    assert own == []


@pytest.mark.parametrize(("name", "rule"), RULES, ids=[rule.id for _, rule in RULES])
def test_the_first_suggestion_reads_well_in_place(name: str, rule: Rule) -> None:
    """No check of ours finds anything in what it proposes."""
    for example in rule.before:
        text, spans = unmark(example)
        first = next(f for f in found(name, text) if f.rule == rule.id)
        if len(spans) == 1 and first.suggestions:
            shift = 3 if text.startswith("H: ") else 0
            mended = text[: first.span.start + shift] + first.suggestions[0] + text[first.span.end + shift :]
            assert [f.rule for other in OPENERS for f in found(other, mended) if f.rule == rule.id] == []
            assert "  " not in mended, mended


@pytest.mark.parametrize("name", open_store().ids)
def test_rules_are_sorted(name: str) -> None:
    ids = open_store().ids[name]
    assert ids == sorted(ids)
