"""Where words in doubt stand, and how a text reads with others in their place."""

from __future__ import annotations

import pytest

from tests.languagetool.conftest import document
from tqcheck.judge.inflected import inflected
from tqcheck.judge.pairs import Pair
from tqcheck.judge.swap import LEFT, RIGHT, Lexicon, compiled

PAIRS = [
    Pair("акция", "noun", "share", ("protest", "rally")),
    Pair("область", "noun", "area", ("region",)),
    Pair("сбить", "verb", "shoot down", ("hit", "run over")),
    Pair("вынести приговор", "phrase", "take out sentence", ("hand down verdict",)),
    Pair("лишение свободы", "phrase", "deprivation of freedom", ("prison term",)),
    Pair("горячий", "adj", "hot", ("heated",)),
    Pair("час", "noun", "clock", ("hour",)),
]


def swaps(text: str, *, headline: bool = False) -> list[str]:
    lexicon = Lexicon(compiled(PAIRS), [pair.kind for pair in PAIRS])
    found = lexicon.places(document(text, headline=headline))
    return [place.swapped(right) for place in found for _, rights in place.pairs for right in rights]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two shares were held.", ["Two protests were held.", "Two rallies were held."]),
        ("A share was held.", ["A protest was held.", "A rally was held."]),
        ("an area of fire", ["a region of fire"]),
        ("a clock", ["an hour"]),
        ("Hot debates", []),
        ("Now: Hot debates end", []),
        ("A HOT DEBATE OVER TAXES LASTED LONG", ["A HEATED DEBATE OVER TAXES LASTED LONG"]),
        ("A car shot down a man.", ["A car hit a man.", "A car ran over a man.", "A car run over a man."]),
        ("A man was shot down.", ["A man was hit.", "A man was ran over.", "A man was run over."]),
        ("They took out sentence.", ["They handed down verdict."]),
        ("He got a deprivation of freedom.", ["He got a prison term."]),
        ("They share food; he will share.", []),
        ("The Moscow Area is large.", []),
        ("Minister Joins Hot Debates Again", ["Minister Joins Heated Debates Again"]),
        ("A car-share firm, a share-holder.", []),
        ("Sharing is not a shareholder.", []),
    ],
)
def test_words_change_in_form_article_and_capitals(text: str, expected: list[str]) -> None:
    assert swaps(text) == expected


def test_capitals_of_a_title_tell_nothing() -> None:
    assert swaps("Participants Of Unsanctioned Shares Detained", headline=True)


def test_the_window_is_bounded_and_on_one_line() -> None:
    text = " ".join(f"a{i}" for i in range(60)) + "\nheld  shares\n" + " ".join(f"b{i}" for i in range(60))
    (one, _) = swaps(text.replace("\nheld", " held").replace("shares\n", "shares "))
    words = one.split(" ")
    assert words.index("protests") == LEFT
    assert len(words) == LEFT + 1 + RIGHT


def test_kinds_of_phrases() -> None:
    assert [pair.kind for pair in PAIRS] == ["noun", "noun", "verb", "verb", "noun", "adj", "noun"]
    assert inflected("loss of life", "noun")["NNS"] == ("losses of life",)
    assert inflected("detain", "verb")["VBN"] == ("detained",)
    assert inflected("e-mail", "noun") == {"=": ("e-mail",)}
