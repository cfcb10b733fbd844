"""A sentence of which little is left between sentences that are whole."""

from __future__ import annotations

import pytest

from tests.bilingual.support import document
from tqcheck.bilingual.renderings.coverage import uncovered

RUSSIAN = """Сергей Лавров прибыл в Минск в пятницу.

{}

Министр обороны Шойгу улетел в Пекин."""
ENGLISH = """Sergei Lavrov arrived in Minsk on Friday.

{}

Defence Minister Shoigu flew to Beijing."""


@pytest.mark.parametrize(
    ("russian", "english", "found"),
    [
        ("Кроме того, министр обсудил с президентом поставки зерна.", "In addition.", ["omission.clause"]),
        ("По его словам, урожай зерна вырос, а цены упали.", "According to him.", ["omission.clause"]),
        ("Кроме того, министр обсудил с президентом поставки зерна.", "They talked grain, too.", []),
        ("Так сказал он.", "He said so.", []),
    ],
)
def test_what_is_cut_off_is_missed(russian: str, english: str, found: list[str]) -> None:
    text = document(ENGLISH.format(english), RUSSIAN.format(russian))
    assert [doubt.rule for doubt in uncovered(text)] == found
