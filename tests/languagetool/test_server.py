"""Servers do not outlive their use: whoever dies, and however, nothing is left running."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import textwrap
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.languagetool.conftest import STAND_IN_SERVER
from tqcheck.languagetool import noise, server, supervisor
from tqcheck.languagetool.install import Installation
from tqcheck.languagetool.locking import Lock, alive
from tqcheck.model import CannotCheck
from tqcheck.settings import Settings

pytestmark = pytest.mark.usefixtures("own_folders")
SETTINGS = Settings()
RUN = """
import sys, time
from pathlib import Path
from tqcheck.languagetool import server
from tqcheck.languagetool.install import Installation
server.JAVA_FLAGS = ({program!r},)
original = server._answer
def told(process):
    facts = original(process)
    print(facts["pid"], facts["java_pid"], flush=True)
    return facts
server._answer = told
with server.private_server(Installation(Path({folder!r}), Path(sys.executable))):
    time.sleep(60)
"""


def until(condition: Callable[[], bool], what: str) -> None:
    """Waits for something that must come, however slow the machine."""
    end = time.monotonic() + 60
    while not condition():
        assert time.monotonic() < end, what
        time.sleep(0.05)


def gone(pid: int) -> bool:
    """Whether a process has ended; one that nobody has waited for yet has."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "Z"
    except OSError:
        return not alive(pid)


