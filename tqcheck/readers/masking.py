"""Blanking what is not prose: every character but a line break becomes a space, so offsets stay."""

from __future__ import annotations

import re
from collections.abc import Iterable

_VISIBLE = re.compile(r"[^\r\n]")
_URL = re.compile(r"(?<![\w@])(?:(?:https?|ftp)://|www\.)[^\s<>\"“”«»]{1,2000}+", re.IGNORECASE)
_MAIL_HOST = re.compile(r"@[\w-]{1,63}+(?:\.[\w-]{1,63}+)++")
_MAIL_NAME = re.compile(r"[\w.+-]{1,64}\Z")
_TRAILING = ".,;:!?…'’*_)]}"


def blank(text: str) -> str:
    """The stretch with every character but line breaks made a space."""
    return _VISIBLE.sub(" ", text) if "\n" in text or "\r" in text else " " * len(text)


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


def addresses(text: str) -> list[tuple[int, int]]:
    """Spans of web and e-mail addresses, ascending; punctuation that ends a sentence is no part of them."""
    found: list[tuple[int, int]] = []
    if "://" in text or "www." in text.lower():
        found += [(url.start(), url.start() + _address_length(url[0])) for url in _URL.finditer(text)]
    for host in _MAIL_HOST.finditer(text) if "@" in text else ():
        name = _MAIL_NAME.search(text[max(0, host.start() - 64) : host.start()])
        if name:
            found.append((host.start() - len(name[0]), host.start() + len(host[0].rstrip("."))))
    return sorted(found)


def blank_addresses(text: str) -> str:
    """The text with web and e-mail addresses blanked."""
    return blank_spans(text, addresses(text))


def _address_length(url: str) -> int:
    """Length without trailing punctuation; a closing bracket stays where the address opened one."""
    end = len(url)
    while end and url[end - 1] in _TRAILING:
        if url[end - 1] == ")" and "(" in url[:end]:
            break
        end -= 1
    return end
