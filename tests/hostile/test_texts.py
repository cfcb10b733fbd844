"""Hostile texts through every reader and every writer: no crash, no lost finding, nothing obeyed."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from xml.etree import ElementTree

import pytest

from tests.growth import assert_linear
from tests.hostile.corpus import ATOMS, FAULT, SENTENCE, repeated, texts
from tqcheck.model import Document, InputError, Report
from tqcheck.pipeline import check_documents
from tqcheck.readers import READERS, read_text
from tqcheck.session import Session
from tqcheck.settings import Settings
from tqcheck.writers import WRITERS, render_terminal

SETTINGS = Settings(languagetool="off", judge="off", min_confidence="low")
_OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


@pytest.fixture(scope="module")
def session() -> Iterator[Session]:
    with Session(SETTINGS) as opened:
        yield opened


def _read(text: str, format: str) -> Document | None:
    try:
        return read_text(text, "hostile", format)
    except InputError:
        return None


@pytest.mark.parametrize("format", sorted(READERS))
def test_no_crash_and_no_lost_finding(session: Session, format: str) -> None:
    counts: Counter[str] = Counter()
    for what, text in texts(1_000):
        counts["tried"] += 1
        document = _read(text, format)
        if document is None:
            counts["refused"] += 1
            continue
        [checked] = session.check([document])
        foreign = [failure for failure in checked.failures if "Cyrillic" in failure.message]
        assert len(checked.failures) == len(foreign), what
        counts["refused"] += len(foreign)
        for finding in checked.findings:
            assert 0 <= finding.span.start < finding.span.end <= len(document.text), what
            assert document.text[finding.span.start : finding.span.end] == finding.text, what
        plain = format == "text" and not foreign and "tqcheck:" not in what
        if plain and what.endswith(("apart", "nested")):
            assert FAULT in [finding.text for finding in checked.findings], what
    assert counts["tried"] > 600
    assert counts["refused"] < counts["tried"] / 4


def _reports(length: int) -> Iterator[tuple[str, Report]]:
    """Reports of some texts each."""
    texts = [f"{repeated(a, length)}\n\n{SENTENCE}\n\n{a} {FAULT} {a}" for a in ATOMS]
    documents = [document for text in texts if (document := _read(text, "text"))]
    for at in range(0, len(documents), 15):
        batch = documents[at : at + 15]
        yield ", ".join(repr(document.text[:4]) for document in batch), check_documents(batch, SETTINGS)


def test_writers_obey_nothing() -> None:
    """Escape sequences and direction marks of a text never come out as such; XML and JSON stay whole."""
    import io

    from rich.console import Console

    harmless = check_documents([read_text(SENTENCE, "hostile")], SETTINGS)
    scripts = WRITERS["html"](harmless, {}).lower().count("<script")
    for what, report in _reports(120):
        for view in ("annotated", "list", "table"):
            console = Console(file=io.StringIO(), width=100, color_system=None, legacy_windows=False)
            console.print(render_terminal(report, view), soft_wrap=True)
            shown = console.file.getvalue()  # type: ignore[attr-defined]
            assert not _OBEYED.search(shown.replace("\n", "")), (what, view)
        for format, write in WRITERS.items():
            written = write(report, {})
            assert written.encode("utf-8"), (what, format)
            if format in ("json", "sarif", "gitlab"):
                assert json.loads(written), (what, format)
            elif format == "junit":
                assert ElementTree.fromstring(written).tag == "testsuites", (what, format)
            elif format == "html":
                assert written.lower().count("<script") == scripts, what
            elif format == "github":
                assert all(line.startswith("::") for line in written.splitlines() if "error::" in line), what


@pytest.mark.parametrize("format", sorted(READERS))
def test_time_grows_with_the_text_and_not_faster(session: Session, format: str) -> None:
    def check(text: str) -> None:
        if document := _read(text, format):
            session.check([document])

    for atom in ATOMS:
        small, large = (f"So. {repeated(atom, length)} End." for length in (1_000, 8_000))
        assert_linear(check, large, small)
