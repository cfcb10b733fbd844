"""Which report goes where."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.rulebook.support import rule_yaml
from tqcheck.cli import main
from tqcheck.model import TqcheckError
from tqcheck.outputs import FORMATS, plan, write_atomically
from tqcheck.settings import SETTINGS
from tqcheck.writers import WRITERS


@pytest.mark.parametrize(
    ("files", "format", "written", "printed"),
    [
        pytest.param([], None, [], "terminal", id="nothing-asked"),
        pytest.param([], "json", [], "json", id="format-is-printed"),
        pytest.param(["a.sarif"], None, ["sarif"], None, id="by-suffix"),
        pytest.param(["A.HTML", "b.md", "c.xml"], None, ["html", "markdown", "junit"], None, id="several"),
        pytest.param(["a.json", "a.sarif.json"], None, ["json", "sarif"], None, id="longer-suffix"),
        pytest.param(["gl-code-quality-report.json"], None, ["gitlab"], None, id="gitlabs-own-name"),
        pytest.param(["a.txt"], None, ["terminal"], None, id="text"),
        pytest.param(["a.json"], "json", ["json"], None, id="format-taken"),
        pytest.param(["a.json"], "gitlab", ["gitlab"], None, id="format-under-a-usual-name"),
        pytest.param(["a.txt"], "github", ["github"], None, id="annotations-in-the-only-file"),
        pytest.param(
            ["a.txt", "b.html"], "github", ["terminal", "html"], "github", id="annotations-beside-several"
        ),
        pytest.param(
            ["a.json", "b.md"], "gitlab", ["json", "markdown"], "gitlab", id="names-tell-of-several"
        ),
        pytest.param(["a.json", "b.md"], "json", ["json", "markdown"], None, id="format-taken-of-several"),
        pytest.param(["report"], "sarif", ["sarif"], None, id="one-file-of-any-name"),
        pytest.param(["a.sarif"], "github", ["sarif"], "github", id="file-and-printed"),
        pytest.param(
            ["a.sarif", "b.md"], "terminal", ["sarif", "markdown"], "terminal", id="several-and-one"
        ),
    ],
)
def test_plan(files: list[str], format: str | None, written: list[str], printed: str | None) -> None:
    outputs = plan([Path(file) for file in files], format, "terminal")
    assert [format for _, format in outputs.files] == written
    assert outputs.printed == printed


@pytest.mark.parametrize(
    ("files", "format"), [(["report"], None), (["a.pdf"], None), (["a.sarif", "b.pdf"], "json")]
)
def test_a_name_that_tells_nothing(files: list[str], format: str | None) -> None:
    with pytest.raises(TqcheckError, match=r"no format is known by that name; known are .*\.sarif \(sarif\)"):
        plan([Path(file) for file in files], format, "terminal")


def test_every_format_has_a_suffix_and_a_setting() -> None:
    [setting] = [setting for setting in SETTINGS if setting.name == "format"]
    formats = {"terminal", *WRITERS}
    assert set(setting.kind.metavar.split("|")) == formats
    assert {format for usual in FORMATS.values() for format in usual} == formats


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text("before")
    with pytest.raises(UnicodeEncodeError):
        write_atomically(path, "after \ud800")
    assert path.read_text() == "before"
    write_atomically(path, "after\r\n")
    assert path.read_bytes() == b"after\r\n"
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_that_is_read_only_stays_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text("before")
    path.chmod(0o444)
    with pytest.raises(PermissionError, match="read-only"):
        write_atomically(path, "after")
    assert path.read_text() == "before"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(
    "command",
    [
        ["check", "a.txt", "--output"],
        ["compare", "a.txt", "a.txt", "--output"],
        ["baseline", "create"],
        ["mine", "--mt", "a.txt", "--source", "a.txt", "--output"],
        ["archive", "a.txt", "--output"],
    ],
)
def test_errors_name_the_file_asked_for(
    command: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text("All is well.\n", encoding="utf-8")
    output = "no/such/folder/b.jsonl" if command[0] == "archive" else "no/such/folder/b.json"
    more = ["a.txt"] if command[0] == "baseline" else []
    off = [] if command[0] == "mine" else ["--languagetool", "off"]
    assert main([*command, output, *more, *off]) == 2
    assert capsys.readouterr().err.splitlines()[-1].startswith(f"tqcheck: {output}: ")
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


@pytest.fixture
def desk(tmp_path: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a rulebook of one rule and an article, as the working directory."""
    rule = rule_yaml("frank twitching", id="test.twitching", confidence="medium", suggest=["distortion"])
    (tmp_path / "rules.yaml").write_text(f"rules:\n- {rule}\n", encoding="utf-8")
    (tmp_path / "tqcheck.toml").write_text(
        'rulebooks = ["rules.yaml"]\nselect = ["test"]\nlanguagetool = "off"\n', encoding="utf-8"
    )
    (tmp_path / "bad.txt").write_text("It was a frank twitching.\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(cache))
    return tmp_path


def test_several_outputs_and_annotations(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["--format", "github", "--output", "r.sarif", "--output", "r.md", "--output", "r.txt"]
    assert main(["check", "bad.txt", *arguments]) == 1
    assert "frank twitching" in (desk / "r.md").read_text("utf-8")
    assert (desk / "r.txt").read_text("utf-8").startswith("bad.txt ")
    assert capsys.readouterr().out.startswith("::warning file=bad.txt")
    [run] = json.loads((desk / "r.sarif").read_text("utf-8"))["runs"]
    [rule] = run["tool"]["driver"]["rules"]
    assert "Not: " in rule["help"]["text"]


def test_rules_of_a_file_with_settings_of_its_own_are_described(desk: Path) -> None:
    inner = desk / "inner"
    inner.mkdir()
    own = rule_yaml("cold shower", id="own.shower", confidence="medium", suggest=["setback"])
    (inner / "own.yaml").write_text(f"rules:\n- {own}\n", encoding="utf-8")
    (inner / "tqcheck.toml").write_text('rulebooks = ["own.yaml"]\nselect = ["own"]\nlanguagetool = "off"\n')
    (inner / "a.txt").write_text("A cold shower.\n")
    main(["check", "bad.txt", "inner", "--output", "r.sarif"])
    [run] = json.loads((desk / "r.sarif").read_text("utf-8"))["runs"]
    rules = {rule["id"]: rule["help"]["text"] for rule in run["tool"]["driver"]["rules"]}
    assert set(rules) == {"own.shower", "test.twitching"}
    assert all("Not: " in text for text in rules.values())


@pytest.mark.usefixtures("desk")
def test_an_unknown_suffix_is_said_before_anything_is_checked(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "missing.txt", "--output", "report.pdf"]) == 2
    error = capsys.readouterr().err
    assert "--output report.pdf: no format is known by that name" in error
    assert "missing.txt" not in error
