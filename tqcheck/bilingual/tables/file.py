"""The files that hold the data of detectors."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import yaml

from tqcheck.bilingual.cues import Cues
from tqcheck.rulebook.strict import Fields, StrictFile

DATA = Path(__file__).parent.with_name("data")
SIDES = ("russian", "english")


class DataFile(StrictFile):
    """A file of the folder data. All methods raise RulebookError."""

    def parts(self, *names: str) -> dict[str, yaml.Node]:
        """The parts of the file, which has these and no others."""
        return self.fields(self._root(), self.origin, names, ())

    def part(self, name: str) -> Fields:
        """The mapping that is the only part of the file."""
        return self.mapping(self.parts(name)[name], name)

    def entries(self, what: str) -> Fields:
        """What a file without parts maps."""
        return self.mapping(self._root(), what)

    def _root(self) -> yaml.Node:
        root = self.root((DATA / self.origin).read_bytes())
        if root is None:
            raise self.fail(None, "is empty")
        return root

    def listed(self, node: yaml.Node, what: str) -> list[str]:
        """What a text lists, parted by commas."""
        return listed(self.text(node, what))

    def said(self, node: yaml.Node, what: str) -> bool:
        """Whether a text says true, and not false."""
        return self.one_of(node, what, ("true", "false")) == "true"

    def cues(self, node: yaml.Node, name: str, english: bool) -> Cues:
        """Listed cues of one language, each of which stands for a name."""
        return Cues(((cue, name) for cue in self.listed(node, name)), english)

    def pairs(self, node: yaml.Node, what: str) -> Iterator[tuple[list[str], list[str]]]:
        """What a mapping lists on both sides of each line."""
        for left, (_, right) in self.mapping(node, what).items():
            yield listed(left), self.listed(right, left)

    def answering(self, lines: Iterable[tuple[list[str], list[str]]]) -> tuple[Cues, Cues]:
        """Russian and English cues, both sides of each line, that stand for the number of their line."""
        sides: tuple[list[tuple[str, str]], ...] = ([], [])
        for number, line in enumerate(lines):
            for known, cues in zip(sides, line, strict=True):
                known += ((cue, str(number)) for cue in cues)
        russian, english = sides
        return Cues(russian, english=False), Cues(english, english=True)

    def valued(self, node: yaml.Node, what: str) -> dict[str, tuple[float, ...]]:
        """Words with one or more values each, parted by commas."""
        found: dict[str, tuple[float, ...]] = {}
        for cell in self.listed(node, what):
            word, *values = cell.split()
            if word in found or not values:
                raise self.fail(node, f"{what}: {word!r} stands twice, or without a value")
            found[word] = tuple(map(float, values))
        return found

    def replacements(self, node: yaml.Node, what: str) -> dict[str, str]:
        """Letters and what they become; _ is nothing."""
        found: dict[str, str] = {}
        for cell in self.listed(node, what):
            letters, _, becomes = cell.partition(" ")
            if letters in found or not becomes:
                raise self.fail(node, f"{what}: {letters!r} stands twice, or becomes nothing")
            found[letters] = becomes.replace("_", "")
        return found


def listed(text: str) -> list[str]:
    """What a text lists, parted by commas."""
    return [cell.strip() for cell in text.split(",") if cell.strip()]
