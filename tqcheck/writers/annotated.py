"""A text with its doubtful words marked in place, and the notes on them under each paragraph."""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.model import CheckedDocument, Document
from tqcheck.wording import counted
from tqcheck.writers.article import Omitted, marked
from tqcheck.writers.blocks import Block, Skipped, blocks, number
from tqcheck.writers.notes import Told, set_notes
from tqcheck.writers.page import set_lines
from tqcheck.writers.text import Text
from tqcheck.writers.theme import BOLD, DIM, Theme

MOST_NOTES = 500


def annotated(checked: CheckedDocument, theme: Theme) -> Iterator[Text]:
    """The blocks worth showing, with their notes."""
    document = checked.document
    every = number(checked.findings)
    notes = every[:MOST_NOTES]
    digits = len(str(len(notes)))
    gutter = max(len(str(document.place(notes[-1].finding.span.end)[0])), 3)
    told = Told()
    first = True
    for block in blocks(checked, notes):
        if not first:
            yield Text()
        first = False
        if isinstance(block, Skipped):
            what = counted(block.paragraphs, "paragraph")
            yield Text(f"{'':>{gutter}} {theme.glyphs.more} {what} without findings", DIM)
            continue
        yield from _block(document, block, gutter, theme)
        if block.notes:
            yield Text()
            yield from set_notes(block.notes, told, theme, gutter + 3, digits, document.source)
    if len(every) > len(notes):
        yield Text()
        yield Text(
            f"{theme.glyphs.more} {counted(len(every) - len(notes), 'more finding')}: see --view list", BOLD
        )


def _block(document: Document, block: Block, gutter: int, theme: Theme) -> Iterator[Text]:
    bar = theme.glyphs.bar
    for piece in marked(document, block, theme):
        if isinstance(piece, Omitted):
            without = " without findings" if piece.clear else ""
            more = theme.glyphs.more
            yield Text(
                f"{'':>{gutter}} {bar} {more} {counted(piece.characters, 'character')}{without} {more}", DIM
            )
            continue
        text = piece.text
        if block.headline:
            text.put_below(BOLD)
        starts = list(piece.lines)
        for offset, line in set_lines(text, theme.width - gutter - 3):
            number = ""
            while starts and starts[0][0] < offset + max(len(line), 1):
                begun = starts.pop(0)[1]
                number = number or str(begun)
            yield Text.assemble((f"{number:>{gutter}} {bar} ", DIM), line)
