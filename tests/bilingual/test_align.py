"""Alignment: which sentences belong together."""

from __future__ import annotations

import pytest

from tests.bilingual.support import beads, source
from tqcheck.model import InputError, Span

RUSSIAN = """Лавров прибыл в Минск

Министр иностранных дел Сергей Лавров прибыл в Минск. Он проведёт переговоры с президентом Лукашенко.

Визит продлится 2 дня. В Кремле его назвали важным."""


def shapes(english: str) -> list[tuple[int, int]]:
    return [(len(left), len(right)) for left, right in beads(english, RUSSIAN)]


def test_sentence_by_sentence() -> None:
    english = """Lavrov has arrived in Minsk

Foreign Minister Sergei Lavrov has arrived in Minsk. He will hold talks with President Lukashenko.

The visit will last 2 days. The Kremlin called it important."""
    assert shapes(english) == [(1, 1)] * 5


def test_paragraphs_merged_and_split() -> None:
    english = """Lavrov has arrived in Minsk

Foreign Minister Sergei Lavrov has arrived in Minsk.

He will hold talks with President Lukashenko. The visit will last 2 days. The Kremlin called it important."""
    assert shapes(english) == [(1, 1)] * 5


def test_sentences_merged() -> None:
    english = """Lavrov has arrived in Minsk

Foreign Minister Sergei Lavrov has arrived in Minsk, and he will hold talks with President Lukashenko.

The visit will last 2 days. The Kremlin called it important."""
    assert shapes(english) == [
        (1, 1),
        (1, 2),
        (1, 1),
        (1, 1),
    ]


def test_a_missing_sentence() -> None:
    english = """Lavrov has arrived in Minsk

Foreign Minister Sergei Lavrov has arrived in Minsk.

The visit will last 2 days. The Kremlin called it important."""
    lost = [right for left, right in beads(english, RUSSIAN) if not left]
    assert lost == [["Он проведёт переговоры с президентом Лукашенко."]]


def test_a_moved_sentence_is_found() -> None:
    english = """Lavrov has arrived in Minsk

The visit will last 2 days. The Kremlin called it important. He will hold talks with President Lukashenko.

Foreign Minister Sergei Lavrov has arrived in Minsk."""
    russian = [right for left, right in beads(english, RUSSIAN) if any("hold talks" in part for part in left)]
    assert russian == [["Он проведёт переговоры с президентом Лукашенко."]]


def test_many_sentences_rendered_by_one() -> None:
    english = """Lavrov has arrived in Minsk, he is Foreign Minister Sergei Lavrov, he will hold talks with
President Lukashenko, the visit will last 2 days, the Kremlin called it important."""
    headline = RUSSIAN.splitlines()[0]  # says nothing that the sentences below it do not
    assert [right for left, right in beads(english, RUSSIAN) if not left] == [[headline]]


def test_beads_hold_every_sentence_once() -> None:
    english = (
        "The visit will last 2 days.\n\nLavrov in Minsk.\n\nNothing here.\n\nThe Kremlin called it important."
    )
    made = source(english, RUSSIAN)
    assert sorted(s for bead in made.beads for s in bead.russian) == every(RUSSIAN)
    assert len([s for bead in made.beads for s in bead.english]) == 4


def every(russian: str) -> list[Span]:
    return sorted(s for bead in source("Lavrov in Minsk.\n\n" * 5, russian).beads for s in bead.russian)


@pytest.mark.parametrize(
    ("russian", "why"),
    [
        (
            "Учёные нашли в Антарктиде окаменелости древних пингвинов возрастом 40 миллионов лет. " * 3,
            "not seem",
        ),
        ("The same in English, since somebody chose the wrong file.", "is not Russian"),
        ("Міністр закордонних справ прибув до Мінська, їхній візит триватиме 2 дні.", "not in Russian"),
    ],
)
def test_what_is_no_source_of_the_text(russian: str, why: str) -> None:
    english = "Foreign Minister Sergei Lavrov has arrived in Minsk. He will hold talks with the president."
    with pytest.raises(InputError, match=why):
        source(english, russian)


def test_a_sentence_that_tells_nothing_is_unsure() -> None:
    made = source("Lavrov has arrived in Minsk.\n\nAbsolute nonsense stands beside this.", RUSSIAN[:88])
    assert [bead.english[0].start for bead in made.compared] == [0]


def test_a_sentence_with_few_words_in_common_is_held_in_place_by_its_neighbours() -> None:
    russian = """Лавров прибыл в Минск.

Превышение этих норм может говорить о том, что здоровье находится под угрозой.

Визит продлится 2 дня."""
    english = """Lavrov has arrived in Minsk.

Exceeding these norms indicates that health is at risk.

The visit will last 2 days."""
    assert [bead.sure >= 0.5 for bead in source(english, russian).beads] == [True] * 3
    neighbours = english.replace("Lavrov has arrived in Minsk.", "Tea was served."), russian
    assert [bead.sure >= 0.5 for bead in source(*neighbours).beads] == [False, False, True]


def test_one_sentence_beside_one_is_believed_to_render_it() -> None:
    made = source("Exceeding these norms means risks.", "Превышение таких норм говорит об угрозе здоровью.")
    assert [bead.sure >= 0.5 for bead in made.beads] == [True]
