"""Files whose text must be taken out of them: pages, subtitles, feeds, archives.

To add a format: write a module with `read(text, path) -> Document` that feeds an `Extract`, and name it in
FORMATS and its suffixes in SUFFIXES.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tqcheck.model import Document

__all__ = ["FORMATS", "SUFFIXES", "WORD", "read", "read_word"]

Reader = Callable[[str, str, Sequence[str]], Document]
"""(text, path, names of the fields that hold texts) → document with an origin."""


def _html(text: str, path: str, fields: Sequence[str]) -> Document:  # noqa: ARG001
    from tqcheck.readers.extracted.html import read

    return read(text, path)


def _srt(text: str, path: str, fields: Sequence[str]) -> Document:  # noqa: ARG001
    from tqcheck.readers.extracted.subtitles import read_srt

    return read_srt(text, path)


def _vtt(text: str, path: str, fields: Sequence[str]) -> Document:  # noqa: ARG001
    from tqcheck.readers.extracted.subtitles import read_vtt

    return read_vtt(text, path)


def _feed(text: str, path: str, fields: Sequence[str]) -> Document:  # noqa: ARG001
    from tqcheck.readers.extracted.feeds import read

    return read(text, path)


def _jsonl(text: str, path: str, fields: Sequence[str]) -> Document:
    from tqcheck.readers.extracted.jsonl import read

    return read(text, path, fields)


WORD = "docx"
"""The format that is no text: its reader takes the bytes of the file."""


def read_word(data: bytes, path: str) -> Document:
    """The document of a Word file. Raises InputError."""
    from tqcheck.readers.extracted.docx import read

    return read(data, path)


FORMATS: dict[str, Reader] = {"html": _html, "srt": _srt, "vtt": _vtt, "feed": _feed, "jsonl": _jsonl}

SUFFIXES: dict[str, str] = {
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".srt": "srt",
    ".vtt": "vtt",
    ".rss": "feed",
    ".atom": "feed",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".docx": WORD,
}
"""Format by lower-case suffix. Folders are not searched for these: they hold other things too."""


def read(text: str, path: str, format: str, encoding: str, fields: Sequence[str] = ()) -> Document:
    """The document of a file. Raises InputError for what is not of its format or holds no prose."""
    return FORMATS[format](text, path, fields)._replace(encoding=encoding)
