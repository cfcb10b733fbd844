"""What stands before a Russian verb and is no subject is told by case, number and gender."""

from __future__ import annotations

import pytest

from tqcheck.bilingual.russian import sentence
from tqcheck.bilingual.sentence.frames import Frame
from tqcheck.bilingual.sentence.fronted import fronted
from tqcheck.model import Span


def frames(russian: str) -> list[tuple[Frame, str]]:
    """The frames of a sentence, each with what stands first."""
    made = sentence(russian, Span(0, len(russian)))
    return [(clause.frame, made.words[clause.first.head].text) for clause in fronted(made)]


@pytest.mark.parametrize(
    ("russian", "frame", "first"),
    [
        ("Канал поставки оружия перекрыла полиция", Frame.DOER_AFTER, "Канал"),
        ("Главой области назначен Иванов", Frame.PATIENT_AFTER, "Главой"),
        ("И.о. министра назначен полковник Орлов", Frame.PATIENT_AFTER, "министра"),
        ("Жителям Крыма вручили паспорта", Frame.RECEIVER, "Жителям"),
        ("Раненых эвакуировали в Москву", Frame.NOBODY, "Раненых"),
        ("Корреспондента канала назвали шпионом", Frame.NOBODY, "Корреспондента"),
        ("Жителя Твери убили соседи", Frame.DOER_AFTER, "Жителя"),
        ("Во Франции бывшего министра обсыпали мукой", Frame.NOBODY, "министра"),
        ("Музею-заповеднику вернули картины", Frame.RECEIVER, "Музею-заповеднику"),
        ("В галерею вернули картины", Frame.RECEIVER, "галерею"),
        ("У директора нашли икону", Frame.RECEIVER, "директора"),
        ("Маршрут повторит лётчица", Frame.DOER_AFTER, "Маршрут"),
        ("Проблемы готова решать партия", Frame.DOER_AFTER, "Проблемы"),
        ("К протестам присоединилась молодёжь", Frame.DOER_AFTER, "протестам"),
        ("От победы зависит будущее", Frame.DOER_AFTER, "победы"),
        ("Банду, которая торговала оружием, задержала полиция", Frame.DOER_AFTER, "Банду"),
        ("Семье дворника, выселенного из дома, дали жильё", Frame.RECEIVER, "Семье"),
        ("Камчатке, Приморью и Омску выделят средства", Frame.RECEIVER, "Камчатке"),
        ("Семерых предателей задержала служба", Frame.DOER_AFTER, "предателей"),
        ("Двести заявок получила комиссия", Frame.DOER_AFTER, "заявок"),
        ("Гостя выдал его телохранитель", Frame.DOER_AFTER, "Гостя"),
        ("В Багдаде прессе показали документы", Frame.RECEIVER, "прессе"),
        ("В посольство была вызвана министр", Frame.RECEIVER, "посольство"),
        ("Евросоюзу предложен новый договор", Frame.PATIENT_AFTER, "Евросоюзу"),
        ("Россиян ждут перемены", Frame.DOER_AFTER, "Россиян"),
        ("США расколол новый закон", Frame.DOER_AFTER, "США"),
        ("Институт с юбилеем поздравил президент", Frame.DOER_AFTER, "Институт"),
        ("У уехавших в Омск студентов нашли деньги", Frame.RECEIVER, "студентов"),
        ("Проблемой признали нехватку воды", Frame.PATIENT_AFTER, "Проблемой"),
        ("Министра облили краской", Frame.NOBODY, "Министра"),
    ],
)
def test_what_stands_first(russian: str, frame: Frame, first: str) -> None:
    assert (frame, first) in frames(russian)


@pytest.mark.parametrize(
    "russian",
    [
        "Президент поздравил моряков",
        "Рост цен вызвал кризис",
        "Шестеро солдат получили медали",
        "«Реал» и «Барселона» провели матчи",
        "На аэродроме «Тушино» прошла встреча",
        "Правительством утверждены новые правила",
        "У правительства подготовлен план",
        "Советом директоров избран Пётр Орлов",
        "Губернатором назначен новый министр",
        "Губернатором Петровым назначен министр Орлов",
        "Экспертами признан лучшим роман Орлова",
        "Мэром утверждён проект «Жилище»",
        "Лидеры России, Франции и Турции провели переговоры",
        "Супруга и дочь Ивана навестили его",
        "Всё больше добровольцев подписывает контракт",
        "В музее вернули билеты",
        "Властям следует уделять больше внимания дорогам",
        "В Троице-Сергиевой лавре отмечают 600 лет",
        "Канал запускает шоу «Новая революция»",
        "Мать любит дочь",
        "Суд, который рассмотрел дело, оправдал врача",
        "Любой завод, который построит цех, получит заказ",
        "Врачи, медсёстры и студенты помогли жителям",
        "В больнице умерла пациентка",
        "Двадцать один человек спас детей",
        "Министр вызвана в суд",
        "От взрыва погибли пять человек",
        "На конкурс поступили работы",
        "Бомбардировщик Ту-22 уничтожил завод",
    ],
)
def test_subjects_and_what_follows_a_preposition_are_left_alone(russian: str) -> None:
    assert frames(russian) == []
