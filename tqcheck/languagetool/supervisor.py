"""The process that stands over a LanguageTool server and never lets it outlive its use.

Run as a program, by its path, with the standard library alone. Standard input brings one line of JSON
(Orders); standard output answers with one line of JSON, {"ready": …} or {"failed": reason}. A private server
ends when standard input ends, which the operating system sees to however the parent dies. A shared one ends
when its state file is removed, or has not been touched for the idle time; users touch it, and it holds a lock
for all its life, so that a state file without a holder of the lock is known to be stale. On Linux the kernel
kills Java with us; elsewhere a Java whose supervisor was killed is ended by the next look at the state.
"""

from __future__ import annotations

import contextlib
import http.client
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse
from collections import deque
from pathlib import Path
from typing import Any, TypedDict

if __package__:
    from tqcheck.languagetool.locking import Lock
else:  # run by path: the package, and all that it would import, stays out
    sys.path.append(str(Path(__file__).parent))
    from locking import Lock  # type: ignore[import-not-found,no-redef,unused-ignore]

HOST = "127.0.0.1"
POLL = 0.5
START_SECONDS = 180.0
TRIES = 3
_SIGNALLED = 128
"""Java's exit status less the number of the signal."""


class Orders(TypedDict):
    """What the parent asks for. `state` and `lock` are paths for a shared server, "" for a private one;
    `port` 0 means any free one; `facts` are written into the state file as they are."""

    command: list[str]
    jar: str
    grammar: str
    port: int
    state: str
    lock: str
    idle_seconds: float
    token: str
    warm_up: dict[str, str]
    facts: dict[str, Any]


class StartError(Exception):
    """The server could not be started; the text says why."""


class Java:
    """The server process, in a folder of its own that holds our grammar where LanguageTool looks for it."""

    def __init__(self, orders: Orders) -> None:
        self._orders = orders
        self._folder = Path(tempfile.mkdtemp(prefix="tqcheck-languagetool-"))
        rules = self._folder / "org" / "languagetool" / "rules" / "en"
        rules.mkdir(parents=True)
        if orders["grammar"]:
            shutil.copy(orders["grammar"], rules / "grammar_custom.xml")
        self._last_lines: deque[str] = deque(maxlen=30)
        self._process: subprocess.Popen[str] | None = None
        self.port = 0

    @property
    def pid(self) -> int:
        """Process number of Java, 0 before it runs."""
        return self._process.pid if self._process else 0

    @property
    def running(self) -> bool:
        """Whether the process exists and has not ended."""
        return self._process is not None and self._process.poll() is None

    def start(self, stop: threading.Event) -> None:
        """Returns when the server answers. Raises StartError."""
        for attempt in range(TRIES):
            self.port = self._orders["port"] if attempt == 0 and self._orders["port"] else free_port()
            self._spawn()
            if self._wait(stop):
                return
            last = "\n".join(self._last_lines)
            if not self._was_killed() and "already in use" not in last:
                raise StartError(last.strip()[-1500:] or "Java ended without a word")
        if self._was_killed():
            raise StartError(last.strip()[-1500:] or "Java was killed again and again")
        raise StartError(f"port {self.port} is taken, and so were {TRIES - 1} others")

    def _was_killed(self) -> bool:
        """Whether a signal ended the process: a Java that ends at SIGTERM says so by its exit status."""
        code = self._process.returncode if self._process else 0
        return code is not None and (code < 0 or code > _SIGNALLED)

    def _spawn(self) -> None:
        path = os.pathsep.join([str(self._folder), self._orders["jar"]])
        command = [
            *self._orders["command"],
            f"-Dtqcheck.token={self._orders['token']}",
            *("-cp", path, "org.languagetool.server.HTTPServer", "--port", str(self.port)),
        ]
        self._last_lines.clear()
        try:
            self._process = subprocess.Popen(
                command,
                cwd=self._folder,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                encoding="utf-8",
                errors="replace",
                preexec_fn=_die_with_parent if sys.platform == "linux" else None,
            )
        except OSError as error:
            raise StartError(f"{self._orders['command'][0]}: {error}") from error
        self._reader = threading.Thread(target=self._read, args=(self._process,), daemon=True)
        self._reader.start()

    def _read(self, process: subprocess.Popen[str]) -> None:
        assert process.stdout is not None
        for line in process.stdout:
            self._last_lines.append(line.rstrip()[:500])

    def _wait(self, stop: threading.Event) -> bool:
        """Whether the server answers; False when Java ended first."""
        end = time.monotonic() + START_SECONDS
        while time.monotonic() < end and not stop.is_set():
            if not self.running:
                self._reader.join(2)
                return False
            with contextlib.suppress(OSError, http.client.HTTPException):
                if request(self.port, "GET", "/v2/healthcheck", None, 5)[0] == 200 and self.running:
                    return True
            time.sleep(0.05)
        raise StartError(
            "it was told to stop" if stop.is_set() else f"no answer within {START_SECONDS:.0f} seconds"
        )

    def end(self) -> None:
        """Kills Java, which has nothing to save, and clears up."""
        if self._process is not None and self._process.poll() is None:
            self._process.kill()
            self._process.wait()
        shutil.rmtree(self._folder, ignore_errors=True)


