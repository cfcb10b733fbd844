"""A language model: texts → their log-probabilities.

CTranslate2 reads a folder with `model.bin`, its vocabulary and `tokenizer.json`. Texts are scored in batches
of equal length in tokens: only so is a score the same, to the last bit, whatever it is scored beside.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from pathlib import Path
from typing import Protocol

from tqcheck.judge.convert import TOKENIZER
from tqcheck.model import CannotCheck

BATCH_TOKENS = 1024
LONGEST = 256
"""Tokens of a text that are scored; hostile ones are longer."""


class LanguageModel(Protocol):
    """What the judge asks of a model."""

    def log_probabilities(self, texts: Sequence[str]) -> list[float]:
        """The natural logarithm of the probability of each text, whole. Raises CannotCheck."""
        ...


class TranslatorModel:
    """A causal model of CTranslate2's. Deterministic on one machine; `threads` do not change scores."""

    def __init__(self, folder: Path, threads: int = 2) -> None:
        """Raises CannotCheck where the packages or the files are missing or broken."""
        try:
            import ctranslate2
            from tokenizers import Tokenizer
        except ImportError as error:
            raise CannotCheck(f"{error.name} is not installed: pip install 'tqcheck[judge]'") from None
        try:
            self._tokenizer = Tokenizer.from_file(str(folder / TOKENIZER))
            self._generator = ctranslate2.Generator(
                str(folder), device="cpu", compute_type="int8", inter_threads=1, intra_threads=threads
            )
            self._start = _start(folder)
        except Exception as error:  # both packages raise whatever they like
            raise CannotCheck(f"the judge's model in {folder} cannot be read: {error}") from error

    def log_probabilities(self, texts: Sequence[str]) -> list[float]:
        """See LanguageModel."""
        by_length: dict[int, list[int]] = {}
        tokens = [
            [self._start, *encoded.tokens[:LONGEST]] for encoded in self._tokenizer.encode_batch(list(texts))
        ]
        for number, own in enumerate(tokens):
            by_length.setdefault(len(own), []).append(number)
        scores = [0.0] * len(texts)
        for length, numbers in by_length.items():
            for batch in _slices(numbers, max(1, BATCH_TOKENS // length)):
                try:
                    results = self._generator.score_batch([tokens[number] for number in batch])
                except Exception as error:
                    raise CannotCheck(f"the judge's model failed: {error}") from error
                for number, result in zip(batch, results, strict=True):
                    scores[number] = sum(result.log_probs)
        return scores


class Deferred:
    """A model that is loaded when it is first asked: what has been scored before needs none."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @cached_property
    def _model(self) -> LanguageModel:
        return TranslatorModel(self._folder)

    def log_probabilities(self, texts: Sequence[str]) -> list[float]:
        """See LanguageModel."""
        return self._model.log_probabilities(texts)


def _slices(numbers: Sequence[int], size: int) -> Iterable[Sequence[int]]:
    return (numbers[i : i + size] for i in range(0, len(numbers), size))


def _start(folder: Path) -> str:
    """The token that opens a text, from the model's configuration."""
    import json

    return str(json.loads((folder / "config.json").read_text(encoding="utf-8"))["bos_token"])
