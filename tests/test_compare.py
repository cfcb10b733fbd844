"""Two translations of the same texts: figures, chance, pairing, the command."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest
from rich.console import Console

from tqcheck.cli import main
from tqcheck.compare import Pair, Unit, compare, paragraphs
from tqcheck.model import CheckedDocument, Confidence, Finding, Severity, Span
from tqcheck.pair_paths import pair_paths
from tqcheck.readers import read_text
from tqcheck.score import score
from tqcheck.writers.comparison import ComparisonView, verdict, write_comparison

BAD = "Ice rain hit the region.\n\nHe saw a snow avalanche in the state Duma.\n\nThe third is sound.\n"
GOOD = BAD.replace("Ice rain", "Freezing rain").replace("snow avalanche", "avalanche")
OFF = ["--languagetool", "off"]


def text(count: int, faults: list[int], path: str = "a.txt") -> CheckedDocument:
    """Paragraphs of ten words; those numbered have a major finding in their first word."""
    document = read_text("\n\n".join(["word one two three four five six seven eight nine."] * count), path)
    found = []
    for number in faults:
        start = document.paragraphs[number].span.start
        span = Span(start, start + 4)
        rule, sure = f"sense.x{number % 3}", Confidence.HIGH
        found.append(Finding(rule, "rulebook", span, "word", Severity.MAJOR, sure, "accuracy", "wrong"))
    return CheckedDocument(document, tuple(found), score(found, document.words))


def test_equal_translations_do_not_differ() -> None:
    one = text(20, [1, 5, 9])
    found = compare([(one, one)])
    assert found.bootstrap.difference == 0
    assert not found.bootstrap.significant
    assert (found.gone, found.come) == ((), ())
    assert verdict(found) == "No difference."


def test_a_large_difference_is_no_chance() -> None:
    found = compare([(text(60, list(range(0, 60, 2))), text(60, [3]))])
    assert found.bootstrap.unit is Unit.PARAGRAPH
    assert found.bootstrap.units == 60
    assert found.bootstrap.difference == pytest.approx(1000 * 5 * (1 - 30) / 600)
    assert found.bootstrap.low <= found.bootstrap.difference <= found.bootstrap.high < 0
    assert found.bootstrap.significant
    assert len(found.gone) == 29  # three rules, of which B has one once
    assert len(found.come) == 0
    assert verdict(found).startswith("B is better than A by 241.7 penalty points per 1,000 words (")


def test_a_small_difference_may_be_chance() -> None:
    found = compare([(text(30, [1, 7]), text(30, [2, 11, 19]))])
    assert not found.bootstrap.significant
    assert "which may be chance" in verdict(found)
    assert found.worse_texts == 1


@pytest.mark.parametrize(("texts", "chance"), [(1, 1.0), (3, 0.25), (5, 0.0625), (6, 0.03125)])
def test_few_texts_cannot_tell_much_however_often_they_are_drawn(texts: int, chance: float) -> None:
    """Each is better in B by far; paragraphs cannot be drawn, for there are not as many."""
    pairs = [(text(30, list(range(20)), f"{number}.txt"), text(29, [])) for number in range(texts)]
    found = compare(pairs)
    assert found.bootstrap.unit is Unit.TEXT
    assert found.bootstrap.chance == chance
    assert found.bootstrap.significant == (texts > 5)


def test_chance_alone_is_seldom_called_significant() -> None:
    """Two translations with equally many faults: at most about one comparison in twenty."""
    chance, called = random.Random(3), 0
    for _ in range(100):
        pairs: list[Pair] = []
        for _ in range(25):
            sides = [text(2, [i for i in range(2) if chance.random() < 0.3]) for _ in "AB"]
            pairs.append((sides[0], sides[1]))
        found = compare(pairs, seed=1)
        assert found.bootstrap.unit is Unit.TEXT
        called += found.bootstrap.significant
    assert called <= 12


def test_equal_seeds_equal_figures() -> None:
    pairs = [(text(30, [1, 2, 3]), text(30, [5]))]
    assert compare(pairs, 5) == compare(pairs, 5)
    assert compare(pairs, 5).bootstrap != compare(pairs, 6).bootstrap


def test_every_finding_counts_in_one_paragraph() -> None:
    checked = text(12, [0, 3, 3, 11])
    weights = paragraphs(checked)
    assert [w.points for w in weights] == [5, 0, 0, 10, 0, 0, 0, 0, 0, 0, 0, 5]
    assert sum(w.words for w in weights) == checked.document.words


def test_folders_are_paired_by_name(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for side, content in (("a", BAD), ("b", GOOD)):
        (tmp_path / side / "deep").mkdir(parents=True)
        for name in ("one.txt", "deep/two.md"):
            (tmp_path / side / name).write_text(content)
    a, b = tmp_path / "a", tmp_path / "b"
    assert [p.name for p in pair_paths(str(a), str(b)).a] == ["two.md", "one.txt"]
    assert main(["compare", str(a), str(b), *OFF]) == 0
    shown = capsys.readouterr().out
    assert "2 of 2 texts better in B, 0 worse" in shown
    assert "  2 sense.freezing-rain “Ice rain”" in shown
    (b / "three.txt").write_text(GOOD)
    assert main(["compare", str(a), str(b), *OFF]) == 2
    assert "three.txt: has no fellow in" in capsys.readouterr().err


def test_the_command_as_json_and_as_a_gate(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    good, bad = tmp_path / "good.txt", tmp_path / "bad.txt"
    good.write_text("\n\n".join([GOOD] * 8))
    bad.write_text("\n\n".join([BAD] * 8))
    assert main(["compare", str(good), str(bad), "--format", "json", "--fail-if-worse", *OFF]) == 1
    found = json.loads(capsys.readouterr().out)
    assert found["bootstrap"]["significant"] is True
    assert found["bootstrap"]["difference"] > 0
    assert [side["score"]["critical"] for side in found["sides"]] == [0, 0]
    assert {change["rule"] for change in found["only_in_b"]} >= {"sense.freezing-rain"}
    assert (
        main(["compare", str(bad), str(good), "--fail-if-worse", "--output", str(tmp_path / "o.txt"), *OFF])
        == 0
    )
    assert "B is better than A" in (tmp_path / "o.txt").read_text()
    assert [set(side["score"]["interval"]) for side in found["sides"]] == [{"low", "high", "level"}] * 2
    assert main(["compare", str(good), str(tmp_path), *OFF]) == 2
    assert "two files or two folders" in capsys.readouterr().err
    assert main(["compare", str(tmp_path), str(tmp_path / "nothing"), *OFF]) == 2
    assert capsys.readouterr().err == f"tqcheck: {tmp_path / 'nothing'}: does not exist\n"
    assert main(["compare", str(good), str(good), "--judge", "on", *OFF]) == 2
    assert "judge install" in capsys.readouterr().err


def test_views_are_stable(golden: object) -> None:
    found = compare([(text(60, list(range(0, 60, 2))), text(60, [3, 4]))])
    console = Console(width=80, record=True, file=None, no_color=True)
    with console.capture() as capture:
        console.print(ComparisonView(found, ("a\x1b[31m.txt", "b.txt")), soft_wrap=True)
    assert callable(golden)
    golden("compare-80.txt", capture.get())
    golden("compare.json", write_comparison(found, ("a.txt", "b.txt"), "tqcheck"))
