"""What stands first in the Russian and is no subject, made the one who acts."""

from __future__ import annotations

from functools import partial

import pytest

from tests.bilingual.support import doubted
from tqcheck.bilingual.detectors.roles.fronted import fronted_kept

found = partial(doubted, fronted_kept)


@pytest.mark.parametrize(
    ("russian", "english", "wrong"),
    [
        (
            "Старый маршрут повторит российская лётчица.",
            "The old route will repeat the Russian pilot.",
            "The old route will repeat the Russian pilot",
        ),
        (
            "Проблемы города готова решать партия.",
            "The problems of the city are ready to solve the party.",
            "The problems of the city are ready to solve the party",
        ),
        (
            "К протестам рабочих присоединилась молодёжь.",
            "The workers' protests joined the youth.",
            "protests joined the youth",
        ),
        (
            "От исхода матча зависит судьба тренера.",
            "The outcome of the match depends on the fate of the coach.",
            "The outcome of the match depends on the fate",
        ),
        (
            "О массовых арестах свидетельствуют жители города.",
            "Mass arrests testify to residents of the city.",
            "Mass arrests testify to residents",
        ),
        (
            "Крупную банду, которая торговала оружием, задержала полиция.",
            "A large gang, which sold weapons, detained the police.",
            "A large gang, which sold weapons, detained the police",
        ),
        (
            "Чиновников, которые затягивают стройку, раскритиковал министр.",
            "Officials who delay construction, criticized the minister.",
            "Officials who delay construction, criticized the minister",
        ),
        (
            "Семье дворника, выселенного из квартиры, предоставили жильё.",
            "The family of the janitor, evicted from the flat, provided housing.",
            "The family of the janitor, evicted from the flat, provided housing",
        ),
        (
            "Камчатке, Приморью и Омску выделят средства.",
            "Kamchatka, Primorye and Omsk will allocate funds.",
            "Primorye and Omsk will allocate funds",
        ),
        (
            "Двести заявок получила комиссия.",
            "Two hundred applications received the commission.",
            "Two hundred applications received the commission",
        ),
        (
            "В Багдаде прессе представили новые доказательства.",
            "In Baghdad, the press presented new evidence.",
            "the press presented new evidence",
        ),
        (
            "В посольство была вызвана директор школы.",
            "The embassy has summoned the school principal.",
            "The embassy has summoned the school principal",
        ),
        (
            "У бывшего министра искали секретные документы.",
            "The former minister was looking for secret documents.",
            "The former minister was looking for secret documents",
        ),
        (
            "О ходе поисков премьеру доложил министр.",
            "On the progress of the search, the premier reported the minister.",
            "the premier reported the minister",
        ),
        ("Ветеранов хотят наградить.", "Veterans want to award.", "Veterans want to award"),
        (
            "Журналистам обещают предоставить данные.",
            "Journalists promised to provide the data.",
            "Journalists promised to provide",
        ),
        (
            "Певца пытались не пустить в клуб.",
            "The singer tried not to let into the club.",
            "The singer tried not to let",
        ),
        (
            "Поэта готовятся перевезти в Омск.",
            "The poet is preparing to transport to Omsk.",
            "The poet is preparing to transport",
        ),
        (
            "Должникам перестанут выдавать паспорта.",
            "Debtors will cease to issue passports.",
            "Debtors will cease to issue",
        ),
        ("США раскритиковал министр.", "The US criticized the minister.", "The US criticized the minister"),
        (
            "Бендукидзе ищут следователи.",
            "Bendukidze is looking for investigators.",
            "Bendukidze is looking for investigators",
        ),
        (
            "Певицу ждут в суде.",
            "The singer waiting in court.",
            "The singer waiting",
        ),
        (
            "Институт с юбилеем поздравил министр.",
            "The institute congratulated the minister on his anniversary.",
            "The institute congratulated the minister",
        ),
        (
            "Омск и Москву связала новая дорога.",
            "Omsk and Moscow connected a new road.",
            "Omsk and Moscow connected a new road",
        ),
        (
            "Науке была посвящена встреча с учёными.",
            "Science was devoted to a meeting with scientists.",
            "Science was devoted to a meeting",
        ),
        (
            "Жителей столицы ждёт суровая зима.",
            "Residents of the capital are waiting for a harsh winter.",
            "Residents of the capital are waiting for a harsh winter",
        ),
        (
            "На министра готовилось покушение.",
            "The minister was preparing an assassination attempt.",
            "The minister was preparing an assassination attempt",
        ),
        (
            "Для ветеранов организовали концерт.",
            "Veterans organized a concert.",
            "Veterans organized a concert",
        ),
        (
            "В Литве агентом КГБ объявили покойного актёра.",
            "In Lithuania, the KGB agent announced the late actor.",
            "the KGB agent announced the late actor",
        ),
        (
            "К наградам представлены подростки.",
            "The awards presented teenagers.",
            "The awards presented teenagers",
        ),
        (
            "У авиакомпании аннулирован сертификат.",
            "The airline revoked the certificate.",
            "The airline revoked the certificate",
        ),
        (
            "У приехавших в Омск женщин отняли детей.",
            "The women who came to Omsk have taken the children.",
            "The women who came to Omsk have taken the children",
        ),
        (
            "Беженцам из Донбасса помогает вся страна.",
            "Refugees from the Donbass help the whole country.",
            "Refugees from the Donbass help the whole country",
        ),
        (
            "Российским и белорусским спортсменам отказали в участии.",
            "Russian and Belarusian athletes refused to take part.",
            "Russian and Belarusian athletes refused",
        ),
        (
            "Хусейна сдал его телохранитель.",
            "Hussein traded his bodyguard.",
            "Hussein traded his bodyguard",
        ),
        (
            "Чиновников подверг критике Медведев.",
            "The officials criticized Medvedev.",
            "The officials criticized Medvedev",
        ),
        (
            "Жертв вируса хотят хоронить в парках.",
            "Victims of the virus want to be buried in parks.",
            "Victims of the virus want to be buried",
        ),
        (
            "Задержанных мигрантов запретят перевозить.",
            "Detained migrants will be prohibited from transporting.",
            "Detained migrants will be prohibited from transporting",
        ),
        ("Джо Байдена напугал кролик.", "Joe Biden scares a rabbit.", "Joe Biden scares a rabbit"),
        (
            "В центре «Патриот» Сергею Шойгу показали новые танки.",
            "At the Patriot centre Sergei Shoigu showed new tanks.",
            "Sergei Shoigu showed new tanks",
        ),
        (
            "У подразделений армии отбили город.",
            "The units of the army recaptured the city.",
            "The units of the army recaptured the city",
        ),
        (
            "Бывшего министра Мануэля Вальса обсыпали мукой.",
            "The former minister Manuel Valls sprinkled flour.",
            "The former minister Manuel Valls sprinkled flour",
        ),
        (
            "На борьбу с пожаром брошена армия.",
            "The fight against the fire abandoned the army.",
            "The fight against the fire abandoned the army",
        ),
        ("США грозят морозы.", "The US threatens frosts.", "The US threatens frosts"),
        (
            "«Спартак» в этом сезоне будет тренировать Дмитрий Аленичев.",
            "Spartak will train Dmitry Alenichev this season.",
            "Spartak will train Dmitry Alenichev",
        ),
        (
            "Более двухсот предложений получила группа.",
            "More than two hundred proposals received the group.",
            "two hundred proposals received the group",
        ),
        (
            "Лётчикам показали, как делают самолёты.",
            "The pilots showed how planes are made.",
            "The pilots showed",
        ),
        (
            "Массовыми беспорядками завершился в Китае Чемпионат мира.",
            "Mass riots ended in China World championship.",
            "Mass riots ended in China World championship",
        ),
        (
            "Указом Путина пресс-секретарём президента назначен Громов.",
            "By decree of Putin, the press secretary of the president appointed Gromov.",
            "the press secretary of the president appointed Gromov",
        ),
        (
            "Конца света ждали сотни туристов.",
            "The end of the world was waiting for hundreds of tourists.",
            "The end of the world was waiting for hundreds",
        ),
        (
            "Первых пациентов принял новый центр.",
            "The first patients received a new centre.",
            "The first patients received a new centre",
        ),
        (
            "Приказ сбить самолёт отдал бывший премьер.",
            "The order to shoot down the plane gave the former prime minister.",
            "The order to shoot down the plane gave the former prime minister",
        ),
        (
            "Виновниками обвала, вероятно, признают чиновников.",
            "The culprits of the collapse, probably, recognize officials.",
            "The culprits of the collapse, probably, recognize officials",
        ),
        (
            "Бороться с преступностью помогут новые технологии.",
            "Fighting crime will help new technology.",
            "Fighting crime will help new technology",
        ),
        (
            "Разобраться с ситуацией требует парламент.",
            "To deal with the situation requires the parliament.",
            "deal with the situation requires the parliament",
        ),
        (
            "В зоопарке Омска зверей приходится спасать от жары.",
            "In the Omsk zoo animals have to save from the heat.",
            "animals have to save",
        ),
        (
            "Редкие кадры удалось сделать путешественнику.",
            "Rare footage managed to make a traveller.",
            "Rare footage managed to make a traveller",
        ),
        (
            "Штраф придётся выплатить преподавателю.",
            "The fine will have to pay the teacher.",
            "The fine will have to pay the teacher",
        ),
        (
            "Старые компьютеры решено обновлять.",
            "Old computers decided to update.",
            "Old computers decided to update",
        ),
        (
            "Картину художника защитят стеклом.",
            "The artist's painting will protect glass.",
            "The artist's painting will protect glass",
        ),
    ],
)
def test_what_stands_first_does_not_act(russian: str, english: str, wrong: str) -> None:
    assert found(russian, english) == [wrong]


