"""A tiny model, converted once."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.judge.tiny import write_tiny
from tqcheck.judge.convert import convert


@pytest.fixture(scope="session")
def tiny_gguf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A model in GGUF form."""
    file = tmp_path_factory.mktemp("gguf") / "tiny.gguf"
    write_tiny(file)
    return file


@pytest.fixture(scope="session")
def tiny_folder(tiny_gguf: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same, converted."""
    folder = tmp_path_factory.mktemp("converted")
    convert(tiny_gguf, folder)
    return folder
