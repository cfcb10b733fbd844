"""A title that has lost its verb."""

from __future__ import annotations

import pytest

from tests.bilingual.support import doubted, pair
from tqcheck.bilingual.detectors.content.predicates import predicates_kept


@pytest.mark.parametrize(
    ("russian", "english"),
    [
        ("Накаляется обстановка на границе", "The situation at the border"),
        ("В Эстонии судят ветерана войны", "In Estonia, a war veteran"),
        ("В Италии расследуют убийство ребёнка из России", "In Italy, the murder of a child from Russia"),
        ("Затопило города и посёлки на юге страны", "Cities and towns in the south of the country"),
        ("В Томске заработал аэропорт", "In Tomsk, the airport"),
        ("В Турции растёт число жертв землетрясения", "In Turkey, the number of earthquake victims"),
        ("Закончено голосование во втором туре выборов", "Voting in the second round of elections"),
        ("Приспущены флаги на зданиях столицы", "Flags on the buildings of the capital"),
        ("Завершается перепись населения", "Population census"),
        ("Отряд уничтожил лагерь боевиков в горах", "Detachment in the mountains of the militants' camp"),
        ("Соболезнования семьям погибших выразил президент", "Condolences to the families of the victims"),
        ("Предотвращена серия терактов в столице", "A series of terrorist attacks in the capital"),
        ("Завершился визит делегации «Конференции президентов»", "Conference of Presidents"),
        (
            "Ушла из жизни Анна Белова — актриса, которая любила театр",
            "Anna Belova, an actress who loved the theatre",
        ),
        ("В Москве завершил работу Первый саммит лидеров", "First Summit of Leaders in Moscow"),
        ("Не стало замечательного актера Анатолия Кузнецова", "Was not a wonderful actor Anatoly Kuznetsov"),
    ],
)
def test_a_verb_is_missed(russian: str, english: str) -> None:
    assert [doubt.rule for doubt in predicates_kept(pair(russian, english))] == ["omission.predicate"]


@pytest.mark.parametrize(
    ("russian", "english"),
    [
        ("Накаляется обстановка на границе", "Tension on the border"),
        ("Вынесен приговор американке Хилт", "Sentencing of American Hilt"),
        ("Бывшему губернатору предъявлено обвинение в мошенничестве", "Former governor charged with fraud"),
        ("Сингх приведен к присяге в качестве премьера", "Singh sworn in as prime minister"),
        ("Сербия намерена выдать генерала трибуналу", "Serbia to extradite general to tribunal"),
        ("Саддаму Хусейну должны быть предъявлены обвинения", "Saddam Hussein will face charges"),
        ("Министр обороны Рудольф Шарпинг отправлен в отставку", "Defence Minister Rudolf Sharping Resigned"),
        ("Завершился визит делегации в Рим", "Delegation Leaves Rome"),
        ("В Эстонии судят ветерана войны", "War veteran on trial in Estonia"),
        ("В Италии расследуют убийство ребёнка", "Inquiry into child's murder in Italy"),
        ("Мощный взрыв прогремел в центре Кабула", "Powerful explosion in central Kabul"),
        ("Исполнилось сто лет со дня рождения композитора", "One hundred years since the composer's birth"),
        ("Россия подаст апелляцию в суд", "Russia to appeal to court"),
        ("Общественная палата займётся расследованием", "Public Chamber to investigate"),
        ("Министр отправляется с визитом в Грузию", "Minister on visit to Georgia"),
        ("Город оказался на грани катастрофы", "City on brink of disaster"),
        ("В городе открылась выставка картин", "Exhibition of paintings in the city"),
        ("Не прекращается поисковая операция в море", "Search operation at sea"),
        ("Житель города катается на лыжах", "A resident of the city goes skiing"),
        ("Путин поздравил женщин с праздником", "Putin's holiday greetings to women"),
        ("Дума поддержала законопроект о выборах", "Duma backing for election bill"),
    ],
)
def test_a_title_may_do_without(russian: str, english: str) -> None:
    assert not list(predicates_kept(pair(russian, english)))


@pytest.mark.parametrize(
    ("russian", "english", "wrong"),
    [
        ("Не стало великого актёра Ивана Орлова.", "There was no great actor Ivan Orlov.", ["was"]),
        (
            "Вчера не стало певицы Анны Орловой.",
            "Yesterday the singer Anna Orlova did not become.",
            ["become"],
        ),
        ("Сто лет назад не стало вождя.", "A hundred years ago there was no leader.", ["was"]),
        ("Не стало великого актёра Ивана Орлова.", "Ivan Orlov, who was a great actor, has died.", []),
        ("Не стало великого актёра Ивана Орлова.", "The great actor Ivan Orlov is gone. He was 80.", []),
        ("Не стало воды.", "There was no water.", []),
        ("Это не стало сюрпризом для министра.", "It was no surprise to the minister.", []),
    ],
)
def test_a_death_is_told_as_one(russian: str, english: str, wrong: list[str]) -> None:
    assert doubted(predicates_kept, russian, english) == wrong
