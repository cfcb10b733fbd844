"""Servers of LanguageTool on the loopback: a shared one that later runs find, a private one for this run.

Both stand under a supervisor (supervisor.py), which ends them when they are of no more use.
"""

from __future__ import annotations

import contextlib
import http.client
import json
import os
import secrets
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from tqcheck.languagetool import places, supervisor
from tqcheck.languagetool.client import UnreachableError
from tqcheck.languagetool.install import VERSION, Installation, find, install
from tqcheck.languagetool.locking import Lock, alive
from tqcheck.languagetool.noise import GRAMMAR, grammar_digest
from tqcheck.model import CannotCheck, Progress
from tqcheck.settings import Settings

JAVA_FLAGS = ("-Xmx768m", "-Xss2m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Dfile.encoding=UTF-8")
"""Small and quick to start: 0.9 s and 330 MB against 2.8 s and 890 MB without, measured with 6.8."""
STOP_SECONDS = 20.0


@dataclass(frozen=True, slots=True)
class Status:
    """What `languagetool status` tells. `last_used`: in seconds since the epoch; of `idle_minutes`, 0 means
    never."""

    running: bool
    url: str = ""
    pid: int = 0
    version: str = ""
    last_used: float = 0.0
    idle_minutes: int = 0
    installation: Path | None = None
    notes: tuple[str, ...] = ()


def start(settings: Settings, progress: Progress | None = None) -> Status:
    """Leaves a server for later runs, installing LanguageTool if need be; one that runs already will do.

    Raises CannotCheck when it cannot be installed or started.
    """
    now = status()
    if now.running:
        if shared_server() is not None:
            return now
        stop()
    installation = install(progress)
    state, note = _state_file()
    orders = _orders(installation, settings.languagetool_idle_minutes * 60)
    orders["state"], orders["lock"] = str(state), str(_lock_file(state))
    orders["warm_up"] = {"language": "en-US", "text": "The bus overturned in Karelia."}
    orders["facts"]["idle_minutes"] = settings.languagetool_idle_minutes
    process = _spawn(orders, detached=True)
    assert process.stdout is not None
    with process.stdout:
        try:
            _answer(process)
        except CannotCheck:
            process.wait()
            raise
    process.returncode = 0  # it lives on: not ours to wait for
    return replace(status(), notes=(note,) if note else ())


def stop() -> bool:
    """Ends the shared server; False when none ran. Raises CannotCheck if it does not end."""
    state, _ = _state_file()
    facts = _facts(state)
    running = not _lock_is_free(state)
    state.unlink(missing_ok=True)
    if not running:
        return False
    lock = Lock(_lock_file(state))
    if not lock.acquire(STOP_SECONDS):
        for key in ("pid", "java_pid"):
            _kill(int(facts.get(key, 0)), str(facts.get("token", "")))
        if not lock.acquire(STOP_SECONDS):
            raise CannotCheck(f"the LanguageTool server (process {facts.get('pid', '?')}) does not end")
    lock.release()
    return True


def status() -> Status:
    """Whether a shared server runs, and where LanguageTool is. Clears up after one that was killed."""
    notes: tuple[str, ...] = ()
    try:
        installation = find()
    except CannotCheck as error:
        installation, notes = None, (str(error),)
    folder = installation.folder if installation else None
    state, note = _state_file()
    notes += (note,) if note else ()
    facts = _living_facts(state)
    if not facts:
        return Status(running=False, installation=folder, notes=notes)
    with contextlib.suppress(OSError):
        return Status(
            running=True,
            url=_url(facts),
            pid=int(facts["pid"]),
            version=str(facts["version"]),
            last_used=state.stat().st_mtime,
            idle_minutes=int(facts["idle_minutes"]),
            installation=folder,
            notes=notes,
        )
    return Status(running=False, installation=folder, notes=notes)


@dataclass(frozen=True, slots=True)
class Shared:
    """A server that `start` left. `touch` before and after use, or it may think itself idle."""

    url: str
    state: Path

    def touch(self) -> None:
        """Says that the server is in use."""
        with contextlib.suppress(OSError):
            os.utime(self.state)


