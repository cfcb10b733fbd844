"""Parts of a Russian sentence that are lost, and right renderings that put them in other words."""

from __future__ import annotations

import pytest

from tests.bilingual.support import pair
from tqcheck.bilingual.detectors.content.parts import CIRCUMSTANCE, parts_kept

LOST = (
    ("За сутки в городе заразились 40 человек.", "In the city, 40 people were infected.", "За сутки"),
    (
        "Накануне в Берлине прошла конференция по Ливии.",
        "A conference on Libya was held in Berlin.",
        "Накануне",
    ),
    ("Двое детей насмерть отравились газом.", "Two children were poisoned by gas.", "насмерть"),
    ("Ночью танки обстреляли деревню.", "Tanks fired at the village.", "Ночью"),
    ("Израиль проиграл арабам войну.", "Israel lost the war.", "арабам"),
    (
        "Британские правозащитники против новых законов.",
        "Human rights activists oppose new laws.",
        "Британские",
    ),
    ("На форум приехали многодетные родители.", "Parents came to the forum.", "многодетные"),
    ("В Сирии боевики захватили мост.", "Militants seized a bridge.", "В Сирии"),
    ("После пожара фабрика закрылась.", "The factory closed.", "После пожара"),
    ("Мировая сводка: число больных растет.", "The number of patients is growing.", "Мировая сводка"),
    ("Суд бесплатно раздал зрителям билеты.", "The court handed out tickets to spectators.", "бесплатно"),
    ("Задержаны, предположительно, три боевика.", "Three militants were detained.", "предположительно"),
    ("В Лондоне началась реставрация комнат.", "The restoration of the rooms has begun.", "В Лондоне"),
    ("Экономисты: цены на нефть упадут.", "Oil prices will fall.", "Экономисты"),
)


@pytest.mark.parametrize(("russian", "english", "said"), LOST)
def test_lost(russian: str, english: str, said: str) -> None:
    found = {
        russian[doubt.source[0].start : doubt.source[0].end]
        for doubt in parts_kept(pair(russian, english))
        if doubt.rule == CIRCUMSTANCE
    }
    assert found == {said}


@pytest.mark.parametrize(
    ("russian", "english"),
    [
        ("За сутки в городе заразились 40 человек.", "Another 40 people caught the virus in the past day."),
        ("За сутки в городе заразились 40 человек.", "The city recorded 40 new infections in 24 hours."),
        ("Накануне в Берлине прошла конференция по Ливии.", "Berlin hosted a Libya conference on Sunday."),
        ("Двое детей насмерть отравились газом.", "Two children died of gas poisoning."),
        ("Ночью танки обстреляли деревню.", "Tanks shelled the village overnight."),
        ("Израиль проиграл арабам войну.", "The Arabs won the war against Israel."),
        (
            "Британские правозащитники против новых законов.",
            "Human rights activists in the UK oppose new laws.",
        ),
        ("На форум приехали многодетные родители.", "Parents of large families came to the forum."),
        ("В Сирии боевики захватили мост.", "Militants seized a bridge in Damascus province."),
        ("В Сирии патрули вернулись на Голанские высоты.", "Patrols have returned to the Golan Heights."),
        ("В Чечне траур по жертвам теракта в Грозном.", "Mourning for victims of the attack in Grozny."),
        ("После пожара фабрика закрылась.", "The fire forced the factory to close."),
        ("Экономисты: цены на нефть упадут.", "Oil prices will fall, analysts say."),
        ("Огонь прибыл в американский город Сан-Франциско.", "The flame has arrived in San Francisco."),
        ("В стране необходимо развивать туризм.", "Tourism needs to be developed."),
        ("Мэр на встрече обсудил ремонт школы.", "The mayor discussed the school's repairs."),
        ("Боец сдался в плен.", "The fighter surrendered."),
        ("Испанская Каталония приняла закон.", "Catalonia adopted the law."),
        ("В РФ запретили ввоз мяса.", "Meat imports have been banned."),
        ("Девочка здорова, врачи ее точно выпишут.", "The girl is healthy and doctors will discharge her."),
    ],
)
def test_said_otherwise(russian: str, english: str) -> None:
    assert [doubt for doubt in parts_kept(pair(russian, english)) if doubt.rule == CIRCUMSTANCE] == []
