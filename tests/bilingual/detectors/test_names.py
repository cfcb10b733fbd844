"""Names that the English lacks."""

from __future__ import annotations

import pytest

from tests.bilingual.support import document, doubted, pair
from tqcheck.bilingual.detectors.names.names import names_kept
from tqcheck.bilingual.detectors.names.quoted import quoted_names_kept
from tqcheck.bilingual.pair import pairs


@pytest.mark.parametrize(
    ("russian", "english"),
    [
        ("Проспект «Каролины» уедет играть в Швецию.", "The prospect will leave to play in Sweden."),
        ("В Тулу прибыл десантный корабль «Минск».", "A landing ship has arrived in Tula."),
        ("Президент обсудил нацпроект «Наука».", "The president discussed the national project."),
        ("Журналисты газеты «Коммерсант» уволены.", "Journalists of the newspaper have been dismissed."),
        ("Завод «Молот» закрыт.", "The plant is closed."),
        ("На шахте «Северная» прогремел взрыв.", "There was an explosion at the mine."),
        ("Самолёт «Сухой» сел в Омске.", "The plane landed in Omsk."),
        ("Хоккеист «Авангарда» забил гол.", "The hockey player scored a goal."),
        ("Фильм «Кремень» вышел на экраны.", "The film was released."),
        ("Концерн «Калашников» продан.", "The concern has been sold."),
        ("Ракета «Булава» упала в море.", "The missile fell into the sea."),
        ("Поезд «Сапсан» остановлен.", "The train has been stopped."),
    ],
)
def test_a_quoted_name_is_missed(russian: str, english: str) -> None:
    assert "name.lost" in [doubt.rule for doubt in quoted_names_kept(pair(russian, english))]


@pytest.mark.parametrize(
    ("russian", "english"),
    [
        ("Проспект «Каролины» уедет играть в Швецию.", "The Carolina prospect will leave for Sweden."),
        ("На шахте «Северная» прогремел взрыв.", "Explosion at the Severnaya mine."),
        ("Партия «Единая Россия» победила.", "The United Russia party won."),
        ("Партия «Единая Россия» победила.", "Russia's ruling party won."),
        ("Группа «Руки вверх» распалась.", "Hands Up! have split up."),
        ("Игрок «Локомотива» травмирован.", "A Moscow midfielder is injured."),
        ("Он назвал это «Позором».", "He called it a disgrace."),
        ("Он сказал: «Спасибо».", "He thanked them."),
        ("«Газпром» сократил поставки.", "The gas giant has cut supplies."),
        ("Боевики «Аль-Каиды» отступили.", "Al Qaeda militants have retreated."),
        ("Программа «Время» отмечает юбилей.", 'The programme "Time" celebrates its anniversary.'),
        ("Самолёт «Боинг» сел в Омске.", "The Boeing landed in Omsk."),
    ],
)
def test_a_quoted_name_may_be_told_otherwise(russian: str, english: str) -> None:
    assert not list(quoted_names_kept(pair(russian, english)))


RUSSIAN = "Борис Федотов и Иван Захаревский лидировали.\n\n{}"
ENGLISH = "Boris Fedotov and Ivan Zakharevsky led.\n\n{}"


@pytest.mark.parametrize(
    ("russian", "english", "rules"),
    [
        ("На финише Федотова и Захаревского разделила секунда.",
         "At the finish, and Zakharevsky were parted by a second.", ["name.lost"]),
        ("Судьи наказали Федотова и Захаревского.", "The judges punished and Zakharevsky.", ["name.lost"]),
        ("Судьи наказали Бориса Федотова (Тула).", "The judges punished Boris (Tula).", ["name.lost"]),
        ("Судьи наказали Федотова и Захаревского.", "The judges punished Zakharevsky and his rival.", []),
        ("Судьи наказали Федотова и Захаревского.", "The judges punished his rival and Zakharevsky.", []),
        ("Судьи наказали Федотова и Захаревского.", "The judges punished the two.", []),
        ("Судьи наказали Бориса Федотова (Тула).", "The judges punished the racer.", []),
        ("Судьи наказали Бориса Федотова.", "The judges punished Boris Fedotov.", []),
    ],
)  # fmt: skip
def test_a_name_said_before_is_missed_where_its_place_is_left(
    russian: str, english: str, rules: list[str]
) -> None:
    found = pairs(document(ENGLISH.format(english), RUSSIAN.format(russian)))
    assert [doubt.rule for pair_ in found[1:] for doubt in names_kept(pair_)] == rules


@pytest.mark.parametrize(
    ("russian", "english"),
    [
        ("В Чехии больной полгода живёт без сердца.", "A patient has lived for half a year without a heart."),
        ("Во Франции прошёл первый тур выборов.", "The first round of elections was held."),
        ("В Германии выросли цены на хлеб.", "Bread prices have risen."),
        ("Муниципальные выборы в Венгрии отложены.", "Municipal elections have been postponed."),
    ],
)
def test_the_country_of_what_happened_is_missed(russian: str, english: str) -> None:
    assert [doubt.rule for doubt in names_kept(pair(russian, english))] == ["name.lost"]


