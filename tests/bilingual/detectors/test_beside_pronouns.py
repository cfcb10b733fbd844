"""Pronouns beside the word that renders what the Russian one belongs to."""

from __future__ import annotations

import pytest

from tests.bilingual.support import believed
from tqcheck import Session, Settings


def _found(russian: str, english: str) -> list[str]:
    with Session(Settings(languagetool="off", judge="off")) as session:
        (checked,) = session.check([believed(russian, english)])
    return [finding.text for finding in checked.findings if finding.rule == "pronoun.gender"]


@pytest.mark.parametrize(
    ("russian", "english", "wrong"),
    [
        ("Выставка собрала её работы последних лет.", "The exhibition brings together his works.", "his"),
        ("Губернатор вручил ей ключи от квартиры.", "The governor handed him the keys to a flat.", "him"),
    ],
)
def test_another_gender(russian: str, english: str, wrong: str) -> None:
    assert _found(russian, english) == [wrong]


@pytest.mark.parametrize(
    ("russian", "english"),
    [
        ("Выставка собрала её работы последних лет.", "The exhibition brings together her works."),
        ("Губернатор вручил ей ключи от квартиры.", "The governor handed her the keys to a flat."),
        ("Команда представила её: это новая модель.", "The team unveiled it: this is the new model."),
    ],
)
def test_the_same(russian: str, english: str) -> None:
    assert _found(russian, english) == []
