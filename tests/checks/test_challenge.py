"""Sentences as machines write them and near misses from right English, by kind of fault.

challenge/*.txt: a sentence a line; [[ ]] marks words that some finding must touch, a line without it must
stay clean.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.checks.support import OPENERS, found
from tqcheck.rulebook.prove import unmark

LINES = [
    (file.stem, line)
    for file in sorted(Path(__file__).parent.glob("challenge/*.txt"))
    for line in file.read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]


@pytest.mark.parametrize(("kind", "line"), LINES, ids=[f"{kind}: {line[:50]}" for kind, line in LINES])
def test_challenge(kind: str, line: str) -> None:
    text, spans = unmark(line)
    findings = [finding for check in OPENERS for finding in found(check, text)]
    if not spans:
        assert [f"{f.rule}: {f.text}" for f in findings] == []
    for span in spans:
        assert any(finding.span.overlaps(span) for finding in findings), (kind, line)
