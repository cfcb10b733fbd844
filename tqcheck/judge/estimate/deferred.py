"""The estimator that ships, loaded when a sentence is first asked for."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import Protocol

from tqcheck.judge.estimate.marks import Estimate

REMEMBERED = 5_000
"""Sentences at most."""


class Reads(Protocol):
    """What estimates sentences."""

    def estimates(self, sentences: Sequence[str]) -> list[list[Estimate]]:
        """For each sentence its words in order. Raises CannotCheck."""
        ...


class Deferred:
    """The estimator with the adapted model in a folder. It remembers what it said of sentences: an editor's
    text is read again and again."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._said: dict[str, list[Estimate]] = {}

    @cached_property
    def _estimator(self) -> Reads:
        from tqcheck.judge.estimate.estimator import Estimator
        from tqcheck.judge.estimate.weights import read_network

        return Estimator(self._folder, read_network())

    def estimates(self, sentences: Sequence[str]) -> list[list[Estimate]]:
        """See Reads."""
        if len(self._said) > REMEMBERED:
            self._said.clear()
        new = [one for one in dict.fromkeys(sentences) if one not in self._said]
        if new:
            self._said.update(zip(new, self._estimator.estimates(new), strict=True))
        return [self._said[one] for one in sentences]
