"""The reference of rules."""

from __future__ import annotations

from collections.abc import Callable

from tests.shared_report import shared_rules
from tqcheck.writers.reference import pages


def test_the_pages_of_the_shared_report(golden: Callable[[str, str], None]) -> None:
    golden("reference.md", "\n".join(pages(shared_rules().values()).values()))
