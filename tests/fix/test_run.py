"""The command: files keep their encoding, diffs apply, nothing is written that should not be."""

from __future__ import annotations

import codecs
import io
import os
import pty
import select
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tqcheck.cli import main
from tqcheck.fix.decisions import default_path
from tqcheck.fix.run import Fixer, Original, encoded, write_back
from tqcheck.model import InputError

OFF = ["--languagetool", "off"]
TEXT = "Ice rain hit the “region”.\r\n\r\nForty people saw a snow avalanche in the state Duma — они.\r\n"
AFTER = "Freezing rain hit the “region”.\r\n\r\nForty people saw an avalanche in the State Duma — они.\r\n"


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (b"", "utf-16-le"),
        (b"", "windows-1251"),
    ],
)
def test_encoding_mark_and_line_ends_stay(mark: bytes, encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(mark + TEXT.encode(encoding))
    assert main(["fix", str(path), "--write", *OFF]) == 0
    assert path.read_bytes() == mark + AFTER.encode(encoding)
    assert main(["fix", str(path), "--exit-code", *OFF]) == 0


def test_the_diff_applies(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name, text in (("a.txt", TEXT), ("b.txt", "Nothing is wrong here.\n"), ("c.md", TEXT.rstrip())):
        Path(name).write_bytes(text.encode())
    assert main(["fix", "a.txt", "b.txt", "c.md", "--exit-code", *OFF]) == 1
    out, told = capfd.readouterr()
    assert "b.txt" not in out
    assert told.startswith("Would fix 6 of 8 findings in 2 of 3 files. Left: 2 without a suggestion.\n")
    assert Path("a.txt").read_bytes() == TEXT.encode()
    main(["fix", str(tmp_path / "a.txt"), "b.txt", str(tmp_path / "c.md"), *OFF])
    assert capfd.readouterr().out == out
    subprocess.run(["git", "apply", "-"], input=out.encode(), check=True)
    assert Path("a.txt").read_bytes() == AFTER.encode()
    assert Path("c.md").read_bytes() == AFTER.rstrip().encode()


def test_a_judge_that_is_asked_for_must_be_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    assert main(["fix", str(path), "--write", "--judge", "on", *OFF]) == 2
    assert "judge install" in capsys.readouterr().err
    assert path.read_text(encoding="utf-8") == TEXT.replace("\r\n", "\n")


def test_a_fault_that_is_told_once_is_fixed_at_each_of_its_places(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    text = "The Minister said so at 24°C. The Minister left.\n\nThe police came; the Minister too.\n"
    path.write_text(text.replace("ini", "in\u0456").replace("°C", "°\u0421").replace("police", "\u0440olice"))
    assert main(["fix", str(path), "--write", *OFF]) == 0
    assert path.read_text() == text


def test_decisions_of_earlier_versions_are_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    earlier = tmp_path / "tqcheck" / "languagetool" / "decisions.jsonl"
    assert default_path() == tmp_path / "tqcheck" / "decisions.jsonl"
    earlier.write_text("one\n")
    assert default_path().read_text() == "one\n"
    assert not earlier.exists()


def test_standard_input() -> None:
    done = subprocess.run(
        [sys.executable, "-c", "from tqcheck.cli import run; run()", "fix", "-", "--write", *OFF],
        input=TEXT.encode(), capture_output=True, check=True,
    )  # fmt: skip
    assert done.stdout.decode() == AFTER


def test_what_cannot_be_read_is_said_and_the_others_fixed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    good, bad = tmp_path / "a.txt", tmp_path / "b.txt"
    good.write_text(TEXT)
    bad.write_bytes(b"\x00\x01")
    assert main(["fix", str(bad), str(good), "--write", *OFF]) == 2
    assert "b.txt" in capsys.readouterr().err
    assert "Freezing rain" in good.read_text()


@pytest.mark.parametrize("many", [False, True])
def test_what_cannot_be_written_is_not_fixed(
    many: bool, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first, second = tmp_path / "a.txt", tmp_path / "b.txt"
    first.write_text("Ice rain hit the region.\n")
    second.write_text("Ice rain hit the region.\n")
    first.chmod(0o444)
    assert main(["fix", str(first), *([str(second)] if many else []), "--write", *OFF]) == 2
    told = capsys.readouterr().err
    assert f"tqcheck: {first}: cannot be written: it is read-only\n" in told
    fixed = "Fixed 1 of 2 findings in 1 of 2 files" if many else "Fixed 0 of 1 finding"
    assert f"{fixed}. Left: 1 where the file could not be written.\n" in told
    assert first.read_text() == "Ice rain hit the region.\n"
    assert second.read_text() == f"{'Freezing' if many else 'Ice'} rain hit the region.\n"
    assert first.stat().st_mode & 0o777 == 0o444


@pytest.mark.parametrize("locked", [False, True])
def test_what_was_decided_is_told_with_its_places(
    locked: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sys.stdin", io.StringIO("1\na\n"))
    path = tmp_path / "a.txt"
    path.write_text("Ice rain hit the region.\n\nHe saw a snow avalanche.\n")
    path.chmod(0o444 if locked else 0o644)
    record = tmp_path / "kept.jsonl"
    assert main(["fix", "a.txt", "-i", "--record", str(record), *OFF]) == (2 if locked else 0)
    told = capsys.readouterr()
    assert told.out.endswith(
        f"2 decisions, {'0 files' if locked else '1 file'} changed.\n"
        "Accepted for good in tqcheck.toml: snow avalanche.\n"
        "Decisions are kept in kept.jsonl.\n"
    )
    assert ("a.txt: cannot be written: it is read-only" in told.err) == locked
    assert len(record.read_text("utf-8").splitlines()) == 2


def original(path: Path) -> Original:
    with Fixer(None, {"languagetool": "off"}) as fixer:
        [found] = fixer.originals([str(path)])
    assert isinstance(found, Original)
    return found


def test_a_file_that_changed_meanwhile_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT)
    found = original(path)
    path.write_text("Something else.")
    with pytest.raises(InputError, match="changed while"):
        write_back(found, b"lost")
    assert path.read_text() == "Something else."


def test_a_character_without_room_is_said(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(TEXT.encode("windows-1251"))
    with pytest.raises(InputError, match="has no room for “漢” in cp1251"):
        encoded(original(path), "漢")


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    path, link = tmp_path / "a.txt", tmp_path / "link.txt"
    path.write_bytes(TEXT.encode())
    path.chmod(0o640)
    link.symlink_to(path)
    assert main(["fix", str(link), "--write", *OFF]) == 0
    assert link.is_symlink()
    assert path.read_bytes() == AFTER.encode()
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_baseline_and_comments_are_spared(tmp_path: Path) -> None:
    path, baseline = tmp_path / "a.txt", tmp_path / "baseline.json"
    path.write_text("Ice rain hit the region.\n")
    assert main(["baseline", "create", str(baseline), str(path), "--languagetool", "off"]) == 0
    path.write_text("Ice rain hit the region.\n\nHe saw a snow avalanche.\n\n"
                    "<!-- tqcheck: ignore sense -->\nIce rain came.\n")  # fmt: skip
    assert main(["fix", str(path), "--write", "--baseline", str(baseline), *OFF]) == 0
    assert path.read_text() == (
        "Ice rain hit the region.\n\nHe saw an avalanche.\n\n<!-- tqcheck: ignore sense -->\nIce rain came.\n"
    )


def test_the_dialogue_in_a_terminal(tmp_path: Path) -> None:
    """Keys pressed in a pseudo-terminal: the first suggestion, words typed, reject, accept for good, quit."""
    path = tmp_path / "a.txt"
    path.write_text(
        "Ice rain came.\n\nHe saw a snow avalanche.\n\nThe state Duma met.\n\nIt cost $ 50.\n\nIce rain.\n"
    )
    (tmp_path / "tqcheck.toml").write_text('# ours\nfail-on = "minor"\n')
    record = tmp_path / "decisions.jsonl"
    command = [sys.executable, "-c", "from tqcheck.cli import run; run()", "fix", "-i", "a.txt",
               "--record", str(record), *OFF]  # fmt: skip
    master, slave = pty.openpty()
    child = subprocess.Popen(command, cwd=tmp_path, stdin=slave, stdout=slave, stderr=slave, close_fds=True)
    os.close(slave)
    for keys in (b"1", b"t", b"\x15icefall\r", b"r", b"a", b"q"):
        _await(master, b"instead: " if b"icefall" in keys else b"[?]")
        os.write(master, keys)
    assert child.wait(60) == 0
    os.close(master)
    assert path.read_text() == (
        "Freezing rain came.\n\nHe saw an icefall.\n\nThe state Duma met.\n\nIt cost $ 50.\n\nIce rain.\n"
    )
    assert (tmp_path / "tqcheck.toml").read_text() == '# ours\nfail-on = "minor"\naccept = ["$ 50"]\n'
    verdicts = [line.split('"verdict": "')[1].split('"')[0] for line in record.read_text().splitlines()]
    assert verdicts == ["accepted", "typed", "rejected", "term"]


def _await(terminal: int, words: bytes) -> None:
    """Reads until the words have come."""
    seen, end = b"", time.monotonic() + 60
    while words not in seen:
        assert select.select([terminal], [], [], max(0, end - time.monotonic()))[0], seen
        seen += os.read(terminal, 4096)
