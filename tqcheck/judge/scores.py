"""Scores kept between runs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

from tqcheck.judge.home import Model
from tqcheck.judge.model import LanguageModel, deferred
from tqcheck.judge.store import Store, kept_file

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


@contextmanager
def open_scores(model: Model) -> Iterator[LanguageModel]:
    """An installed model with what it has scored before, where there is a folder to keep that in."""
    with closing(KeptScores(deferred(model.folder), kept_file("scores", model))) as scores:
        yield scores
