"""Articles, tense and number of words put in place of others."""

from __future__ import annotations

import pytest

from tqcheck.fix.grammar import agrees
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
    ("before", "found", "replacement"),
    [
        ("the union", "demands from", "calls on"),
        ("the union", "demanded from", "called on"),
        ("which", "allowed to", "made it possible to"),
        ("has", "told about", "spoken about"),
        ("the army has", "knocked out", "driven"),
        ("the victims were", "taken", "driven"),
        ("he", "told about", "spoke about"),
        ("a plane", "fell", "crashed"),
        ("they will", "cut", "reduce"),
        ("they", "cut", "reduced"),
        ("the", "snow collapses", "avalanches"),
        ("", "the head of the Ministry of Foreign Affairs", "the foreign minister"),
        ("", "a series of explosions", "explosions"),
        ("", "in social networks", "on social media"),
        ("", "the First channel", "Channel One"),
        ("frank", "twitching of facts", "distortion of the facts"),
    ],
)
def test_words_agree(before: str, found: str, replacement: str) -> None:
    assert agrees(found, replacement, before.split())


@pytest.mark.parametrize(
    ("before", "found", "replacement"),
    [
        ("the", "the analysis of", "clear"),  # a noun phrase is left without its "of"
        ("the", "investigation", "investigated"),  # a noun becomes a verb
        ("the union", "demands from", "called on"),
        ("the army has", "knocked out", "drove"),
        ("the man was", "delivered", "took"),
        ("they will", "cut", "reduced"),
        ("the", "snow collapses", "avalanche"),
    ],
)
def test_what_does_not_agree(before: str, found: str, replacement: str) -> None:
    assert not agrees(found, replacement, before.split())
