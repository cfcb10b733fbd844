"""Scores the checker on two halves of the annotated texts: one open to those who write rules, one closed.

usage: python tools/halves.py [evaluate.py arguments]

The half of a text follows from its name alone: texts listed in tools/closed-half.txt are closed.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"


def main() -> int:
    closed = set((ROOT / "tools/closed-half.txt").read_text("utf-8").split())
    gold = [json.loads(line) for line in (SHARED / "dev/gold.jsonl").read_text("utf-8").splitlines()]
    files = sorted(str(f.relative_to(SHARED / "dev")) for f in (SHARED / "dev/texts").glob("*/*.txt"))
    status = 0
    for name, half in (("open", False), ("closed", True)):
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder)
            for file in files:
                stem = file.removesuffix(".txt").removesuffix(".ru").removesuffix(".ref")
                if (stem in closed) == half:
                    target = root / file
                    target.parent.mkdir(parents=True, exist_ok=True)
                    target.write_bytes((SHARED / "dev" / file).read_bytes())
            kept = [g for g in gold if (g["file"].removesuffix(".txt") in closed) == half]
            (root / "gold.jsonl").write_text("".join(json.dumps(g, ensure_ascii=False) + "\n" for g in kept))
            if not half:
                (root / "clean").symlink_to(SHARED / "dev/clean")
            print(f"== {name} half", flush=True)
            evaluate = [sys.executable, str(SHARED / "eval/evaluate.py"), "--root", str(root), *sys.argv[1:]]
            status |= subprocess.run(evaluate, check=False).returncode
    return status


if __name__ == "__main__":
    sys.exit(main())
