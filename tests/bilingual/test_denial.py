"""What says no on each side."""

from __future__ import annotations

import pytest

from tests.bilingual.support import pair
from tqcheck.bilingual.denial import Sides, denied_words, groups, is_negative, negated


@pytest.mark.parametrize(
    ("russian", "english", "says_no"),
    [
        ("Он не пришёл.", "He came.", True),
        ("Он пришёл.", "He did not come.", True),
        ("Он пришёл.", "He came.", False),
    ],
)
def test_a_plain_denial_of_either_side(russian: str, english: str, says_no: bool) -> None:
    assert negated(pair(russian, english)) is says_no


def test_denials_that_go_on_are_one() -> None:
    sides = Sides.of(pair("Никто не пришёл на встречу.", "Nobody came to the meeting."))
    [hit] = groups(sides.russian_denies, sides.russian)
    assert denied_words(sides, hit)[0].text == "пришёл"


def test_a_prefix_denies_only_what_stands_without_it() -> None:
    sides = Sides.of(pair("Незаконный неделя.", "Illegal week."))
    assert [word.text for word in sides.russian if is_negative(word)] == ["Незаконный"]
