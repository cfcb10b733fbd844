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
from pathlib import Path

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


def lines(corpus: str) -> Iterator[tuple[str, str, str, bool]]:
    """(place, English, Russian, is a headline) of a corpus."""
    if corpus == "headlines":
        for n, line in enumerate((DEV / "corpus/headlines.mt.tsv").read_text("utf-8").splitlines(), 1):
            _, english, russian = line.split("\t")
            yield f"headlines:{n}", english, russian, True
    elif corpus == "wmt21":
        folder = DEV / "corpus/wmt21"
        closed = closed_lines()
        russian_lines = (folder / "source.ru.txt").read_text("utf-8").splitlines()
        for file in sorted(folder.glob("*.txt")):
            if file.name != "source.ru.txt":
                for n, line in enumerate(file.read_text("utf-8").splitlines(), 1):
                    if n in closed:
                        continue
                    russian = russian_lines[n - 1] if n <= len(russian_lines) else ""
                    yield f"wmt21/{file.stem}:{n}", line, russian, False
    elif corpus == "clean":
        for file in sorted((DEV / "clean").glob("*/*.txt")):
            for n, line in enumerate(file.read_text("utf-8").splitlines(), 1):
                if line.strip():
                    yield f"{file.parent.name}/{file.name}:{n}", line, "", file.parent.name == "headlines"


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
            clean = [hit for hit in hits if not hit.lstrip().startswith(("headlines:", "wmt21"))]
            rest = [hit for hit in hits if hit not in clean]
            rng = random.Random(f"{args.seed}{id_}")
            print("\n".join(clean[:10] + rng.sample(rest, min(args.sample, len(rest)))))
    return 0


if __name__ == "__main__":
    sys.exit(main())
