"""Changes on offer to an editor."""

from __future__ import annotations

from lsprotocol.types import PositionEncodingKind, TextEdit

from tqcheck import check_text
from tqcheck.lsp.positions import Positions
from tqcheck.lsp.present import actions
from tqcheck.model import Span


def test_an_article_before_the_words_found_goes_with_the_suggestion() -> None:
    text = "The firm filed an application for participation in the procurement."
    [checked] = check_text(text).documents
    positions = Positions(checked.document, PositionEncodingKind.Utf32)
    edits = [
        edit
        for action in actions(checked, Span(0, len(text)), positions, "file:///a.txt")
        if action.edit and action.edit.changes
        for edit in action.edit.changes["file:///a.txt"]
        if isinstance(edit, TextEdit)
    ]
    assert (edits[0].range.start.character, edits[0].new_text) == (15, "a bid")
