"""Runs a compiled rulebook over documents."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from typing import Any

from tqcheck.model import Document, Rule, SegmentKind, Span
from tqcheck.rulebook.match import Branch, Matcher, Step, accompanied
from tqcheck.rulebook.program import Anchored, Entry, Program
from tqcheck.rulebook.sentence import Sentence
from tqcheck.rulebook.suggest import agreeing, fitting
from tqcheck.rulebook.tokens import tokens_of

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
        suggestions = fitting(more["suggest"], more.get("only_for", []), text[span.start : span.end])
        return agreeing(suggestions, more.get("tags", {}), text, span, opens)


class Engine:
    """Finds rules in documents. `enabled` decides by index entry which rules take part."""

    def __init__(self, program: Program, enabled: Callable[[Entry], bool]) -> None:
        self.program = program
        self.enabled = enabled
        self.matcher = Matcher(program.shared)
        self.read: dict[int, CompiledRule] = {}
        self._anchored: dict[str, Anchored] = {}
        self._enabled: dict[int, bool] = {}

    def rule(self, number: int) -> CompiledRule:
        """A rule by its number, read when it is first asked for."""
        found = self.read.get(number)
        if found is None:
            found = self.read[number] = CompiledRule(self.program, number, self.matcher)
        return found

    def candidates(self, sentence: Sentence) -> dict[int, _Places]:
        """Rules of which anchors, with seconds beside them, stand in a sentence: where, by branch."""
        found: dict[int, _Places] = {}
        bare = sentence.bare
        self._look(bare, found, quotes=None if bare is sentence else False)
        if bare is not sentence:
            self._look(sentence, found, quotes=True)
        return found

    def _look(self, sentence: Sentence, found: dict[int, _Places], quotes: bool | None) -> None:
        """Adds branches that stand: all, or those that do, or do not, speak of quotation marks."""
        program, known, where = self.program, self._anchored, sentence.where
        standing = where.keys()
        for word in program.anchors.intersection(where):
            anchored = known.get(word)
            if anchored is None:
                anchored = known[word] = program.anchored(word, self._takes_part)
            here, beside, wanted = where[word], anchored.beside, dict[int, int]()
            for second in standing & beside.keys():
                for number in beside[second]:
                    wanted[number] = wanted.get(number, 0) | where[second]
            for number, others in wanted.items():
                quoting, branches = anchored.groups[number] or anchored.read(number)
                if quotes is (not quoting):
                    continue
                for rule, place, least, most in branches:
                    if places := accompanied(here, others, least, most):
                        of_rule = found.setdefault(rule, {})
                        of_rule[place] = of_rule.get(place, 0) | places

    def _takes_part(self, number: int) -> bool:
        enabled = self._enabled.get(number)
        if enabled is None:
            enabled = self._enabled[number] = self.enabled(self.program.entry(number))
        return enabled

    def run(self, document: Document) -> Iterator[tuple[CompiledRule, Span, bool]]:
        """Rules found, the words found, and whether these open their segment."""
        context = _Context(document)
        for p, paragraph in enumerate(document.paragraphs):
            for s, segment in enumerate(paragraph.segments):
                sentence = context.sentence(p, s)
                headline = segment.kind is SegmentKind.HEADLINE
                for number, places in sorted(self.candidates(sentence).items()):
                    rule = self.rule(number)
                    for span in self._spans(rule, places, sentence, headline, context, p):
                        yield rule, span, span.start <= sentence.tokens.starts[0] + 1

    def _spans(
        self,
        rule: CompiledRule,
        places: _Places,
        sentence: Sentence,
        headline: bool,
        context: _Context,
        paragraph: int,
    ) -> list[Span]:
        spans: list[Span] = []
        for place, anchors in sorted(places.items()):
            branch = rule.branch(place)
            if branch.where and (branch.where == "H") != headline:
                continue
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
            ends, starts = context.near(rule, sentence, paragraph)
            spans = [span for span in spans if ends <= span.start or span.end <= starts]
        return spans


class _Context:
    """The sentences of a document, and what stands near."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.nearby: dict[int, tuple[object, tuple[int, int]]] = {}

    def sentence(self, paragraph: int, segment: int) -> Sentence:
        span = self.document.paragraphs[paragraph].segments[segment].span
        return Sentence(tokens_of(self.document.prose, span.start, span.end))

    def near(self, rule: CompiledRule, sentence: Sentence, paragraph: int) -> tuple[int, int]:
        """The first end and the last start of what may stand near: one of them is outside a span if any is.

        Looked for once a sentence, paragraph or document, as the rule has it, and not once a span.
        """
        scope = {"sentence": sentence, "paragraph": paragraph, "document": None}[rule.near_in]
        kept = self.nearby.get(id(rule))
        if kept is None or kept[0] != scope:
            around = [sentence] if scope is sentence else self._around(rule, paragraph)
            kept = self.nearby[id(rule)] = (scope, _outermost(rule.near, around))
        return kept[1]

    def _around(self, rule: CompiledRule, paragraph: int) -> Sequence[Sentence]:
        """The sentences of the paragraph, or those of the document that hold an anchor."""
        if rule.near_in == "paragraph":
            places = [(paragraph, s) for s in range(len(self.document.paragraphs[paragraph].segments))]
            return [self.sentence(*place) for place in places]
        anchors = {anchor for branch in rule.near for anchor in branch.anchors}
        found = {place for anchor in anchors for place in self._places.get(anchor, ())}
        return _Lazily(self.sentence, sorted(found))

    @cached_property
    def _places(self) -> dict[str, list[tuple[int, int]]]:
        """Where each word of the document stands: (paragraph, segment)."""
        places: dict[str, list[tuple[int, int]]] = {}
        for p, paragraph in enumerate(self.document.paragraphs):
            for s in range(len(paragraph.segments)):
                for word in self.sentence(p, s).where:
                    places.setdefault(word, []).append((p, s))
        return places


class _Lazily(Sequence[Sentence]):
    """Sentences, made as they are looked at."""

    def __init__(self, sentence: Callable[[int, int], Sentence], places: list[tuple[int, int]]) -> None:
        self._sentence = sentence
        self._places = places

    def __len__(self) -> int:
        return len(self._places)

    def __getitem__(self, index: Any) -> Any:
        return self._sentence(*self._places[index])


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
