"""A lock between processes that the operating system lets go of when its holder dies, however it dies.

Stands alone (standard library only), since the supervisor runs without the package.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path
from typing import IO

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl


_KEPT: list[Lock] = []


class Lock:
    """Held from a successful `acquire` to `release` or the end of the process. The file itself stays."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._file: IO[bytes] | None = None

    def acquire(self, timeout: float = 0.0) -> bool:
        """Whether the lock was had within so many seconds. Raises OSError if the file cannot be made."""
        end = time.monotonic() + timeout
        file = self.path.open("ab")
        while True:
            try:
                if sys.platform == "win32":
                    msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
                else:
                    fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
            except (BlockingIOError, PermissionError):
                if time.monotonic() >= end:
                    file.close()
                    return False
                time.sleep(0.1)
            else:
                self._file = file
                return True

    def acquire_for_life(self) -> bool:
        """As `acquire`, and kept until this process ends, whatever becomes of this object."""
        if not self.acquire(2.0):  # a look at the state holds it for a moment
            return False
        _KEPT.append(self)
        return True

    def release(self) -> None:
        """Lets go; harmless when not held."""
        if self._file is not None:
            self._file.close()
            self._file = None

    @property
    def held(self) -> bool:
        """Whether this object holds it."""
        return self._file is not None


def alive(pid: int) -> bool:
    """Whether a process of this number exists."""
    if pid <= 0:
        return False
    if sys.platform == "win32":
        import psutil

        return bool(psutil.pid_exists(pid))
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
