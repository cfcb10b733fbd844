"""What stands first in the Russian and is no subject, made the one who acts."""

from __future__ import annotations

from functools import partial

import pytest

from tests.bilingual.support import doubted
from tqcheck.bilingual.detectors.fronted import fronted_kept

found = partial(doubted, fronted_kept)


@pytest.mark.parametrize(
    ("russian", "english", "wrong"),
    [
        (
            "Старый маршрут повторит российская лётчица.",
            "The old route will repeat the Russian pilot.",
            "The old route will repeat the Russian pilot",
        ),
        (
            "Проблемы города готова решать партия.",
            "The problems of the city are ready to solve the party.",
            "The problems of the city are ready to solve the party",
        ),
        (
            "К протестам рабочих присоединилась молодёжь.",
            "The workers' protests joined the youth.",
            "protests joined the youth",
        ),
        (
            "От исхода матча зависит судьба тренера.",
            "The outcome of the match depends on the fate of the coach.",
            "The outcome of the match depends on the fate",
        ),
        (
            "О массовых арестах свидетельствуют жители города.",
            "Mass arrests testify to residents of the city.",
            "Mass arrests testify to residents",
        ),
        (
            "Крупную банду, которая торговала оружием, задержала полиция.",
            "A large gang, which sold weapons, detained the police.",
            "A large gang, which sold weapons, detained the police",
        ),
        (
            "Чиновников, которые затягивают стройку, раскритиковал министр.",
            "Officials who delay construction, criticized the minister.",
            "Officials who delay construction, criticized the minister",
        ),
        (
            "Семье дворника, выселенного из квартиры, предоставили жильё.",
            "The family of the janitor, evicted from the flat, provided housing.",
            "The family of the janitor, evicted from the flat, provided housing",
        ),
        (
            "Камчатке, Приморью и Омску выделят средства.",
            "Kamchatka, Primorye and Omsk will allocate funds.",
            "Primorye and Omsk will allocate funds",
        ),
        (
            "Двести заявок получила комиссия.",
            "Two hundred applications received the commission.",
            "Two hundred applications received the commission",
        ),
        (
            "В Багдаде прессе представили новые доказательства.",
            "In Baghdad, the press presented new evidence.",
            "the press presented new evidence",
        ),
        (
            "В посольство была вызвана директор школы.",
            "The embassy has summoned the school principal.",
            "The embassy has summoned the school principal",
        ),
        (
            "У бывшего министра искали секретные документы.",
            "The former minister was looking for secret documents.",
            "The former minister was looking for secret documents",
        ),
        (
            "О ходе поисков премьеру доложил министр.",
            "On the progress of the search, the premier reported the minister.",
            "the premier reported the minister",
        ),
        ("Ветеранов хотят наградить.", "Veterans want to award.", "Veterans want to award"),
        (
            "Журналистам обещают предоставить данные.",
            "Journalists promised to provide the data.",
            "Journalists promised to provide",
        ),
        (
            "Певца пытались не пустить в клуб.",
            "The singer tried not to let into the club.",
            "The singer tried not to let",
        ),
        (
            "Поэта готовятся перевезти в Омск.",
            "The poet is preparing to transport to Omsk.",
            "The poet is preparing to transport",
        ),
        (
            "Должникам перестанут выдавать паспорта.",
            "Debtors will cease to issue passports.",
            "Debtors will cease to issue",
        ),
    ],
)
def test_what_stands_first_does_not_act(russian: str, english: str, wrong: str) -> None:
    assert found(russian, english) == [wrong]


@pytest.mark.parametrize(
    ("russian", "english"),
    [
        (
            "Старый маршрут повторит российская лётчица.",
            "A Russian woman pilot is to fly the old route again.",
        ),
        ("Старый маршрут повторит лётчица.", "The old route will be repeated by a woman pilot."),
        ("Проблему готова решить партия.", "The problem can be solved by the party."),
        ("К протестам присоединилась молодёжь.", "The protests were joined by young people."),
        ("К победе привела ошибка соперника.", "Victory came from a rival's mistake."),
        ("От исхода выборов зависит политика.", "The outcome of the election determines policy."),
        ("О планах рассказал министр.", "The plans were described by the minister."),
        ("О взрыве сообщила полиция.", "The explosion was reported by police."),
        (
            "Банду, которая торговала оружием, задержала полиция.",
            "The gang, which sold weapons, has been caught by police.",
        ),
        (
            "Завод, построенный до войны, закрыли власти.",
            "The plant, built before the war, closed on the authorities' orders.",
        ),
        ("Рекорд установила лыжница.", "The record fell to a skier."),
        ("Внимание привлекла картина.", "Attention focused on the painting."),
        ("С пожаром справились спасатели.", "The fire was put out by rescuers."),
        ("На вопросы ответила министр.", "The questions were answered by the minister."),
        ("У компании отозвали лицензию.", "The company lost its licence."),
        ("У компании потребовали документы.", "The company was asked for documents."),
        ("Ветеранов хотят наградить.", "Veterans are to be awarded."),
        ("Раненых начали эвакуировать.", "The wounded began to be evacuated."),
        ("Детей начали учить музыке.", "Children started learning music."),
        ("Певца пытались не пустить в клуб.", "An attempt was made to keep the singer out of the club."),
        ("Школьникам разрешили носить шорты.", "Schoolchildren allowed to wear shorts."),
        ("Завод планируют закрыть.", "The plant plans to close."),
        ("Канал запускает шоу «Новая революция».", "The channel launches a show, New Revolution."),
        (
            "Депутаты, которые критиковали закон, поддержали премьера.",
            "Deputies who had criticised the law, supported the prime minister.",
        ),
        ("Двадцать один человек спас детей.", "Twenty-one people saved the children."),
    ],
)
def test_right_renderings_are_left_alone(russian: str, english: str) -> None:
    assert found(russian, english) == []