@pytest.mark.parametrize(
    ("russian", "english"),
    [
        (
            "В Чехии больной полгода живёт без сердца.",
            "A Czech patient has lived for months without a heart.",
        ),
        ("Во Франции прошёл первый тур выборов.", "The country held the first round of elections."),
        ("В России подорожали хлеб и молоко.", "Bread and milk have become more expensive."),
        ("Каскадер из Великобритании прыгнул с вертолёта.", "British stuntman jumps from helicopter."),
        ("В США суд Чикаго оправдал банкира.", "A Chicago court acquitted a banker."),
        ("Президент Сирии в Дамаске принял посла.", "The Syrian president received the ambassador."),
    ],
)
def test_a_country_may_be_told_otherwise(russian: str, english: str) -> None:
    assert not list(names_kept(pair(russian, english)))


@pytest.mark.parametrize(
    ("russian", "english", "wrong"),
    [
        ("Пожар вспыхнул в Дзержинском районе.", "The fire broke out in district.", "district"),
        ("Автобус перевернулся в провинции Куангбинь.", "The bus overturned in province.", "province"),
        ("Спасателей вызвали на ул. Горцаранаин.", "Rescuers were called to Street.", "Street"),
        ("Сегодня доктор Мясников ответил всем.", "Today Dr answered everyone.", "Dr"),
        ("Снег выпал в Ростовской и Омской областях.", "Snow fell in the and Omsk regions.", "the"),
        ("Утром Дмитрий Медведев подписал указ.", "In the morning Dmitry signed a decree.", "signed"),
        ("Первым пришёл Алексей Башмаков.", "Alexey came first.", "came"),
    ],
)
def test_a_name_gone_from_beside_its_noun_is_missed(russian: str, english: str, wrong: str) -> None:
    assert doubted(names_kept, russian, english) == [wrong]


def test_that_a_name_stands_elsewhere_is_no_excuse_for_a_bare_noun() -> None:
    russian = "Пожар в Дзержинском районе потушили. Дым видели во всём Дзержинском районе."
    english = "The fire in Dzerzhinsky district is out. Smoke was seen all over {}district."
    for told, count in (("", 1), ("Dzerzhinsky ", 0), ("the ", 0)):
        both = pairs(document(english.format(told), russian))
        assert sum(doubt.rule == "name.lost" for pair in both for doubt in names_kept(pair)) == count


@pytest.mark.parametrize(
    ("russian", "english"),
    [
        ("Дмитрий Медведев подписал указ.", "Medvedev signed a decree."),
        ("В Боткинской больнице сменился врач.", "Botkin Hospital has a new doctor."),
        ("Президент Дмитрий Медведев подписал указ.", "President Medvedev signed a decree."),
        ("Его судят в Верховном суде.", "He is on trial in the Supreme Court."),
        ("Доктор Мясников ответил.", "Dr. Myasnikov answered."),
        ("Приморский край готовится к тайфуну.", "Primorsky Krai is preparing for a typhoon."),
    ],
)
def test_a_name_told_beside_its_noun_is_kept(russian: str, english: str) -> None:
    assert doubted(names_kept, russian, english) == []


@pytest.mark.parametrize(
    ("russian", "english"),
    [
        ("В Молдавии могут объявить траур.", "In may declare mourning."),
        ("Четверо пострадали в Саратове в результате атаки.", "Four were hurt in as a result of an attack."),
        ("В Ростовской области упал самолёт.", "A plane has crashed in the region."),
        ("Страна готова принять Ю. Тимошенко.", "The country is ready to accept."),
        ("Протесты прошли в Сиэтле.", "Protests were held in Smolensk."),
        ("Пловчиха Юлия Ефимова сможет выступить.", "The swimmer Yulia will be able to compete."),
        (
            "Первыми пришли Иван Серов и Олег Лебедев в Супер-спринте.",
            "Ivan Serov and Oleg won Super Sprint.",
        ),
        ("Её возглавил Виктор Успасских (6 процентов).", "It was led by Viktor (6 percent)."),
    ],
)
def test_a_name_is_missed(russian: str, english: str) -> None:
    assert "name.lost" in [doubt.rule for doubt in names_kept(pair(russian, english))]


@pytest.mark.parametrize(
    ("russian", "english"),
    [
        ("Министр прибыл в Минск.", "The minister has arrived in Smolensk."),
        ("Праздник отмечают в России.", "The holiday is celebrated in Omsk."),
        ("Его задержали в октябре прошлого года.", "He was detained in Penza last year."),
        ("Лидером в гонке стал Иван Серов.", "The leader in Tver was Ivan Serov."),
    ],
)
def test_a_place_is_another(russian: str, english: str) -> None:
    assert "name.changed" in [doubt.rule for doubt in names_kept(pair(russian, english))]


