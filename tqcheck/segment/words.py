"""Word lists of `tqcheck/data`, read once on first use.

A list is a text file: words parted by white space, or one phrase a line; `#` begins a comment line; a line
`[name]` begins a section.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

_DATA = Path(__file__).parents[1] / "data"


def _lines(name: str) -> dict[str, list[str]]:
    sections: dict[str, list[str]] = {}
    section = ""
    for line in (_DATA / name).read_text(encoding="utf-8").splitlines():
        if line.startswith("[") and line.endswith("]"):
            section = line[1:-1]
        elif line and not line.startswith("#"):
            sections.setdefault(section, []).append(line.strip())
    return sections


@cache
def abbreviations() -> dict[str, str]:
    """Abbreviation without its last stop → never, number or sometimes: see the file."""
    return {
        word: section
        for section, lines in _lines("abbreviations.txt").items()
        for word in " ".join(lines).split()
    }


@cache
def sentence_starters() -> frozenset[str]:
    """Capitalised words before which even an abbreviation ends a sentence."""
    return frozenset(" ".join(_lines("sentence_starters.txt")[""]).split())


@cache
def reporting_verbs() -> frozenset[str]:
    """Verbs after which a speaker is named or which follow the name."""
    return frozenset(" ".join(_lines("reporting_verbs.txt")[""]).split())


@cache
def dateline_words() -> frozenset[str]:
    """Lower-case words of dates and times of publication."""
    return frozenset(" ".join(_lines("asides.txt")["dateline"]).split())


@cache
def html_tags() -> dict[str, frozenset[str]]:
    """Lower-case names of HTML elements by what they do to prose: no_prose, breaking."""
    return {name: frozenset(" ".join(lines).split()) for name, lines in _lines("html_tags.txt").items()}


@cache
def credit_phrases() -> tuple[str, ...]:
    """Lower-case beginnings of credits, captions and notes on the source."""
    return tuple(_lines("asides.txt")["credit"])
