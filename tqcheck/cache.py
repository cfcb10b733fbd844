"""The user's cache folder: what was made once from data files, kept under a key of their content.

What is kept carries its own checksum. A cache that is missing, damaged or not writable costs time and
nothing else. An installed package has with it (`AHEAD`) what can be made of the files that ship: it goes by
the same keys, so that it is of no use, and does no harm, once one of these files is another.
"""

from __future__ import annotations

import os
import sys
import time
import weakref
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from functools import cache as once
from importlib import import_module
from pathlib import Path

from tqcheck.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Any, TypeVar

    Thing = TypeVar("Thing")

AHEAD = Path(__file__).with_name("made_ahead")
"""Where a wheel keeps what `tqcheck.ahead` made when it was built; not there in a checkout."""
KEPT = 8
"""Versions of one thing that are kept beside each other."""
_NOTES = 64
"""Notes on files that are kept: a run with all checks takes ten, and there may be several installations."""
_UNSETTLED = 2.0
"""Seconds within which two changes of a file may carry the same time."""
_instead: Path | None = None
"""See `kept_in`."""


def cache_folder() -> Path | None:
    """Where things are kept; None where there is no home to keep them in."""
    if folder := _instead or _on_linux():
        return folder
    try:
        from platformdirs import user_cache_path

        return user_cache_path("tqcheck")
    except (OSError, RuntimeError, KeyError):
        return None


@contextmanager
def kept_in(folder: Path) -> Iterator[None]:
    """Meanwhile keeps things in another folder, and looks for none elsewhere."""
    global _instead
    before, _instead = _instead, folder
    try:
        yield
    finally:
        _instead = before


def _on_linux() -> Path | None:
    """What platformdirs would say where nothing is out of the ordinary; to load it takes long."""
    if sys.platform != "linux" or hasattr(sys, "getandroidapilevel"):
        return None
    home = os.environ.get("HOME", "")
    caches = os.environ.get("XDG_CACHE_HOME") or (home and f"{home}/.cache")
    return Path(caches, "tqcheck") if caches.startswith("/") else None


def made(
    name: str, key: str, make: Callable[[], bytes], use: Callable[[bytes], Thing], folder: Path | None = None
) -> Thing:
    """What `use` reads out of what `make` made, now or in a run before under the same name and key.

    `folder` is the user's by default. What is kept and cannot be used is made anew.
    """
    for file in _kept(name, key, folder):
        if data := read(file):
            with suppress(ValueError, KeyError, TypeError, IndexError):
                return use(data)
    return use(_made(name, key, make, folder))


def _kept(name: str, key: str, folder: Path | None) -> Iterator[Path]:
    """Where to look for it: the user's own first, which mends what has been damaged ahead."""
    if folder := folder or cache_folder():
        yield folder / f"{name}-{key}.bin"
    if not _instead:
        yield AHEAD / f"{name}-{key}.bin"


def _made(name: str, key: str, make: Callable[[], bytes], folder: Path | None) -> bytes:
    """What `make` makes, kept."""
    data = make()
    if folder := folder or cache_folder():
        keep(folder / f"{name}-{key}.bin", data)
    return data


class Pieces:
    """What `keep` wrote, to be read piece by piece. Of each one must tell whether it is whole.

    Raises OSError, and ValueError where it is not as long as it was.
    """

    def __init__(self, file: Path) -> None:
        self._descriptor = os.open(file, os.O_RDONLY | getattr(os, "O_BINARY", 0))
        weakref.finalize(self, os.close, self._descriptor)
        line = self._read(64, 0)
        self._at = line.index(b"\n") + 1
        self._end = self._at + int(line.partition(b"-")[0], 16)
        if os.fstat(self._descriptor).st_size != self._end:
            raise ValueError(f"{file} is not whole")

    def __getitem__(self, piece: slice) -> bytes:
        start, stop, _ = piece.indices(self._end - self._at)
        return self._read(stop - start, self._at + start)

    def _read(self, size: int, at: int) -> bytes:
        if hasattr(os, "pread"):
            return os.pread(self._descriptor, size, at)
        os.lseek(self._descriptor, at, os.SEEK_SET)
        return os.read(self._descriptor, size)


def made_of_pieces(
    name: str,
    key: str,
    make: Callable[[], bytes],
    use: Callable[[bytes | Pieces, Callable[[], bytes]], Thing],
    folder: Path | None = None,
) -> Thing:
    """As `made`, for what is so large that `use` had better read it piece by piece.

    `use` is also given what makes it all anew, for when a piece turns out to be damaged.
    """

    def anew() -> bytes:
        return _made(name, key, make, folder)

    for file in _kept(name, key, folder):
        with suppress(OSError, ValueError, KeyError, TypeError, IndexError):
            return use(Pieces(file), anew)
    return use(anew(), anew)


