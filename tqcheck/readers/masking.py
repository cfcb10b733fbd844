"""Blanking what is not prose: every character but a line break becomes a space, so offsets stay."""

from __future__ import annotations

import re
from collections.abc import Iterable

_VISIBLE = r"[^\r\n]"
URL = r"(?i)(?<![\w@])(?:(?:https?|ftp)://|www\.)[^\s<>\[\]`\"“”«»]++"
_MAIL_HOST = r"@[\w-]{1,63}+(?:\.[\w-]{1,63}+)++"
_MAIL_NAME = r"[\w.+-]{1,64}\Z"
_TRAILING = ".,;:!?…'’*_]}"


def blank(text: str) -> str:
    """The stretch with every character but line breaks made a space."""
    return re.sub(_VISIBLE, " ", text) if "\n" in text or "\r" in text else " " * len(text)


def blank_spans(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """The text with these spans, which ascend but may overlap, blanked."""
    parts: list[str] = []
    position = 0
    for start, end in spans:
        if end > position:
            start = max(start, position)
            parts += text[position:start], blank(text[start:end])
            position = end
    return "".join([*parts, text[position:]]) if parts else text


def mail_addresses(text: str) -> list[tuple[int, int]]:
    """Spans of e-mail addresses."""
    return [
        (host.start() - len(name[0]), host.end())
        for host in (re.finditer(_MAIL_HOST, text) if "@" in text else ())
        if (name := re.search(_MAIL_NAME, text[max(0, host.start() - 64) : host.start()]))
    ]


def blank_addresses(text: str) -> str:
    """The text with web and e-mail addresses blanked, but for punctuation after them."""
    found = mail_addresses(text)
    if "://" in text or "www." in text.lower():
        found += [(url.start(), url.start() + url_length(url[0])) for url in re.finditer(URL, text)]
    return blank_spans(text, sorted(found))


def url_length(url: str) -> int:
    """Length without trailing punctuation; a closing bracket stays where the address opened one."""
    last, end = "" if "(" in url else ")", len(url)
    while end and url[end - 1] in _TRAILING + last:
        end -= 1
    return end
