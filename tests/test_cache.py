"""Keys of files, noted so that files that are the same need not be read again."""

from __future__ import annotations

import hashlib
import os
import time
from pathlib import Path

import platformdirs
import pytest

from tqcheck import cache
from tqcheck.cache import cache_folder, content_key, key_of_files, made, sha256, told_of_files


class Reader:
    """Reads files and counts how often."""

    def __init__(self, *files: Path) -> None:
        self.files = files
        self.times = 0

    def __call__(self) -> list[tuple[str, bytes]]:
        self.times += 1
        return [(file.name, file.read_bytes()) for file in self.files]


def _aged(file: Path, content: bytes) -> Path:
    file.write_bytes(content)
    return file


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> None:
    """An hour from now."""
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now + 3600)


@pytest.mark.usefixtures("later")
def test_files_that_are_the_same_are_read_once(tmp_path: Path) -> None:
    file = _aged(tmp_path / "a.yaml", b"one")
    read = Reader(file)
    keys = {key_of_files(1, [file], read, tmp_path / "cache") for _ in range(3)}
    assert keys == {content_key(1, [("a.yaml", b"one")])}
    assert read.times == 1


@pytest.mark.usefixtures("later")
def test_a_change_that_leaves_size_and_time_is_seen(tmp_path: Path) -> None:
    file = _aged(tmp_path / "a.yaml", b"one")
    first = key_of_files(1, [file], Reader(file), tmp_path / "cache")
    about = file.stat()
    other = _aged(tmp_path / "b.yaml", b"two")
    os.utime(other, ns=(about.st_atime_ns, about.st_mtime_ns))
    other.replace(file)
    assert key_of_files(1, [file], Reader(file), tmp_path / "cache") != first


@pytest.mark.usefixtures("later")
def test_what_is_told_of_a_file_once_is_told_by_its_name(tmp_path: Path) -> None:
    file = _aged(tmp_path / "a.bin", b"one")
    assert told_of_files("size", [file], lambda: "three", tmp_path) == "three"
    assert told_of_files("sum", [file], lambda: "one and all", tmp_path) == "one and all"
    assert told_of_files("sum", [file], lambda: "read again", tmp_path) == "one and all"


def test_what_was_changed_just_now_is_not_trusted(tmp_path: Path) -> None:
    file = _aged(tmp_path / "a.yaml", b"one")
    read = Reader(file)
    for _ in range(2):
        key_of_files(1, [file], read, tmp_path / "cache")
    assert read.times == 2


@pytest.mark.usefixtures("later")
@pytest.mark.parametrize("damage", [b"", b"nonsense", b"\n", b"\xff" * 50])
def test_a_damaged_note_is_not_believed(tmp_path: Path, damage: bytes) -> None:
    file = _aged(tmp_path / "a.yaml", b"one")
    key = key_of_files(1, [file], Reader(file), tmp_path / "cache")
    [note] = (tmp_path / "cache").glob("key-*.txt")
    note.write_bytes(damage)
    assert key_of_files(1, [file], Reader(file), tmp_path / "cache") == key


@pytest.mark.usefixtures("later")
def test_notes_on_many_files_are_kept_beside_each_other(tmp_path: Path) -> None:
    files = [_aged(tmp_path / f"{number}.yaml", b"one") for number in range(12)]
    readers = [Reader(file) for file in files]
    for _ in range(3):
        for file, read in zip(files, readers, strict=True):
            key_of_files(1, [file], read, tmp_path / "cache")
    assert [read.times for read in readers] == [1] * len(files)


def test_what_cannot_be_used_is_made_anew(tmp_path: Path) -> None:
    assert made("thing", "k", lambda: b"no number", len, tmp_path) == 9
    assert made("thing", "k", lambda: b"12", int, tmp_path) == 12
    assert made("thing", "k", lambda: b"13", int, tmp_path) == 12


@pytest.fixture
def ahead(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of what a wheel brought with it, which has a thing under the key k."""
    monkeypatch.setattr(cache, "AHEAD", tmp_path / "ahead")
    made("thing", "k", lambda: b"12", int, tmp_path / "ahead")
    return tmp_path / "ahead"


def test_what_was_made_ahead_is_used_under_its_key_alone(ahead: Path, tmp_path: Path) -> None:
    assert made("thing", "k", lambda: b"13", int, tmp_path / "own") == 12
    assert not (tmp_path / "own").exists()
    assert made("thing", "other", lambda: b"13", int, tmp_path / "own") == 13
    assert {file.name for file in ahead.iterdir()} == {"thing-k.bin"}


def test_what_was_made_ahead_and_damaged_since_is_made_anew_once(ahead: Path, tmp_path: Path) -> None:
    (ahead / "thing-k.bin").write_bytes(b"damage")
    assert made("thing", "k", lambda: b"13", int, tmp_path / "own") == 13
    assert made("thing", "k", lambda: b"14", int, tmp_path / "own") == 13


@pytest.mark.usefixtures("ahead")
def test_to_make_things_elsewhere_nothing_is_taken_from_here(tmp_path: Path) -> None:
    before = cache_folder()
    with cache.kept_in(tmp_path / "elsewhere"):
        assert made("thing", "k", lambda: b"13", int) == 13
    assert (tmp_path / "elsewhere" / "thing-k.bin").exists()
    assert cache_folder() == before


@pytest.mark.parametrize("home", ["/home/ann", "/home/ann/", "home", "", None])
@pytest.mark.parametrize("caches", ["/var/tmp/caches", "/var/tmp//caches/", "caches", " ", "", None])
def test_the_folder_is_that_of_platformdirs(
    caches: str | None, home: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in (("XDG_CACHE_HOME", caches), ("HOME", home)):
        monkeypatch.delenv(name, raising=False) if value is None else monkeypatch.setenv(name, value)
    assert cache_folder() == platformdirs.user_cache_path("tqcheck")


@pytest.mark.parametrize("data", [b"", b"text", b"long" * 1_000])
def test_digests_are_those_of_hashlib(data: bytes) -> None:
    assert sha256(data) == hashlib.sha256(data).hexdigest()
