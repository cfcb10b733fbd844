"""Denials of one side that the other renders otherwise, and denials lost."""

from __future__ import annotations

from functools import partial

import pytest

from tests.bilingual.support import doubted
from tqcheck.bilingual.detectors.amounts.numbers import numbers_kept
from tqcheck.bilingual.detectors.statements.negation import denials

found = partial(doubted, denials)


@pytest.mark.parametrize(
    ("russian", "english"),
    [
        ("Связи с экипажем нет.", "Contact with the crew has been lost."),
        ("Связи с городом нет со вчерашнего дня.", "The town has been cut off since yesterday."),
        ("Опять не смогли вовремя принять бюджет.", "They again failed to adopt the budget in time."),
        (
            "Нагрузка на экономику в этом году увеличиваться не будет.",
            "The burden on the economy will not grow this year.",
        ),
        (
            "Выясняют, не связана ли вспышка с едой.",
            "They are checking whether the outbreak is connected with food.",
        ),
        ("Не станет ли лекарство страшнее болезни?", "Will the cure be worse than the disease?"),
        ("Получив статуэтку, он чуть её не лишился.", "Having received the statuette, he almost lost it."),
        ("Несмотря ни на что, любовь спасала мир.", "Love saved the world despite everything."),
        ("О судьбе заложников ничего неизвестно.", "The fate of the hostages remains unknown."),
        ("Зона давно не даёт покоя искателям приключений.", "The area has long haunted adventurers."),
        ("Заседание закрыли, не успев открыть.", "The meeting was closed before opening."),
        ("России всё равно, кто победит на выборах.", "Russia does not care who wins the elections."),
        ("Она ухаживает за могилами незнакомых людей.", "She cares for the graves of complete strangers."),
        (
            "Защитник не выходит на поле с марта.",
            "The defender has not played since tearing a ligament in March.",
        ),
        ("До неё женщины академию не возглавляли.", "She was the first woman to head the academy."),
        ("Клуб не выплатил тренеру зарплату.", "The club still owes the coach his wages."),
        ("Метро второй день подряд не работает.", "The metro is at a standstill for a second day running."),
        ("Их никто не награждает.", "Nobody's giving them awards."),
        ("Мост не рухнул лишь чудом.", "Only a miracle kept the bridge from collapsing."),
        ("Такой засухи не было 60 лет.", "The drought is the worst in 60 years."),
    ],
)
def test_a_denial_may_be_said_otherwise(russian: str, english: str) -> None:
    assert found(russian, english) == []


@pytest.mark.parametrize(
    ("russian", "english", "wrong"),
    [
        ("Налог увеличиваться не будет.", "The tax will increase.", "increase"),
        ("Суд не смог вовремя принять решение.", "The court managed to take a decision in time.", "time"),
        ("Связи с экипажем нет.", "There is contact with the crew.", "crew"),
        ("О судьбе экипажа ничего не известно.", "The fate of the crew is known.", "known"),
        ("Его не лишили гражданства.", "He was stripped of citizenship.", "stripped"),
        ("Власти не собираются закрывать границу.", "The authorities will close the border.", "close"),
        ("Новые налоги вводить не будут.", "New taxes will be introduced.", "be"),
        (
            "Без согласия хозяев жильё осматривать не будут.",
            "Homes will be inspected without the owners' consent.",
            "be",
        ),
        (
            "Заявки надо подать не позднее марта.",
            "Applications must be submitted later than March.",
            "later than",
        ),
        ("Запасов муки в городе не хватит.", "The city's stocks of flour will be enough.", "enough"),
        (
            "Те, кто не поверил словам, ничего не получат.",
            "Those who believed the words get nothing.",
            "believed",
        ),
        (
            "Ей нельзя было не верить: она ни разу не солгала.",
            "She could not be believed: she never lied.",
            "not",
        ),
    ],
)
def test_a_denial_lost_is_found(russian: str, english: str, wrong: str) -> None:
    assert found(russian, english) == [wrong]


@pytest.mark.parametrize(
    ("russian", "english", "wrong"),
    [
        ("Поставки сократили на треть.", "Supplies were cut to two-thirds.", []),
        ("Цены снизили на четверть.", "Prices were cut to three quarters of what they were.", []),
        ("Поставки сократили на треть.", "Supplies were cut by two-thirds.", ["two-thirds"]),
    ],
)
def test_what_is_left_may_be_told(russian: str, english: str, wrong: list[str]) -> None:
    assert doubted(numbers_kept, russian, english) == wrong


@pytest.mark.parametrize(
    ("russian", "english", "wrong"),
    [
        ("Предсказать погоду невозможно.", "It is not impossible to predict the weather.", ["not"]),
        (
            "После небольшого перерыва в четверг вечером жара вернётся.",
            "After a short break on Thursday evening the heat will not return.",
            ["not"],
        ),
        ("Предсказать погоду невозможно.", "It is not possible to predict the weather.", []),
        ("Собранных подписей недостаточно.", "The collected signatures are not insufficient.", ["not"]),
        ("Собранных подписей недостаточно.", "The collected signatures are not enough.", []),
        ("Обвинения небезосновательны.", "The accusations are not unfounded.", []),
        ("Завтра ожидаются небольшие дожди.", "Light rains are not expected tomorrow.", ["not"]),
        (
            "Кроме столицы, концерты прошли в Омске.",
            "Besides the capital, concerts were not held in Omsk.",
            ["not"],
        ),
        ("Министр отрицает, что получил деньги.", "The minister says he did not receive the money.", []),
        ("Врачи запретили ему курить.", "Doctors told him not to smoke.", []),
        (
            "В зале было не менее 40 человек, они ждали начала.",
            "There were at least 40 people in the hall, they were not waiting for the start.",
            ["not"],
        ),
        (
            "Вернуться в спорт после большой травмы нелегко.",
            "It is not easy to return to sport after a big injury.",
            [],
        ),
    ],
)
def test_what_a_prefix_denies_answers_a_denial_of_that_only(
    russian: str, english: str, wrong: list[str]
) -> None:
    assert found(russian, english) == wrong


@pytest.mark.parametrize(
    ("russian", "english", "wrong"),
    [
        ("Соседи просто завидуют нам.", "The neighbours are not just jealous of us.", ["not just"]),
        ("Соседи не просто завидуют нам.", "The neighbours are not just jealous of us.", []),
        ("Завод далёк от завершения.", "The plant is not far from completion.", ["not far"]),
        ("Завод недалеко от города.", "The plant is not far from the city.", []),
        ("Кроме футбола, он любит только хоккей.", "He likes not only football but hockey.", []),
        ("Спасатели не смогли помочь.", "The rescuers were not unable to help.", ["not"]),
        ("В зале не менее 40 человек.", "There are not at least 40 people in the hall.", ["not"]),
    ],
)
def test_a_denial_put_before_what_is_said(russian: str, english: str, wrong: list[str]) -> None:
    assert found(russian, english) == wrong
