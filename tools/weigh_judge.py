"""Counts how often the Russian of rules stands behind their words in machine translation, for the context
judge, and fits how often rules fire in machine translation and in what people write.

usage: python tools/weigh_judge.py [--figure]

Writes tqcheck/judge/data/senses.tsv from the headlines. --figure prints the first lines of weights.toml
instead, fitted on the open half of the annotated texts, on other systems' translations of sentences that are
annotated nowhere, and on clean English.
"""

from __future__ import annotations

import argparse
import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from halves import closed_half
from judge_corpora import has_word, headline, translations, verdicts

from tqcheck.judge.figure import Kind
from tqcheck.judge.senses import DATA, Sense, write_senses
from tqcheck.model import Document, Rule
from tqcheck.pipeline import check_documents
from tqcheck.readers import read_bytes, read_file
from tqcheck.rulebook import Program, open_rulebook
from tqcheck.rulebook.engine import Engine
from tqcheck.settings import Settings

DEV = Path(__file__).resolve().parent.parent.parent / "shared" / "dev"
FIRST, STEP = 360, 20
"""The first of the WMT segments that are annotated nowhere, and how many make a text."""
HEADLINES = 60
"""Texts made of clean headlines: as many as there are of either set of references."""


def main() -> None:
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("--figure", action="store_true")
    if parser.parse_args().figure:
        for name, texts in (("machine", _machine()), ("people", _people())):
            kind = fitted(_counted(list(texts)))
            print(f"{name} = {{ per_1000 = {kind.per_1000:.2g}, shape = {kind.shape:.2g} }}")
    else:
        DATA.write_text(write_senses(counted(open_rulebook())), encoding="utf-8")


def counted(program: Program) -> dict[str, Sense]:
    """Rules that need the source, with their counts in the headlines, less those whose hits without it were
    read and mostly no faults."""
    read = verdicts()
    ids = {e.id for e in program.entries if e.needs_source and ("*", "rule", e.id) not in read}
    engine = Engine(program, lambda entry: entry.id in ids)
    written, confirmed = Counter[str](), Counter[str]()
    for english, lemmas in translations(DEV / "corpus" / "headlines.mt.tsv"):
        for hit, _, _ in engine.run(headline(english)):
            written[hit.rule.id] += 1
            confirmed[hit.rule.id] += _confirmed(hit.rule, lemmas)
    return {id_: Sense(written[id_], confirmed[id_]) for id_ in ids}


def _confirmed(rule: Rule, lemmas: frozenset[str]) -> bool:
    def stands(words: Iterable[str]) -> bool:
        return any(has_word(word, lemmas) for word in words)

    near = not rule.source_near or stands(rule.source_near)
    return stands(rule.source) and near and not stands(rule.source_unless)


def _machine() -> Iterator[Document]:
    closed = closed_half()
    for file in sorted((DEV / "texts").glob("*/*.txt")):
        name = str(file.relative_to(DEV)).removesuffix(".txt")
        if name not in closed and not name.endswith((".ru", ".ref")):
            yield read_file(file)
    for file in sorted((DEV / "corpus" / "wmt21").glob("*.txt")):
        if not file.name.endswith(".ru.txt"):
            segments = [line for line in file.read_text("utf-8").split("\n") if line]
            yield from _texts(file.stem, segments[FIRST:])


def _people() -> Iterator[Document]:
    for corpus in ("wmt21-native", "wmt21-refA", "wmt21-refB"):
        yield from map(read_file, sorted((DEV / "clean" / corpus).glob("*.txt")))
    lines = (DEV / "clean" / "headlines" / "headlines.txt").read_text("utf-8").split("\n")
    yield from _texts("headlines", [line for line in lines if line][: HEADLINES * STEP])


def _texts(name: str, lines: Sequence[str]) -> Iterator[Document]:
    for start in range(0, len(lines), STEP):
        yield read_bytes("\n\n".join(lines[start : start + STEP]).encode(), f"{name}-{start}.txt")


def _counted(documents: Sequence[Document]) -> list[tuple[int, int]]:
    """Findings and words of each."""
    report = check_documents(documents, Settings(languagetool="off", judge="off"))
    return [(len(checked.findings), checked.document.words) for checked in report.documents]


def fitted(counts: Sequence[tuple[int, int]]) -> Kind:
    """The likeliest kind, searched on a grid of logarithms."""
    kinds = (Kind(math.exp(a / 20), math.exp(b / 10)) for a in range(-40, 90) for b in range(-15, 40))
    return max(kinds, key=lambda kind: sum(kind.log_likelihood(*count) for count in counts))


if __name__ == "__main__":
    main()