def read(file: Path) -> bytes | None:
    """What `keep` wrote; None where it is not there, or not whole."""
    try:
        with file.open("rb", buffering=0) as kept:  # megabytes would be copied to part them from a line
            digest, data = kept.readline()[:-1], kept.read()
    except OSError:
        return None
    return data if _checksum(data) == digest else None


def keep(file: Path, data: bytes, *, most: int | None = KEPT) -> None:
    """Writes atomically, and drops the oldest of more than `most` that are named alike up to the last hyphen.

    Whatever hinders it is no reason to fail, and leaves nothing behind.
    """
    unfinished = file.with_name(file.name + os.urandom(8).hex())  # loading tempfile takes longer
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        try:
            with open(unfinished, "xb", opener=_for_the_user) as out:
                out.write(_checksum(data) + b"\n" + data)
            unfinished.replace(file)
        except BaseException:
            unfinished.unlink(missing_ok=True)
            raise
        if most:
            alike = file.parent.glob(f"{file.stem.rpartition('-')[0]}-*{file.suffix}")
            for old in sorted(alike, key=lambda f: f.stat().st_mtime)[:-most]:
                old.unlink(missing_ok=True)
    except OSError:
        return


def _for_the_user(path: str, flags: int) -> int:
    """Opens a file that nobody else may read."""
    return os.open(path, flags, 0o600)


def _checksum(data: bytes) -> bytes:
    """Tells what is damaged, not what is forged: the folder is the user's own."""
    return b"%x-%x" % (len(data), zlib.crc32(data))


def key_of_files(
    version: int,
    files: Iterable[Path | str],
    contents: Callable[[], list[tuple[str, bytes]]] | None = None,
    folder: Path | None = None,
) -> str:
    """`content_key` of files, as `told_of_files` tells it; `contents` reads them where they go by other names
    than their own."""
    files = tuple(files)

    def read_all() -> list[tuple[str, bytes]]:
        return contents() if contents else [(str(file), Path(file).read_bytes()) for file in files]

    return told_of_files(str(version), files, lambda: content_key(version, read_all()), folder)


def told_of_files(
    what: str, files: Iterable[Path | str], tell: Callable[[], str], folder: Path | None = None
) -> str:
    """What `tell` says of files, which need not be read for that while they are the same.

    `what` names it, and its form. As git does, it takes a file for the same by its place, size, inode and
    times, and does not trust times so recent that another change might have the same. Raises what `tell`
    raises.
    """
    folder = folder or cache_folder()
    now = time.time()
    seen, settled = [what], True
    for path in files:
        about = os.stat(path)  # noqa: PTH116 - there are hundreds, and Path.stat takes twice as long
        settled = settled and max(about.st_mtime, about.st_ctime) < now - _UNSETTLED
        seen.append(f"{path}\0{about.st_size}\0{about.st_ino}\0{about.st_mtime_ns}\0{about.st_ctime_ns}")
    identity = "\n".join(seen).encode("utf-8", "surrogateescape")
    note = folder / f"key-{zlib.crc32(identity):08x}.txt" if folder else None
    if note is not None and (told := read(note)):
        key, _, of = told.partition(b"\n")
        if of == identity:
            return key.decode()
    found = tell()
    if note is not None and settled:
        keep(note, found.encode() + b"\n" + identity, most=_NOTES)
    return found


def sha256(data: bytes) -> str:
    """The digest, in hexadecimal figures."""
    digest: str = _hasher()(data).hexdigest()
    return digest


@once
def _hasher() -> Callable[[bytes], Any]:
    """Python's own, as for `random`: hashlib loads OpenSSL, which takes as long as to read a short text."""
    for module in ("_sha2", "_sha256"):  # from Python 3.12 on, before
        with suppress(ImportError):
            own: Callable[[bytes], Any] = import_module(module).sha256
            return own
    import hashlib

    return hashlib.sha256


def content_key(version: int, files: Iterable[tuple[str, bytes]]) -> str:
    """A digest of what files given as (name, content) hold, and of the form that is made of them."""
    import hashlib  # the faster for megabytes

    digest = hashlib.sha256(str(version).encode())
    for name, content in files:
        digest.update(f"\0{Path(name).name}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()[:32]
