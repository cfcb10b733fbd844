"""By whom it is done."""

from __future__ import annotations

from functools import partial

import pytest

from tests.bilingual.support import doubted
from tqcheck.bilingual.detectors.roles.agents import agents_kept

found = partial(doubted, agents_kept)


@pytest.mark.parametrize(
    ("russian", "english", "wrong"),
    [
        (
            "Обсудили захват террористами школы.",
            "They discussed the seizure of the terrorists.",
            "seizure of the terrorists",
        ),
        (
            "Причиной назвали обстрел боевиками города.",
            "The shelling of militants was named as the cause.",
            "shelling of militants",
        ),
        (
            "Показали кадры избиения охранниками рабочего.",
            "Footage was shown of the beating of the guards.",
            "beating of the guards",
        ),
        ("В Омске задержана банда.", "In Omsk was detained by a gang.", "detained by a gang"),
        (
            "В Москву был вызван посол Литвы.",
            "In Moscow was summoned by the ambassador of Lithuania.",
            "summoned by the ambassador",
        ),
        (
            "Вопросы заданы президенту.",
            "The questions were asked by the president.",
            "asked by the president",
        ),
        (
            "План предложил партнёрам министр.",
            "The plan was proposed by the partners to the minister.",
            "proposed by the partners",
        ),
        (
            "Помощь оказывают пострадавшим жителям.",
            "Help is provided by the affected residents.",
            "provided by the affected residents",
        ),
        (
            "Сидоров утверждён губернатором области.",
            "Sidorov was approved by the governor of the region.",
            "approved by the governor",
        ),
        (
            "Открыли разрушенный боевиками музей.",
            "The destroyed militants museum was opened.",
            "destroyed militants museum",
        ),
        (
            "Истёк срок ультиматума, объявленного министру.",
            "The ultimatum announced by the minister has expired.",
            "announced by the minister",
        ),
        ("Доклад вручён депутатам.", "The report was handed by the deputies.", "handed by the deputies"),
    ],
)
def test_another_than_the_one_who_does_it(russian: str, english: str, wrong: str) -> None:
    assert found(russian, english) == [wrong]


@pytest.mark.parametrize(
    ("russian", "english"),
    [
        ("Обсудили захват террористами школы.", "They discussed the terrorists' seizure of a school."),
        ("Обсудили захват террористами школы.", "They discussed the seizure of the school by terrorists."),
        ("Обсудили захват террористами школы.", "They discussed the school seizure by the terrorists."),
        ("В Омске задержана банда.", "A gang was detained in Omsk by police."),
        ("Банду задержали полицейские.", "The gang was detained by policemen."),
        ("Вопросы заданы президенту.", "The president was asked questions by reporters."),
        ("Рекорд удалось побить спортсмену.", "The record was beaten by the athlete."),
        ("Спортсмен уступил чемпиону.", "The athlete was beaten by the champion."),
        ("Дом принадлежит министру.", "The house is owned by the minister."),
        ("Документ подписан президентом.", "The document was signed by the president."),
        ("Иванов назначен послом.", "Ivanov was appointed as ambassador by the president."),
        (
            "Встреча с министром развития региона Петровым.",
            "A meeting with the minister for the development of the region, Petrov.",
        ),
        ("Обсудили создание американцами оружия.", "They discussed the creation of American weapons."),
        ("Принят предложенный министрами план.", "The proposed ministers' plan has been accepted."),
        ("Обучение врачами студентов продолжается.", "Doctors go on training students."),
        ("Управление государством усложнилось.", "Governing of the state has become harder."),
    ],
)
def test_right_renderings_are_left_alone(russian: str, english: str) -> None:
    assert found(russian, english) == []
