"""Which words of each side have a counterpart."""

from __future__ import annotations

import pytest

from tests.bilingual.support import pair
from tqcheck.bilingual.renderings.counterparts import counterparts


@pytest.mark.parametrize(
    ("russian", "english", "without"),
    [
        ("Завод купил три станка.", "The plant bought three machines.", []),
        ("Лавров прибыл в Минск.", "Lavrov arrived.", ["Минск"]),
        ("В городе 35 больниц.", "The city has hospitals.", ["35"]),
        ("США получили письмо.", "The U.S. has received a letter.", []),
    ],
)
def test_russian_words_without_counterpart(russian: str, english: str, without: list[str]) -> None:
    [(sentence, units)] = counterparts(pair(russian, english)).russian
    assert [sentence.text[unit.start : unit.end] for unit, there in units if not there] == without


def test_english_words_that_render_nothing_are_counted() -> None:
    both = counterparts(pair("Завод купил три станка.", "The plant bought three machines despite protests."))
    assert [token.text for token, there in both.english if not there] == ["protests"]
    assert both.strange == 1
