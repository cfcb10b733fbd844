"""Every format over one shared report. Rewrite with `pytest --update-golden`, then read the diff."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from tests.shared_report import quiet_report, shared_report, shared_rules
from tests.writers.consoles import to_text
from tqcheck.writers import WRITERS, render_terminal
from tqcheck.writers.explain import render_explain, render_rules_list, render_rules_stats

Golden = Callable[[str, str], None]


@pytest.mark.parametrize("width", [80, 120])
def test_annotated(golden: Golden, width: int) -> None:
    golden(f"annotated-{width}.txt", to_text(render_terminal(shared_report(), rules=shared_rules()), width))


def test_annotated_in_colour(golden: Golden) -> None:
    text = to_text(render_terminal(shared_report(), rules=shared_rules()), 80, color=True)
    golden("annotated-80-colour.txt", re.sub(r"\x1b\]8;id=\d+;", "\x1b]8;;", text))


def test_annotated_in_ascii(golden: Golden) -> None:
    golden("annotated-80-ascii.txt", to_text(render_terminal(shared_report()), 80, encoding="ascii"))


def test_list(golden: Golden) -> None:
    golden("list.txt", to_text(render_terminal(shared_report(), "list")))


@pytest.mark.parametrize("width", [60, 100])
def test_table(width: int, golden: Golden) -> None:
    golden(f"table-{width}.txt", to_text(render_terminal(shared_report(), "table"), width))


def test_nothing_found(golden: Golden) -> None:
    golden("quiet-80.txt", to_text(render_terminal(quiet_report())))


def test_json(golden: Golden) -> None:
    golden("report.json", WRITERS["json"](shared_report()))


def test_explain(golden: Golden) -> None:
    golden("explain-80.txt", to_text(render_explain(shared_rules()["sense.twitching-of-facts"])))


def test_rules(golden: Golden) -> None:
    rules = list(shared_rules().values())
    golden("rules-list-100.txt", to_text(render_rules_list(rules), 100))
    golden("rules-stats-100.txt", to_text(render_rules_stats(rules), 100))
