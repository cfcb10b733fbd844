"""Findings kept between runs: the same report, and never a stale one."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import FreshCache
from tests.rulebook.support import rule_yaml
from tqcheck.checks.rulebook import RulebookCheck
from tqcheck.cli import main
from tqcheck.model import Document


@pytest.fixture
def looked_at(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts that the rules were tried on."""
    seen: list[str] = []
    check = RulebookCheck.check_many

    def counted(self: RulebookCheck, documents: Sequence[Document]) -> Any:
        seen.extend(document.path for document in documents)
        return check(self, documents)

    monkeypatch.setattr(RulebookCheck, "check_many", counted)
    return seen


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fresh_cache: FreshCache) -> Path:
    rule = rule_yaml("frank twitching", id="test.twitching", confidence="high", suggest=["distortion"])
    (tmp_path / "rules.yaml").write_text(f"rules:\n- {rule}\n", encoding="utf-8")
    (tmp_path / "tqcheck.toml").write_text('rulebooks = ["rules.yaml"]\nlanguagetool = "off"\n')
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(f"It was a frank twitching in {name}.\n")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(fresh_cache(tmp_path / "cache")))
    return tmp_path


def report(capsys: pytest.CaptureFixture[str], *options: str) -> str:
    main(["check", "a.txt", "b.txt", "--format", "json", "--judge", "off", *options])
    return capsys.readouterr().out


def test_unchanged_texts_are_not_looked_at_again(
    desk: Path, looked_at: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    first = report(capsys)
    assert looked_at == ["a.txt", "b.txt"]
    assert report(capsys) == first
    assert looked_at == ["a.txt", "b.txt"]
    (desk / "b.txt").write_text("It was an outright distortion.\n")
    findings = [len(d["findings"]) for d in json.loads(report(capsys))["documents"]]
    assert (findings[0] > 0, findings[1], looked_at[2:]) == (True, 0, ["b.txt"])
    report(capsys, "--no-cache")
    assert looked_at[3:] == ["a.txt", "b.txt"]


def _rule(desk: Path) -> None:
    (desk / "rules.yaml").write_text((desk / "rules.yaml").read_text().replace("distortion", "falsehood"))


def _accepted(desk: Path) -> None:
    with (desk / "tqcheck.toml").open("a") as file:
        file.write('accept = ["frank twitching"]\n')


def _ignored(desk: Path) -> None:
    with (desk / "tqcheck.toml").open("a") as file:
        file.write('per-file-ignores = {"a.txt" = ["test"]}\n')


@pytest.mark.parametrize("change", [_rule, _accepted, _ignored])
def test_what_decides_is_told_apart(
    desk: Path, capsys: pytest.CaptureFixture[str], change: Callable[[Path], None]
) -> None:
    from tqcheck.settings import forget

    first = report(capsys)
    change(desk)
    forget()
    again = report(capsys)
    assert json.loads(again)["documents"] != json.loads(first)["documents"]
    assert again == report(capsys, "--no-cache")


def test_kept_findings_that_are_damaged_are_found_anew(
    desk: Path, looked_at: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    first = report(capsys)
    for file in (desk / "cache").rglob("findings/*.json"):
        file.write_bytes(b"1-0\n{}")
    assert report(capsys) == first
    assert looked_at == ["a.txt", "b.txt"] * 2


@pytest.mark.usefixtures("desk")
def test_a_baseline_applies_to_kept_findings(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["baseline", "create", "baseline.json", "a.txt", "b.txt"]) == 0
    capsys.readouterr()
    for _ in range(2):
        told = json.loads(report(capsys, "--baseline", "baseline.json"))
        assert [(d["findings"], d["suppressed"] > 0) for d in told["documents"]] == [([], True)] * 2
