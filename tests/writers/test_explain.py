"""Rules explained: examples mended, facts stated."""

from __future__ import annotations

import pytest

from tests.shared_report import shared_rules
from tests.writers.consoles import to_text
from tqcheck.model import Precision
from tqcheck.rulebook import open_rulebook
from tqcheck.writers.explain import render_explain, render_rules_list, render_rules_stats
from tqcheck.writers.page import set_lines
from tqcheck.writers.rule_text import after, examples, help_markdown, help_text, judged
from tqcheck.writers.text import Text


@pytest.mark.parametrize(
    ("before", "suggestion", "mended"),
    [
        ("A [[twitching of facts]].", "distortion", "A [[distortion]]."),
        ("[[Calculations]] of firemen.", "crews", "[[Crews]] of firemen."),
        ("He left. “[[Twice]] so.”", "doubly", "He left. “[[Doubly]] so.”"),
        ("The [[Interior Ministry]].", "police", "The [[police]]."),
        ("[[one]] and [[two]]", "x", "[[x]] and [[x]]"),
    ],
)
def test_after(before: str, suggestion: str, mended: str) -> None:
    assert after(before, suggestion) == mended


def test_a_long_pattern_breaks_between_its_alternatives() -> None:
    lines = set_lines(Text("(first|second|third|fourth|fifth)"), 20)
    assert [line.plain for _, line in lines] == ["(first|second|third|", "fourth|fifth)"]


def test_judged() -> None:
    assert judged(Precision(18, 2)) == "right in 18 of 20 judged findings"
    assert judged(Precision(1, 0)) == "right in 1 of 1 judged finding"
    assert judged(Precision()) == "not yet judged"


@pytest.mark.parametrize("rule", shared_rules().values(), ids=lambda rule: rule.id)
def test_headings_come_in_one_order(rule: object) -> None:
    text = to_text(render_explain(rule))  # type: ignore[arg-type]
    headings = ["What is wrong", "The Russian", "Why machines do it", "Before and after", "Exceptions"]
    headings += ["How sure it is", "Where it stands"]
    found = [text.index(f"\n{heading}\n") for heading in headings if f"\n{heading}\n" in text]
    assert found == sorted(found)
    assert len(found) >= 6


def test_no_rules() -> None:
    assert to_text(render_rules_list([])) == "0 rules\n"
    assert "all" in to_text(render_rules_stats([]))


def test_what_is_shown_of_shipped_rules_is_words() -> None:
    for rule in open_rulebook().rules():
        shown = (*rule.suggest, *rule.before, *rule.after, *rule.exceptions)
        assert not [text for text in shown if "{" in text], rule.id
        assert len(rule.after) in (0, len(rule.before)), rule.id


def test_suggestions_in_examples_take_the_form_of_the_words() -> None:
    found = {rule.id: rule for rule in open_rulebook().rules()}["sense.accept-for-work-hired"]
    assert found.suggest[0] == "hire"
    assert [mended for _, mended in examples(found)] == ["She was [[hired]] as a cleaner."]


def test_a_suggestion_that_code_made_of_one_example_is_put_in_no_other() -> None:
    rule = shared_rules()["sense.twitching-of-facts"]._replace(
        suggest=("15,000",), before=("About [[15 thousand]] came.", "A city of [[200 thousand]]."), after=()
    )
    assert [mended for _, mended in examples(rule)] == ["About [[15,000]] came.", ""]


def test_that_an_example_is_a_headline_is_said_in_a_word() -> None:
    rule = {rule.id: rule for rule in open_rulebook().rules()}["syntax.headline-fronted-verb"]
    for text in (to_text(render_explain(rule)), help_text(rule), help_markdown(rule)):
        before = text.partition("Where it stands")[0]
        assert "Headline: In Moscow the bank sold a building" in before or "Sound" not in before
        assert "H: " not in before.replace("Headline: ", "")
