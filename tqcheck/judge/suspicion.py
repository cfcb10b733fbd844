"""Words that may be wrong, and what it takes to call them so: of pairs of senses, and of rules that English
alone does not bear out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from tqcheck.judge.figure import Weights
from tqcheck.judge.pairs import Pair
from tqcheck.judge.rules import CONFIDENCE, of_pair
from tqcheck.judge.senses import Sense
from tqcheck.judge.swap import Lexicon, Place, is_name, window_around
from tqcheck.model import Document, Rule, Span
from tqcheck.rulebook.engine import Engine

RIGHTS = 2
"""Suggestions of a rule that are tried: the first read best in its place."""
Known = Callable[[int, Place], tuple[Span, ...] | None]
"""Where a pair's Russian stands beside a place, by the pair's number: nowhere, or None where the Russian is
not known."""


@dataclass(frozen=True, slots=True)
class Suspicion:
    """Words in doubt. `place` has what may stand for them; `limit` is the gain from which on that is a
    finding, `usual` what it would be in a text of which nothing is known. `rule` says why they are."""

    place: Place
    limit: float
    usual: float
    rule: Rule
    source: tuple[Span, ...] = ()


def of_pairs(
    document: Document,
    lexicon: Lexicon,
    pairs: Sequence[Pair],
    wanted: Sequence[bool],
    known: Known,
    figure: float,
    weights: Weights,
) -> Iterator[Suspicion]:
    """Those of a list of pairs that could be findings, in the order of the text."""
    for place in lexicon.places(document):
        for number, rights in place.pairs:
            if not wanted[number]:
                continue
            pair = pairs[number]
            source = known(number, place)
            if source is None:
                usual = limit = pair.threshold
                if limit is not None:
                    limit = max(limit - weights.pair_figure * figure, min(limit, weights.pair_least))
            else:
                usual = limit = pair.with_source if source else None
            if limit is None or usual is None or usual > weights.pair_most:
                continue
            yield Suspicion(place.of(((number, rights),)), limit, usual, of_pair(pair), source or ())


def whatever_the_gain(
    document: Document, lexicon: Lexicon, pairs: Sequence[Pair], known: Known
) -> Iterator[Suspicion]:
    """Those of a list of pairs whose Russian may stand there, in the order of the text; none has a limit."""
    for place in lexicon.places(document):
        for number, rights in place.pairs:
            source = known(number, place)
            if source != ():
                own = place.of(((number, rights),))
                yield Suspicion(own, 0.0, 0.0, of_pair(pairs[number]), source or ())


def of_rules(
    document: Document, engine: Engine, senses: Mapping[str, Sense], figure: float, weights: Weights
) -> Iterator[Suspicion]:
    """Those of rules that could be findings in a text without its Russian, in the order of the text."""
    segments = ((paragraph, segment) for paragraph in document.paragraphs for segment in paragraph.segments)
    here = next(segments, None)
    for hit, span, _ in engine.run(document):
        while here is not None and here[1].span.end <= span.start:
            here = next(segments, None)
        if here is None:
            return
        paragraph, segment = here
        rule = hit.rule
        usual = weights.rule_bias - weights.rule_prior * senses[rule.id].odds
        limit = max(usual - weights.rule_figure * figure, weights.rule_least)
        if limit > weights.rule_most:
            continue
        text = document.text[span.start : span.end]
        suggestions = hit.suggestions(document.text, span, opens=False)
        rights = [right for right in suggestions if right.lower() != text.lower()][:RIGHTS]
        around, at = window_around(document.prose, paragraph.span.start, segment, span)
        if not rights or not at.start or is_name(document, segment, span):
            continue
        place = Place(span, segment, around, at, ((0, tuple(rights)),))
        yield Suspicion(place, limit, usual, rule._replace(confidence=CONFIDENCE))
