"""What a run costs besides its words: `python -m benchmarks.frugal`.

Start-up beside a bare Python, peak memory by number of files and by length, what several processes and kept
findings are worth. Rules alone, whole processes; the least of some runs, since others share the machine.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks.material import article
from benchmarks.timing import SAMPLE, print_table, program

OFF = ("--languagetool", "off", "--judge", "off")


class Cost(NamedTuple):
    """Seconds by the clock, seconds of the processor, MiB of the largest process."""

    wall: float
    processor: float
    memory: float


def main() -> None:
    """Parse the arguments and print one table after another."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.frugal", description=__doc__)
    parser.add_argument("--rounds", type=int, default=9, help="runs of each start-up (9)")
    parser.add_argument("--files", type=int, default=1_000, help="most files for peak memory (1,000)")
    parser.add_argument("--articles", type=int, default=2_000, help="articles for several processes (2,000)")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        start_up(Path(folder), arguments.rounds)
        memory(Path(folder), arguments.files)
        processes(Path(folder), arguments.articles)


def start_up(folder: Path, rounds: int) -> None:
    """An empty file, a line, an article; the article once more from what is kept."""
    empty, line = folder / "empty.txt", folder / "line.txt"
    empty.touch()
    line.write_text("All is well here.\n")
    check = [program("tqcheck"), "check", *OFF]
    commands = {
        "python -c 'import argparse, json'": [sys.executable, "-c", "import argparse, json"],
        "tqcheck --version": [program("tqcheck"), "--version"],
        "tqcheck check, an empty file": [*check, empty],
        "tqcheck check, one line": [*check, "--no-cache", line],
        "tqcheck check, an article": [*check, "--no-cache", SAMPLE],
        "tqcheck check, unchanged": [*check, SAMPLE],
    }
    costs = {name: _least(command, rounds) for name, command in commands.items()}
    base = next(iter(costs.values())).processor
    rows = [
        [name, f"{1000 * c.processor:.0f}", f"{1000 * c.wall:.0f}", f"{c.processor / base:.1f}×"]
        for name, c in costs.items()
    ]
    print(f"\nStart-up: least of {rounds} runs\n")
    print_table(["", "processor ms", "ms", "to the first"], rows)


def memory(folder: Path, most: int) -> None:
    """Peak memory of `archive` by number of files, and of `check` by length of one."""
    rows = []
    texts = folder / "texts"
    texts.mkdir()
    for number in range(most):
        (texts / f"{number:05}.txt").write_text(article(250, seed=number % 50), encoding="utf-8")
        if number + 1 in (most // 100, most // 10, most):
            out = folder / f"{number}.jsonl"
            cost = _cost([program("tqcheck"), "archive", texts, "--output", out, "--jobs", "1", *OFF])
            rows.append([f"archive, {number + 1:,} files of 250 words", f"{cost.memory:.0f}"])
    for words in (2_000, 20_000, 200_000):
        file = folder / "long.txt"
        file.write_text(article(words), encoding="utf-8")
        cost = _cost([program("tqcheck"), "check", *OFF, "--no-cache", "--format", "json", file])
        rows.append([f"check, one file of {words:,} words", f"{cost.memory:.0f}"])
    print("\nPeak memory\n")
    print_table(["", "MiB"], rows)


def processes(folder: Path, articles: int) -> None:
    """An archive by one process and by all cores."""
    archive = folder / "archive.jsonl"
    with archive.open("w", encoding="utf-8") as file:
        for number in range(articles):
            file.write(json.dumps({"id": number, "text": article(250, seed=number)}) + "\n")
    rows, base = [], 0.0
    for jobs in sorted({1, 2, os.cpu_count() or 1}):
        command = [program("tqcheck"), "archive", archive, "--jobs", str(jobs), *OFF]
        cost = _cost([*command, "--output", folder / f"jobs-{jobs}.jsonl"])
        base = base or cost.wall
        rows.append(
            [f"--jobs {jobs}", f"{cost.wall:.1f}", f"{articles / cost.wall:,.0f}", f"{base / cost.wall:.2f}×"]
        )
    print(f"\nAn archive of {articles:,} articles of 250 words\n")
    print_table(["", "seconds", "articles/s", "gain"], rows)


def _least(command: Sequence[str | Path], rounds: int) -> Cost:
    costs = [_cost(command) for _ in range(rounds + 1)][1:]  # the first fills caches
    return min(costs, key=lambda cost: cost.processor)


def _cost(command: Sequence[str | Path]) -> Cost:
    """What one run of a command costs, in a process that measures nothing else."""
    code = (
        "import json, resource, subprocess, sys, time; s = time.perf_counter();"
        "subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL);"
        "s = time.perf_counter() - s; u = resource.getrusage(resource.RUSAGE_CHILDREN);"
        "print(json.dumps([s, u.ru_utime + u.ru_stime, u.ru_maxrss / 1024]))"
    )
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    done = subprocess.run(
        [sys.executable, "-c", code, *map(str, command)], stdout=subprocess.PIPE, env=environment, check=True
    )
    return Cost(*json.loads(done.stdout))


if __name__ == "__main__":
    main()
