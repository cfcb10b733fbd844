"""Articles, tense and number of words put in place of others."""

from __future__ import annotations

import pytest

from tqcheck.fix.grammar import agreeing
from tqcheck.rulebook.articles import article


@pytest.mark.parametrize(
    "phrase",
    [
        "an avalanche", "a snow", "an hour", "a union", "a European", "an umbrella", "an FBI", "a NATO",
        "a UN",
        "an MP", "an 8", "an 11", "a 110", "an 80", "a one-off", "an unmanned", "a Ukrainian", "an uninsured",
        "a unanimous", "an honest", "a historic", "an EU", "a US", "a use", "an usher", "an 18th",
    ],
)  # fmt: skip
def test_articles(phrase: str) -> None:
    form, word = phrase.split()
    assert article(word) == form


@pytest.mark.parametrize(
    ("before", "found", "replacement", "fit"),
    [
        ("the union", "demands from", "called on", "calls on"),
        ("the union", "demanded from", "called on", "called on"),
        ("which", "allowed to", "makes it possible to", "made it possible to"),
        ("has", "told about", "spoke about", "spoken about"),
        ("he", "told about", "spoke about", "spoke about"),
        ("a plane", "fell", "crash", "crashed"),
        ("they will", "cut", "reduced", "reduce"),
        ("they", "cut", "reduce", "reduced"),
        ("the", "snow collapses", "avalanche", "avalanches"),
        ("", "the head of the Ministry of Foreign Affairs", "the foreign minister", "the foreign minister"),
        ("", "a series of explosions", "explosions", "explosions"),
        ("", "in social networks", "on social media", "on social media"),
        ("", "the First channel", "Channel One", "Channel One"),
        ("frank", "twitching of facts", "distortion of the facts", "distortion of the facts"),
    ],
)
def test_words_agree(before: str, found: str, replacement: str, fit: str) -> None:
    assert agreeing(found, replacement, before.split()) == fit


@pytest.mark.parametrize(
    ("found", "replacement"),
    [
        ("the analysis of", "clear"),  # a noun phrase is left without its "of"
        ("investigation", "investigated"),  # a noun becomes a verb
    ],
)
def test_what_does_not_agree_is_refused(found: str, replacement: str) -> None:
    assert agreeing(found, replacement, ["the"]) is None
