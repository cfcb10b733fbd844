"""Estimates of words → marks: the stretches of a sentence that an editor would most likely stop at."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from math import exp, log, sqrt
from pathlib import Path

from tqcheck.judge.estimate.kinds import NAMES
from tqcheck.model import Span, TqcheckError
from tqcheck.typed import NamedTuple

DATA = Path(__file__).with_name("data") / "limits.toml"
"""Set beside what `tools/estimator/train.py` measures on sentences that were not trained on."""
STEPS = 1000
"""Of a likelihood, from 0 to 1: between them processors differ."""
_NEVER = 1e-6
_QUOTES = (('"', '"'), ("“", "”"), ("«", "»"))


@dataclass(frozen=True, slots=True)
class Estimate:
    """Of a word, or of signs between words: how likely it is part of a fault, and of one that an editor must
    mend; and, if it is, how likely each of NAMES. All are whole numbers of STEPS, divided by it."""

    span: Span
    fault: float
    grave: float
    kinds: tuple[float, ...]


class Mark(NamedTuple):
    """A fault of a kind; `sure` is the likelihood of its most likely word, however the text reads."""

    span: Span
    kind: str
    grave: bool
    sure: float


@dataclass(frozen=True, slots=True)
class Limits:
    """When words make a mark. A word's likelihood is the geometric mean of its two.

    `beside`: what words side by side must reach to be looked at; `least`: what the most likely of them must
    reach, by kind, to make them a mark; `grave`: what the likelihood of a grave fault must reach to make it a
    grave one. The last two rise in log odds by `sound` for each nat that the text reads like what people
    write, and fall by `raw` for each that it reads like raw machine translation (`tqcheck.judge.figure`).
    """

    least: Mapping[str, float]
    beside: float
    grave: float
    raw: float
    sound: float

    def risen(self, likelihood: float, figure: float) -> float:
        """A likelihood as it counts in a text of that figure."""
        odds = min(max(likelihood, _NEVER), 1 - _NEVER)
        by = figure * (self.raw if figure > 0 else self.sound)
        return 1 / (1 + exp(-(log(odds / (1 - odds)) + by)))


@cache
def limits(file: Path = DATA) -> Limits:
    """The limits of a file. Raises TqcheckError for one that is not whole."""
    try:
        data = tomllib.loads(file.read_text(encoding="utf-8"))
        least = {kind: float(data["least"][kind]) for kind in NAMES}
        return Limits(least, *(float(data[name]) for name in ("beside", "grave", "raw", "sound")))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise TqcheckError(f"{file}: are no limits of the estimator: {error}") from error


def marks(sentence: str, words: Sequence[Estimate], limits: Limits, figure: float = 0.0) -> Iterator[Mark]:
    """The marks of a sentence whose words were estimated, in order, in a text of that figure.

    Where a mark stands and of what kind it is does not depend on the figure, only whether it is one.
    """
    likely = [sqrt(word.fault * word.grave) for word in words]
    for high, run in groupby(range(len(words)), key=lambda i: likely[i] >= limits.beside):
        own = _trimmed(sentence, words, run) if high else []
        if not own:
            continue
        sums = [sum(likely[i] * words[i].kinds[kind] for i in own) for kind in range(len(NAMES))]
        kind = NAMES[sums.index(max(sums))]
        sure, grave = max(likely[i] for i in own), max(words[i].grave for i in own)
        if limits.risen(sure, figure) >= limits.least[kind]:
            span = _closed(sentence, Span(words[own[0]].span.start, words[own[-1]].span.end))
            yield Mark(span, kind, limits.risen(grave, figure) >= limits.grave, sure)


def _trimmed(sentence: str, words: Sequence[Estimate], run: Iterable[int]) -> list[int]:
    """A run without the signs that it begins and ends with."""
    own = [*run]
    while own and not _is_word(sentence, words[own[0]]):
        del own[0]
    while own and not _is_word(sentence, words[own[-1]]):
        del own[-1]
    return own


def _closed(sentence: str, span: Span) -> Span:
    """The span with the quotation mark beside it whose fellow it holds: `accept "Dynamo"`."""
    inside = sentence[span.start : span.end]
    for opening, closing in _QUOTES:
        if _is_open(inside, opening, closing) and sentence.startswith(closing, span.end):
            return Span(span.start, span.end + len(closing))
        if _is_open(inside, closing, opening) and sentence.endswith(opening, 0, span.start):
            return Span(span.start - len(opening), span.end)
    return span


def _is_open(text: str, mark: str, fellow: str) -> bool:
    """Whether a text has a mark more than fellows of it; where both are alike, an odd number of them."""
    return text.count(mark) % 2 == 1 if mark == fellow else text.count(mark) > text.count(fellow)


def _is_word(sentence: str, word: Estimate) -> bool:
    return any(map(str.isalnum, sentence[word.span.start : word.span.end]))
