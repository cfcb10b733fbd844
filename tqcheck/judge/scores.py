"""Scores kept between runs."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from tqcheck.judge.model import LanguageModel
from tqcheck.judge.store import Store

KEPT = 400_000
"""Scores at most (about 15 MB)."""


class KeptScores:
    """A language model that asks another one only for what it has not scored before."""

    def __init__(self, model: LanguageModel, file: Path | None) -> None:
        self._model = model
        self._store: Store[float] = Store(file, KEPT)

    def log_probabilities(self, texts: Sequence[str]) -> list[float]:
        """See LanguageModel."""
        return self._store.values(texts, self._model.log_probabilities)

    def close(self) -> None:
        """Lets go of the file."""
        self._store.close()
