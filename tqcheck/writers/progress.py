"""Progress on standard error: a bar where someone watches, nothing where nobody does."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from tqcheck.model import Progress
from tqcheck.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import TextIO

    from rich.progress import Progress as Bars
    from rich.progress import Task, TaskID


_OF_BYTES = "Downloading"
"""How works begin whose steps are bytes."""


class NoProgress:
    """Tells nobody."""

    def start(self, what: str, total: int | None) -> None:
        pass

    def advance(self, amount: int) -> None:
        pass

    def done(self) -> None:
        pass


class BarProgress:
    """Bars on a terminal, loaded and shown when the first work of more than one step begins."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._bars: Bars | None = None
        self._tasks: list[TaskID | None] = []

    def start(self, what: str, total: int | None) -> None:
        from tqcheck.writers.visible import one_line

        if total == 1:
            self._tasks.append(None)
            return
        if self._bars is None:
            self._bars = _bars(self._stream)
            self._bars.start()
        self._tasks.append(self._bars.add_task(one_line(what), total=total, rate=""))

    def advance(self, amount: int) -> None:
        if self._bars is not None and self._tasks and (task := self._tasks[-1]) is not None:
            self._bars.advance(task, amount)
            self._bars.update(task, rate=_rate(self._bars.tasks, task))

    def done(self) -> None:
        task = self._tasks.pop() if self._tasks else None
        if self._bars is not None and task is not None:
            self._bars.remove_task(task)
            if not any(task is not None for task in self._tasks):
                self.close()

    def close(self) -> None:
        """Clear the bars and give the cursor back; may be called twice."""
        if self._bars is not None:
            self._bars.stop()
            self._bars = None
            self._tasks.clear()


@contextmanager
def open_progress(stream: TextIO, wanted: bool = True) -> Iterator[Progress]:
    """Progress if the stream is a terminal, else none. The terminal is left clean, also after Ctrl-C."""
    if not wanted or not stream.isatty():
        yield NoProgress()
        return
    progress = BarProgress(stream)
    try:
        yield progress
    finally:
        progress.close()


def _rate(tasks: list[Task], id_: TaskID) -> str:
    """How many steps a second, where it is worth saying; of a download, whose steps are bytes, how much."""
    speed, what = next(((task.speed, task.description) for task in tasks if task.id == id_), (None, ""))
    if not speed or speed < 1:
        return ""
    return f"{speed / 1e6:,.1f} MB/s" if what.startswith(_OF_BYTES) else f"{speed:,.0f}/s"


def _bars(stream: TextIO) -> Bars:
    from rich.console import Console
    from rich.progress import BarColumn, TaskProgressColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bars

    return Bars(
        TextColumn("{task.description}", markup=False),
        BarColumn(bar_width=32, complete_style="default", finished_style="green", pulse_style="default"),
        TaskProgressColumn(),
        TextColumn("{task.fields[rate]}", markup=False),
        TimeRemainingColumn(compact=True),
        console=Console(file=stream),
        transient=True,
        redirect_stdout=False,
        redirect_stderr=False,
    )
