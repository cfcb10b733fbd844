"""Foreign text made harmless in formats that would read meaning into it."""

from __future__ import annotations

import re

from tqcheck.writers.visible import one_line

_MARKUP = re.compile(r"[\\`*_{}\[\]()<>|~$!]|://")
_BLOCK = re.compile(r"^(\s*)([-+=#]|\d+[.)])")
_MENTION = re.compile(r"[@#](?=\w)")
_TICKS = re.compile(r"`+")


def markdown(text: str) -> str:
    """One line of text that Markdown shows as it is.

    Where GitHub or GitLab would notify a user or link to an issue, a zero-width space is put in between,
    since both look for these in the finished page, past all escapes.
    """
    escaped = _MARKUP.sub(lambda m: "\\" + m[0], one_line(text)).replace("&", "&amp;")
    escaped = _BLOCK.sub(lambda m: f"{m[1]}{m[2][:-1]}\\{m[2][-1]}", escaped)
    return _MENTION.sub(lambda m: f"{m[0]}&#8203;", escaped)


def html(text: str) -> str:
    """One line of text for HTML, between tags or in an attribute between double quotes; nobody mentioned."""
    escaped = one_line(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _MENTION.sub(lambda m: f"{m[0]}&#8203;", escaped.replace('"', "&quot;"))


def code(text: str, *, cell: bool = False) -> str:
    """One line of text as a code span, in which nobody is mentioned; `cell`: inside a table."""
    text = one_line(text)
    if not text.strip():
        text = text.replace(" ", "␣") or "‸"
    longest = max((len(ticks) for ticks in _TICKS.findall(text)), default=0)
    fence = "`" * (longest + 1)
    pad = " " if text[:1] in "` " or text[-1:] in "` " else ""
    span = f"{fence}{pad}{text}{pad}{fence}"
    return span.replace("|", "\\|") if cell else span
