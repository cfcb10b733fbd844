"""Golden files: `pytest --update-golden` rewrites them; review the diff."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tqcheck.cache import cache_folder
from tqcheck.rulebook import open_rulebook

GOLDEN = Path(__file__).parent / "golden"
Golden = Callable[[str, str], None]
FreshCache = Callable[[Path], Path]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden", action="store_true", help="rewrite the golden files with what came out"
    )


@pytest.fixture(autouse=True)
def no_judge(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the context judge finds, where a developer has installed it, is no matter of most tests."""
    monkeypatch.setattr("tqcheck.judge.home.home", lambda: tmp_path / "no-judge")


@pytest.fixture(scope="session")
def fresh_cache() -> FreshCache:
    """Makes a folder one for XDG_CACHE_HOME that holds the rules that ship, compiled, and nothing else."""
    key, users = open_rulebook().key, cache_folder()

    def make(folder: Path) -> Path:
        (folder / "tqcheck").mkdir(parents=True)
        if users and (kept := users / f"rulebook-{key}.bin").exists():
            shutil.copy(kept, folder / "tqcheck")
        return folder

    return make


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory, fresh_cache: FreshCache) -> Path:
    """A folder for XDG_CACHE_HOME that the tests of a module share."""
    return fresh_cache(tmp_path_factory.mktemp("cache") / "shared")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Compares a text with tests/golden/NAME, byte for byte."""

    def compare(name: str, text: str) -> None:
        path = GOLDEN / name
        if request.config.getoption("--update-golden"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode())
        assert path.exists(), f"{name} is missing: run pytest --update-golden and review it"
        assert text == path.read_bytes().decode()

    return compare
