"""The check that asks LanguageTool: those of its rules that are worth it here, and our grammar of syntax.

Cheap to import: everything of weight is imported when the check is opened, or when a text needs a server.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from tqcheck.model import CannotCheck, Document, Finding, Opened, Progress
from tqcheck.settings import Settings
from tqcheck.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from tqcheck.languagetool.answers import Answers
    from tqcheck.languagetool.client import Hit
    from tqcheck.languagetool.connection import Connection

PARALLEL = 2
"""Requests at once. More do not help on two cores, and a remote server is not ours to flood."""


class LanguageToolCheck:
    """Findings of LanguageTool. A server is had when the first text is not found among the kept answers."""

    name = "languagetool"

    def __init__(self, connection: Connection, answers: Answers, spelling: bool = False) -> None:
        self._connection = connection
        self._answers = answers
        self._spelling = spelling

    def __call__(self, document: Document) -> list[Finding]:
        """Findings in one document. Raises CannotCheck."""
        (result,) = self.check_many([document])
        if isinstance(result, CannotCheck):
            raise result
        return result

    def check_many(self, documents: Sequence[Document]) -> list[list[Finding] | CannotCheck]:
        """For each document its findings, or why it could not be checked. Requests go out two at a time."""
        from concurrent.futures import ThreadPoolExecutor

        pool = ThreadPoolExecutor(PARALLEL, thread_name_prefix="tqcheck-languagetool")
        try:
            answers = [self._answer(document, pool) for document in documents]
            return [
                self._findings(document, answer) for document, answer in zip(documents, answers, strict=True)
            ]
        finally:
            pool.shutdown(wait=False, cancel_futures=True)  # after Ctrl-C, closing the server ends what runs

    def _answer(self, document: Document, pool: Executor) -> Callable[[], list[Hit]]:
        """Asks of a document what is not kept. What it gives waits for the answer, and raises CannotCheck."""
        from tqcheck.languagetool.client import requests_of

        batches = requests_of(document)
        key = self._answers.key(batches)
        kept = self._answers.get(key)
        if kept is not None:
            return lambda: kept
        asked = [pool.submit(self._connection.check, batch) for batch in batches]

        def answer() -> list[Hit]:
            hits = [hit for part in asked for hit in part.result()]
            self._answers.put(key, hits)
            return hits

        return answer

    def _findings(self, document: Document, answer: Callable[[], list[Hit]]) -> list[Finding] | CannotCheck:
        from tqcheck.languagetool.noise import findings

        try:
            return findings(document, answer()) + self._spelt(document)
        except CannotCheck as error:
            return CannotCheck(str(error))

    def _spelt(self, document: Document) -> list[Finding]:
        """Words that no dictionary has, if that was asked for. Raises CannotCheck."""
        if not self._spelling:
            return []
        from tqcheck.checks import spelling
        from tqcheck.languagetool.client import Hit, Piece

        places = spelling.doubtful(document)
        if not places:
            return []
        key = self._answers.key([[Piece(-1, word) for word in sorted(places)]])  # no text begins there
        kept = self._answers.get(key)
        if kept is None:
            unknown = self._connection.spell(places)
            self._answers.put(key, [Hit("", 0, 0, word, better) for word, better in unknown.items()])
        else:
            unknown = {hit.message: hit.suggestions for hit in kept}
        return list(spelling.findings(document, places, unknown))


@contextmanager
def open_languagetool(settings: Settings, progress: Progress | None = None) -> Iterator[Opened]:
    """The check, installing LanguageTool on first use; `progress` is told how that goes.

    With `languagetool = "auto"` a LanguageTool that cannot be used is a notice and no check; with "on" it is
    CannotCheck, or, where a server starts and dies, a failure of each text. One that has been used before is
    believed to work, and started when a text needs it: if it then does not, the texts concerned raise
    CannotCheck.
    """
    if settings.languagetool == "off":
        yield Opened(None, ("Spelling was not checked: LanguageTool is off",) if settings.spelling else ())
        return
    from tqcheck.languagetool import noise
    from tqcheck.languagetool.answers import Answers
    from tqcheck.languagetool.client import UnreachableError
    from tqcheck.languagetool.connection import Connection, prepare, version

    known = (*noise.shown().values(), noise.speller())
    rules = tuple(sorted((one.rule for one in known), key=lambda rule: rule.id))
    ids = tuple(rule.id for rule in rules)

    def opened(check: LanguageToolCheck, notices: tuple[str, ...] = ()) -> Opened:
        running = version(settings.spelling)
        return Opened(check, notices, rules, running, rule_ids=lambda: ids, shares_work=True)

    connection = Connection(settings, progress)
    try:
        try:
            answers, notices = prepare(connection, settings)
        except CannotCheck as error:
            if settings.languagetool == "on":
                if connection.remote or not isinstance(error, UnreachableError):
                    raise
                failing = LanguageToolCheck(connection, Answers(None, ""), settings.spelling)
                yield opened(failing)
                return
            yield Opened(None, (f"LanguageTool was not used: {error}",), rules, rule_ids=lambda: ids)
            return
        check = LanguageToolCheck(connection, answers, settings.spelling)
        yield opened(check, notices)
        answers.prune()
    finally:
        connection.close()
