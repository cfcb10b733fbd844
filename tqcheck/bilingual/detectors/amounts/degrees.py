"""What makes a number less exact, or a bound of it, is lost: почти 30, до 30, made 30.

The word is looked for beside the number itself: "more than 20 ships and 15 sailors" has lost that of the
second. Where a number has no counterpart, or stands in words that are none (более года), kept.yaml speaks.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from tqcheck.bilingual.amounts.quantities import Quantity, english_quantities, matched, russian_quantities
from tqcheck.bilingual.detectors.amounts.bounds import changes
from tqcheck.bilingual.english import Token, tokens
from tqcheck.bilingual.pair import Doubt, Pair
from tqcheck.bilingual.renderings.closeness import Closeness
from tqcheck.bilingual.renderings.counterparts import counterparts
from tqcheck.bilingual.russian import Word
from tqcheck.bilingual.wordlists import words
from tqcheck.model import Span

RULE = "degree.dropped"

BEFORE, BESIDE, AFTER = 6, 2, 6
"""English words before a number, right before it, and after it, among which its degree stands."""

RANGE = 5
"""Russian words before до among which what it ends may begin."""

UPTO = "до"
_MONEY = frozenset("$€£₽+")
CLOSELY, STRANGE = 0.55, 3
"""Closeness of the sentence from which on the degree should be there, and English words without a counterpart
up to which it should: human translators say it otherwise."""

_DASHES = frozenset("-–—")
OR_AND = frozenset({"or", "and"})
_YEARS = range(1900, 2100)


def degrees_kept(pair: Pair) -> Iterator[Doubt]:
    """A doubt for each number of which the Russian says that it is not exact, and the English, which renders
    the sentence closely, does not."""
    for ours, degree, number in anchored(pair):
        if pair.text[ours.span.start : ours.span.end].endswith("s"):  # in her sixties
            continue
        if not _is_inexact(tokens(pair), ours, upto=degree.text.lower() == UPTO):
            source = Span(degree.span.start, number.span.end)
            yield pair.doubt(RULE, ours.span, source)


def tells(pair: Pair, span: Span) -> bool:
    """Whether a Russian degree stands before a number that the English has: then it is looked for there."""
    return any(span.start <= degree.span.start < span.end for _, degree, _ in anchored(pair))


def anchored(pair: Pair) -> list[tuple[Quantity, Word, Quantity]]:
    """The numbers of the English that answer one behind a degree, with that word and that number; none in a
    sentence that is rendered freely."""
    if not any(_is_degree(word) for word in pair.words):
        return []
    if counterparts(pair).strange > STRANGE or Closeness([pair]).degree < CLOSELY:
        return []
    both = matched(russian_quantities(pair), english_quantities(pair), pair.text)
    found = ((ours, _degree(pair, theirs), theirs) for theirs, ours in both)
    return [(ours, degree, theirs) for ours, degree, theirs in found if degree]


def _is_degree(word: Word) -> bool:
    return word.text.lower() in words("russian-degrees")


def _degree(pair: Pair, number: Quantity) -> Word | None:
    """The degree before a number, prepositions between left out; до with what it may be up to."""
    before = [word for word in pair.words if word.span.end <= number.span.start]
    while before and (before[-1].text.lower() in words("between-degree-and-number") or _is_money(before[-1])):
        before.pop()
    if len(before) > 1 and before[-1].text == "," and before[-2].text.lower() in words("parted-degrees"):
        before.pop()  # по меньшей мере, 14
    if not before or not _is_degree(before[-1]):
        return None
    degree = before.pop()
    if degree.text.lower() == UPTO and not _is_most(pair, number, before):
        return None
    return degree


def _is_money(word: Word) -> bool:
    return word.text in _MONEY


def _is_most(pair: Pair, number: Quantity, before: Sequence[Word]) -> bool:
    """Whether a number behind до is the most that may be, and neither a time nor the end of a range or of a
    change."""
    after = next((word for word in pair.words if word.span.start >= number.span.end), None)
    timed = after is not None and (after.lemma in words("timing") or after.text == ":")
    begun = any(
        word.pos in ("NUMB", "NUMR") or word.text.lower() in words("since") for word in before[-RANGE:]
    )
    is_year = number.figures and number.plain in _YEARS
    return not (timed or begun or is_year or number.kind != "cardinal" or changes(pair, number))


def _is_inexact(english: Sequence[Token], number: Quantity, upto: bool) -> bool:
    """Whether a word of degree stands beside a number, and not beside another one."""
    before = [token for token in english if token.span.end <= number.span.start][::-1]
    if len(before) > 1 and before[0].text in _DASHES and not _is_no_number(before[1]):
        del before[:2]  # "about 70–80": what stands before the first of two is said of both
    after = [token for token in english if token.span.start >= number.span.end]
    near = [token.key for token in itertools.takewhile(_is_no_number, before)][:BEFORE]
    near += [f"{first}-{second}" for second, first in itertools.pairwise(near)]  # close-to
    behind = [token.key for token in itertools.takewhile(_is_no_number, after)][:AFTER]
    beside = words("degrees-beside") | (words("degrees-of-bounds") if upto else frozenset())
    return not (
        words("degrees-before").isdisjoint(near)
        and beside.isdisjoint(near[:BESIDE])
        and words("degrees-behind").isdisjoint(behind)
        and not any(
            one in OR_AND and other in words("degrees-after-or") and third != "than"
            for one, other, third in zip(behind, behind[1:], [*behind[2:], ""], strict=False)
        )
    )


def _is_no_number(token: Token) -> bool:
    return not token.text[0].isdigit()