def state_file() -> Path:
    """Where the shared server's state is."""
    return server._state_file()[0]


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_private_server_ends_with_the_run(stand_in: Installation, how: signal.Signals) -> None:
    run = textwrap.dedent(RUN).format(program=str(STAND_IN_SERVER), folder=str(stand_in.folder))
    with subprocess.Popen(
        [sys.executable, "-c", run], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as parent:
        assert parent.stdout is not None
        pids = [int(pid) for pid in parent.stdout.readline().split()]
        assert len(pids) == 2
        parent.send_signal(how)
        parent.wait()
        until(lambda: all(gone(pid) for pid in pids), "the server outlived its run")


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the next look at the state ends such a Java")
def test_java_ends_with_its_supervisor(stand_in: Installation, monkeypatch: pytest.MonkeyPatch) -> None:
    facts: dict[str, int] = {}
    original = server._answer
    monkeypatch.setattr(server, "_answer", lambda process: facts.update(original(process)) or facts)
    with server.private_server(stand_in):
        os.kill(facts["pid"], signal.SIGKILL)
        until(lambda: gone(facts["java_pid"]), "Java outlived its supervisor")


def test_private_server_clears_up(stand_in: Installation) -> None:
    with server.private_server(stand_in) as url:
        assert supervisor.request(int(url.rpartition(":")[2]), "GET", "/v2/healthcheck", None, 5) == (
            200,
            b"OK",
        )
    with pytest.raises(OSError, match="refused"):
        supervisor.request(int(url.rpartition(":")[2]), "GET", "/v2/healthcheck", None, 5)


@pytest.mark.usefixtures("stand_in")
def test_start_status_stop() -> None:
    assert not server.status().running
    started = server.start(SETTINGS)
    assert started.running
    assert started.idle_minutes == 30
    assert server.start(SETTINGS).pid == started.pid
    shared = server.shared_server()
    assert shared is not None
    assert shared.url == started.url == server.status().url
    assert state_file().stat().st_mode & 0o077 == 0
    assert server.stop()
    until(lambda: gone(started.pid), "the server did not stop")
    assert not server.status().running
    assert server.shared_server() is None
    assert not server.stop()


@pytest.mark.usefixtures("stand_in")
def test_server_ends_when_idle(monkeypatch: pytest.MonkeyPatch) -> None:
    original = server._orders
    monkeypatch.setattr(server, "_orders", lambda found, _: original(found, 1.0))
    pid = server.start(SETTINGS).pid
    until(lambda: gone(pid), "the server did not end by itself")
    assert not server.status().running
    assert not state_file().exists()


@pytest.mark.usefixtures("stand_in")
def test_server_of_another_grammar_is_not_used_and_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    first = server.start(SETTINGS)
    monkeypatch.setattr(server, "grammar_digest", lambda: "another")
    assert server.shared_server() is None
    second = server.start(SETTINGS)
    assert second.pid != first.pid
    assert server.shared_server() is not None
    server.stop()


@pytest.mark.usefixtures("stand_in")
def test_killed_supervisor_leaves_a_state_that_is_seen_through() -> None:
    started = server.start(SETTINGS)
    java = json.loads(state_file().read_text())["java_pid"]
    os.kill(started.pid, signal.SIGKILL)
    until(lambda: gone(started.pid), "kill")
    assert server.shared_server() is None
    until(lambda: not server.status().running, "its last thread still holds the lock")
    assert not state_file().exists()
    until(lambda: gone(java), "Java outlived its supervisor")
    assert server.start(SETTINGS).pid != started.pid
    server.stop()


@pytest.mark.usefixtures("stand_in")
@pytest.mark.parametrize("content", ["", "{", "[]", '{"port": "x"}', '{"port": 1, "pid": 1, "java_pid": 1}'])
def test_state_that_nobody_stands_behind_is_ignored(content: str) -> None:
    state_file().write_text(content)
    assert server.shared_server() is None
    assert not server.status().running
    assert not state_file().exists()


@pytest.mark.usefixtures("stand_in")
def test_garbage_behind_a_living_lock_is_not_used() -> None:
    lock = Lock(server._lock_file(state_file()))
    assert lock.acquire()
    facts = {"port": supervisor.free_port(), "version": "6.8", "grammar": noise.grammar_digest()}
    state_file().write_text(json.dumps(facts))
    assert server.shared_server() is None
    lock.release()


def test_java_that_cannot_run_is_said(stand_in: Installation, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server, "JAVA_FLAGS", ("-c", "import sys; sys.exit('out of memory')"))
    with (
        pytest.raises(CannotCheck, match="could not be started: out of memory"),
        server.private_server(stand_in),
    ):
        pass
    with pytest.raises(CannotCheck, match="out of memory"):
        server.start(SETTINGS)
    missing = Installation(stand_in.folder, Path("/nowhere/java"))
    with pytest.raises(CannotCheck, match="/nowhere/java"), server.private_server(missing):
        pass


def test_taken_port_is_left_for_a_free_one(stand_in: Installation, monkeypatch: pytest.MonkeyPatch) -> None:
    original = server._orders
    with supervisor.socket.socket() as taken:  # type: ignore[attr-defined]
        taken.bind((supervisor.HOST, 0))
        taken.listen()
        port = taken.getsockname()[1]

        def orders(found: Installation, idle: float) -> supervisor.Orders:
            return {**original(found, idle), "port": port}

        monkeypatch.setattr(server, "_orders", orders)
        with server.private_server(stand_in) as url:
            assert not url.endswith(f":{port}")


def test_java_killed_while_it_starts_is_started_again(
    stand_in: Installation, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mark = tmp_path / "started once"
    killed = (
        "import os, pathlib, runpy, sys\n"
        f"mark = pathlib.Path({str(mark)!r})\n"
        "if not mark.exists(): mark.touch(); os.kill(os.getpid(), 9)\n"
        f"runpy.run_path({str(STAND_IN_SERVER)!r}, run_name='__main__')\n"
    )
    monkeypatch.setattr(server, "JAVA_FLAGS", ("-c", killed))
    with server.private_server(stand_in) as url:
        assert url
    monkeypatch.setattr(server, "JAVA_FLAGS", ("-c", "import os; os.kill(os.getpid(), 15)"))
    with pytest.raises(CannotCheck, match="killed again and again"), server.private_server(stand_in):
        pass


def test_lock_is_one_holders_at_a_time(tmp_path: Path) -> None:
    first, second = Lock(tmp_path / "lock"), Lock(tmp_path / "lock")
    assert first.acquire()
    assert not second.acquire()
    first.release()
    assert second.acquire()
    second.release()
