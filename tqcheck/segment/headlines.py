"""Which stretches of a plain text are headlines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from tqcheck.segment.lines import Stretch, ends_openly, is_bullet
from tqcheck.segment.sentences import CLOSERS, OPENERS
from tqcheck.segment.words import credit_phrases, dateline_words

LONGEST_TITLE = 25
"""Words in the longest title, and in the longest line of a file of headlines."""

LONGEST_SUBHEADING = 12
"""Words in the longest heading between paragraphs."""

SHORTEST_TEASER = 5
"""Words in the shortest headline among those of other articles that follow the end of this one."""

_TOKENS = re.compile(r"[^\W\d_]+(?:\.[^\W\d_]+)*|\d+")
_PLACE = re.compile(r"[^\W\d_a-z][\w.' -]{1,30},\s")


def headlines(prose: str, blocks: list[list[Stretch]]) -> set[Stretch]:
    """The units that are headlines; each block is a list of units, which are lines or unwrapped lines.

    Four kinds: the title (the first unit of the file but for datelines: short, without final punctuation,
    with body text after it); headings within the text (a block by itself, shorter still, body text right
    after it); headlines of other articles after the last sentence; and every line of a file that holds
    nothing but headlines, final full stop or not. Datelines, credits and items of lists never are.
    """
    units = [unit for block in blocks for unit in block]
    if _is_list_of_headlines(prose, units):
        return {unit for unit in units if not is_aside(prose, *unit)}
    return {*_title(prose, units), *_subheadings(prose, blocks), *_teasers(prose, units)}


def _title(prose: str, units: Sequence[Stretch]) -> Iterator[Stretch]:
    for i, unit in enumerate(units[:3]):
        if not is_aside(prose, *unit):
            if _is_title(prose, *unit) and any(_is_body(prose, *later) for later in units[i + 1 : i + 6]):
                yield unit
            return


def _subheadings(prose: str, blocks: Sequence[list[Stretch]]) -> Iterator[Stretch]:
    for block, after in pairwise(blocks[1:]):
        heading = len(block) == 1 and _is_heading(prose, *block[0], LONGEST_SUBHEADING)
        if heading and _is_body(prose, *after[0]):
            yield block[0]


def _teasers(prose: str, units: Sequence[Stretch]) -> Iterator[Stretch]:
    """The headlines of other articles, from the last one back to the last sentence of this."""
    for unit in reversed(units[1:]):
        if is_aside(prose, *unit):
            continue
        if not _is_heading(prose, *unit, LONGEST_TITLE):
            return
        if len(prose[slice(*unit)].split()) >= SHORTEST_TEASER:
            yield unit


def is_aside(prose: str, start: int, end: int) -> bool:
    """Whether a line is an item of a list, a dateline, a credit, or holds no letter."""
    text = prose[start : min(end, start + 200)]
    return (
        is_bullet(prose, start) or _is_dateline(text) or _is_credit(text) or not any(map(str.isalpha, text))
    )


def _is_dateline(text: str) -> bool:
    if len(text) > 80:
        return False
    place = _PLACE.match(text)
    for part in (text, text[place.end() :] if place else text):
        tokens = _TOKENS.findall(part.lower())
        if any(map(str.isdigit, tokens)) and all(
            token.isdigit() or token in dateline_words() for token in tokens
        ):
            return True
    return False


def _is_credit(text: str) -> bool:
    return text.lower().lstrip(OPENERS + " ").startswith(credit_phrases())


def _is_heading(prose: str, start: int, end: int, longest: int) -> bool:
    """Whether a unit has the form of a headline of at most `longest` words."""
    if end - start > 12 * longest:
        return False
    text = prose[start:end]
    bare = text.rstrip(CLOSERS)
    if not bare or bare[-1] in ",;:-–—" or not ends_openly(text) or len(text.split()) > longest:
        return False
    first = text.lstrip(OPENERS + " ")[:2]
    return bool(first) and (not first[0].islower() or first[1:].isupper()) and not is_aside(prose, start, end)


def _is_title(prose: str, start: int, end: int) -> bool:
    """Whether the first unit is a title; a short question may be one, a full stop ends a sentence."""
    if _is_heading(prose, start, end, LONGEST_TITLE):
        return True
    return prose[end - 1] in "?!" and _is_heading(prose, start, end - 1, LONGEST_SUBHEADING)


def _is_body(prose: str, start: int, end: int) -> bool:
    """Whether a unit is running text: a finished sentence, or longer than any title."""
    text = prose[start : min(end, start + 400)]
    if len(text.split()) > LONGEST_TITLE:
        return True
    return end - start <= 400 and not ends_openly(text) and len(text.split()) >= 4


def _is_list_of_headlines(prose: str, units: list[Stretch]) -> bool:
    """Whether nearly all lines are short and most are without final punctuation; all, where they are few."""
    short = openly = headings = 0
    for start, end in units:
        text = prose[start : min(end, start + 12 * LONGEST_TITLE)]
        is_short = end - start <= 12 * LONGEST_TITLE and len(text.split()) <= LONGEST_TITLE
        short += is_short
        openly += is_short and ends_openly(text)
        headings += is_short and _is_heading(prose, start, end, LONGEST_TITLE) and len(text.split()) >= 4
    if len(units) < 5:
        return headings == len(units) > 0
    return short >= 0.95 * len(units) and openly >= 0.6 * len(units) and headings >= 0.5 * len(units)
