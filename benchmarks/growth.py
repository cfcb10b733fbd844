"""How the time of a check grows with the text and with the rules: `python -m benchmarks.growth`.

Whole processes, rules alone. The time of the smallest text is nearly all start-up, so growth with the text
is told by the time that each further 1,000 words take: the same at every size where growth is linear.
"""

from __future__ import annotations

import argparse
import json
import re
import tempfile
from collections.abc import Mapping
from pathlib import Path

from benchmarks.material import article, rulebook
from benchmarks.timing import ROOT, SAMPLE, Timed, Tool, interleaved, print_table, program, run

_RULE = re.compile(r"^\s*- id:", re.MULTILINE)


def main() -> None:
    """Parse the arguments and print both tables."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.growth", description=__doc__)
    parser.add_argument("--rounds", type=int, default=5, help="runs of each (5)")
    parser.add_argument("--words", type=int, default=2_000, help="words of the smallest text (2,000)")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        by_text(Path(folder), arguments.words, arguments.rounds)
        by_rules(Path(folder), 10 * arguments.words, arguments.rounds)


def by_text(folder: Path, words: int, rounds: int) -> None:
    """1, 10 and 100 times the text."""
    tools, sizes = [], []
    for factor in (1, 10, 100):
        text, file = article(factor * words), folder / f"{factor}.txt"
        file.write_text(text, encoding="utf-8")
        sizes.append(len(text.split()))
        tools.append(_check(f"{factor}×", file))
    results = interleaved(tools, rounds)
    rows = []
    for timed, size in zip(results, sizes, strict=True):
        if timed.missing or results[0].missing:
            rows.append([timed.tool.name, f"({timed.missing or results[0].missing})"])
            continue
        further = (size - sizes[0]) / 1000
        each = f"{1000 * (timed.median - results[0].median) / further:.2f}" if further else "–"
        ratio = f"{timed.median / results[0].median:.2f}×"
        rows.append([timed.tool.name, f"{size:,}", f"{1000 * timed.median:,.0f}", ratio, each])
    print(f"\nBy text: median of {rounds} interleaved runs\n")
    print_table(["", "words", "ms", "to 1×", "ms per further 1,000 words"], rows)


def by_rules(folder: Path, words: int, rounds: int) -> None:
    """1, 3 and 10 times the rules that ship, the rest generated: on one article, where loading them is what
    counts, and on a larger text, where matching does. The first run, which compiles them, is apart."""
    shipped = sum(
        len(_RULE.findall(path.read_text(encoding="utf-8")))
        for path in (ROOT / "tqcheck" / "rulebook" / "data").glob("*.yaml")
    )
    large = folder / "rules.txt"
    large.write_text(article(words), encoding="utf-8")
    caches = {"XDG_CACHE_HOME": str(folder / "caches")}  # or first runs are first only once
    counts, on_article, on_large = [], [], []
    for factor in (1, 3, 10):
        place = folder / f"rules-{factor}"
        place.mkdir()
        extra = (factor - 1) * max(shipped, 1)
        (place / "generated.yaml").write_text(rulebook(extra), encoding="utf-8")
        books = ["generated.yaml"] if extra else []
        config = place / "tqcheck.toml"
        config.write_text(f"rulebooks = {json.dumps(books)}\n", encoding="utf-8")
        counts.append(shipped + extra)
        on_article.append(_check(f"{factor}×", SAMPLE, "--config", str(config), environment=caches))
        on_large.append(_check(f"{factor}×", large, "--config", str(config), environment=caches))
    firsts = [_first(tool) for tool in on_article]
    columns = [interleaved(tools, rounds) for tools in (on_article, on_large)]
    rows = []
    for i, count in enumerate(counts):
        row = [on_article[i].name, f"{count:,}"]
        for results in columns:
            row += _median_and_ratio(results[i], results[0])
        rows.append([*row, firsts[i]])
    print(f"\nBy rules: the sample article and a text of {words:,} words, {rounds} interleaved runs\n")
    print_table(["", "rules", "article ms", "to 1×", "text ms", "to 1×", "first run ms"], rows)


def _median_and_ratio(timed: Timed, base: Timed) -> list[str]:
    if timed.missing or base.missing:
        return [f"({timed.missing or base.missing})", ""]
    return [f"{1000 * timed.median:,.0f}", f"{timed.median / base.median:.2f}×"]


def _first(tool: Tool) -> str:
    try:
        return f"{1000 * run(tool):,.0f}"
    except RuntimeError as error:
        return str(error)


def _check(name: str, file: Path, *options: str, environment: Mapping[str, str] | None = None) -> Tool:
    fixed = ("check", "--languagetool", "off", "--judge", "off", "--no-cache", "--format", "json")
    command = [program("tqcheck"), *fixed, *options, str(file)]
    return Tool(name, command, environment=environment or {})


if __name__ == "__main__":
    main()
