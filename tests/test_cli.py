"""The command line: what it prints where, and its exit status."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from tests.rulebook.support import rule_yaml
from tqcheck.cli import main

MAJOR = rule_yaml(
    "frank twitching", id="test.twitching", confidence="medium", suggest=["outright distortion"]
)
MINOR = rule_yaml(
    "stumbling stone", id="test.stone", confidence="medium", severity="minor", suggest=["stumbling block"]
)
UNSURE = rule_yaml("own hand", id="test.hand", confidence="low", suggest=["hand"])


@pytest.fixture
def desk(tmp_path: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a configuration, a rulebook and two articles, as the working directory."""
    (tmp_path / "rules.yaml").write_text(f"rules:\n- {MAJOR}\n- {MINOR}\n- {UNSURE}\n", encoding="utf-8")
    (tmp_path / "tqcheck.toml").write_text(
        'rulebooks = ["rules.yaml"]\nselect = ["test"]\nlanguagetool = "off"\n', encoding="utf-8"
    )
    (tmp_path / "bad.txt").write_text("It was a frank twitching, by his own hand.\n", encoding="utf-8")
    (tmp_path / "good.txt").write_text("It was an outright distortion.\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(cache))
    return tmp_path


@pytest.mark.usefixtures("desk")
def test_the_package_runs_as_a_module() -> None:
    run = subprocess.run(
        [sys.executable, "-m", "tqcheck", "check", "bad.txt"], capture_output=True, text=True, check=False
    )
    assert run.returncode == 1
    assert "outright distortion" in run.stdout


def _json(capsys: pytest.CaptureFixture[str]) -> Any:
    return json.loads(capsys.readouterr().out)


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        pytest.param(["good.txt"], 0, id="clean"),
        pytest.param(["bad.txt"], 1, id="major-fails"),
        pytest.param(["bad.txt", "--fail-on", "critical"], 0, id="fail-on-critical"),
        pytest.param(["bad.txt", "--fail-on", "never"], 0, id="fail-on-never"),
        pytest.param(["bad.txt", "--fail-on", "never", "--min-score", "90"], 1, id="min-score"),
        pytest.param(["bad.txt", "--ignore", "test.twitching"], 0, id="ignore"),
        pytest.param(["bad.txt", "--select", "test.stone"], 0, id="select-another"),
        pytest.param(["bad.txt", "--min-confidence", "high"], 0, id="min-confidence"),
        pytest.param(["."], 1, id="folder"),
        pytest.param(["*.txt"], 1, id="glob"),
        pytest.param(["missing.txt"], 2, id="missing"),
        pytest.param(["good.txt", "missing.txt"], 2, id="missing-beside-good"),
        pytest.param(["nothing*.md"], 2, id="glob-without-match"),
        pytest.param(["good.txt", "--judge", "off"], 0, id="judge-off"),
        pytest.param(["good.txt", "--judge", "on"], 2, id="judge-on"),
        pytest.param(["good.txt", "--select", "test.twitchin"], 2, id="unknown-rule"),
        pytest.param(["good.txt", "--fail-on", "grave"], 2, id="unknown-severity"),
        pytest.param(["good.txt", "--min-score", "101"], 2, id="score-out-of-range"),
        pytest.param(["good.txt", "--config", "none.toml"], 2, id="missing-config"),
        pytest.param(["good.txt", "--format", "odd"], 2, id="unknown-format"),
        pytest.param(["good.txt", "--no-such-option"], 2, id="unknown-option"),
        pytest.param([], 2, id="no-path"),
    ],
)
@pytest.mark.usefixtures("desk")
def test_exit_status(arguments: list[str], status: int) -> None:
    assert main(["check", *arguments]) == status


@pytest.mark.usefixtures("desk")
def test_other_files_are_still_checked(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "missing.txt", "bad.txt", "--format", "json"]) == 2
    captured = capsys.readouterr()
    report = json.loads(captured.out)
    assert [len(d["findings"]) for d in report["documents"] if d["path"] == "bad.txt"] == [1]
    assert "missing.txt: does not exist" in captured.err
    assert "Traceback" not in captured.err


