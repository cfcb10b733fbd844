"""The estimator that ships, loaded when a sentence is first asked for."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import Protocol

from tqcheck.judge.estimate.marks import Estimate


class Reads(Protocol):
    """What estimates sentences."""

    def estimates(self, sentences: Sequence[str]) -> list[list[Estimate]]:
        """For each sentence its words in order. Raises CannotCheck."""
        ...


class Deferred:
    """The estimator with the adapted model in a folder: what has been estimated before needs none."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @cached_property
    def _estimator(self) -> Reads:
        from tqcheck.judge.estimate.estimator import Estimator
        from tqcheck.judge.estimate.weights import read_network

        return Estimator(self._folder, read_network())

    def estimates(self, sentences: Sequence[str]) -> list[list[Estimate]]:
        """See Reads."""
        return self._estimator.estimates(sentences)
