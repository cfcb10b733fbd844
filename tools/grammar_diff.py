"""Shows what a change of our LanguageTool grammar changes over the corpora, for review.

usage: python tools/grammar_diff.py BEFORE [AFTER] [--in headlines,wmt21,clean] [--headlines N] [--rule GLOB]

BEFORE and AFTER: a grammar file or a git revision; AFTER is the working tree's file unless given, and "none"
is a grammar without rules of ours. Findings that went are printed with "-", those that came with "+": rule,
corpus:line, English with >>hit<<, Russian. Hits in clean come first: they are false alarms until read.
Headline rules count in headlines only. --headlines: how many machine-translated headlines, chosen by seed.
"""

from __future__ import annotations

import argparse
import fnmatch
import random
import subprocess
import tempfile
import xml.etree.ElementTree as ET
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

from hits import lines

from tqcheck.languagetool import noise, server
from tqcheck.languagetool.client import BOUND, GAP, Client, Piece, plain
from tqcheck.languagetool.install import install

ROOT = Path(__file__).resolve().parent.parent
EMPTY = '<rules lang="en"><category id="TQCHECK" name="none"/></rules>'


class Line(NamedTuple):
    """A line of a corpus."""

    place: str
    english: str
    russian: str
    headline: bool


class Found(NamedTuple):
    """A hit, comparable between two grammars."""

    rule: str
    place: str
    start: int
    end: int


def grammar(name: str, folder: Path) -> Path:
    """The grammar that `name` means, as a file."""
    if Path(name).is_file():
        return Path(name)
    path = folder / f"{name.replace('/', '-')}.xml"
    if name == "none":
        path.write_text(EMPTY, encoding="utf-8")
    else:
        where = server.GRAMMAR.relative_to(ROOT)
        content = subprocess.run(
            ["git", "-C", str(ROOT), "show", f"{name}:{where.as_posix()}"], check=True, capture_output=True
        )
        path.write_bytes(content.stdout)
    return path


def corpus_lines(corpora: list[str], headlines: int) -> list[Line]:
    """What is checked, each text once."""
    found: dict[str, Line] = {}
    for corpus in corpora:
        some = [Line(*line) for line in lines(corpus)]
        if corpus == "headlines" and headlines < len(some):
            some = random.Random(headlines).sample(some, headlines)
        for line in some:
            found.setdefault(line.english, line)
    return list(found.values())


def findings(path: Path, texts: list[Line]) -> set[Found]:
    """All hits of a grammar that a report would show."""
    category = ET.parse(path).getroot().find("category")
    rules = [str(one.get("id")) for one in category or () if str(one.get("id")).startswith("TQ_")]
    if not rules:
        return set()
    batches: list[list[int]] = []
    room = 0
    for number, line in enumerate(texts):
        if not batches or len(line.english) > room:
            batches.append([])
            room = BOUND
        batches[-1].append(number)
        room -= len(line.english) + len(GAP)

    def check(client: Client, batch: list[int]) -> list[Found]:
        starts, pieces, position = [], [], 0
        for number in batch:
            starts.append((position, texts[number]))
            pieces.append(Piece(position, plain(texts[number].english)))
            position += len(texts[number].english) + len(GAP)
        kept = []
        for hit in client.check(pieces):
            begin, line = max(one for one in starts if one[0] <= hit.start)
            one = noise.shown().get(hit.rule)
            if one is None or (one.headlines if line.headline else one.sentences):
                kept.append(Found(hit.rule, line.place, hit.start - begin, hit.end - begin))
        return kept

    usual = server.GRAMMAR
    try:
        server.GRAMMAR = path
        with server.private_server(install()) as url, ThreadPoolExecutor(2) as pool:
            client = Client(url, rules)
            return {one for found in pool.map(lambda batch: check(client, batch), batches) for one in found}
    finally:
        server.GRAMMAR = usual


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("before")
    parser.add_argument("after", nargs="?", default=str(server.GRAMMAR))
    parser.add_argument("--in", dest="corpora", default="headlines,wmt21,clean")
    parser.add_argument("--headlines", type=int, default=10_000)
    parser.add_argument("--rule", default="*")
    args = parser.parse_args()
    texts = corpus_lines(args.corpora.split(","), args.headlines)
    by_place = {line.place: line for line in texts}
    with tempfile.TemporaryDirectory() as folder:
        before = findings(grammar(args.before, Path(folder)), texts)
        after = findings(grammar(args.after, Path(folder)), texts)
    changes = [("-", one) for one in before - after] + [("+", one) for one in after - before]
    changes = [change for change in changes if fnmatch.fnmatch(change[1].rule, args.rule)]
    for sign, one in sorted(changes, key=lambda change: (bool(by_place[change[1].place].russian), change[1])):
        line = by_place[one.place]
        marked = (
            f"{line.english[: one.start]}>>{line.english[one.start : one.end]}<<{line.english[one.end :]}"
        )
        print(f"{sign} {one.rule}\t{one.place}\t{marked}\t{line.russian}")
    corpora = Counter((sign, one.place.split(":")[0].split("/")[0]) for sign, one in changes)
    print(f"{len(texts)} texts, {len(before)} findings before, {len(after)} after")
    print("  ".join(f"{sign}{count} {corpus}" for (sign, corpus), count in sorted(corpora.items())))


if __name__ == "__main__":
    main()
