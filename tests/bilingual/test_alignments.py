"""Hard cases of alignment, laid out in alignments.yaml: no pair is wrong, and most sentences are paired."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
import yaml

from tqcheck.model import SURE, Span
from tqcheck.readers import read_text
from tqcheck.sources import beside_text

LEAST = 0.88
"""Share of the sentences with a counterpart that are paired in all cases; what is left is unsure."""

_FILE = yaml.safe_load(Path(__file__).with_name("alignments.yaml").read_text("utf-8"))
_SENTENCES: dict[str, list[str]] = {str(name): both for name, both in _FILE["sentences"].items()}
CASES: dict[str, str] = _FILE["cases"]


@dataclass(frozen=True)
class Side:
    """A text, and where in it which sentences stand."""

    text: str
    places: dict[Span, frozenset[str]]

    def at(self, span: Span) -> frozenset[str]:
        return frozenset().union(*(names for place, names in self.places.items() if place.overlaps(span)))


def laid_out(layout: str, side: int) -> Side:
    text, places = "", dict[Span, frozenset[str]]()
    for number, paragraph in enumerate(layout.split("|")):
        text += "\n\n" if number else ""
        for i, item in enumerate(paragraph.split()):
            first, *others = (_SENTENCES[name][side] for name in item.split("+"))
            for other in others:
                joint = (", and ", ", а ")[side]
                first = f"{first.rstrip('.')}{joint}{other[0].lower()}{other[1:]}"
            text += " " if i else ""
            names = frozenset("7" if name in ("7a", "7b") else name for name in item.split("+"))
            places[Span(len(text), len(text) + len(first))] = names
            text += first
    return Side(text + "\n", places)


@cache
def outcome(name: str) -> tuple[frozenset[str], frozenset[str], tuple[str, ...]]:
    """Sentences with a counterpart, those of them that are paired, and pairs that are wrong."""
    english, russian = (laid_out(layout, i) for i, layout in enumerate(CASES[name].split(" = ")))
    document = beside_text(read_text(english.text), read_text(russian.text, "ru"))
    assert document.source is not None
    paired, wrong = frozenset[str](), []
    for bead in document.source.beads:
        left, right = [english.at(s) for s in bead.english], [russian.at(s) for s in bead.russian]
        if not left or not right or bead.sure < SURE:
            continue
        both = frozenset().union(*left), frozenset().union(*right)
        if all(names & both[1] for names in left) and all(names & both[0] for names in right):
            paired |= both[0] & both[1]
        else:
            wrong.append(f"{sorted(both[0])} – {sorted(both[1])}: {bead.sure}")
    all_names = [frozenset().union(*side.places.values()) for side in (english, russian)]
    return all_names[0] & all_names[1], paired, tuple(wrong)


@pytest.mark.parametrize("name", CASES)
def test_nothing_is_paired_wrongly(name: str) -> None:
    assert outcome(name)[2] == ()


def test_most_is_paired() -> None:
    there = sum(len(outcome(name)[0]) for name in CASES)
    paired = sum(len(outcome(name)[0] & outcome(name)[1]) for name in CASES)
    assert paired / there >= LEAST
