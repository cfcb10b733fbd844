"""Pronouns of those to whom something is done, made the ones who act."""

from __future__ import annotations

from functools import partial

import pytest

from tests.bilingual.support import doubted
from tqcheck.bilingual.detectors.roles.done_to_them import pronouns_kept

found = partial(doubted, pronouns_kept)


@pytest.mark.parametrize(
    ("russian", "english", "wrong"),
    [
        (
            "Он рассказал об операции, которую ему сделали.",
            "He spoke of the operation that he made.",
            "he made",
        ),
        ("Она помнит, как при ней казнили сына.", "She remembers how she executed the son.", "she executed"),
        ("«При нас убили соседа», — говорят они.", "“We killed a neighbour,” they say.", "We killed"),
        ("Её арестовали в Омске.", "She arrested in Omsk.", "She arrested"),
        ("О нём написали книгу.", "He wrote a book.", "He wrote"),
        ("У него нашли оружие.", "He found a weapon.", "He found"),
        ("Мне предложили работу.", "I offered a job.", "I offered"),
        ("Для неё построили дом.", "She built a house.", "She built"),
    ],
)
def test_a_pronoun_does_not_act(russian: str, english: str, wrong: str) -> None:
    assert found(russian, english) == [wrong]


@pytest.mark.parametrize(
    ("russian", "english"),
    [
        ("Он рассказал об операции, которую ему сделали.", "He spoke of the operation he had had."),
        ("Её арестовали в Омске.", "She was arrested in Omsk."),
        ("Ему вручили награду.", "He was handed an award."),
        ("Ему вручили награду.", "They handed him an award."),
        ("Его дом снесли.", "He demolished the house."),
        ("Нас эвакуировали.", "We evacuated."),
        ("Его встретили друзья.", "He met his friends."),
        ("Врачи приехали и помогли ему.", "The doctors came and he helped."),
        ("Они её спасли.", "They saved her."),
        ("Ему рассказали всё, и он рассказал жене.", "He told his wife once they had told him everything."),
        ("Нам показали город.", "We saw the city."),
        ("Её переизбрали на съезде.", "She won re-election at the congress."),
    ],
)
def test_right_renderings_are_left_alone(russian: str, english: str) -> None:
    assert found(russian, english) == []
