"""A text many times as long beside its Russian takes so many times as long to compare, not more."""

from __future__ import annotations

from tests.bilingual.support import document
from tests.growth import assert_linear
from tqcheck.bilingual.detectors import DETECTORS
from tqcheck.bilingual.pair import pairs

_RUSSIAN = "В Омске за {} дней построили {} домов."
_ENGLISH = "In Omsk {} houses were built in almost {} days, about {} in all."


def _many(count: int) -> tuple[str, str]:
    numbers = [(3 + at % 97, 100 + 7 * at) for at in range(count)]
    russian = "\n\n".join(_RUSSIAN.format(*both) for both in numbers)
    english = "\n\n".join(_ENGLISH.format(many, days + 1, many + 50) for days, many in numbers)
    return english, russian


def test_time_grows_with_the_text() -> None:
    texts = {str(count): pairs(document(*_many(count))) for count in (200, 1_600)}

    def compare(count: str) -> None:
        for pair in texts[count]:
            for detect in DETECTORS:
                list(detect(pair))

    assert_linear(compare, "1600", "200")
