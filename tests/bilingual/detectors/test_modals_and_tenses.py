"""What may be told as what must, what was told as what will be, and what may be told as what is."""

from __future__ import annotations

import pytest

from tests.bilingual.support import doubted
from tqcheck.bilingual.detectors.statements.kept import words_kept
from tqcheck.bilingual.detectors.statements.modals import modals_kept
from tqcheck.bilingual.detectors.statements.tense import tenses_kept


@pytest.mark.parametrize(
    ("russian", "english"),
    [
        ("Возможно, поезда отменят.", "The trains must be cancelled."),
        ("Дом виден издалека.", "The house must be seen from afar."),
    ],
)
def test_must_for_may(russian: str, english: str) -> None:
    assert doubted(modals_kept, russian, english) == ["must"]


@pytest.mark.parametrize(
    ("russian", "english", "wrong"),
    [
        ("Новая программа должна быть подробной.", "The new programme may be detailed.", ["may"]),
        ("Новая программа должна быть подробной.", "The new programme must be detailed.", []),
        ("Соседи пытались не допустить сноса.", "The neighbours managed to prevent demolition.", ["managed"]),
        ("Людям с астмой следует остаться дома.", "People with asthma may stay at home.", ["may"]),
        ("Страны договорились о сотрудничестве.", "The countries refused to cooperate.", ["refused"]),
        ("Страны договорились о сотрудничестве.", "The countries agreed to cooperate.", []),
        ("Курс может «качнуться» вверх.", "The rate must swing up.", ["must", "must"]),
        ("Может появиться прибор, способный видеть.", "There must be a device that can see.", ["must"]),
    ],
)
def test_what_is_said_of_an_act_is_not_changed(russian: str, english: str, wrong: list[str]) -> None:
    assert doubted(modals_kept, russian, english) == wrong


@pytest.mark.parametrize(
    ("russian", "english"),
    [
        ("Возможно, придётся отменить поезда.", "The trains must perhaps be cancelled."),
        ("Врач может уйти только днём.", "The doctor must leave by day."),
        ("Он, видимо, может ждать.", "He must be able to wait."),
    ],
)
def test_must_is_there(russian: str, english: str) -> None:
    assert doubted(modals_kept, russian, english) == []


def test_a_past_is_told_as_to_come() -> None:
    russian = "Во время парада на крыше были замечены снайперы."
    assert doubted(tenses_kept, russian, "During the parade snipers will be seen on the roof.")
    assert not doubted(tenses_kept, russian, "During the parade snipers were seen on the roof.")
    assert not doubted(tenses_kept, "Исполнена последняя воля снайпера.", "The last will of the sniper.")


def test_the_verb_beside_may_is_no_answer() -> None:
    russian = "Город может столкнуться с засухой."
    assert doubted(words_kept, russian, "The city face a drought.") == ["face"]
    assert doubted(words_kept, russian, "The city may face a drought.") == []


@pytest.mark.parametrize(
    ("russian", "english", "wrong"),
    [
        ("Шахтёры будут жаловаться в суд.", "The miners complained to the court.", ["complained"]),
        ("Помогать беженцам будут врачи.", "Doctors helped the refugees.", ["helped"]),
        ("Давление воздуха составит 750 мм.", "The air pressure was 750 mm.", ["was"]),
        (
            "Это означает, что решение по делу будет вынесено в мае.",
            "This means that the decision on the case was made in May.",
            ["was made"],
        ),
        (
            "Лавина накрыла лыжников на склоне.",
            "An avalanche will bury the skiers on the slope.",
            ["will bury"],
        ),
        ("Спасатели смогли найти рыбака в тайге.", "Rescuers will find the fisherman in the taiga.", []),
        ("Шахтёры будут жаловаться в суд.", "The miners will complain to the court.", []),
        ("Мэр обещал построить школу.", "The mayor promised that the school will be built.", []),
        ("Мэр сказал, что парк будет закрыт.", "The mayor said the park was to be closed.", []),
        ("Запланирован ремонт моста.", "The bridge will be repaired.", []),
        ("Появился шанс, что дети будут здоровы.", "There is a chance that children will be healthy.", []),
    ],
)
def test_times_of_verbs(russian: str, english: str, wrong: list[str]) -> None:
    assert doubted(tenses_kept, russian, english) == wrong
