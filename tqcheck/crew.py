"""Work shared among processes, each with checks of its own opened; results come in the order of the work."""

from __future__ import annotations

import gc
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager

from tqcheck.model import CannotCheck, TqcheckError
from tqcheck.session import Session
from tqcheck.settings import Settings
from tqcheck.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from concurrent.futures import Future
    from multiprocessing.process import BaseProcess
    from typing import TypeVar

    Work = TypeVar("Work")
    Result = TypeVar("Result")
_AHEAD = 3
"""Pieces of work each process has waiting: enough to stay busy, few enough for memory to stay flat."""

_own: Session
_held = ExitStack()


def cores() -> int:
    """How many processes can run at once here."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def in_order(
    do: Callable[[Session, Work], Result], pieces: Iterable[Work], session: Session, jobs: int
) -> Iterator[Result]:
    """`do(session, piece)` of each piece, by this process alone or by so many others.

    `do` is a function of a module, and what it takes and returns can be pickled. Raises CannotCheck where a
    process dies, and whatever `do` raises.
    """
    if jobs <= 1:
        for piece in pieces:
            yield do(session, piece)
        return
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import get_context

    with _server(session.settings) as url:
        settings = session.settings._replace(baseline=None, languagetool=url)
        pool = ProcessPoolExecutor(jobs, get_context("spawn"), _open, (settings, gc.get_threshold()))
        waiting: deque[Future[Result]] = deque()
        try:
            for piece in pieces:
                waiting.append(pool.submit(_do, do, piece))
                if len(waiting) >= _AHEAD * jobs:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        except BrokenProcessPool as error:
            raise CannotCheck("a process of this run was ended from outside, for want of memory?") from error
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


@contextmanager
def _server(settings: Settings) -> Iterator[str]:
    """Sees to it that the processes share one server of LanguageTool; how they are to use it."""
    if settings.languagetool == "off" or settings.languagetool_url:
        yield settings.languagetool
        return
    from tqcheck.languagetool import server

    was_running = server.status().running
    try:
        server.start(settings)
    except TqcheckError:
        if settings.languagetool == "on":
            raise
        yield "off"  # the session of this process has a notice of it
        return
    try:
        yield "on"
    finally:
        if not was_running:
            server.stop()


def _open(settings: Settings, garbage: tuple[int, int, int]) -> None:
    """What each process does first. It ends with the one that started it, leaves Ctrl-C to it, and looks for
    garbage no more often."""
    import signal
    import threading
    from multiprocessing import parent_process

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if parent := parent_process():
        threading.Thread(target=_follow, args=(parent,), daemon=True).start()
    gc.set_threshold(*garbage)
    global _own
    _own = _held.enter_context(Session(settings))


def _follow(parent: BaseProcess) -> None:
    parent.join()
    os._exit(1)


def _do(do: Callable[[Session, Work], Result], piece: Work) -> Result:
    return do(_own, piece)
