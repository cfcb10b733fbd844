"""Baselines: what was there is reported no more, what is gone is said."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.rulebook.support import rule_yaml
from tqcheck.cli import main
from tqcheck.settings import forget

STONE = "It was a stumbling stone.\n\nA second stumbling stone, said he.\n"


@pytest.fixture(scope="module")
def rulebook(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A rulebook of two rules."""
    rules = [
        rule_yaml(words, id=rule, confidence="high", suggest=["x"])
        for rule, words in (("test.stone", "stumbling stone"), ("test.hand", "own hand"))
    ]
    path = tmp_path_factory.mktemp("rules") / "own.yaml"
    path.write_text("rules:\n" + "".join(f"- {rule}\n" for rule in rules), encoding="utf-8")
    return path


@pytest.fixture
def desk(tmp_path: Path, rulebook: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with an article whose two findings are in a baseline, as the working directory."""
    (tmp_path / "tqcheck.toml").write_text(
        f'rulebooks = ["{rulebook.as_posix()}"]\nselect = ["test"]\nlanguagetool = "off"\njudge = "off"\n',
        encoding="utf-8",
    )
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "a.txt").write_text(STONE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(cache))
    assert main(["baseline", "create", "baseline.json", "news"]) == 0
    return tmp_path


def report(desk: Path, *arguments: str) -> tuple[int, list[tuple[str, int]], list[int], list[str]]:
    """Exit status, findings by file and line, suppressed by document, notices."""
    status = main(
        ["check", "news", "--baseline", "baseline.json", "--output", str(desk / "r.json"), *arguments]
    )
    value = json.loads((desk / "r.json").read_text("utf-8"))
    findings = [(Path(d["path"]).name, f["line"]) for d in value["documents"] for f in d["findings"]]
    return status, findings, [d["suppressed"] for d in value["documents"]], value["notices"]


def test_what_create_writes(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["baseline", "create", "again.json", "news"]) == 0
    assert capsys.readouterr().out == "Wrote again.json: 2 findings of 1 text, to be reported no more.\n"
    assert (desk / "again.json").read_text() == (desk / "baseline.json").read_text()
    value = json.loads((desk / "baseline.json").read_text("utf-8"))
    assert list(value) == ["version", "findings"]
    assert [entry["rule"] for entry in value["findings"]["news/a.txt"]] == ["test.stone"] * 2


def test_what_is_in_the_baseline_is_reported_no_more(desk: Path) -> None:
    assert report(desk) == (0, [], [2], [])


def test_a_new_finding_is_reported(desk: Path) -> None:
    (desk / "news/a.txt").write_text(STONE + "\nBy his own hand.\n\nA stumbling stone again.\n")
    assert report(desk) == (1, [("a.txt", 5), ("a.txt", 7)], [2], [])


def test_the_same_sentence_once_more_is_new(desk: Path) -> None:
    (desk / "news/a.txt").write_text(STONE + "\nIt was a stumbling stone.\n")
    assert report(desk)[1] == [("a.txt", 5)]


@pytest.mark.parametrize(
    "text",
    [
        "\n\n".join(reversed(STONE.strip().split("\n\n"))),
        "A new lead.\n\n" + STONE,
        STONE.replace("was a ", "was  a "),
        STONE.replace("\n", "\r\n"),
    ],
    ids=["paragraphs-swapped", "paragraph-before", "blanks", "line-ends"],
)
def test_it_survives_what_does_not_touch_the_sentence(desk: Path, text: str) -> None:
    (desk / "news/a.txt").write_bytes(text.encode())
    assert report(desk) == (0, [], [2], [])


def test_it_survives_a_new_name_of_the_file(desk: Path) -> None:
    (desk / "news/a.txt").rename(desk / "news/b.txt")
    assert report(desk) == (0, [], [2], [])


def test_a_copy_of_the_file_is_new(desk: Path) -> None:
    (desk / "news/b.txt").write_text(STONE)
    assert report(desk)[1] == [("b.txt", 1), ("b.txt", 3)]


def test_it_works_from_another_folder(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(desk / "news")
    assert main(["check", "a.txt", "--baseline", "../baseline.json"]) == 0


def test_stale_entries_are_said_and_fail_on_request(desk: Path) -> None:
    (desk / "news/a.txt").write_text("It was a stumbling stone.\n\nA second obstacle, said he.\n")
    status, findings, suppressed, notices = report(desk)
    assert (status, findings, suppressed) == (0, [], [1])
    assert notices == [
        "baseline.json: 1 entry is stale: test.stone “stumbling stone” in news/a.txt; "
        "`tqcheck baseline prune baseline.json` drops it"
    ]
    assert report(desk, "--fail-on-stale")[0] == 1
    verdict = json.loads((desk / "r.json").read_text("utf-8"))
    assert verdict["reasons"] == ["the baseline has stale entries, which --fail-on-stale forbids"]


def test_entries_that_were_not_looked_for_are_not_stale(desk: Path) -> None:
    (desk / "news/b.txt").write_text("Nothing here.\n")
    main(["check", "news/b.txt", "--baseline", "baseline.json", "--output", "r.json"])
    assert json.loads((desk / "r.json").read_text("utf-8"))["notices"] == []
    (desk / "news/a.txt").write_text("Nothing here.\n")
    assert report(desk, "--select", "test.hand")[3] == []
    assert "2 entries are stale" in report(desk)[3][0]


def test_entries_of_a_file_that_is_gone_are_stale(desk: Path) -> None:
    (desk / "news/a.txt").unlink()
    (desk / "news/b.txt").write_text("Nothing here.\n")
    assert "2 entries are stale" in report(desk)[3][0]


def test_prune(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (desk / "news/a.txt").write_text("It was a stumbling stone. By his own hand.\n")
    assert main(["baseline", "prune", "baseline.json"]) == 0
    assert capsys.readouterr().out.endswith("baseline.json: 1 of 2 entries dropped\n")
    assert report(desk) == (1, [("a.txt", 1)], [1], [])
    assert main(["baseline", "prune", "baseline.json"]) == 0
    assert capsys.readouterr().out == "baseline.json: nothing is stale\n"


def test_prune_drops_no_entry_of_a_file_that_has_another_name(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (desk / "baseline.json").read_text()
    (desk / "news/b.txt").write_text("Nothing here.\n")
    (desk / "news/a.txt").rename(desk / "news/renamed.txt")
    assert report(desk, "--fail-on-stale") == (0, [], [0, 2], [])
    capsys.readouterr()
    assert main(["baseline", "prune", "baseline.json"]) == 2
    assert "left as it is: news/a.txt is not there, perhaps under another name" in capsys.readouterr().err
    assert main(["baseline", "prune", "baseline.json", "news"]) == 0
    assert capsys.readouterr().out == "baseline.json: nothing is stale\n"
    assert (desk / "baseline.json").read_text() == before
    assert report(desk, "--fail-on-stale") == (0, [], [0, 2], [])


def test_prune_drops_what_check_calls_stale(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (desk / "news/a.txt").unlink()
    (desk / "news/b.txt").write_text("A second stumbling stone, said he.\n")
    _, findings, _, [notice] = report(desk)
    assert "1 entry is stale" in notice
    assert "`tqcheck baseline prune baseline.json PATH…`, with the paths checked here, drops it" in notice
    capsys.readouterr()
    assert main(["baseline", "prune", "baseline.json", "news"]) == 0
    assert capsys.readouterr().out.endswith("baseline.json: 1 of 2 entries dropped\n")
    assert report(desk, "--fail-on-stale") == (0, findings, [1], [])


def test_prune_of_files_that_are_all_gone(desk: Path) -> None:
    (desk / "news/a.txt").unlink()
    (desk / "news/b.txt").write_text("Nothing here.\n")
    assert main(["baseline", "prune", "baseline.json", "news"]) == 0
    assert json.loads((desk / "baseline.json").read_text("utf-8"))["findings"] == {}


def test_entries_of_a_file_that_is_gone_are_not_stale_where_their_rule_is_off(desk: Path) -> None:
    (desk / "news/a.txt").unlink()
    (desk / "news/b.txt").write_text("Nothing here.\n")
    assert report(desk, "--select", "test.hand", "--fail-on-stale") == (0, [], [0], [])


def test_create_overwrites_nothing_unasked(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = (desk / "baseline.json").read_text()
    assert main(["baseline", "create", "baseline.json", "news"]) == 2
    assert "is there already; --force replaces it" in capsys.readouterr().err
    (desk / "news/a.txt").write_text("By his own hand.\n")
    assert main(["baseline", "create", "baseline.json", "news", "--force"]) == 0
    assert (desk / "baseline.json").read_text() != before
    assert report(desk)[0] == 0


def test_create_takes_a_judge_that_is_asked_for(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["baseline", "create", "again.json", "news", "--judge", "on"]) == 2
    assert "judge install" in capsys.readouterr().err
    assert not (desk / "again.json").exists()


def test_create_writes_nothing_where_a_file_cannot_be_checked(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["baseline", "create", "new.json", "news", "missing.txt"]) == 2
    assert "missing.txt" in capsys.readouterr().err
    assert not (desk / "new.json").exists()


def test_the_setting_is_relative_to_its_file_and_create_does_not_need_it(
    desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with (desk / "tqcheck.toml").open("a") as file:
        file.write('baseline = "etc/known.json"\n')
    (desk / "etc").mkdir()
    forget()
    monkeypatch.chdir(desk / "news")
    assert main(["check", "a.txt"]) == 2
    assert main(["baseline", "create", "../etc/known.json", "."]) == 0
    assert main(["check", "a.txt"]) == 0
    assert main(["check", "a.txt", "--baseline", "none"]) == 1


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (None, "no such baseline; `tqcheck baseline create` makes one"),
        ("{", "not a baseline"),
        ("[]", "not a baseline"),
        ('{"version": 2}', "made by another version"),
        ('{"version": 1, "findings": {"a.txt": [{"rule": 1}]}}', "not a baseline"),
        ('{"version": 1, "findings": []}', "not a baseline"),
    ],
    ids=["missing", "no-json", "no-object", "version", "entry", "findings"],
)
def test_a_file_that_is_no_baseline(
    desk: Path, capsys: pytest.CaptureFixture[str], text: str | None, said: str
) -> None:
    if text is None:
        (desk / "baseline.json").unlink()
    else:
        (desk / "baseline.json").write_text(text)
    assert main(["check", "news", "--baseline", "baseline.json"]) == 2
    error = capsys.readouterr().err
    assert "baseline.json: " in error
    assert said in error
