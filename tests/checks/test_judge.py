"""The check: which gains become findings, and what they say."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from functools import partial
from pathlib import Path

import pytest

from tests.languagetool.conftest import document
from tqcheck.checks import judge
from tqcheck.checks.judge import DAMAGED, NOT_USED, WITHOUT_PACKAGES, JudgeCheck, open_judge
from tqcheck.judge import home
from tqcheck.judge.figure import Kind, Weights
from tqcheck.judge.means import Means
from tqcheck.judge.pairs import Pair
from tqcheck.judge.senses import Sense
from tqcheck.judge.swap import Lexicon, compiled
from tqcheck.model import Bead, CannotCheck, Confidence, Document, Finding, Opened, Severity, Source, Span
from tqcheck.rulebook import Program
from tqcheck.rulebook.engine import Engine
from tqcheck.rulebook.program import compile_files
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


RULES = """
rules:
  - id: sense.sediment-for-rainfall
    severity: critical
    category: accuracy/mistranslation
    russian: осадки
    pattern: '{sediment}'
    suggest: [rain]
    why: The Russian plural is also what falls from clouds.
    needs_source: true
    source: [осадки]
    examples:
      flag: ['[[Sediment]] is expected at night.']
      pass: ['Rain is expected.']
"""
WEIGHTS = Weights(
    machine=Kind(25, 5),
    people=Kind(2.5, 0.6),
    least_figure=-4,
    most_figure=3,
    pair_figure=1,
    pair_least=2,
    rule_bias=3,
    rule_figure=1,
    rule_prior=1,
    rule_least=0.5,
    pair_most=9.5,
    rule_most=9.5,
)


EVEN = Sense(8, 4)
"""As often right as wrong."""


def means(sense: Sense = EVEN) -> Means:
    engine = Engine(Program(compile_files([("rules.yaml", RULES.encode())])), lambda _: True)
    lexicon = Lexicon(compiled(PAIRS), [pair.kind for pair in PAIRS])
    senses = {"sense.sediment-for-rainfall": sense}
    return Means(PAIRS, lexicon, [True] * len(PAIRS), WEIGHTS, engine, senses)


def check(**likes: float) -> JudgeCheck:
    return JudgeCheck(means, Liking(**likes), None)


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


def test_other_russian_that_accounts_for_the_words_clears_them() -> None:
    text = "They held a share today."
    assert len(findings(beside(text, "Сегодня они провели акцию."), rally=9.0)) == 1
    assert findings(beside(text, "Сегодня они купили долю и провели акцию."), rally=9.0) == []


def test_where_the_alignment_is_unsure_the_english_decides() -> None:
    unsure = beside("They held a share today.", "Сегодня они провели митинг.", sure=0.2)
    assert len(findings(unsure, rally=6.0)) == 1
    assert findings(unsure, rally=1.5) == []


def test_a_model_that_breaks_is_a_failure_of_the_document() -> None:
    broken = JudgeCheck(means, Failing(), None)
    first, second = broken.check_many([document("A share."), document("Nothing in doubt.")])
    assert isinstance(first, CannotCheck)
    assert second == []


def test_work_is_bounded_and_that_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(judge, "MOST", 8)
    own = check(rally=9.0)
    (found,) = own.check_many([document("\n\n".join(f"The {letter} share." for letter in "pqrst"))])
    assert len(found) == 2  # type: ignore[arg-type]
    assert own.notes == ["article.txt: too long for the context judge, not judged from line 5 on"]


def found_by_rules(number: int) -> list[Finding]:
    """Findings of another check, so many."""
    span = Span(0, 1)
    one = Finding("sense.some", "rulebook", span, "", Severity.MAJOR, Confidence.HIGH, "accuracy", "")
    return [one] * number


def judged(
    text: str,
    rules_found: int,
    own: Callable[[], Means] = means,
    all_rules: bool = True,
    **likes: float,
) -> list[Finding]:
    whole = document(text)
    judge_check = JudgeCheck(own, Liking(**likes), None, all_rules=all_rules)
    (found,) = judge_check.check_after([whole], [[found_by_rules(rules_found)], [CannotCheck("no")]])
    assert not isinstance(found, CannotCheck)
    return list(found)


LONG = "They held a share today. " + "Nothing else is in any doubt here at all. " * 30


def test_a_text_that_reads_like_machine_translation_is_doubted_sooner() -> None:
    assert judged(LONG, 0, rally=5.5) == []
    (one,) = judged(LONG, 12, rally=2.1)
    assert one.message.endswith("8 times likelier, and the text reads like raw machine translation.")
    assert judged(LONG, 12, rally=1.9) == []
    assert len(judged(LONG, 0, rally=9.1)) == 1


def test_where_not_all_rules_take_part_nothing_is_known_of_a_text() -> None:
    assert len(judged(LONG, 0, all_rules=False, rally=5.0)) == 1
    assert judged(LONG, 12, all_rules=False, rally=4.9) == []


def test_rules_that_need_the_russian_are_judged_without_it() -> None:
    text = "Heavy sediment is expected. " + LONG
    (one,) = judged(text, 12, rain=0.6)
    assert (one.rule, one.text, one.severity) == (
        "sense.sediment-for-rainfall",
        "sediment",
        Severity.CRITICAL,
    )
    assert (one.russian, one.suggestions, one.check) == ("осадки", ("rain",), "judge")
    assert one.message.startswith("The Russian plural is also what falls from clouds: with “rain” a language")
    assert judged(text, 12, rain=0.4) == []
    assert judged(text, 0, rain=5.0) == []
    assert findings(beside("Heavy sediment is expected.", "Ждут осадков."), rain=30.0) == []


def test_the_share_of_its_russian_makes_a_rule_surer() -> None:
    text = "Heavy sediment is expected today."
    often, seldom = partial(means, Sense(100, 95)), partial(means, Sense(100, 5))
    assert len(judged(text, 1, often, rain=1.0)) == 1
    assert judged(text, 1, seldom, rain=1.0) == []


def test_words_with_a_capital_inside_a_sentence_are_names() -> None:
    assert judged("The Sediment group is expected.", 2, Rain=30.0, rain=30.0) == []


def opened(**settings: object) -> Opened:
    with ExitStack() as stack:
        return stack.enter_context(open_judge(Settings(**settings)))  # type: ignore[arg-type]


def test_damaged_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(home, "home", lambda: tmp_path)
    folder = tmp_path / home.MODEL
    folder.mkdir()
    for name in home.FILES:
        (folder / name).write_text(name)
    (folder / home.DIGEST).write_text(home.digest_of(folder))
    assert home.installed()
    (folder / home.WEIGHTS).write_text("cut")
    assert opened() == Opened(None, (DAMAGED,))
    with pytest.raises(CannotCheck, match="is damaged"):
        opened(judge="on")


def test_absent(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(home, "home", lambda: tmp_path)
    assert opened() == Opened(None, (NOT_USED,))
    assert opened(judge="off") == Opened(None)
    with pytest.raises(CannotCheck, match="judge install"):
        opened(judge="on")
    with pytest.raises(CannotCheck, match="cannot be read"):
        opened(judge_model=tmp_path / "none.gguf")
    monkeypatch.setattr(home, "PACKAGES", ("nosuchpackage",))
    assert opened().notices == (WITHOUT_PACKAGES,)
    with pytest.raises(CannotCheck, match="pip install"):
        opened(judge="on")