def _die_with_parent() -> None:
    import ctypes

    ctypes.CDLL(None).prctl(1, signal.SIGKILL)  # PR_SET_PDEATHSIG


def free_port() -> int:
    """A port of the loopback that was free a moment ago."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


def request(
    port: int, method: str, path: str, form: dict[str, str] | None, timeout: float
) -> tuple[int, bytes]:
    """Status and body of one request to the loopback, past any proxy."""
    connection = http.client.HTTPConnection(HOST, port, timeout=timeout)
    try:
        body = urllib.parse.urlencode(form) if form else None
        headers = {"Content-Type": "application/x-www-form-urlencoded"} if form else {}
        connection.request(method, path, body, headers)
        answer = connection.getresponse()
        return answer.status, answer.read()
    finally:
        connection.close()


def supervise(orders: Orders) -> dict[str, Any]:
    """Runs until the server is of no more use. Returns {} or what to answer where it never was."""
    stop = threading.Event()
    for name in ("SIGTERM", "SIGINT", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), lambda *_: stop.set())
    shared = Path(orders["state"]) if orders["state"] else None
    if shared and not Lock(Path(orders["lock"])).acquire_for_life():
        return {"failed": "another server is running or starting"}
    if not shared:
        threading.Thread(target=_wait_for_end_of_input, args=(stop,), daemon=True).start()
    java = Java(orders)
    try:
        java.start(stop)
        if orders["warm_up"]:
            request(java.port, "POST", "/v2/check", orders["warm_up"], 120)
        facts = {**orders["facts"], "port": java.port, "pid": os.getpid(), "java_pid": java.pid}
        facts["token"] = orders["token"]
        if shared:
            write_whole(shared, json.dumps(facts))
        answer({"ready": facts})
        _watch(java, stop, shared, orders["idle_seconds"])
    except StartError as error:
        return {"failed": str(error)}
    except (OSError, http.client.HTTPException) as error:
        return {"failed": f"{type(error).__name__}: {error}"}
    finally:
        if shared:
            shared.unlink(missing_ok=True)
        java.end()
    return {}


def _watch(java: Java, stop: threading.Event, shared: Path | None, idle_seconds: float) -> None:
    parent = os.getppid()
    while java.running and not stop.wait(POLL):
        if shared is None:
            if os.getppid() != parent:
                return
            continue
        try:
            touched = shared.stat().st_mtime
        except OSError:
            return
        if idle_seconds and time.time() - touched > idle_seconds:
            return


def _wait_for_end_of_input(stop: threading.Event) -> None:
    with contextlib.suppress(OSError, ValueError):
        while sys.stdin.buffer.read(1024):
            pass
    stop.set()


def write_whole(path: Path, text: str) -> None:
    """Writes a file that only its owner can read, so that a reader sees all of it or none."""
    part = path.with_name(f"{path.name}.{os.getpid()}.part")
    with os.fdopen(
        os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8"
    ) as file:
        file.write(text)
    part.replace(path)


def answer(what: dict[str, Any]) -> None:
    """Tells the parent, once; then standard output is let go of, so that nobody waits for its end."""
    with contextlib.suppress(OSError, ValueError):
        sys.stdout.write(json.dumps(what) + "\n")
        sys.stdout.flush()
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def main() -> int:
    """Reads the orders, obeys them."""
    try:
        orders: Orders = json.loads(sys.stdin.buffer.readline())
    except ValueError:
        return 2
    if trouble := supervise(orders):
        answer(trouble)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
