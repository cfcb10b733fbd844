"""Which estimates become marks."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tqcheck.judge.estimate.kinds import NAMES, described, message
from tqcheck.judge.estimate.marks import Estimate, Limits, limits, marks
from tqcheck.model import Span, TqcheckError

SENTENCE = "In Moscow opened an exhibition, and the shares were dispersed."
LIMITS = Limits(dict.fromkeys(NAMES, 0.5) | {"word": 0.8}, beside=0.3, grave=0.5, raw=0.5, sound=1.0)


def words(likely: dict[str, float], kind: str = "word-order") -> list[Estimate]:
    """The words and signs of the sentence, those named as likely as they are given, all others hardly."""
    found, at = [], 0
    kinds = tuple(float(name == kind) for name in NAMES)
    for word in SENTENCE.replace(",", " ,").replace(".", " .").split():
        at = SENTENCE.index(word, at)
        value = likely.get(word, 0.01)
        found.append(Estimate(Span(at, at + len(word)), value, value, kinds))
        at += len(word)
    return found


def shown(own: list[Estimate], figure: float = 0.0, bounds: Limits = LIMITS) -> list[tuple[str, str, bool]]:
    found = marks(SENTENCE, own, bounds, figure)
    return [(SENTENCE[mark.span.start : mark.span.end], mark.kind, mark.grave) for mark in found]


def test_a_likely_word_takes_those_beside_it_along() -> None:
    own = words({"opened": 0.9, "an": 0.31, "exhibition": 0.29, "shares": 0.4})
    assert shown(own) == [("opened an", "word-order", True)]
    assert [mark.sure for mark in marks(SENTENCE, own, LIMITS)] == [pytest.approx(0.9)]


def test_each_kind_has_its_limit() -> None:
    assert shown(words({"shares": 0.79}, "word")) == []
    assert shown(words({"shares": 0.81}, "word")) == [("shares", "word", True)]


def test_signs_alone_are_no_mark_end_none_and_lend_it_nothing() -> None:
    assert shown(words({",": 0.9})) == []
    assert shown(words({"exhibition": 0.9, ",": 0.9})) == [("exhibition", "word-order", True)]
    assert shown(words({"exhibition": 0.9, ",": 0.9, "and": 0.9})) == [
        ("exhibition, and", "word-order", True)
    ]
    assert shown(words({",": 0.9, "and": 0.4})) == []


@pytest.mark.parametrize(
    ("sentence", "words", "shown"),
    [
        ('Spartak will accept "Dynamo".', ("accept", "Dynamo"), 'accept "Dynamo"'),
        ("“The sides agreed to”, he said.", ("The", "sides"), "The sides"),
        ("The firm “Horns” paid.", ("Horns", "paid"), "“Horns” paid"),
        ('He met "Horns" there.', ("He", "there"), 'He met "Horns" there'),
    ],
)
def test_a_mark_has_both_quotation_marks_or_none(sentence: str, words: tuple[str, str], shown: str) -> None:
    first, last = words
    kinds = tuple(float(name == "word") for name in NAMES)
    own = [
        Estimate(Span(found.start(), found.end()), 0.9, 0.9, kinds)
        for found in re.finditer(r"\w+|[^\w\s]", sentence)
        if sentence.index(first) <= found.start() <= sentence.index(last)
    ]
    (mark,) = marks(sentence, own, LIMITS)
    assert sentence[mark.span.start : mark.span.end] == shown


def test_how_the_text_reads_decides_whether_not_where() -> None:
    own = words({"opened": 0.45, "an": 0.35, "shares": 0.7, "were": 0.35})
    assert shown(own, figure=-4) == []
    assert shown(own) == [("shares were", "word-order", True)]
    assert shown(own, figure=3) == [("opened an", "word-order", True), ("shares were", "word-order", True)]


def test_grave_ones_are_told_from_others() -> None:
    own = [Estimate(one.span, one.fault, one.fault / 2, one.kinds) for one in words({"opened": 0.99})]
    assert shown(own) == [("opened", "word-order", False)]


def test_impossible_likelihoods_do_no_harm() -> None:
    assert shown(words({"opened": 1.0, "an": 0.0}), figure=3) == [("opened", "word-order", True)]
    assert shown([]) == []


def test_limits_ship_for_every_kind_and_broken_ones_are_told(tmp_path: Path) -> None:
    own = limits()
    assert all(0 < own.beside < least < 1 for least in own.least.values())
    assert len(own.least) == len(NAMES) == 7
    broken = tmp_path / "limits.toml"
    for content in ("", "beside = 1", "[least]\nword = 'a'", "\udcff"):
        broken.write_text(content, encoding="utf-8", errors="surrogateescape")
        with pytest.raises(TqcheckError, match=r"limits\.toml"):
            limits.__wrapped__(broken)


def test_every_kind_is_described_by_an_example() -> None:
    for rule in described():
        (example,) = rule.before
        assert example.count("[[") == example.count("]]") == 1


def test_findings_say_how_likely_they_are() -> None:
    assert "very likely" in message("word", 0.8)
    assert message("word", 0.4) != message("word", 0.6) != message("word", 0.8)
