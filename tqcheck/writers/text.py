"""Words with styles, as the pages set them.

rich shows them: a style is its definition in rich's words ("bold red"), and a console gets rich's own text.
Pages need little of that, and for a pipe or a file nothing: loading it takes a fifth of a short run.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import chain

from tqcheck.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.text import Text as RichText

Style = str
"""Attributes, a colour, a link, in any order: "bold red", "dim link https://example.org"; "" for none."""


def mixed(*styles: Style) -> Style:
    """One style of several."""
    return " ".join(filter(None, styles))


_NARROW = frozenset(
    map(chr, chain(range(0x20, 0x7F), range(0xA0, 0xAD), range(0xAE, 0x300), range(0x370, 0x483)))
).union("–—‘’“”„…‸‹›→⋯␣─│╌━▲◆◇✓✗⁰¹²³⁴⁵⁶⁷⁸⁹")
"""Characters that fill one cell each: Latin, Greek and Russian letters, and what pages are set with."""


def cell_len(text: str) -> int:
    """How many cells of a terminal the text fills."""
    if (text.isascii() and text.isprintable()) or _NARROW.issuperset(text):
        return len(text)
    from rich import cells  # whose tables take a page of English or Russian longer to load than to set

    return cells.cell_len(text)


class Text:
    """Words in a style, and stretches of them, as (start, end, style), that have one besides."""

    __slots__ = ("plain", "spans", "style")

    def __init__(
        self, plain: str = "", style: Style = "", spans: Iterable[tuple[int, int, Style]] = ()
    ) -> None:
        self.plain, self.style, self.spans = plain, style, list(spans)

    @classmethod
    def assemble(cls, *parts: str | Text | tuple[str, Style]) -> Text:
        """The parts as one text, each in its own style."""
        text = cls()
        for part in parts:
            text.append(*part) if isinstance(part, tuple) else text.append(part)
        return text

    def append(self, more: str | Text, style: Style = "") -> None:
        """Adds words, a string in this style."""
        added = more if isinstance(more, Text) else Text(more, style)
        start = len(self.plain)
        self.plain += added.plain
        if added.style:
            self.spans.append((start, len(self.plain), added.style))
        self.spans.extend((start + first, start + last, own) for first, last, own in added.spans)

    def put_below(self, style: Style) -> None:
        """Gives all of the text a style, to which stretches add theirs."""
        self.spans.insert(0, (0, len(self.plain), style))

    def pieces(self, places: Sequence[tuple[int, int]]) -> list[Text]:
        """The stretches from start to end; they ascend and do not overlap."""
        pieces = [Text(self.plain[start:end], self.style) for start, end in places]
        starts, ends = [start for start, _ in places], [end for _, end in places]
        for first, last, style in self.spans:
            for i in range(bisect_right(ends, first), bisect_left(starts, last)):
                start, end = places[i]
                pieces[i].spans.append((max(first, start) - start, min(last, end) - start, style))
        return pieces

    @property
    def cell_len(self) -> int:
        """How many cells of a terminal it fills."""
        return cell_len(self.plain)

    def __len__(self) -> int:
        return len(self.plain)

    def __add__(self, other: Text) -> Text:
        both = Text(self.plain, self.style, self.spans)
        both.append(other)
        return both

    def __rich__(self) -> RichText:
        from rich.text import Span
        from rich.text import Text as RichText

        return RichText(self.plain, self.style, spans=[Span(*span) for span in self.spans])
