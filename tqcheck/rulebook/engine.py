"""Runs a compiled rulebook over documents."""

from __future__ import annotations

import sys
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property

from tqcheck.model import Document, Rule, SegmentKind, Span
from tqcheck.rulebook.company import SIGHTS, Company, Wanted
from tqcheck.rulebook.match import Branch, Matcher, Step, accompanied
from tqcheck.rulebook.program import Entry, Program
from tqcheck.rulebook.sentence import Sentence, words_in
from tqcheck.rulebook.suggest import agreeing, fitting
from tqcheck.rulebook.tokens import Tokens, tokens_of
from tqcheck.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Any

_LOOK_BACK = 8
_Places = dict[int, int]
"""Where anchors stand, by the place of their branch among those of its rule."""


class CompiledRule:
    """A rule that has been read because one of its anchors stood in a text."""

    def __init__(self, program: Program, number: int, matcher: Matcher) -> None:
        self._program = program
        self._number = number
        self._matcher = matcher
        code = self._code = program.code(number)
        self._branches: dict[int, Branch] = {}
        self.near_in: str = code.get("near_in", "")
        self.not_before: Step | None = matcher.step(code["not_before"]) if "not_before" in code else None
        self.not_after: Step | None = matcher.step(code["not_after"]) if "not_after" in code else None

    @cached_property
    def _more(self) -> dict[str, Any]:
        return self._program.more(self._number)

    def branch(self, place: int) -> Branch:
        """The branch at a place, read when its anchors and seconds first stand in a text."""
        branch = self._branches.get(place)
        if branch is None:
            code = self._code["branches"][place]
            branch = self._branches[place] = Branch(code, self._matcher)
        return branch

    @cached_property
    def near(self) -> list[Branch]:
        """What must stand near."""
        return [Branch(branch, self._matcher) for branch in self._more["near"]]

    @cached_property
    def unless(self) -> list[Branch]:
        """What clears the rule, read when it is first found."""
        return [Branch(branch, self._matcher) for branch in self._more.get("unless", ())]

    @cached_property
    def rule(self) -> Rule:
        """The rule's description, read when it is first found."""
        return self._program.rule(self._number)

    def suggestions(self, text: str, span: Span, opens: bool) -> tuple[str, ...]:
        """Suggestions for the words of a text at `span`, inflected as they are, capitalised if they open a
        sentence."""
        more = self._more
        suggestions = fitting(more["suggest"], more.get("only_for", []), text, span)
        return agreeing(suggestions, more.get("tags", {}), text, span, opens)


class _TakesPart(dict[int, bool]):
    """Which rules take part, by number; decided when it is first asked."""

    def __init__(self, entry: Callable[[int], Entry], enabled: Callable[[Entry], bool]) -> None:
        super().__init__()
        self._entry = entry
        self._enabled = enabled

    def __missing__(self, number: int) -> bool:
        enabled = self[number] = self._enabled(self._entry(number))
        return enabled


