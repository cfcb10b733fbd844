"""Only findings that a git change brought."""

from __future__ import annotations

import io
import json
import subprocess
from pathlib import Path

import pytest

from tests.rulebook.support import rule_yaml
from tqcheck.cli import main
from tqcheck.since import Revision, RevisionError

STONE = "It was a stumbling stone.\n\nA second stumbling stone, said he.\n"


def git(desk: Path, *arguments: str) -> None:
    identity = ["-c", "user.name=An Editor", "-c", "user.email=editor@example.org"]
    subprocess.run(["git", *identity, *arguments], cwd=desk, check=True, capture_output=True)


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository whose only commit has an article with two findings, as the working directory."""
    rule = rule_yaml("stumbling stone", id="test.stone", confidence="high", suggest=["x"])
    (tmp_path / "rules.yaml").write_text(f"rules:\n- {rule}\n", encoding="utf-8")
    (tmp_path / "tqcheck.toml").write_text(
        'rulebooks = ["rules.yaml"]\nselect = ["test"]\nlanguagetool = "off"\n', encoding="utf-8"
    )
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "a.txt").write_text(STONE, encoding="utf-8")
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "an article")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def found(desk: Path, *paths: str, since: str = "HEAD") -> tuple[int, list[tuple[str, int]]]:
    """Exit status, and findings by file and line."""
    status = main(["check", *(paths or ["news"]), "--changed-since", since, "--output", str(desk / "r.json")])
    value = json.loads((desk / "r.json").read_text("utf-8"))
    assert f"since {since} (" in value["notices"][-1]
    return status, [(Path(d["path"]).name, f["line"]) for d in value["documents"] for f in d["findings"]]


def test_what_stood_in_the_commit_is_not_reported(desk: Path) -> None:
    assert found(desk) == (0, [])


def test_a_new_sentence_is(desk: Path) -> None:
    (desk / "news/a.txt").write_text("A stumbling stone at last.\n\n" + STONE, encoding="utf-8")
    assert found(desk) == (1, [("a.txt", 1)])
    git(desk, "commit", "-qam", "a new lead")
    assert found(desk) == (0, [])
    assert found(desk, since="HEAD~1") == (1, [("a.txt", 1)])


def test_a_new_file_is(desk: Path) -> None:
    (desk / "news/b.txt").write_text("One more stumbling stone.\n", encoding="utf-8")
    assert found(desk) == (1, [("b.txt", 1)])


def test_a_moved_file_brings_only_what_is_new_in_it(desk: Path) -> None:
    (desk / "news/a.txt").rename(desk / "news/b.txt")
    with (desk / "news/b.txt").open("a", encoding="utf-8") as file:
        file.write("\nAnother stumbling stone.\n")
    assert found(desk) == (1, [("b.txt", 5)])


def test_standard_input_goes_by_its_name(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    standard_input = io.TextIOWrapper(io.BytesIO((STONE + "\nA stumbling stone.\n").encode()))
    monkeypatch.setattr("sys.stdin", standard_input)
    assert found(desk, "-", "--stdin-filename", "news/a.txt") == (1, [("a.txt", 5)])


def test_a_file_that_was_no_text_is_new(desk: Path) -> None:
    (desk / "news/b.txt").write_bytes(b"\0\1\2")
    git(desk, "add", ".")
    git(desk, "commit", "-qm", "noise")
    (desk / "news/b.txt").write_text("A stumbling stone.\n", encoding="utf-8")
    assert found(desk) == (1, [("b.txt", 1)])


def test_the_baseline_holds_too(desk: Path) -> None:
    (desk / "news/a.txt").write_text(STONE + "\nA third stumbling stone.\n", encoding="utf-8")
    assert main(["baseline", "create", "baseline.json", "news"]) == 0
    assert found(desk, "news", "--baseline", "baseline.json") == (0, [])


@pytest.mark.parametrize("name", ["nonsense", "--output=/tmp/x", "HEAD^{tree}", "", "a\0b"])
def test_no_such_commit(desk: Path, name: str) -> None:
    with pytest.raises(RevisionError, match="no such commit"):
        Revision.find(name, desk)


def test_errors_are_said(
    desk: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert main(["check", "news", "--changed-since", "nonsense"]) == 2
    said = capsys.readouterr().err
    assert (
        said
        == "tqcheck: --changed-since nonsense: no such commit here; a shallow clone lacks the earlier ones\n"
    )
    (desk / ".git").rename(desk / "not-git")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(desk.parent))
    assert main(["check", "news", "--changed-since", "HEAD"]) == 2
    assert "not a git repository" in capsys.readouterr().err
    monkeypatch.setenv("PATH", "")
    assert main(["check", "news", "--changed-since", "HEAD"]) == 2
    assert "needs git" in capsys.readouterr().err
