"""Where LanguageTool, its server's state and cached answers lie on this machine.

A home that is missing or cannot be written to is common in containers and CI; then a private folder
under the temporary one stands in, and the note says so.
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import Literal

from tqcheck.typed import NamedTuple

Kind = Literal["data", "cache", "state"]


class Place(NamedTuple):
    """A folder that exists and can be written to, and what the reader should know of it ("" if nothing)."""

    path: Path
    note: str = ""


def place(kind: Kind) -> Place:
    """The folder of a kind, created. Raises OSError where not even a temporary folder can be had."""
    wanted = _home_folder(kind)
    if wanted is not None and writable(wanted):
        return Place(wanted)
    stand_in = _temporary() / kind
    stand_in.mkdir(parents=True, exist_ok=True)
    return Place(stand_in, f"{wanted or 'the home folder'} cannot be written to, {stand_in} is used instead")


def _home_folder(kind: Kind) -> Path | None:
    if os.environ.get("HOME") == "":  # platformdirs would take the file system's root for the home
        return None
    from platformdirs import PlatformDirs

    folders = PlatformDirs("tqcheck", appauthor=False)
    path = {
        "data": folders.user_data_path,
        "cache": folders.user_cache_path,
        "state": folders.user_state_path,
    }[kind]
    return path / "languagetool"


def writable(folder: Path) -> bool:
    """Whether the folder exists or could be created, and a file can be made in it."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            return True
    except OSError:
        return False


def _temporary() -> Path:
    """A folder of this user's own under the temporary one: others must not put a jar there for us to run."""
    user = os.getuid() if hasattr(os, "getuid") else None
    folder = Path(tempfile.gettempdir()) / f"tqcheck-{'user' if user is None else user}"
    folder.mkdir(mode=0o700, exist_ok=True)
    if user is not None:
        facts = folder.lstat()
        if facts.st_uid != user or facts.st_mode & 0o077 or folder.is_symlink():
            return Path(tempfile.mkdtemp(prefix="tqcheck-"))
    return folder
