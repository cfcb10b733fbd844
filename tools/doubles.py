"""Finds rules that say the same: pairs whose hits in the corpora fall on the same words.

usage: python tools/doubles.py [--least N] [--share S]

Prints pairs of rules with at least N common places that are a share S of the smaller one's hits.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from itertools import combinations
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from hits import document, lines

from tqcheck.rulebook import open_rulebook
from tqcheck.rulebook.engine import Engine


def main() -> int:
    parser = argparse.ArgumentParser(description="Finds rules that say the same.")
    parser.add_argument("--least", type=int, default=3)
    parser.add_argument("--share", type=float, default=0.6)
    args = parser.parse_args()
    engine = Engine(open_rulebook(), lambda entry: not entry.needs_source)
    alone: Counter[str] = Counter()
    together: Counter[tuple[str, str]] = Counter()
    shown: dict[tuple[str, str], str] = {}
    for corpus in ("headlines", "wmt21"):
        for _, english, _, headline in lines(corpus):
            found = [(hit.rule.id, span) for hit, span, _ in engine.run(document(english, headline))]
            alone.update({rule for rule, _ in found})
            for (one, a), (two, b) in combinations(sorted(found), 2):
                if one != two and a.overlaps(b):
                    together[one, two] += 1
                    shown.setdefault(
                        (one, two), f"{english[a.start : a.end]!r} / {english[b.start : b.end]!r}"
                    )
    for (one, two), count in together.most_common():
        share = count / min(alone[one], alone[two])
        if count >= args.least and share >= args.share:
            print(f"{count:4d}  {share:.0%}  {one} ({alone[one]})  {two} ({alone[two]})  {shown[one, two]}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
