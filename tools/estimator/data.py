"""What the estimator is trained on and measured with: texts with marks."""

from __future__ import annotations

import json
import random
import re
import zlib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from tools.halves import closed_half
from tqcheck.model import Document, Finding, SegmentKind, Severity
from tqcheck.rulebook.sources import DATA as RULES
from tqcheck.segment import paragraph, paragraphs
from tqcheck.session import Session
from tqcheck.settings import Settings

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
DEV = ROOT.parent / "shared" / "dev"
KINDS = "owcagnx"
"""As in the files, in the order of `tqcheck.judge.estimate.kinds.NAMES`."""
UNTRAINED = "p"
OF_CATEGORY = {
    "linguistic/word-order": "o",
    "accuracy/mistranslation": "w",
    "accuracy/false-friend": "w",
    "style/unidiomatic": "c",
    "terminology/wrong-term": "c",
    "linguistic/grammar": "g",
    "accuracy/untranslated": "x",
    "locale/name": "n",
}
"""The kind of a rule's findings; "" where it is not told."""
CLEAN = {
    "headlines": "wires",
    "wmt21-native": "native",
    "wmt21-refA": "references",
    "wmt21-refB": "references",
}
"""Folders of clean English, and the kind of their texts."""
HEADLINES = frozenset({"headlines", "wires", "1tv"})
"""Kinds of texts that are all headlines, as rules must know."""
EXAMPLES = 9_000
"""Of the rules' examples."""
_MARK = re.compile(r"\[\[(.+?) => (.*?) #([owcagnx])([Mm])\]\]")
_EXAMPLE = re.compile(r"\[\[(.*?)\]\]")


class Mark(NamedTuple):
    """A fault: code points of its text, end exclusive. `trained`: False where it is no fault for certain."""

    start: int
    end: int
    kind: str
    grave: bool
    trained: bool = True


@dataclass
class Item:
    """A text of one sentence or headline. `found`: what rules found in it; `held`: to measure."""

    kind: str
    text: str
    marks: list[Mark] = field(default_factory=list)
    found: list[Mark] = field(default_factory=list)
    held: bool = False


def items(clean: Sequence[Path] = ()) -> list[Item]:
    """All there is. `clean`: files of sound sentences, one a line."""
    read = [*_marked(), *_sentences(), *_clean(), *_examples(), *_annotated()]
    for file in clean:
        read += [Item("clean", line) for line in file.read_text("utf-8").splitlines() if line.strip()]
    for item in read:
        if item.kind in ("clean", "examples"):
            item.held = zlib.crc32(item.text.encode()) % 12 == 0
    return read


def _marked() -> Iterator[Item]:
    """What editors marked in the corpora, and the same with their corrections."""
    texts = _corpora()
    rows: dict[tuple[str, str], list[list[str]]] = defaultdict(list)
    for line in (HERE / "marks.tsv").read_text("utf-8").splitlines():
        if not line.startswith("#"):
            place, use, *row = line.split("\t")
            rows[place, use].append(row)
    read = [Item(place.split(":")[0], texts[place], held=use == "held") for place, use in rows]
    for own, item, hits in zip(rows.values(), read, findings(read), strict=True):
        fixes = sorted((int(row[0]), int(row[1]), row[2:]) for row in own if row != ["-"])
        item.marks += [Mark(start, end, rest[0], rest[1] == "M") for start, end, rest in fixes]
        item.found += hits
        yield item
        apart = all(a[1] <= b[0] for a, b in pairwise(fixes))
        if fixes and apart and not hits:
            text = item.text
            for start, end, rest in reversed(fixes):
                text = text[:start] + rest[2] + text[end:]
            yield Item("corrected", text, held=item.held)


def _corpora() -> dict[str, str]:
    """The machine translations by place."""
    texts = {}
    for number, line in enumerate((DEV / "corpus/headlines.mt.tsv").read_text("utf-8").splitlines(), 1):
        texts[f"headlines:{number}"] = line.split("\t")[1]
    for file in (DEV / "corpus/wmt21").glob("*.txt"):
        for number, text in enumerate(file.read_text("utf-8").split("\n\n")):
            texts[f"wmt21:{file.stem}:{number}"] = text.strip()
    return texts


