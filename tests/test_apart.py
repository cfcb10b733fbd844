"""No output is written over what is read, whatever the command and however the file is named."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tqcheck.apart import require_apart
from tqcheck.cli import main
from tqcheck.model import TqcheckError

TEXT = "Ice rain hit the region.\n"
OFF = ["--languagetool", "off", "--judge", "off"]


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with files of all kinds that commands read, as the working directory."""
    monkeypatch.chdir(tmp_path)
    for name in ("a.txt", "b.txt"):
        Path(name).write_text(TEXT, encoding="utf-8")
    Path("ru").mkdir()
    Path("ru/a.ru.txt").write_text("На регион обрушился ледяной дождь.\n", encoding="utf-8")
    Path("news.jsonl").write_text(json.dumps({"id": "1", "text": TEXT}) + "\n", encoding="utf-8")
    Path("terms.csv").write_text("русский,english\nдождь,rain\n", encoding="utf-8")
    Path("tqcheck.toml").write_text('glossary = ["terms.csv"]\n', encoding="utf-8")
    return tmp_path


def _same(path: Path) -> Path:
    return path


def _spelt_otherwise(path: Path) -> Path:
    return Path("..") / Path.cwd().name / path


def _linked(path: Path) -> Path:
    link = Path("link" + path.suffix)
    link.symlink_to(path)
    return link


def _hard_linked(path: Path) -> Path:
    link = Path("hard" + path.suffix)
    os.link(path, link)
    return link


WAYS = [_same, _spelt_otherwise, _linked, _hard_linked]
COMMANDS = [
    pytest.param("a.txt", ["check", "a.txt", *OFF, "--output"], id="check"),
    pytest.param("a.txt", ["check", ".", *OFF, "--output", "r.json", "--output"], id="check-a-folder"),
    pytest.param("ru/a.ru.txt", ["check", "a.txt", "--source", "ru", *OFF, "--output"], id="check-source"),
    pytest.param("terms.csv", ["check", "a.txt", *OFF, "--format", "json", "--output"], id="check-glossary"),
    pytest.param("b.txt", ["compare", "a.txt", "b.txt", *OFF[:2], "--output"], id="compare"),
    pytest.param("news.jsonl", ["archive", "news.jsonl", *OFF, "--restart", "--output"], id="archive"),
    pytest.param("a.txt", ["mine", "--mt", "a.txt", "--source", "b.txt", "--output"], id="mine"),
    pytest.param("b.txt", ["mine", "--mt", "a.txt", "--source", "b.txt:1", "--output"], id="mine-a-column"),
    pytest.param("a.txt", ["baseline", "create", "--force", *OFF], id="baseline-create"),
    pytest.param("a.txt", ["fix", "a.txt", *OFF, "--interactive", "--record"], id="fix-record"),
]


@pytest.mark.parametrize("named", WAYS)
@pytest.mark.parametrize(("file", "command"), COMMANDS)
@pytest.mark.usefixtures("desk")
def test_it_is_refused(
    file: str, command: list[str], named: Callable[[Path], Path], capsys: pytest.CaptureFixture[str]
) -> None:
    before = {path: path.read_bytes() for path in sorted(Path().rglob("*")) if path.is_file()}
    output = named(Path(file))
    more = ["a.txt", "b.txt"] if command[:2] == ["baseline", "create"] else []
    assert main([*command, str(output), *more]) == 2
    told = capsys.readouterr()
    assert f"tqcheck: {output}: would be written over " in told.err
    assert told.out == ""
    assert {path: path.read_bytes() for path in before} == before
    assert {path for path in Path().rglob("*") if path.is_file()} - before.keys() <= {output}


@pytest.mark.usefixtures("desk")
def test_standard_input_is_a_file_too() -> None:
    command = [sys.executable, "-c", "from tqcheck.cli import run; run()", "check", "-", *OFF]
    with Path("a.txt").open("rb") as text:
        done = subprocess.run(
            [*command, "--output", "a.txt"], stdin=text, capture_output=True, text=True, check=False
        )
    assert done.returncode == 2
    assert "a.txt: would be written over standard input" in done.stderr
    assert Path("a.txt").read_text("utf-8") == TEXT


@pytest.mark.usefixtures("desk")
def test_a_word_document_is_not_replaced_by_its_own_copy(capsys: pytest.CaptureFixture[str]) -> None:
    Path("e.docx").write_bytes(b"a document")
    assert main(["check", "e.docx", *OFF, "--output", "e.docx"]) == 2
    assert "e.docx: would be written over e.docx" in capsys.readouterr().err


@pytest.mark.usefixtures("desk")
def test_other_files_are_written_over() -> None:
    Path("old.html").write_text("an old report", encoding="utf-8")
    assert main(["check", "a.txt", *OFF, "--output", "old.html", "--fail-on", "never"]) == 0
    assert "an old report" not in Path("old.html").read_text("utf-8")


def test_a_device_may_be_both() -> None:
    require_apart([Path("/dev/null")], [Path("/dev/null")])


def test_what_is_read_is_not_looked_for_where_no_output_is_there(tmp_path: Path) -> None:
    def never() -> Path:
        raise AssertionError

    require_apart([tmp_path / "new.html"], (never() for _ in range(1)))
    (tmp_path / "old.html").touch()
    with pytest.raises(AssertionError):
        require_apart([tmp_path / "old.html"], (never() for _ in range(1)))
    with pytest.raises(TqcheckError):
        require_apart([tmp_path / "old.html"], [tmp_path / "old.html"])
