"""A run over an archive: what is done already is passed over, the rest is checked and kept as it comes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from tqcheck.apart import files_read, require_apart
from tqcheck.bilingual.versions import russian_versions
from tqcheck.bulk.articles import Article, Fields, Repeats, articles, count, found_in, left_out, nowhere
from tqcheck.bulk.results import Results, written_beside
from tqcheck.bulk.rows import Row, check_articles
from tqcheck.crew import in_order
from tqcheck.model import CheckFailure, Progress, TqcheckError
from tqcheck.pipeline import signature
from tqcheck.progress import shown
from tqcheck.readers.discover import find_files
from tqcheck.session import Session
from tqcheck.settings import Settings, given_by
from tqcheck.sources import require_usable
from tqcheck.wording import counted

_MOST, _LARGEST = 50, 100_000
"""Articles of a piece of work, and their bytes or characters: what an interruption loses at most."""


_MOST_TOLD = 20
"""Failures that are told besides in their rows."""
_USUAL = Fields()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run did; `resumed` are the articles that it found done. The other counts are of the rest;
    `alone` are the articles without a Russian text beside them, `failures` the first of what failed."""

    articles: int = 0
    resumed: int = 0
    words: int = 0
    findings: int = 0
    failed: int = 0
    alone: int = 0
    failures: tuple[CheckFailure, ...] = ()
    notices: tuple[str, ...] = ()

    def with_rows(self, rows: Sequence[Row]) -> Outcome:
        """The outcome with so many rows more."""
        failures = [row.failure for row in rows if row.failure]
        return replace(
            self,
            articles=self.articles + len(rows),
            words=self.words + sum(row.words for row in rows),
            findings=self.findings + sum(row.findings for row in rows),
            failed=self.failed + len(failures),
            alone=self.alone + sum(not (row.failure or row.compared) for row in rows),
            failures=(*self.failures, *failures)[:_MOST_TOLD],
        )

    def __str__(self) -> str:
        whole = f"{self.articles - self.failed:,} of " if self.failed else ""
        done = f"{whole}{counted(self.articles, 'article')} checked"
        before = f", {self.resumed:,} before" if self.resumed else ""
        failed = f", {self.failed:,} not, or only in part" if self.failed else ""
        found = counted(self.findings, "finding")
        return f"{done}{before}{failed}: {counted(self.words, 'word')}, {found}"


def run(
    paths: Sequence[str],
    output: Path,
    settings: Settings,
    *,
    fields: Fields = _USUAL,
    jobs: int = 1,
    restart: bool = False,
    progress: Progress | None = None,
) -> Outcome:
    """Checks all articles of paths into `output`, or what is left of them.

    The source of the settings goes to texts that are files. Raises TqcheckError and OSError for what stops
    the run, as a path does that leads to no article, and
    an output that is one of the files read; whatever is wrong with one article is told in its row
    and counted.
    """
    if failures := [*nowhere(paths)]:
        raise TqcheckError("\n".join(map(str, failures)))
    require_apart(written_beside(output), files_read(settings, found_in(paths)))
    repeats = Repeats()
    if settings.source:
        texts = [str(f) for f in find_files(paths) if not isinstance(f, CheckFailure)]
        require_usable(settings.source, texts, given_by(settings, "source"))
        fields = replace(fields, folder=settings.source)
    with Session(settings, progress) as session:
        compares = bool(fields.source or fields.folder)
        versions = (*session.versions, *((russian_versions(),) if compares else ()))
        head = f"{signature(versions, [settings])} · {fields}"
        total = count(paths) if progress else None
        with Results(output, head, restart) as results, shown(progress, "Checking", total) as advance:
            pending = repeats.passing(articles(paths, fields))
            outcome = _checked(pending, results, session, jobs, advance)
        notices = (*session.notices, *left_out(paths))
    if compares and outcome.alone:
        alone = counted(outcome.alone, "article")
        notices += (f"{alone} had no Russian to be compared with; source_path is null",)
    if repeats.count:
        again = f"{counted(repeats.count, 'article')} had the id of one before, the first of them"
        notices += (f"{again} {repeats.first!r}; each has a row of its own",)
    if outcome.failed > len(outcome.failures):
        more = outcome.failed - len(outcome.failures)
        notices += (f"{counted(more, 'more article')} could not be checked; their rows say why",)
    return replace(outcome, notices=notices)


def _checked(
    pending: Iterator[Article], results: Results, session: Session, jobs: int, advance: Callable[[int], None]
) -> Outcome:
    """Checks what the results do not have yet, and adds it to them."""
    outcome = Outcome(resumed=results.skip_done(pending))
    advance(outcome.resumed)
    for rows in in_order(check_articles, _pieces(pending), session, jobs):
        results.append(row.line for row in rows)
        outcome = outcome.with_rows(rows)
        advance(len(rows))
    results.finish()
    return outcome


def _pieces(pending: Iterator[Article]) -> Iterator[list[Article]]:
    piece: list[Article] = []
    size = 0
    for article in pending:
        piece.append(article)
        size += len(article.content) + len(article.source)
        if len(piece) >= _MOST or size >= _LARGEST:
            yield piece
            piece, size = [], 0
    if piece:
        yield piece