@pytest.mark.usefixtures("desk")
def test_json_finding(capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", "bad.txt", "--format", "json"])
    [document] = _json(capsys)["documents"]
    [finding] = document["findings"]
    shown = {name: finding[name] for name in ("rule", "check", "start", "end", "line", "column", "text")}
    assert shown == {
        "rule": "test.twitching",
        "check": "rulebook",
        "start": 9,
        "end": 24,
        "line": 1,
        "column": 10,
        "text": "frank twitching",
    }
    assert finding["suggestions"] == ["outright distortion"]


@pytest.mark.usefixtures("desk")
def test_colours_and_links_are_the_same_every_time() -> None:
    command = [sys.executable, "-m", "tqcheck", "check", "bad.txt", "--color", "always"]
    seen = {subprocess.run(command, capture_output=True, check=False).stdout for _ in range(2)}
    assert len(seen) == 1
    assert b"\x1b]8;id=1;file://" in seen.pop()


@pytest.mark.usefixtures("desk")
def test_low_confidence_on_request(capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", "bad.txt", "--format", "json", "--min-confidence", "low"])
    [document] = _json(capsys)["documents"]
    assert [f["rule"] for f in document["findings"]] == ["test.twitching", "test.hand"]


@pytest.mark.usefixtures("desk")
def test_standard_input(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    text = b"# A frank twitching\n\n`frank twitching` in code\n"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text)))
    assert main(["check", "-", "--stdin-filename", "wire.md", "--format", "json"]) == 1
    [document] = _json(capsys)["documents"]
    assert document["path"] == "wire.md"
    assert [f["line"] for f in document["findings"]] == [1]


def test_the_same_file_twice_is_checked_once(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", "bad.txt", str(desk / "bad.txt"), ".", "--format", "json"])
    paths = [d["path"] for d in _json(capsys)["documents"]]
    assert len(paths) == 2


def test_output_file(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "bad.txt", "--format", "json", "--output", "report.json"]) == 1
    assert capsys.readouterr().out == ""
    assert json.loads((desk / "report.json").read_text(encoding="utf-8"))["verdict"] == "fail"
    assert not [f for f in desk.iterdir() if f.name.startswith("tmp")]


@pytest.mark.usefixtures("desk")
def test_output_that_cannot_be_written(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "bad.txt", "--output", "no/such/folder/report.txt"]) == 2
    assert "no/such/folder/report.txt: cannot be written" in capsys.readouterr().err


