"""Rules that English alone does not bear out: how often, in machine translation, their Russian stood behind
their words.

`data/senses.tsv` has one a line: rule, how often its words stood in machine-translated headlines, how often
its Russian did beside them. Written by `tools/weigh_judge.py`.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import log
from pathlib import Path

from tqcheck.model import TqcheckError

DATA = Path(__file__).with_name("data") / "senses.tsv"
COLUMNS = ("rule", "written", "confirmed")
FEW = 1.0, 2.0
"""Added to confirmed and written: rules whose words never stood there are as likely right as wrong."""


@dataclass(frozen=True, slots=True)
class Sense:
    """How often a rule's words stood in machine translations, and its Russian beside them."""

    written: int
    confirmed: int

    @property
    def odds(self) -> float:
        """That its Russian stands behind its words in machine translation, as a logarithm."""
        confirmed, written = self.confirmed + FEW[0], self.written + FEW[1]
        return log(confirmed / (written - confirmed))


def read_senses(file: Path = DATA) -> dict[str, Sense]:
    """By rule id. Raises TqcheckError at the first line that is wrong."""
    try:
        lines = file.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise TqcheckError(f"{file}: cannot be read: {error}") from error
    if tuple(lines[0].split("\t")) != COLUMNS or lines[-1] != "":
        raise TqcheckError(f"{file.name}: the columns must be {', '.join(COLUMNS)}, the last line whole")
    senses: dict[str, Sense] = {}
    for number, line in enumerate(lines[1:-1], 2):
        rule, *counts = line.split("\t")
        if len(counts) != 2 or not all(count.isdigit() for count in counts):
            raise TqcheckError(f"{file.name}:{number}: a rule and two counts are needed")
        sense = Sense(int(counts[0]), int(counts[1]))
        if rule in senses or sense.confirmed > sense.written:
            raise TqcheckError(f"{file.name}:{number}: doubled, or confirmed more often than written")
        senses[rule] = sense
    return senses


def write_senses(senses: dict[str, Sense]) -> str:
    """The text of a file of senses."""
    rows = (f"{rule}\t{senses[rule].written}\t{senses[rule].confirmed}" for rule in sorted(senses))
    return "\n".join(["\t".join(COLUMNS), *rows]) + "\n"
