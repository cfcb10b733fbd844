"""The rules that ship keep what they promise."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest
import yaml

from tqcheck.model import Confidence, Rule
from tqcheck.rulebook import open_rulebook, shipped_and
from tqcheck.rulebook.compile import Compiler
from tqcheck.rulebook.judged import judgements
from tqcheck.rulebook.load import Rulebook, load
from tqcheck.rulebook.prove import Prover

RULE_FILES, JUDGED_FILES = shipped_and(())
NAMES = [name for name, _ in RULE_FILES]


@pytest.fixture(scope="module")
def prover() -> Prover:
    return Prover(open_rulebook())


@pytest.fixture(scope="module")
def book() -> Rulebook:
    return load(RULE_FILES)


def _of_file(prover: Prover, name: str) -> list[Rule]:
    return [rule for rule in prover.program.rules() if rule.origin.startswith(f"{name}:")]


@pytest.mark.parametrize("name", NAMES)
def test_flag_examples_are_flagged_exactly_and_pass_examples_are_not(prover: Prover, name: str) -> None:
    assert [str(f) for rule in _of_file(prover, name) for f in prover.own_flaws(rule)] == []


@pytest.mark.parametrize("name", NAMES)
def test_no_pass_example_or_corrected_example_triggers_any_rule(prover: Prover, name: str) -> None:
    rules = [rule for rule in _of_file(prover, name) if not rule.needs_source]
    assert [str(f) for rule in rules for f in prover.cross_flaws(rule)] == []


@pytest.mark.parametrize("name", NAMES)
def test_ids_and_sets_are_sorted(name: str) -> None:
    text = files("tqcheck.rulebook").joinpath("data", name).read_text(encoding="utf-8")
    ids = re.findall(r"^ *- id: (\S+)", text, re.MULTILINE)
    assert ids == sorted(ids)


def test_no_suggestion_is_quoted_like_yaml(prover: Prover) -> None:
    """Quotation marks and commas of a list that was written as one string would stand in the article."""
    quoted = [
        f"{rule.id}: {words}"
        for rule in prover.program.rules()
        for words in rule.suggest
        if words.startswith("'") or "', " in words or (words.endswith("'") and not words.endswith("s'"))
    ]
    assert quoted == []


def test_every_set_is_used(book: Rulebook) -> None:
    compiler = Compiler(book)
    for source in book.rules.values():
        compiler.rule(source)
    assert set(book.sets) - compiler.used_sets == set()


def test_judged_hits_are_of_rules_that_exist(book: Rulebook) -> None:
    assert {j.rule for j in judgements(JUDGED_FILES)} - set(book.rules) == set()


def test_rules_judged_below_the_mark_stay_off(prover: Prover) -> None:
    """Below 0.8 is low confidence; high confidence needs 0.9."""
    bold = [
        f"{rule.id}: {rule.precision.value:.2f} at {rule.confidence}"
        for rule in prover.program.rules()
        if rule.precision.value is not None
        and (
            (rule.confidence is not Confidence.LOW and rule.precision.value < 0.8)
            or (rule.confidence is Confidence.HIGH and rule.precision.value < 0.9)
        )
    ]
    assert bold == []


def test_high_confidence_is_earned_by_judged_hits(prover: Prover) -> None:
    unearned = [
        rule.id
        for rule in prover.program.rules()
        if rule.confidence is Confidence.HIGH and rule.precision.right < 3
    ]
    assert unearned == []


def test_lists_are_read_alike_by_every_reader_of_yaml() -> None:
    """PyYAML's own parser, which serves where libyaml is not, takes no bare "?" before a group in a list."""
    bare = re.compile(r"""^ *(?:"!\w+"|'!\w+'|[a-z_]+): \[(?:[^'"\]]|'[^']*'|"[^"]*")*\? """)
    lines = [line for _, data in RULE_FILES for line in data.decode().splitlines() if bare.match(line)]
    unread = []
    for line in lines:
        try:
            listed = line.partition(": ")[2].rstrip(",")
            yaml.load(listed if listed.endswith("]") else f"{listed}]", yaml.BaseLoader)
        except yaml.YAMLError:
            unread.append(line)
    assert unread == []


def test_high_confidence_is_of_judged_rules_alone() -> None:
    rules = open_rulebook().rules()
    assert [
        rule.id
        for rule in rules
        if rule.confidence is Confidence.HIGH and not rule.precision.right + rule.precision.wrong
    ] == []
