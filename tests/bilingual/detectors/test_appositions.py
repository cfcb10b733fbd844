"""Two people made one."""

from __future__ import annotations

from functools import partial

import pytest

from tests.bilingual.support import doubted
from tqcheck.bilingual.detectors.names.appositions import people_parted

found = partial(doubted, people_parted)


@pytest.mark.parametrize(
    ("russian", "english", "wrong"),
    [
        ("Заместитель Игоря Петрова уволен.", "Deputy Igor Petrov has been dismissed.", "Deputy Igor"),
        ("Тренер Камилы Валиевой молчит.", "Coach Kamila Valieva is silent.", "Coach Kamila"),
        ("Адвокат Сергея Орлова подал жалобу.", "Lawyer Sergei Orlov filed a complaint.", "Lawyer Sergei"),
        (
            "Дочь Татьяны Орловой родилась в мае.",
            "Daughter Tatyana Orlova was born in May.",
            "Daughter Tatyana",
        ),
        ("Помощником Ивана Орлова стал врач.", "Aide Ivan Orlov became a doctor.", "Aide Ivan"),
        ("Мама Егора Титова дала интервью.", "Mother Yegor Titov gave an interview.", "Mother Yegor"),
        ("Сын Михаила Орлова арестован.", "The son Mikhail Orlov has been arrested.", "son Mikhail"),
        ("Водитель Сергея Орлова погиб.", "Driver Sergei Orlov has died.", "Driver Sergei"),
        ("Секретарь Ивана Орлова всё отрицает.", "Secretary Ivan Orlov denies everything.", "Secretary Ivan"),
        ("Соперник Ивана Орлова сдался.", "The rival Ivan Orlov gave up.", "rival Ivan"),
        ("Убийца Ивана Орлова найден.", "The killer Ivan Orlov has been found.", "killer Ivan"),
        ("Брат Сергея Орлова пропал.", "Brother Sergei Orlov is missing.", "Brother Sergei"),
    ],
)
def test_whose_somebody_is_must_stand_in_the_english(russian: str, english: str, wrong: str) -> None:
    assert found(russian, english) == [wrong]


@pytest.mark.parametrize(
    ("russian", "english"),
    [
        ("Заместитель Игоря Петрова уволен.", "Igor Petrov's deputy has been dismissed."),
        ("Заместитель Игоря Петрова уволен.", "A deputy of Igor Petrov has been dismissed."),
        ("Заместитель Игоря Петрова уволен.", "Deputy Igor Petrov's aide has been dismissed."),
        ("Заместитель Игорь Петров уволен.", "Deputy Igor Petrov has been dismissed."),
        ("Тренера Ивана Орлова уволили.", "Coach Ivan Orlov has been dismissed."),
        ("Встреча с тренером Иваном Орловым.", "A meeting with coach Ivan Orlov."),
        (
            "Наградили космонавтов Юрия Орлова и Ивана Титова.",
            "Cosmonauts Yuri Orlov and Ivan Titov were decorated.",
        ),
        ("Видео встречи Усамы бен Ладена.", "A video of a meeting of Osama bin Laden."),
        ("Роман Пушкина перевели.", "The novel by Pushkin has been translated."),
        ("Тренер Евгения Орлова молчит.", "Coach Yevgenia Orlova is silent."),
        ("Адвокат Сергея Орлова подал жалобу.", "Orlov's lawyer filed a complaint."),
        ("Министр Орлов принял врача Ивана Титова.", "Minister Orlov received doctor Ivan Titov."),
    ],
)
def test_right_renderings_are_left_alone(russian: str, english: str) -> None:
    assert found(russian, english) == []