def test_nearest_settings_decide_for_each_file(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    inner = desk / "inner"
    inner.mkdir()
    (inner / "tqcheck.toml").write_text('rulebooks = ["../rules.yaml"]\nselect = ["test.stone"]\n')
    (inner / "both.txt").write_text("A frank twitching is a stumbling stone.\n")
    (desk / "both.txt").write_text("A frank twitching is a stumbling stone.\n")
    main(["check", "both.txt", "inner/both.txt", "--format", "json", "--languagetool", "off"])
    found = [[f["rule"] for f in d["findings"]] for d in _json(capsys)["documents"]]
    assert found == [["test.twitching", "test.stone"], ["test.stone"]]


def test_broken_rulebook_names_file_and_line(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (desk / "rules.yaml").write_text("rules:\n- {id: test.x, colour: red}\n")
    assert main(["check", "good.txt"]) == 2
    assert "rules.yaml:2: rule test.x: unknown key 'colour'" in capsys.readouterr().err


def test_unknown_setting_suggests_the_right_name(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (desk / "tqcheck.toml").write_text('fail_on = "minor"\n')
    assert main(["check", "good.txt"]) == 2
    error = capsys.readouterr().err
    assert "tqcheck.toml:1" in error
    assert "fail-on" in error


@pytest.mark.usefixtures("desk")
def test_escape_sequences_in_names_are_shown(capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", "a\x1b[31mb.txt"])
    assert "\x1b" not in capsys.readouterr().err


@pytest.mark.usefixtures("desk")
def test_rules_test_says_what_it_cannot_prove(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "test", "institution.half-capital", "sense.soloist-of-band"]) == 0
    out, err = capsys.readouterr()
    assert out.startswith("1 rule, ")
    assert "1 rule not tested: only those of rulebooks can be" in err


def test_rules_test_proves_own_rulebooks(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    own = rule_yaml("cold shower", id="own.shower", examples={"flag": ["A [[shower]]."], "pass": ["Rain."]})
    (desk / "rules.yaml").write_text(f"rules:\n- {own}\n")
    assert main(["rules", "test", "own"]) == 1
    assert "own.shower: in 'A [[shower]].' it finds nothing" in capsys.readouterr().err


def test_an_option_that_there_is_not_is_told_with_the_usage_of_its_command(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["check", "--frmat=json", "a.txt"]) == 2
    said = capsys.readouterr().err
    assert said.startswith("usage: tqcheck check ")
    assert said.endswith("there is no argument --frmat=json; did you mean --format?\n")
    assert main(["rules", "list", "--zzz"]) == 2
    assert capsys.readouterr().err.endswith("there is no argument --zzz\n")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["chek", "a.txt"], "argument COMMAND: invalid choice: 'chek'; did you mean check?"),
        (["chek", "--format", "json"], "argument COMMAND: invalid choice: 'chek'; did you mean check?"),
        (["a.txt"], "argument COMMAND: invalid choice: 'a.txt'; did you mean tqcheck check a.txt?"),
        (["-"], "argument COMMAND: invalid choice: '-'; did you mean tqcheck check -?"),
        (
            ["check", "--since=main", "a.txt"],
            "there is no argument --since=main; did you mean --changed-since?",
        ),
        (["--verson"], "there is no argument --verson; did you mean --version?"),
        (
            ["check", "--chagned-since=main"],
            "there is no argument --chagned-since=main; did you mean --changed-since?",
        ),
        (["languagetool", "strat"], "did you mean start?"),
        (["rules", "lst"], "did you mean list?"),
        (
            ["check", "a.txt", "--color", "alwys"],
            "argument --color: invalid choice: 'alwys'; did you mean always?",
        ),
        (["check", "--fail-on", "mayor", "a.txt"], 'not "mayor"; did you mean "major"?'),
        (["check", "--view=tabel", "a.txt"], 'not "tabel"; did you mean "table"?'),
        (["explain", "tset"], "there is no rule tset; did you mean test, tense?"),
        (["explain", "twitching"], "there is no rule twitching; did you mean test.twitching?"),
    ],
)
def test_what_was_likely_meant_is_told(
    desk: Path, arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (desk / "a.txt").write_text("All is well.\n")
    assert main(arguments) == 2
    out, err = capsys.readouterr()
    assert err.rstrip("\n").endswith(said)
    assert not out


def test_words_that_are_missing_are_told_where_all_options_are_known(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["check", "--view", "table"]) == 2
    assert capsys.readouterr().err.endswith("are required: PATH\n")


def test_missing_words_are_named_as_they_are_typed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["judge"]) == 2
    assert capsys.readouterr().err.endswith("are required: install|status\n")


def test_no_arguments_at_all_show_the_commands(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 2
    assert "check articles" in capsys.readouterr().err


def test_articles_that_folders_are_not_searched_for_are_told(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("a.docx", "b.docx", "news.po", "page.html", "page.ru.html"):
        (desk / name).write_text("<p>A frank twitching.</p>", encoding="utf-8")
    main(["check", ".", "--format", "json"])
    (notice,) = (said for said in _json(capsys)["notices"] if "passed over" in said)
    assert notice.startswith("passed over in folders: 2 .docx, 1 .html, 1 .po;")
    main(["check", ".", "page.html", "*.docx", "news.po", "--format", "json"])
    assert not [said for said in _json(capsys)["notices"] if "passed over" in said]


@pytest.mark.usefixtures("desk")
def test_explain_and_its_errors(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "test.twitching"]) == 0
    assert "слово" in capsys.readouterr().out
    assert main(["explain", "test.twitchin"]) == 2
    assert "did you mean test.twitching" in capsys.readouterr().err


@pytest.mark.usefixtures("desk")
def test_rules_are_explained_in_the_order_asked_with_a_line_between(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["explain", "test.twitching", "test.stone", "test"]) == 0
    said = capsys.readouterr().out
    heads = [said.index(f"test.{name} ──") for name in ("twitching", "stone", "hand")]
    assert heads == sorted(heads)
    assert said.count("\n\ntest.") == 2


@pytest.mark.usefixtures("desk")
def test_many_rules_are_a_line_each(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert main(["explain", "test"]) == 0
    whole = capsys.readouterr().out
    monkeypatch.setattr("tqcheck.cli.rules.MOST", 1)
    assert main(["explain", "test"]) == 0
    out, err = capsys.readouterr()
    assert "test.twitching" in out
    assert "Why machines do it" in whole
    assert "Why machines do it" not in out
    assert "name fewer" in err


def test_init_writes_a_configuration_once(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = desk / "new"
    folder.mkdir()
    assert main(["init", "new"]) == 0
    assert (folder / "tqcheck.toml").read_text().count("\n#fail-on = ") == 1
    assert main(["init", "new"]) == 2
    assert "is there already" in capsys.readouterr().err


def test_what_cannot_be_read_is_not_checked(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (desk / "empty.txt").touch()
    assert main(["check", "empty.txt", "missing.txt"]) == 2
    assert capsys.readouterr().out.count("not checked") == 2


@pytest.mark.usefixtures("desk")
def test_a_gate_that_fails_says_so_where_nothing_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "bad.txt", "--output", "r.html"]) == 1
    assert capsys.readouterr() == ("", "tqcheck: fail: 1 major finding reaches --fail-on major\n")
    assert main(["check", "good.txt", "--output", "r.html"]) == 0
    assert main(["check", "bad.txt", "--format", "github", "--output", "r.html"]) == 1
    assert capsys.readouterr().err == ""


@pytest.mark.usefixtures("desk")
def test_each_problem_is_said_on_a_line_of_its_own(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "bad.txt", "--min-score", "x", "--view", "y"]) == 2
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 2
    assert all(line.startswith("tqcheck: --") for line in lines)


@pytest.mark.parametrize(
    "command", [["check", "bad.txt", "--min-scor", "3"], ["baseline", "prune", "b", "--conf", "x"]]
)
@pytest.mark.usefixtures("desk")
def test_options_are_taken_by_their_whole_names(
    command: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(command) == 2
    assert f"there is no argument {command[-2]}; did you mean {command[-2]}" in capsys.readouterr().err


@pytest.mark.parametrize(
    "command",
    [
        ["check", "bad.txt", "--output", ""],
        ["compare", "bad.txt", "good.txt", "--output", " "],
        ["archive", "bad.txt", "--output", ""],
        ["baseline", "create", "", "bad.txt"],
        ["fix", "bad.txt", "--record", ""],
        ["check", "bad.txt", "--config", ""],
    ],
)
@pytest.mark.usefixtures("desk")
def test_no_name_names_no_file(command: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(command) == 2
    assert 'must be the name of a file, not "' in capsys.readouterr().err


def test_no_two_checks_have_a_rule_of_the_same_name() -> None:
    from tqcheck.checks import described_rules
    from tqcheck.rulebook import open_rulebook

    ids = Counter(rule.id for rule in (*described_rules(), *open_rulebook().rules()))
    assert [id_ for id_, times in ids.items() if times > 1] == []