def _sentences() -> Iterator[Item]:
    """Those written for this, with their faults, then with the corrections in their place."""
    for number, line in enumerate((HERE / "sentences.txt").read_text("utf-8").splitlines()):
        text, right, marks, at = "", "", list[Mark](), 0
        for match in _MARK.finditer(line):
            before = line[at : match.start()]
            text, right, at = text + before, right + before, match.end()
            marks.append(Mark(len(text), len(text) + len(match[1]), match[3], match[4] == "M"))
            text, right = text + match[1], right + match[2]
        held = number % 12 == 0
        yield Item("sentences", text + line[at:], marks, held=held)
        if marks:
            yield Item("corrected", re.sub(" +", " ", right + line[at:]), held=held)


def _clean() -> Iterator[Item]:
    """Native news, wire headlines, and human translations of articles that are open to those who train."""
    closed = {name.split("/")[-1].split("-")[0] for name in closed_half()}
    for folder, kind in CLEAN.items():
        for number, file in enumerate(sorted((DEV / "clean" / folder).glob("*.txt"))):
            if kind == "references" and file.stem in closed:
                continue
            for line in filter(None, map(str.strip, file.read_text("utf-8").splitlines())):
                of_wires = kind == "wires" and zlib.crc32(line.encode()) % 4 == 0
                yield Item(kind, line, held=of_wires or (kind == "native" and number % 3 == 0))


def _examples() -> Iterator[Item]:
    """Examples of the rules that English alone is enough for, and the sound sentences of the tests."""
    read = []
    for file in sorted(RULES.glob("*.yaml")):
        book = yaml.load(file.read_bytes(), Loader=yaml.CSafeLoader)
        for rule in book.get("rules", ()):
            kind, grave = OF_CATEGORY.get(rule["category"], ""), rule["severity"] != "minor"
            flagged = [] if rule.get("needs_source") else rule["examples"]["flag"]
            for line in [*flagged, *rule["examples"]["pass"]]:
                if not isinstance(line, str) or re.search("[а-я]{3}", line, re.I):
                    continue
                text, marks, at = "", list[Mark](), 0
                for match in _EXAMPLE.finditer(line):
                    text += line[at : match.start()]
                    marks.append(Mark(len(text), len(text) + len(match[1]), kind, grave))
                    text, at = text + match[1], match.end()
                read.append(Item("examples", text + line[at:], marks))
    random.Random(1).shuffle(read)
    yield from read[:EXAMPLES]
    for line in (ROOT / "tests/sound_english.txt").read_text("utf-8").splitlines():
        if not line.startswith("#"):
            yield Item("examples", line)


def _annotated() -> Iterator[Item]:
    """The annotated texts, for measuring alone. What the Russian is needed for is neither fault nor sound."""
    closed = closed_half()
    gold: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for line in (DEV / "gold.jsonl").read_text("utf-8").splitlines():
        span = json.loads(line)
        gold[span["file"]].append(span)
    for file in sorted((DEV / "texts").glob("*/*.txt")):
        if file.name.endswith((".ru.txt", ".ref.txt")):
            continue
        name, at = str(file.relative_to(DEV)), 0
        kind = "closed" if name.removesuffix(".txt") in closed else "open"
        for text in file.read_text("utf-8").split("\n\n"):
            marks = []
            for span in gold[name]:
                start, end = max(span["start"] - at, 0), min(span["end"] - at, len(text))
                if start < end:
                    marks.append(Mark(start, end, "", span["severity"] != "minor", span["english_only"]))
            at += len(text) + 2
            if text.strip():
                yield Item("1tv" if "1tv" in name else kind, text, marks, held=True)


def findings(read: Sequence[Item]) -> list[list[Mark]]:
    """What rules find in texts, each looked at by itself."""
    found = []
    with Session(Settings(languagetool="off", judge="off")) as session:
        for item in read:
            text, parts = item.text, paragraphs(item.text)
            if item.kind in HEADLINES:
                whole = paragraph(text, [(0, len(text))], [SegmentKind.HEADLINE])
                parts = (whole,) if whole else ()
            (checked,) = session.check([Document("text", text, text, parts)])
            found.append([_mark(one) for one in checked.findings])
    return found


def _mark(finding: Finding) -> Mark:
    kind, grave = OF_CATEGORY.get(finding.category, ""), finding.severity is not Severity.MINOR
    return Mark(finding.span.start, finding.span.end, kind, grave)
