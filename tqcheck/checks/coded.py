"""What the checks written in Python share: spots they found become findings, by the rules in their data.

A *spotter* looks at a document and yields spots. Most spotters are patterns: a regular expression from the
data, tried only where one of the words it needs (`when`) and one of the shapes (`shape`: the text with
every letter as a or A and every figure as 0) stand in the text, whose suggestions are templates or
made by a function of the check's own.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from functools import cached_property, lru_cache, partial

from tqcheck.entities import Store, open_store
from tqcheck.model import CannotCheck, Document, Finding, Opened, Progress, Rule, SegmentKind, Span
from tqcheck.settings import Settings, selected
from tqcheck.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from typing import Any


class Spot(NamedTuple):
    """A rule at a place. Suggestions that are None are those of the rule; `said` goes after its message,
    `russian` in place of its Russian."""

    rule: str
    span: Span
    suggestions: tuple[str, ...] | None = None
    said: str = ""
    russian: str = ""


_HEADLINES = 5
"""Headlines that make a list."""

_AHEAD = 80
"""Code points that an expression may look beyond a paragraph."""

_SHAPES = str.maketrans(
    dict.fromkeys("abcdefghijklmnopqrstuvwxyz", "a")
    | dict.fromkeys("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "A")
    | dict.fromkeys("0123456789", "0")
)
Spotter = Callable[[Document], Iterable[Spot]]
Fix = Callable[[re.Match[str]], tuple[str, ...] | None]
"""The suggestions for a match of a pattern, or None where it is no fault after all."""


class CodedCheck:
    """Findings of spotters, which `spotters` gives once there is a text."""

    def __init__(self, name: str, store: Store, spotters: Callable[[], Sequence[Spotter]]) -> None:
        self.name = name
        self._store = store
        self._open_spotters = spotters
        self._rules: dict[str, Rule] = {}

    @cached_property
    def _spotters(self) -> Sequence[Spotter]:
        return self._open_spotters()

    def check_many(self, documents: Sequence[Document]) -> Sequence[Sequence[Finding] | CannotCheck]:
        """Findings of each document. Never fails."""
        return [list(self._findings(document)) for document in documents]

    def everywhere(self, document: Document) -> Iterator[Finding]:
        """What rules that are told once in a text find, at each of its places."""
        once = frozenset(self._store.part("once"))
        yield from (self._finding(document, spot) for spot in self._spots(document) if spot.rule in once)

    def _spots(self, document: Document) -> list[Spot]:
        spots = [spot for spotter in self._spotters for spot in spotter(document) if _stands(document, spot)]
        if spots and not self._rules:
            self._rules = {rule.id: rule for rule in self._store.rules(self.name)}
        return spots

    def _findings(self, document: Document) -> Iterator[Finding]:
        spots = self._spots(document)
        once = frozenset(self._store.part("once")) if spots else frozenset()
        times = Counter(spot.rule for spot in spots if spot.rule in once)
        for rule, count in times.items():
            first = min((spot for spot in spots if spot.rule == rule), key=lambda spot: spot.span)
            yield self._finding(document, first, count)
        yield from (self._finding(document, spot) for spot in spots if spot.rule not in times)

    def _finding(self, document: Document, spot: Spot, times: int = 1) -> Finding:
        rule = self._rules[spot.rule]
        said = f" {spot.said}" if spot.said else ""
        count = f" It stands {times} times in this text." if times > 1 else ""
        return rule.finding(
            self.name,
            document,
            spot.span,
            message=rule.why + said + count,
            suggestions=spot.suggestions,
            russian=spot.russian,
        )


def _stands(document: Document, spot: Spot) -> bool:
    """Whether the words are prose throughout: markup within them has hidden something."""
    span = spot.span
    return document.text[span.start : span.end] == document.prose[span.start : span.end]


class Patterns:
    """The patterns of a check as one spotter. Expressions are compiled when a text first needs them, and look
    only at paragraphs in which the words stand that they need."""

    def __init__(
        self, patterns: Iterable[dict[str, Any]], fixes: Mapping[str, Fix], wanted: Callable[[str], bool]
    ) -> None:
        self._patterns = [pattern for pattern in patterns if wanted(pattern["rule"])]
        self._fixes = fixes

    def __call__(self, document: Document) -> Iterator[Spot]:
        folded, shaped = _folded_and_shaped(document.prose)
        ends = [paragraph.span.end for paragraph in document.paragraphs[:-1]]
        ends.append(len(document.prose))
        for pattern in self._patterns:
            when, shape = pattern.get("when"), pattern.get("shape")
            if when:
                found = _stretches(folded, when, ends)
                if shape:
                    found = [
                        (start, end)
                        for start, end in found
                        if any(
                            shaped.find(part, start, end + 1) >= 0 for part in shape
                        )  # with the line break
                    ]
            else:
                found = _stretches(shaped, shape, ends) if shape else [(0, len(shaped))]
            if found:
                yield from self._spots(pattern, document, found)

    def _spots(
        self, pattern: dict[str, Any], document: Document, stretches: Iterable[tuple[int, int]]
    ) -> Iterator[Spot]:
        prose, fix = document.prose, self._fixes.get(pattern["rule"])
        near, unless = pattern.get("near"), pattern.get("unless")
        if near and not re.search(near, prose):
            return
        for match in _matches(re.compile(pattern["find"]), prose, stretches):
            if unless and re.search(unless, sentence_around(document, match.start())):
                continue
            place = pattern["place"]
            if place != "any" and kind_at(document, match.start()) != place:
                continue
            suggestions = None
            if templates := pattern.get("fix"):
                suggestions = tuple(match.expand(text) for text in templates)
            elif fix and (suggestions := fix(match)) is None:
                continue
            group = "span" if "span" in match.re.groupindex else 0
            yield Spot(pattern["rule"], Span(*match.span(group)), suggestions)


@lru_cache(maxsize=1)
def _folded_and_shaped(prose: str) -> tuple[str, str]:
    """In lower case, and by shape, place by place: the checks of one document share them."""
    folded = prose.lower()
    if len(folded) != len(prose):
        folded = "".join(small if len(small := c.lower()) == 1 else c for c in prose)
    return folded, prose.translate(_SHAPES)


def _stretches(text: str, parts: Iterable[str], ends: Sequence[int]) -> list[tuple[int, int]]:
    """The paragraphs that one of the parts stands in, each with what is before it, by the ends of all."""
    found: set[int] = set()
    for part in parts:
        at = text.find(part)
        while at >= 0:
            paragraph = bisect_right(ends, at)
            found.add(paragraph)
            at = text.find(part, ends[paragraph])
    return [(ends[n - 1] if n else 0, ends[n]) for n in sorted(found)]


def _matches(
    expression: re.Pattern[str], prose: str, stretches: Iterable[tuple[int, int]]
) -> Iterator[re.Match[str]]:
    """Matches that begin within stretches; behind these a little is seen."""
    for start, end in stretches:
        for match in expression.finditer(prose, start, end + _AHEAD):
            if match.start() < end:
                yield match


def kind_at(document: Document, offset: int) -> SegmentKind | None:
    """Whether an offset lies in a sentence or in a headline."""
    segment = document.segment_at(offset)
    return segment.kind if segment else None


def sentence_around(document: Document, offset: int) -> str:
    """The prose of the segment that an offset lies in."""
    segment = document.segment_at(offset)
    return document.prose[segment.span.start : segment.span.end] if segment else ""


def is_list_of_headlines(document: Document) -> bool:
    """Whether a document is nothing but headlines: of several texts, which need not agree on names."""
    kinds = [segment.kind for segment in document.segments()]
    return len(kinds) >= _HEADLINES and all(kind is SegmentKind.HEADLINE for kind in kinds)


def opener(
    name: str,
    fixes: Mapping[str, Fix],
    spotters: Callable[[Store], Sequence[Spotter]] = lambda _: (),
    *,
    of_characters: bool = False,
) -> Callable[[Settings, Progress | None], AbstractContextManager[Opened]]:
    """What opens the check of the rules in entities/data/rules/NAME.yaml that settings leave in: patterns,
    `fixes` that make the suggestions of some of them, and spotters made of a store."""

    @contextmanager
    def opened(settings: Settings, _: Progress | None) -> Iterator[Opened]:
        store = open_store()
        wanted = partial(selected, settings)

        def ids() -> tuple[str, ...]:
            return tuple(store.ids[name])

        def all_spotters() -> Sequence[Spotter]:
            return [Patterns(store.part(f"patterns {name}"), fixes, wanted), *spotters(store)]

        if (settings.select or settings.ignore) and not any(map(wanted, ids())):
            yield Opened(None, rule_ids=ids)
            return
        check = CodedCheck(name, store, all_spotters)
        version = f"entities {store.key[:12]}"
        yield Opened(check, rule_ids=ids, version=version, of_characters=of_characters)

    return opened
