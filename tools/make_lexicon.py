"""Learns which English words render which Russian lemmas from parallel lines, for alignment.

usage: python tools/make_lexicon.py PAIRS.tsv ENGLISH-COLUMN RUSSIAN-COLUMN > lexicon.tsv

IBM model 1 (Brown et al. 1993), five rounds of expectation maximisation, in the direction Russian → English
stem. Kept are renderings of at least three lines and a share of 0.06, without words that stand everywhere.
"""

import sys
from collections import Counter, defaultdict

from tqcheck.bilingual.lexicon import russian_keys, stems

ROUNDS, LEAST_LINES, LEAST_SHARE, EVERYWHERE = 5, 3, 0.06, 0.06


def main(path: str, english_column: str, russian_column: str) -> None:
    pairs = []
    with open(path, encoding="utf-8") as file:  # noqa: PTH123
        for line in file:
            cells = line.rstrip("\n").split("\t")
            english, russian = cells[int(english_column) - 1], cells[int(russian_column) - 1]
            pairs.append((sorted(set(stems(english))), sorted(set(russian_keys(russian)))))
    lines = Counter(stem for english, _ in pairs for stem in english)
    together = Counter((r, e) for english, russian in pairs for r in russian for e in english)
    share = {pair: 1.0 for pair, count in together.items() if count >= LEAST_LINES}
    null = dict.fromkeys(lines, 1 / len(lines))
    for _ in range(ROUNDS):
        counts: defaultdict[tuple[str, str], float] = defaultdict(float)
        totals: Counter[str] = Counter()
        nulls: Counter[str] = Counter()
        for english, russian in pairs:
            for e in english:
                weights = [(r, share.get((r, e), 0.0)) for r in russian]
                whole = sum(w for _, w in weights) + null[e]
                nulls[e] += null[e] / whole
                for r, w in weights:
                    if w:
                        counts[r, e] += w / whole
                        totals[r] += w / whole
        share = {(r, e): c / totals[r] for (r, e), c in counts.items()}
        null = {e: c / sum(nulls.values()) for e, c in nulls.items()}
    kept: defaultdict[str, list[tuple[float, str]]] = defaultdict(list)
    for (r, e), p in share.items():
        if p >= LEAST_SHARE and together[r, e] >= LEAST_LINES and lines[e] < EVERYWHERE * len(pairs):
            kept[r].append((p, e))
    for r in sorted(kept):
        renderings = " ".join(f"{e}:{p:.2f}" for p, e in sorted(kept[r], key=lambda x: (-x[0], x[1])))
        print(f"{r}\t{renderings}")


main(*sys.argv[1:])
