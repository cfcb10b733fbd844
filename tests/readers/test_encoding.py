"""Bytes that are a text, in whichever encoding, and bytes that are none."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.archives import packed
from tqcheck.model import InputError
from tqcheck.readers import read_bytes
from tqcheck.readers.encoding import decode

ENGLISH = (
    "The minister said “we won’t go” — that’s it… Café owner Müller agreed.\r\n\r\nIt costs «5» more.\r\n"
)
RUSSIAN = "Не нужно демонизировать народ Хабаровска. Он заявил об этом в понедельник.\n"
MIXED = 'The word "передёргивание" means distortion, wrote "Комсомольская правда" on Monday.\n'
CAPITALS = "РОССИЯ И США: НОВАЯ ВОЙНА САНКЦИЙ"
EMOJI = "The crews arrived at the scene 😀.\n"


@pytest.mark.parametrize("text", [ENGLISH, RUSSIAN, MIXED, CAPITALS, EMOJI])
@pytest.mark.parametrize(
    ("written", "named"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8-sig"),
        ("utf-16", "utf-16-le"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
        ("utf-32", "utf-32-le"),
    ],
)
def test_unicode(text: str, written: str, named: str) -> None:
    assert decode(text.encode(written), "f") == (text, named)


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (ENGLISH, "cp1252"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
        (MIXED, "cp1251"),
        (MIXED, "koi8-r"),
        (CAPITALS, "cp1251"),
        (CAPITALS, "koi8-r"),
        ('He said "да" twice.', "cp1251"),
        ('He said "да" twice.', "koi8-r"),
        ("A naïve façade — Müller’s", "cp1252"),
    ],
)
def test_legacy(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "f") == (text, encoding)


def test_quotation_marks_alone_read_alike_from_windows_1251() -> None:
    text = "He said “no” — and left…"
    assert decode(text.encode("cp1251"), "f")[0] == text


@pytest.mark.parametrize(
    ("data", "message", "place"),
    [
        (b"", "is empty", ""),
        (b" \r\n\t", "is empty", ""),
        (codecs.BOM_UTF8, "is empty", ""),
        (codecs.BOM_UTF16_LE, "is empty", ""),
        (b"%PDF-1.7\n", "a PDF file", ""),
        (b"\x89PNG\r\n\x1a\n", "a PNG image", ""),
        (b"RIFF\0\0\0\0WEBP", "a RIFF file", ""),
        (packed({"word/document.xml": b"x"}), "a Word document", ""),
        (packed({"a.txt": b"x"}), "a zip archive", ""),
        (b"{\\rtf1 text}", "an RTF document", ""),
        (b"<!DOCTYPE html>\n<p>x", "HTML", ""),
        (b"\n<?xml version='1.0'?>", "XML", ""),
        (b"text \0 and \0\0 more", "null bytes", "byte 5"),
        (b"\x01\x02\x03\x04 text", "control characters", "character 0"),
        (bytes(range(1, 256)), "control characters", "byte 0"),
        ("“Quoted” text".encode() + b"\xff", "seems damaged", "byte 17"),
        (codecs.BOM_UTF16_LE + b"a\0b", "not valid UTF-16-LE", "byte 4"),
        (codecs.BOM_UTF8 + b"abc\xff", "not valid UTF-8", "byte 6"),
        (RUSSIAN.encode("cp866"), "is not in UTF-8", "byte 0"),
        ("中国外交部发言人表示，俄罗斯总统".encode("gbk"), "is not in UTF-8", "byte 0"),
        (b"caf\xe9 \x81", "is not in UTF-8", "byte 3"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, message: str, place: str) -> None:
    with pytest.raises(InputError) as caught:
        decode(data, "article.txt")
    assert message in caught.value.failure.message
    assert caught.value.failure.place == place
    assert str(caught.value).startswith(f"article.txt, {place}: " if place else "article.txt: ")


@pytest.mark.parametrize("data", [b"ID3 tags are words.", b"\x1b[31mRed\x1b[0m", b"MZ is a name."])
def test_what_only_looks_like_no_text_is_read(data: bytes) -> None:
    assert decode(data, "f") == (data.decode(), "utf-8")


@given(st.binary())
@settings(deadline=None)
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    for format in ("text", "markdown"):
        try:
            document = read_bytes(data, "f", format)
        except InputError:
            continue
        assert len(document.prose) == len(document.text)
        assert document.paragraphs
