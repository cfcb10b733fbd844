"""Files that are small and would become large, deep or endless, or reach out of themselves: name, content,
and whether they can be read. `python -m tests.hostile.bombs FOLDER` reads them there."""

from __future__ import annotations

import io
import json
import resource
import struct
import sys
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import docx

from tests.archives import packed, parts_of
from tests.hostile.corpus import SENTENCE
from tqcheck.model import InputError
from tqcheck.readers import read_file

DEEP = 10_000
MEMORY, SECONDS = 3 << 30, 300
"""Bytes of address space, and of processor time, within which all are read."""
_PROLOG = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_MAIN = "word/document.xml"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
Bomb = tuple[str, str | bytes, bool]


def bombs() -> Iterator[Bomb]:
    """Each with its file name; True if it is to be read, False if it is to be refused."""
    yield from _marked_up()
    yield from _bilingual()
    yield from _word()


def _marked_up() -> Iterator[Bomb]:
    for tag in ("div", "blockquote", "table><tr><td", "b", "p", "ul><li", "svg", "script", "!--"):
        yield f"deep-{len(tag)}{tag[:3].strip('!-')}.html", f"<p>{SENTENCE}</p>" + f"<{tag}>a" * DEEP, True
    yield "attributes.html", f"<p {' '.join(f'a{i}=b' for i in range(DEEP))}>{SENTENCE}</p>", True
    for name, mark in (
        ("quotes", "> "),
        ("items", "- "),
        ("brackets", "["),
        ("stars", "*a **b "),
        ("ticks", "`a"),
    ):
        yield f"{name}.md", f"{SENTENCE}\n\n{mark * DEEP}a\n", True
    yield "quotations.txt", f"{SENTENCE}\n\n{'“a ' * DEEP}{'b” ' * DEEP}\n", True
    yield "objects.jsonl", f'{{"text": {json.dumps(SENTENCE)}}}\n{{"text": {"[" * 10 * DEEP}', True
    yield "items.rss", f"<rss><channel>{'<item>' * DEEP}<title>{SENTENCE}</title>", False
    yield "deep.rss", _feed("<b>" * DEEP + "a" + "</b>" * DEEP), True
    yield "entities.rss", f"<!DOCTYPE r [{_LAUGHS}]>{_feed('&l9;')}", False


def _bilingual() -> Iterator[Bomb]:
    doctypes = {
        "laughs": f"[{_LAUGHS}]",
        "long-entity": f'[<!ENTITY l9 "{"a" * 100_000}">]',
        "parameter": '[<!ENTITY % p SYSTEM "file:///etc/passwd"> %p;]',
        "outside": '[<!ENTITY l9 SYSTEM "file:///dev/zero">]',
        "defaults": f'[<!ATTLIST g x CDATA "{"a" * 100_000}">]',
    }
    for name, doctype in doctypes.items():
        words = "<g/>" * DEEP if name == "defaults" else "&l9;" * 1_000 if "ENTITY l9" in doctype else "a"
        yield f"{name}.xliff", f"<!DOCTYPE xliff {doctype}>{_xliff(words)}", False
        yield f"{name}.tmx", f"<!DOCTYPE tmx {doctype}>{_tmx(words)}", False
    yield "dtd.tmx", f'<!DOCTYPE tmx SYSTEM "file:///dev/zero">{_tmx(SENTENCE)}', True
    yield "utf-16.xliff", f"\ufeff<!DOCTYPE xliff [{_LAUGHS}]>{_xliff('&l9;')}".encode("utf-16-le"), False
    yield "deep.xliff", _xliff(f"<g>a{' a' * 3}" * 10 * DEEP + "</g>" * 10 * DEEP), True
    yield "deep.tmx", _tmx("<hi>a " * 10 * DEEP + "</hi>" * 10 * DEEP), True
    groups = "<group>" * 10 * DEEP
    yield "groups.xliff", _xliff(SENTENCE).replace("<body>", f"<body>{groups}", 1), False
    yield "references.tmx", _tmx("&#97;" * 10 * DEEP), True
    yield "sections.xliff", _xliff("<![CDATA[a]]> " * 10 * DEEP), True
    attributes = " ".join(f'a{i}="b"' for i in range(DEEP))
    yield "attributes.tmx", _tmx(f"<hi {attributes}>a</hi>"), True


