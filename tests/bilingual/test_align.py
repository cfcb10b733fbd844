"""Alignment: which sentences belong together."""

from __future__ import annotations

from tests.bilingual.support import beads, source

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


def test_beads_hold_every_sentence_once() -> None:
    english = "Entirely different.\n\nNothing fits here at all, not even 15 of these words.\n\nTruly."
    made = source(english, RUSSIAN)
    assert len([s for bead in made.beads for s in bead.english]) == 3
    assert len({s for bead in made.beads for s in bead.russian}) == 5
