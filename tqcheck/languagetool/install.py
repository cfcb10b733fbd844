"""LanguageTool on this machine: found if installed, else installed, whole or not at all.

Two ways lead there: the download of language-tool-python (one archive, checked by its own checksums), then
Maven Central through jgo (the jars of data/jars.yaml). The folder is called LanguageTool-6.8 as
language-tool-python would call it, and lies under LTP_PATH if that is set, else among our own data.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from tqcheck.languagetool import jars, places
from tqcheck.languagetool.java import find_java
from tqcheck.languagetool.locking import Lock
from tqcheck.model import CannotCheck, Progress
from tqcheck.typed import NamedTuple

VERSION = "6.8"
NAME = f"LanguageTool-{VERSION}"
DOWNLOAD_TIMEOUT = (5.0, 20.0)
"""Seconds to connect and between bytes: that the archive's host cannot be reached should be known soon."""


Tell = Callable[[str, int, int], None]
"""Told what is being done, and bytes done of all bytes (0 where that is not known)."""


class Installation(NamedTuple):
    """A LanguageTool that can be started. `notes` say what is unusual about where it lies."""

    folder: Path
    java: Path
    notes: tuple[str, ...] = ()

    @property
    def jar(self) -> Path:
        """The jar whose manifest names all the others."""
        return self.folder / jars.SERVER_JAR


def find() -> Installation | None:
    """The LanguageTool that is installed, or None. Raises CannotCheck where there is no Java for it."""
    for folder in _places_to_look():
        if (folder / jars.SERVER_JAR).is_file() and (folder / "libs").is_dir():
            return Installation(folder, find_java())
    return None


def _places_to_look() -> Iterator[Path]:
    if jar_folder := os.environ.get("LTP_JAR_DIR_PATH"):
        yield Path(jar_folder)
    if shared := os.environ.get("LTP_PATH"):
        yield Path(shared) / NAME
    with contextlib.suppress(OSError):
        yield places.place("data").path / NAME
    with contextlib.suppress(RuntimeError):
        yield Path.home() / ".cache" / "language_tool_python" / NAME


def install(progress: Progress | None = None) -> Installation:
    """The LanguageTool that is installed, or a new one. Several runs at once install once.

    Raises CannotCheck saying what was tried; nothing half-made is left behind.
    """
    if found := find():
        return found
    java = find_java()
    tell = _Teller(progress)
    try:
        parent, note = _parent()
        lock = Lock(parent / f".{NAME}.lock")
        if not lock.acquire():
            tell("Waiting for another installation of LanguageTool", 0, 0)
        if not lock.held and not lock.acquire(timeout=1800):
            raise CannotCheck(f"another installation of LanguageTool holds {lock.path}")
        try:
            folder = parent / NAME
            if not (folder / jars.SERVER_JAR).is_file():
                _install_into(folder, english_only="LTP_PATH" not in os.environ, tell=tell)
        finally:
            lock.release()
            tell.close()
    except OSError as error:
        raise CannotCheck(f"LanguageTool could not be installed: {error}") from error
    return Installation(folder, java, (note,) if note else ())


def _parent() -> places.Place:
    if shared := os.environ.get("LTP_PATH"):
        if places.writable(Path(shared)):
            return places.Place(Path(shared))
        own = places.place("data")
        return places.Place(own.path, f"LTP_PATH ({shared}) cannot be written to, {own.path} is used instead")
    return places.place("data")


def _install_into(folder: Path, *, english_only: bool, tell: Tell) -> None:
    """Builds the folder under another name beside its place, then renames it. The caller holds the lock, so
    whatever has such a name was left by a run that was killed."""
    for left in folder.parent.glob(f".{NAME}.*.part"):
        shutil.rmtree(left, ignore_errors=True)
    from tqcheck.languagetool.trust import system_certificates

    reasons: list[str] = []
    for way, name in ((_from_archive, "its own download"), (_from_maven, "Maven Central")):
        part = Path(tempfile.mkdtemp(prefix=f".{NAME}.", suffix=".part", dir=folder.parent))
        try:
            with system_certificates():
                way(part / NAME, english_only, tell)
            if folder.exists():  # an installation without its server jar: unusable, so nobody's loss
                shutil.rmtree(folder)
            (part / NAME).replace(folder)
            return
        except CannotCheck as error:
            reasons.append(f"{name}: {error}")
        finally:
            shutil.rmtree(part, ignore_errors=True)
    raise CannotCheck(f"LanguageTool {VERSION} could not be installed: {'; '.join(reasons)}")


def _from_archive(folder: Path, english_only: bool, tell: Tell) -> None:  # noqa: ARG001 - one archive for all
    """language-tool-python's archive by its own address, checksum and safe extraction.

    Not by its download(): that wants a Java on PATH, waits a minute for the host and draws its own bar.
    """
    import hashlib
    import zipfile

    import requests
    from language_tool_python.download_lt import EXPECTED_DOWNLOAD_SHA256, ReleaseLocalLanguageTool
    from language_tool_python.exceptions import PathError
    from language_tool_python.safe_zip import SafeZipExtractor

    what = f"Downloading LanguageTool {VERSION}"
    tell(f"Asking for LanguageTool {VERSION}", 0, 0)
    archive = folder.parent / "archive.zip"
    seen = hashlib.sha256()
    try:
        url = ReleaseLocalLanguageTool(VERSION).download_url
        with requests.get(url, stream=True, timeout=DOWNLOAD_TIMEOUT) as answer, archive.open("wb") as file:
            if answer.status_code != 200:
                raise CannotCheck(f"the server answered {answer.status_code}")
            total, done = int(answer.headers.get("Content-Length", 0)), 0
            for chunk in answer.iter_content(1 << 20):
                file.write(chunk)
                seen.update(chunk)
                tell(what, done := done + len(chunk), max(total, done))
        if seen.hexdigest() != EXPECTED_DOWNLOAD_SHA256[VERSION]:
            raise CannotCheck(
                "the archive is not the one that language-tool-python expects (SHA-256 differs)"
            )
        tell("Unpacking LanguageTool", 0, 0)
        with zipfile.ZipFile(archive) as opened:
            SafeZipExtractor().extractall(opened, folder.parent, work_dir=folder.parent)
    except (requests.RequestException, PathError, zipfile.BadZipFile, KeyError, ValueError) as error:
        raise CannotCheck(jars.brief(error)) from error
    if not (folder / jars.SERVER_JAR).is_file():
        raise CannotCheck(f"the archive holds no {NAME}/{jars.SERVER_JAR}")


def _from_maven(folder: Path, english_only: bool, tell: Tell) -> None:
    wanted = jars.read_jars(english_only)
    total = sum(jar.size for jar in wanted)
    what, done = f"Downloading LanguageTool {VERSION} from Maven Central", 0

    def downloaded(size: int) -> None:
        nonlocal done
        done += size
        tell(what, done, total)

    tell(what, 0, total)
    jars.download(wanted, folder, downloaded)
    shutil.rmtree(folder / ".repository", ignore_errors=True)


class _Teller:
    """Tells a Progress, if there is one, one piece of work after another."""

    def __init__(self, progress: Progress | None) -> None:
        self._progress = progress
        self._what = ""
        self._done = 0

    def __call__(self, what: str, done: int, total: int) -> None:
        if self._progress is None:
            return
        if what != self._what:
            self.close()
            self._progress.start(what, total or None)
            self._what, self._done = what, 0
        if done > self._done:
            self._progress.advance(done - self._done)
            self._done = done

    def close(self) -> None:
        """Ends the last piece of work."""
        if self._progress is not None and self._what:
            self._progress.done()
            self._what = ""
