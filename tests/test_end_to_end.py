"""The installed command, as a user runs it, with the real LanguageTool."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ARTICLE = ROOT / "samples" / "lavrov-csto.txt"
COMMAND = Path(sys.executable).with_name("tqcheck")


def run(
    *arguments: str | Path, stdin: bytes | None = None, env: dict[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    """Runs the installed command outside a terminal."""
    return subprocess.run(
        [COMMAND, *map(str, arguments)],
        input=stdin,
        capture_output=True,
        env={**os.environ, **(env or {})},
        check=False,
        timeout=600,
    )


def test_the_sample_article_with_languagetool() -> None:
    done = run("check", ARTICLE, "--languagetool", "on", "--judge", "off", "--format", "json")
    assert (done.returncode, done.stderr) == (1, b"")
    report = json.loads(done.stdout)
    [document] = report["documents"]
    text = ARTICLE.read_text(encoding="utf-8")
    assert document["words"] == len(text.split())
    for finding in document["findings"]:
        assert text[finding["start"] : finding["end"]] == finding["text"]
    assert "twitching of facts" in {finding["text"] for finding in document["findings"]}
    assert "LanguageTool" in report["tool"]["signature"]
    assert report["notices"] == []


def test_two_runs_are_byte_for_byte_equal() -> None:
    first, second = (run("check", ARTICLE, "--languagetool", "on", "--format", "json") for _ in range(2))
    assert first.stdout == second.stdout


def test_piped_report_has_no_escape_sequences() -> None:
    done = run("check", ARTICLE, "--languagetool", "off")
    assert b"\x1b" not in done.stdout
    assert "‹twitching of facts›" in done.stdout.decode() or "twitching of" in done.stdout.decode()


def test_russian_words_survive_an_ascii_pipe() -> None:
    done = run("check", ARTICLE, "--languagetool", "off", env={"PYTHONIOENCODING": "ascii"})
    assert done.returncode == 1
    assert done.stdout.isascii()


def test_hostile_text_is_shown_not_obeyed(tmp_path: Path) -> None:
    file = tmp_path / "hostile.txt"
    file.write_text("A \x1b]0;owned\x07frank twitching of facts [bold]\x1b[31m\u202e.\n", encoding="utf-8")
    for view in ("annotated", "list", "table"):
        done = run("check", file, "--languagetool", "off", "--view", view, "--color", "always")
        assert b"\x1b]0;" not in done.stdout
        assert b"\x1b[31m\xe2\x80\xae" not in done.stdout


BAD_FILES = [
    pytest.param(b"", "is empty", id="empty"),
    pytest.param(b"\x89PNG\r\n\x1a\n\0\0\0", "PNG", id="picture"),
    pytest.param(bytes(range(256)) * 8, "", id="binary"),
    pytest.param(b"PK\x03\x04" + b"\0" * 60, "", id="archive"),
]


@pytest.mark.parametrize(("content", "said"), BAD_FILES)
def test_bad_files_are_named_and_the_others_checked(tmp_path: Path, content: bytes, said: str) -> None:
    bad, good = tmp_path / "bad.txt", tmp_path / "good.txt"
    bad.write_bytes(content)
    good.write_text("All is well here.\n")
    done = run("check", bad, good, "--languagetool", "off", "--format", "json")
    assert done.returncode == 2
    assert str(bad) in done.stderr.decode()
    assert said in done.stderr.decode()
    assert b"Traceback" not in done.stderr
    assert [d["path"] for d in json.loads(done.stdout)["documents"] if d["words"]] == [str(good)]


def test_one_very_long_line(tmp_path: Path) -> None:
    file = tmp_path / "long.txt"
    file.write_text(
        "The minister said that all is well. " * 100_000 + "A twitching of facts.", encoding="utf-8"
    )
    done = run("check", file, "--languagetool", "off", "--format", "json")
    assert done.returncode in (0, 1)
    assert json.loads(done.stdout)["documents"][0]["words"] == 700_004


def test_a_reader_that_leaves_early_is_no_crash(tmp_path: Path) -> None:
    file = tmp_path / "many.txt"
    file.write_text("This was stated by the minister.\n\n" * 3000)
    shell = f'"{COMMAND}" check "{file}" --languagetool off | head -n 1'
    done = subprocess.run(["/bin/sh", "-c", shell], capture_output=True, check=False)
    assert b"Traceback" not in done.stderr


def test_no_home_and_nowhere_to_write(tmp_path: Path) -> None:
    home = tmp_path / "file"
    home.write_text("not a folder")
    env = {"HOME": str(home), "XDG_CACHE_HOME": str(home / "c"), "XDG_DATA_HOME": str(home / "d")}
    done = run("check", ARTICLE, "--languagetool", "off", "--format", "json", env=env)
    assert (done.returncode, done.stderr) == (1, b"")
