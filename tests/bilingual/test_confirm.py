"""Rules that need their Russian, and rules it confirms."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

import tqcheck
from tests.rulebook.support import rule_yaml
from tqcheck.bilingual.confirm import rendered_elsewhere, standing
from tqcheck.bilingual.pair import Pair
from tqcheck.bilingual.russian import sentence
from tqcheck.model import Span
from tqcheck.rulebook import open_rulebook

ENGLISH = "The crew saw a frank twitching of facts."


def check(tmp_path: Path, russian: str, **keys: Any) -> list[tuple[str, list[str]]]:
    book = tmp_path / "own.yaml"
    book.write_text(f"rules:\n- {rule_yaml('frank twitching', **keys)}\n", encoding="utf-8")
    settings = tqcheck.Settings(languagetool="off", rulebooks=(book,), select=("test",))
    [checked] = tqcheck.check_text(ENGLISH, settings, source=russian).documents
    source = checked.document.source
    assert source is not None
    return [(f.confidence.value, [source.quoted(s) for s in f.source]) for f in checked.findings]


@pytest.mark.parametrize(
    ("russian", "keys", "stands"),
    [
        ("Экипаж увидел откровенное передёргивание фактов.", {}, ["передёргивание"]),
        ("Экипаж увидел откровенное искажение фактов.", {}, None),
        ("Пожарные расчёты увидели это.", {"source": ["пожарный расчет"]}, ["Пожарные расчёты"]),
        ("Пожарные увидели расчёты.", {"source": ["пожарный расчёт"]}, None),
        ("Экипаж увидел передёргивание фактов.", {"source_near": ["экипаж", "лётчик"]}, ["передёргивание"]),
        ("Лётчик увидел передёргивание фактов.", {"source_near": ["экипаж"]}, None),
        ("Экипаж увидел передёргивание фактов.", {"source_unless": ["факт"]}, None),
    ],
)
def test_needs_source(
    tmp_path: Path, russian: str, keys: dict[str, object], stands: list[str] | None
) -> None:
    keys = {"source": ["передёргивание"], "needs_source": True, "confidence": "medium"} | keys
    assert check(tmp_path, russian, **keys) == ([("medium", stands)] if stands else [])


def test_a_rule_is_surer_where_its_russian_stands(tmp_path: Path) -> None:
    keys: dict[str, Any] = {"source": ["передёргивание"], "confidence": "medium"}
    assert check(tmp_path, "Экипаж увидел передёргивание фактов.", **keys) == [("high", ["передёргивание"])]
    assert check(tmp_path, "Экипаж увидел подтасовку фактов.", **keys) == [("medium", [])]


def test_without_a_source_nothing_that_needs_it_is_found(tmp_path: Path) -> None:
    book = tmp_path / "own.yaml"
    rule = rule_yaml("frank twitching", confidence="high", needs_source=True, source=["передёргивание"])
    book.write_text(f"rules:\n- {rule}\n", encoding="utf-8")
    settings = tqcheck.Settings(languagetool="off", rulebooks=(book,), select=("test",))
    assert tqcheck.check_text(ENGLISH, settings).documents[0].findings == ()


@pytest.mark.parametrize(
    ("suggestion", "russian", "found"),
    [
        ("crews", "Люди увидели передёргивание.", 0),
        ("crew", "Люди увидели передёргивание.", 0),
        ("crew of liars", "Люди увидели передёргивание.", 1),
        ("crew", "Экипаж увидел передёргивание.", 1),
        ("the", "Люди увидели передёргивание.", 1),
    ],
)
def test_a_suggestion_that_stands_already_clears(
    tmp_path: Path, suggestion: str, russian: str, found: int
) -> None:
    keys: dict[str, Any] = {"source": ["передёргивание"], "needs_source": True, "confidence": "medium"}
    assert len(check(tmp_path, russian, suggest=[suggestion], **keys)) == found


def beside(russian: str) -> Pair:
    """A pair of which only the Russian matters."""
    return Pair((), (sentence(russian, Span(0, len(russian))),), "", russian, 1.0)


@pytest.mark.parametrize(
    ("lemma", "russian", "plausibly", "likeliest"),
    [
        ("премьер", "На сцене — премьера комедии.", True, False),
        ("премьер", "Встреча с премьером Италии.", True, True),
        ("в связи с", "Уволен в связи с утратой доверия.", True, True),
        ("декретный отпуск", "Она ушла в декретный отпуск.", True, True),
    ],
)
def test_the_likeliest_lemma(lemma: str, russian: str, plausibly: bool, likeliest: bool) -> None:
    assert bool(standing([lemma], beside(russian))) is plausibly
    assert bool(standing([lemma], beside(russian), likeliest=True)) is likeliest


@pytest.mark.parametrize(
    ("english", "lemma", "russian", "elsewhere"),
    [
        ("destroyer", "истребитель", "Истребитель пролетел над эсминцем.", True),
        ("destroyer", "истребитель", "Истребитель пролетел над городом.", False),
        ("help", "помощь", "Они помогли с помощью зрителей.", True),
        ("military town", "военный городок", "Военный сдал квартиру в военном городке.", False),
    ],
)
def test_other_russian_may_account_for_the_english(
    english: str, lemma: str, russian: str, elsewhere: bool
) -> None:
    pair = beside(russian)
    assert rendered_elsewhere(english, pair, standing([lemma], pair)) is elsewhere


def test_no_rule_is_cleared_by_the_russian_that_it_names() -> None:
    """ведущий may be read as a form of вести too: a rule for it that вести clears would find nothing."""
    dead = [
        rule.id
        for rule in open_rulebook().rules()
        if rule.source and all(standing(rule.source_unless, beside(words)) for words in rule.source)
    ]
    assert dead == []


def test_no_shipped_rule_is_silenced_by_the_russian_that_it_is_about() -> None:
    """A list gathered from all Russian that the English can render held the words of the rule itself."""
    silenced = []
    for rule in open_rulebook().rules():
        for phrase in re.sub(r"\(.*?\)", " ", rule.russian).split(","):
            own = beside(phrase)
            if standing(rule.source, own) and standing(rule.source_unless, own, likeliest=True):
                silenced.append(f"{rule.id}: {phrase.strip()}")
    assert silenced == []
