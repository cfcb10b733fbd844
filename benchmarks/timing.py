"""Timing whole processes side by side, and printing the times as a table."""

from __future__ import annotations

import atexit
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parents[1]
SAMPLE = ROOT / "samples" / "lavrov-csto.txt"


@dataclass(frozen=True)
class Tool:
    """A command to time. `done` are the exit statuses that mean it did its work (findings or none); `before`
    is called before each run and not timed."""

    name: str
    command: Sequence[str | Path]
    done: tuple[int, ...] = (0, 1)
    environment: Mapping[str, str] = field(default_factory=dict)
    before: Callable[[], object] = lambda: None


@dataclass
class Timed:
    """Seconds of each run of a tool, or why there are none."""

    tool: Tool
    seconds: list[float] = field(default_factory=list)
    missing: str = ""

    @property
    def median(self) -> float:
        return median(self.seconds)


def program(name: str) -> str:
    """A program beside this Python, else on the PATH, else its bare name, which will not start."""
    beside = shutil.which(name, path=str(Path(sys.executable).parent))
    return beside or shutil.which(name) or name


@cache
def _bytecode() -> str:
    folder = tempfile.mkdtemp(prefix="tqcheck-benchmark-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


def run(tool: Tool) -> float:
    """Seconds of one run, output thrown away. Raises RuntimeError saying why it did not work.

    All tools keep their bytecode in one folder of ours, whatever this shell says of bytecode: pip would have
    compiled them, but a checkout installed for editing is not compiled where PYTHONDONTWRITEBYTECODE is set.
    """
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": _bytecode(), **tool.environment}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    command = [str(part) for part in tool.command]
    tool.before()
    start = time.perf_counter()
    try:
        process = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            env=environment,
            check=False,
        )
    except OSError:
        raise RuntimeError("not installed") from None
    seconds = time.perf_counter() - start
    crashed = b"Traceback (most recent call last)" in process.stderr  # its exit status, 1, may mean findings
    if crashed or process.returncode not in tool.done:
        lines = process.stderr.decode(errors="replace").strip().splitlines() or [""]
        raise RuntimeError(f"exit status {process.returncode}: {lines[-1][:90]}")
    return seconds


def interleaved(tools: Sequence[Tool], rounds: int, warm_up: bool = True) -> list[Timed]:
    """Every tool once a round, each round starting with another tool, so that a busy spell of the machine
    falls on all of them. The warm-up round, which fills caches, is not counted."""
    results = [Timed(tool) for tool in tools]
    for number in range(-1 if warm_up else 0, rounds):
        start = max(number, 0) % len(results)
        for timed in results[start:] + results[:start]:
            if timed.missing:
                continue
            try:
                seconds = run(timed.tool)
            except RuntimeError as error:
                timed.missing = str(error)
            else:
                if number >= 0:
                    timed.seconds.append(seconds)
    return results


def print_times(title: str, results: Sequence[Timed], base: int = 0) -> None:
    """Min, median and max in milliseconds, and the median as a multiple of that of `results[base]`."""
    print(f"\n{title}\n")
    compared = results[base]
    rows = []
    for timed in results:
        if timed.missing:
            rows.append([timed.tool.name, f"({timed.missing})"])
            continue
        ratio = "" if compared.missing else f"{timed.median / compared.median:.2f}×"
        times = [min(timed.seconds), timed.median, max(timed.seconds)]
        rows.append([timed.tool.name, *(f"{1000 * seconds:,.0f}" for seconds in times), ratio])
    print_table(["", "min ms", "median ms", "max ms", f"to {compared.tool.name}"], rows)


def print_table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Columns aligned: the first to the left, the rest to the right; a short row ends in a remark."""
    full = [row for row in rows if len(row) == len(heads)]
    widths = [max(len(row[i]) for row in [heads, *full]) for i in range(len(heads))]
    widths[0] = max(len(row[0]) for row in [heads, *rows])
    for row in [heads, *rows]:
        cells = [row[0].ljust(widths[0])]
        if len(row) == len(heads):
            cells += [cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True)]
        else:
            cells += row[1:]
        print("  ".join(cells).rstrip())
