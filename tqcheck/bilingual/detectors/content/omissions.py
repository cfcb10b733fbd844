"""Part of a pair has no counterpart: Russian words in a row that the English has no words for, and English
sentences that render no Russian."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from tqcheck.bilingual.detectors.content.clauses import clauses_lost
from tqcheck.bilingual.english import tokens
from tqcheck.bilingual.evidence import NAME, Unit, english_keys
from tqcheck.bilingual.pair import Doubt, Pair, around
from tqcheck.bilingual.renderings.counterparts import (
    LETTERS,
    Counterparts,
    counterparts,
    keys,
    share_covered,
    tells,
)
from tqcheck.bilingual.russian import Sentence, is_first_name, lemma_of
from tqcheck.bilingual.wordlists import words
from tqcheck.model import SegmentKind, Span

OMITTED, ADDED, SENTENCE = "omission.clause", "addition.sentence", "omission.sentence"

LEAST_LOST = 2.5
"""Weight of Russian words in a row without a counterpart, less that of English words without one (which may
render them freely), from which on they are lost. A free translation reaches it in 7 sentences of 1,000."""

LEAST_BETWEEN_MARKS = 2.0
"""The same of words between marks, where each word of the English has its Russian."""

LEAST_LOST_OF_HEADLINE = 4.5
"""The same of a headline, which an editor shortens: of those from 2.5 on, six of sixteen had lost nothing."""

FREE, THERE = 0.7, 1.5
"""What an English word without counterpart weighs there; by what a Russian word with one parts the row."""

LEAST_KEPT, MOST_LENGTH, MOST_LENGTH_LESS_A_CLAUSE = 0.3, 0.9, 1.05
"""Share of the words that must have one, and the greatest length of the English, by that of the Russian: of
what has lost some words, and of what has lost a clause."""

LEAST_TOLD, BY_CHANCE, RENDERED = 4.0, 0.34, 0.5
"""Weight of words from which on one of several Russian sentences says something; the share of it that the
English may have by chance where it lacks the sentence; the share of the others that it has."""

LONGEST_TITLE = 10
"""Words and marks between what is lost of a title and the name."""
_VERBAL = frozenset({"VERB", "INFN", "GRND", "PRTS", "PRED", "NPRO"})

MOST_TOLD = 0.7
"""Share of the weight of what is lost that a sentence beside it must have to tell it."""

_OPENING = re.compile(r"(?:[,;:—–]|--|\bи)\s+(?:[а-я]{1,3}\s+)?\Z")
_CLOSING = re.compile(r"[»”\"]?\s*(?:[,;:.—–]|--)")

STOPS = frozenset('.!?…"»”')
LEAST_WORDS, STRANGE = 3, 0.25
"""Words of an English sentence that may be added; the share with a counterpart up to which it is."""


def nothing_lost(pair: Pair) -> Iterator[Doubt]:
    """Doubts about parts of the pair that the other side lacks."""
    english = sum(segment.span.end - segment.span.start for segment in pair.english)
    length = english / max(1, sum(len(sentence.text) for sentence in pair.russian))
    if length > MOST_LENGTH_LESS_A_CLAUSE and len(pair.english) == 1:
        return
    both = counterparts(pair)
    lost = list(_lost(pair, both)) if length <= MOST_LENGTH else []
    if length <= MOST_LENGTH_LESS_A_CLAUSE:
        yield from lost or clauses_lost(pair, both)
    if len(pair.english) > 1:
        yield from _added(pair, both)


def _lost(pair: Pair, both: Counterparts) -> Iterator[Doubt]:
    if not both.covers(LEAST_KEPT) and both.strange:
        return
    headline = all(segment.kind is SegmentKind.HEADLINE for segment in pair.english)
    least = LEAST_LOST_OF_HEADLINE if headline else LEAST_LOST
    whole = set() if headline else set(_sentences_lost(pair, both))
    for number, (sentence, units) in enumerate(both.russian):
        if number in whole:
            yield Doubt(SENTENCE, _place(pair, _last_before(both, number)), (sentence.span,))
            continue
        first, end, lost = _longest_gap(sentence, units)
        called = all(unit.weight == NAME for unit, _ in units[first:end])  # he may be "he"
        whole_lost = not both.strange and not headline and _is_between_marks(sentence, units[first:end])
        least_here = LEAST_BETWEEN_MARKS if whole_lost else least
        lost -= FREE * both.free_for(number, first, end)
        called = called or _is_title(sentence, units[first:end])
        if lost >= least_here and not called and not _is_told_beside(pair, sentence, units[first:end]):
            place = _place(pair, next((unit for unit, there in reversed(units[:first]) if there), None))
            start = sentence.span.start
            yield Doubt(OMITTED, place, (Span(start + units[first][0].start, start + units[end - 1][0].end),))


def _sentences_lost(pair: Pair, both: Counterparts) -> Iterator[int]:
    """The numbers of Russian sentences that the English lacks, where it has fewer than the Russian."""
    if len(pair.russian) <= len(pair.english):
        return
    told = [sum(unit.weight for unit, _ in units) for _, units in both.russian]
    had = [sum(unit.weight for unit, there in units if there) for _, units in both.russian]
    for number, (own, there) in enumerate(zip(told, had, strict=True)):
        if both.russian[number][0].text[-1] not in STOPS:
            continue  # English desks write headlines of their own
        lost = own - 2 * there - FREE * both.strange
        rest, kept = sum(told) - own, sum(had) - there
        if own >= LEAST_TOLD and there <= BY_CHANCE * own and lost >= LEAST_LOST and kept >= RENDERED * rest:
            yield number


def _last_before(both: Counterparts, number: int) -> Unit | None:
    """The last unit of the sentence before, that the English has."""
    units = both.russian[number - 1][1] if number else ()
    return next((unit for unit, there in reversed(units) if there), None)


def _longest_gap(sentence: Sentence, units: Sequence[tuple[Unit, bool]]) -> tuple[int, int, float]:
    """First, end and weight of the weightiest row of units without a counterpart (Kadane's algorithm)."""
    best, first, weight = (0, 0, 0.0), 0, 0.0
    for i, (unit, there) in enumerate(units):
        if unit.end - unit.start < LETTERS or min(unit.keys, default="").startswith("#"):
            continue  # little words tell nothing, and numbers are looked at elsewhere
        weight += -THERE * unit.weight if there else tells(sentence, unit)
        if weight <= 0:
            first, weight = i + 1, 0.0
        elif weight > best[2]:
            best = (first, i + 1, weight)
    return best


def _is_title(sentence: Sentence, lost: Sequence[tuple[Unit, bool]]) -> bool:
    """Whether the words lost are of the title of somebody whose name follows: editors shorten it."""
    start, end = sentence.span.start + lost[0][0].start, sentence.span.start + lost[-1][0].end
    inside = (word for word in sentence.words if start <= word.span.start < end)
    if any(word.pos in _VERBAL for word in inside):
        return False
    for word in itertools.islice((w for w in sentence.words if w.span.start >= end), LONGEST_TITLE):
        if word.pos in _VERBAL:
            return False
        if word.text[0].isupper() and is_first_name(word.text):
            return True
    return False


def _is_told_beside(pair: Pair, sentence: Sentence, lost: Sequence[tuple[Unit, bool]]) -> bool:
    """Whether what is lost says who speaks, and most of it stands in the English before or after: it is told
    in one sentence of a speech, and the translator chooses which."""
    said = (lemma_of(sentence.text[unit.start : unit.end]) for unit, _ in lost)
    if words("naming-a-source").isdisjoint(said):
        return False
    near = around(pair).span
    keys = english_keys(pair.text[near.start : near.end])
    there = sum(unit.weight for unit, _ in lost if not keys.isdisjoint(unit.keys))
    return there > MOST_TOLD * sum(unit.weight for unit, _ in lost)


def _is_between_marks(sentence: Sentence, lost: Sequence[tuple[Unit, bool]]) -> bool:
    """Whether a row of words stands between marks, or "and" and a mark: физику и информатику, …"""
    if not lost:
        return False
    before, after = sentence.text[: lost[0][0].start], sentence.text[lost[-1][0].end :]
    return bool(_OPENING.search(before) and _CLOSING.match(after))


def _added(pair: Pair, both: Counterparts) -> Iterator[Doubt]:
    for segment in pair.english:
        own = [item for item in both.english if segment.span.contains(item[0].span)]
        others = [item for item in both.english if not segment.span.contains(item[0].span)]
        if len(own) >= LEAST_WORDS and share_covered(own) <= STRANGE < share_covered(others or own):
            yield Doubt(ADDED, segment.span, ())


def _place(pair: Pair, before: Unit | None) -> Span:
    """The English word that renders the last one before the gap; the first word where there is none."""
    found = [token for token in tokens(pair) if token.is_word]
    if before:
        for token in found[::-1]:
            if keys(token.text) & before.keys.keys():
                return token.span
    return found[0].span if found else pair.span
