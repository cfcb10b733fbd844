"""Finds what machines write and people do not: English phrases of a parallel corpus, with their Russian.

A phrase is 1 to 4 words in lower case (names tell nothing of a translation): two content words, or three
words with one; a single word must be rare. Its score is the z-score of the log-odds of its use in machine
translation against clean English, with the two corpora together as the prior (Monroe, Colaresi and Quinn
2008, "Fightin' Words"), so that a rare phrase needs a strong difference. The Russian behind it is the
lemma, or pair of neighbouring lemmas, most strongly associated with its lines (Dunning's log-likelihood
1993); the score is weighed by the share of the phrase's lines in which that Russian stands, since a
machine's habit has one cause. Without clean English phrases are ranked by that association alone.
Deterministic: ties are broken by the alphabet.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeVar

from tqcheck.model import InputError, Progress
from tqcheck.progress import shown
from tqcheck.rulebook.compile import frequency
from tqcheck.rulebook.tokens import Tokens, is_word

LONGEST = 4
EXAMPLES = 3
_CANDIDATES_A_RESULT = 6
_RUSSIAN = re.compile(r"[а-яё]+(?:-[а-яё]+)*", re.IGNORECASE)
_STEP = 1000
_PRIOR_WORDS = 10_000
_ARTICLE, _EVERYDAY, _RARE = 15_000.0, 1500.0, 60.0
"""Occurrences per million: of the very commonest words, of everyday words, of rare words."""

Item = TypeVar("Item")
Line = tuple[str, str]
"""A machine translation and its source."""


@dataclass(frozen=True, slots=True)
class Mined:
    """A phrase: how often machines and people use it (lines), how sure the difference is, what Russian it
    renders and in what share of its lines that stands, and lines to read. `rules` cover it already."""

    phrase: str
    machine: int
    people: int
    score: float
    russian: str
    share: float
    examples: tuple[Line, ...]
    rules: tuple[str, ...] = ()


def parallel(mt: Sequence[str], source: Sequence[str], names: tuple[str, str]) -> list[Line]:
    """Lines side by side. Raises InputError where the files do not run in parallel."""
    if len(mt) != len(source):
        counts = f"has {len(mt)} lines, but {names[1]} has {len(source)}: they must run line by line"
        raise InputError(names[0], counts)
    return [(english, russian) for english, russian in zip(mt, source, strict=True) if english.strip()]


def mine(
    lines: Sequence[Line],
    clean: Iterable[str],
    *,
    lemma: Callable[[str], str],
    covered: Callable[[str], list[tuple[int, int, str]]],
    least: int = 5,
    most: int = 200,
    progress: Progress | None = None,
) -> list[Mined]:
    """The `most` telling phrases of at least `least` machine-translated lines, best first.

    `lemma` gives the dictionary form of a Russian word; `covered` the findings in a text as (start, end,
    rule) in code points.
    """
    english = [_words(line) for line, _ in _watched(lines, "Reading translations", progress)]
    machine = _phrases(english, least)
    people_texts = [_words(text) for text in clean]
    people = _phrases(people_texts, 1, machine)
    scored = _scored(machine, people, (sum(map(len, english)), sum(map(len, people_texts))))
    kept = _distinct(scored, machine, most * _CANDIDATES_A_RESULT)
    where = _lines_of(english, {phrase for phrase, _ in kept})
    russian = [_russian(source, lemma) for _, source in _watched(lines, "Reading the Russian", progress)]
    totals = Counter(unit for units in russian for unit in units)
    found = []
    for phrase, score in _watched(kept, "Weighing phrases", progress):
        places = where[phrase]
        unit, strength, share = _behind(places, russian, totals, len(lines))
        score = (score if people_texts else strength) * share
        found.append((score, phrase, places, unit, share))
    found.sort(key=lambda item: (-item[0], item[1]))
    return [
        Mined(
            phrase=" ".join(phrase),
            machine=len(places),
            people=people[phrase],
            score=round(score, 2),
            russian=" ".join(unit),
            share=round(share, 2),
            examples=tuple(lines[i] for i in _spread(places)),
            rules=_covering(phrase, [lines[i][0] for i in _spread(places)], covered),
        )
        for score, phrase, places, unit, share in found[:most]
    ]


Phrase = tuple[str, ...]


def _watched(items: Sequence[Item], what: str, progress: Progress | None) -> Iterator[Item]:
    """The items, one by one, and how far they are."""
    with shown(progress, what, len(items)) as advance:
        for i, item in enumerate(items, 1):
            yield item
            if i % _STEP == 0:
                advance(_STEP)


def _words(text: str) -> list[str]:
    """The words; "" for punctuation and for capitals within a line, so that no phrase runs across them."""
    tokens = Tokens(text).without_quotes
    return [
        key if is_word(key) and (i == 0 or tokens.words[i][0].islower() or key == "'s") else ""
        for i, key in enumerate(tokens.keys)
    ]


def _telling(phrase: Phrase) -> bool:
    """Whether a phrase could be a fault of its own: it neither begins nor ends with an everyday word such
    as an article unless it is long, and has content words enough."""
    rarities = [frequency(word) for word in phrase]
    if len(phrase) == 1:
        return rarities[0] < _RARE
    if max(rarities[0], rarities[-1]) > _ARTICLE:
        return False
    content = sum(rarity < _EVERYDAY for rarity in rarities)
    return content >= (2 if len(phrase) == 2 else 1)


def _grams(words: Sequence[str], longest: int = LONGEST) -> Iterator[Phrase]:
    for start in range(len(words)):
        for end in range(start + 1, min(start + longest, len(words)) + 1):
            if not words[end - 1] or words[end - 1][0].isdigit():
                break
            yield tuple(words[start:end])


def _phrases(texts: Iterable[list[str]], least: int, only: Counter[Phrase] | None = None) -> Counter[Phrase]:
    """In how many texts each phrase stands; those in fewer than `least` are dropped."""
    counts: Counter[Phrase] = Counter()
    for i, words in enumerate(texts, 1):
        grams = set(_grams(words))
        counts.update(grams if only is None else grams & only.keys())
        if only is None and i % 200_000 == 0:  # a bound on memory: what is rare so far hardly comes back
            counts = Counter({phrase: n for phrase, n in counts.items() if n > 1})
    return Counter({p: n for p, n in counts.items() if n >= least and (only is not None or _telling(p))})


def _scored(
    machine: Counter[Phrase], people: Counter[Phrase], words: tuple[int, int]
) -> list[tuple[Phrase, float]]:
    """Phrases with z-scores, highest first; by frequency where there is no clean English. `words` are the
    sizes of the two corpora."""
    if not words[1]:
        return sorted(((p, float(n)) for p, n in machine.items()), key=lambda item: (-item[1], item[0]))
    scored = []
    for phrase, ours in machine.items():
        theirs = people[phrase]
        prior = _PRIOR_WORDS * (ours + theirs) / (words[0] + words[1])
        one = (ours + prior) / (words[0] + _PRIOR_WORDS - ours - prior)
        two = (theirs + prior) / (words[1] + _PRIOR_WORDS - theirs - prior)
        z = (math.log(one) - math.log(two)) / math.sqrt(1 / (ours + prior) + 1 / (theirs + prior))
        scored.append((phrase, z))
    return sorted(scored, key=lambda item: (-item[1], item[0]))


def _distinct(
    scored: Iterable[tuple[Phrase, float]], counts: Counter[Phrase], most: int
) -> list[tuple[Phrase, float]]:
    """The best phrases, without those that hardly stand but inside, or around, one already kept."""
    kept: list[tuple[Phrase, float]] = []
    seen: dict[Phrase, int] = {}
    for phrase, score in scored:
        inner = [seen[g] for g in _grams(phrase) if g in seen]
        if any(counts[phrase] > 0.7 * count for count in inner):
            continue
        if seen.get(phrase, 0) > 0.7 * counts[phrase]:
            continue
        kept.append((phrase, score))
        for gram in _grams(phrase):
            seen[gram] = max(seen.get(gram, 0), counts[phrase])
        if len(kept) == most:
            break
    return kept


def _lines_of(texts: Iterable[list[str]], phrases: set[Phrase]) -> dict[Phrase, list[int]]:
    where: dict[Phrase, list[int]] = defaultdict(list)
    for i, words in enumerate(texts):
        for phrase in set(_grams(words)) & phrases:
            where[phrase].append(i)
    return where


def _russian(source: str, lemma: Callable[[str], str]) -> set[Phrase]:
    """Lemmas of a line and pairs of neighbours."""
    lemmas = [lemma(word.lower()) for word in _RUSSIAN.findall(source)]
    return {(word,) for word in lemmas} | set(pairwise(lemmas))


def _behind(
    places: Sequence[int], russian: Sequence[set[Phrase]], totals: Counter[Phrase], lines: int
) -> tuple[Phrase, float, float]:
    """The Russian most strongly tied to lines: (lemmas, log-likelihood, share of the lines)."""
    together = Counter(unit for i in places for unit in russian[i])
    unit: Phrase = ()
    strength = 0.0
    for candidate, both in sorted(together.items(), key=lambda item: (len(item[0]), item[0])):
        if both * 4 >= len(places):
            likelihood = _likelihood(both, len(places), totals[candidate], lines)
            if likelihood > strength:
                strength, unit = likelihood, candidate
    return unit, strength, together[unit] / len(places) if unit else 0.0


def _likelihood(both: int, one: int, other: int, lines: int) -> float:
    """Dunning's G² of two events that occur `both` times together in `lines`; 0 where they repel."""
    if both * lines <= one * other:
        return 0.0
    cells = (both, one - both, other - both, lines - one - other + both)
    rows, columns = (one, lines - one), (other, lines - other)
    expected = (
        rows[0] * columns[0] / lines,
        rows[0] * columns[1] / lines,
        rows[1] * columns[0] / lines,
        rows[1] * columns[1] / lines,
    )
    return 2 * sum(k * math.log(k / e) for k, e in zip(cells, expected, strict=True) if k > 0 and e > 0)


def _spread(places: Sequence[int]) -> list[int]:
    """A few of many, from all over."""
    if len(places) <= EXAMPLES:
        return list(places)
    return [places[i * (len(places) - 1) // (EXAMPLES - 1)] for i in range(EXAMPLES)]


def _covering(
    phrase: Phrase, texts: Iterable[str], covered: Callable[[str], list[tuple[int, int, str]]]
) -> tuple[str, ...]:
    rules: set[str] = set()
    for text in texts:
        tokens = Tokens(text)
        findings = covered(text)
        for i in range(len(tokens) - len(phrase) + 1):
            if tuple(tokens.keys[i : i + len(phrase)]) == phrase:
                start, end = tokens.starts[i], tokens.ends[i + len(phrase) - 1]
                rules.update(rule for first, last, rule in findings if first < end and start < last)
    return tuple(sorted(rules))
