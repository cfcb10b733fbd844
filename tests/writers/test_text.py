"""Words with styles: what is put together, cut apart, and given to rich."""

from __future__ import annotations

from rich import cells
from rich.text import Text as RichText

from tqcheck.writers.text import Text, cell_len, mixed
from tqcheck.writers.theme import UNICODE


def test_parts_keep_their_styles() -> None:
    text = Text.assemble("a ", ("bold", "bold"), Text(" red", "red", [(1, 2, "dim")]))
    assert text.plain == "a bold red"
    assert text.spans == [(2, 6, "bold"), (6, 10, "red"), (7, 8, "dim")]


def test_what_is_added_takes_the_style_of_the_first_too() -> None:
    both = Text("a", "bold") + Text("b", "dim")
    assert (both.plain, both.style, both.spans) == ("ab", "bold", [(1, 2, "dim")])


def test_pieces_have_the_styles_of_their_words() -> None:
    text = Text("one two three", spans=[(0, 7, "bold"), (4, 13, "red"), (3, 4, "dim")])
    text.put_below("italic")
    one, two, three = text.pieces([(0, 3), (4, 7), (8, 13)])
    assert [piece.plain for piece in (one, two, three)] == ["one", "two", "three"]
    assert one.spans == [(0, 3, "italic"), (0, 3, "bold")]
    assert two.spans == [(0, 3, "italic"), (0, 3, "bold"), (0, 3, "red")]
    assert three.spans == [(0, 5, "italic"), (0, 5, "red")]


def test_a_console_gets_richs_text() -> None:
    shown = Text("a red word", "dim", [(2, 5, mixed("bold", "", "red"))]).__rich__()
    assert isinstance(shown, RichText)
    assert shown.markup == "[dim]a [bold red]red[/bold red] word[/dim]"


def test_cells_are_those_of_a_terminal() -> None:
    assert [cell_len(text) for text in ("", "abc", "слово", "│ ✓", "日本", "e\u0301")] == [0, 3, 5, 3, 4, 1]


def test_what_is_narrow_is_so_for_rich_and_all_that_pages_are_set_with_is() -> None:
    printed = [character for character in map(chr, range(0x20, 0x3000)) if character.isprintable()]
    assert [character for character in printed if cell_len(character) != cells.cell_len(character)] == []
    assert all(cell_len(glyph) == len(glyph) for glyph in UNICODE)
