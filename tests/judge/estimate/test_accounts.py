"""What may stand behind marked words: pairs and rules, told apart by the judge's model."""

from __future__ import annotations

import pytest

from tests.checks.test_estimate import LIMITS, Doubting
from tests.checks.test_judge import Liking, beside, means
from tests.languagetool.conftest import document
from tqcheck.checks.estimate import EstimateCheck
from tqcheck.judge.estimate.accounts import Account, Accounts
from tqcheck.model import CannotCheck, Document, Finding, Span
from tqcheck.settings import Settings

TEXT = "Police broke up a share of shares in Omsk."


def accounts(**likes: float) -> Accounts:
    return Accounts(means, Liking(**likes))


def account(text: Document | str, words: str, **likes: float) -> Account | None:
    """Of the words, marked where they first stand."""
    whole = document(text) if isinstance(text, str) else text
    span = Span(at := whole.text.index(words), at + len(words))
    return accounts(**likes).of(whole, [span]).get(span)


def test_the_sense_that_fits_best() -> None:
    found = account(TEXT, "shares", rallies=3.0, protests=2.5, stakes=2.0)
    assert found is not None
    assert (found.russian, found.suggestions, found.source) == ("акция", ("rallies", "protests"), ())
    assert account(TEXT, "shares", stakes=3.0, protests=2.5) == Account(found.span, "доля", ("stakes",))


def test_none_where_nothing_fits_better() -> None:
    assert account(TEXT, "shares", protests=0.5) is None
    assert account(TEXT, "Police", protests=3.0) is None


def test_none_where_most_of_the_marked_words_are_others() -> None:
    assert account(TEXT, "of shares in", protests=3.0) is not None
    assert account(TEXT, "of shares in Omsk", protests=3.0) is None


def test_the_marked_words_around_stay() -> None:
    found = account(TEXT, "up a share", protest=3.0)
    assert found is not None
    assert (found.suggestions, found.span) == (("up a protest",), Span(13, 23))


def test_all_words_of_a_sense_are_reported() -> None:
    text = "They fear the sediment at night."
    whole = account(text, "fear the sed", rain=3.0)
    assert whole is not None
    assert (whole.suggestions, text[whole.span.start : whole.span.end]) == (
        ("fear the rain",),
        "fear the sediment",
    )


def test_the_russian_beside_it_decides() -> None:
    text = beside("Police broke up shares.", "Полиция разогнала доли.")
    found = account(text, "shares", protests=3.0, stakes=2.0)
    assert found is not None
    assert found.russian == "доля"
    assert found.source


@pytest.mark.parametrize(("kind", "suggestions"), [("word", ("protests",)), ("word-order", ())])
def test_a_finding_says_it(kind: str, suggestions: tuple[str, ...]) -> None:
    model = Doubting("shares", 0.9, kind)
    check = EstimateCheck(model, LIMITS, Settings(), accounts(protests=3.0))
    (found,) = check.check_many([document("Police broke up shares.")])
    assert not isinstance(found, CannotCheck)
    (one,) = found
    assert isinstance(one, Finding)
    assert one.suggestions == suggestions
    assert ("it may be “акция”" in one.message) == (one.russian == "акция") == bool(suggestions)
