"""Notes under a paragraph: what is doubtful, the Russian behind it, how an editor would put it, and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tqcheck.model import Confidence, Finding, Source
from tqcheck.writers.beside import quotation, russian_apart
from tqcheck.writers.blocks import Note
from tqcheck.writers.page import hang
from tqcheck.writers.text import Text, mixed
from tqcheck.writers.theme import ARROW, BOLD, DIM, Theme

QUOTE = 60
_SEVERITY_CELLS = len("critical")


class Told:
    """Which notes of a document were already told in full: the same rule with the same message."""

    def __init__(self) -> None:
        self._first: dict[tuple[str, str], int] = {}

    def before(self, note: Note) -> int | None:
        """Number of the note that told it, or None where this one is the first."""
        first = self._first.setdefault((note.finding.rule, note.finding.message), note.number)
        return None if first == note.number else first


def quoted(finding: Finding, theme: Theme) -> str:
    """The doubtful words, a long stretch of them with its middle left out, blanks made
    visible; a caret where something is missing."""
    if not finding.text:
        return theme.glyphs.caret
    if not finding.text.strip():
        return theme.blanks(finding.text)
    return theme.prose(finding.text.strip(), QUOTE)


def suggestions(finding: Finding, theme: Theme) -> str:
    """The texts to stand in its place, in order of preference; "" where there are none."""
    return " / ".join(_suggestion(text, theme) for text in finding.suggestions)


def _suggestion(text: str, theme: Theme) -> str:
    if not text:
        return "(delete)"
    return theme.prose(text.strip()) if text.strip() else theme.blanks(text)


def set_notes(
    notes: Sequence[Note], told: Told, theme: Theme, left: int, digits: int, source: Source | None = None
) -> Iterator[Text]:
    """Lines of the notes, `left` blanks before them, numbers in a column of `digits` cells; the words of the
    source below, where there is one."""
    for note in notes:
        severity = note.finding.severity
        style = theme.severity(severity)
        first = Text.assemble(
            " " * left,
            (f"{note.number:>{digits}}", mixed(style, BOLD)),
            " ",
            (theme.sign(severity), style),
            " ",
            (f"{severity.value:<{_SEVERITY_CELLS}}", style),
            "  ",
        )
        yield from _note(note.finding, told.before(note), first, theme)
        yield from beside(note.finding, source, theme, first.cell_len)


def _note(finding: Finding, as_note: int | None, first: Text, theme: Theme) -> Iterator[Text]:
    indent, width = first.cell_len, theme.width
    better = Text(suggestions(finding, theme), BOLD)
    arrow = Text(f"{theme.glyphs.gives} ", ARROW)
    head = Text(quoted(finding, theme), theme.severity(finding.severity))
    tail = Text("" if as_note is None else f"  as\xa0note\xa0{as_note}", DIM)
    whole = Text.assemble(head, " ", arrow, better, tail) if better else Text.assemble(head, tail)
    if not better or indent + whole.cell_len <= width:
        lines = hang(whole, width, first, indent)
    else:
        lines = hang(head, width, first, indent)
        lines += hang(better + tail, width, Text(" " * indent) + arrow, indent + arrow.cell_len)
    if as_note is not None:
        yield from lines
        return
    why = Text.assemble(theme.prose(finding.message), "  ", _signature(finding, theme))
    if russian := russian_apart(finding):
        why = Text.assemble(theme.prose(russian), (f"\xa0{theme.glyphs.long_dash} ", DIM), why)
    yield from lines
    yield from hang(why, width, Text(" " * indent), indent)


def _signature(finding: Finding, theme: Theme) -> Text:
    signature = Text(theme.exact(finding.rule), theme.rule_style(finding.rule))
    if finding.confidence is Confidence.LOW:  # asked for, so that the reader should know
        signature = Text.assemble(
            (f"{finding.confidence.value} confidence {theme.glyphs.dot} ", DIM), signature
        )
    return signature


def beside(finding: Finding, source: Source | None, theme: Theme, indent: int) -> Iterator[Text]:
    """The Russian sentence, its responsible words marked as the English ones are."""
    pieces = quotation(source, finding)
    if not pieces:
        return
    text, style = Text.assemble(("source: ", DIM)), theme.words(finding.severity)
    for words, responsible in pieces:
        shown = theme.prose(words)
        if responsible and not theme.color:
            shown = f"{theme.glyphs.open}{shown}{theme.glyphs.close}"
        text.append(shown, style if responsible else DIM)
    yield from hang(text, theme.width, Text(" " * indent), indent)
