"""The reference of rules."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.shared_report import shared_rules
from tqcheck.checks import described_rules
from tqcheck.rulebook import open_rulebook
from tqcheck.writers.reference import pages


def test_the_pages_of_the_shared_report(golden: Callable[[str, str], None]) -> None:
    golden("reference.md", "\n".join(pages(shared_rules().values()).values()))


def test_the_reference_in_docs_is_current(golden: Callable[[str, str], None]) -> None:
    """All but the judge's pairs, which are data of another kind."""
    rules = [*open_rulebook().rules(), *described_rules()]
    found = pages(rule for rule in rules if rule.family != "judge")
    for name, text in found.items():
        golden(f"../../docs/rulebook/{name}", text)
    kept = {file.name for file in (Path(__file__).parents[2] / "docs/rulebook").iterdir()}
    assert kept == set(found)
