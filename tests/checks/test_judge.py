"""The check: which gains become findings, and what they say."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.languagetool.conftest import document
from tqcheck.checks import judge
from tqcheck.checks.judge import NOT_USED, JudgeCheck, open_judge
from tqcheck.judge import home
from tqcheck.judge.pairs import Pair
from tqcheck.judge.swap import Lexicon, compiled
from tqcheck.model import Bead, CannotCheck, Confidence, Document, Finding, Opened, Source
from tqcheck.settings import Settings

PAIRS = [
    Pair("акция", "noun", "share", ("protest", "rally"), threshold=5.0, with_source=1.0),
    Pair("доля", "noun", "share", ("stake",), threshold=4.0, with_source=1.0),
    Pair("учение", "noun", "exercise", ("drill",), with_source=1.0),
]


class Liking:
    """A model that likes some words so much, and is indifferent to all others."""

    def __init__(self, **likes: float) -> None:
        self.likes = likes

    def log_probabilities(self, texts: Sequence[str]) -> list[float]:
        return [-50 + sum(gain for word, gain in self.likes.items() if word in text) for text in texts]


class Failing:
    """A model that breaks."""

    def log_probabilities(self, texts: Sequence[str]) -> list[float]:
        raise CannotCheck(f"no score for {len(texts)} texts")


def check(**likes: float) -> JudgeCheck:
    lexicon = Lexicon(compiled(PAIRS), [pair.kind for pair in PAIRS])
    return JudgeCheck(PAIRS, lexicon, Liking(**likes), lambda _: True, None)


def findings(text: Document | str, **likes: float) -> list[Finding]:
    (found,) = check(**likes).check_many([document(text) if isinstance(text, str) else text])
    assert not isinstance(found, CannotCheck)
    return list(found)


def test_a_finding_says_what_fits_and_by_how_much() -> None:
    (one,) = findings("They held a share today.", protest=6.0, rally=7.0)
    assert (one.rule, one.text, one.span.start) == ("judge.share", "share", 12)
    assert one.suggestions == ("rally", "protest")
    assert one.message == (
        "The Russian акция has another sense: with “rally” "
        "a language model finds the text 1,100 times likelier."
    )
    assert (one.russian, one.confidence, one.severity.value) == ("акция", Confidence.MEDIUM, "major")


def test_the_threshold_is_each_pairs_own() -> None:
    assert findings("They held a share today.", protest=4.99) == []
    assert len(findings("They held a share today.", protest=5.0)) == 1
    assert [one.russian for one in findings("A share.", protest=5.5, stake=4.9)] == ["доля"]
    assert [one.suggestions for one in findings("ALL SHARES ROSE TODAY.", STAKES=40.0)] == [("STAKES",)]
    assert "over a million times" in findings("The shares rose.", stakes=40.0)[0].message


def test_a_pair_without_a_threshold_needs_the_russian() -> None:
    assert findings("An exercise began.", drill=30.0) == []


def beside(english: str, russian: str, sure: float = 1.0) -> Document:
    alone = document(english)
    spans = tuple(segment.span for segment in alone.segments())
    other = tuple(segment.span for segment in document(russian).segments())
    beads = tuple(Bead((a,), (b,), sure) for a, b in zip(spans, other, strict=True))
    return Document(alone.path, english, english, alone.paragraphs, source=Source("ru.txt", russian, beads))


def test_with_the_russian_its_word_must_stand_there() -> None:
    text = "They held a share today."
    (one,) = findings(beside(text, "Сегодня они провели акцию."), rally=1.5, stake=9.0)
    assert (one.russian, one.suggestions, one.confidence) == ("акция", ("rally",), Confidence.MEDIUM)
    assert [("Сегодня они провели акцию."[s.start : s.end]) for s in one.source] == ["акцию"]
    assert findings(beside(text, "Сегодня они провели митинг."), rally=30.0, stake=9.0) == []
    (one,) = findings(beside("An exercise began.", "Начались учения."), drill=2.0)
    assert one.rule == "judge.exercise"


def test_where_the_alignment_is_unsure_the_english_decides() -> None:
    unsure = beside("They held a share today.", "Сегодня они провели митинг.", sure=0.2)
    assert len(findings(unsure, rally=6.0)) == 1
    assert findings(unsure, rally=1.5) == []


def test_a_model_that_breaks_is_a_failure_of_the_document() -> None:
    lexicon = Lexicon(compiled(PAIRS), [pair.kind for pair in PAIRS])
    broken = JudgeCheck(PAIRS, lexicon, Failing(), lambda _: True, None)
    first, second = broken.check_many([document("A share."), document("Nothing in doubt.")])
    assert isinstance(first, CannotCheck)
    assert second == []


def test_work_is_bounded_and_that_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(judge, "MOST", 8)
    own = check(rally=9.0)
    (found,) = own.check_many([document("\n\n".join(["A share."] * 5))])
    assert len(found) == 2  # type: ignore[arg-type]
    assert own.notes == ["article.txt: too long for the context judge, not judged from line 5 on"]


def opened(**settings: object) -> Opened:
    with ExitStack() as stack:
        return stack.enter_context(open_judge(Settings(**settings)))  # type: ignore[arg-type]


def test_absent(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(home, "home", lambda: tmp_path)
    assert opened() == Opened(None, (NOT_USED,))
    assert opened(judge="off") == Opened(None)
    with pytest.raises(CannotCheck, match="judge install"):
        opened(judge="on")
    with pytest.raises(CannotCheck, match="cannot be read"):
        opened(judge_model=tmp_path / "none.gguf")
    monkeypatch.setattr(home, "PACKAGES", ("nosuchpackage",))
    assert opened().notices == (NOT_USED,)
    with pytest.raises(CannotCheck, match="pip install"):
        opened(judge="on")
