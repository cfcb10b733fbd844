"""An archive checked while its server is killed and the run interrupted: `python -m benchmarks.soak`.

One run undisturbed, then one whose server dies three times and which is interrupted twice (by Ctrl-C, and
for good) and given again. Both must end with the same results, byte for byte; status 1 where they do not.
"""

from __future__ import annotations

import argparse
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import psutil

from benchmarks.material import article
from benchmarks.timing import program

SERVER, CTRL_C, KILL = "server killed", "Ctrl-C", "run killed"
PLAN = (SERVER, CTRL_C, SERVER, KILL, SERVER)


def main() -> int:
    """Parse the arguments, run both, compare."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.soak", description=__doc__)
    parser.add_argument("--articles", type=int, default=10_000, help="how many (10,000)")
    parser.add_argument("--words", type=int, default=250, help="words of each (250)")
    parser.add_argument("--jobs", type=int, default=1, help="processes (1)")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        archive = Path(folder) / "articles.jsonl"
        with archive.open("w", encoding="utf-8") as file:
            for number in range(arguments.articles):
                line = {"id": f"a{number}", "text": article(arguments.words, seed=number)}
                file.write(json.dumps(line) + "\n")
        calm = _disturbed(archive, Path(folder) / "calm", arguments.jobs, arguments.articles, ())
        rough = _disturbed(archive, Path(folder) / "rough", arguments.jobs, arguments.articles, PLAN)
    same = calm == rough
    rows = [json.loads(line) for line in calm.splitlines()]
    found, failed = sum(len(row["findings"]) for row in rows), sum(bool(row["failures"]) for row in rows)
    from_languagetool = sum(f["check"] == "languagetool" for row in rows for f in row["findings"])
    print(f"{len(rows):,} rows, {found:,} findings ({from_languagetool:,} of LanguageTool), {failed} failed")
    print("the same results" if same else "DIFFERENT results")
    return 0 if same and not failed else 1


def _disturbed(archive: Path, folder: Path, jobs: int, articles: int, plan: tuple[str, ...]) -> bytes:
    """The results of a run to which these things happen, evenly spread over its articles."""
    folder.mkdir()
    output, start = folder / "results.jsonl", time.monotonic()
    due = [(articles * (i + 1) // (len(plan) + 1), what) for i, what in enumerate(plan)]
    process = _begin(archive, output, folder, jobs)
    while process.poll() is None:
        if due and _done(output) >= due[0][0]:
            at, what = due.pop(0)
            if what == SERVER and not (killed := _kill_servers(process.pid)):
                due.insert(0, (at, what))
            elif what != SERVER:
                process.send_signal(signal.SIGINT if what == CTRL_C else signal.SIGKILL)
                process.wait()
                print(f"  after {_done(output):,} of {articles:,}: {what}", flush=True)
                process = _begin(archive, output, folder, jobs)
            else:
                print(f"  after {_done(output):,} of {articles:,}: {what} ({killed})", flush=True)
        time.sleep(0.2)
    told = process.communicate()[0].decode().strip()
    print(
        f"{folder.name}: {told} in {time.monotonic() - start:.0f} s; left undone: {due or 'nothing'}",
        flush=True,
    )
    return output.read_bytes() if output.exists() else b""


def _begin(archive: Path, output: Path, folder: Path, jobs: int) -> subprocess.Popen[bytes]:
    command = [program("tqcheck"), "archive", archive, "--output", output, "--jobs", str(jobs)]
    environment = {**os.environ, "XDG_CACHE_HOME": str(folder / "cache")}  # or answers would be kept ones
    return subprocess.Popen(
        [*command, "--languagetool", "on"], env=environment, stdout=subprocess.PIPE, stderr=sys.stderr
    )


def _done(output: Path) -> int:
    """Rows there are so far."""
    part = output.with_name(output.name + ".part")
    try:
        return max(0, part.read_bytes().count(b"\n") - 1)
    except OSError:
        return 0


def _kill_servers(pid: int) -> int:
    """Kills the Java processes below a run, and counts them."""
    killed = 0
    for child in psutil.Process(pid).children(recursive=True):
        if "java" in child.name():
            child.kill()
            killed += 1
    return killed


if __name__ == "__main__":
    sys.exit(main())
