"""Checks opened for any number of documents, and what they say of each."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import ExitStack
from functools import partial
from types import TracebackType

from tqcheck.checks import CHECKS, described_rules
from tqcheck.checks.seen import Seen, as_seen
from tqcheck.coverage import is_not_english, not_compared
from tqcheck.kept import Keeper, Kept
from tqcheck.model import (
    CannotCheck,
    Check,
    CheckedDocument,
    CheckFailure,
    Confidence,
    Document,
    Finding,
    LateCheck,
    Opened,
    Progress,
    unread_in,
)
from tqcheck.score import score
from tqcheck.settings import Settings, SettingsError, ignored_in, matches, require_known_selectors, selected
from tqcheck.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from tqcheck.baseline import Baseline, Entry


class Begun(NamedTuple):
    """Documents, the keys to keep findings under, what is kept, and the documents of which nothing is."""

    documents: Sequence[Document]
    keys: Sequence[str]
    kept: Sequence[Kept | None]
    new: Sequence[Document]


class Results(NamedTuple):
    """For each document what each check found or why it could not look; what the report must say besides."""

    found: Sequence[Sequence[Sequence[Finding] | CannotCheck]]
    notices: tuple[str, ...]


class Session:
    """Opened checks, for any number of documents. A context manager: closing it stops what it started.

    `baseline` is used instead of reading that of the settings; findings that `known` has, too, are left out
    once it is set. With `keep`, texts that have not changed since a run before are not looked at again.
    Raises, on opening, what a check raises that was asked for and cannot be had (CannotCheck, RulebookError),
    and BaselineError.
    """

    def __init__(
        self,
        settings: Settings,
        progress: Progress | None = None,
        baseline: Baseline | None = None,
        *,
        keep: bool = False,
    ) -> None:
        self.settings = settings
        self.baseline = baseline
        self.known: Baseline | None = None
        self._progress = progress
        self._stack = ExitStack()
        self._opened: list[Opened] = []
        self._told: dict[str, None] = {}
        self._keep = keep and not settings.languagetool_url
        self._keeper: Keeper | None = None

    def __enter__(self) -> Session:
        try:
            if self.baseline is None and self.settings.baseline:
                from tqcheck.baseline import baseline_of

                self.baseline = baseline_of(self.settings, self.settings.baseline)
            for open_check in CHECKS.values():
                self._opened.append(self._stack.enter_context(open_check(self.settings, self._progress)))
            self._require_known_selectors()
            if self._keep:
                self._keeper = Keeper(self.settings, self.versions)
                self._stack.callback(self._keeper.prune)
        except BaseException:
            self._stack.close()
            raise
        return self

    def _require_known_selectors(self) -> None:
        """Raises SettingsError for a selector that means no rule of any check."""
        if self.settings.select or self.settings.ignore or self.settings.per_file_ignores:
            ids = [id_ for opened in self._opened for id_ in opened.rule_ids()]
            try:
                require_known_selectors(self.settings, ids)
            except SettingsError:  # describing the rules of checks that are absent takes longer than a text
                require_known_selectors(self.settings, [*ids, *(rule.id for rule in described_rules())])

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stack.__exit__(kind, error, trace)

    @property
    def notices(self) -> tuple[str, ...]:
        """What a report must say of the checks: which was absent, and why."""
        of_checks = (notice for opened in self._opened for notice in (*opened.notices, *opened.later()))
        return tuple(dict.fromkeys((*of_checks, *self._told)))

    @property
    def versions(self) -> tuple[str, ...]:
        """What ran: part of a report's signature."""
        return tuple(opened.version for opened in self._opened if opened.version)

    @property
    def shares_work(self) -> bool:
        """Whether a check takes part that has processes or threads of its own."""
        return any(opened.shares_work for opened in self._opened)

    def check(self, documents: Sequence[Document]) -> list[CheckedDocument]:
        """Checks documents; one that a check could not look at carries that failure."""
        begun = self.begin(documents)
        return self.finish(begun, self.results(begun.new))

    def check_afresh(self, documents: Sequence[Document]) -> list[CheckedDocument]:
        """Checks documents as if there were no baseline."""
        begun = self.begin(documents)
        return self._finished(begun, self.results(begun.new), ())

    def begin(self, documents: Sequence[Document]) -> Begun:
        """Looks for what is kept. What is new may be given to `results` of another session like this."""
        keys = [self._keeper.key(document) if self._keeper else "" for document in documents]
        kept = [self._keeper.get(key) if self._keeper else None for key in keys]
        new = [document for document, found in zip(documents, kept, strict=True) if found is None]
        return Begun(documents, keys, kept, new)

    def results(self, documents: Sequence[Document]) -> Results:
        """What the checks find in documents, and what must be said of that."""
        found = self._by_check(documents) if documents else []
        later = tuple(notice for opened in self._opened for notice in opened.later())
        return Results([*zip(*found, strict=True)], later)

    def finish(self, begun: Begun, results: Results) -> list[CheckedDocument]:
        """What stands of the results, beside what was kept."""
        return self._finished(begun, results, [known for known in (self.baseline, self.known) if known])

    def _finished(
        self, begun: Begun, results: Results, baselines: Sequence[Baseline]
    ) -> list[CheckedDocument]:
        self._told.update(dict.fromkeys(results.notices))
        checked, of_new = [], iter(results.found)
        for document, key, found in zip(begun.documents, begun.keys, begun.kept, strict=True):
            failures: tuple[CheckFailure, ...] = ()
            ran = {check.name for check in self._checks()}
            if found is None:
                found, failures, ran = self._found(document, next(of_new, ()))
                if self._keeper and not failures and not self._told:
                    self._keeper.put(key, found)
            checked.append(self._settled(document, found, failures, ran, baselines))
        return checked

    def _by_check(self, documents: Sequence[Document]) -> list[Sequence[Sequence[Finding] | CannotCheck]]:
        """What each check says of each document.

        One text after the other goes through the checks, so that what these share of a text is made once;
        those that share work out are given all texts at once.
        """
        seen = [as_seen(document) for document in documents]
        alone = [opened for opened in self._opened if not opened.shares_work]
        by_text = [
            [
                _checked(check, opened.of_characters, [document], [readable])[0]
                for opened, check in _had(alone)
            ]
            for document, readable in zip(documents, seen, strict=True)
        ]
        of_alone = zip(*by_text, strict=True)
        found: list[Sequence[Sequence[Finding] | CannotCheck]] = []
        for opened, check in _had(self._opened):
            if not opened.shares_work:
                found.append(next(of_alone))
            elif isinstance(check, LateCheck):
                found.append(check.check_after(documents, found))
            else:
                found.append(_checked(check, opened.of_characters, documents, seen))
        return found

    def _found(
        self, document: Document, results: Iterable[Sequence[Finding] | CannotCheck]
    ) -> tuple[Kept, tuple[CheckFailure, ...], set[str]]:
        """What stands of the results of the checks, what they failed at, and which of them ran."""
        from tqcheck.checks.placed import placed
        from tqcheck.judge.figure import figure_of
        from tqcheck.resolve import WORD_ORDER, resolve
        from tqcheck.suppress import suppress

        by_check, every, failures, ran = [], list[Finding](), [], set[str]()
        wanted = self._wanted(document)
        if is_not_english(document):
            foreign = CheckFailure(document.path, "is in Cyrillic letters, not in English", whole=True)
            return Kept((), 0, (), None), (foreign,), ran
        for check, result in zip(self._checks(), results, strict=True):
            if isinstance(result, CannotCheck):
                failures.append(CheckFailure(document.path, str(result)))
            else:
                ran.add(check.name)
                every += result
                by_check.append([finding for finding in result if wanted(finding)])
        found = tuple(placed(document, finding) for finding in resolve(document, by_check))
        if any(finding.category == WORD_ORDER for finding in found):
            from tqcheck.clause.reordered import said_anew

            found = said_anew(document, found)
        figure = None if self.settings.select or failures else figure_of(document, every)
        left = suppress(document, found, self.settings.accept, self._could_find(ran))
        kept = Kept(left.findings, len(found) - len(left.findings), left.notices, figure)
        return kept, tuple(failures), ran

    def _settled(
        self,
        document: Document,
        kept: Kept,
        failures: tuple[CheckFailure, ...],
        ran: Collection[str],
        baselines: Iterable[Baseline],
    ) -> CheckedDocument:
        findings = kept.findings
        for baseline in baselines:
            findings = baseline.take(document.path, findings, partial(self._could_be_found, ran))
        return CheckedDocument(
            document,
            findings,
            score(findings, document.words),
            suppressed=kept.suppressed + len(kept.findings) - len(findings),
            failures=(*unread_in(document), *failures),
            notices=(*kept.notices, *not_compared(document)),
            figure=kept.figure,
        )

    def _checks(self) -> list[Check]:
        return [check for _, check in _had(self._opened)]

    def _wanted(self, document: Document) -> Callable[[Finding], bool]:
        least = Confidence(self.settings.min_confidence).rank
        ignored = ignored_in(self.settings, document.path)

        def wanted(finding: Finding) -> bool:
            return (
                finding.confidence.rank >= least
                and selected(self.settings, finding.rule)
                and not any(matches(selector, finding.rule) for selector in ignored)
            )

        return wanted

    def _could_find(self, ran: Collection[str]) -> Callable[[str], bool]:
        """Whether a selector means a rule that was looked for, or none that there is."""

        def could(selector: str) -> bool:
            known = False
            for opened in self._opened:
                for rule in opened.rule_ids():
                    if matches(selector, rule):
                        known = True
                        if opened.check and opened.check.name in ran and selected(self.settings, rule):
                            return True
            return not known and not any(matches(selector, rule.id) for rule in described_rules())

        return could

    def _could_be_found(self, ran: Collection[str], entry: Entry) -> bool:
        least = Confidence(self.settings.min_confidence).rank
        sure = entry.confidence not in set(Confidence) or Confidence(entry.confidence).rank >= least
        return entry.check in ran and sure and selected(self.settings, entry.rule)


def _had(opened: Iterable[Opened]) -> Iterator[tuple[Opened, Check]]:
    """The checks that are not absent."""
    return ((one, one.check) for one in opened if one.check)


def _checked(
    check: Check, of_characters: bool, documents: Sequence[Document], seen: Sequence[Seen]
) -> Sequence[Sequence[Finding] | CannotCheck]:
    """What a check finds in texts, which it reads as they are seen unless it is one of characters."""
    if of_characters:
        return check.check_many(documents)
    found = check.check_many([readable.document for readable in seen])
    return [
        readable.back(own, document.text)
        for document, readable, own in zip(documents, seen, found, strict=True)
    ]
