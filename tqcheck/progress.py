"""How work that takes a while is told of."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from tqcheck.model import Progress


@contextmanager
def shown(progress: Progress | None, what: str, total: int | None) -> Iterator[Callable[[int], None]]:
    """Tells of a work as long as it lasts. Gives what is to be called with the steps that are done."""
    if progress is None:
        yield _untold
        return
    progress.start(what, total)
    try:
        yield progress.advance
    finally:
        progress.done()


def _untold(amount: int) -> None:
    """Tells nobody."""
