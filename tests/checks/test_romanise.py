"""Names carried back by their Russian letters."""

from __future__ import annotations

import pytest

from tests.checks.support import found
from tqcheck.entities import open_store
from tqcheck.entities.romanise import Romaniser

ROMANISER = Romaniser(open_store().part("words")["letter-spellings"])


def test_all_the_usual_spellings() -> None:
    assert ROMANISER.spellings("Хьюз") == ("Khyuz", "Khiuz", "Hyuz", "Hiuz")
    assert "Shcherbina" in ROMANISER.spellings("Щербина")
    assert ROMANISER.spellings("Хью-Йорк") == ()


def test_a_foreign_name_goes_word_by_word() -> None:
    assert set(ROMANISER.carried_back("Мартин Шульц", ("Martin Schulz",))) == {
        "Martin Shults",
        "Martin Shulc",
        "Martin Shultz",
    }


@pytest.mark.parametrize(
    ("russian", "english"), [("Харьков", "Kharkov"), ("Зеленский", "Zelensky"), ("Орбан", "Orbán")]
)
def test_where_english_goes_by_the_letters_other_spellings_are_a_choice(russian: str, english: str) -> None:
    assert ROMANISER.carried_back(russian, (english,)) == ()


@pytest.mark.parametrize(
    ("text", "fault", "right"),
    [
        ("Premier Dzhastin Tryudo spoke.", "Dzhastin Tryudo", "Justin Trudeau"),
        ("Mark Tsukerberg denied it.", "Mark Tsukerberg", "Mark Zuckerberg"),
        ("The actress Uotson came.", "Uotson", "Watson"),
        ("The minister Chavushoglu spoke.", "Chavushoglu", "Çavuşoğlu"),
        ("The head, Tszyan Khua, spoke.", "Tszyan Khua", "Jiang Hua"),
    ],
)
def test_names_are_carried_home(text: str, fault: str, right: str) -> None:
    assert (fault, right) in [(f.text, f.suggestions[0]) for f in found("names", text)]


@pytest.mark.parametrize(
    "text",
    [
        "Jon Jonson met Keit Pentus in Franc.",
        "Nikol Pashinyan met Filipp Kirkorov and Mikhail Fridman.",
        "Yulia Timoshenko met Viktor Yanukovich and Petr Poroshenko.",
    ],
)
def test_names_of_their_own_are_let_be(text: str) -> None:
    assert found("names", text) == []
