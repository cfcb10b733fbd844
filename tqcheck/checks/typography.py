"""Punctuation that came over from the Russian. What a regular expression can tell stands in
entities/data/rules/typography.yaml; here are the quotation marks, which must be paired."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from itertools import pairwise

from tqcheck.checks.coded import Fix, Spot, open_coded
from tqcheck.checks.seen import CONTROLS, INVISIBLE
from tqcheck.model import Document, Opened, Progress, Span
from tqcheck.settings import Settings
from tqcheck.typed import NamedTuple

NAME = "typography"
_FAR = 12
"""Paragraphs that a quotation may run over."""
_NEAR = 3
"""Paragraphs in which a single quotation mark is looked for its fellow."""
_LONG = 400
"""Code points of a quotation that is looked through for its beginning."""
_MARK = re.compile('["“”]')
_NOT_SHOWN = f"[{INVISIBLE}]+"
_HIDDEN = (
    rf"(?<![A-Za-z])[A-Za-z]++(?:[{INVISIBLE}]++[A-Za-z]++)++(?:[{CONTROLS}]++[A-Za-z]*+)*+"
    rf"|(?<![^\W_])[^\W_]++[{CONTROLS}]++[^\W_]*+"
    rf"|(?<![^\W_])(?<![{CONTROLS}])[{CONTROLS}]++[^\W_]++"
)
_MANGLED = r"[\u00c2\u00c3\u00d0\u00d1\u00e2][\x80-\x9f]"
"""What a letter of two or three bytes becomes where its bytes are taken for letters."""
_BEFORE = frozenset(" \t\n\xa0\u202f([{-–—/'‘“\"")
_AFTER = frozenset(" \t\n\xa0\u202f)]}-–—/'’”\".,:;!?…")


def open_typography(
    settings: Settings,
    progress: Progress | None = None,  # noqa: ARG001
) -> AbstractContextManager[Opened]:
    """The check of punctuation."""
    return open_coded(NAME, settings, FIXES, lambda _: (quotation_marks, invisible))


def invisible(document: Document) -> Iterator[Spot]:
    """Words with a character in them that shows nothing, or beside one that no text has on purpose."""
    if not re.search(_NOT_SHOWN, document.prose):
        return
    for found in re.finditer(_HIDDEN, document.prose):
        if re.search(_MANGLED, found[0]):
            continue  # an encoding taken for another, which leftovers tell
        hidden = sorted({*re.findall(f"[{INVISIBLE}]", found[0])})
        said = f"Here {', '.join(map(_named, hidden))}."
        yield Spot("typography.invisible", Span(*found.span()), (re.sub(_NOT_SHOWN, "", found[0]),), said)


def _named(character: str) -> str:
    """The number of a character, and its name if it has one."""
    import unicodedata

    return f"U+{ord(character):04X} {unicodedata.name(character, '')}".rstrip()


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
    prose = document.prose
    unpaired: list[Unpaired] = []
    for paragraph in document.paragraphs:
        start, end = paragraph.span.start, paragraph.span.end
        found = [mark.start() for mark in _MARK.finditer(prose, start, end)]
        marks = [Mark(at, _shape(prose, at, start, end)) for at in found]
        opens, closes = _unmatched(prose, marks)
        astray = any(mark.shape in ("stray", "unclear") for mark in marks)
        if len(marks) % 2 == 0 and (astray or opens or closes):
            sides = list(_sides(prose, marks, start, end))
            yield from sides
            astray = astray or bool(sides)
        if astray:
            opens, closes = (), ()
        leads = bool(marks) and marks[0].at == start
        unpaired.append(Unpaired(opens, closes, leads))
    for i, one in enumerate(unpaired):
        yield from _fellowless(document, unpaired, i, one)
    if any(one.opens or one.closes or one.leads for one in unpaired):
        yield from _single_lead(document)


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
        before = re.search(r"[\w.,!?%)’'-]*\s*$", prose[max(start, mark.at - 40) : mark.at])
        after = re.match(r"\s*[\w’'-]*", prose[mark.at + 1 : min(end, mark.at + 40)])
        left, right = before[0] if before else "", after[0] if after else ""
        glued = mark.shape != "stray"
        if expected == "opens":
            first, last = (len(left), len(right)) if glued else (0, len(right))
            text = (f"{left} " if glued else "") + f'"{right.lstrip()}'
        else:
            first, last = (len(left), len(right)) if glued else (len(left), 0)
            text = f'{left.rstrip()}"' + (f" {right}" if glued else "")
        yield Spot("typography.quote-side", Span(mark.at - first, mark.at + 1 + last), (text,))


def _opens_speech(prose: str, at: int) -> bool:
    """Whether a mark stands after a colon or a dash and before a capital."""
    return prose[at + 1 : at + 2].isupper() and prose[max(0, at - 9) : at].rstrip()[-1:] in (
        ":",
        "-",
        "–",
        "—",
    )


def _fellowless(document: Document, unpaired: Sequence[Unpaired], i: int, one: Unpaired) -> Iterator[Spot]:
    """Faults of one paragraph. A mark that opens it or follows a colon may be of a speech that goes on in the
    next, and one after a genitive is a slip for an apostrophe."""
    prose = document.prose
    following = unpaired[i + 1 : i + 1 + _FAR]
    runs_on = bool(following) and (following[0].leads or any(other.closes for other in following))
    if not runs_on:
        for mark in one.opens[1:] if one.leads else one.opens:
            word = re.match(r"[\w’'-]*", prose[mark.at + 1 : mark.at + 40])
            length = len(word[0]) if word else 0
            if length and not prose[max(0, mark.at - 3) : mark.at].rstrip().endswith(":"):
                text = prose[mark.at + 1 : mark.at + 1 + length]
                yield Spot("typography.unbalanced-quote", Span(mark.at, mark.at + 1 + length), (text,))
    if any(other.opens for other in unpaired[max(0, i - _FAR) : i]):
        return
    start = document.paragraphs[i].span.start
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
            yield Spot("typography.unbalanced-quote", Span(mark.at - len(word[0]), mark.at + 1), (word[0],))


def _speech(match: re.Match[str]) -> tuple[str, ...]:
    end = match["end"]
    if end == ",":
        return (",",)
    quote = next(c for c in end if c in '"”»')
    stop = next((c for c in end if c in "!?"), ",")
    return (stop + quote,)


def _curly(match: re.Match[str]) -> tuple[str, ...]:
    if match["word"]:
        return (f"{match['glued']} “{match['word']}" if match["glued"] else f"“{match['word']}",)
    return (f"{match['last']}”" + (f" {match['after']}" if match["after"] else ""),)


FIXES: dict[str, Fix] = {
    "typography.curly-side": _curly,
    "typography.speech-dash": _speech,
}
