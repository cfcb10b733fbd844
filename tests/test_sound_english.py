"""Sound English stays without findings: each line of sound_english.txt is a text of its own."""

from __future__ import annotations

from pathlib import Path

from tqcheck import Session, Settings
from tqcheck.readers import read_text

LINES = [
    line
    for line in Path(__file__).with_name("sound_english.txt").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]


def test_nothing_is_found_in_sound_english() -> None:
    documents = [read_text(line, f"line {number}") for number, line in enumerate(LINES, 1)]
    with Session(Settings(languagetool="off", judge="off")) as session:
        found = [
            (checked.document.text, finding.rule, finding.text)
            for checked in session.check(documents)
            for finding in checked.findings
        ]
    assert found == []
