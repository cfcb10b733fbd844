"""Which other orders of the same words are tried, and what they read."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.languagetool.conftest import document
from tqcheck.judge.clause import DATA, open_clauses, read_order
from tqcheck.judge.order import MOST, of_order
from tqcheck.model import TqcheckError

ORDERS = {order.id: order for order in read_order()[1]}


def tried(text: str) -> list[str]:
    """The windows to be scored beside the text itself."""
    found = of_order(document(text, headline=True), open_clauses(), ORDERS)
    return [one.place.swapped(way) for one in found for _, ways in one.place.pairs for way in ways]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They make from rubber unusual galoshes", "They make unusual galoshes from rubber"),
        (
            "The court sentenced to a fine a resident of Perm",
            "The court sentenced a resident of Perm to a fine",
        ),
        ("The bank sent for revision the plan for 2019", "The bank sent the plan for revision for 2019"),
        ("In Lithuania came into force a ban on cars", "In Lithuania a ban came into force on cars"),
        ("In Omsk today opened a school of music", "In Omsk today a school of music opened"),
        ("News: in Omsk will begin festivities", "News: in Omsk festivities will begin"),
        ("In Perm began the search for a bus", "In Perm the search for a bus began"),
        ("In Tver opened the show “Old in form”", "In Tver the show “Old in form” opened"),
    ],
)
def test_a_phrase_is_tried_where_english_has_it(text: str, expected: str) -> None:
    assert expected in tried(text)


@pytest.mark.parametrize(
    "text",
    [
        "He was sent to prison a year later",  # passive: no object
        "The police detained two men",
        "The plan of the old house is in the book",
        "They met in New York City",  # a name is not parted
        "In Omsk a school opened",
        "Near the middle Petrov increased the pace",
        "They were added to the 2026 Olympics",
        "He adds to the team's medal haul",
        "Well",
        "",
        "They put “in order old things” aside",
    ],
)
def test_where_nothing_could_move_nothing_is_tried(text: str) -> None:
    assert tried(text) == []


def test_work_is_bounded() -> None:
    assert tried("Now in Omsk " * 19 + "by") == []
    assert tried("They make " + "from rubber " * 60) == []
    (one,) = of_order(document("They make from " + "rubber galoshes " * 20), open_clauses(), ORDERS)
    assert len(one.place.pairs[0][1]) == MOST


def test_rules_that_are_not_wanted_are_not_tried() -> None:
    assert list(of_order(document("They make from rubber unusual galoshes"), open_clauses(), {})) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("[words]", "[other]"),
        ("threshold = 2.5", 'threshold = "2"'),
        ("[words]", "[words]\nmore = ''"),
        ("why =", "what ="),
    ],
)
def test_a_file_of_word_order_is_whole(old: str, new: str, tmp_path: Path) -> None:
    file = tmp_path / "order.toml"
    file.write_text(DATA.read_text("utf-8").replace(old, new), encoding="utf-8")
    with pytest.raises(TqcheckError, match=r"order\.toml: is no file of word order"):
        read_order(file)
