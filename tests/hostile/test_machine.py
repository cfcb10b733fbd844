"""A hostile machine: files that vanish, full disks, closed streams, signals, caches that lie."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from tests.hostile.corpus import FAULT, SENTENCE
from tqcheck.pipeline import check_paths

COMMAND = Path(sys.executable).with_name("tqcheck")
QUIET = ["--languagetool", "off", "--judge", "off"]


def run(
    *arguments: str | Path, shell: str = "", env: dict[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    """Runs the command; `shell` are redirections as a shell writes them."""
    command = [str(COMMAND), *map(str, arguments)]
    if shell:
        command = ["/bin/sh", "-c", f'exec "$@" {shell}', "sh", *command]
    return subprocess.run(command, capture_output=True, env=env, check=False, timeout=600)


def told(done: subprocess.CompletedProcess[bytes]) -> list[str]:
    """Texts of the findings of a JSON report."""
    return [f["text"] for d in json.loads(done.stdout)["documents"] for f in d["findings"]]


@pytest.fixture
def article(tmp_path: Path) -> Path:
    file = tmp_path / "article.txt"
    file.write_text(SENTENCE + "\n")
    return file


REDIRECTIONS = [
    pytest.param(">/dev/full", "", 2, id="no-space-for-the-report"),
    pytest.param("2>/dev/full", "missing.txt", 2, id="no-space-for-errors"),
    pytest.param(">&-", "", 2, id="no-output"),
    pytest.param(">&- 2>&-", "missing.txt", 2, id="no-streams"),
    pytest.param("<&- >&- 2>&-", "", 2, id="no-streams-at-all"),
    pytest.param("<&-", "-", 2, id="no-input"),
]


@pytest.mark.parametrize(("shell", "more", "status"), REDIRECTIONS)
@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_streams(article: Path, shell: str, more: str, status: int, unbuffered: str) -> None:
    env = {**os.environ, "PYTHONUNBUFFERED": unbuffered}
    done = run("check", article, *([more] if more else []), *QUIET, shell=shell, env=env)
    assert done.returncode == status
    assert b"Traceback" not in done.stderr


COMMANDS = [
    ["--version"],
    ["rules", "--help"],
    ["rules", "list", "sense.*"],
    ["explain", "negation.dropped"],
    ["check", "article.txt", *QUIET],
]


@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
@pytest.mark.parametrize("shell", [">/dev/full", ">&-"])
@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_what_could_not_be_printed_is_said(
    article: Path, arguments: list[str], shell: str, unbuffered: str
) -> None:
    env = {**os.environ, "PYTHONUNBUFFERED": unbuffered}
    done = run(*(article if a == article.name else a for a in arguments), shell=shell, env=env)
    assert done.returncode == 2
    assert b"tqcheck: standard output: cannot be written: " in done.stderr


def test_a_full_disk_leaves_nothing_in_the_cache(article: Path, tmp_path: Path) -> None:
    env = {**os.environ, "XDG_CACHE_HOME": str(tmp_path / "cache")}
    limited = f'ulimit -f 0; exec "{COMMAND}" check "{article}" --languagetool off --judge off'
    subprocess.run(["/bin/sh", "-c", limited], capture_output=True, check=False, timeout=600, env=env)
    assert [file for file in (tmp_path / "cache").rglob("*") if file.is_file()] == []


@pytest.mark.parametrize("device", ["/dev/full", "/dev/null", "/dev/stdout"])
def test_devices_stay_devices(article: Path, device: str) -> None:
    before = os.lstat(device)
    done = run("check", article, *QUIET, "--format", "json", "--output", device)
    after = os.lstat(device)
    assert (after.st_mode, after.st_ino, after.st_rdev) == (before.st_mode, before.st_ino, before.st_rdev)
    assert done.returncode == (2 if device == "/dev/full" else 1)
    if device == "/dev/stdout":
        assert FAULT in told(done)


def test_a_full_disk_leaves_the_old_report(article: Path, tmp_path: Path) -> None:
    report = tmp_path / "report.json"
    report.write_text("old")
    limited = f'ulimit -f 0; exec "{COMMAND}" check "{article}" --languagetool off --output "{report}"'
    done = subprocess.run(["/bin/sh", "-c", limited], capture_output=True, check=False, timeout=600)
    assert done.returncode == 2
    assert "report.json: cannot be written" in done.stderr.decode()
    assert report.read_text() == "old"
    assert sorted(f.name for f in tmp_path.iterdir()) == ["article.txt", "report.json"]


def test_a_working_directory_that_is_gone(article: Path, tmp_path: Path) -> None:
    shell = f'mkdir "{tmp_path}/gone" && cd "{tmp_path}/gone" && rmdir ../gone && exec "$@"'
    command = ["/bin/sh", "-c", shell, "sh", str(COMMAND), "check", str(article), *QUIET]
    done = subprocess.run(command, capture_output=True, check=False, timeout=600)
    assert done.returncode == 2
    assert b"Traceback" not in done.stderr


class Then:
    """Progress that does something to the files once the work has begun."""

    def __init__(self, act: Callable[[], object]) -> None:
        self._act = act

    def start(self, what: str, total: int | None) -> None:  # noqa: ARG002
        self._act()

    def advance(self, amount: int) -> None:
        pass

    def done(self) -> None:
        pass


@pytest.mark.parametrize("becomes", ["nothing", "a folder", "a pipe", "a loop", "empty", "binary"])
def test_files_that_change_after_they_were_found(tmp_path: Path, becomes: str) -> None:
    good, changing = tmp_path / "a.txt", tmp_path / "b.txt"  # the work begins when the first is read
    for file in (changing, good):
        file.write_text(SENTENCE)

    def change() -> None:
        changing.unlink(missing_ok=True)
        if becomes == "a folder":
            changing.mkdir(exist_ok=True)
        elif becomes == "a pipe":
            os.mkfifo(changing)
        elif becomes == "a loop":
            changing.symlink_to(changing)
        elif becomes != "nothing":
            changing.write_bytes(b"" if becomes == "empty" else bytes(range(256)))

    report = check_paths([str(tmp_path)], overrides={"languagetool": "off"}, progress=Then(change))
    assert report.verdict == "error"
    assert [failure.path for failure in report.all_failures()] == [str(changing)]
    assert [d.document.path for d in report.documents if d.findings] == [str(good)]


def test_loops_of_links_and_odd_names(tmp_path: Path) -> None:
    for name in (
        "a\nb.txt",
        "-rf.txt",
        "[x].txt",
        " .txt",
        "\x1b[31m.txt",
        "é\udcff.txt",
        "a" * 200 + ".txt",
    ):
        (tmp_path / os.fsencode(name).decode("utf-8", "surrogateescape")).write_text(SENTENCE)
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "self.txt").symlink_to(tmp_path / "self.txt")
    done = run("check", tmp_path, *QUIET, "--format", "json")
    assert done.returncode == 2  # self.txt
    assert told(done).count(FAULT) == 7
    assert b"\x1b" not in done.stderr + done.stdout


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_signals_end_it_at_once(tmp_path: Path, number: signal.Signals) -> None:
    (tmp_path / "large.txt").write_text(f"{SENTENCE} " * 60_000)
    command: list[str | Path] = [
        COMMAND,
        "check",
        tmp_path / "large.txt",
        *QUIET,
        "--output",
        tmp_path / "report.json",
    ]
    heeded = partial(signal.signal, number, signal.SIG_DFL)  # nohup may have us started deaf to one
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, preexec_fn=heeded)
    time.sleep(1.5)
    process.send_signal(number)
    _, errors = process.communicate(timeout=300)
    assert process.returncode == (130 if number is signal.SIGINT else -number)
    assert b"Traceback" not in errors
    assert [file.name for file in tmp_path.iterdir()] == ["large.txt"]


@pytest.fixture(scope="module")
def caches(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache folder with the rules compiled."""
    folder = tmp_path_factory.mktemp("caches")
    (folder / "article.txt").write_text(SENTENCE)
    run("check", folder / "article.txt", *QUIET, env=_cached_in(folder / "xdg"))
    return folder / "xdg"


