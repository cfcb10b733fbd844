"""Other orders of the same words: a phrase that may stand where Russian has it is tried where English has it.

Nothing here says that an order is wrong. The language model does: the words are the same, so what it finds
likelier is the order.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from tqcheck.judge.clause import Clauses, Order
from tqcheck.judge.rules import CATEGORY_OF_ORDER, SEVERITY
from tqcheck.judge.suspicion import Suspicion
from tqcheck.judge.swap import Place, window_around
from tqcheck.model import Document, Paragraph, Segment, Span
from tqcheck.rulebook.tokens import QUOTE, Tokens, tokens_of

LONGEST = 80
"""Tokens of a sentence, at most: longer ones are lists."""
MOST = 8
"""Other orders tried at one place."""
_NAME = "D?[WQ]+(?:[OD]+[WQ]+)*"
_OBJECT = re.compile(rf"(?<=V)(?:P{_NAME}){{1,3}}")
_SUBJECT = re.compile(rf"(?:(?<=^)|(?<=[ZC]))(?:P{_NAME}|R)+(X?R?V)R?(P?)({_NAME})((?:P{_NAME})*)")


class Other(NamedTuple):
    """Tokens from `start` to `end` that may be in Russian order, and what they would be in English: the
    tokens of each way, in their order. `bare`: nothing marks where the phrase that is moved begins."""

    rule: str
    start: int
    end: int
    ways: list[list[range]]
    bare: bool = False


def of_order(document: Document, clauses: Clauses, orders: Mapping[str, Order]) -> Iterator[Suspicion]:
    """Where another order is worth a try, in the text's order; `orders` are the rules that are wanted."""
    for paragraph in document.paragraphs:
        for segment in paragraph.segments:
            tokens = tokens_of(document.prose, segment.span.start, segment.span.end)
            if len(tokens) > LONGEST:
                continue
            for other in others(tokens, clauses):
                if order := orders.get(other.rule):
                    limit = order.bare if other.bare else order.threshold
                    yield Suspicion(
                        _place(document, paragraph, segment, tokens, other),
                        limit,
                        limit,
                        order.id,
                        order.russian,
                        order.why,
                        SEVERITY,
                        CATEGORY_OF_ORDER,
                        suggestions=1,
                    )


def others(tokens: Tokens, clauses: Clauses) -> Iterator[Other]:
    """Places where another order may be better, by where they begin."""
    kinds = clauses.kinds(tokens)
    if "V" not in kinds:
        return
    found = [*_objects(tokens, kinds, clauses), *_subjects(tokens, kinds)]
    yield from sorted((other for other in found if other.ways), key=lambda other: (other.start, other.end))


def _objects(tokens: Tokens, kinds: str, clauses: Clauses) -> Iterator[Other]:
    """verb + phrase(s) + object: the object is tried right after the verb."""
    for found in _OBJECT.finditer(kinds):
        verb = found.start() - 1
        if any(key in clauses.lists["passive"] for key in tokens.keys[max(0, verb - 2) : verb]):
            continue
        start, end = found.span()
        for bare in (False, True):
            ways = [
                [range(cut, until), range(start, cut), range(until, end)]
                for cut, until in _cuts(tokens, kinds, start, end)
                if bare is _is_bare(tokens, kinds, cut)
                and clauses.lists["time"].isdisjoint(tokens.keys[cut:until])
            ]
            yield Other("judge.order-object", start, end, ways[:MOST], bare)


def _subjects(tokens: Tokens, kinds: str) -> Iterator[Other]:
    """fronted phrase(s) + verb + subject: the subject is tried before the verb."""
    for found in _SUBJECT.finditer(kinds):
        verb, (start, end) = found.span(1), (found.start(1), found.end())
        name = found.span(3)
        if any(_begins_name(tokens, kinds, at) for at in range(found.start() + 1, verb[0])):
            continue  # "towards the middle Weintrub increased the pace"
        if found[2]:  # "came into force a ban"
            ways = [
                [range(cut, until), range(start, cut), range(until, end)]
                for cut, until in _cuts(tokens, kinds, found.start(2), end)
            ]
        else:
            ways = [[range(*name), range(verb[0], name[0]), range(name[1], end)]]
            if found[4]:
                ways.append([range(name[0], end), range(verb[0], name[0])])
        yield Other("judge.order-subject", start, end, ways[:MOST])


def _cuts(tokens: Tokens, kinds: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where in phrases another noun phrase may begin, and where that ends: before the next preposition."""
    for cut in range(start + 2, end):
        before = tokens.raw(cut - 1)
        apart = kinds[cut] in "DW" and kinds[cut - 1] in "WQ" and cut not in tokens.joined
        if not apart or tokens.keys[cut] == "'s" or tokens.keys[cut - 2] == "'s" or before[0].isdigit():
            continue
        if tokens.raw(cut)[0].isupper() and before[0].isupper():
            continue  # within a name
        until = kinds.find("P", cut, end)
        yield cut, end if until < 0 else until


def _begins_name(tokens: Tokens, kinds: str, at: int) -> bool:
    within = kinds[at - 1 : at + 1] == "WW" and tokens.raw(at - 1).islower()
    return within and tokens.raw(at)[0].isupper()


def _is_bare(tokens: Tokens, kinds: str, cut: int) -> bool:
    first = tokens.raw(cut)[0]
    return kinds[cut] == "W" and not (first.isupper() or first.isdigit() or tokens.keys[cut] == QUOTE)


def _place(document: Document, paragraph: Paragraph, segment: Segment, tokens: Tokens, other: Other) -> Place:
    span = Span(tokens.starts[other.start], tokens.ends[other.end - 1])
    window, at = window_around(document.prose, paragraph.span.start, segment, span)
    ways = tuple(dict.fromkeys(" ".join(_texts(tokens, way)) for way in other.ways))
    return Place(span, segment, window, at, ((0, ways),))


def _texts(tokens: Tokens, way: Sequence[range]) -> Iterator[str]:
    for part in way:
        if part:
            yield " ".join(tokens.text[tokens.starts[part[0]] : tokens.ends[part[-1]]].split())
