"""The lattice: its links cover both sides in order, whatever these hold."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tqcheck.bilingual.alignment.monotone import Side, align

LENGTHS = st.lists(st.integers(1, 400), max_size=40)


@settings(max_examples=60, deadline=None)
@given(LENGTHS, LENGTHS, st.integers(0, 9))
def test_links_cover_both_sides(english: list[int], russian: list[int], seed: int) -> None:
    def told(left: range, right: range) -> float:
        return float((left.start * 7 + right.start * 3 + seed) % 11)

    links = align(
        Side(english, [i % 3 == 0 for i in range(len(english))]),
        Side(russian, [j % 4 == 0 for j in range(len(russian))]),
        told,
    )
    assert [i for link in links for i in link.english] == list(range(len(english)))
    assert [j for link in links for j in link.russian] == list(range(len(russian)))
    assert all(0 <= link.posterior <= 1 for link in links)


def test_a_long_text_that_lacks_ten_sentences() -> None:
    english, russian = list(range(20, 320)), [*range(20, 120), *range(130, 320)]

    def told(left: range, right: range) -> float:
        same = {english[i] for i in left} & {russian[j] for j in right}
        return 8.0 * len(same)

    opens = [True] * 300
    links = align(Side(english, opens), Side(russian, opens), told)
    alone = [english[link.english.start] for link in links if not link.russian]
    assert alone == list(range(120, 130))
