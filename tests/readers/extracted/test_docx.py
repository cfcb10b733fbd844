"""Word documents: what is read of them, what is refused, and the copy with comments."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

import tqcheck
from tests.archives import packed, parts_of
from tqcheck.cli import main
from tqcheck.model import InputError, SegmentKind
from tqcheck.readers import read_bytes

OFF = ["--languagetool", "off"]


def article() -> bytes:
    """A heading, runs that part words, an empty paragraph, a table, an insertion and a deletion."""
    document = docx.Document()
    document.add_heading("Ice rain hit the region", 1)
    first = document.add_paragraph("He saw a sn")
    first.add_run("ow av").bold = True
    first.add_run("alanche in the state Duma.")
    document.add_paragraph("")
    cell = document.add_table(1, 1).cell(0, 0)
    cell.text = "The price is $ 50."
    tracked = document.add_paragraph("Sound words ")._p
    for tag, text_tag, words in (("w:ins", "w:t", "and ice rain."), ("w:del", "w:delText", "snow avalanche")):
        change, run, text = OxmlElement(tag), OxmlElement("w:r"), OxmlElement(text_tag)
        text.text = words
        run.append(text)
        change.append(run)
        tracked.append(change)
    return saved(document)


def saved(document: object) -> bytes:
    out = io.BytesIO()
    document.save(out)  # type: ignore[attr-defined]
    return out.getvalue()


def test_what_is_read() -> None:
    document = read_bytes(article(), "a.docx")
    assert document.text.splitlines() == [
        "Ice rain hit the region",
        "He saw a snow avalanche in the state Duma.",
        "",
        "The price is $ 50.",
        "Sound words and ice rain.",
    ]
    assert next(document.segments()).kind is SegmentKind.HEADLINE
    assert document.place(document.text.index("$ 50")) == (4, 14)
    assert document.unit(document.text.index("$ 50")) == "paragraph 4"


def test_the_copy_has_a_comment_at_each_finding(tmp_path: Path) -> None:
    path, copy = tmp_path / "a.docx", tmp_path / "reviewed.docx"
    path.write_bytes(article())
    assert main(["check", str(path), "--output", str(copy), *OFF]) == 1
    [checked] = tqcheck.check_file(path).documents
    before, after = read_bytes(article(), "a.docx"), read_bytes(copy.read_bytes(), "a.docx")
    assert after.text == before.text
    document = docx.Document(str(copy))
    said = [comment.text for comment in document.comments]
    assert len(said) == len(checked.findings) >= 4
    assert all(comment.author == "tqcheck" for comment in document.comments)
    assert any("Better: avalanche" in text and "sense.snow-avalanche" in text for text in said)
    marked = [
        "".join(t.text or "" for t in run.iter(qn("w:t")))
        for run in document.element.body.iter(qn("w:r"))
        if run.find(f"{qn('w:rPr')}/{qn('w:highlight')}") is not None
    ]
    assert "".join(marked) == "".join(f.text for f in sorted(checked.findings, key=lambda f: f.order))
    bold = [r.text for p in document.paragraphs for r in p.runs if r.bold]
    assert "".join(bold) == "ow av"


def test_only_one_word_document_has_a_copy(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = tmp_path / "a.txt"
    text.write_text("Ice rain.")
    assert main(["check", str(text), "--output", str(tmp_path / "b.docx"), *OFF]) == 2
    assert "one Word document" in capsys.readouterr().err


def test_fix_leaves_word_documents_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(article())
    assert main(["fix", str(path), "--write", *OFF]) == 2
    assert "is no text file" in capsys.readouterr().err
    assert path.read_bytes()[:2] == b"PK"


def with_entities() -> bytes:
    parts = parts_of(article())
    declared = b'?>\n<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">]>'
    parts["word/document.xml"] = parts["word/document.xml"].replace(b"?>", declared, 1)
    return packed(parts)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (lambda: b"PK\x03\x04 broken", "is no Word document"),
        (lambda: b"Words.", "is no Word document"),
        (lambda: packed({"xl/workbook.xml": b"<a/>"}), "but no Word document"),
        (lambda: packed({"word/a.xml": b"<a/>"}), "is no Word document"),
        (lambda: packed({**parts_of(article()), "word/b.xml": bytes(201_000_000)}), "would unpack to more"),
        (with_entities, "declares entities"),
        (lambda: saved(docx.Document()), "holds no prose"),
    ],
)  # fmt: skip
def test_what_is_refused(data: object, message: str) -> None:
    assert callable(data)
    with pytest.raises(InputError, match=message):
        read_bytes(data(), "a.docx")


def test_half_a_document_is_refused() -> None:
    whole = article()
    for end in range(100, len(whole), len(whole) // 7):
        with pytest.raises(InputError):
            read_bytes(whole[:end], "a.docx")
