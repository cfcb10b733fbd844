"""Scores the checker on two halves of the annotated texts: one open to those who write rules, one closed.

usage: python tools/halves.py [--gate] [evaluate.py arguments]

A text listed in tools/closed-half.txt is closed. --gate measures rules alone, whatever else is installed,
compares the figures with tools/gate.toml and exits with 1 where one is worse: the limits there only move up.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
DEV = SHARED / "dev"
RULES_ALONE = "--languagetool off --judge off"


def closed_half() -> set[str]:
    """Names of the closed texts, as in gold.jsonl, without their suffix."""
    return set((ROOT / "tools/closed-half.txt").read_text("utf-8").split())


def lay_out(root: Path, closed: bool) -> None:
    """Makes a folder that evaluate.py takes, of one half; the clean texts go with the open one."""
    names = closed_half()
    for file in sorted((DEV / "texts").glob("*/*.txt")):
        name = str(file.relative_to(DEV))
        stem = name.removesuffix(".txt").removesuffix(".ru").removesuffix(".ref")
        if (stem in names) == closed:
            target = root / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(file.read_bytes())
    lines = (DEV / "gold.jsonl").read_text("utf-8").splitlines()
    kept = [line for line in lines if (json.loads(line)["file"].removesuffix(".txt") in names) == closed]
    (root / "gold.jsonl").write_text("\n".join(kept) + "\n", encoding="utf-8")
    if not closed:
        (root / "clean").symlink_to(DEV / "clean")


def figures(half: str, arguments: Sequence[str]) -> dict[str, float]:
    """evaluate.py's figures on "open", "closed" or "all"; what it prints is passed through."""
    with tempfile.TemporaryDirectory() as folder:
        root, result = Path(folder) / "dev", Path(folder) / "figures.json"
        root.mkdir()
        if half == "all":
            root = DEV
        else:
            lay_out(root, closed=half == "closed")
        print(f"== {half}", flush=True)
        command = [
            sys.executable,
            str(SHARED / "eval/evaluate.py"),
            "--root",
            str(root),
            "--json",
            str(result),
        ]
        ours = f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}"
        subprocess.run([*command, *arguments], check=True, env={**os.environ, "PATH": ours})
        loaded: dict[str, float] = json.loads(result.read_text("utf-8"))
        return loaded


def worse(half: str, found: dict[str, float], limits: dict[str, float]) -> list[str]:
    """The figures of a half that break their limit: alarms at most, everything else at least."""
    complaints = []
    for name, limit in limits.items():
        value = found.get(name)
        if value is None:
            complaints.append(f"{half}: {name}: not measured")
        elif value > limit if name.startswith("alarms") else value < limit:
            complaints.append(f"{half}: {name} is {value:.3f}, the gate stands at {limit}")
    return complaints


def main() -> int:
    gate = tomllib.loads((ROOT / "tools/gate.toml").read_text("utf-8")) if "--gate" in sys.argv else {}
    arguments = [argument for argument in sys.argv[1:] if argument != "--gate"]
    if gate:
        arguments = ["--args", RULES_ALONE, *arguments]
    complaints = []
    for half in ("all", "open", "closed"):
        found = figures(half, arguments)
        complaints += worse(half, found, gate.get(half, {}))
    for complaint in complaints:
        print(f"worse: {complaint}", file=sys.stderr)
    if gate and not complaints:
        print("gate: all figures stand")
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main())
