"""What is said of an act beside doing it: intended, decided, given up; and where it is missed."""

from __future__ import annotations

from functools import partial

import pytest

from tests.bilingual.support import doubted
from tqcheck.bilingual.detectors.statements.kept import words_kept

found = partial(doubted, words_kept)


@pytest.mark.parametrize(
    ("russian", "english", "wrong"),
    [
        ("Моряки готовятся установить рекорд.", "Sailors set a record.", "set"),
        ("Любители намерены поставить рекорд.", "Enthusiasts set a record.", "set"),
        ("Они намерены построить завод.", "They built a plant.", "built"),
        ("Актёр решил развестись с женой.", "The actor has divorced his wife.", "divorced"),
        ("Банк решил закрыть отделения.", "The bank has closed its branches.", "closed"),
        (
            "Их поймали, когда они пытались перейти границу.",
            "They were caught crossing the border.",
            "crossing",
        ),
        ("Сенатор раздумал идти в президенты.", "The senator wants to run for president.", "wants"),
        ("Компания перестала платить зарплату.", "The company paid wages.", "paid"),
        ("Завод передумал сокращать людей.", "The plant cut jobs.", "cut"),
        ("Иран прекратил обогащать уран.", "Iran has been enriching uranium.", "enriching"),
        ("Забастовка докеров возобновилась.", "The strike of the dockers continues.", "dockers"),
        ("Команда стремится выиграть кубок.", "The team won the cup.", "won"),
        ("Налоги повышать не планируется.", "Taxes are not being raised.", "raised"),
        ("Несмотря на вероятность паводка, работы идут.", "Despite the flood, work goes on.", "flood"),
    ],
)
def test_what_is_only_meant_is_not_told_as_done(russian: str, english: str, wrong: str) -> None:
    assert found(russian, english) == [wrong]


@pytest.mark.parametrize(
    ("russian", "english"),
    [
        ("Моряки готовятся установить рекорд.", "Sailors are out to set a record."),
        ("Моряки готовятся установить рекорд.", "Sailors to set record."),
        ("Любители намерены поставить рекорд.", "Enthusiasts have their sights set on a record."),
        ("Они намерены построить завод.", "A plant will be built."),
        ("Франция решила выйти из хартии.", "France quits charter."),
        ("Актёр решил развестись с женой.", "The actor is divorcing his wife."),
        ("Банк решил закрыть отделения.", "The bank chose to close its branches."),
        ("Решили задачу за час.", "The problem was solved in an hour."),
        ("Скинхеды попросили прощения.", "The skinheads apologised."),
        ("Сенатор раздумал идти в президенты.", "The senator has dropped his bid for president."),
        ("Компания перестала платить зарплату.", "The company no longer pays wages."),
        ("Компания перестала платить зарплату.", "Wages at the company have dried up and are unpaid."),
        ("Ожидается снег.", "Snow is on its way, forecasters say."),
        ("Налоги повышать не планируется.", "There are no plans to raise taxes."),
        ("Вероятность паводка растёт.", "Floods are becoming more likely."),
        ("Президент не мог не знать о плане.", "The president must have known about the plan."),
    ],
)
def test_what_is_meant_may_be_said_in_many_ways(russian: str, english: str) -> None:
    assert found(russian, english) == []


@pytest.mark.parametrize(
    ("russian", "english", "wrong"),
    [
        (
            "Школьники получили аттестаты без экзаменов.",
            "Pupils got to obtain certificates exams.",
            ["exams"],
        ),
        ("Льготу дают без лишних справок.", "Benefits are given unnecessary papers.", ["unnecessary"]),
        ("До выборов осталась всего неделя.", "A week remained before the election.", ["remained"]),
        ("Школьники получили аттестаты без экзаменов.", "Pupils got certificates without exams.", []),
        (
            "Игры пройдут без дискриминации.",
            "The games will be held with discrimination.",
            ["discrimination"],
        ),
        ("Сделка прошла без потерь для банка.", "The deal was made with losses for the bank.", ["losses"]),
        ("Сделка прошла без потерь для банка.", "The bank came out of the deal unharmed.", []),
        ("Мужчина без сознания.", "The man is unconscious.", []),
        ("Без осадков, до +7.", "Dry, up to 7C.", []),
        ("Врачи безболезненно удалили опухоль.", "Doctors removed the tumour with pain.", ["removed"]),
        ("Врачи безболезненно удалили опухоль.", "Doctors painlessly removed the tumour.", []),
        ("Всего в крае работает лишь один врач.", "In total, one doctor works in the territory.", ["one"]),
        ("Льготу дают без лишних справок.", "Benefits are given without unnecessary papers.", []),
        ("Осталась всего неделя до выборов.", "The election is a mere week away.", []),
        ("Без малого 40 лет он работал в школе.", "He taught for nearly 40 years.", []),
    ],
)
def test_what_is_excepted(russian: str, english: str, wrong: list[str]) -> None:
    assert found(russian, english) == wrong


@pytest.mark.parametrize(
    ("russian", "english", "wrong"),
    [
        ("Боксёр едва не проиграл бой.", "The boxer narrowly lost the fight.", ["lost"]),
        ("Боксёр едва не проиграл бой.", "The boxer narrowly escaped losing the fight.", []),
        ("Обвиняемый якобы передал деньги.", "The accused handed over the money.", ["handed"]),
        ("Обвиняемый якобы передал деньги.", "The accused allegedly handed over the money.", []),
        ("Вроде бы стороны договорились.", "The parties have agreed.", ["agreed"]),
        ("Вроде бы стороны договорились.", "The parties seem to have agreed.", []),
        ("Ремонт закончат в лучшем случае к весне.", "The repairs will be finished by spring.", ["spring"]),
        ("Ремонт закончат в лучшем случае к весне.", "At best, the repairs will be finished by spring.", []),
        ("Назван возможный преемник главы.", "The head's successor has been named.", ["successor"]),
        ("Назван возможный преемник главы.", "The head's likely successor has been named.", []),
    ],
)
def test_what_is_only_said_or_nearly_so(russian: str, english: str, wrong: list[str]) -> None:
    assert found(russian, english) == wrong
