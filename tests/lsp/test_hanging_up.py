"""However an editor takes its leave, the server goes without a word and with status 0."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import IO

import pytest


class Client:
    """Speaks the protocol by hand, so that it can break off anywhere."""

    def __init__(self, server: subprocess.Popen[bytes]) -> None:
        assert server.stdin
        assert server.stdout
        self.to: IO[bytes] = server.stdin
        self.back: IO[bytes] = server.stdout

    def send(self, method: str, params: object, **more: object) -> None:
        body = json.dumps({"jsonrpc": "2.0", "method": method, "params": params, **more}).encode()
        self.to.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
        self.to.flush()

    def ask(self, method: str, params: object) -> None:
        """Sends a request and waits for its answer."""
        self.send(method, params, id=method)
        while self._next().get("id") != method:
            pass

    def _next(self) -> dict[str, object]:
        length = 0
        while line := self.back.readline().strip():
            name, _, value = line.partition(b":")
            length = int(value) if name == b"Content-Length" else length
        found: dict[str, object] = json.loads(self.back.read(length))
        return found

    def open(self, path: Path) -> None:
        self.ask("initialize", {"processId": None, "rootUri": None, "capabilities": {}})
        self.send("initialized", {})
        text = {"uri": path.as_uri(), "languageId": "text", "version": 1, "text": "Ice rain hit.\n" * 50}
        self.send("textDocument/didOpen", {"textDocument": text})


def _orderly(client: Client) -> None:
    client.ask("shutdown", None)
    client.send("exit", None)


def _without_waiting(client: Client) -> None:
    client.send("shutdown", None, id=1)
    client.send("exit", None)
    client.back.close()
    client.to.close()


def _speaks_no_more(client: Client) -> None:
    client.to.close()


def _hears_no_more(client: Client) -> None:
    client.back.close()
    client.send("shutdown", None, id=1)
    client.send("exit", None)


def _neither(client: Client) -> None:
    client.back.close()
    client.to.close()


@pytest.mark.parametrize("leave", [_orderly, _without_waiting, _speaks_no_more, _hears_no_more, _neither])
def test_it_ends_in_silence(leave: Callable[[Client], None], tmp_path: Path, cache: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", "from tqcheck.cli import run; run()", "lsp"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={"XDG_CACHE_HOME": str(cache), "PYTHONPATH": ":".join(sys.path)},
    ) as server:
        client = Client(server)
        client.open(tmp_path / "a.txt")  # is being checked while the editor leaves
        leave(client)
        assert server.wait(60) == 0
        assert server.stderr
        assert server.stderr.read() == b""