def _word() -> Iterator[Bomb]:
    sound = word_parts()
    body = sound[_MAIN]
    yield "sound.docx", packed(sound), True
    yield (
        "large.docx",
        packed({**sound, _MAIN: body.replace(b"<w:body>", b"<w:body>" + b" " * 60_000_000)}),
        False,
    )
    yield "many.docx", packed(sound | {f"word/{i}.bin": b"" for i in range(6_000)}), False
    yield (
        "pictures.docx",
        packed(sound | {f"word/media/{i}.png": bytes(50_000_000) for i in range(5)}),
        False,
    )
    yield "overlapping.docx", _repeated(packed({**sound, "word/z.xml": bytes(1_000_000)}), 1_000), False
    yield "lying.docx", _lying(packed({**sound, "word/z.xml": bytes(300_000_000)})), False
    yield "zip-in-zip.docx", packed({**sound, "word/z.zip": packed({"z": bytes(300_000_000)})}), True
    laughs = f"<!DOCTYPE d [{_LAUGHS}]>".encode()
    yield "laughs.docx", packed({**sound, _MAIN: _declaring(body, laughs)}), False
    comment = b"<!--" + b"a" * 2_000_000 + b"-->"
    yield "hidden.docx", packed({**sound, _MAIN: _declaring(body, comment + laughs)}), False
    wide = _declaring(body, laughs).decode().replace("UTF-8", "UTF-16", 1)
    yield "utf-16.docx", packed({**sound, _MAIN: wide.encode("utf-16")}), False
    types = sound["[Content_Types].xml"].replace(b"/word/document.xml", b"/word/a.bin")
    renamed = {"[Content_Types].xml": types, "word/a.bin": _declaring(body, laughs)}
    yield "renamed.docx", packed({**sound, **renamed}), False
    deep = b"<w:p>" * DEEP + b"</w:p>" * DEEP
    yield "deep.docx", packed({**sound, _MAIN: body.replace(b"<w:sectPr", deep + b"<w:sectPr", 1)}), False
    chain = {f"word/_rels/{i}.xml.rels": _related(f"{i + 1}.xml") for i in range(1, 2_000)}
    chain |= {f"word/{i}.xml": b"<a/>" for i in range(1, 2_001)}
    start = sound["word/_rels/document.xml.rels"].replace(
        b"</Relationships>", _relation("1.xml") + b"</Relationships>"
    )
    yield "chained.docx", packed({**sound, **chain, "word/_rels/document.xml.rels": start}), False
    yield "circle.docx", packed({**sound, "word/_rels/document.xml.rels": _related("document.xml")}), True
    outside = _relation("file:///etc/passwd", external=True) + b"</Relationships>"
    rels = sound["word/_rels/document.xml.rels"].replace(b"</Relationships>", outside)
    yield "outside.docx", packed({**sound, "word/_rels/document.xml.rels": rels}), True
    for i, name in enumerate(("../escaped", "/escaped", "..\\escaped", "C:\\escaped", "word/../../escaped")):
        yield f"path-{i}.docx", packed({**sound, name: b"escaped"}), True
    yield "link.docx", _linking(sound), False


_LAUGHS = '<!ENTITY l0 "ha">' + "".join(f'<!ENTITY l{i + 1} "{f"&l{i};" * 10}">' for i in range(9))


def _feed(words: str) -> str:
    item = f"<item><title>{SENTENCE}</title><description>{words}</description></item>"
    return f"<rss><channel>{item}</channel></rss>"


def _xliff(words: str) -> str:
    return (
        '<xliff version="1.2"><file source-language="ru" target-language="en"><body>'
        f"<trans-unit><source>Он ответил.</source><target>{words}</target></trans-unit></body></file></xliff>"
    )


def _tmx(words: str) -> str:
    russian, english = (
        f'<tuv xml:lang="{x}"><seg>{y}</seg></tuv>' for x, y in (("ru", "Да."), ("en", words))
    )
    return f'<tmx version="1.4"><header srclang="ru"/><body><tu>{russian}{english}</tu></body></tmx>'


def word_parts() -> dict[str, bytes]:
    """The parts of a sound Word document, by name."""
    document = docx.Document()
    document.add_paragraph(SENTENCE)
    out = io.BytesIO()
    document.save(out)
    return parts_of(out.getvalue())


def _declaring(part: bytes, declared: bytes) -> bytes:
    return part.replace(b"?>", b"?>" + declared, 1)


def _relation(target: str, *, external: bool = False) -> bytes:
    mode = ' TargetMode="External"' if external else ""
    return f'<Relationship Id="x" Type="{_RELATIONSHIPS}/x" Target="{target}"{mode}/>'.encode()


def _related(target: str) -> bytes:
    space = b"http://schemas.openxmlformats.org/package/2006/relationships"
    return _PROLOG + b'<Relationships xmlns="' + space + b'">' + _relation(target) + b"</Relationships>"


def _repeated(data: bytes, times: int) -> bytes:
    """The archive with its last part listed so often: the same bytes, unpacked again and again."""
    end = data.rindex(b"PK\x05\x06")
    count, size, at = struct.unpack_from("<HII", data, end + 10)
    last = data.rindex(b"PK\x01\x02", 0, end)
    listed = data[at:last] + data[last:end] * times
    tail = struct.pack(
        "<4s4H2IH", b"PK\x05\x06", 0, 0, count + times - 1, count + times - 1, len(listed), at, 0
    )
    assert size == end - at
    return data[:at] + listed + tail


def _lying(data: bytes) -> bytes:
    """The archive whose last part is said to be of 100 bytes."""
    last = data.rindex(b"PK\x01\x02")
    changed = bytearray(data)
    struct.pack_into("<I", changed, last + 24, 100)
    return bytes(changed)


def _linking(parts: dict[str, bytes]) -> bytes:
    """The archive with a link to a file outside in the place of the text."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in parts.items():
            if name != _MAIN:
                archive.writestr(name, data)
        link = zipfile.ZipInfo(_MAIN)
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "/etc/passwd")
    return out.getvalue()


def main(folder: Path, read: Callable[[Path], object] = read_file) -> None:
    """Reads each within bounds of memory and time, and prints what became of it, as JSON."""
    made = [(folder / name, content, sound) for name, content, sound in bombs()]
    for path, content, _ in made:
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    outcomes = {}
    for path, _, sound in made:
        try:
            read(path)
            outcomes[path.name] = ("read", sound)
        except InputError as error:
            outcomes[path.name] = (f"refused: {error.failure.message}", sound)
        except Exception as error:
            outcomes[path.name] = (f"crashed: {error!r}", sound)
    sys.stdout.write(json.dumps(outcomes))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
