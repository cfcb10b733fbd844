"""Bytes of a file → text, or an InputError that says what they seem to be instead.

Known: UTF-8, UTF-16 and UTF-32 with a byte order mark, UTF-8 and UTF-16 without, and the legacy encodings of
English and Russian: Windows-1252, Windows-1251, KOI8-R. The text is without the byte order mark, so the
offset 0 is the first character after it. Line breaks stay as they are.
"""

from __future__ import annotations

import codecs
import re

from tqcheck.model import InputError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # Before UTF-16, whose mark its own begins with.
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC = (
    (b"%PDF-", "a PDF file"),
    (b"\x89PNG\r\n", "a PNG image"),
    (b"GIF87a", "a GIF image"),
    (b"GIF89a", "a GIF image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document (.doc, .xls)"),
    (b"{\\rtf", "an RTF document"),
    (b"\x7fELF", "an ELF executable"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"\xca\xfe\xba\xbe", "a Java class file"),
)
_MAGIC_WITH_NULLS = (
    (b"RIFF", "a RIFF file (WebP, WAV or AVI)"),
    (b"OggS", "an Ogg file"),
    (b"ID3", "an MP3 file"),
    (b"MZ", "a Windows program"),
)
"""Words with which an article may begin, so that a null byte must follow."""

_ZIP = b"PK\x03\x04"
_ZIPPED = (
    (b"word/", "a Word document (.docx)"),
    (b"xl/", "an Excel workbook (.xlsx)"),
    (b"ppt/", "a PowerPoint file (.pptx)"),
    (b"opendocument.text", "an OpenDocument text (.odt)"),
    (b"application/epub+zip", "an EPUB book"),
)
_MARKUP = r"(?i)\s*<(?:!doctype\s+html|html|\?xml)\b"
_CONTROLS = r"[\x00-\x06\x0e-\x1a\x1c-\x1f\x7f]"
_MOST_CONTROLS = 0.02
_HEAD = 1 << 16


_ASTRAY = 0.05
"""Most null bytes on the other side, by those on the one: a tenth of an emoji's code units has one there."""


def decode(data: bytes, path: str, *, markup: bool = False) -> tuple[str, str]:
    """The text without a byte order mark, and the name of its encoding; XML and HTML are taken for texts only
    where `markup` says so.

    Raises InputError for an empty file, a file that is no text, and bytes that do not decode; its place is
    the offset of the first offending byte ("byte 120").
    """
    if not data:
        raise InputError(path, "is empty: nothing to check")
    if kind := _not_text(data):
        raise InputError(path, f"is not a text: it seems to be {kind}")
    text, encoding = _decode(data, path)
    if not text or text.isspace():
        raise InputError(path, "is empty: nothing to check")
    _refuse_controls(text, path, "character")
    if not markup and "<" in text and (tag := re.match(_MARKUP, text)):
        raise InputError(path, f"is not a plain text: it seems to be {'XML' if '?' in tag[0] else 'HTML'}")
    return text, encoding


def encode(text: str, encoding: str, like: bytes) -> bytes:
    """The bytes of a text in the encoding that `decode` named, with the byte order mark that `like` has.

    Raises UnicodeEncodeError for a character that the encoding lacks.
    """
    mark = next((m for m, name in _BOMS if name == encoding and like.startswith(m)), b"")
    return mark + text.encode(encoding.removesuffix("-sig"))


def _not_text(data: bytes) -> str:
    """What the first bytes say the file is, or "" for anything that may be text."""
    if data.startswith(_ZIP):
        return next((kind for mark, kind in _ZIPPED if mark in data), "a zip archive")
    magics = _MAGIC + _MAGIC_WITH_NULLS if b"\0" in data[:_HEAD] else _MAGIC
    return next((kind for magic, kind in magics if data.startswith(magic)), "")


def _decode(data: bytes, path: str) -> tuple[str, str]:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _strictly(data, len(mark), encoding.removesuffix("-sig"), path), encoding
    if b"\0" in data:
        encoding = _utf16_by_nulls(data)
        if not encoding:
            place = f"byte {data.index(0)}"
            raise InputError(path, "is not a text: it seems to be binary, for it holds null bytes", place)
        return _strictly(data, 0, encoding, path), encoding
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        first = error.start
    if _is_damaged_utf8(data):
        raise InputError(
            path, "is not valid UTF-8, though most of it is: the file seems damaged", f"byte {first}"
        )
    _refuse_controls(data.decode("latin-1"), path, "byte")
    from tqcheck.readers.legacy import decode_legacy

    return decode_legacy(data, first, path)


def _strictly(data: bytes, start: int, encoding: str, path: str) -> str:
    try:
        return data[start:].decode(encoding)
    except UnicodeDecodeError as error:
        message = f"is not valid {encoding.upper()} ({error.reason})"
        raise InputError(path, message, f"byte {start + error.start}") from None


def _utf16_by_nulls(data: bytes) -> str:
    """UTF-16's name by the side on which null bytes stand, or "" where they stand on both or are rare.

    Spaces, line breaks, digits and Latin letters have a null high byte; of a Cyrillic text, a tenth.
    """
    head = data[:_HEAD]
    high, low = head[1::2].count(0), head[0::2].count(0)
    for nulls, others, encoding in ((high, low, "utf-16-le"), (low, high, "utf-16-be")):
        if nulls >= len(head) / 2 * 0.05 and others <= nulls * _ASTRAY:
            sample = head[: len(head) & ~1].decode(encoding, "replace")
            if sum(map(_is_common, sample)) >= 0.9 * len(sample):
                return encoding
    return ""


def _is_common(character: str) -> bool:
    """Whether a character belongs in an English or a Russian text."""
    return (
        character in "\t\n\r"
        or " " <= character <= "~"
        or "\xa0" <= character <= "ӿ"
        or "‐" <= character <= "₿"
    )


def _is_damaged_utf8(data: bytes) -> bool:
    """Whether more characters beyond ASCII decode as UTF-8 than do not."""
    text = data.decode("utf-8", "replace")
    bad = text.count("\ufffd") - data.count("\ufffd".encode())
    good = len(text) - bad - sum(map(text.count, map(chr, range(128))))
    return good > bad


def _refuse_controls(text: str, path: str, unit: str) -> None:
    """Raise InputError where control characters are more than an accident; ESC is none of them."""
    found = re.search(_CONTROLS, text)
    if not found:
        return
    if "\0" in text or len(re.findall(_CONTROLS, text)) / len(text) > _MOST_CONTROLS:
        place = f"{unit} {found.start()}"
        raise InputError(
            path, "is not a text: it seems to be binary, for it is full of control characters", place
        )
