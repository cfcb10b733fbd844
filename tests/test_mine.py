"""The miner: what machines write and people do not, with the Russian behind it."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from tqcheck.cli import main
from tqcheck.mine import Mined, mine
from tqcheck.rulebook.program import Program, compile_files
from tqcheck.writers.mined import write_drafts, write_mined

NOUNS = [("school", "школа"), ("bridge", "мост"), ("theatre", "театр"), ("hospital", "больница")]


def _corpus(seed: int = 1) -> tuple[list[tuple[str, str]], list[str]]:
    """Lines in which спецслужбы become "special services", and clean lines in which they do not."""
    rng = random.Random(seed)
    machine, people = [], []
    for i in range(400):
        english, russian = rng.choice(NOUNS)
        who = rng.choice(["The", "Foreign", "Several", "Local"])
        if i % 8 == 0:
            machine.append((f"{who} special services at the {english}", f"Спецслужбы: {russian}"))
        else:
            machine.append((f"{who} students visited the {english}", f"Студенты посетили: {russian}"))
        people.append(f"{who} students visited the {english}")
    return machine, people


def _mine(machine: list[tuple[str, str]], people: list[str], **more: object) -> list[Mined]:
    return mine(machine, people, lemma=str, covered=lambda _: [], **more)  # type: ignore[arg-type]


def test_the_calque_is_among_the_best_with_its_russian() -> None:
    found = {m.phrase: m for m in _mine(*_corpus())[:3]}
    calque = found["special services"]
    assert "спецслужбы" in calque.russian
    assert (calque.machine, calque.people, calque.share) == (50, 0, 1.0)
    assert len(calque.examples) == 3


def test_what_people_write_as_often_is_no_finding() -> None:
    assert not [m for m in _mine(*_corpus()) if "visited" in m.phrase and m.score > 1]


def test_without_clean_english_the_russian_decides() -> None:
    machine, _ = _corpus()
    assert "спецслужбы" in {word for m in _mine(machine, []) for word in m.russian.split()}


def test_rare_phrases_are_left_out() -> None:
    machine, people = _corpus()
    assert _mine(machine, people, least=51, most=5) == [
        m for m in _mine(machine, people, least=51, most=5) if m.machine >= 51
    ]


def test_the_same_corpus_gives_the_same_result() -> None:
    assert _mine(*_corpus()) == _mine(*_corpus())


def test_what_a_rule_covers_is_said_and_not_drafted() -> None:
    machine, people = _corpus()

    def covered(text: str) -> list[tuple[int, int, str]]:
        at = text.find("special services")
        return [(at, at + 16, "term.special-services")] if at >= 0 else []

    found = mine(machine, people, lemma=str, covered=covered)
    assert found[0].rules == ("term.special-services",)
    assert "[term.special-services]" in write_mined(found)
    assert "draft.special-services" not in write_drafts(found, len(machine))


def test_drafts_load_as_a_rulebook() -> None:
    machine, people = _corpus()
    drafts = write_drafts(_mine(machine, people), len(machine))
    rules = Program(compile_files([("drafts.yaml", drafts.encode())])).rules()
    assert rules
    assert all(rule.confidence == "low" for rule in rules)


def test_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    machine, people = _corpus()
    both = tmp_path / "both.tsv"
    both.write_text("".join(f"x\t{en}\t{ru}\n" for en, ru in machine), encoding="utf-8")
    (tmp_path / "clean.txt").write_text("\n".join(people), encoding="utf-8")
    arguments = ["--mt", f"{both}:2", "--source", f"{both}:3", "--clean", str(tmp_path / "clean.txt")]
    assert main(["mine", *arguments, "--output", str(tmp_path / "drafts.yaml")]) == 0
    assert "special services" in capsys.readouterr().out
    assert "draft." in (tmp_path / "drafts.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("mt", "source", "said"),
    [
        pytest.param("a\nb\n", "а\n", "2 lines", id="not-parallel"),
        pytest.param("a\tb\n", "а\n", "has no column 3", id="no-such-column"),
    ],
)
def test_bad_input(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], mt: str, source: str, said: str
) -> None:
    (tmp_path / "mt.tsv").write_text(mt, encoding="utf-8")
    (tmp_path / "ru.txt").write_text(source, encoding="utf-8")
    column = ":3" if "column" in said else ""
    assert main(["mine", "--mt", f"{tmp_path / 'mt.tsv'}{column}", "--source", str(tmp_path / "ru.txt")]) == 2
    assert said in capsys.readouterr().err
