"""Who acts in a relative clause."""

from __future__ import annotations

from functools import partial

import pytest

from tests.bilingual.support import doubted
from tqcheck.bilingual.detectors.roles.relatives import relatives_kept

found = partial(doubted, relatives_kept)


@pytest.mark.parametrize(
    ("russian", "english", "wrong"),
    [
        (
            "В реке нашли лодку, которую искали спасатели.",
            "A boat which was looking for the rescuers was found in the river.",
            "which was looking for the rescuers",
        ),
        (
            "Скончался певец, которого любили миллионы.",
            "The singer who loved millions has died.",
            "who loved millions",
        ),
        (
            "Задержан водитель, которого остановили патрульные.",
            "A driver who stopped the patrol officers has been detained.",
            "who stopped the patrol",
        ),
        (
            "Врачи спасли детей, которым помогли волонтёры.",
            "Doctors saved the children who helped the volunteers.",
            "who helped the volunteers",
        ),
        (
            "Он написал о законе, против которого выступили врачи.",
            "He wrote about the law which opposed the doctors.",
            "which opposed the doctors",
        ),
        (
            "Назван город, от которого зависит победа.",
            "The city that depends on victory has been named.",
            "that depends on victory",
        ),
        (
            "Вывезли раненых, которым отказали в лечении.",
            "The wounded who refused treatment have been taken away.",
            "who refused",
        ),
        (
            "Приняли закон, которого требовали профсоюзы.",
            "A law that demanded the trade unions has been passed.",
            "that demanded the trade unions",
        ),
        (
            "Решается судьба поста, которого был лишён генерал.",
            "The fate of the post that was stripped of the general is being decided.",
            "that was stripped of the general",
        ),
        (
            "Опубликовано видео, над которым смеются пользователи.",
            "A video has been published which laughs at users.",
            "which laughs at users",
        ),
        (
            "Это люди, которым приехали помочь спасатели.",
            "These are people who came to help the rescuers.",
            "who came to help the rescuers",
        ),
        (
            "Показали дом, на который жаловались соседи.",
            "They showed the house that complained about the neighbours.",
            "that complained about the neighbours",
        ),
        (
            "Показали зверя, которого может увидеть каждый.",
            "They showed a beast that can see everyone.",
            "that can see everyone",
        ),
        (
            "Вышел канал, который скоро сможет смотреть вся страна.",
            "A channel came out which will soon be able to watch the whole country.",
            "which will soon be able to watch the whole country",
        ),
        (
            "Назначен пересчёт голосов от которого будут зависеть итоги.",
            "A recount was ordered, which will depend on the results.",
            "which will depend on the results",
        ),
        (
            "Это протест тех, кому хотят продлить смену.",
            "It is a protest by those who want to extend the shift.",
            "who want to extend",
        ),
        (
            "Экономисты о том, к чему приведёт решение банка.",
            "Economists on what will lead to the decision of the bank.",
            "what will lead to the decision of the bank",
        ),
        (
            "Стало известно, что подарили друзья певцу.",
            "It became known that gave friends to the singer.",
            "that gave friends",
        ),
        (
            "Начался праздник, которому в течение недели будет подчинена вся жизнь.",
            "A holiday began, which for a week will be subordinated to all life.",
            "which for a week will be subordinated to all life",
        ),
        (
            "Восстановлен завод, в который попал снаряд.",
            "The plant which hit the shell has been rebuilt.",
            "which hit the shell",
        ),
        (
            "Девочка, которой взялись помочь только врачи, жива.",
            "The girl who undertook to help only doctors is alive.",
            "who undertook to help only doctors",
        ),
        (
            "Началась жизнь, которой ждали годами.",
            "A life began which was waiting for years.",
            "which was waiting",
        ),
    ],
)
def test_an_object_made_the_one_who_acts(russian: str, english: str, wrong: str) -> None:
    assert found(russian, english) == [wrong]


@pytest.mark.parametrize(
    ("russian", "english"),
    [
        ("В реке нашли лодку, которую искали спасатели.", "Rescuers found the boat they were looking for."),
        ("Скончался певец, которого любили миллионы.", "The singer, who was loved by millions, has died."),
        ("Скончался певец, которого любили миллионы.", "The singer, whom millions loved, has died."),
        ("Это болезнь, от которой умирают дети.", "It is a disease that kills children."),
        ("Вышел альбом, в который вошли десять песен.", "An album that includes ten songs is out."),
        ("Семьи, которым дали жильё, благодарны.", "The families who were given homes are grateful."),
        ("Семьи, которым дали жильё, благодарны.", "The families who got homes are grateful."),
        ("Туристы, которых эвакуировали, прибыли.", "The tourists who evacuated have arrived."),
        ("Это актёр, которому подражают многие.", "This is an actor who has many imitators."),
        (
            "Прошла встреча, на которой министр обсудил планы.",
            "A meeting was held that discussed the minister's plans.",
        ),
        ("Город, у которого есть будущее.", "A city that has a future."),
        ("Найден нож, которым убили сторожа.", "The knife that killed the watchman has been found."),
        (
            "Суд встал на сторону рабочих, которым задолжала фирма.",
            "The court sided with the workers who are owed money by the firm.",
        ),
        ("Премьер, которому предстоит выбор, молчит.", "The prime minister, who faces a choice, is silent."),
        ("Закрыли дом, в который попала ракета.", "The house that took a missile hit has been closed."),
        ("Вот площадь, на которой собрались люди.", "This is the square that drew the people."),
        ("Это шахта, в которой погибли горняки.", "This is the mine that killed the miners."),
        ("Открыли лагерь, в котором живут дети.", "A camp that houses children has opened."),
        ("Учёный рассказал, что показали опыты.", "The scientist described what the experiments showed."),
        ("Министр сказал, что задержали троих.", "The minister said that they had detained three."),
        ("Полиция сообщила, что погибли туристы.", "Police said that tourists had died."),
        ("Неясно, чем закончится спор.", "It is unclear what will end the dispute."),
        ("Решают, кому достанется приз.", "They are deciding who gets the prize."),
        ("Стало больше тех, кому помогают врачи.", "There are more people who get help from doctors."),
        ("Это фильм, который увидит каждый.", "It is a film that everyone will see."),
        ("Это дело, которое расследует полиция.", "It is a case being investigated by police."),
        ("Названо условие, от которого зависит сделка.", "A condition that decides the deal is named."),
        ("Депутат, который критиковал мэра, арестован.", "The deputy who criticised the mayor was arrested."),
        ("Решение, которое приняло руководство, верно.", "The decision that the leadership took is right."),
    ],
)
def test_right_renderings_are_left_alone(russian: str, english: str) -> None:
    assert found(russian, english) == []
