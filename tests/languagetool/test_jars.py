"""The list of jars, and how each is had."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import pytest

from tqcheck.languagetool import jars
from tqcheck.languagetool.jars import Jar, download, read_jars
from tqcheck.model import CannotCheck


class Artifact:
    """Stands in for jgo's: writes the content, after so many failures."""

    def __init__(self, path: Path, content: bytes, failures: int) -> None:
        self.cached_path = path
        self._content = content
        self._failures = failures

    def resolve(self) -> Path:
        """As jgo: fails, or gives the path."""
        if self._failures:
            self._failures -= 1
            raise RuntimeError("not found")
        assert not self.cached_path.exists()
        self.cached_path.write_bytes(self._content)
        return self.cached_path


def jar(content: bytes, coordinate: str = "org.x:some-jar:1.0") -> Jar:
    """A jar as jars.yaml has it."""
    return Jar(coordinate, len(content), hashlib.sha256(content).hexdigest(), True)


def serve(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, content: bytes, failures: int = 0) -> None:
    """Every artifact has this content."""
    monkeypatch.setattr(jars, "_context", lambda _: None)
    monkeypatch.setattr("time.sleep", lambda _: None)
    served: dict[str, Artifact] = {}
    monkeypatch.setattr(
        jars,
        "_artifact",
        lambda _, name: served.setdefault(
            name, Artifact(tmp_path / name.replace(":", "-"), content, failures)
        ),
    )


def test_list_is_sound() -> None:
    rows = read_jars(english_only=False)
    targets = [row.target for row in rows]
    assert len(set(targets)) == len(targets)
    assert targets.count(jars.SERVER_JAR) == 1
    assert all(re.fullmatch("[0-9a-f]{64}", row.sha256) and row.size > 0 for row in rows)
    assert [row.coordinate for row in rows] == sorted(
        (row.coordinate for row in rows), key=lambda name: name.split(":")
    )


def test_english_does_with_a_third() -> None:
    def size(english_only: bool) -> int:
        return sum(row.size for row in read_jars(english_only))

    assert size(english_only=True) * 3 < size(english_only=False)
    assert "libs/language-en.jar" in {row.target for row in read_jars(english_only=True)}


def test_classifier_is_part_of_the_name() -> None:
    assert jar(b"", "com.x:lucene-gosen:6.2.1:ipadic").target == "libs/lucene-gosen-ipadic.jar"


def test_jars_come_to_their_places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    serve(monkeypatch, tmp_path, b"content")
    told: list[int] = []
    download([jar(b"content"), jar(b"content", "org.x:other:2")], tmp_path / "LT", told.append)
    assert sorted(path.name for path in (tmp_path / "LT" / "libs").iterdir()) == ["other.jar", "some-jar.jar"]
    assert told == [7, 7]


def test_other_content_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    serve(monkeypatch, tmp_path, b"evil")
    with pytest.raises(CannotCheck, match=r"org\.x:some-jar:1\.0.*SHA-256 differs"):
        download([jar(b"content")], tmp_path / "LT", lambda _: None)
    assert list((tmp_path / "LT" / "libs").iterdir()) == []


def test_no_network_is_known_at_the_first_jar(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    serve(monkeypatch, tmp_path, b"content", failures=1)
    with pytest.raises(CannotCheck, match="could not be downloaded"):
        download([jar(b"content")], tmp_path / "LT", lambda _: None)


def test_later_jars_are_tried_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    serve(monkeypatch, tmp_path, b"content")
    first = jars._artifact(None, "org.x:some-jar:1.0")  # type: ignore[arg-type]
    serve(monkeypatch, tmp_path, b"content", failures=2)
    later = jars._artifact
    monkeypatch.setattr(jars, "_artifact", lambda _, name: first if "some" in name else later(_, name))
    download([jar(b"content"), jar(b"content", "org.x:other:2")], tmp_path / "LT", lambda _: None)
    assert (tmp_path / "LT" / "libs" / "other.jar").read_bytes() == b"content"
