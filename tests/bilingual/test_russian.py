"""Words and sentences of Russian."""

from __future__ import annotations

import pytest

from tqcheck.bilingual.russian import analysis, sentence, sentences
from tqcheck.model import Span

TEXT = "😀 А. С. Пушкин жил в XIX в. в г. Москве. Стали искать трёх пожарных!"


def test_sentences_with_abbreviations() -> None:
    assert [TEXT[s.start : s.end] for s in sentences(TEXT, 2, len(TEXT))] == [
        "А. С. Пушкин жил в XIX в. в г. Москве.",
        "Стали искать трёх пожарных!",
    ]


@pytest.mark.parametrize(
    ("word", "pos", "lemmas"),
    [
        ("Стали", "VERB", {"стать"}),
        ("трёх", "NUMR", {"три"}),
        ("пожарных", "NOUN", {"пожарный"}),
        ("!", "PNCT", {"!"}),
        ("1,5", "NUMB", {"1,5"}),
        ("iPhone", "LATN", {"iphone"}),
        ("15-летний", "NUMB", {"летний"}),
        ("Минцифры", "NOUN", {"минцифры"}),
    ],
)
def test_words(word: str, pos: str, lemmas: set[str]) -> None:
    [found] = sentence(f"  {word}", Span(2, 2 + len(word))).words
    assert (found.text, found.pos, found.span.start) == (word, pos, 2)
    assert lemmas <= found.lemmas


def test_a_rare_reading_is_not_plausible() -> None:
    [word] = sentence("стали", Span(0, 5)).words
    assert "сталь" not in word.lemmas


def test_a_stretch_without_end_is_cut_at_spaces() -> None:
    text = "слово " * 3_000
    found = list(sentences(text, 0, len(text)))
    assert len(found) == 4
    assert " ".join(text[s.start : s.end] for s in found) == text.strip()


def test_latin_letters_within_russian_words_are_read_as_meant() -> None:
    text = "Флаг понесeт пловец Nike, вперëд, таkой"  # with a Latin e, ë and k
    words = [word for word in sentence(text, Span(0, len(text))).words if word.pos != "PNCT"]
    assert [word.lemma for word in words] == ["флаг", "понести", "пловец", "nike", "вперёд", "такой"]
    assert [text[word.span.start : word.span.end] for word in words] == text.replace(",", "").split()


def test_a_past_is_likelier_than_an_order() -> None:
    lemma, _, pos, grammemes = analysis("нашли")
    assert (lemma, pos, "past" in grammemes) == ("найти", "VERB", True)
