"""The rulebook as a check: rules found become findings."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from functools import cached_property

from tqcheck.model import CannotCheck, Confidence, Document, Finding, Opened, Progress, Rule, Span
from tqcheck.progress import shown
from tqcheck.rulebook import Entry, Program, open_rulebook
from tqcheck.settings import Settings, selected
from tqcheck.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from tqcheck.rulebook.engine import CompiledRule, Engine

NAME = "rulebook"


class RulebookCheck:
    """Finds rules of a compiled rulebook, by `wanted` where a text stands alone, by `wanted_beside` where its
    Russian confirms them."""

    name = NAME

    def __init__(
        self, program: Program, wanted: Callable[[Entry], bool], wanted_beside: Callable[[Entry], bool]
    ) -> None:
        self._program = program
        self._wanted = wanted
        self._wanted_beside = wanted_beside

    def check_many(self, documents: Sequence[Document]) -> Sequence[Sequence[Finding] | CannotCheck]:
        """Findings of each document. Never fails."""
        return [list(self._found(document)) for document in documents]

    def _found(self, document: Document) -> Iterator[Finding]:
        if document.source is None:
            for hit, span, opens in self._alone.run(document):
                yield _finding(document, hit, span, opens)
            return
        from tqcheck.bilingual.confirm import rendered_already, responsible
        from tqcheck.bilingual.pair import pair_at, pairs

        beside = pairs(document)
        for hit, span, opens in self._beside.run(document):
            rule = hit.rule
            pair = pair_at(beside, span.start) if rule.source else None
            source = responsible(rule, pair) if pair else ()
            if source and pair:
                finding = _finding(document, hit, span, opens)
                if rule.needs_source and rendered_already(finding.suggestions, pair, span, source):
                    continue
                yield finding._replace(source=source, confidence=_surer(rule))
            elif not rule.needs_source:
                yield _finding(document, hit, span, opens)

    @cached_property
    def _alone(self) -> Engine:
        return _engine(self._program, self._wanted)

    @cached_property
    def _beside(self) -> Engine:
        return _engine(self._program, self._wanted_beside)


def _engine(program: Program, wanted: Callable[[Entry], bool]) -> Engine:
    from tqcheck.rulebook.engine import Engine  # of no use before there is a text to look at

    return Engine(program, wanted)


def _surer(rule: Rule) -> Confidence:
    """The confidence of a rule whose Russian stands in the source. One of low confidence is not the surer for
    it: on annotated texts none of six such findings was right, since there it is the English that is sound.
    One that needs the source was judged with it."""
    medium = rule.confidence is Confidence.MEDIUM and not rule.needs_source
    return Confidence.HIGH if medium else rule.confidence


def _finding(document: Document, hit: CompiledRule, span: Span, opens: bool) -> Finding:
    suggestions = hit.suggestions(document.text, span, opens)
    return hit.rule.finding(NAME, document, span, suggestions=suggestions)


@contextmanager
def open_rulebook_check(settings: Settings, progress: Progress | None = None) -> Iterator[Opened]:
    """The rules that settings leave in. Raises RulebookError for a broken rulebook of the user's own."""
    with ExitStack() as works:

        def announce(what: str) -> None:
            works.enter_context(shown(progress, what, None))

        program = open_rulebook(settings.rulebooks, announce)
    yield Opened(
        RulebookCheck(program, enabled(settings), enabled_beside(settings)),
        version=f"rulebook {program.key[:12]}",
        rule_ids=lambda: tuple(program.ids),
    )


def enabled(settings: Settings) -> Callable[[Entry], bool]:
    """Which rules take part without a source: confident enough, selected, and not in need of the Russian."""
    sure = _from(Confidence(settings.min_confidence))

    def decide(entry: Entry) -> bool:
        return not entry.needs_source and entry.confidence in sure and selected(settings, entry.id)

    return decide


def enabled_beside(settings: Settings) -> Callable[[Entry], bool]:
    """Which rules take part beside a source, which may make those of medium confidence surer."""
    sure = _from(min(Confidence(settings.min_confidence), Confidence.MEDIUM, key=lambda least: least.rank))
    return lambda entry: entry.confidence in sure and selected(settings, entry.id)


def _from(least: Confidence) -> tuple[Confidence, ...]:
    """The confidences from that one on."""
    return tuple(confidence for confidence in Confidence if confidence.rank >= least.rank)
