"""What the miner works on: columns of files, Russian lemmas, and the rules that already cover a text."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

from tqcheck.model import Confidence, InputError, SegmentKind, TqcheckError
from tqcheck.readers import read_file


def column(file: str) -> list[str]:
    """The lines of a file, or column N of the tab-separated file in "FILE:N". Raises InputError."""
    name, place = _file_and_column(file)
    if place is None:
        return read_file(Path(file), format="text").text.splitlines()
    cells = []
    for i, line in enumerate(read_file(Path(name), format="text").text.splitlines(), 1):
        fields = line.split("\t")
        if not 1 <= place <= len(fields):
            raise InputError(name, f"has no column {place}", f"line {i}")
        cells.append(fields[place - 1])
    return cells


def file_of(file: str) -> Path:
    """The file that "FILE" or "FILE:N" names."""
    return Path(_file_and_column(file)[0])


def _file_and_column(file: str) -> tuple[str, int | None]:
    name, _, number = file.rpartition(":")
    of_column = name and number.isdigit() and not Path(file).exists()
    return (name, int(number)) if of_column else (file, None)


def lemmatiser() -> Callable[[str], str]:
    """Dictionary forms of Russian words, each looked up once. Raises TqcheckError without pymorphy3."""
    try:
        from pymorphy3 import MorphAnalyzer
    except ImportError:
        raise TqcheckError("this needs pymorphy3: pip install 'tqcheck[russian]'") from None
    analyser = MorphAnalyzer()

    @cache
    def lemma(word: str) -> str:
        return str(analyser.parse(word)[0].normal_form)

    return lemma


def rules_in() -> Callable[[str], list[tuple[int, int, str]]]:
    """Where the rules that are on by default stand in a line: (start, end, rule), in code points."""
    from tqcheck.rulebook import open_rulebook
    from tqcheck.rulebook.engine import Engine
    from tqcheck.rulebook.prove import sentence_document

    medium = Confidence.MEDIUM.rank
    engine = Engine(open_rulebook(), lambda e: not e.needs_source and e.confidence.rank >= medium)

    def found(text: str) -> list[tuple[int, int, str]]:
        hits = []
        for kind in SegmentKind:
            prefix = "H: " if kind is SegmentKind.HEADLINE else ""
            for rule, span, _ in engine.run(sentence_document(prefix + text)):
                hits.append((span.start, span.end, rule.rule.id))
        return hits

    return found
