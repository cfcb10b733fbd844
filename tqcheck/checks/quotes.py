"""Quotation marks, which must be paired. Part of the check of punctuation."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from tqcheck.checks.coded import Spot
from tqcheck.model import Document, Span
from tqcheck.typed import NamedTuple

_FAR = 12
"""Paragraphs that a quotation may run over."""
_NEAR = 3
"""Paragraphs in which a single quotation mark is looked for its fellow."""
_LONG = 400
"""Code points of a quotation that is looked through for its beginning."""
_MARK = re.compile('["“”]')
_BEFORE = frozenset(" \t\n\xa0\u202f([{-–—/'‘“\"")
_AFTER = frozenset(" \t\n\xa0\u202f)]}-–—/'’”\".,:;!?…")


class Mark(NamedTuple):
    """A quotation mark; `shape` is what the spaces around it say: opens, closes, stray, or unclear."""

    at: int
    shape: str


class Unpaired(NamedTuple):
    """Marks of a paragraph without a fellow; `leads`: it begins with an opening mark."""

    opens: tuple[Mark, ...] = ()
    closes: tuple[Mark, ...] = ()
    leads: bool = False


def quotation_marks(document: Document) -> Iterator[Spot]:
    """Marks with the space on the wrong side, without a fellow, or with a fellow of another kind."""
    unpaired: list[Unpaired] = []
    for paragraph in document.paragraphs:
        alone, on_wrong_side = _read(document.prose, paragraph.span)
        unpaired.append(alone)
        yield from on_wrong_side
    for i, (one, paragraph) in enumerate(zip(unpaired, document.paragraphs, strict=True)):
        yield from _opening_alone(document, one, unpaired[i + 1 : i + 1 + _FAR])
        if not any(other.opens for other in unpaired[max(0, i - _FAR) : i]):
            yield from _closing_alone(document, one, paragraph.span.start)
    if any(one.opens or one.closes or one.leads for one in unpaired):
        yield from _single_lead(document)


def _read(prose: str, paragraph: Span) -> tuple[Unpaired, list[Spot]]:
    """The marks of a paragraph without a fellow, and the faults of those on the wrong side; where there are
    such, or marks of which it is not clear, none is known to lack a fellow."""
    start, end = paragraph
    found = [mark.start() for mark in _MARK.finditer(prose, start, end)]
    marks = [Mark(at, _shape(prose, at, start, end)) for at in found]
    opens, closes = _unmatched(prose, marks)
    astray = any(mark.shape in ("stray", "unclear") for mark in marks)
    paired = len(marks) % 2 == 0 and (astray or opens or closes)
    sides = list(_sides(prose, marks, start, end)) if paired else []
    leads = bool(marks) and marks[0].at == start
    return Unpaired(leads=leads) if astray or sides else Unpaired(opens, closes, leads), sides


def _single_lead(document: Document) -> Iterator[Spot]:
    """Single marks that begin a paragraph and end nowhere near, in a text that quotes by double ones."""
    for i, paragraph in enumerate(document.paragraphs):
        start, end = paragraph.span.start, paragraph.span.end
        found = re.match(
            r"['‘](?!(?:T(?:is|was|were|ill)?|Em|Cause|Mongst|Round) )([A-Z](?:[\w’']*\w)?)(?= )",
            document.prose[start:end],
        )
        following = document.paragraphs[min(i + _NEAR, len(document.paragraphs) - 1)].span.end
        if found and not re.search(r"[\w.,!?]['’](?![\w])", document.prose[start + found.end() : following]):
            opening = '"' if "“" not in document.prose else "“"
            yield Spot("typography.mixed-quotes", Span(start, start + found.end()), (opening + found[1],))


def _shape(prose: str, at: int, start: int, end: int) -> str:
    before = prose[at - 1] if at > start else " "
    after = prose[at + 1] if at + 1 < end else " "
    if prose[at] != '"':
        opens, closes = prose[at] == "“", prose[at] == "”"
    else:
        opens = before in _BEFORE and not after.isspace()
        closes = after in _AFTER and not before.isspace()
    if opens and closes and before in "([{":
        return "opens"  # ("..." or "/")
    if opens and closes:  # ("-" on one side, a stop on the other)
        return "unclear" if before in "\"'" or after in "\"'" or before in "-–—" else "closes"
    if opens or closes:
        return "opens" if opens else "closes"
    return "stray" if before.isspace() and after.isspace() else "unclear"


def _unmatched(prose: str, marks: Sequence[Mark]) -> tuple[tuple[Mark, ...], tuple[Mark, ...]]:
    opened: list[Mark] = []
    closes: list[Mark] = []
    for mark in marks:
        if mark.shape == "closes":
            if opened:
                opened.pop()
            elif not prose[mark.at - 1].isdigit():  # 5" is a measure
                closes.append(mark)
        else:
            opened.append(mark)
    return tuple(opened), tuple(closes)


def _sides(prose: str, marks: Sequence[Mark], start: int, end: int) -> Iterator[Spot]:
    """Marks whose shape is not that of their turn, where taking turns makes all of them pairs."""
    if any(mark.shape == "unclear" or prose[mark.at] != '"' for mark in marks):
        return
    if any(not prose[one.at + 1 : other.at].strip() for one, other in pairwise(marks)):
        return  # quoted words that are gone: "Type " " to leave"
    if any(mark.shape == "opens" and _opens_speech(prose, mark.at) for mark in marks[1::2]):
        return  # speech begins where its turn is to end: a mark is missing before it, not on the wrong side
    for turn, mark in enumerate(marks):
        expected = "closes" if turn % 2 else "opens"
        if mark.shape == expected or prose[max(start, mark.at - 3) : mark.at] == " . ":
            continue  # a spaced ellipsis: "go abroad . . . "
        yield _on_wrong_side(prose, mark, Span(start, end), opens=expected == "opens")


def _on_wrong_side(prose: str, mark: Mark, paragraph: Span, *, opens: bool) -> Spot:
    """A mark and the words beside it, with the space on its other side. One that has a space on either side
    is joined to the words it belongs to, and leaves those of its other side as they are."""
    before = re.search(r"[\w.,!?%)’'-]*\s*$", prose[max(paragraph.start, mark.at - 40) : mark.at])
    after = re.match(r"\s*[\w’'-]*", prose[mark.at + 1 : min(paragraph.end, mark.at + 40)])
    left, right = before[0] if before else "", after[0] if after else ""
    stray = mark.shape == "stray"
    if opens:
        left = "" if stray else left
        text = (f"{left} " if not stray else "") + f'"{right.lstrip()}'
    else:
        right = "" if stray else right
        text = f'{left.rstrip()}"' + (f" {right}" if not stray else "")
    return Spot("typography.quote-side", Span(mark.at - len(left), mark.at + 1 + len(right)), (text,))


def _opens_speech(prose: str, at: int) -> bool:
    """Whether a mark stands after a colon or a dash and before a capital."""
    before = prose[max(0, at - 9) : at].rstrip()
    return prose[at + 1 : at + 2].isupper() and before.endswith((":", "-", "–", "—"))


def _opening_alone(document: Document, one: Unpaired, following: Sequence[Unpaired]) -> Iterator[Spot]:
    """Marks that are not closed. One that opens a paragraph or follows a colon may be of a speech that goes
    on in the next."""
    prose = document.prose
    if following and (following[0].leads or any(other.closes for other in following)):
        return
    for mark in one.opens[1:] if one.leads else one.opens:
        word = re.match(r"[\w’'-]*", prose[mark.at + 1 : mark.at + 40])
        length = len(word[0]) if word else 0
        if length and not prose[max(0, mark.at - 3) : mark.at].rstrip().endswith(":"):
            yield Spot("typography.unbalanced-quote", Span(mark.at, mark.at + 1 + length), ())


def _closing_alone(document: Document, one: Unpaired, start: int) -> Iterator[Spot]:
    """Marks that nothing opens, or a single one, in the paragraph that begins at `start`. One after a
    genitive is a slip for an apostrophe."""
    prose = document.prose
    for mark in one.closes:
        since = max(start, mark.at - _LONG)
        single = re.search(r"(?<![\w’'])['‘]([\w-]+)(?![^\"]*\w['’](?!\w))[^\"]*$", prose[since : mark.at])
        if single:
            place = Span(since + single.start(), since + single.end(1))
            opening = "“" if prose[mark.at] == "”" else '"'
            yield Spot("typography.mixed-quotes", place, (opening + single[1],))
            continue
        word = re.search(r"[\w’'-]*[.,!?]?$", prose[max(start, mark.at - 40) : mark.at])
        genitive = word and word[0].endswith("s") and re.match(" [a-z]", prose[mark.at + 1 : mark.at + 3])
        if word and word[0] and not genitive:
            yield Spot("typography.unbalanced-quote", Span(mark.at - len(word[0]), mark.at + 1), ())
