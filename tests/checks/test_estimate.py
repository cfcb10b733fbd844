"""The estimator as a check: what marks say, and when it takes part."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.languagetool.conftest import document
from tqcheck.checks import estimate
from tqcheck.checks.estimate import NOT_USED, EstimateCheck, open_estimate
from tqcheck.judge import home
from tqcheck.judge.estimate.kinds import NAMES, RULE_IDS, described
from tqcheck.judge.estimate.marks import Estimate, Limits
from tqcheck.model import (
    CannotCheck,
    Confidence,
    Document,
    Finding,
    Opened,
    Paragraph,
    Segment,
    Severity,
    Span,
)
from tqcheck.settings import Settings

LIMITS = Limits(dict.fromkeys(NAMES, 0.5), beside=0.3, grave=0.7, raw=0.5, sound=1.0)
TEXT = "The minister left.\n\nIn Moscow opened an exhibition.\nIt was well received."


class Doubting:
    """Doubts one word so much, for a fault of a kind, wherever it stands; says what it was given."""

    def __init__(self, word: str, likely: float, kind: str = "word-order") -> None:
        self.word, self.likely, self.kind = word, likely, kind
        self.read: list[str] = []

    def estimates(self, sentences: Sequence[str]) -> list[list[Estimate]]:
        self.read += sentences
        return [list(self._of(sentence)) for sentence in sentences]

    def _of(self, sentence: str) -> Sequence[Estimate]:
        at = sentence.find(self.word)
        kinds = tuple(float(name == self.kind) for name in NAMES)
        span = Span(at, at + len(self.word))
        return [] if at < 0 else [Estimate(span, self.likely, self.likely, kinds)]


class Failing:
    """Breaks."""

    def estimates(self, sentences: Sequence[str]) -> list[list[Estimate]]:
        raise CannotCheck(f"no estimate for {len(sentences)} sentences")


def test_a_mark_is_a_finding_at_its_place() -> None:
    model = Doubting("opened an", 0.9)
    (found,) = EstimateCheck(model, LIMITS, Settings()).check_many([document(TEXT)])
    assert not isinstance(found, CannotCheck)
    (one,) = found
    assert model.read == ["The minister left.", "In Moscow opened an exhibition.", "It was well received."]
    assert (one.rule, one.severity, one.confidence) == (
        "estimate.word-order",
        Severity.MAJOR,
        Confidence.MEDIUM,
    )
    assert TEXT[one.span.start : one.span.end] == one.text == "opened an"
    assert "very likely" in one.message
    assert one.suggestions == ()


def test_a_sentence_on_two_lines_is_read_on_one() -> None:
    text = "In Moscow opened\r\nan exhibition."
    segment = Segment(Span(0, len(text)))
    whole = Document("a.txt", text, text, (Paragraph(segment.span, (segment,)),))
    model = Doubting("opened an", 0.9)
    (found,) = EstimateCheck(model, LIMITS, Settings()).check_many([whole])
    assert model.read == ["In Moscow opened an exhibition."]
    assert isinstance(found, list)
    assert [one.text for one in found] == ["opened\r\nan"]


def test_what_is_less_sure_is_minor_and_what_is_not_is_nothing() -> None:
    def found(likely: float) -> list[Severity]:
        (result,) = EstimateCheck(Doubting("left", likely), LIMITS, Settings()).check_many([document(TEXT)])
        assert not isinstance(result, CannotCheck)
        return [one.severity for one in result]

    assert found(0.6) == [Severity.MINOR]
    assert found(0.4) == []


def test_it_follows_how_the_text_reads() -> None:
    text = document("\n".join(["The minister left the building at night."] * 100))
    many = [
        Finding(
            "sense.a",
            "rulebook",
            Span(i, i + 1),
            "a",
            Severity.MAJOR,
            Confidence.HIGH,
            "accuracy/mistranslation",
            "A.",
        )
        for i in range(0, 120, 2)
    ]
    check = EstimateCheck(Doubting("left", 0.4), LIMITS, Settings())
    (raw,), (sound,) = check.check_after([text], [[many]]), check.check_after([text], [[[]]])
    assert isinstance(raw, list)
    assert len(raw) == 100
    assert sound == []
    chosen = EstimateCheck(Doubting("left", 0.4), LIMITS, Settings(select=("sense",)))
    assert chosen.check_after([text], [[many]]) == [[]]


def test_a_model_that_breaks_is_said_of_each_document() -> None:
    results = EstimateCheck(Failing(), LIMITS, Settings()).check_many([document(TEXT), document("One.")])
    assert [str(result) for result in results] == [
        "no estimate for 3 sentences",
        "no estimate for 1 sentences",
    ]


def test_what_is_too_long_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(estimate, "MOST", 30)
    model = Doubting("minister", 0.9)
    check = EstimateCheck(model, LIMITS, Settings())
    (found,) = check.check_many([document(TEXT)])
    assert isinstance(found, list)
    assert len(found) == 1
    assert model.read == ["The minister left."]
    assert len(check.notes) == 1
    assert "line 3" in check.notes[0]


def opened(settings: Settings) -> Opened:
    with ExitStack() as stack:
        return stack.enter_context(open_estimate(settings))


def test_files_that_leave_it_out_are_not_read() -> None:
    model = Doubting("left", 0.9)
    settings = Settings(per_file_ignores=((("*",), ("estimate",)),))
    assert EstimateCheck(model, LIMITS, settings).check_many([document(TEXT)]) == [[]]
    assert model.read == []
    settings = Settings(per_file_ignores=((("*",), ("estimate.word",)),))
    assert EstimateCheck(model, LIMITS, settings).check_many([document(TEXT)]) != [[]]


def _made(folder: Path) -> None:
    folder.mkdir()
    for name in home.FILES:
        (folder / name).touch()
    (folder / home.DIGEST).write_text(home.digest_of(folder), encoding="ascii")


def is_absent(found: Opened) -> bool:
    """Whether there is no check, nothing is said of that, and its rules are known none the less."""
    return not found.check and not found.notices and found.rule_ids() == RULE_IDS


def test_it_is_part_of_the_judge(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(home, "home", lambda: tmp_path)
    missing: list[str] = []
    monkeypatch.setattr(home, "missing_packages", lambda: missing)
    own = Settings(judge="on", judge_model=tmp_path / "own.gguf")
    assert is_absent(opened(Settings(judge="off")))
    assert is_absent(opened(Settings()))  # the judge has said that it is not there
    assert opened(own).notices == (NOT_USED,)
    with pytest.raises(CannotCheck, match="judge install"):
        opened(Settings(judge="on"))
    _made(tmp_path / home.MODEL)
    assert opened(Settings()).notices == (NOT_USED,)
    _made(tmp_path / home.estimator_name())
    found = opened(Settings())
    assert isinstance(found.check, EstimateCheck)
    assert home.file_digest(home.ESTIMATOR_WEIGHTS)[:12] in found.version
    assert isinstance(opened(own).check, EstimateCheck)
    assert opened(Settings(select=("sense",))).check is None
    assert opened(Settings(ignore=("estimate",))).check is None
    assert opened(Settings(min_confidence="high")).check is None
    missing.append("ctranslate2")
    assert is_absent(opened(Settings()))


def test_opening_it_imports_nothing_of_weight(tmp_path: Path) -> None:
    code = f"""
import sys
from pathlib import Path
from tqcheck.judge import home
home.home = lambda: Path({str(tmp_path)!r})
for name in (home.MODEL, home.estimator_name()):
    folder = home.home() / name
    folder.mkdir()
    for file in home.FILES:
        (folder / file).touch()
    (folder / home.DIGEST).write_text(home.digest_of(folder))
from tqcheck.checks.estimate import open_estimate
from tqcheck.settings import Settings
with open_estimate(Settings()) as opened:
    assert opened.check
    assert "numpy" not in sys.modules
"""
    subprocess.run([sys.executable, "-c", code], check=True)


def test_the_russian_behind_a_mark_is_not_made_up() -> None:
    assert {rule.russian for rule in described()} == {""}
