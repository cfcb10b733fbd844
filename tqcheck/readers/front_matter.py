"""Front matter: the settings that static site generators keep at the head of a Markdown file."""

from __future__ import annotations

import re

_LINE = re.compile(r"[^\r\n]*+(?:\r\n?|\n|\Z)")
_BLANK_OR_COMMENT = re.compile(r"[^\S\r\n]*(?:#|\r|\n|\Z)")
_FIRST_ENTRY = {
    "---": re.compile(r"[\w\"'.-][^:\r\n]{0,200}:(?:\s|\Z)|- "),
    "+++": re.compile(r"[\w\"'.-][^=\r\n]{0,200}=|\["),
}
_CLOSING = {"---": ("---", "..."), "+++": ("+++",)}


def front_matter_end(text: str) -> int:
    """The offset where YAML (---) or TOML (+++) front matter ends, its closing line included; 0 without one.

    A rule at the head of an article is no front matter: its first entry must look like one.
    """
    fence = text[:3]
    first = _LINE.match(text)
    if fence not in _CLOSING or first is None or first[0].rstrip() != fence:
        return 0
    position, seen_entry = first.end(), False
    while position < len(text) and (line := _LINE.match(text, position)):
        if line[0].rstrip() in _CLOSING[fence]:
            return line.end()
        if not seen_entry and not _BLANK_OR_COMMENT.match(line[0]):
            if not _FIRST_ENTRY[fence].match(line[0]):
                return 0
            seen_entry = True
        position = line.end()
    return 0
