"""The estimator: words that an editor would most likely stop at, wherever no rule knows why.

Part of the judge: installed with it, switched with it. Cheap to import: everything of weight is imported when
the judge is there and a text is read.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager

from tqcheck.checks.figured import FiguredCheck
from tqcheck.model import CannotCheck, Confidence, Document, Finding, Opened, Progress, Severity, Span
from tqcheck.progress import shown
from tqcheck.settings import Settings, ignored_in, matches, selected
from tqcheck.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from tqcheck.judge.estimate.accounts import Account, Accounts
    from tqcheck.judge.estimate.deferred import Reads
    from tqcheck.judge.estimate.marks import Limits, Mark
    from tqcheck.judge.estimate.pieces import Piece

NAME = "estimate"
NOT_USED = "The estimator was not used: `tqcheck judge install` adds it"
MOST = 1_000_000
"""Characters of one document that are read: some 160,000 words, several minutes."""
STEP = 64
"""Sentences read between two signs of progress."""


class EstimateCheck(FiguredCheck):
    """Findings of the estimator."""

    name = NAME

    def __init__(
        self,
        estimator: Reads,
        limits: Limits,
        settings: Settings,
        accounts: Accounts | None = None,
        progress: Progress | None = None,
    ) -> None:
        super().__init__(all_rules=not settings.select)
        self._estimator = estimator
        self._limits = limits
        self._accounts = accounts
        self._settings = settings
        self._progress = progress

    def _findings(self, document: Document, figure: float) -> Iterator[Finding]:
        from tqcheck.judge.estimate.kinds import ACCOUNTED

        marked = list(self._marked(document, figure)) if self._is_wanted(document) else []
        accounts = (
            self._accounts.of(document, [span for span, mark in marked if mark.kind in ACCOUNTED])
            if self._accounts is not None
            else {}
        )
        for span, mark in marked:
            yield _finding(document, span, mark, accounts.get(span))

    def _marked(self, document: Document, figure: float) -> Iterator[tuple[Span, Mark]]:
        """The marks of a document with their places in it, in order."""
        from tqcheck.judge.estimate.marks import marks

        read = self._affordable(document)
        progress = self._progress if len(read) > STEP else None
        with shown(progress, "Estimating sentences", len(read)) as advance:
            for start in range(0, len(read), STEP):
                part = read[start : start + STEP]
                estimates = self._estimator.estimates([piece.text for piece in part])
                for piece, words in zip(part, estimates, strict=True):
                    for mark in marks(piece.text, words, self._limits, figure):
                        yield piece.span(mark.span), mark
                advance(len(part))

    def _is_wanted(self, document: Document) -> bool:
        """Whether findings in a document could be shown."""
        left_out = ignored_in(self._settings, document.path)
        return not all(any(matches(selector, rule) for selector in left_out) for rule in _rule_ids())

    def _affordable(self, document: Document) -> list[Piece]:
        """The sentences of a document, as far as there is time for them."""
        from tqcheck.judge.estimate.pieces import pieces

        read: list[Piece] = []
        size = 0
        for segment in document.segments():
            span = segment.span
            for piece in pieces(document.prose[span.start : span.end], span.start):
                size += len(piece.text)
                if size > MOST:
                    line, _ = document.place(piece.origins[0])
                    self.notes.append(
                        f"{document.path}: too long for the estimator, not read from line {line} on"
                    )
                    return read
                read.append(piece)
        return read


def _finding(document: Document, marked: Span, mark: Mark, account: Account | None) -> Finding:
    from tqcheck.judge.estimate.kinds import message, rule

    behind = f"it {'is' if account.source else 'may be'} “{account.russian}”" if account else ""
    return rule(mark.kind).finding(
        NAME,
        document,
        account.span if account else marked,
        severity=Severity.MAJOR if mark.grave else Severity.MINOR,
        message=message(mark.kind, mark.sure, behind),
        suggestions=account.suggestions if account else (),
        russian=account.russian if account else "",
        source=account.source if account else (),
    )


def _rule_ids() -> tuple[str, ...]:
    from tqcheck.judge.estimate.kinds import RULE_IDS

    return RULE_IDS


def _could_be_shown(settings: Settings) -> bool:
    """Whether the settings leave any finding in."""
    from tqcheck.judge.estimate.kinds import CONFIDENCE

    sure = CONFIDENCE.rank >= Confidence(settings.min_confidence).rank
    return sure and any(selected(settings, rule) for rule in _rule_ids())


@contextmanager
def open_estimate(settings: Settings, progress: Progress | None = None) -> Iterator[Opened]:
    """The estimator, where the judge is used and this part of it is installed.

    Where the judge is used and the estimator is not there, that is a notice; with `judge = "on"`, unless the
    judge has a model of the user's own, it is CannotCheck.
    """
    if settings.judge == "off" or not _could_be_shown(settings):
        yield Opened(None, rule_ids=_rule_ids)
        return
    from tqcheck.judge import home

    used = not home.missing_packages() and (settings.judge_model or home.installed())
    name = home.estimator_name() if used else ""
    model = home.installed(name) if used else None
    if model is None:
        if settings.judge == "on" and not settings.judge_model:
            raise CannotCheck("the estimator is not installed: `tqcheck judge install` does it")
        yield Opened(None, (NOT_USED,) if used else (), rule_ids=_rule_ids)
        return
    from tqcheck.judge.estimate.deferred import Deferred
    from tqcheck.judge.estimate.kept import KeptEstimates
    from tqcheck.judge.estimate.marks import DATA, limits
    from tqcheck.judge.store import kept_file

    weights = name.removeprefix(f"{home.ESTIMATOR}-")[:12]  # so that megabytes are read once
    version = f"estimate {model.digest[:12]} weights {weights} limits {home.file_digest(DATA)[:12]}"
    with (
        closing(KeptEstimates(Deferred(model.folder), kept_file("estimates", model))) as estimates,
        _open_accounts(settings) as accounts,
    ):
        check = EstimateCheck(estimates, limits(), settings, accounts, progress)
        yield Opened(
            check,
            version=version,
            rule_ids=_rule_ids,
            later=lambda: tuple(check.notes),
            shares_work=True,
        )


@contextmanager
def _open_accounts(settings: Settings) -> Iterator[Accounts | None]:
    """What looks for the Russian behind marks; None where the judge's own model is not installed."""
    from tqcheck.judge import home

    judge = home.installed()
    if judge is None:
        yield None
        return
    from tqcheck.judge.estimate.accounts import Accounts
    from tqcheck.judge.means import open_means
    from tqcheck.judge.scores import open_scores

    whole = settings._replace(select=(), ignore=())  # what is not reported may still account for words
    with open_scores(judge) as scores:
        yield Accounts(lambda: open_means(whole), scores)
