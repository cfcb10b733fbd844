"""A relative clause, or a participle with what belongs to it, that the English lacks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tqcheck.bilingual.counterparts import LETTERS, Counterparts, keys
from tqcheck.bilingual.english import near, tokens
from tqcheck.bilingual.evidence import Unit
from tqcheck.bilingual.pair import Doubt, Pair
from tqcheck.bilingual.russian import Sentence, Word
from tqcheck.bilingual.wordlists import words
from tqcheck.model import SegmentKind, Span

RULE = "omission.clause"

LEAST, FREE = 1.5, 1.0
"""Weight of a clause, none of whose words is rendered, less that of each English word without a counterpart,
from which on it is lost."""

LEAST_WORDS = 2
_ENDS = frozenset({",", ".", ";", ":", "!", "?", "—", "–", "-", "(", ")"})


def clauses_lost(pair: Pair, both: Counterparts) -> Iterator[Doubt]:
    """A doubt for a clause each of whose words the English lacks, or has for another Russian word."""
    headline = all(segment.kind is SegmentKind.HEADLINE for segment in pair.english)
    if headline or len(pair.russian) > 1:
        return
    [(sentence, units)] = both.russian
    standing = [keys(token.text) for token in tokens(pair) if token.text[0].isalnum()]
    for start, end in _clauses(sentence):
        inside = [unit for unit, _ in units if start <= unit.start < end and unit.end - unit.start >= LETTERS]
        outside = [unit for unit, _ in units if not start <= unit.start < end]
        if len(inside) < LEAST_WORDS or any(_is_rendered(unit, outside, standing) for unit in inside):
            continue
        if sum(unit.weight for unit in inside) - FREE * both.strange >= LEAST:
            place = Span(sentence.span.start + start, sentence.span.start + end)
            yield Doubt(RULE, near(pair, place), (place,))
            return


def _is_rendered(unit: Unit, others: Sequence[Unit], standing: Sequence[frozenset[str]]) -> bool:
    """Whether an English word stands for a Russian one, and for none of the others."""
    own = [word for word in standing if not word.isdisjoint(unit.keys)]
    return any(all(word.isdisjoint(other.keys) for other in others) for word in own)


def _clauses(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Where relative clauses and participles after a comma begin and end, as offsets in the sentence."""
    found, first = sentence.words, sentence.span.start
    for at, word in enumerate(found):
        if word.text == "," and _opens(found[at + 1 : at + 3]):
            end = next((other for other in found[at + 1 :] if other.text in _ENDS), found[-1])
            yield found[at + 1].span.start - first, end.span.start - first


def _opens(following: Sequence[Word]) -> bool:
    """Whether words open a relative clause, or are a participle: где, за который, разработанный."""
    if not following:
        return False
    if following[0].pos == "PREP":
        following = following[1:]
    word = following[0] if following else None
    return word is not None and (word.pos == "PRTF" or word.lemma in words("relating-russian"))
