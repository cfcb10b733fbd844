"""What is done to somebody, made what a place or a thing is of."""

from __future__ import annotations

from functools import partial

import pytest

from tests.bilingual.support import doubted
from tqcheck.bilingual.detectors.roles.owned import objects_kept

found = partial(doubted, objects_kept)


@pytest.mark.parametrize(
    ("russian", "english", "wrong"),
    [
        (
            "Спасатели вытащили из-под руин девочку.",
            "Rescuers pulled from the ruins of a girl.",
            "ruins of a girl",
        ),
        (
            "Пёс спас из огня четверых котят.",
            "A dog saved from the fire of four kittens.",
            "fire of four kittens",
        ),
        (
            "Суд отправил в колонию совладельца клуба.",
            "The court sent to the colony of the co-owner of the club.",
            "colony of the co-owner",
        ),
        (
            "Преступник расстрелял из пистолета предпринимателя.",
            "A criminal shot with the pistol of an entrepreneur.",
            "pistol of an entrepreneur",
        ),
        (
            "Сборная Голландии победила в матче сборную Бразилии.",
            "The Dutch team won the match of the Brazilian team.",
            "match of the Brazilian team",
        ),
        (
            "Задержали женщину, столкнувшую с балкона своих детей.",
            "They held a woman who pushed from the balcony of her children.",
            "balcony of her children",
        ),
        (
            "Певец назвал ошибкой отставку министра.",
            "The singer called the mistake of the resignation of the minister.",
            "mistake of the resignation",
        ),
        (
            "Радикалы бросили в бак руководителя партии.",
            "Radicals threw in the tank of the head of the party.",
            "tank of the head",
        ),
    ],
)
def test_an_object_is_not_what_a_thing_is_of(russian: str, english: str, wrong: str) -> None:
    assert found(russian, english) == [wrong]


@pytest.mark.parametrize(
    ("russian", "english"),
    [
        ("Пёс спас из огня котят.", "A dog saved kittens from the fire."),
        ("Пёс спас из огня котят.", "The kittens were saved from the fire by a dog."),
        ("Врачи спасли в больнице города ребёнка.", "Doctors saved the child at the hospital of the city."),
        ("Полиция задержала в доме министра троих.", "Police detained three in the house of the minister."),
        ("Полиция задержала в доме министра вора.", "Police caught a thief in the house of the minister."),
        ("Путин обсудил с главой ВТБ ситуацию.", "Putin discussed with the head of VTB the situation."),
        (
            "Президент отправил в отставку правительство Кинаха.",
            "The president fired the government of Kinakh.",
        ),
        (
            "Санду победила во втором туре выборов президента.",
            "Sandu won the second round of the presidential vote.",
        ),
        ("Премьер поздравил с Днём учителя педагогов.", "The premier sent Day of the Teacher greetings."),
        ("Он посетил дом министра.", "He visited the house of the minister."),
        ("Лесной пожар оставил без крова жителей.", "The forest fire left the homes of residents in ashes."),
        ("Он бросил в корзину письмо.", "He threw the letter in the basket."),
    ],
)
def test_right_renderings_are_left_alone(russian: str, english: str) -> None:
    assert found(russian, english) == []
