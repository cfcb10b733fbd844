"""Folders where there is no home, or one that cannot be written to."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest

from tqcheck.languagetool import places


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A temporary folder of the test's own."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def test_home_is_used_where_it_can_be(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert places.place("cache") == (tmp_path / "tqcheck" / "languagetool", "")


def test_home_that_cannot_be_written_to_is_replaced_and_said(
    tmp_path: Path, temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "file" / "data"))
    path, note = places.place("data")
    assert path.is_relative_to(temporary)
    assert path.is_dir()
    assert "cannot be written to" in note


def test_empty_home_is_not_the_root(temporary: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "")
    assert places.place("state").path.is_relative_to(temporary)


def test_folder_that_others_could_fill_is_not_used(temporary: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "")
    taken = places.place("data").path.parent
    taken.chmod(0o777)
    assert not places.place("data").path.is_relative_to(taken)
    assert places.place("data").path.is_relative_to(temporary)
