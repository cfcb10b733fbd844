"""Russian constructions in English words, as machines write them: what was found once is found again."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

import tqcheck
from tqcheck.rulebook.prove import unmark
from tqcheck.settings import Settings

SENTENCES = yaml.safe_load(Path(__file__).with_name("constructions.yaml").read_text("utf-8"))
OFF = Settings(languagetool="off", judge="off")


@pytest.mark.parametrize("construction", SENTENCES)
def test_each_fault_is_found(construction: str) -> None:
    texts = [unmark(sentence) for sentence in SENTENCES[construction]]
    (document,) = tqcheck.check_text("\n\n".join(text for text, _ in texts), OFF).documents
    missed, start = [], 0
    for text, spans in texts:
        found = [(one.span.start - start, one.span.end - start) for one in document.findings]
        if not any(a < s.end and s.start < b for a, b in found for s in spans):
            missed.append(text)
        start += len(text) + 2
    assert missed == []
