"""Plain text → blocks of lines, and whether the file is hard-wrapped."""

from __future__ import annotations

import re
from itertools import chain, pairwise

from tqcheck.segment.sentences import BREAKS, CLOSERS, TERMINALS, TRIM

Stretch = tuple[int, int]

_LINE = re.compile(rf"[^{BREAKS}]++")
_BULLET = re.compile(r"(?:[•·▪◦‣●■*–—-]|\d{1,3}[.)])\s")
_NARROWEST, _WIDEST = 30, 140


def blocks_of(prose: str) -> list[list[Stretch]]:
    """Blocks between blank lines; each is the trimmed spans of its lines."""
    blocks: list[list[Stretch]] = []
    last = -1  # Where the line before ended, line break excluded; -1 after a blank line.
    for line in _LINE.finditer(prose):
        start, end = line.span()
        text = prose[start:end]
        lead = len(text) - len(text.lstrip(TRIM))
        if lead == len(text):
            last = -1
            continue
        gap = prose[last:start] if last >= 0 else ""
        if len(gap) == 1 or gap == "\r\n":
            blocks[-1].append((start + lead, start + len(text.rstrip(TRIM))))
        else:
            blocks.append([(start + lead, start + len(text.rstrip(TRIM)))])
        last = end
    return blocks


def is_bullet(prose: str, start: int) -> bool:
    """Whether a line begins as an item of a list."""
    return _BULLET.match(prose, start) is not None


def ends_openly(text: str) -> bool:
    """Whether a line ends without the punctuation that ends a sentence."""
    bare = text.rstrip(CLOSERS)
    return not bare or bare[-1] not in TERMINALS


def is_hard_wrapped(prose: str, blocks: list[list[Stretch]]) -> bool:
    """Whether lines break where a column was full rather than where a sentence ended.

    Where they do, the first word of the next line would not have fitted on most lines, few lines end in
    terminal punctuation, and many lines begin in lower case.
    """
    pairs = list(chain.from_iterable(map(pairwise, (block for block in blocks if len(block) > 1))))
    if not pairs:
        return False
    widths = sorted(end - start for block in blocks if len(block) > 1 for start, end in block)
    width = widths[min(len(widths) - 1, len(widths) * 98 // 100)]
    if not _NARROWEST <= width <= _WIDEST:
        return False
    full = openly = lower = 0
    for (start, end), (next_start, next_end) in pairs:
        word = prose[next_start : min(next_end, next_start + width)].split(None, 1)[0]
        full += end - start + 1 + len(word) > width
        openly += ends_openly(prose[max(start, end - 10) : end])
        lower += prose[next_start].islower()
    if len(pairs) < 4:
        return openly == len(pairs) and max(full, lower) == len(pairs) and 2 * min(full, lower) >= len(pairs)
    return full >= 0.7 * len(pairs) and openly >= 0.6 * len(pairs) and lower >= 0.25 * len(pairs)


def unwrap(prose: str, block: list[Stretch]) -> list[Stretch]:
    """The lines of a hard-wrapped block joined, each item of a list by itself."""
    units = [block[0]]
    listed = is_bullet(prose, block[0][0])
    for start, end in block[1:]:
        before = units[-1]
        if is_bullet(prose, start) and (listed or not ends_openly(prose[before[0] : before[1]][-10:])):
            units.append((start, end))
        else:
            units[-1] = before[0], end
    return units
