"""A real LanguageTool for the tests that need one: installed if need be, one server for the session."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tqcheck.languagetool.install import Installation, install
from tqcheck.languagetool.server import private_server
from tqcheck.model import Document, Paragraph, Segment, SegmentKind, Span

STAND_IN_SERVER = Path(__file__).parent / "stand_in_server.py"


@pytest.fixture(scope="session")
def installation() -> Installation:
    """The LanguageTool of this machine."""
    return install()


@pytest.fixture(scope="session")
def server_url(installation: Installation) -> Iterator[str]:
    """A real server."""
    with private_server(installation) as url:
        yield url


@pytest.fixture
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """State and cache of this test alone; what is installed stays in view."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path


@pytest.fixture
def stand_in(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Installation:
    """An installation whose Java is a small program that answers as a LanguageTool would: quick to start."""
    folder = tmp_path / "LanguageTool-6.8"
    (folder / "libs").mkdir(parents=True)
    (folder / "languagetool-server.jar").touch()
    made = Installation(folder, Path(sys.executable))
    monkeypatch.setattr("tqcheck.languagetool.server.JAVA_FLAGS", (str(STAND_IN_SERVER),))
    monkeypatch.setattr("tqcheck.languagetool.server.find", lambda: made)
    monkeypatch.setattr("tqcheck.languagetool.server.install", lambda _=None: made)
    return made


def document(text: str, *, headline: bool = False, prose: str | None = None) -> Document:
    """A document of one paragraph a block, one segment a line."""
    kind = SegmentKind.HEADLINE if headline else SegmentKind.SENTENCE
    paragraphs, position = [], 0
    for block in text.split("\n\n"):
        segments, start = [], position
        for line in block.split("\n"):
            if line.strip():
                segments.append(Segment(Span(start, start + len(line)), kind))
            start += len(line) + 1
        if segments:
            paragraphs.append(Paragraph(Span(position, position + len(block)), tuple(segments)))
        position += len(block) + 2
    return Document("article.txt", text, text if prose is None else prose, tuple(paragraphs))
