"""What may have happened, and how something is done."""

from __future__ import annotations

from functools import partial

import pytest

from tests.bilingual.support import doubted
from tqcheck.bilingual.detectors.statements.facts import facts_kept

found = partial(doubted, facts_kept)


@pytest.mark.parametrize(
    ("russian", "english", "wrong"),
    [
        ("Дом мог рухнуть из-за взрыва.", "The house could collapse because of a blast.", "could collapse"),
        ("Рабочие могли погибнуть.", "The workers could die.", "could die"),
        ("Водитель мог умереть от удара.", "The driver could die from the blow.", "could die"),
        ("Сбой мог привести к аварии.", "A failure could lead to the accident.", "could lead"),
        ("Лёд мог вызвать пожар.", "Ice could cause the fire.", "could cause"),
        ("Министра могли отравить.", "The minister could be poisoned.", "could be"),
        ("Ракета могла сбить самолёт.", "A missile could shoot down the plane.", "could shoot"),
        ("Студент мог быть похищен.", "The student could be kidnapped.", "could be"),
        ("Счёт мог быть подделан.", "The bill could be forged.", "could be"),
        ("Делегация должна была прибыть в Катынь.", "The delegation to arrive in Katyn.", "to arrive"),
        ("Целью должен был стать завод.", "The plant should be the target.", "should be"),
        ("Матч должен был состояться в Баку.", "The match will be played in Baku.", "will be"),
        ("Он должен был выступить в суде.", "He must speak in court.", "must speak"),
        ("Как изменится рынок жилья.", "How to change the housing market.", "How to change"),
        ("Как встретили Новый год в Омске.", "How to celebrate New Year in Omsk.", "How to celebrate"),
        (
            "Рассказали, как праздновали юбилей.",
            "They told how to celebrate the jubilee.",
            "how to celebrate",
        ),
        ("Как решается проблема жилья.", "How to solve the problem of housing.", "how to solve"),
        ("О том, как команда готовилась к игре.", "How to prepare for the game.", "How to prepare"),
    ],
)
def test_what_the_russian_does_not_say(russian: str, english: str, wrong: str) -> None:
    assert [one.lower() for one in found(russian, english)] == [wrong.lower()]


@pytest.mark.parametrize(
    ("russian", "english"),
    [
        ("Дом мог рухнуть из-за взрыва.", "The house may have collapsed because of a blast."),
        ("Дом мог рухнуть из-за взрыва.", "A blast could have brought the house down."),
        ("Дом мог рухнуть в любой момент.", "The house could collapse at any moment."),
        ("Причиной мог стать поджог.", "The cause could be arson."),
        ("Он не мог умереть.", "He could not die."),
        ("Он мог бы погибнуть.", "He could die."),
        ("Они могли читать книги.", "They could read books."),
        (
            "Он делал всё, чтобы завод мог стать лучшим.",
            "He did all he could so that the plant could be best.",
        ),
        ("Счёт мог быть подделан.", "The bill may have been forged."),
        ("Прибор мог быть использован дважды.", "The device could be used twice."),
        ("Делегация должна была прибыть в Катынь.", "The delegation was to arrive in Katyn."),
        ("Матч должен был состояться в Баку.", "The match, scheduled for Baku, is off."),
        ("Матч должен был состояться в Баку.", "The match should have been played in Baku."),
        ("Он должен был выступить в суде.", "He had to speak in court."),
        ("Он должен был бы уйти.", "He should leave."),
        ("Завод должны были построить к маю.", "The plant would be built by May, they promised."),
        ("Он не должен был знать об этом.", "He must not know of it."),
        ("Он должен быть наказан.", "He must be punished."),
        ("Как изменить закон.", "How to change the law."),
        ("Как можно изменить закон.", "How to change the law."),
        ("Рассказали, как делают сыр.", "They told how to make cheese."),
        ("Как мы готовим рыбу.", "How to cook fish."),
        ("Как изменится рынок.", "How the market is to change."),
        ("Как власти намерены решить проблему.", "How the authorities are to solve the problem."),
    ],
)
def test_right_renderings_are_left_alone(russian: str, english: str) -> None:
    assert found(russian, english) == []
