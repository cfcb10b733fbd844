"""A unified diff of one text, for eyes, `patch` and `git apply`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher, unified_diff

from rich.text import Text

from tqcheck.writers.places import repository_path
from tqcheck.writers.theme import BAD, BOLD, DIM, GOOD
from tqcheck.writers.visible import visible

_LINE = re.compile(r"[^\n]*\n|[^\n]+\Z")
_WORD = re.compile(r"\w+|\s+|.")
_STYLES = {"+++": BOLD, "---": BOLD, "@@ ": DIM, "+": "green", "-": "red"}
_NO_END = "\\ No newline at end of file\n"
_AROUND = 60
"""Characters of a long line that are shown on either side of a change."""


def diff(path: str, old: str, new: str) -> str:
    """The change from old to new, "" where there is none. Only \\n ends a line, as `patch` has it.

    The path is relative to the working directory where it lies in it, else to the root.
    """
    path = repository_path(path).lstrip("/")
    lines = unified_diff(_LINE.findall(old), _LINE.findall(new), f"a/{path}", f"b/{path}")
    return "".join(line if line.endswith("\n") else f"{line}\n{_NO_END}" for line in lines)


def render_diff(text: str, width: int) -> Iterator[Text]:
    """The diff for a terminal: colours, changed words in bold, control characters spelled out.

    Of changed lines longer than `width` only what stands around the changes, since a paragraph is one line.
    """
    removed: list[str] = []
    added: list[str] = []
    for line in [*text.splitlines(), "@@ "]:
        if line[:1] in "-+" and line[:3] not in ("---", "+++"):
            (removed if line[0] == "-" else added).append(line[1:])
            continue
        if len(removed) == len(added):
            for old, new in zip(removed, added, strict=True):
                yield from _changed(old, new, width)
        else:
            yield from (_plain(f"-{line}") for line in removed)
            yield from (_plain(f"+{line}") for line in added)
        removed, added = [], []
        if line != "@@ ":
            yield _plain(line, width)


def _plain(line: str, width: int = 0) -> Text:
    style = next((style for start, style in _STYLES.items() if line.startswith(start)), None)
    text = Text(visible(line), style or "")
    if width and len(text) > width:
        text.truncate(width, overflow="ellipsis")
    return text


def _changed(old: str, new: str, width: int) -> Iterator[Text]:
    """A line before and after, its changes in bold."""
    before, after = _WORD.findall(old), _WORD.findall(new)
    same = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    for sign, words in (("-", before), ("+", after)):
        strong = BAD if sign == "-" else GOOD
        text = Text(sign, _STYLES[sign])
        long = sum(map(len, words)) > width
        for i, code in enumerate(same):
            start, end = (code[1], code[2]) if sign == "-" else (code[3], code[4])
            piece, equal = "".join(words[start:end]), code[0] == "equal"
            if equal and long:
                piece = _shortened(piece, first=i == 0, last=i == len(same) - 1)
            text.append(visible(piece), None if equal else strong)
        yield text


def _shortened(text: str, first: bool, last: bool) -> str:
    head = "" if first else text[:_AROUND]
    tail = "" if last else text[-_AROUND:]
    return text if len(head) + len(tail) >= len(text) else f"{head}…{tail}"
