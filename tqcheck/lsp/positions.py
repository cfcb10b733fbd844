"""Offsets in code points ↔ positions of the protocol: lines and columns from 0, in the units agreed on."""

from __future__ import annotations

from bisect import bisect_right

from lsprotocol.types import Position, PositionEncodingKind, Range

from tqcheck.model import Placed, Span

_ENCODINGS = {PositionEncodingKind.Utf8: "utf-8", PositionEncodingKind.Utf16: "utf-16-le"}
_UNIT = {PositionEncodingKind.Utf8: 1, PositionEncodingKind.Utf16: 2}


class Positions:
    """Of one text as it stands in an editor, in one encoding ("utf-8", "utf-16" or "utf-32")."""

    def __init__(self, document: Placed, encoding: PositionEncodingKind | str | None) -> None:
        self.document = document
        self.encoding = PositionEncodingKind(encoding or PositionEncodingKind.Utf16)

    def range(self, span: Span) -> Range:
        """A span as the protocol has it."""
        return Range(self.position(span.start), self.position(span.end))

    def position(self, offset: int) -> Position:
        """The position of an offset."""
        line = bisect_right(self.document.line_starts, offset) - 1
        before = self.document.text[self.document.line_starts[line] : offset]
        return Position(line, self._units(before))

    def offset(self, position: Position) -> int:
        """The offset of a position; one past the end of its line or of the text is that end."""
        starts, text = self.document.line_starts, self.document.text
        if position.line >= len(starts):
            return len(text)
        start = starts[position.line]
        end = starts[position.line + 1] if position.line + 1 < len(starts) else len(text)
        line = text[start:end].rstrip("\r\n")
        units = 0
        for i, character in enumerate(line):
            if units >= position.character:
                return start + i
            units += self._units(character)
        return start + len(line)

    def _units(self, text: str) -> int:
        if self.encoding is PositionEncodingKind.Utf32:
            return len(text)
        return len(text.encode(_ENCODINGS[self.encoding], "surrogatepass")) // _UNIT[self.encoding]
