"""Numbers of which the Russian says that they are not exact, or the most, or the least."""

from __future__ import annotations

from functools import partial

import pytest

from tests.bilingual.support import doubted
from tqcheck.bilingual.detectors.amounts.degrees import degrees_kept
from tqcheck.bilingual.detectors.statements.kept import words_kept

found = partial(doubted, degrees_kept)


@pytest.mark.parametrize(
    ("russian", "english", "wrong"),
    [
        (
            "В учениях участвовали более 46 кораблей и свыше 300 моряков.",
            "More than 46 ships and 300 sailors took part in the exercise.",
            "300",
        ),
        ("Ему грозит до 10 лет тюрьмы.", "He faces 10 years in prison.", "10"),
        ("На Байкале почти 30 машин ушли под лёд.", "On Baikal 30 cars went under the ice.", "30"),
        (
            "Банк закроет почти три десятка отделений.",
            "The bank will close three dozen branches.",
            "three dozen",
        ),
        ("На ремонт выделили около $3 млн.", "They allocated $3 million for repairs.", "3 million"),
        ("До выборов осталось без малого 8 месяцев.", "The election is 8 months away.", "8"),
        ("Список расширен примерно на 400 строк.", "The list was expanded by 400 lines.", "400"),
    ],
)
def test_a_degree_is_missed_beside_its_number(russian: str, english: str, wrong: str) -> None:
    assert found(russian, english) == [wrong]
    assert doubted(words_kept, russian, english) == []


@pytest.mark.parametrize(
    ("russian", "english"),
    [
        ("Ему грозит до 10 лет тюрьмы.", "He faces a maximum of 10 years in prison."),
        ("Ему грозит до 10 лет тюрьмы.", "He could be jailed for as long as 10 years."),
        ("Музей открыт до 18 часов.", "The museum is open until 6 p.m."),
        ("Ставка снижена с 8 до 7 процентов.", "The rate was cut from 8 to 7 percent."),
        ("Температура вырастет до 30 градусов.", "The temperature will grow to 30 degrees."),
        ("Детям до 7 лет вход бесплатный.", "Children under 7 get in free."),
        ("Срок продлён до 15 мая.", "The deadline was extended to May 15."),
        ("Завод построят до 2030 года.", "The plant will be built by 2030."),
        ("Пострадали более 20 человек.", "At least 20 people were hurt."),
        ("Столкнулись минимум 5 машин.", "5 cars or more collided."),
        ("Не более 50 зрителей пустят в зал.", "Only 50 spectators will be let into the hall."),
        ("Ей около 60 лет.", "She is in her sixties."),
        ("Поезд опоздал примерно на 15 минут.", "The train was a quarter of an hour or so late."),
        ("Почти все 30 домов восстановлены.", "Almost all of the 30 houses have been rebuilt."),
        ("Погибли, по меньшей мере, 14 человек.", "At least 14 people died."),
        ("На митинг пришли порядка 200 тысяч.", "A crowd of perhaps 200,000 came to the rally."),
        (
            "Никто из них до сих пор не ведал о том; лет ей было около 60, а то и больше.",
            "Nobody had been told; the lady looked 60 to them and behaved like a girl of twelve.",
        ),
    ],
)
def test_a_degree_may_be_said_in_many_ways(russian: str, english: str) -> None:
    assert found(russian, english) == []


@pytest.mark.parametrize(
    ("russian", "english", "wrong"),
    [
        ("Погибли, по меньшей мере, 14 человек.", "14 people died.", "14"),
        ("Воздух прогреется до +28 градусов.", "The air will warm 28 degrees.", "28"),
        ("Вышли более 46 кораблей и более 15 лодок.", "46 ships and more than 15 boats went out.", "46"),
    ],
)
def test_a_degree_of_another_number_is_no_answer(russian: str, english: str, wrong: str) -> None:
    assert found(russian, english) == [wrong]
