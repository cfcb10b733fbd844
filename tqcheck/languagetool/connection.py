"""The server of a run, had when first needed: a remote one, the shared one, or one of our own."""

from __future__ import annotations

import contextlib
import hashlib
import threading
from collections.abc import Callable, Collection
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from tqcheck.languagetool import noise, places
from tqcheck.languagetool.answers import Answers
from tqcheck.languagetool.client import Client, Hit, Piece, UnreachableError
from tqcheck.languagetool.install import VERSION, Installation, install
from tqcheck.model import CannotCheck, Progress
from tqcheck.settings import Settings

if TYPE_CHECKING:
    from tqcheck.languagetool.server import Shared

Answer = TypeVar("Answer")
RESTARTS = 2
"""How often a server that died is replaced before one has answered: a machine where none lives must not
start them for ever."""


class Connection:
    """Close it: it may hold a server. Safe to use from several threads."""

    def __init__(self, settings: Settings, progress: Progress | None = None) -> None:
        self._settings = settings
        self._progress = progress
        self._held = contextlib.ExitStack()
        self._client: Client | None = None
        self._lock = threading.Lock()
        self._restarts = 0
        self._trouble: CannotCheck | None = None
        self.proof: Path | None = None
        self._shared: Shared | None = None

    @property
    def remote(self) -> str:
        """The address of the remote server that the settings name, or ""."""
        return self._settings.languagetool_url

    def client(self) -> Client:
        """The client of this run's server. Raises CannotCheck, the same one each time it is asked."""
        with self._lock:
            if self._trouble is not None:
                raise self._trouble
            if self._client is None:
                try:
                    self._client = self._connect()
                except CannotCheck as error:
                    self._trouble = error
                    if self.proof is not None:  # the next run is to find out at once
                        self.proof.unlink(missing_ok=True)
                    raise
            return self._client

    def grammar(self) -> str:
        """The version of our grammar that the server runs, "" for none. Raises CannotCheck."""
        return self._ask(lambda client: client.grammar())

    def check(self, batch: list[Piece]) -> list[Hit]:
        """Hits in one request, from another server if the first one died. Raises CannotCheck."""
        return self._ask(lambda client: client.check(batch))

    def spell(self, words: Collection[str]) -> dict[str, tuple[str, ...]]:
        """Which of the words no speller knows, and what to write instead. Raises CannotCheck."""
        return self._ask(lambda client: client.spell(words))

    def _ask(self, request: Callable[[Client], Answer]) -> Answer:
        client = self.client()
        self._tell_shared()
        try:
            answer = request(client)
        except UnreachableError:
            self._give_up(client)
            answer = request(self.client())
        finally:
            self._tell_shared()
        self._restarts = 0
        return answer

    def _tell_shared(self) -> None:
        if self._shared is not None:
            self._shared.touch()

    def _give_up(self, client: Client) -> None:
        """Lets go of a client whose server died, unless another thread has done so already."""
        with self._lock:
            if self._client is not client:
                return
            self._restarts += 1
            self._client = self._shared = None
            self._held.close()
            if self._restarts > RESTARTS:
                self._trouble = CannotCheck("the LanguageTool server died again and again")

    def _connect(self) -> Client:
        from tqcheck.languagetool import server  # what starts and finds servers is of no use before

        rules = list(noise.shown())
        if self.remote:
            return Client(self.remote, rules)
        if (shared := server.shared_server()) is not None:
            try:
                client = Client(shared.url, rules)
            except CannotCheck:
                pass  # it ended in this very moment, or hangs: then one of our own
            else:
                self._shared = shared
                return client
        try:
            return self._own(rules)
        except UnreachableError:  # killed between its start and its first answer
            self._held.close()
            return self._own(rules)

    def _own(self, rules: Collection[str]) -> Client:
        """The client of a server started for this run."""
        from tqcheck.languagetool import server

        return Client(self._held.enter_context(server.private_server(self.installation())), rules)

    def installation(self) -> Installation:
        """The LanguageTool of this machine, installed if need be. Raises CannotCheck."""
        return install(self._progress)

    def close(self) -> None:
        """Ends the server, if it is of this run only."""
        with self._lock:
            self._held.close()
            self._client = None
            self._trouble = CannotCheck("the run is over")


def prepare(connection: Connection, settings: Settings) -> tuple[Answers, tuple[str, ...]]:
    """Sees to it that the server can be had, and what is to be said of it. Raises CannotCheck.

    A remote server is asked at once. One of our own is started at once if this installation has never been
    started before, else only when needed.
    """
    if settings.languagetool_url:
        grammar = connection.grammar()
        return _answers(connection.remote, grammar), _grammar_notice(connection.remote, grammar)
    installation = connection.installation()
    answers = _answers("", digest := noise.grammar_digest())
    connection.proof = proof = _proof(installation, digest)
    if proof is None or not proof.exists():
        notices = _grammar_notice("this machine", connection.grammar())
        if proof is not None and not notices:
            with contextlib.suppress(OSError):
                proof.touch()
        return answers, (*installation.notes, *notices)
    return answers, installation.notes


def _grammar_notice(where: str, grammar: str) -> tuple[str, ...]:
    if grammar == noise.grammar_version():
        return ()
    has = f"version {grammar} of our grammar, not {noise.grammar_version()}" if grammar else "not our grammar"
    return (f"LanguageTool at {where} has {has}: faults of word order may go unseen",)


def version(spelling: bool = False) -> str:
    """What runs, for a report's signature."""
    return f"LanguageTool {VERSION} grammar {noise.grammar_version()}{' spelling' if spelling else ''}"


def _answers(where: str, grammar: str) -> Answers:
    """Kept answers; the identity is all that decides what LanguageTool says of a text, but the text."""
    identity = "\n".join([where, VERSION, grammar, *sorted(noise.shown())])
    with contextlib.suppress(OSError):
        return Answers(places.place("cache").path / "answers", identity)
    return Answers(None, identity)


def _proof(installation: Installation, grammar: str) -> Path | None:
    """A file that says that this LanguageTool was started with this Java and this grammar, and answered."""
    try:
        changed = installation.jar.stat().st_mtime_ns
        facts = f"{installation.folder}\n{changed}\n{installation.java}\n{grammar}"
        name = hashlib.sha256(facts.encode("utf-8", "surrogateescape")).hexdigest()[:24]
        return places.place("cache").path / f"started-{name}"
    except OSError:
        return None
