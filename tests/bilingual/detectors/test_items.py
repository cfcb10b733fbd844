"""Items of lists of which nothing is left."""

from __future__ import annotations

from functools import partial

import pytest

from tests.bilingual.support import doubted
from tqcheck.bilingual.detectors.content.items import items_kept

found = partial(doubted, items_kept)


@pytest.mark.parametrize(
    ("russian", "english", "wrong"),
    [
        ("Летом парки, музеи и кинотеатры закрыты.", "In summer museums and cinemas are closed.", "museums"),
        (
            "В Омске скончался танцовщик, хореограф и режиссёр Иван Лапин.",
            "The choreographer and director Ivan Lapin died in Omsk.",
            "choreographer",
        ),
        ("Они купили хлеб, сыр, мёд и соль.", "They bought bread, cheese and salt.", "salt"),
        (
            "Лидеры Чехии, Турции, Сербии и Кипра открыли Турецкий дом.",
            "The leaders of the Czech Republic, Serbia and Cyprus opened the Turkish House.",
            "Serbia",
        ),
        (
            "В храмах проходят особые, тихие и строгие службы.",
            "Quiet and strict services are held in churches.",
            "Quiet",
        ),
        (
            "Девочку ищут полицейские, военные и добровольцы.",
            "The military and volunteers are looking for the girl.",
            "military",
        ),
    ],
)
def test_an_item_is_missed(russian: str, english: str, wrong: str) -> None:
    assert found(russian, english) == [wrong]


@pytest.mark.parametrize(
    ("russian", "english"),
    [
        ("Москва, Пекин и Тегеран подписали соглашение.", "The three capitals signed an agreement."),
        ("Россия, Китай и Иран проведут учения.", "The three countries will hold drills."),
        ("Яблони, груши и сливы погибли.", "The trees and the plums are dead."),
        ("В саду растут яблони, груши и сливы.", "Fruit trees grow in the garden."),
        ("Выступили певцы, танцоры и клоуны.", "Singers, dancers and clowns performed."),
        ("Дождь, град и ветер повредили крыши.", "Rain, hail and gales damaged roofs."),
        ("Рабочие, инженеры и техники бастуют.", "Staff of all ranks are on strike."),
        ("Летом парки, музеи и кинотеатры закрыты.", "In summer gardens, museums and cinemas are closed."),
        ("Летом бассейны, музеи и кинотеатры закрыты.", "In summer gyms, museums and cinemas are closed."),
    ],
)
def test_items_may_be_said_otherwise(russian: str, english: str) -> None:
    assert found(russian, english) == []
