"""Bilingual files: a document and its Russian from one file, unit by unit.

To add a format: write a module with `read(text, path) -> list[Unit]`, and name it in FORMATS and its suffixes
in SUFFIXES.
"""

from __future__ import annotations

from collections.abc import Callable

from tqcheck.model import Document, InputError
from tqcheck.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from tqcheck.readers.paired.units import Unit

__all__ = ["FORMATS", "SUFFIXES", "read"]


def _xliff(text: str, path: str) -> list[Unit]:
    from tqcheck.readers.paired.xliff import read

    return read(text, path)


def _tmx(text: str, path: str) -> list[Unit]:
    from tqcheck.readers.paired.tmx import read

    return read(text, path)


def _po(text: str, path: str) -> list[Unit]:
    from tqcheck.readers.paired.po import read

    return read(text, path)


def _table(text: str, path: str) -> list[Unit]:
    from tqcheck.readers.paired.table import read

    return read(text, path)


FORMATS: dict[str, Callable[[str, str], list[Unit]]] = {
    "xliff": _xliff,
    "tmx": _tmx,
    "po": _po,
    "table": _table,
}

SUFFIXES: dict[str, str] = {
    ".xlf": "xliff",
    ".xliff": "xliff",
    ".tmx": "tmx",
    ".po": "po",
    ".csv": "table",
    ".tsv": "table",
}
"""Format by lower-case suffix. Folders are not searched for these: they hold other things too."""


def read(text: str, path: str, format: str, encoding: str) -> Document:
    """The document of a bilingual file, with its source. Raises InputError, and RussianMissing."""
    from tqcheck.readers.paired.units import document_of

    units = FORMATS[format](text, path)
    if not any(unit.english for unit in units):
        raise InputError(path, "holds no English: nothing to check")
    return document_of(text, path, units)._replace(encoding=encoding, format=format)
