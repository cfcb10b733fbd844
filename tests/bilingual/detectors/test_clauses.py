"""A clause that the English lacks."""

from __future__ import annotations

import pytest

from tests.bilingual.support import pair
from tqcheck.bilingual.detectors.content.omissions import nothing_lost


@pytest.mark.parametrize(
    ("russian", "english"),
    [
        ("Сейчас мы все свежи, у нас нет травм и болячек.", "We're all fresh now."),
        (
            "Инцидент произошёл в пятницу, на стоянке около торгового центра.",
            "The incident took place on Friday.",
        ),
        (
            "По предварительной информации, при пожаре никто не пострадал.",
            "According to preliminary information.",
        ),
        (
            "Моряки выполняют сложные задачи, безупречно служа Отечеству.",
            "Sailors carry out difficult tasks.",
        ),
        ("Законопроект внесён в Думу, его одобрило правительство.", "The bill was submitted to the Duma."),
        ("Пожар начался ночью, сгорели две деревни и лесопилка.", "The fire started at night."),
        ("Водитель снизил скорость, заметив на дороге лося.", "The driver reduced speed."),
        ("Мужчины выпивали, после чего между приятелями произошла драка.", "The men were drinking."),
        ("Ракеты сбиты над морем, обломки упали в поле.", "The missiles were shot down over the sea."),
        ("Корабль вышел в море, отремонтированный на верфи.", "The ship put to sea."),
        ("Поезда опаздывают, а пассажиры ночуют на вокзале.", "The trains are late."),
        ("Цены упали, хотя урожай пшеницы погиб.", "Prices have fallen."),
    ],
)
def test_a_lost_clause_is_found(russian: str, english: str) -> None:
    assert "omission.clause" in [doubt.rule for doubt in nothing_lost(pair(russian, english))]


@pytest.mark.parametrize(
    ("russian", "english"),
    [
        ("Его клубом был «Спартак», за который он играл год.", "He played for Spartak for a year."),
        (
            "Пока не поступит заявление, полиция не начнёт поиски.",
            "Police will not look until a report comes in.",
        ),
        ("Пожар начался ночью, сгорели две деревни.", "The night fire destroyed two villages."),
        ("Мужчина, находившийся в состоянии опьянения, ударил врача.", "A drunk man hit a doctor."),
        ("Команда заняла девятое место, набрав 10 очков.", "The team came ninth with 10 points."),
        ("Как сообщили в полиции, водитель не пострадал.", "The driver was unhurt."),
        ("Отмечается, что акцент будет сделан на оснащение.", "The focus will be on equipment."),
        ("Выручка сократилась втрое.", "Revenue fell to a third."),
        (
            "Он будет исполнять обязанности, пока не выберут преемника.",
            "He stays until a successor is chosen.",
        ),
        ("Водитель сбавил скорость, увидев лося.", "The driver slowed when he saw the elk."),
        ("Следствие переквалифицировало обвинение с убийства.", "The charge of murder has been changed."),
        ("Министр подал в отставку, об этом сообщили в правительстве.", "The minister has resigned."),
        ("Цены упали, потому что вырос урожай.", "Prices fell on a better harvest."),
        ("Он уехал, не попрощавшись.", "He left without a word."),
    ],
)
def test_what_is_said_otherwise_is_not_lost(russian: str, english: str) -> None:
    assert not list(nothing_lost(pair(russian, english)))
