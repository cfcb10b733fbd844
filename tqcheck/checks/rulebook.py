"""The rulebook as a check: rules found become findings."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from tqcheck.model import CannotCheck, Confidence, Document, Finding, Opened, Progress
from tqcheck.rulebook import Engine, Entry, open_rulebook
from tqcheck.settings import Settings, selected

NAME = "rulebook"


class RulebookCheck:
    """Finds rules of a compiled rulebook."""

    name = NAME

    def __init__(self, engine: Engine) -> None:
        self.engine = engine

    def check_many(self, documents: Sequence[Document]) -> Sequence[Sequence[Finding] | CannotCheck]:
        """Findings of each document. Never fails."""
        return [list(self._findings(document)) for document in documents]

    def _findings(self, document: Document) -> Iterator[Finding]:
        for hit, span, opens in self.engine.run(document):
            rule = hit.rule
            text = document.text[span.start : span.end]
            yield Finding(
                rule=rule.id,
                check=NAME,
                span=span,
                text=text,
                severity=rule.severity,
                confidence=rule.confidence,
                category=rule.category,
                message=rule.why,
                suggestions=hit.suggestions(text, opens),
                russian=rule.russian,
            )


@contextmanager
def open_rulebook_check(settings: Settings, progress: Progress | None = None) -> Iterator[Opened]:
    """The rules that settings leave in. Raises RulebookError for a broken rulebook of the user's own."""
    program = open_rulebook(settings.rulebooks, announce=_announcer(progress))
    if progress is not None:
        progress.done()
    engine = Engine(program, enabled(settings))
    yield Opened(
        RulebookCheck(engine),
        version=f"rulebook {program.key[:12]}",
        rule_ids=tuple(entry.id for entry in program.entries),
    )


def enabled(settings: Settings) -> Callable[[Entry], bool]:
    """Which rules take part: confident enough, selected, and not in need of the Russian."""
    least = Confidence(settings.min_confidence).rank

    def decide(entry: Entry) -> bool:
        return not entry.needs_source and entry.confidence.rank >= least and selected(settings, entry.id)

    return decide


def _announcer(progress: Progress | None) -> Callable[[str], None] | None:
    if progress is None:
        return None
    return lambda what: progress.start(what, None)
