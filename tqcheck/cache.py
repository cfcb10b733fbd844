"""The user's cache folder: what was made once from data files, kept under a key of their content.

What is kept carries its own checksum. A cache that is missing, damaged or not writable costs time and
nothing else.
"""

from __future__ import annotations

import hashlib
import zlib
from pathlib import Path

KEPT = 8
"""Versions of one thing that are kept beside each other."""


def cache_folder() -> Path | None:
    """Where things are kept; None where there is no home to keep them in."""
    try:
        from platformdirs import user_cache_path

        return user_cache_path("tqcheck")
    except (OSError, RuntimeError, KeyError):
        return None


def read(file: Path) -> bytes | None:
    """What `keep` wrote; None where it is not there, or not whole."""
    try:
        digest, _, data = file.read_bytes().partition(b"\n")
    except OSError:
        return None
    return data if _checksum(data) == digest else None


def keep(file: Path, data: bytes, *, alike: bool = True) -> None:
    """Writes atomically, and drops the oldest of what is named `alike` up to the last hyphen.

    Whatever hinders it is no reason to fail.
    """
    import tempfile

    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=file.parent, prefix=file.name, delete=False) as out:
            out.write(_checksum(data) + b"\n" + data)
        Path(out.name).replace(file)
        others = file.parent.glob(f"{file.stem.rpartition('-')[0]}-*{file.suffix}") if alike else ()
        for old in sorted(others, key=lambda f: f.stat().st_mtime)[:-KEPT]:
            old.unlink(missing_ok=True)
    except OSError:
        return


def _checksum(data: bytes) -> bytes:
    """Tells what is damaged, not what is forged: the folder is the user's own."""
    return b"%x-%x" % (len(data), zlib.crc32(data))


def content_key(version: int, files: list[tuple[str, bytes]]) -> str:
    """A digest of what files given as (name, content) hold, and of the form that is made of them."""
    digest = hashlib.sha256(str(version).encode())
    for name, content in files:
        digest.update(f"\0{Path(name).name}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()[:32]
