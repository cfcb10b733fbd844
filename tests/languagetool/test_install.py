"""Installing: whole or not at all, once for all, and clear words where it cannot be."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from tqcheck.languagetool import install as module
from tqcheck.languagetool import jars
from tqcheck.languagetool.install import NAME, Installation, Tell, find, install
from tqcheck.model import CannotCheck


@pytest.fixture
def nowhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """No LanguageTool is installed; the folder where one would be."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in ("LTP_PATH", "LTP_JAR_DIR_PATH"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path / "tqcheck" / "languagetool"


class Told:
    """A progress that remembers."""

    def __init__(self) -> None:
        self.seen: list[str] = []

    def start(self, what: str, total: int | None) -> None:
        self.seen.append(f"start {what} {total}")

    def advance(self, amount: int) -> None:
        self.seen.append(f"advance {amount}")

    def done(self) -> None:
        self.seen.append("done")


def put(folder: Path) -> None:
    """The least that counts as a LanguageTool."""
    (folder / "libs").mkdir(parents=True)
    (folder / jars.SERVER_JAR).write_text("jar")


def arrives(folder: Path, _english_only: bool, tell: Tell) -> None:
    """A way that succeeds."""
    tell("Downloading", 1, 2)
    put(folder)
    tell("Downloading", 2, 2)


def fails(folder: Path, _english_only: bool, _tell: Tell) -> None:
    """A way that fails half-way."""
    put(folder)
    raise CannotCheck("no connection")


def test_installed_on_this_machine_is_found(installation: Installation) -> None:
    assert find() == Installation(installation.folder, installation.java)
    assert installation.jar.is_file()
    assert "-" not in {path.stem for path in (installation.folder / "libs").glob("languagetool-core*")}


def test_second_way_is_taken_and_progress_told(nowhere: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_from_archive", fails)
    monkeypatch.setattr(module, "_from_maven", arrives)
    told = Told()
    assert install(told).folder == nowhere / NAME
    assert told.seen == ["start Downloading 2", "advance 1", "advance 1", "done"]
    assert [path.name for path in nowhere.glob("L*")] == [NAME]
    found = find()
    assert found is not None
    assert found.folder == nowhere / NAME


def test_failure_names_both_ways_and_leaves_nothing(nowhere: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_from_archive", fails)
    monkeypatch.setattr(module, "_from_maven", fails)
    with pytest.raises(CannotCheck, match="its own download: no connection; Maven Central: no connection"):
        install()
    assert {path.name for path in nowhere.iterdir()} <= {f".{NAME}.lock"}
    assert find() is None


def test_interruption_leaves_nothing(nowhere: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(folder: Path, _english_only: bool, _tell: Tell) -> None:
        put(folder)
        raise KeyboardInterrupt

    monkeypatch.setattr(module, "_from_archive", interrupted)
    with pytest.raises(KeyboardInterrupt):
        install()
    assert {path.name for path in nowhere.iterdir()} <= {f".{NAME}.lock"}


def test_rest_of_a_killed_run_is_cleared(nowhere: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    left = nowhere / f".{NAME}.abc.part"
    put(left / NAME)
    put(nowhere / NAME)
    (nowhere / NAME / jars.SERVER_JAR).unlink()
    monkeypatch.setattr(module, "_from_archive", arrives)
    install()
    assert not left.exists()
    assert (nowhere / NAME / jars.SERVER_JAR).is_file()


@pytest.mark.usefixtures("nowhere")
def test_runs_at_once_install_once(monkeypatch: pytest.MonkeyPatch) -> None:
    times = []

    def slow(folder: Path, _english_only: bool, _tell: Tell) -> None:
        times.append(1)
        threading.Event().wait(0.3)
        put(folder)

    monkeypatch.setattr(module, "_from_archive", slow)
    threads = [threading.Thread(target=install) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(times) == 1


@pytest.mark.usefixtures("nowhere")
def test_shared_folder_gets_all_languages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def way(folder: Path, english_only: bool, _tell: Tell) -> None:
        asked.append(english_only)
        put(folder)

    monkeypatch.setenv("LTP_PATH", str(tmp_path / "shared"))
    monkeypatch.setattr(module, "_from_archive", way)
    assert install().folder == tmp_path / "shared" / NAME
    assert asked == [False]


def test_shared_folder_that_cannot_be_written_to_is_said(
    nowhere: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("LTP_PATH", str(tmp_path / "file" / "shared"))
    monkeypatch.setattr(module, "_from_archive", arrives)
    installed = install()
    assert installed.folder == nowhere / NAME
    assert "LTP_PATH" in installed.notes[0]


@pytest.mark.usefixtures("nowhere")
def test_other_archive_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    class Answer:
        status_code = 200
        headers = {"Content-Length": "3"}  # noqa: RUF012

        def __enter__(self) -> Answer:
            return self

        def __exit__(self, *_: object) -> None: ...

        def iter_content(self, _size: int) -> list[bytes]:
            return [b"zip"]

    monkeypatch.setattr("requests.get", lambda *_, **__: Answer())
    monkeypatch.setattr(module, "_from_maven", fails)
    with pytest.raises(CannotCheck, match="SHA-256 differs"):
        install()
    assert find() is None
