"""Typesetting: lines broken between words, hanging indents, text at both ends of a line.

rich would wrap as well, but does not say where a line came from, which the gutter's numbers need, and breaks
at no-break spaces.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from tqcheck.typed import TYPE_CHECKING
from tqcheck.writers import RuleLink
from tqcheck.writers.text import Style, Text, cell_len
from tqcheck.writers.theme import BAD, BOLD, DIM, PLAIN, Theme

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions, RenderResult
    from rich.segment import Segment

_LABEL = 12
"""Cells of a label."""
_WORD = re.compile(r"( *)([^ \n]+)|\n")
Line = tuple[int, Text]
"""A set line and the offset in the text it was set from at which it begins."""


def no_link(_rule: str) -> str:
    """The link of pages whose rules have no explanation elsewhere."""
    return ""


class Page:
    """Lines that know where they go only when they are printed, and set themselves to its width, colours and
    alphabet."""

    __slots__ = ()
    link: RuleLink

    def lines(self, theme: Theme) -> Iterable[Text]:
        """What the page says."""
        raise NotImplementedError

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        yield from rendered(self.lines(Theme.of(console, options, self.link)), console)

    def plain(self, width: int, encoding: str) -> str:
        """What a console without colours would show. It is not needed for that, and rich.console takes
        longer to load than an article to check."""
        lines = self.lines(Theme.plain(width, encoding))
        return "".join(f"{_finished(line.plain)}\n" for line in lines)


def set_lines(text: Text, width: int) -> list[Line]:
    """Break the text into lines of at most `width` cells, at spaces; a longer word is cut, behind a bar
    if it has one."""
    places = list(_break(text.plain, width))
    return [(start, piece) for (start, _), piece in zip(places, text.pieces(places), strict=True)]


def hang(text: Text, width: int, first: Text, indent: int) -> list[Text]:
    """Lines of a note: `first` before the first line, `indent` blanks before the others."""
    lines = [line for _, line in set_lines(text, width - indent)] or [Text()]
    blank = Text(" " * indent)
    return [Text.assemble(first if i == 0 else blank, line) for i, line in enumerate(lines)]


def labelled(label: str, text: Text, width: int, style: Style = DIM) -> list[Text]:
    """Lines of a note with a label before it."""
    return hang(text, width, Text(f"{label:<{_LABEL}}", style), _LABEL)


def spread(left: Text, right: Text, width: int, fill: str) -> Iterator[Text]:
    """A text at either end of a line and `fill` between, the left one on lines of its own if it must."""
    room = width - right.cell_len - 3
    *above, last = [line for _, line in set_lines(left, width if left.cell_len > room else room)] or [Text()]
    yield from above
    if last.cell_len > room:
        yield last
        last = Text()
    yield Text.assemble(last, " " if last else "", (fill * max(room - last.cell_len + 1, 1), DIM), " ", right)


def table(rows: Sequence[tuple[str, ...]], width: int, rule: str, bad: str = "") -> Iterator[Text]:
    """Names at the left, wrapped where they must, numbers at the right; first row heads, last row totals.

    A row that ends in `bad` is set as bad news.
    """
    widths = [max(len(row[i]) for row in rows) for i in range(1, len(rows[0]))]
    room = max(width - sum(widths) - 2 * len(widths), 20)
    first = min(max(cell_len(row[0]) for row in rows), room)
    line = Text(rule * (first + sum(widths) + 2 * len(widths)), DIM)
    for i, row in enumerate(rows):
        if i in (1, len(rows) - 1):
            yield line
        style = DIM if i == 0 else BOLD if i == len(rows) - 1 else BAD if bad and row[-1] == bad else PLAIN
        *above, last = [piece.plain for _, piece in set_lines(Text(row[0]), first)] or [""]
        for piece in above:
            yield Text(piece, style)
        cells = "".join(f"  {cell:>{size}}" for cell, size in zip(row[1:], widths, strict=True))
        yield Text(last + " " * (first - cell_len(last)) + cells, style)


def rendered(lines: Iterable[Text], console: Console) -> Iterator[Segment]:
    """Set lines for the console, which has nothing left to wrap."""
    for line in lines:
        finished = Text(_finished(line.plain), spans=Text.assemble(line).spans)
        yield from finished.__rich__().render(console, end="\n")


def _finished(line: str) -> str:
    """No-break spaces have done their work, and become blanks for whoever copies the text."""
    return line.rstrip().replace("\xa0", " ")


def _break(plain: str, width: int) -> Iterator[tuple[int, int]]:
    start = end = column = 0
    for match in _WORD.finditer(plain):
        if match[2] is None:
            yield start, end
            start = end = match.end()
            column = 0
            continue
        gap, cells = len(match[1]), cell_len(match[2])
        if end > start and column + gap + cells > width:
            yield start, end
            end = start
        if end == start:
            start, gap, column = match.start(2), 0, 0
        end = match.end(2)
        while column + gap + cells > width:
            cut = start + _cells_prefix(plain[start:end], width)
            if cut >= end:
                break
            cut = plain.rfind("|", start, cut) + 1 or cut  # alternatives of a pattern stay whole
            yield start, cut
            start, cells = cut, cell_len(plain[cut:end])
        column += gap + cells
    if end > start:
        yield start, end


def _cells_prefix(word: str, width: int) -> int:
    """How many characters of the word fill `width` cells, at least one, never parting what joins."""
    used = 0
    for i, character in enumerate(word):
        size = cell_len(character)
        if i and used + size > width and size and word[i - 1] != "\u200d":
            return i
        used += size
    return len(word)
