"""Measures what is found beside the Russian by what readers marked, line by line.

usage: python -m tools.beside.measure [--use held|train] [--judge] [--show N]

`marks.tsv` has what readers marked in 62,000 machine-translated headlines and 2,300 renderings of paragraphs
of articles: where the English does not say what the Russian says, whether or not it shows in the English.
Start and end are code points. Kinds: w a word in a wrong sense, n a name or body, q a number, date or time,
t who does what to whom, negation, modality, tense, o something left out, a something put in; severities
C (falsifies), M, m. Rules were written from the lines marked `train`; `held` ones only measure. Places name
lines of the corpora of the project's shared folder; their text is not here.

Of findings those are counted that the English alone does not have: on such a mark, on what editors marked in
the English (the estimator's marks.tsv), or on none. The last are to be read: readers miss things, and
headlines of the corpus are cut at 100 characters.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tqcheck import Finding, Session, Settings
from tqcheck.model import InputError
from tqcheck.readers import read_text
from tqcheck.sources import beside_text

HERE = Path(__file__).parent
MARKS = HERE / "marks.tsv"
ENGLISH = HERE.parent / "estimator" / "marks.tsv"
CORPUS = HERE.parents[2] / "shared/dev/corpus"


class Mark(NamedTuple):
    """A fault: code points of its line, end exclusive; without a kind it shows in the English alone."""

    start: int
    end: int
    kind: str
    severity: str

    def meets(self, finding: Finding) -> bool:
        """Whether a finding stands on it."""
        return self.start < finding.span.end and finding.span.start < self.end


class Line(NamedTuple):
    """A line with its Russian and what was marked in it."""

    place: str
    english: str
    russian: str
    marks: tuple[Mark, ...]


def lines(use: str) -> Iterator[Line]:
    """The lines of one use."""
    texts = dict(_corpora())
    marks: dict[str, list[Mark]] = {}
    for place, own, *rest in _rows(MARKS):
        if own == use:
            found = marks.setdefault(place, [])
            if len(rest) > 1:
                found.append(Mark(int(rest[0]), int(rest[1]), rest[2], rest[3]))
    for place, _, *rest in _rows(ENGLISH):
        if place in marks and len(rest) > 1:
            marks[place].append(Mark(int(rest[0]), int(rest[1]), "", rest[3]))
    for place, own_marks in marks.items():
        yield Line(place, *texts[place], tuple(own_marks))


def _rows(file: Path) -> Iterator[list[str]]:
    for line in file.read_text("utf-8").splitlines():
        if not line.startswith("#"):
            yield line.split("\t")


def _corpora() -> Iterator[tuple[str, tuple[str, str]]]:
    for number, line in enumerate((CORPUS / "headlines.mt.tsv").read_text("utf-8").splitlines(), 1):
        _, english, russian = line.split("\t")
        yield f"headlines:{number}", (english, russian)
    source = (CORPUS / "wmt21/source.ru.txt").read_text("utf-8").split("\n\n")
    for file in (CORPUS / "wmt21").glob("*.txt"):
        for number, (text, russian) in enumerate(
            zip(file.read_text("utf-8").split("\n\n"), source, strict=False)
        ):
            yield f"wmt21:{file.stem}:{number}", (text.strip(), russian.strip())


def found(session: Session, line: Line) -> tuple[list[Finding], list[Finding]]:
    """What is found in a line beside its Russian, and what of it the English alone does not have; nothing
    where it is taken for no rendering of that."""
    (alone,) = session.check([read_text(line.english)])
    try:
        (beside,) = session.check([beside_text(read_text(line.english), read_text(line.russian, "source"))])
    except InputError:
        return [], []
    known = {(finding.rule, finding.span) for finding in alone.findings}
    return list(beside.findings), [one for one in beside.findings if (one.rule, one.span) not in known]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--use", choices=("held", "train"), default="held")
    parser.add_argument("--judge", action="store_true", help="with the judge and the estimator")
    parser.add_argument("--show", type=int, default=0, help="print so many findings on no mark")
    args = parser.parse_args()
    settings = Settings(languagetool="off", judge="on" if args.judge else "off")
    marked, noticed = Counter[tuple[str, str, str]](), Counter[tuple[str, str, str]]()
    findings: dict[str, Counter[str]] = defaultdict(Counter)
    others: list[str] = []
    with Session(settings) as session:
        for line in lines(args.use):
            corpus = line.place.partition(":")[0]
            own, new = found(session, line)
            for mark in line.marks:
                if mark.kind:
                    key = corpus, mark.kind, mark.severity
                    marked[key] += 1
                    noticed[key] += any(map(mark.meets, own))
            findings[corpus]["lines"] += 1
            for finding in new:
                met = {bool(mark.kind) for mark in line.marks if mark.meets(finding)}
                where = "on their marks" if True in met else "on others'" if met else "on none"
                findings[corpus][where] += 1
                if not met:
                    others.append(f"{finding.rule}\t{finding.text}\t{line.english}\t{line.russian}")
    for corpus, counts in findings.items():
        print(corpus, ", ".join(f"{count} {what}" for what, count in counts.items()))
        for severity in "CMm":
            of = {key: count for key, count in marked.items() if key[0] == corpus and key[2] == severity}
            total = f"{sum(noticed[key] for key in of)} of {sum(of.values())}"
            kinds = ", ".join(f"{key[1]} {noticed[key]} of {count}" for key, count in sorted(of.items()))
            print(f"  {severity}: {total} noticed: {kinds}")
    for other in random.Random(1).sample(others, min(args.show, len(others))):
        print(other)


if __name__ == "__main__":
    main()
