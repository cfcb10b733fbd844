"""Renderings that say otherwise what the Russian says are sound, and nothing is found in them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.bilingual.support import document
from tqcheck import Session, Settings

LINES = [
    line.split("\t")
    for line in Path(__file__).with_name("sound.tsv").read_text("utf-8").splitlines()
    if not line.startswith("#")
]


@pytest.fixture(scope="module")
def session() -> Iterator[Session]:
    with Session(Settings(languagetool="off", judge="off")) as opened:
        yield opened


@pytest.mark.parametrize(("kind", "russian", "english"), LINES)
def test_nothing_is_found(session: Session, kind: str, russian: str, english: str) -> None:
    (checked,) = session.check([document(english, russian)])
    assert [finding.rule for finding in checked.findings] == [], kind
