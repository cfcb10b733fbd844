"""Two numbers that changed places: 3 killed and 5 wounded, 5 killed and 3 wounded; 12 men and 7 women."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from tqcheck.bilingual.amounts.quantities import Quantity, english_quantities, russian_quantities
from tqcheck.bilingual.english import Token, tokens, traces
from tqcheck.bilingual.pair import Doubt, Pair
from tqcheck.bilingual.russian import Word
from tqcheck.bilingual.tables.tallies import tallies
from tqcheck.model import Span

RULE = "number.swapped"
REACH = 60
"""Code points between a number and the word that says what is counted."""

COUNTED = 3
"""Words after a Russian number among which the noun stands that it counts."""

Places = Mapping[str, Sequence[int]]
Two = tuple[Quantity, Quantity]


def tallies_kept(pair: Pair) -> Iterator[Doubt]:
    """A doubt where each of two numbers counts in the English what the other one counts in the Russian."""
    russian, english = russian_quantities(pair), english_quantities(pair)
    both = [(q, own[0]) for q in russian if len(own := [e for e in english if q.meets(e)]) == 1]
    if len(both) < 2:
        return
    classes = (
        _places(tallies().russian, ((word.lemma, word.span) for word in pair.words)),
        _places(tallies().english, ((token.key, token.span) for token in tokens(pair))),
    )
    for (first, its), (second, others) in combinations(both, 2):
        if first.meets(others) or second.meets(its):
            continue
        theirs, ours = (first, second), (its, others)
        if _crossed(theirs, ours, classes, russian, english) or _crossed_nouns(pair, theirs, ours):
            start, end = sorted((its.span, others.span))
            said = pair.source[first.span.start : second.span.end]
            yield Doubt(
                RULE, Span(start.start, end.end), (first.span, second.span), f"The source says {said}."
            )
            return


def _places(classes: Mapping[str, str], words: Iterable[tuple[str, Span]]) -> Places:
    """Where a text has words of each class."""
    found: dict[str, list[int]] = {}
    for word, span in words:
        if name := classes.get(word):
            found.setdefault(name, []).append(span.start)
    return found


def _crossed(
    theirs: Two,
    ours: Two,
    classes: tuple[Places, Places],
    russian: Sequence[Quantity],
    english: Sequence[Quantity],
) -> bool:
    """Whether two classes of news have each other's numbers."""
    for two in combinations(sorted(classes[0].keys() & classes[1].keys()), 2):
        said = _first_counts(theirs, [classes[0][name] for name in two], russian)
        meant = _first_counts(ours, [classes[1][name] for name in two], english)
        if said is not None and meant is not None and said != meant:
            return True
    return False


def _first_counts(two: Two, classes: Sequence[Sequence[int]], every: Sequence[Quantity]) -> int | None:
    """The number of the class that the first of two numbers counts; None where that is not sure.

    Numbers and classes belong together in their order, unless both numbers stand before both classes, or
    after them: 2 of the 10 wounded died.
    """
    starts = [quantity.span.start for quantity in two]
    window = range(min(starts) - REACH, max(starts) + REACH)
    near = [[place for place in places if place in window] for places in classes]
    if any(len(places) != 1 for places in near):
        return None
    places = [own[0] for own in near]
    events = sorted((*starts, *places))
    if {*events[:2]} in ({*starts}, {*places}):
        return None
    counts = dict(zip(sorted(starts), sorted(places), strict=True))
    for number, place in counts.items():
        between = range(min(number, place) + 1, max(number, place))
        if abs(number - place) > REACH or any(q.span.start in between for q in every):
            return None
    return places.index(counts[starts[0]])


def _crossed_nouns(pair: Pair, theirs: Two, ours: Two) -> bool:
    """Whether two numbers stand before each other's nouns."""
    first, second = (_noun(pair.words, quantity) for quantity in theirs)
    if first is None or second is None or first.lemma == second.lemma:
        return False
    english = tokens(pair)
    found = [traces(english, noun) for noun in (first, second)]
    if any(len(places) != 1 for places in found):
        return False
    places = [english[own[0]] for own in found]
    return all(_counts(english, q, noun) for q, noun in zip(ours, reversed(places), strict=True))


def _noun(words: Sequence[Word], quantity: Quantity) -> Word | None:
    """The noun that a Russian number counts."""
    following = [word for word in words if word.span.start >= quantity.span.end][:COUNTED]
    for word in following:
        if word.pos == "NOUN":
            return word
        if word.pos not in ("ADJF", "PRTF"):
            return None
    return None


def _counts(english: Sequence[Token], quantity: Quantity, noun: Token) -> bool:
    """Whether a noun is the first or second word after a number."""
    following = [token for token in english if token.span.start >= quantity.span.end][:2]
    return noun in following and all(token.is_word for token in following[: following.index(noun)])
