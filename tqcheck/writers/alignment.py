"""An alignment as people read it, and as tables."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import wrap

from tqcheck.model import SURE, Bead, Document, Source, Span
from tqcheck.wording import counted
from tqcheck.writers.visible import one_line

NOTHING = "(nothing)"
_WIDTH = 100


def write_alignment(document: Document) -> str:
    """Beads as blocks: the line of the English, how sure, the English, the Russian."""
    source = document.source
    if source is None:
        return ""
    return (
        "\n".join([*_head(document, source), *(line for b in source.beads for line in _block(document, b))])
        + "\n"
    )


def write_table(document: Document) -> str:
    """Tab-separated: English, Russian, how sure."""
    source = document.source
    if source is None:
        return ""
    rows = (
        (_joined(document.prose, bead.english), _joined(source.text, bead.russian), f"{bead.sure:.2f}")
        for bead in source.beads
    )
    return "".join("\t".join(row) + "\n" for row in rows)


def _head(document: Document, source: Source) -> Iterator[str]:
    beads = source.beads
    unsure = sum(1 for b in beads if b.english and b.russian and b.sure < SURE)
    parts = [
        f"{counted(len(source.compared), 'pair')}",
        f"{unsure} unsure",
        f"{counted(sum(len(b.english) for b in beads if not b.russian), 'English sentence')} alone",
        f"{counted(sum(len(b.russian) for b in beads if not b.english), 'Russian sentence')} alone",
    ]
    yield one_line(f"{document.path} beside {source.path}: {', '.join(parts)}")


def _block(document: Document, bead: Bead) -> Iterator[str]:
    source = document.source
    place = str(document.place(bead.english[0].start)[0]) if bead.english else "-"
    alone = not bead.english or not bead.russian
    sure = "alone" if alone else f"{bead.sure:.2f}{'' if bead.sure >= SURE else ' ?'}"
    yield ""
    english = _joined(document.prose, bead.english) or NOTHING
    russian = _joined(source.text if source else "", bead.russian) or NOTHING
    yield from _hung(f"{place:>5}  {sure:<7}", english)
    yield from _hung(" " * 14, russian)


def _hung(first: str, text: str) -> Iterator[str]:
    for line in wrap(text, _WIDTH - 14) or [""]:
        yield f"{first}{line}".rstrip()
        first = " " * 14


def _joined(text: str, spans: tuple[Span, ...]) -> str:
    return one_line(" ".join(" ".join(text[span.start : span.end].split()) for span in spans))
