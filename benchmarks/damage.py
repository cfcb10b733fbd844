"""Damages translations in known ways and counts what tqcheck notices: recall by kind of damage.

usage: python -m benchmarks.damage [--each N] [--seed N] [--kind NAME] [--show N] PAIRS

PAIRS is a folder that holds source.ru.txt and any number of SYSTEM.txt, line by line its translations, blank
lines between, of which four neighbouring lines make a text; or a table whose last two columns, parted by a
tab, are the English and the Russian, each line a text. Damage is noticed where the damaged text has a finding
that the text as it was has not, in the damaged line or beside it.
"""

from __future__ import annotations

import argparse
import itertools
import random
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from benchmarks.damage_kinds import KINDS
from tqcheck import Finding, Session, Settings
from tqcheck.model import InputError
from tqcheck.readers import read_text
from tqcheck.sources import beside_text

LINES = 4
SETTINGS = Settings(languagetool="off")
Text = tuple[tuple[str, ...], tuple[str, ...]]


def texts(pairs: Path, left_out: set[int]) -> list[Text]:
    """Texts as Russian and English lines; lines of a folder whose number from 0 is in `left_out` are not
    read."""
    return _of_folder(pairs, left_out) if pairs.is_dir() else list(_of_table(pairs))


def _of_table(file: Path) -> Iterator[Text]:
    for line in file.read_text("utf-8").splitlines():
        *_, english, russian = line.split("\t")
        yield (russian,), (english,)


def _of_folder(folder: Path, left_out: set[int]) -> list[Text]:
    russian = _lines(folder / "source.ru.txt")
    found: list[Text] = []
    for file in sorted(folder.glob("*.txt")):
        if file.name != "source.ru.txt":
            english = _lines(file)
            found.extend(
                (tuple(russian[at : at + LINES]), tuple(english[at : at + LINES]))
                for at in range(0, len(russian) - LINES + 1, LINES)
                if left_out.isdisjoint(range(at, at + LINES))
            )
    return found


def _lines(file: Path) -> list[str]:
    return [line for line in file.read_text("utf-8").split("\n")[::2] if line]


def damaged(kind: str, pile: list[Text], random_: random.Random) -> Iterator[tuple[Text, int, str]]:
    """Texts, the number of a line, and that line damaged; one of each text at most, and the same Russian line
    again only when there is no other left."""
    told: set[str] = set()
    again: list[tuple[Text, int, str]] = []
    for text in random_.sample(pile, len(pile)):
        for number in random_.sample(range(len(text[0])), len(text[0])):
            changed = KINDS[kind](random_, text[0][number], text[1][number])
            if changed is not None:
                break
        else:
            continue
        if text[0][number] in told:
            again.append((text, number, changed))
        else:
            told.add(text[0][number])
            yield text, number, changed
    yield from again


REFUSED = "(not its source)"
"""Noticed so much that the texts are said not to belong together."""


class Noticing:
    """What is found in texts as they were, remembered."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._before: dict[Text, set[tuple[str, str, int]]] = {}

    def new(self, text: Text, number: int, changed: str) -> list[str]:
        """The rules that notice a damaged line."""
        russian, english = text
        if text not in self._before:
            self._before[text] = set(self._found(russian, english))
        stood = {(rule, words) for rule, words, _ in self._before[text]}
        lines = [*english[:number], changed, *english[number + 1 :]]
        try:
            found = list(self._found(russian, [line for line in lines if line]))
        except InputError:
            return [REFUSED]
        return sorted(
            {rule for rule, words, line in found if (rule, words) not in stood and abs(line - number) <= 1}
        )

    def _found(
        self, russian: tuple[str, ...], english: list[str] | tuple[str, ...]
    ) -> Iterator[tuple[str, str, int]]:
        whole = "\n\n".join(english)
        document = beside_text(read_text(whole), read_text("\n\n".join(russian), "source"))
        [checked] = self._session.check([document])
        for finding in checked.findings:
            yield finding.rule, finding.text, _line(whole, finding)


def _line(whole: str, finding: Finding) -> int:
    return whole.count("\n\n", 0, finding.span.start)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("pairs", type=Path)
    parser.add_argument("--each", type=int, default=50, help="damaged texts of each kind")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--kind", action="append", choices=list(KINDS), help="only this kind")
    parser.add_argument("--show", type=int, default=0, help="print so many misses of each kind")
    parser.add_argument("--leave-out", default="", help="numbers of lines not to read: 0-15,62-70")
    arguments = parser.parse_args()
    out: set[int] = set()
    for part in filter(None, arguments.leave_out.split(",")):
        first, _, last = part.partition("-")
        out.update(range(int(first), int(last or first) + 1))
    pile = texts(arguments.pairs, out)
    print(f"{'kind':22} {'noticed':>9} {'recall':>7}  by")
    with Session(SETTINGS) as session:
        noticing = Noticing(session)
        for kind in arguments.kind or KINDS:
            random_ = random.Random(f"{arguments.seed} {kind}")
            found = damaged(kind, pile, random_)
            print(tally(kind, itertools.islice(found, arguments.each), noticing, arguments.show), flush=True)


def tally(kind: str, found: Iterable[tuple[Text, int, str]], noticing: Noticing, show: int) -> str:
    """A line of the table, below the misses to be shown."""
    caught = tried = 0
    by: Counter[str] = Counter()
    missed = []
    for text, number, changed in found:
        tried += 1
        rules = noticing.new(text, number, changed)
        caught += bool(rules)
        by.update(rules)
        if not rules:
            missed.append(f"  {text[0][number]}\n  {_excerpt(text[1][number], changed)}")
    top = ", ".join(f"{rule} {count}" for rule, count in by.most_common(3))
    row = f"{kind:22} {caught:4}/{tried:4} {caught / max(1, tried):7.2f}  {top}"
    return "\n".join([*missed[:show], row])


def _excerpt(before: str, after: str) -> str:
    """The line with what went between [-…-] and what came between {+…+}."""
    start = next(
        (i for i, (a, b) in enumerate(zip(before, after, strict=False)) if a != b),
        min(len(before), len(after)),
    )
    end = 0
    while end < min(len(before), len(after)) - start and before[-1 - end] == after[-1 - end]:
        end += 1
    gone, came = before[start : len(before) - end], after[start : len(after) - end]
    return re.sub(r"\s+", " ", f"{before[:start]}[-{gone}-]{{+{came}+}}{before[len(before) - end :]}")


if __name__ == "__main__":
    main()
