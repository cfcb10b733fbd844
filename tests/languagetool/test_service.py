"""The commands of the command line, as values."""

from __future__ import annotations

import pytest

from tqcheck.languagetool import service
from tqcheck.languagetool.install import Installation
from tqcheck.settings import Settings


@pytest.mark.usefixtures("own_folders")
def test_commands_tell_what_they_did(stand_in: Installation) -> None:
    assert "No LanguageTool server of ours runs" in str(service.status())
    assert f"Installed in {stand_in.folder}." in str(service.status())
    started = service.start(Settings())
    assert f"runs at {started.status.url} (process {started.status.pid})" in str(started)
    assert "after 30 minutes without work; 0 so far" in str(service.status())
    assert str(service.stop()) == "The LanguageTool server is stopped."
    assert str(service.stop()) == "No LanguageTool server ran."


def test_installed_tells_where_and_notes(stand_in: Installation) -> None:
    told = str(service.Installed(Installation(stand_in.folder, stand_in.java, ("home is read-only",))))
    assert str(stand_in.folder) in told
    assert told.endswith("Note: home is read-only.")


@pytest.mark.usefixtures("own_folders")
def test_nothing_installed_says_how(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tqcheck.languagetool.server.find", lambda: None)
    assert "tqcheck languagetool install" in str(service.status())