@pytest.mark.parametrize(
    ("told", "lost", "kept"),
    [
        (
            "Федотова и Захаревского разделила секунда.",
            "Fedotov and were parted by a second.",
            "Fedotov and Zakharevsky were parted by a second.",
        ),
        ("Дело Захаревского дошло до суда.", "The case of has reached court.", "His case has reached court."),
    ],
)
def test_that_a_name_stands_elsewhere_is_no_excuse_for_a_gap(told: str, lost: str, kept: str) -> None:
    russian = f"Захаревского вчера видели у стадиона возле реки. {told}"
    english = "Zakharevsky was seen yesterday at the stadium near the river. {}"
    for own, count in ((lost, 1), (kept, 0)):
        both = pairs(document(english.format(own), russian))
        assert sum(doubt.rule == "name.lost" for pair in both for doubt in names_kept(pair)) == count


@pytest.mark.parametrize(
    ("russian", "english"),
    [
        ("Его задержали в столице республики.", "He was detained in Kazan."),
        ("О проекте говорили на съезде геологов", "The project was discussed at the congress in Tver"),
        ("Выборы на Луганщине отменили.", "The vote in Luhansk region was cancelled."),
        ("Жители Псковщины ждут тепла.", "People in Pskov are waiting for warm weather."),
    ],
)
def test_a_town_may_be_told(russian: str, english: str) -> None:
    assert list(names_kept(pair(russian, english))) == []


@pytest.mark.parametrize(
    ("russian", "english"),
    [
        ("Президент принял патриарха Алексия Второго.", "The president received Patriarch Alexy II."),
        ("Дед Мороз приедет ночью.", "Santa Claus will come at night."),
        ("Глава МИД Саудовской Аравии в Москве.", "The Saudi foreign minister is in Moscow."),
        ("К поиску приступает комплекс «Кальмар».", 'The search is begun by the complex "Squid".'),
        ("В Ростовской области упал самолёт.", "A plane has crashed in the Rostov Region."),
    ],
)
def test_a_name_is_there(russian: str, english: str) -> None:
    assert list(names_kept(pair(russian, english))) == []


@pytest.mark.parametrize(
    ("russian", "english", "wrong"),
    [
        ("В Саратове открыли музей.", "A museum opened in Satratov.", "Satratov"),
        ("В Ростовской области идёт снег.", "It snows in the Rotov region.", "Rotov"),
        ("Сборная Аргентины победила.", "The team of Arentina won.", "Arentina"),
        ("Король Бахрейна приехал.", "The King of Bamrain has arrived.", "Bamrain"),
        ("Вчера выступил Олег Гордеев.", "Oleg Grodeev spoke yesterday.", "Grodeev"),
        ("Чуйков вернулся домой.", "Chyukov came home.", "Chyukov"),
        ("Министр Игорь Каменский уехал.", "Minister Igor Kamesnky left.", "Kamesnky"),
        ("Тренер Иван Башкатов доволен.", "Coach Ivan Baskatov is pleased.", "Baskatov"),
        ("Это слова Гайнуллиной.", "These are words of Gaunillina.", "Gaunillina"),
    ],
)
def test_a_slip_of_the_pen_is_missed(russian: str, english: str, wrong: str) -> None:
    told = pair(russian, english)
    [doubt] = [doubt for doubt in names_kept(told) if doubt.rule == "name.misspelt"]
    assert told.text[doubt.span.start : doubt.span.end] == wrong


@pytest.mark.parametrize(
    ("russian", "english"),
    [
        ("В Донбассе тихо.", "It is quiet in the Donbas."),
        ("В Саратове открыли музей.", "A museum opened in Saratov."),
        ("Вчера выступил Милан Шешевич.", "Milan Sesevic spoke yesterday."),
        ("Тренер Иван Башкатов доволен.", "Coach Ivan Bashkatov is pleased."),
        ("Жуков вернулся домой.", "Joukov came home."),
        ("Король Бахрейна приехал.", "The Bahraini king has arrived."),
    ],
)
def test_another_spelling_is_no_slip(russian: str, english: str) -> None:
    assert not list(names_kept(pair(russian, english)))


@pytest.mark.parametrize(
    ("russian", "english"),
    [
        ("У Сергея Гордеева теперь новый тренер.", "Sergei now has a new coach."),
        ("Вчера приехал Мурат Муратов.", "Murat came yesterday."),
    ],
)
def test_a_surname_behind_its_first_name_is_missed(russian: str, english: str) -> None:
    assert [doubt.rule for doubt in names_kept(pair(russian, english))] == ["name.lost"]


def test_a_surname_in_small_letters_is_there() -> None:
    assert not list(names_kept(pair("Видели Дональда Трампа вчера.", "Donald trump was seen yesterday.")))


def test_a_town_where_the_russian_has_a_month_is_another() -> None:
    told = pair("Завод построили в марте 2011 года.", "The plant was built in Astrakhan 2011.")
    assert [doubt.rule for doubt in names_kept(told)] == ["name.changed"]
