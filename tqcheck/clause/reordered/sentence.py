"""The pieces of a sentence said anew, as text."""

from __future__ import annotations

from collections.abc import Sequence

from tqcheck.clause.reading.clause import Clause
from tqcheck.clause.reading.lexicon import tags
from tqcheck.clause.reading.line import Line, word_lists
from tqcheck.clause.reordered.pieces import Piece
from tqcheck.model import Finding
from tqcheck.rulebook.articles import with_article
from tqcheck.rulebook.tokens import Tokens

_NO_SPACE = frozenset((",", ".", "!"))


def as_sentence(clause: Clause, pieces: Sequence[Piece], findings: Sequence[Finding] = ()) -> str:
    """The pieces as a sentence, with what is suggested for findings in them; "" where one stands in none."""
    said, left = "", list(findings)
    for piece in pieces:
        words = piece if isinstance(piece, str) else piece_text(clause, piece, left)
        if words.partition(" ")[0] == said.rpartition(" ")[2]:
            words = words.partition(" ")[2]  # "for | for the second day", as is suggested
        said += words if words[:1] in _NO_SPACE or not said else f" {words}"
    said = " ".join(said.split())
    return "" if left else capital(said)


def capital(text: str) -> str:
    """With a capital letter at its start."""
    return f"{text[:1].upper()}{text[1:]}"


def piece_text(clause: Clause, piece: range, left: list[Finding]) -> str:
    """The text of tokens, with the suggestions for the findings in it, which are taken from those `left`."""
    tokens: Tokens = clause.tokens
    start, end = tokens.starts[piece.start], tokens.ends[piece.stop - 1]
    text = tokens.text[start:end]
    for finding in sorted(left, key=lambda finding: finding.span.start, reverse=True):
        if start <= finding.span.start and finding.span.end <= end:
            at, to = finding.span.start - start, finding.span.end - start
            reach, words = with_article(text[:at], text[at:to], finding.suggestions[0])
            text = f"{text[: at - reach]}{words}{text[to:]}"
            left.remove(finding)
    if piece.start > 0 or len(piece) == len(clause.keys) or keeps_capital(text):
        return text
    return f"{text[0].lower()}{text[1:]}"


def keeps_capital(text: str) -> bool:
    """Whether the first word has its capital within a sentence, too: a name, the start of one, letters."""
    line = Line(Tokens(text), word_lists())
    if line.among(0, "closed", "numeral"):
        return False
    word = line.tokens.words[0]
    if not tags(line.keys[0], guess=False) or line.is_nation(0) or word[:2].isupper():
        return True
    if line.among(0, "place", "given", "month"):
        return True
    return len(line.keys) > 1 and line.capital[1] and not line.among(0, "title", "someone")
