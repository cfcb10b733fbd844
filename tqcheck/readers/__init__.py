"""Files, bytes and strings → Documents.

To add a format: write a module with `read(text) -> (prose, paragraphs)`, and name it in READERS and its
suffixes in SUFFIXES. `prose` is as long as `text` and has the same line breaks; what is not prose is spaces.
Bilingual formats stand in `paired`, those whose text must be taken out of the file in `extracted`.
"""

from __future__ import annotations

import stat
from collections.abc import Callable, Sequence
from pathlib import Path

from tqcheck.model import Document, InputError, Paragraph
from tqcheck.readers import extracted, paired
from tqcheck.readers.encoding import decode

__all__ = ["READERS", "SUFFIXES", "contents", "format_of", "read_bytes", "read_file", "read_text"]

Reader = Callable[[str], tuple[str, tuple[Paragraph, ...]]]


def _text(text: str) -> tuple[str, tuple[Paragraph, ...]]:
    from tqcheck.readers.text import read

    return read(text)


def _markdown(text: str) -> tuple[str, tuple[Paragraph, ...]]:
    from tqcheck.readers.markdown import read

    return read(text)


READERS: dict[str, Reader] = {"text": _text, "markdown": _markdown}
"""Each imports its module when there is such a text to read."""

SUFFIXES: dict[str, str] = {
    ".txt": "text",
    ".text": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".mdown": "markdown",
}
"""Format by lower-case suffix. Folders are searched for these; any other file given is plain text."""


def format_of(path: str | Path) -> str:
    """The format a file's name tells; "text" where it tells none."""
    suffix = Path(path).suffix.lower()
    return SUFFIXES.get(suffix) or paired.SUFFIXES.get(suffix) or extracted.SUFFIXES.get(suffix, "text")


def read_file(
    path: Path, shown_as: str | None = None, format: str | None = None, fields: Sequence[str] = ()
) -> Document:
    """The document in a file. `shown_as` is its name in reports; the format is by its suffix if not given;
    `fields` name those that hold texts, in formats with fields.

    Raises InputError for whatever cannot be read as a text: see `decode` and the operating system's reasons.
    """
    name = shown_as if shown_as is not None else str(path)
    return read_bytes(contents(path, name), name, format, fields)


def read_bytes(data: bytes, path: str, format: str | None = None, fields: Sequence[str] = ()) -> Document:
    """The document in the bytes of a file or of standard input; the format is by `path` if not given."""
    format = format or format_of(path)
    if format == extracted.WORD:
        return extracted.read_word(data, path)
    decoded, encoding = decode(data, path, markup=format in paired.FORMATS or format in extracted.FORMATS)
    return _document(decoded, path, format, encoding, fields)


def read_text(text: str, path: str = "<text>", format: str = "text", fields: Sequence[str] = ()) -> Document:
    """The document in a string. Raises InputError where it holds nothing to check."""
    if not text or text.isspace():
        raise InputError(path, "is empty: nothing to check")
    return _document(text, path, format, "utf-8", fields)


def _document(text: str, path: str, format: str, encoding: str, fields: Sequence[str]) -> Document:
    if format in paired.FORMATS:
        return paired.read(text, path, format, encoding)
    if format in extracted.FORMATS:
        return extracted.read(text, path, format, encoding, fields)
    reader = READERS.get(format)
    if reader is None:
        known = ", ".join((*READERS, *extracted.FORMATS, *paired.FORMATS))
        raise InputError(path, f'has the unknown format "{format}"; known are {known}')
    prose, paragraphs = reader(text)
    if not paragraphs:
        raise InputError(path, "holds no prose: nothing to check")
    return Document(path, text, prose, paragraphs, encoding, format)


def contents(path: Path, shown_as: str | None = None) -> bytes:
    """The bytes of a regular file. A pipe or device is refused before it is opened, for that could block."""
    name = shown_as if shown_as is not None else str(path)
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise InputError(name, "is a folder, not a file")
        if not stat.S_ISREG(mode):
            raise InputError(name, "is not a regular file but a device, pipe or socket")
        return path.read_bytes()
    except FileNotFoundError:
        raise InputError(name, "does not exist") from None
    except PermissionError:
        raise InputError(name, "cannot be read: permission denied") from None
    except (OSError, ValueError) as error:  # ValueError: a null character in the name.
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise InputError(name, f"cannot be read: {reason}") from None
    except MemoryError:
        raise InputError(name, "cannot be read: it is larger than the memory") from None
