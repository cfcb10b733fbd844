"""What the judge goes by: pairs, rules and weights, opened for one way to check."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from tqcheck.cache import key_of_files
from tqcheck.judge import figure, senses
from tqcheck.judge import pairs as pair_list
from tqcheck.judge.figure import Weights
from tqcheck.judge.pairs import Pair
from tqcheck.judge.rules import rule_id
from tqcheck.judge.senses import Sense
from tqcheck.judge.suspicion import Known, Suspicion, of_pairs, of_rules, whatever_the_gain
from tqcheck.judge.swap import Lexicon, Place, lexicon
from tqcheck.model import Document, Span
from tqcheck.rulebook import Entry, open_rulebook
from tqcheck.rulebook.engine import Engine
from tqcheck.settings import Settings, selected


@dataclass(frozen=True, slots=True)
class Means:
    """Pairs with their lexicon, and an engine of the rules that `senses` names.

    `wanted` says of each pair whether its findings could be shown at all.
    """

    pairs: Sequence[Pair]
    lexicon: Lexicon
    wanted: Sequence[bool]
    weights: Weights
    engine: Engine
    senses: Mapping[str, Sense]

    @property
    def rule_ids(self) -> tuple[str, ...]:
        """The ids of pairs' rules; those of other rules are the rulebook's."""
        return tuple(dict.fromkeys(map(rule_id, self.pairs)))

    def suspicions(self, document: Document, figure: float) -> Iterator[Suspicion]:
        """Of pairs and, where there is no Russian beside the text, of rules; each in the text's order."""
        known = _known(document, self.pairs)
        yield from of_pairs(document, self.lexicon, self.pairs, self.wanted, known, figure, self.weights)
        if document.source is None:
            yield from of_rules(document, self.engine, self.senses, figure, self.weights)

    def doubts(self, document: Document) -> Iterator[Suspicion]:
        """As suspicions, but all of them, whatever gain would make them findings."""
        yield from whatever_the_gain(document, self.lexicon, self.pairs, _known(document, self.pairs))
        if document.source is None:
            yield from of_rules(document, self.engine, self.senses, 0.0, self.weights.without_limits())


def open_means(settings: Settings) -> Means:
    """What settings leave in. Raises PairsError and TqcheckError for data that is broken."""
    pairs, words, names = shipped()

    def decide(entry: Entry) -> bool:
        return entry.needs_source and entry.id in names and selected(settings, entry.id)

    return Means(
        pairs,
        words,
        [selected(settings, rule_id(pair)) for pair in pairs],
        figure.weights(),
        Engine(open_rulebook(settings.rulebooks), decide),
        names,
    )


def data_key() -> str:
    """A digest of the data that the judge goes by; they need not be read for that while they are the same."""
    return key_of_files(pair_list.FORMAT, (pair_list.DATA, senses.DATA, figure.DATA))


@cache
def shipped() -> tuple[list[Pair], Lexicon, dict[str, Sense]]:
    """The pairs that ship with their lexicon, and the odds of rules: the same for all settings."""
    pairs = pair_list.read_pairs()
    return pairs, lexicon(pairs, pair_list.key()), senses.read_senses()


def _known(document: Document, pairs: Sequence[Pair]) -> Known:
    """Where the Russian of a pair stands beside a place; nowhere if other Russian accounts for the words."""
    if document.source is None:
        return lambda _number, _place: None
    from tqcheck.bilingual.confirm import rendered_elsewhere, standing
    from tqcheck.bilingual.pair import pair_at
    from tqcheck.bilingual.pair import pairs as aligned

    beside = aligned(document)

    def known(number: int, place: Place) -> tuple[Span, ...] | None:
        bead = pair_at(beside, place.span.start)
        if bead is None:
            return None
        pair = pairs[number]
        found = standing([pair.russian], bead, likeliest=True)
        return () if found and rendered_elsewhere(pair.wrong, bead, found) else found

    return known
