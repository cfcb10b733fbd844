"""Checks that go by how a text reads, as the findings of rules tell it."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence

from tqcheck.model import CannotCheck, Document, Finding, LateCheck

Results = list[list[Finding] | CannotCheck]


class FiguredCheck(LateCheck, ABC):
    """A check that looks at each document with its figure; see tqcheck.judge.figure.

    `all_rules`: whether the rules of other checks take part, so that what they find tells how a text reads.
    `notes` grow while documents are checked.
    """

    name: str

    def __init__(self, *, all_rules: bool) -> None:
        self._all_rules = all_rules
        self.notes: list[str] = []

    def check_many(self, documents: Sequence[Document]) -> Results:
        """As check_after, where nothing is known of what rules find."""
        return [self._checked(document, 0.0) for document in documents]

    def check_after(
        self,
        documents: Sequence[Document],
        earlier: Sequence[Sequence[Sequence[Finding] | CannotCheck]],
    ) -> Results:
        """For each document its findings, or why it could not be looked at."""
        if not self._all_rules:
            return self.check_many(documents)
        from tqcheck.judge.figure import figure_after

        return [
            self._checked(document, figure_after(document, [results[number] for results in earlier]))
            for number, document in enumerate(documents)
        ]

    @abstractmethod
    def _findings(self, document: Document, figure: float) -> Iterable[Finding]:
        """What is found in a text of that figure. Raises CannotCheck."""

    def _checked(self, document: Document, figure: float) -> list[Finding] | CannotCheck:
        try:
            return list(self._findings(document, figure))
        except CannotCheck as error:
            return CannotCheck(str(error))
