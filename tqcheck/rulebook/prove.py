"""Proves a rulebook by its own examples: what `tqcheck rules test` and the test suite run."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tqcheck.model import Document, Paragraph, Rule, Segment, SegmentKind, Span
from tqcheck.rulebook.engine import CompiledRule, Engine
from tqcheck.rulebook.program import Program

_MARK = re.compile(r"\[\[(.+?)\]\]", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Flaw:
    """A promise a rule does not keep."""

    rule: str
    origin: str
    message: str

    def __str__(self) -> str:
        return f"{self.origin}: {self.rule}: {self.message}"


def unmark(example: str) -> tuple[str, list[Span]]:
    """An example without its [[ ]], and the spans they enclosed."""
    text, spans, last = "", [], 0
    for found in _MARK.finditer(example):
        text += example[last : found.start()]
        spans.append(Span(len(text), len(text) + len(found[1])))
        text += found[1]
        last = found.end()
    return text + example[last:], spans


def sentence_document(example: str) -> Document:
    """An example as a document of one segment; "H: " in front makes it a headline."""
    headline = example.startswith("H: ")
    text = example.removeprefix("H: ")
    kind = SegmentKind.HEADLINE if headline else SegmentKind.SENTENCE
    span = Span(0, len(text))
    return Document("example", text, text, (Paragraph(span, (Segment(span, kind),)),))


class Prover:
    """Runs rules over examples. All rules take part, whatever their confidence."""

    def __init__(self, program: Program) -> None:
        self.engine = Engine(program, lambda _: True)
        self.program = program

    def found(self, example: str) -> list[tuple[CompiledRule, Span]]:
        """Rules found in an example without marks."""
        return [(rule, span) for rule, span, _ in self.engine.run(sentence_document(example))]

    def own_flaws(self, rule: Rule) -> Iterator[Flaw]:
        """Flag examples not flagged exactly so, and pass examples that the rule itself flags."""
        for example in rule.before:
            headline = example.startswith("H: ")
            text, wanted = unmark(example.removeprefix("H: "))
            got = [
                span for hit, span in self.found("H: " + text if headline else text) if hit.rule.id == rule.id
            ]
            if sorted(got) != wanted:
                shown = ", ".join(repr(text[s.start : s.end]) for s in sorted(got)) or "nothing"
                yield Flaw(rule.id, rule.origin, f"in {example!r} it finds {shown}")
        for example in rule.exceptions:
            for hit, span in self.found(example):
                if hit.rule.id == rule.id:
                    body = example.removeprefix("H: ")
                    yield Flaw(
                        rule.id, rule.origin, f"it finds {body[span.start : span.end]!r} in pass {example!r}"
                    )

    def cross_flaws(self, rule: Rule) -> Iterator[Flaw]:
        """Pass examples and suggestions of one rule that another rule (not needing the source) flags."""
        sound = [*rule.exceptions]
        for example in rule.before:
            text, spans = unmark(example)
            for suggestion in self._in_place(rule, example)[:1]:
                sound += [text[: spans[0].start] + suggestion + text[spans[0].end :]]
        for i, example in enumerate(sound):
            is_pass = i < len(rule.exceptions)
            for hit, span in self.found(example):
                if hit.rule.needs_source or (is_pass and hit.rule.id == rule.id):
                    continue
                words = example.removeprefix("H: ")[span.start : span.end]
                what = "pass example" if is_pass else "corrected example"
                yield Flaw(rule.id, rule.origin, f"{hit.rule.id} finds {words!r} in its {what} {example!r}")

    def _in_place(self, rule: Rule, example: str) -> tuple[str, ...]:
        headline = example.startswith("H: ")
        text, spans = unmark(example.removeprefix("H: "))
        if len(spans) != 1:
            return ()
        for hit, span in self.found("H: " + text if headline else text):
            if hit.rule.id == rule.id and span == spans[0]:
                return hit.suggestions(text, span, span.start <= 1)
        return ()

    def flaws(self, rules: Iterable[Rule], *, cross: bool = True) -> Iterator[Flaw]:
        """All flaws of rules, in their order."""
        for rule in rules:
            yield from self.own_flaws(rule)
            if cross and not rule.needs_source:
                yield from self.cross_flaws(rule)