class Engine:
    """Finds rules in documents. `enabled` decides by index entry which rules take part."""

    def __init__(self, program: Program, enabled: Callable[[Entry], bool]) -> None:
        self.program = program
        self.enabled = enabled
        self.matcher = Matcher(program.shared)
        self.read: dict[int, CompiledRule] = {}
        self._companies: dict[int, Company] = {}
        self._takes_part = _TakesPart(program.entry, enabled)

    def rule(self, number: int) -> CompiledRule:
        """A rule by its number, read when it is first asked for."""
        found = self.read.get(number)
        if found is None:
            found = self.read[number] = CompiledRule(self.program, number, self.matcher)
        return found

    def candidates(self, sentence: Sentence, headline: bool) -> dict[int, _Places]:
        """Rules of which anchors, with seconds beside them, stand in a sentence: where, by branch."""
        found: dict[int, _Places] = {}
        elsewhere = "S" if headline else "H"
        for sight, anchors in zip(SIGHTS, self.program.anchors, strict=True):
            if sight.where != elsewhere and anchors:
                self._look(anchors, sentence if sight.quotes else sentence.bare, found)
        return found

    def _look(self, anchors: dict[str, int], sentence: Sentence, found: dict[int, _Places]) -> None:
        """Adds branches that stand, of the anchors of one sight."""
        where = sentence.where
        for word in where.keys() & anchors.keys():
            here, company = where[word], self._company(anchors[word])
            if "" in company.beside:
                for rule, place, _, _ in company.wanting(""):
                    _add(found, rule, place, here)
            for second in where.keys() & company.beside.keys():
                _add_accompanied(found, company.wanting(second), here, where[second])

    def _company(self, number: int) -> Company:
        company = self._companies.get(number)
        if company is None:
            company = self._companies[number] = self.program.company(number, self._takes_part)
        return company

    def run(self, document: Document) -> Iterator[tuple[CompiledRule, Span, bool]]:
        """Rules found, the words found, and whether these open their segment."""
        context = _Context(document)
        for p, paragraph in enumerate(document.paragraphs):
            for s, segment in enumerate(paragraph.segments):
                sentence = context.sentence((p, s))
                headline = segment.kind is SegmentKind.HEADLINE
                for number, places in sorted(self.candidates(sentence, headline).items()):
                    rule = self.rule(number)
                    for span in self._spans(rule, places, sentence, context, (p, s)):
                        yield rule, span, span.start <= sentence.tokens.starts[0] + 1

    def _spans(
        self,
        rule: CompiledRule,
        places: _Places,
        sentence: Sentence,
        context: _Context,
        at: _SegmentPlace,
    ) -> list[Span]:
        spans: list[Span] = []
        for place, anchors in sorted(places.items()):
            branch = rule.branch(place)
            seen = sentence if branch.quotes else sentence.bare
            for first, last, _ in branch.matches_at(seen, anchors):
                if rule.not_before and _stands_before(rule.not_before, seen, first):
                    continue
                if rule.not_after and rule.not_after(seen, 1 << last) & ~(1 << last):
                    continue
                spans.append(Span(seen.tokens.starts[first], seen.tokens.ends[last - 1]))
        if not spans or any(branch.found_in(sentence) for branch in rule.unless):
            return []
        spans = _merged(spans)
        if rule.near_in:
            ends, starts = context.near(rule, at)
            spans = [span for span in spans if ends <= span.start or span.end <= starts]
        return spans


def _add(found: dict[int, _Places], rule: int, place: int, anchors: int) -> None:
    of_rule = found.setdefault(rule, {})
    of_rule[place] = of_rule.get(place, 0) | anchors


def _add_accompanied(found: dict[int, _Places], wanting: list[Wanted], here: int, others: int) -> None:
    """Adds those branches whose anchors and seconds stand as far apart as they want them."""
    if here & (here - 1) or others & (others - 1):
        for rule, place, least, most in wanting:
            if places := accompanied(here, others, least, most):
                _add(found, rule, place, places)
        return
    apart = others.bit_length() - here.bit_length()  # there is one of each, as nearly always
    for rule, place, least, most in wanting:
        if least <= apart <= most:
            _add(found, rule, place, here)


_SegmentPlace = tuple[int, int]
"""Where a sentence stands: its paragraph, and which of its segments it is."""
_NEIGHBOURS = 2
"""Sentences before and after one in which what a rule wants near it may stand."""


