"""The real model, fetched and converted by the command, judging a text."""

from __future__ import annotations

import json
import re
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from tqcheck.cli import main
from tqcheck.judge import home, model
from tqcheck.judge.estimate.kinds import described

TEXT = (
    "After the birth of her second child she went on decree leave for a year.\n\n"
    "The company sold its shares to a foreign bank on Friday."
)


@pytest.fixture(scope="module")
def real_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that the model is installed into, once."""
    return tmp_path_factory.mktemp("data") / "judge"


def checked(path: Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, Any]:
    arguments = ["--judge", "on", "--select", "judge", "--languagetool", "off", "--format", "json"]
    status = main(["check", str(path), *arguments])
    return status, json.loads(capsys.readouterr().out)


def test_install_and_check(
    real_home: Path,
    cache: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(home, "home", lambda: real_home)
    monkeypatch.setenv("XDG_CACHE_HOME", str(cache))
    article = tmp_path / "article.txt"
    article.write_text(TEXT, encoding="utf-8")
    assert main(["check", str(article), "--judge", "on", "--languagetool", "off"]) == 2
    assert "judge install" in capsys.readouterr().err
    assert main(["judge", "install"]) == 0
    assert home.MODEL in capsys.readouterr().out

    status, report = checked(article, capsys)
    found = report["documents"][0]["findings"]
    assert status == 1
    assert [(f["rule"], f["start"], f["text"]) for f in found] == [
        ("judge.decree-leave", TEXT.index("decree"), "decree leave")
    ]
    assert "likelier" in found[0]["message"]
    assert found[0]["russian"] == "декретный отпуск"
    assert " judge " in report["tool"]["signature"]

    def unneeded(*_: object) -> None:
        raise AssertionError("what was scored before needs no model")

    monkeypatch.setattr(model, "TranslatorModel", unneeded)
    assert checked(article, capsys) == (status, report)


def test_the_estimator_finds_the_examples_of_its_rules(
    real_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(home, "home", lambda: real_home)
    assert main(["judge", "install"]) == 0
    told, wanted = "", []
    for rule in described():
        before, words, after = re.split(r"\[\[|\]\]", rule.before[0])
        wanted.append((rule.id, len(told) + len(before), words))
        told += f"{before}{words}{after}\n\n"
    article = tmp_path / "article.txt"
    article.write_text(told, encoding="utf-8")
    capsys.readouterr()
    options = ["--judge", "on", "--languagetool", "off", "--format", "json", "--no-cache"]
    assert main(["check", str(article), "--select", "estimate", *options]) == 1
    report = json.loads(capsys.readouterr().out)
    found = report["documents"][0]["findings"]
    assert [(f["rule"], f["start"]) for f in found] == [(rule, start) for rule, start, _ in wanted]
    for finding, (_, _, words) in zip(
        found, wanted, strict=True
    ):  # processors round differently: a word more
        shorter, longer = sorted((finding["text"].split(), words.split()), key=len)
        assert longer[: len(shorter)] == shorter
        assert len(longer) <= len(shorter) + 1
    assert " estimate " in report["tool"]["signature"]

    assert main(["check", str(article), *options]) == 1  # where a rule knows more, its finding stands
    spans = [(f["start"], f["end"]) for f in json.loads(capsys.readouterr().out)["documents"][0]["findings"]]
    assert all(one[1] <= other[0] for one, other in pairwise(sorted(spans)))