def shared_server() -> Shared | None:
    """The server that `start` left, if it is ours, of our version and grammar, and answers."""
    state, _ = _state_file()
    facts = _living_facts(state)
    if not facts or facts.get("version") != VERSION or facts.get("grammar") != grammar_digest():
        return None
    try:
        code, body = supervisor.request(int(facts["port"]), "GET", "/v2/healthcheck", None, 10)
    except (OSError, ValueError, http.client.HTTPException):
        return None
    if code != 200 or body.strip() != b"OK":
        return None
    shared = Shared(_url(facts), state)
    shared.touch()
    return shared


@contextlib.contextmanager
def private_server(installation: Installation) -> Iterator[str]:
    """The address of a server that lives as long as the context, or this process. Raises CannotCheck."""
    process = _spawn(_orders(installation, 0), detached=False)
    try:
        yield _url(_answer(process))
    finally:
        assert process.stdin is not None
        assert process.stdout is not None
        with contextlib.suppress(OSError):
            process.stdin.close()
        process.stdout.close()
        try:
            process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _orders(installation: Installation, idle_seconds: float) -> supervisor.Orders:
    return {
        "command": [str(installation.java), *JAVA_FLAGS],
        "jar": str(installation.jar),
        "grammar": str(GRAMMAR),
        "port": 0,
        "state": "",
        "lock": "",
        "idle_seconds": idle_seconds,
        "token": secrets.token_hex(16),
        "warm_up": {},
        "facts": {
            "version": VERSION,
            "grammar": grammar_digest(),
            "installation": str(installation.folder),
        },
    }


def _spawn(orders: supervisor.Orders, *, detached: bool) -> subprocess.Popen[bytes]:
    """Starts the supervisor in a session of its own: Ctrl-C is for us, it follows at the end of its input."""
    process = subprocess.Popen(
        [sys.executable, "-I", "-S", supervisor.__file__],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0) if sys.platform == "win32" else 0,
    )
    assert process.stdin is not None
    with contextlib.suppress(OSError):
        process.stdin.write(json.dumps(orders).encode() + b"\n")
        process.stdin.flush()
        if detached:
            process.stdin.close()
    return process


def _answer(process: subprocess.Popen[bytes]) -> dict[str, Any]:
    """The facts of the server that came up. Raises CannotCheck with the reason of one that did not."""
    assert process.stdout is not None
    line = process.stdout.readline()
    if not line:
        raise UnreachableError("LanguageTool could not be started: its supervisor ended without a word")
    told = json.loads(line)
    if "ready" not in told:
        raise CannotCheck(f"LanguageTool could not be started: {told.get('failed')}")
    return dict(told["ready"])


def _state_file() -> tuple[Path, str]:
    try:
        path, note = places.place("state")
    except OSError as error:
        raise CannotCheck(f"no folder for the state of the LanguageTool server: {error}") from error
    return path / "server.json", note


def _lock_file(state: Path) -> Path:
    return state.with_suffix(".lock")


def _lock_is_free(state: Path) -> bool:
    lock = Lock(_lock_file(state))
    try:
        return lock.acquire()
    finally:
        lock.release()


def _facts(state: Path) -> dict[str, Any]:
    try:
        facts = json.loads(state.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return facts if isinstance(facts, dict) and isinstance(facts.get("port"), int) else {}


def _living_facts(state: Path) -> dict[str, Any]:
    """The state file, if its server lives. One that nobody stands behind is removed, and its Java ended."""
    facts = _facts(state)
    if not state.exists() or not _lock_is_free(state):
        return facts
    _kill(int(facts.get("java_pid", 0)), str(facts.get("token", "")))
    state.unlink(missing_ok=True)
    return {}


def _kill(pid: int, token: str) -> None:
    """Kills a process of ours: known by the token on its command line, since numbers are used again."""
    if not pid or not token or not alive(pid):
        return
    import psutil  # type: ignore[import-untyped,unused-ignore]

    with contextlib.suppress(psutil.Error):
        process = psutil.Process(pid)
        line = " ".join(process.cmdline())
        if token in line or supervisor.__file__ in line:
            process.kill()


def _url(facts: dict[str, Any]) -> str:
    return f"http://{supervisor.HOST}:{facts['port']}"