def _cached_in(folder: Path) -> dict[str, str]:
    return {**os.environ, "XDG_CACHE_HOME": str(folder)}


def _one_bit(data: bytes) -> bytes:
    at = len(data) // 2
    return data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]


DAMAGES: list[Callable[[bytes], bytes]] = [
    lambda data: data[: len(data) // 2],
    _one_bit,
    lambda _: b'{"index": []}\n{}',
    lambda data: bytes(len(data)),
    lambda _: b"",
]


@pytest.mark.parametrize("first", [0, 1])
def test_a_damaged_cache_changes_nothing(article: Path, tmp_path: Path, caches: Path, first: int) -> None:
    copy = tmp_path / "xdg"
    shutil.copytree(caches, copy)
    files = sorted(file for file in copy.rglob("*") if file.is_file())
    assert files
    for number, file in enumerate(files, first):
        file.write_bytes(DAMAGES[number % len(DAMAGES)](file.read_bytes()))
    done = run("check", article, *QUIET, "--format", "json", env=_cached_in(copy))
    assert (done.returncode, FAULT in told(done), done.stderr) == (1, True, b"")


@pytest.mark.parametrize("moment", [0, 4_000_000_000], ids=["1970", "2096"])
def test_a_clock_that_jumps(article: Path, tmp_path: Path, caches: Path, moment: int) -> None:
    copy = tmp_path / "xdg"
    shutil.copytree(caches, copy)
    for file in [article, *copy.rglob("*")]:
        os.utime(file, (moment, moment))
    done = run("check", article, *QUIET, "--format", "json", env=_cached_in(copy))
    assert (done.returncode, FAULT in told(done), done.stderr) == (1, True, b"")


def test_runs_that_fill_one_cache_at_once(article: Path, tmp_path: Path) -> None:
    command: list[str | Path] = [COMMAND, "check", article, *QUIET, "--format", "json"]
    env = _cached_in(tmp_path / "xdg")
    runs = [subprocess.Popen(command, stdout=subprocess.PIPE, env=env) for _ in range(3)]
    outputs = {process.communicate(timeout=600)[0] for process in runs}
    assert [process.returncode for process in runs] == [1, 1, 1]
    assert len(outputs) == 1
    assert FAULT.encode() in outputs.pop()


@pytest.mark.parametrize(
    "home",
    [{"HOME": "/proc/self/none", "XDG_CACHE_HOME": "/proc/self/none"}, {}],
    ids=["read-only", "none"],
)
def test_homes_that_are_none(article: Path, home: dict[str, str], tmp_path: Path) -> None:
    env = {"PATH": os.environ["PATH"], "TMPDIR": str(tmp_path), **home}
    done = run("check", article, *QUIET, "--format", "json", env=env)
    assert (done.returncode, FAULT in told(done), done.stderr) == (1, True, b"")
