"""What says no on each side."""

from __future__ import annotations

import pytest

from tests.bilingual.support import pair
from tqcheck.bilingual.renderings.denial import (
    Sides,
    answers,
    denied_by_group,
    denied_words,
    governed,
    groups,
    is_negative,
    negated,
)


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


@pytest.mark.parametrize(
    ("russian", "words"),
    [
        ("Самолёты не имеют аналогов в мире.", ["аналогов", "мире"]),
        ("Таких целей мы не ставим.", ["целей", "Таких"]),
        ("Аналогов они не имеют, сказал он.", ["Аналогов"]),
        ("Запрет не распространяется на лекарства.", ["лекарства"]),
        ("В аварии четверо раненых, погибших нет.", ["погибших"]),
        ("Он не пришёл на встречу.", []),
        ("Нет данных о погибших.", []),
    ],
)
def test_what_a_verb_that_says_little_says(russian: str, words: list[str]) -> None:
    sides = Sides.of(pair(russian, "x"))
    assert [word.text for word in governed(sides, sides.russian_denies[0])] == words


def test_denials_that_go_on_deny_together() -> None:
    sides = Sides.of(pair("Ни одна из сторон не готова уступить.", "Neither side is ready."))
    hits = groups(sides.russian_denies, sides.russian)
    assert "готова" in [word.text for word in denied_by_group(sides, hits, hits[0])]


def test_a_gerund_is_denied_by_itself() -> None:
    sides = Sides.of(pair("Нельзя жениться, не заплатив.", "One cannot marry without paying."))
    assert len(groups(sides.russian_denies, sides.russian)) == 2


def test_an_infinitive_may_stand_far_before_what_is_denied() -> None:
    sides = Sides.of(pair("Вводить комендантский час в городе власти не собираются.", "x"))
    [hit] = groups(sides.russian_denies, sides.russian)
    assert [word.text for word in denied_by_group(sides, [hit], hit)] == ["собираются", "Вводить"]


@pytest.mark.parametrize(
    ("word", "denies"),
    [
        ("impossible", True),
        ("incomplete", True),
        ("inaction", True),
        ("unpaid", True),
        ("impose", False),
        ("imposed", False),
        ("informed", False),
        ("unveiled", False),
        ("displayed", False),
    ],
)
def test_what_a_prefix_denies_in_english(word: str, denies: bool) -> None:
    english = pair("Слово.", word)
    assert (answers(english, Sides.of(english)) == {0}) is denies


def test_an_exception_does_not_part_a_denial() -> None:
    sides = Sides.of(pair("Никто, кроме директора, не знал кода.", "Only the director knew."))
    assert len(groups(sides.russian_denies, sides.russian)) == 1
    assert answers(pair("Никто, кроме директора, не знал кода.", "Only the director knew."), sides) == {0}
