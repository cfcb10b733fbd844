"""Numbers that are the readers' own measure of what the Russian counts, and numbers that are not."""

from __future__ import annotations

import pytest

from tests.bilingual.support import believed, doubted
from tqcheck import Session, Settings
from tqcheck.bilingual.detectors.amounts.numbers import numbers_kept


@pytest.mark.parametrize(
    ("russian", "english"),
    [
        ("Изъято 15 килограммов кокаина.", "Detectives seized 15 kilos (33 pounds) of cocaine."),
        ("Порывы ветра достигали 38 метров в секунду.", "Winds gusted to 38 metres per second (85 mph)."),
        ("Участок занимает 10 гектаров.", "The plot covers 10 hectares (25 acres)."),
        ("Штраф составил 100 миллионов рублей.", "The fine was 100 million roubles ($1.1 million)."),
        ("Штраф составил 100 миллионов рублей.", "The fine was 100 million roubles (about US$1.1 million)."),
        (
            "За завод заплатят 5 миллиардов рублей.",
            "It will pay 5 billion rubles, or €46 million, for the plant.",
        ),
        ("Работа выполнена в семидесятых.", "He had done the work in the 1970s."),
        ("Рост телёнка 120 сантиметров.", "The calf stands 1.2 metres tall."),
        ("До деревни 2500 метров.", "The village is 2.5 kilometers away."),
        ("Клонировать мамонта никто не собирается.", "No one plans to clone the mammoth."),
        ("Никто из 8 тысяч не пришёл.", "Of the 8,000 no one came."),
    ],
)
def test_measures_of_the_readers(russian: str, english: str) -> None:
    assert doubted(numbers_kept, russian, english) == []


@pytest.mark.parametrize(
    ("russian", "english", "wrong"),
    [
        ("Изъято 15 килограммов кокаина.", "Detectives seized 15 kilos (70 pounds) of cocaine.", "70"),
        ("Рост телёнка 120 сантиметров.", "The calf stands 12 metres tall.", "12"),
        ("Штраф составил 100 рублей.", "The fine was 200 rubles, the firm said.", "200"),
        ("Работа выполнена в девяностые.", "He had done the work in 1990.", "1990"),
        ("Самолёт летел на высоте 10 километров.", "The plane was flying at 23,000 feet.", "23,000"),
        ("Рост подозреваемого 180 сантиметров.", "The suspect is 5 ft tall.", "5"),
        ("Днём воздух прогреется до 35 градусов.", "It will reach 80F during the day.", "80"),
        ("Порывы ветра достигали 30 метров в секунду.", "Gusts reached 60 km/h.", "60"),
        ("Доля брака снизилась втрое.", "The reject rate fell by three-quarters.", "three-quarters"),
        (
            "Из 450 депутатов за проголосовали 300.",
            "Just 25 percent of the 450 deputies voted in favour.",
            "25",
        ),
        ("Театр открылся в конце XIX века.", "The theatre opened in the late 1900s.", "1900"),
        ("Билет стоит 5 тысяч рублей.", "A ticket costs around $600.", "600"),
        ("Пришли 820 человек.", "More than 900 people came.", "900"),
        ("Экспедиция продлится 60 дней.", "The expedition will take four months.", "four"),
        ("Эфир начнётся в 21:30 по московскому времени.", "It starts at 6.45pm GMT.", "6.45"),
    ],
)
def test_other_numbers(russian: str, english: str, wrong: str) -> None:
    assert doubted(numbers_kept, russian, english) == [wrong]


@pytest.mark.parametrize(
    ("russian", "english"),
    [
        (
            "Через 15 минут судья огласила решение.",
            "A quarter of an hour later the judge announced her ruling.",
        ),
        ("Поезд опаздывал на четверть часа.", "The train was running 15 minutes late."),
        ("Картина сто лет считалась утраченной.", "The painting was thought lost for a century."),
    ],
)
def test_shares_of_units_of_time(russian: str, english: str) -> None:
    with Session(Settings(languagetool="off", judge="off")) as session:
        (checked,) = session.check([believed(russian, english)])
    assert [one.rule for one in checked.findings] == []
