"""Bilingual files."""

from __future__ import annotations

import pytest

from tqcheck.model import Document, InputError, SegmentKind
from tqcheck.readers import read_bytes

XLIFF_1 = """<?xml version="1.0" encoding="utf-8"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
<file source-language="ru-RU" target-language="en" original="😀.docx" datatype="plaintext"><body>
<group><trans-unit id="1"><source>Пожарные <g id="1">расчёты</g> прибыли. Лавров &amp; Ко ждут.</source>
<seg-source><mrk>нет</mrk></seg-source>
<target>Fire <g id="1">calculations</g><ph id="2">&lt;br/></ph> arrived. Lavrov &amp; Co are waiting.</target>
<alt-trans><target>Never mind.</target></alt-trans></trans-unit></group>
<trans-unit id="2"><source>Не переведено.</source><target/></trans-unit>
<!-- a comment --><trans-unit id="3"><source><![CDATA[Путин приехал.]]></source>
<target><![CDATA[Putin came.]]></target></trans-unit>
</body></file></xliff>
"""
XLIFF_2 = """<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="ru" trgLang="en-GB">
<file id="f"><unit id="1"><segment><source>Пожарные расчёты прибыли.</source>
<target>Fire calculations arrived.</target></segment>
<ignorable><source> </source></ignorable>
<segment><source>Лавров ждёт.</source><target>Lavrov is <pc id="1">waiting</pc>.</target></segment></unit>
</file></xliff>
"""
TMX = """<?xml version="1.0"?><!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4"><header srclang="ru"/><body>
<tu><tuv xml:lang="RU-RU"><seg>Пожарные расчёты прибыли.</seg></tuv><tuv xml:lang="de"><seg>Egal.</seg></tuv>
<tuv xml:lang="EN-US"><seg>Fire calculations arrived.</seg></tuv></tu>
<tu><tuv xml:lang="de"><seg>Egal.</seg></tuv></tu></body></tmx>
"""
PO = r"""# translator
msgid ""
msgstr "Language: en\n"

#: a.c:1
msgctxt "news"
msgid ""
"Пожарные \"расчёты\" "
"прибыли.\n"
msgstr ""
"Fire \"calculations\" "
"arrived.\n"

#~ msgid "старое"
#~ msgstr "old"
"""
CSV = (
    'id,en,ru\r\n1,"Fire ""calculations"", they say, arrived.",Пожарные расчёты прибыли.\r\n'
    "2,Lavrov waits,Лавров ждёт\r\n"
)
TSV = 'Пожарные "расчёты прибыли.\tFire "calculations arrived.\nЛавров ждёт.\tLavrov waits.\n'


def read(text: str, name: str) -> Document:
    return read_bytes(text.encode(), name)


def rows(document: Document) -> list[tuple[list[str], list[str]]]:
    assert document.source is not None
    text, source = document.prose, document.source
    assert len(text) == len(source.text) == len(document.text)
    assert text.count("\n") == document.text.count("\n")
    return [
        ([text[s.start : s.end] for s in bead.english], [source.quoted(s) for s in bead.russian])
        for bead in source.beads
    ]


def test_xliff_1() -> None:
    document = read(XLIFF_1, "a.xlf")
    assert [[" ".join(part.split()) for part in left] for left, _ in rows(document)] == [
        ["Fire calculations arrived."],
        ["Lavrov & Co are waiting."],
        [],
        ["Putin came."],
    ]
    assert [[" ".join(part.split()) for part in right] for _, right in rows(document)] == [
        ["Пожарные расчёты прибыли."],
        ["Лавров & Ко ждут."],
        ["Не переведено."],
        ["Путин приехал."],
    ]


def test_xliff_2() -> None:
    assert [left for left, _ in rows(read(XLIFF_2, "a.xliff"))] == [
        ["Fire calculations arrived."],
        ["Lavrov is            waiting     ."],
    ]


def test_tmx() -> None:
    assert rows(read(TMX, "a.tmx")) == [(["Fire calculations arrived."], ["Пожарные расчёты прибыли."])]


def test_po() -> None:
    [(left, right)] = rows(read(PO, "a.po"))
    assert [" ".join(part.split()) for part in left] == ['Fire " calculations" arrived.']
    assert [" ".join(part.split()) for part in right] == ['Пожарные " расчёты" прибыли.']


def test_csv() -> None:
    document = read(CSV, "a.csv")
    assert rows(document) == [
        (
            ['Fire  "calculations" , they say, arrived.'],
            ["Пожарные расчёты прибыли."],
        ),
        (["Lavrov waits"], ["Лавров ждёт"]),
    ]
    assert [segment.kind for segment in document.segments()][1] is SegmentKind.SENTENCE


def test_tsv_with_the_russian_first() -> None:
    assert rows(read(TSV, "a.tsv")) == [
        (['Fire "calculations arrived.'], ['Пожарные "расчёты прибыли.']),
        (["Lavrov waits."], ["Лавров ждёт."]),
    ]


BOMB = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><xliff><file>&b;</file></xliff>'
OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><tmx>&a;</tmx>'


@pytest.mark.parametrize(
    ("text", "name", "why"),
    [
        (BOMB, "a.xlf", "declares the entity"),
        (OUTSIDE, "a.tmx", "declares the entity"),
        ("<xliff><file>", "a.xlf", "not well-formed XML"),
        ("<html/>", "a.xlf", "is no XLIFF"),
        ("<html/>", "a.tmx", "is no TMX"),
        (XLIFF_2.replace('"ru"', '"uk"'), "a.xlf", "from uk into en-GB, not from ru into en"),
        (XLIFF_2.replace("en-GB", "ru"), "a.xlf", "not from ru into en"),
        ("<xliff/>", "a.xlf", "holds no English"),
        ("msgid", "a.po", "is no PO"),
        ("a,b\nc,d\n", "a.csv", "no column of Russian"),
        ("Лавров ждёт.\tLavrov.\nЛавров\n", "a.tsv", "has no column 2"),
        ("Лавров ждёт Путина.\tLavrov.\nІ їх чекають їжаки.\tX.\n", "a.tsv", "not in Russian"),
    ],
)
def test_what_cannot_be_read(text: str, name: str, why: str) -> None:
    with pytest.raises(InputError, match=why):
        read(text, name)


def test_findings_stand_at_their_place_in_the_file() -> None:
    import tqcheck
    from tqcheck.pipeline import check_documents

    document = read(XLIFF_1, "a.xlf")
    [checked] = check_documents([document], tqcheck.Settings(languagetool="off", select=("sense",))).documents
    assert [f.text for f in checked.findings] == ["calculations"]
    start = checked.findings[0].span.start
    assert XLIFF_1[start : start + 12] == "calculations"
    assert [
        checked.document.source and checked.document.source.quoted(s) for s in checked.findings[0].source
    ] == ["расчёты"]
