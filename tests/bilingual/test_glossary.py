"""A desk's own terms."""

from __future__ import annotations

from pathlib import Path

import pytest

import tqcheck
from tqcheck.bilingual.glossary import Term, read_glossaries
from tqcheck.model import InputError

TBX_2 = """<martif type="TBX"><text><body><termEntry>
<langSet xml:lang="ru"><tig><term>пожарный расчёт</term></tig>
</langSet><langSet xml:lang="en-GB"><tig><term>fire crew</term></tig><tig><term>crew</term></tig></langSet>
</termEntry></body></text></martif>"""
TBX_3 = """<tbx><text><body><conceptEntry>
<langSec xml:lang="ru"><termSec><term>R &amp; Д</term></termSec></langSec>
<langSec xml:lang="en"><termSec><term>R&amp;D</term></termSec></langSec>
</conceptEntry></body></text></tbx>"""


@pytest.mark.parametrize(
    ("name", "text", "terms"),
    [
        (
            "a.csv",
            "Russian,English\nпожарный расчёт,fire crew|crew\n",
            [("пожарный расчёт", "fire crew", "crew")],
        ),
        ("a.csv", "fire crew;пожарный расчёт;note\n\n", [("пожарный расчёт", "fire crew")]),
        ("a.tsv", "\ufeffпожарный расчёт\tfire crew", [("пожарный расчёт", "fire crew")]),
        ("a.tbx", TBX_2, [("пожарный расчёт", "fire crew", "crew")]),
        ("a.tbx", TBX_3, [("R & Д", "R&D")]),
    ],
)
def test_forms(tmp_path: Path, name: str, text: str, terms: list[tuple[str, ...]]) -> None:
    file = tmp_path / name
    file.write_text(text, encoding="utf-8")
    assert read_glossaries([file]) == [Term(russian, tuple(english)) for russian, *english in terms]


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("a.csv", b"", "holds no terms"),
        ("a.csv", "расчёт\n".encode(), "a row needs"),
        ("a.csv", "расчёт,crew\n".encode("cp1251"), "not UTF-8"),
        ("a.tbx", b"<tbx>", "not well-formed"),
        ("none.csv", None, "cannot be read"),
    ],
)
def test_what_is_no_glossary(tmp_path: Path, name: str, data: bytes | None, why: str) -> None:
    if data is not None:
        (tmp_path / name).write_bytes(data)
    with pytest.raises(InputError, match=why):
        read_glossaries([tmp_path / name])


def test_a_text_that_does_not_keep_to_the_glossary(tmp_path: Path) -> None:
    file = tmp_path / "terms.csv"
    file.write_text("пожарный расчёт,fire crew\n", encoding="utf-8")
    settings = tqcheck.Settings(languagetool="off", glossary=(file,), select=("term",))
    report = tqcheck.check_text(
        "Firefighters came to Tver.", settings, source="Пожарные расчёты приехали в Тверь."
    )
    [finding] = report.documents[0].findings
    assert (finding.text, finding.suggestions) == ("Firefighters", ("Fire crew",))


MINISTRY = "Министерство обороны молчит."
OPERATION = "О ходе спецоперации рассказал министр."


@pytest.mark.parametrize(
    ("russian", "english", "marked", "offered"),
    [
        (MINISTRY, "The Defense Agency is silent.", "Defense Agency", ("Defence Ministry",)),
        (MINISTRY, "The Military Department is silent.", "Military Department", ("Defence Ministry",)),
        (
            f"В понедельник {MINISTRY}",
            "On Monday Defense Agency was silent.",
            "Defense Agency",
            ("Defence Ministry",),
        ),
        (OPERATION, "The minister told about the course of the SMO.", "told", ()),
    ],
)
def test_a_name_is_marked_whole_and_what_is_something_else_is_to_stay(
    tmp_path: Path, russian: str, english: str, marked: str, offered: tuple[str, ...]
) -> None:
    file = tmp_path / "terms.csv"
    file.write_text(
        "министерство обороны,Defence Ministry\nспецоперация,special operation\n", encoding="utf-8"
    )
    settings = tqcheck.Settings(languagetool="off", glossary=(file,), select=("term.glossary",))
    [finding] = tqcheck.check_text(english, settings, source=russian).documents[0].findings
    assert (finding.text, finding.suggestions) == (marked, offered)
    assert ("special operation" in finding.message) == (not offered)
