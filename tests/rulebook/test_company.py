"""What anchors lead to, as it is kept and read."""

from __future__ import annotations

from tests.rulebook.support import SETS, rule_yaml
from tqcheck.rulebook.company import SIGHTS, Company, Sight, packed, sight_of
from tqcheck.rulebook.program import Program, compile_files

FIRE, GUN = (3, 0, -2, -1), (7, 1, 1, 4)


def test_branches_are_read_as_they_were_written() -> None:
    company = Company(packed({"of": 0, "the": 0, "": 1}, [[FIRE, GUN], [GUN]]), {3: True, 7: True})
    assert company.wanting("of") == company.wanting("the") == [FIRE, GUN]
    assert company.wanting("") == [GUN]


def test_rules_that_take_no_part_are_left_out() -> None:
    company = Company(packed({"of": 0}, [[FIRE, GUN]]), {3: False, 7: True})
    assert company.wanting("of") == [GUN]


def test_sights_are_told_by_the_code() -> None:
    assert SIGHTS[sight_of({})] == Sight("", quotes=False)
    assert SIGHTS[sight_of({"where": "H", "quotes": True})] == Sight("H", quotes=True)


def _anchors(pattern: str) -> list[dict[str, int]]:
    book = f"{SETS}rules:\n- {rule_yaml(pattern)}\n"
    return Program(compile_files([("book.yaml", book.encode())])).anchors


def test_forms_of_a_word_share_their_company() -> None:
    [anchors] = [words for words in _anchors("fire {calculation}") if words]
    assert set(anchors) == {"calculation", "calculations"}
    assert len(set(anchors.values())) == 1


def test_headline_rules_are_anchored_in_headlines() -> None:
    by_sight = dict(zip(SIGHTS, _anchors("H: fire {calculation}"), strict=True))
    assert [sight for sight, words in by_sight.items() if words] == [Sight("H", quotes=False)]
