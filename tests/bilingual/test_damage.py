"""A small slice of benchmarks/damage.py: each kind of damage to a sound pair is noticed."""

from __future__ import annotations

import random

import pytest

from benchmarks.damage_kinds import KINDS
from tests.bilingual.support import pair
from tqcheck.bilingual.detectors import DETECTORS

PAIRS = {
    "На заводе в Туле погибли 35 рабочих.": "At a plant in Tula, 35 workers died.",
    "В марте компания получила 12,5 млн рублей.": "In March, the company received 12.5 million rubles.",
    "Во вторник в 17:45 загорелся склад.": "On Tuesday at 17:45 a warehouse caught fire.",
    "Министр Андрей Кузнецов уехал в Париж.": "The minister Andrei Kuznetsov has left for Paris.",
    "Директор Олег Павлов не подписал договор.": "The director Oleg Pavlov did not sign the contract.",
    "В 2019 году цены выросли на 7 процентов.": "In 2019, prices increased by 7 percent.",
    "Минздрав закупил третью партию вакцины.": "The Health Ministry bought the third batch of vaccine.",
    "Немецкие врачи ждали помощи восемь часов.": "The German doctors waited for help for eight hours.",
    "Его брат якобы украл машину.": "His brother has allegedly stolen a car.",
    "По его словам, дом был старым.": "He said the house was old.",
    "При взрыве трое погибли и 12 ранены.": "The blast left three people dead and 12 wounded.",
    "Более 200 человек покинули город после обстрела.": "It lost more than 200 people after the shelling.",
    "Поезд опоздал из Омска.": "The train from Omsk was late.",
    "Приговор будет оглашён в пятницу.": "The verdict will be announced on Friday.",
}
NOTICED = (
    "number changed", "ten times", "scale word", "decimal point lost", "numeral word", "ordinal",
    "percentage", "year", "month", "weekday", "time", "unit", "currency", "nationality", "body", "kin",
    "name swapped", "name removed", "negation dropped", "negation added", "antonym", "hedge dropped",
    "gender", "tolls swapped", "before and after", "goal for start", "future passive", "degree dropped",
    "comparison reversed",
)  # fmt: skip


def doubts(russian: str, english: str) -> set[str]:
    both = pair(russian, english)
    return {doubt.rule for detect in DETECTORS for doubt in detect(both)}


@pytest.mark.parametrize(("russian", "english"), PAIRS.items())
def test_sound_pairs_raise_no_doubt(russian: str, english: str) -> None:
    assert doubts(russian, english) == set()


@pytest.mark.parametrize("kind", NOTICED)
def test_damage_is_noticed(kind: str) -> None:
    damaged = [
        (russian, changed)
        for russian, english in PAIRS.items()
        if (changed := KINDS[kind](random.Random(7), russian, english)) is not None
    ]
    assert damaged
    missed = [changed for russian, changed in damaged if not doubts(russian, changed)]
    assert len(missed) <= len(damaged) // 4, missed
