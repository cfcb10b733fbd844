"""The pattern language: what matches, what does not, and what is refused."""

from __future__ import annotations

import pytest

from tests.rulebook.support import spans
from tqcheck.rulebook.errors import PatternError
from tqcheck.rulebook.pattern import parse

MATCHES = [
    pytest.param("fire calculation", "A [[fire calculation]] came.", id="words"),
    pytest.param("fire calculation", "[[Fire Calculation]] came.", id="any-case"),
    pytest.param("fire {calculation}", "Two [[fire calculations]] came.", id="lemma"),
    pytest.param("{organize} a queue", "They [[organised a queue]].", id="lemma-british"),
    pytest.param("{defence} minister", "The [[defense minister]] left.", id="lemma-american"),
    pytest.param("(fire|gun) {calculation}", "Two [[gun calculations]] came.", id="choice"),
    pytest.param("twitching of (the)? facts", "A [[twitching of facts]].", id="optional-absent"),
    pytest.param("twitching of (the)? facts", "A [[twitching of the facts]].", id="optional-present"),
    pytest.param("party ..2 list", "The [[party 's federal list]] won.", id="gap-with-possessive"),
    pytest.param("party ..2 list", "The [[party list]] won.", id="gap-empty"),
    pytest.param("^ in @Name overturned", "[[In Karelia overturned]] a bus.", id="start-and-name"),
    pytest.param(
        "^ in @Name overturned", '"[[In Nizhny Novgorod overturned]] a bus."', id="start-after-quote"
    ),
    pytest.param("the # year", "It was [[the 45 year]].", id="number"),
    pytest.param("the # year", "It was [[the 1,119 year]].", id="number-with-comma"),
    pytest.param('called "…"', 'The film [[called "Two Wars"]] opened.', id="quoted"),
    pytest.param("recorded opposition", 'The "[[recorded" opposition]] met.', id="looks-through-quotes"),
    pytest.param("anti-aircraft calculation", "An [[anti aircraft calculation]].", id="hyphen-in-pattern"),
    pytest.param("anti aircraft calculation", "An [[anti-aircraft calculation]].", id="hyphen-in-text"),
    pytest.param("{prosecutor}'s check", "A [[prosecutor’s check]] began.", id="possessive"),
    pytest.param("APU", "The [[APU]] fired.", id="exact"),
    pytest.param("fire [{calculation}]", "Two fire [[calculations]] came.", id="reported-part"),
    pytest.param(
        "[{calculation}] of the fire", "The [[calculation]] of the fire.", id="reported-before-context"
    ),
    pytest.param("{demand/VERB} to", "He [[demanded to]] see it.", id="verb"),
    pytest.param("gun crew | fire crew", "A [[fire crew]] came.", id="alternatives"),
    pytest.param("opened $", "In Omsk a school [[opened]].", id="end"),
    pytest.param("lump \\?", "Found a [[lump?]] Call us.", id="question-mark"),
    pytest.param("list/LOWER", "The [[list]] won.", id="lower"),
    pytest.param("H: died the", "H: [[Died the]] creator of Nutella", id="headline"),
    pytest.param("S: died the", "[[Died the]] creator of Nutella", id="sentence"),
    pytest.param("<month> day", "A [[May day]] parade.", id="set"),
    pytest.param("the U.S. list", "On [[the U.S. list]].", id="abbreviation"),
]

NO_MATCH = [
    pytest.param("fire calculation", "Fire. Calculation", id="across-full-stop"),
    pytest.param("party ..2 list", "The party, a list", id="gap-across-comma"),
    pytest.param("lump \\?", "He found a lump.", id="no-question"),
    pytest.param("party ..1 list", "The party one two list", id="gap-too-short"),
    pytest.param("{calculation}", "A re-calculation was made.", id="inside-compound-end"),
    pytest.param("{list}", "The list-based vote.", id="inside-compound-start"),
    pytest.param("APU", "The apu fired.", id="exact-needs-capitals"),
    pytest.param("list/LOWER", "The List won.", id="lower-needs-lower"),
    pytest.param("^ in @Name", "He was in Omsk.", id="not-at-start"),
    pytest.param("{demand/VERB} to", "The demands to leave grew.", id="noun-after-article"),
    pytest.param("{demand/NOUN}", "They will demand it.", id="verb-after-will"),
    pytest.param("H: died the", "Died the creator of Nutella", id="headline-only"),
    pytest.param("S: died the", "H: Died the creator of Nutella", id="sentence-only"),
    pytest.param("the # year", "It was the 45th year.", id="ordinal-is-no-number"),
    pytest.param('called "…"', "The film called Two Wars opened.", id="no-quotation"),
]

REFUSED = [
    pytest.param("", "nothing", id="empty"),
    pytest.param("(a)?", "nothing", id="all-optional"),
    pytest.param("..3", "nothing", id="only-a-gap"),
    pytest.param("fact(s)?", "glued", id="glued-group"),
    pytest.param("a (b", "( without )", id="open-group"),
    pytest.param("a b)", "unexpected", id="stray-close"),
    pytest.param("(a|)", "empty alternative", id="empty-alternative"),
    pytest.param("? a", "must follow", id="stray-question-mark"),
    pytest.param("{demand/VREB}", "unknown tag", id="unknown-tag"),
    pytest.param("{}", "empty lemma", id="empty-lemma"),
    pytest.param("a ..99 b", "gap", id="gap-too-wide"),
    pytest.param("a [b", "[ without ]", id="open-report"),
    pytest.param("a (b)?? c", "must follow", id="doubled-optional"),
]


@pytest.mark.parametrize(("pattern", "example"), MATCHES)
def test_matches(pattern: str, example: str) -> None:
    found, wanted = spans(pattern, example)
    assert found == wanted


@pytest.mark.parametrize(("pattern", "example"), NO_MATCH)
def test_does_not_match(pattern: str, example: str) -> None:
    assert spans(pattern, example)[0] == []


@pytest.mark.parametrize(("pattern", "message"), REFUSED)
def test_refused(pattern: str, message: str) -> None:
    with pytest.raises(PatternError) as caught:
        parse(pattern)
    assert message in str(caught.value)
