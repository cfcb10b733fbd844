"""Shows where rules hit the corpora, with the Russian beside each hit: for writing and judging rules.

usage: python tools/hits.py PATH… [--rule GLOB] [--in headlines,wmt21,clean] [--sample N]
       [--seed N] [--summary]

PATH: rulebook files or folders (sets.yaml is added). --summary counts hits by rule and corpus; else
a seeded sample of N hits a rule is printed: rule, corpus:line, English with >>hit<<, Russian.
The corpora are those of ../shared/dev; hits on "clean" are false alarms until read. A rule that needs the
Russian hits where the Russian holds its lemmas. Translations of articles in the closed half
(tools/closed-half.txt) are left out of wmt21.
"""

from __future__ import annotations

import argparse
import fnmatch
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path
from typing import NamedTuple

from halves import closed_half

from tqcheck.bilingual.confirm import responsible
from tqcheck.bilingual.pair import Pair
from tqcheck.bilingual.russian import sentence
from tqcheck.model import Document, Paragraph, Segment, SegmentKind, Span
from tqcheck.rulebook.engine import Engine
from tqcheck.rulebook.errors import RulebookError
from tqcheck.rulebook.program import Program, compile_files
from tqcheck.rulebook.sources import rulebook_files

ROOT = Path(__file__).resolve().parent.parent
DEV = ROOT.parent / "shared" / "dev"
SETS = ROOT / "tqcheck" / "rulebook" / "data" / "sets.yaml"


def closed_lines() -> set[int]:
    """Line numbers of the test set that belong to articles of the closed half; every other line is blank."""
    closed = {name.split("/")[-1] for name in closed_half()}
    names = {file.name.split(".")[0] for file in (DEV / "texts").glob("dev*/*.txt")}
    starts = sorted((int(name.split("-")[0]), name) for name in names)
    ends = [start for start, _ in starts[1:]] + [360]
    return {
        2 * segment + 1
        for (start, name), end in zip(starts, ends, strict=True)
        if name in closed
        for segment in range(start, end)
    }


class Line(NamedTuple):
    """A line of a corpus, and what it renders: "" where that is not known."""

    place: str
    english: str
    russian: str
    headline: bool


def headlines() -> Iterator[Line]:
    for n, line in enumerate((DEV / "corpus/headlines.mt.tsv").read_text("utf-8").splitlines(), 1):
        _, english, russian = line.split("\t")
        yield Line(f"headlines:{n}", english, russian, True)


def translations() -> Iterator[Line]:
    """Those of the test set, less the closed half."""
    folder, closed = DEV / "corpus/wmt21", closed_lines()
    russian = (folder / "source.ru.txt").read_text("utf-8").splitlines()
    for file in sorted(folder.glob("*.txt")):
        own = [] if file.name == "source.ru.txt" else file.read_text("utf-8").splitlines()
        for n, (line, rendered) in enumerate(zip_longest(own, russian[: len(own)], fillvalue=""), 1):
            if n not in closed:
                yield Line(f"wmt21/{file.stem}:{n}", line, rendered, False)


def clean() -> Iterator[Line]:
    """What people wrote."""
    for file in sorted((DEV / "clean").glob("*/*.txt")):
        for n, line in enumerate(file.read_text("utf-8").splitlines(), 1):
            if line.strip():
                yield Line(f"{file.parent.name}/{file.name}:{n}", line, "", file.parent.name == "headlines")


CORPORA = {"headlines": headlines, "wmt21": translations, "clean": clean}


def lines(corpus: str) -> Iterator[Line]:
    """The lines of a corpus by its name."""
    return CORPORA[corpus]()


def document(text: str, headline: bool) -> Document:
    from tqcheck.segment import paragraphs

    if headline:
        span = Span(0, len(text))
        return Document("", text, text, (Paragraph(span, (Segment(span, SegmentKind.HEADLINE),)),))
    cut = paragraphs(text)
    plain = tuple(Paragraph(p.span, tuple(Segment(s.span) for s in p.segments)) for p in cut)
    return Document("", text, text, plain)


def pair(english: str, russian: str) -> Pair:
    """A line of a corpus beside its Russian."""
    whole = Segment(Span(0, len(english)))
    return Pair((whole,), (sentence(russian, Span(0, len(russian))),), english, russian, 1.0)


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--rule", default="*")
    parser.add_argument("--in", dest="corpora", default="headlines,wmt21,clean")
    parser.add_argument("--sample", type=int, default=10)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--summary", action="store_true")
    args = parser.parse_args()
    try:
        files = rulebook_files(args.paths)
        if not any(name.endswith("sets.yaml") for name, _ in files):
            files.append((str(SETS), SETS.read_bytes()))
        program = Program(compile_files(files))
    except RulebookError as error:
        print(error, file=sys.stderr)
        return 2
    engine = Engine(program, lambda entry: fnmatch.fnmatch(entry.id, args.rule))
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    shown: dict[str, list[str]] = defaultdict(list)
    for corpus in args.corpora.split(","):
        for place, english, russian, headline in lines(corpus):
            for hit, span, _ in engine.run(document(english, headline)):
                if hit.rule.needs_source and not responsible(hit.rule, pair(english, russian)):
                    continue
                counts[hit.rule.id][corpus] += 1
                marked = f"{english[: span.start]}>>{english[span.start : span.end]}<<{english[span.end :]}"
                shown[hit.rule.id].append(f"  {place}\t{marked}\t{russian}")
    for id_ in sorted(entry.id for entry in program.entries if fnmatch.fnmatch(entry.id, args.rule)):
        by_corpus = "  ".join(f"{corpus} {counts[id_][corpus]}" for corpus in args.corpora.split(","))
        print(f"{id_}\t{by_corpus}")
        if not args.summary:
            hits = shown[id_]
            alarms = [hit for hit in hits if not hit.lstrip().startswith(("headlines:", "wmt21"))]
            rest = [hit for hit in hits if hit not in alarms]
            rng = random.Random(f"{args.seed}{id_}")
            print("\n".join(alarms[:10] + rng.sample(rest, min(args.sample, len(rest)))))
    return 0


if __name__ == "__main__":
    sys.exit(main())
