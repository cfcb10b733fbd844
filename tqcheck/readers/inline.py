"""Markup within a stretch of Markdown or HTML: what of it is no prose, and where it breaks lines on purpose.

One pass from left to right, linear whatever the text: what a construct could look for again and again to
the end of the text (a closing backtick, the end of a comment or script) is looked up or known to be absent.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Collection
from functools import cached_property

from tqcheck.readers.masking import URL, url_length
from tqcheck.segment.words import html_tags

_SPECIAL = re.compile(
    r"\\|`++|\*++|_++|~~++|!?\[|\]|<|&|  (?=[\r\n])|(?<![^\W_])(?:https?://|ftp://|www\.)", re.IGNORECASE
)
_SPECIAL_HTML = re.compile(r"<|&|(?<![^\W_])(?:https?://|ftp://|www\.)", re.IGNORECASE)
_ESCAPABLE = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
_BACKTICKS = re.compile(r"`++")
_TARGET = re.compile(
    r"""\(\s*+
    (?:<[^<>\r\n]{0,4000}+> | (?!<)(?:[^\s()\\]|\\.|\((?:[^\s()\\]|\\.|\((?:[^\s()\\]|\\.)*+\))*+\))*+)
    (?:\s++(?:"(?:[^"\\]|\\.)*+"|'(?:[^'\\]|\\.)*+'|\((?:[^()\\]|\\.)*+\)))?+
    \s*+\)""",
    re.VERBOSE | re.DOTALL,
)
_LABEL = re.compile(r"\[([^\[\]]{0,999})\]")
_FOOTNOTE = re.compile(r"\[\^[^\[\]\s]{1,100}\]")
_LEAD = re.compile(r"\s*+(\[[ xX]\](?=\s)|\[\^[^\[\]\s]{1,100}\]:)")  # A task's box, a footnote's mark.
_AUTOLINK = re.compile(r"<(?:[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*+|[^\s<>@]{1,64}@[^\s<>@]{1,255})>")
_TAG = re.compile(r"</?([A-Za-z][A-Za-z0-9-]*+)(?:[\s/](?:[^<>\"']|\"[^\"]{0,4000}\"|'[^']{0,4000}')*+)?>")
_DECLARATION = re.compile(r"<![A-Za-z][^<>]{0,4000}>")
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_ENCLOSED = (("<!--", "-->"), ("<?", "?>"), ("<![CDATA[", "]]>"))


class Inline:
    """The scan of one stretch: `blanks` are spans of it that are no prose, `breaks` where lines end.

    `references` are the names of link definitions, as `normalised` gives them; `markdown` is false in HTML.
    """

    def __init__(self, text: str, references: Collection[str] = (), markdown: bool = True) -> None:
        self.blanks: list[tuple[int, int]] = []
        self.breaks: list[int] = []
        self._text = text
        self._references = references
        self._open: list[tuple[int, int]] = []
        self._last_bracket = -1
        self._absent: set[str] = set()
        special = _SPECIAL if markdown else _SPECIAL_HTML
        position = 0
        if markdown and (lead := _LEAD.match(text)):
            position = self._blank(*lead.span(1))
        while found := special.search(text, position):
            handle = _HANDLERS.get(text[found.start()], Inline._address)
            position = handle(self, found)

    def _blank(self, start: int, end: int) -> int:
        self.blanks.append((start, end))
        return end

    def _escape(self, found: re.Match[str]) -> int:
        start = found.start()
        after = self._text[start + 1 : start + 2]
        if after in _ESCAPABLE and after:
            self._blank(start, start + 1)
            return start + 2
        if after in ("\n", "\r"):
            self._blank(start, start + 1)
            self.breaks.append(start + 1)
        return start + 1

    def _hard_break(self, found: re.Match[str]) -> int:
        self.breaks.append(found.end())
        return found.end()

    @cached_property
    def _ticks(self) -> dict[int, list[int]]:
        """Offsets of runs of backticks by their length."""
        runs: dict[int, list[int]] = {}
        for run in _BACKTICKS.finditer(self._text):
            runs.setdefault(len(run[0]), []).append(run.start())
        return runs

    def _code(self, found: re.Match[str]) -> int:
        start, length = found.start(), len(found[0])
        runs = self._ticks.get(length, [])
        closing = bisect_right(runs, start)
        return self._blank(start, runs[closing] + length) if closing < len(runs) else found.end()

    def _emphasis(self, found: re.Match[str]) -> int:
        before = self._text[found.start() - 1 : found.start()]
        after = self._text[found.end() : found.end() + 1]
        in_word = found[0][0] == "_" and before.isalnum() and after.isalnum()
        if not in_word and (before.strip() or after.strip()):
            self._blank(*found.span())
        return found.end()

    def _strike(self, found: re.Match[str]) -> int:
        return self._blank(*found.span())

    def _bracket(self, found: re.Match[str]) -> int:
        if found[0] == "[" and (note := _FOOTNOTE.match(self._text, found.start())):
            return self._blank(*note.span())
        self._open.append(found.span())
        self._last_bracket = found.end() - 1
        return found.end()

    def _close(self, found: re.Match[str]) -> int:
        at = found.start()
        innermost, self._last_bracket = self._last_bracket, at
        if not self._open:
            return at + 1
        start, end = self._open.pop()
        if target := _TARGET.match(self._text, at + 1):
            self._blank(start, end)
            return self._blank(at, target.end())
        if not self._references:
            return at + 1
        label = _LABEL.match(self._text, at + 1)
        own = self._text[end:at] if innermost == end - 1 and at - end < 1000 else ""
        if label and normalised(label[1] or own) in self._references:
            self._blank(start, end)
            return self._blank(at, label.end())
        if own and normalised(own) in self._references:
            self._blank(start, end)
            return self._blank(at, at + 1)
        return at + 1

    def _angle(self, found: re.Match[str]) -> int:
        text, start = self._text, found.start()
        for opening, closing in _ENCLOSED:
            if text.startswith(opening, start):
                end = -1 if closing in self._absent else text.find(closing, start + len(opening))
                if end < 0:
                    self._absent.add(closing)
                    return self._blank(start, start + len(opening))
                return self._blank(start, end + len(closing))
        if simple := _AUTOLINK.match(text, start) or _DECLARATION.match(text, start):
            return self._blank(*simple.span())
        tag = _TAG.match(text, start)
        if not tag:
            return start + 1
        name = tag[1].lower()
        if name in html_tags()["breaking"]:
            self.breaks.append(start)
        if (
            name in html_tags()["no_prose"]
            and text[start + 1] != "/"
            and not tag[0].endswith("/>")
            and name not in self._absent
        ):
            if end_tag := re.compile(rf"</{name}\s*+>", re.IGNORECASE).search(text, tag.end()):
                return self._blank(start, end_tag.end())
            self._absent.add(name)
        return self._blank(*tag.span())

    def _entity(self, found: re.Match[str]) -> int:
        entity = _ENTITY.match(self._text, found.start())
        return self._blank(*entity.span()) if entity else found.end()

    def _address(self, found: re.Match[str]) -> int:
        url = re.compile(URL).match(self._text, found.start())
        return self._blank(found.start(), found.start() + url_length(url[0])) if url else found.end()


_HANDLERS: dict[str, Callable[[Inline, re.Match[str]], int]] = {
    "\\": Inline._escape,
    "`": Inline._code,
    "*": Inline._emphasis,
    "_": Inline._emphasis,
    "~": Inline._strike,
    "!": Inline._bracket,
    "[": Inline._bracket,
    "]": Inline._close,
    "<": Inline._angle,
    "&": Inline._entity,
    " ": Inline._hard_break,
}


def normalised(label: str) -> str:
    """A reference's name as link definitions are compared: case and runs of white space do not matter."""
    return " ".join(label.split()).casefold()