class _Context:
    """The sentences of a document, and what stands near."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.nearby: dict[int, tuple[object, tuple[int, int]]] = {}
        self._made: dict[_SegmentPlace, Sentence] = {}

    def sentence(self, at: _SegmentPlace) -> Sentence:
        """The sentence there; the last few are kept, since rules look at neighbours too."""
        found = self._made.get(at)
        if found is None:
            if len(self._made) > 2 * _NEIGHBOURS:
                del self._made[next(iter(self._made))]
            found = self._made[at] = Sentence(self._tokens(at))
        return found

    def _tokens(self, at: _SegmentPlace) -> Tokens:
        span = self.document.paragraphs[at[0]].segments[at[1]].span
        return tokens_of(self.document.prose, span.start, span.end)

    def near(self, rule: CompiledRule, at: _SegmentPlace) -> tuple[int, int]:
        """The first end and the last start of what may stand near: one of them is outside a span if any is.

        Looked for once a sentence, paragraph or document, as the rule has it, and not once a span.
        """
        scope = {"nearby": at, "sentence": at, "paragraph": at[0], "document": None}[rule.near_in]
        kept = self.nearby.get(id(rule))
        if kept is None or kept[0] != scope:
            around = _Lazily(self.sentence, self._around(rule, at))
            kept = self.nearby[id(rule)] = (scope, _outermost(rule.near, around))
        return kept[1]

    def _around(self, rule: CompiledRule, at: _SegmentPlace) -> list[_SegmentPlace]:
        """The places of a sentence and its neighbours, of it alone, of those of its paragraph, or of those of
        the document that hold an anchor."""
        if rule.near_in == "nearby":
            return self._beside(at)
        if rule.near_in == "sentence":
            return [at]
        if rule.near_in == "paragraph":
            return [(at[0], s) for s in range(len(self.document.paragraphs[at[0]].segments))]
        anchors = {anchor for branch in rule.near for anchor in branch.anchors}
        return sorted({place for anchor in anchors for place in self._places.get(anchor, ())})

    def _beside(self, at: _SegmentPlace) -> list[_SegmentPlace]:
        """A sentence and those that tell what it is about. A headline stands alone: a text may be a list of
        them."""
        order = self._sentences
        number = bisect_left(order, at)
        if order[number : number + 1] != [at]:
            return [at]
        return order[max(0, number - _NEIGHBOURS) : number + _NEIGHBOURS + 1]

    @cached_property
    def _sentences(self) -> list[_SegmentPlace]:
        """The places of all sentences that are no headlines."""
        return [
            (p, s)
            for p, paragraph in enumerate(self.document.paragraphs)
            for s, segment in enumerate(paragraph.segments)
            if segment.kind is not SegmentKind.HEADLINE
        ]

    @cached_property
    def _places(self) -> dict[str, list[_SegmentPlace]]:
        """Where each word of the document stands."""
        places: dict[str, list[_SegmentPlace]] = {}
        for p, paragraph in enumerate(self.document.paragraphs):
            for s in range(len(paragraph.segments)):
                for word in words_in(self._tokens((p, s)).keys):
                    places.setdefault(word, []).append((p, s))
        return places


class _Lazily(Sequence[Sentence]):
    """Sentences, made as they are looked at."""

    def __init__(self, sentence: Callable[[_SegmentPlace], Sentence], places: list[_SegmentPlace]) -> None:
        self._sentence = sentence
        self._places = places

    def __len__(self) -> int:
        return len(self._places)

    def __getitem__(self, index: Any) -> Any:
        return self._sentence(self._places[index])


def _stands_before(step: Step, sentence: Sentence, first: int) -> bool:
    before = (1 << first) - (1 << max(0, first - _LOOK_BACK))
    return bool(step(sentence, before) >> first & 1)


def _outermost(near: list[Branch], around: Sequence[Sentence]) -> tuple[int, int]:
    """The least end and the greatest start of all matches; beyond any text where there are none."""

    def spans(sentence: Sentence) -> list[tuple[int, int]]:
        return [
            (seen.tokens.starts[first], seen.tokens.ends[last - 1])
            for branch in near
            for first, last, seen in branch.matches(sentence)
        ]

    foremost = next(filter(None, map(spans, around)), None)
    if foremost is None:
        return sys.maxsize, -1
    hindmost = next(filter(None, map(spans, reversed(around))))
    return min(end for _, end in foremost), max(start for start, _ in hindmost)


def _merged(spans: list[Span]) -> list[Span]:
    """Overlapping matches of one rule are one finding."""
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start < merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged
