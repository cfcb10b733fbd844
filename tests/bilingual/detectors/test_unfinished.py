"""What goes on or is still to come, told as done."""

from __future__ import annotations

from functools import partial

import pytest

from tests.bilingual.support import doubted
from tqcheck.bilingual.detectors.statements.unfinished import nothing_done_before

found = partial(doubted, nothing_done_before)


@pytest.mark.parametrize(
    ("russian", "english", "wrong"),
    [
        (
            "В области завершается уборка пшеницы.",
            "The wheat harvest was completed in the region.",
            "completed",
        ),
        ("В Туле завершают ремонт моста.", "Repairs to the bridge in Tula have been completed.", "completed"),
        ("В Абхазии выбирают президента.", "Abkhazia has elected a president.", "elected"),
        ("Пожар в порту тушат с вертолётов.", "Port fire extinguished from helicopters.", "extinguished"),
        ("В Сибири спасают редких птиц.", "Rare birds rescued in Siberia.", "rescued"),
        ("Церковь восстанавливают всем миром.", "The church was restored by everybody.", "restored"),
        ("Бывшего министра судят в Париже.", "The former minister was tried in Paris.", "tried"),
        ("Армия освобождает город.", "The city is liberated by the army.", "liberated"),
        ("Старый мост разбирают.", "The old bridge was dismantled.", "dismantled"),
        ("Парламент примет закон о выборах.", "Parliament adopts election law.", "adopts"),
        ("Въезд грузовикам запретят.", "Entry banned for lorries.", "banned"),
        ("Министерство отменит пошлины на рис.", "The ministry has abolished duties on rice.", "abolished"),
        ("Польша потребует компенсацию.", "Poland demands compensation.", "demands"),
        ("Завод закроют из-за долгов.", "The plant was closed over its debts.", "closed"),
    ],
)
def test_what_is_not_done_is_not_told_as_done(russian: str, english: str, wrong: str) -> None:
    assert found(russian, english) == [wrong]


@pytest.mark.parametrize(
    ("russian", "english"),
    [
        ("В области завершается уборка пшеницы.", "The wheat harvest is nearing completion in the region."),
        ("В области завершается уборка пшеницы.", "The wheat harvest is being completed in the region."),
        ("В области завершается уборка пшеницы.", "The region's wheat harvest is almost completed."),
        ("Завершается ремонт моста.", "The repairs will soon be completed."),
        ("В Абхазии выбирают президента.", "Abkhazia elects president."),
        ("Президента выбирает парламент.", "The president is elected by parliament."),
        ("Пожар тушат уже третий день.", "The fire has been fought for three days."),
        ("Птиц спасают волонтёры.", "The birds are rescued by volunteers."),
        ("Рассказываем, как спасают птиц.", "Here is how birds are rescued."),
        ("Он рассказал, что его судят.", "He said that he was being tried."),
        ("Церковь восстанавливают десять лет.", "The church has been restored over ten years."),
        ("Его обвиняют в краже.", "He was accused of theft."),
        ("Парламент примет закон о выборах.", "Parliament to adopt election law."),
        ("Парламент примет закон о выборах.", "An election law is set to be adopted by parliament."),
        ("Въезд грузовикам запретят.", "Lorries are to be banned from entering."),
        ("Из Латвии депортируют студентов.", "Students deported from Latvia."),
        ("Завод закрыли, второй закроют в мае.", "The plant was closed, and a second will follow in May."),
        ("Он пообещал, что завод закроют.", "He promised the plant would be closed."),
        ("Лагерь развернут у реки.", "The camp is deployed by the river."),
        ("Президент посетит завод в мае.", "The president visits the plant in May."),
    ],
)
def test_what_goes_on_may_be_told_in_many_ways(russian: str, english: str) -> None:
    assert found(russian, english) == []
