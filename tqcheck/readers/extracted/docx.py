"""Word documents (.docx): their paragraphs in the order of the text.

Read with python-docx (the extra `docx`). A line of the document's text is a paragraph of the body, empty ones
included, so that a line's number is the paragraph's.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from tqcheck.model import Document, InputError, Origin, Paragraph, SegmentKind
from tqcheck.readers.masking import blank_addresses
from tqcheck.segment import headlines, paragraph, trimmed

MOST_BYTES = 200_000_000
MOST_XML = 50_000_000
"""Bytes of all parts but pictures, fonts and embedded files: the text of several thick books."""
MOST_PARTS = 5_000
_MEDIA = ("word/media/", "word/embeddings/", "word/fonts/")
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_DROPPED = frozenset({f"{_W}del", f"{_W}moveFrom", f"{_W}instrText", f"{_W}delText", _FALLBACK})
_READS = {f"{_W}tab": "\t", f"{_W}br": " ", f"{_W}cr": " ", f"{_W}noBreakHyphen": "‑", f"{_W}softHyphen": ""}
_BREAK = re.compile(r"[\r\n]+")
_ENTITIES = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)


def read(data: bytes, path: str) -> Document:
    """The document of a Word file. Raises InputError for what is no such file, or is not harmless."""
    body = opened(data, path).element.body
    parts: list[str] = []
    stretches, titled = [], []
    length = 0
    for element, runs in paragraphs(body):
        text = "".join(reading for _, reading in runs)
        stretches.append((length, length + len(text)))
        titled.append(_is_heading(element))
        parts.append(text + "\n")
        length += len(text) + 1
    text = "".join(parts)
    prose = blank_addresses(text)
    trim = [(f, title) for s, title in zip(stretches, titled, strict=True) if (f := trimmed(prose, *s))]
    titles = {stretch for stretch, title in trim if title} or headlines(prose, [[s] for s, _ in trim])
    made: list[Paragraph] = []
    for stretch, _ in trim:
        kind = SegmentKind.HEADLINE if stretch in titles else SegmentKind.SENTENCE
        if one := paragraph(prose, [stretch], [kind]):
            made.append(one)
    if not made:
        raise InputError(path, "holds no prose: nothing to check")
    units = tuple((start, f"paragraph {i}") for i, (start, _) in enumerate(stretches, 1))
    return Document(path, text, prose, tuple(made), "", "docx", origin=Origin("", (), units))


def opened(data: bytes, path: str) -> Any:
    """python-docx's document. Raises InputError, also without the extra."""
    try:
        import docx
    except ImportError:
        raise InputError(
            path, "is a Word document, for which this needs: pip install 'tqcheck[docx]'"
        ) from None
    _require_harmless(data, path)
    try:
        document = docx.Document(BytesIO(data))
        sound = document.element.body is not None
    except (KeyError, ValueError, OSError, zipfile.BadZipFile, SyntaxError) as error:
        raise InputError(path, f"is no Word document that can be read: {error}") from None
    except (AttributeError, TypeError, AssertionError, RecursionError):  # python-docx trusts its parts
        sound = False
    if not sound:
        raise InputError(path, "is no Word document that can be read: its parts do not belong together")
    return document


def _require_harmless(data: bytes, path: str) -> None:
    """Refuses archives that unpack to more than they should, and XML that declares entities."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            parts = archive.infolist()
            if len(parts) > MOST_PARTS:
                raise InputError(path, f"has more than {MOST_PARTS:,} parts: refused")
            xml = [part for part in parts if not part.filename.startswith(_MEDIA)]
            for some, most in ((parts, MOST_BYTES), (xml, MOST_XML)):
                if sum(part.file_size for part in some) > most:
                    raise InputError(path, f"would unpack to more than {most:,} bytes: refused")
            if not any(part.filename.startswith("word/") for part in parts):
                raise InputError(path, "is a zip archive, but no Word document")
            for part in xml:
                # UTF-16 has a null byte beside each letter.
                if _ENTITIES.search(archive.read(part).replace(b"\0", b"")):
                    raise InputError(path, f"declares entities in {part.filename}: refused")
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, zlib.error) as error:
        raise InputError(path, f"is no Word document that can be read: {error}") from None


def paragraphs(body: Any) -> Iterator[tuple[Any, list[tuple[Any, str]]]]:
    """Each paragraph's element in order, tables and text boxes included, with its runs as they read."""
    for element in body.iter(f"{_W}p"):
        if not any(above.tag in _DROPPED for above in element.iterancestors()):
            yield element, list(_runs(element))


def _runs(element: Any) -> Iterator[tuple[Any, str]]:
    for child in element:
        if child.tag == f"{_W}r":
            yield child, "".join(_readings(child))
        elif child.tag not in _DROPPED and child.tag != f"{_W}p":
            yield from _runs(child)


def _readings(run: Any) -> Iterator[str]:
    for child in run:
        if child.tag == f"{_W}t":
            yield _BREAK.sub(" ", child.text or "")
        elif child.tag in _READS:
            yield _READS[child.tag]


def _is_heading(element: Any) -> bool:
    style = element.find(f"{_W}pPr/{_W}pStyle")
    name = style.get(f"{_W}val", "") if style is not None else ""
    return name.lower().startswith(("heading", "title"))
