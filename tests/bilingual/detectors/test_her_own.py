"""What is a woman's own, told as his."""

from __future__ import annotations

from functools import partial

import pytest

from tests.bilingual.support import doubted
from tqcheck.bilingual.detectors.pronouns.gender import genders
from tqcheck.bilingual.pair import Pair
from tqcheck.bilingual.russian import sentence
from tqcheck.model import Segment, Span

found = partial(doubted, genders)


@pytest.mark.parametrize(
    ("russian", "english"),
    [
        ("Актриса продала свой дом.", "The actress sold his house."),
        ("Девочки рассказали о своём отце.", "The girls spoke of his father."),
        ("Певица Мария Орлова отметила свой юбилей.", "Singer Maria Orlova celebrated his jubilee."),
        ("Жительница Омска гордится своей победой.", "A resident of Omsk is proud of his victory."),
        ("Учительница показала свою работу.", "The teacher showed his work."),
        ("Глава ведомства назвала ошибку своей.", "The agency's head called the mistake his own."),
        ("Пенсионерка потеряла собственного сына.", "The pensioner lost his own son."),
        ("Фигуристка поблагодарила своего тренера.", "The skater thanked his coach."),
        ("Политик Анна Орлова оставила свой пост.", "The politician Anna Orlova left his post."),
        ("Школьница помогла отцу.", "The schoolgirl helped his father."),
        ("Суд арестовал мать, избившую сына.", "The court arrested a mother who beat his son."),
        ("Теннисистка не исключает своего ухода.", "The tennis player does not rule out his departure."),
        ("Свой дом продала актриса.", "The actress sold his house."),
        ("Гражданка Италии получила свой паспорт.", "An Italian citizen received his passport."),
        ("Победительница «Голоса» оставила свой хор.", "The winner of “The Voice” left his choir."),
        (
            "Глава банка назвала рост цен своей ошибкой.",
            "The bank's head called the rise in prices his mistake.",
        ),
        (
            "Врач Анна Орлова сообщила министру о своём увольнении.",
            "Dr Anna Orlova told the minister of his dismissal.",
        ),
        ("Чемпионка объявила о завершении карьеры.", "The champion announced the end of his career."),
        ("Девочке прищемило дверью руку.", "A door caught the girl by his hand."),
        (
            "Анна Орлова принимает поздравления с юбилеем.",
            "Anna Orlova is being congratulated on his jubilee.",
        ),
    ],
)
def test_a_woman_has_nothing_of_his(russian: str, english: str) -> None:
    assert found(russian, english) == ["his"]


@pytest.mark.parametrize(
    ("russian", "english"),
    [
        ("Актриса продала свой дом.", "The actress sold her house."),
        ("Актриса сыграла свою роль.", "The actress played her part in his film."),
        ("Жена рассказала о своей жизни.", "His wife told of her life."),
        ("Жена рассказала о своей болезни.", "His wife told of the illness."),
        ("Рассказал о своей дочери.", "He told of his daughter."),
        ("Режиссёр и актриса продали свой дом.", "The director and the actress sold his house."),
        ("Дочь простила отца.", "His daughter forgave him."),
        ("Сестра погибшего продала свою квартиру.", "His sister sold the flat."),
        ("Жертва потеряла свой телефон.", "The victim lost his phone."),
        ("Глава города оставил свой пост.", "The head of the city left his post."),
        ("Хирург Лоран Фабр оставил свой пост.", "The surgeon Laurent Fabre left his post."),
        ("Мать воспитала сына одна.", "His mother raised her son alone."),
        ("Собака спасла своего хозяина.", "The dog saved his owner."),
        ("Брат погибшей рассказал о своём горе.", "The victim's brother spoke of his grief."),
        ("Полиция вернула водителю свои извинения.", "Police sent the driver his apology."),
        (
            "Компания назвала сделку с министром своей ошибкой.",
            "The company called the deal with the minister his mistake.",
        ),
        ("Актриса сама продала режиссёру свой дом.", "The actress sold the director his house herself."),
        ("Певица подарила мужу свой альбом.", "The singer gave her husband his copy of her album."),
        ("Учительница простила обидчика.", "A teacher forgave his insult."),
        ("Вдова солдата получила пенсию.", "A soldier's widow received his pension."),
        (
            "Мать обвиняемого просит суд о снисхождении.",
            "The mother of the accused begs the court to go easy on him.",
        ),
    ],
)
def test_other_pronouns_are_left_alone(russian: str, english: str) -> None:
    assert found(russian, english) == []


def test_a_man_may_have_been_spoken_of_before() -> None:
    before, russian, english = "Ему стало плохо. ", "Медсестра взяла за руку.", "The nurse took his hand."
    told = (sentence(before + russian, Span(len(before), len(before + russian))),)
    assert not list(genders(Pair((Segment(Span(0, len(english))),), told, english, before + russian, 1.0)))
