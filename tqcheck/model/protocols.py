"""What a check is to the pipeline, and a progress bar to what takes a while."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tqcheck.errors import CannotCheck
from tqcheck.model.documents import Document
from tqcheck.model.rules import Finding, Rule
from tqcheck.typed import NamedTuple, Protocol


class Check(Protocol):
    """Reads documents and yields findings. Raises nothing for a doubtful text."""

    name: str

    def check_many(self, documents: Sequence[Document]) -> Sequence[Sequence[Finding] | CannotCheck]:
        """For each document its findings, in any order, or why it could not be looked at.

        The pipeline sorts, filters and fingerprints them.
        """
        ...


class LateCheck:
    """Base of checks that also read what the checks before them found."""

    def check_after(
        self,
        documents: Sequence[Document],
        earlier: Sequence[Sequence[Sequence[Finding] | CannotCheck]],
    ) -> Sequence[Sequence[Finding] | CannotCheck]:
        """As check_many. `earlier` has, by check, what each document got, before settings chose from it."""
        raise NotImplementedError


class Progress(Protocol):
    """Told of work that takes a while: an installation, a pile of files. Works may nest: each `start` has its
    `done`."""

    def start(self, what: str, total: int | None) -> None:
        """A work begins of `total` steps (files, bytes), None where that is not known."""
        ...

    def advance(self, amount: int) -> None:
        """So many more steps of the innermost work are done."""
        ...

    def done(self) -> None:
        """The innermost work has ended, well or badly."""
        ...


class Opened(NamedTuple):
    """What opening a check gave: the check, or None where it is absent, and what the report must say of it.

    `rule_ids` gives those it knows, used or not: what selectors may name. `version` identifies what runs (a
    rulebook's digest, a server's version): part of a report's signature. `later` tells what the report must
    say besides once documents are checked. `shares_work`: the check has processes or threads of its own, and
    is given all texts at once. `of_characters`: it looks at the characters as they are, where others read the
    text as it is seen.
    """

    check: Check | None
    notices: tuple[str, ...] = ()
    rules: tuple[Rule, ...] = ()
    version: str = ""
    rule_ids: Callable[[], tuple[str, ...]] = tuple
    later: Callable[[], tuple[str, ...]] = tuple
    shares_work: bool = False
    of_characters: bool = False
