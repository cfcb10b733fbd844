"""What a finding beside its source says of the Russian: words of the source, never a rule's own example."""

from __future__ import annotations

import pytest

from tests.bilingual.support import believed
from tqcheck.bilingual.rules import open_rules
from tqcheck.checks.bilingual import LONGEST, BilingualCheck


@pytest.mark.parametrize(
    ("russian", "english", "rule"),
    [
        ("Министр подтвердил поездку.", "The minister did not confirm the trip.", "negation.added"),
        ("Моряков поздравил министр Шойгу.", "Sailors congratulated Minister Shoigu.", "role.reversed"),
    ],
)
def test_the_russian_is_that_of_the_source(russian: str, english: str, rule: str) -> None:
    document = believed(russian, english)
    [findings] = BilingualCheck(open_rules()).check_many([document])
    assert not isinstance(findings, Exception)
    [finding] = [one for one in findings if one.rule == rule]
    assert finding.source
    assert 0 < len(finding.russian) <= LONGEST
    assert all(part in russian for part in finding.russian.split(" … "))
