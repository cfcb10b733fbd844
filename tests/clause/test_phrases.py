"""How sentences are cut into phrases."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.clause.support import clause, read

WORDS = [
    "in",
    "the",
    "Tver",
    "Ivan",
    "opened",
    "a",
    "new",
    "bridge",
    "today",
    ",",
    "“",
    "”",
    "'s",
    "to",
    "will",
    "2020",
]


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ("The old mayor opened a bridge", "noun:The old mayor verb:opened noun:a bridge"),
        ("In Tver police opened a case", "prep:In Tver police verb:opened noun:a case"),
        ("They met in the Kremlin Ivan Petrov", "noun:They verb:met prep:in the Kremlin noun:Ivan Petrov"),
        ("They make from car rubber odd shoes", "noun:They verb:make prep:from car rubber noun:odd shoes"),
        ("On May 9, 2020 it rained", "time:On May 9, 2020 noun:it verb:rained"),
        ("20 years ago a ship sank", "time:20 years ago noun:a ship verb:sank"),
        ("The ship will soon be sunk", "noun:The ship verb:will soon be sunk"),
        ("The ship cannot sink", "noun:The ship verb:cannot sink"),
        ("The wells haven't run dry", "noun:The wells verb:haven't run other:dry"),
        ("He wants to attack the city", "noun:He verb:wants verb:to attack noun:the city"),
        ("He led to attack and ruin", "noun:He verb:led prep:to attack other:and noun:ruin"),
        ("About 20 people came", "noun:About 20 people verb:came"),
        ("A square in St. Petersburg sank", "noun:A square prep:in St. Petersburg verb:sank"),
        ("Two of the ships sank", "noun:Two prep:of the ships verb:sank"),
        ("A seven-month drought began", "noun:A seven-month drought verb:began"),
        ("The film “One of us” began", "noun:The film “One of us” verb:began"),
    ],
)
def test_phrases(text: str, phrases: str) -> None:
    assert read(text) == phrases


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=20))
def test_the_phrases_of_any_words_are_all_of_them(words: list[str]) -> None:
    found = clause(" ".join(words))
    places = [at for phrase in found.phrases for at in range(phrase.start, phrase.end)]
    assert places == list(range(len(found.keys)))
    assert all(phrase.start <= phrase.head < phrase.end for phrase in found.phrases)
