"""How closely a text follows its Russian, and what is not asked of one that does not."""

from __future__ import annotations

import pytest

from tests.bilingual.support import believed, document
from tqcheck import Session, Settings
from tqcheck.bilingual.pair import pairs
from tqcheck.bilingual.renderings.closeness import CLOSE, Closeness

CLOSELY = [
    (
        "Мэр города не подписал договор с банком.",
        "The mayor of the city did not sign the contract with the bank.",
    ),
    ("Полиция задержала водителя грузовика в Туле.", "Police detained a truck driver in Tula."),
]
FREELY = [
    (
        "Стройка третий месяц не сдвигается с места.",
        "For three months now work on the site has been at a standstill.",
    ),
    ("До неё этот пост ни одна женщина не занимала.", "She is the first woman in the job."),
    ("Судиться с соседями пенсионерке не пришлось.", "In the end the old lady was spared a court battle."),
    ("Больше двух часов он в кабинете не высидел.", "Two hours at his desk was as much as he could stand."),
]


@pytest.mark.parametrize(("russian", "english"), CLOSELY)
def test_close_renderings(russian: str, english: str) -> None:
    closeness = Closeness(pairs(believed(russian, english)))
    assert closeness.degree >= CLOSE
    assert closeness.allows("negation.dropped")


@pytest.mark.parametrize(("russian", "english"), FREELY)
def test_free_renderings_are_not_asked_for_their_negation(russian: str, english: str) -> None:
    closeness = Closeness(pairs(believed(russian, english)))
    assert closeness.degree < CLOSE
    assert not closeness.allows("negation.dropped")
    assert closeness.allows("number.changed")
    assert closeness.allows("role.reversed")


AROUND = {
    True: (
        "Мэр Тулы прибыл в Москву. Полиция задержала водителя.",
        "The mayor of Tula arrived in Moscow. Police detained the driver.",
    ),
    False: (
        "Иванов третью неделю сидит взаперти, кормят его соседи по площадке. Калужские врачи разводят "
        "руками: с таким они прежде не сталкивались.",
        "Ivanov has been a recluse since early May, living on whatever people next door bring him. It is a "
        "new one on the medics of Kaluga, who admit to being baffled.",
    ),
}


@pytest.mark.parametrize("close", [True, False])
def test_all_of_a_text_tells_how_close_it_is(close: bool) -> None:
    """What is asked of a sentence depends on the text around it."""
    russian, english = AROUND[close]
    text = document(f"{english} The court recognised the claim.", f"{russian} Суд не признал иск.")
    with Session(Settings(languagetool="off", judge="off")) as session:
        (checked,) = session.check([text])
    assert ("negation.dropped" in [one.rule for one in checked.findings]) == close


def test_a_text_too_short_to_tell_is_taken_for_close() -> None:
    assert Closeness(()).degree >= CLOSE