@pytest.mark.parametrize(
    ("russian", "english"),
    [
        (
            "Старый маршрут повторит российская лётчица.",
            "A Russian woman pilot is to fly the old route again.",
        ),
        ("Старый маршрут повторит лётчица.", "The old route will be repeated by a woman pilot."),
        ("Проблему готова решить партия.", "The problem can be solved by the party."),
        ("К протестам присоединилась молодёжь.", "The protests were joined by young people."),
        ("К победе привела ошибка соперника.", "Victory came from a rival's mistake."),
        ("От исхода выборов зависит политика.", "The outcome of the election determines policy."),
        ("О планах рассказал министр.", "The plans were described by the minister."),
        ("О взрыве сообщила полиция.", "The explosion was reported by police."),
        (
            "Банду, которая торговала оружием, задержала полиция.",
            "The gang, which sold weapons, has been caught by police.",
        ),
        (
            "Завод, построенный до войны, закрыли власти.",
            "The plant, built before the war, closed on the authorities' orders.",
        ),
        ("Рекорд установила лыжница.", "The record fell to a skier."),
        ("Внимание привлекла картина.", "Attention focused on the painting."),
        ("С пожаром справились спасатели.", "The fire was put out by rescuers."),
        ("На вопросы ответила министр.", "The questions were answered by the minister."),
        ("У компании отозвали лицензию.", "The company lost its licence."),
        ("У компании потребовали документы.", "The company was asked for documents."),
        ("Ветеранов хотят наградить.", "Veterans are to be awarded."),
        ("Раненых начали эвакуировать.", "The wounded began to be evacuated."),
        ("Детей начали учить музыке.", "Children started learning music."),
        ("Певца пытались не пустить в клуб.", "An attempt was made to keep the singer out of the club."),
        ("Школьникам разрешили носить шорты.", "Schoolchildren allowed to wear shorts."),
        ("Завод планируют закрыть.", "The plant plans to close."),
        ("Бороться с преступностью помогут камеры.", "Fighting crime will be easier with cameras."),
        ("Бороться с преступностью помогут камеры.", "To fight crime, cameras will help."),
        ("Купить дом решил известный актёр.", "Buying a house was the famous actor's decision."),
        ("Зверей приходится спасать от жары.", "The animals have to be saved from the heat."),
        ("Пассажиров удалось эвакуировать.", "The passengers managed to evacuate."),
        ("Дорогу можно открыть.", "The road can open."),
        ("Пирог можно есть холодным.", "The cake can be eaten cold."),
        ("Победить решено любой ценой.", "It has been decided to win at any price."),
        ("Пострадавших удалось спасти врачам.", "The injured were saved by doctors."),
        ("Штраф придётся выплатить банку.", "The fine will have to be paid by the bank."),
        ("Супруга Барака Обамы ищет голоса.", "Barack Obama's wife seeks votes."),
        ("США грозят морозы.", "The US faces frosts."),
        ("«Спартак» обыграл гостей.", "Spartak beat the visitors."),
        ("«Спартак» тренирует молодёжь.", "Spartak trains young players."),
        ("На матч проданы все билеты.", "The match is sold out."),
        ("В крае лихачей ищут дроны.", "In the region, drones look for reckless drivers."),
        ("Туристов ждут в Сочи.", "Tourists are expected in Sochi."),
        ("Первых пациентов принял центр.", "The first patients came to the centre."),
        ("Работам мешает ветер.", "Work is hampered by the wind."),
        ("Работам мешает ветер.", "Work struggles against the wind."),
        ("США грозят санкциями.", "The US threatens sanctions."),
        ("Жителей ждут перемены.", "Residents await changes."),
        ("Жителей ждут перемены.", "Residents can expect changes."),
        ("Жителей ждут перемены.", "Changes are waiting for the residents."),
        (
            "Первый канал в прямом эфире покажет матч Германия — Россия.",
            "Channel One will show the match Germany v Russia live.",
        ),
        (
            "На совещании у президента обсуждалась реформа.",
            "The president discussed the reform at a meeting.",
        ),
        ("У депутатов начались каникулы.", "The deputies began their holidays."),
        ("У президента запланирована встреча.", "The president has planned a meeting."),
        ("Министра поддержал депутат.", "The minister won the backing of a deputy."),
        ("Министра поддержал депутат.", "The minister gained a deputy's backing."),
        ("Команду обыграли гости.", "The team lost to the visitors."),
        ("Студентам запретили брать книги.", "Students were prohibited from taking books."),
        ("Агентом назвали певца.", "The singer was called an agent."),
        ("Картину защитят стеклом.", "Glass will protect the painting."),
        ("Картину защитят стеклом.", "The painting gets a glass cover."),
        ("Против министра возбудили дело.", "The minister faces criminal charges."),
        ("Для детей построили школу.", "The children got a new school."),
        ("У певца угнали машину.", "The singer had his car stolen."),
        ("Ветеранам пообещали жильё.", "Veterans promised homes."),
        ("Юбилею посвящён концерт.", "The anniversary was marked by a concert."),
        ("Канал запускает шоу «Новая революция».", "The channel launches a show, New Revolution."),
        (
            "Депутаты, которые критиковали закон, поддержали премьера.",
            "Deputies who had criticised the law, supported the prime minister.",
        ),
        ("Двадцать один человек спас детей.", "Twenty-one people saved the children."),
    ],
)
def test_right_renderings_are_left_alone(russian: str, english: str) -> None:
    assert found(russian, english) == []
