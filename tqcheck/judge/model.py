"""A language model: texts → their log-probabilities.

CTranslate2 reads a folder with `model.bin`, its vocabulary and `tokenizer.json`. Texts are scored in batches
of equal length in tokens: only so is a score the same, to the last bit, whatever it is scored beside.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, cached_property
from pathlib import Path
from typing import Any, Protocol

from tqcheck.judge.convert import TOKENIZER
from tqcheck.model import CannotCheck
from tqcheck.typed import NamedTuple

BATCH_TOKENS = 1024
LONGEST = 256
"""Tokens of a text that are scored; hostile ones are longer."""


class LanguageModel(Protocol):
    """What the judge asks of a model."""

    def log_probabilities(self, texts: Sequence[str]) -> list[float]:
        """The natural logarithm of the probability of each text, whole. Raises CannotCheck."""
        ...


_SURROGATE = re.compile("[\ud800-\udfff]")
"""Half of a character, which no tokenizer takes."""


class Loaded(NamedTuple):
    """A model of CTranslate2's, deterministic on one machine, its tokenizer, the token that opens a text."""

    tokenizer: Any
    reader: Any
    start: str

    def encoded(self, texts: Sequence[str]) -> list[Any]:
        """Texts as the tokenizer cuts them. Raises CannotCheck."""
        try:
            return list(self.tokenizer.encode_batch([_SURROGATE.sub("\ufffd", text) for text in texts]))
        except Exception as error:  # the package raises whatever it likes
            raise CannotCheck(f"the judge's model cannot read a text: {error}") from error

    def tokens(self, encoded: Any) -> list[str]:
        """What the model reads of a text."""
        return [self.start, *encoded.tokens[:LONGEST]]


def load(folder: Path, threads: int = 2, *, encoder: bool = False) -> Loaded:
    """The model in a folder: one that says which word comes next, or an encoder. `threads` change no result.

    Raises CannotCheck where packages or files are missing or broken.
    """
    try:
        import ctranslate2
        from tokenizers import Tokenizer
    except ImportError as error:
        raise CannotCheck(f"{error.name} is not installed: pip install 'tqcheck[judge]'") from None
    try:
        made = ctranslate2.Encoder if encoder else ctranslate2.Generator
        return Loaded(
            Tokenizer.from_file(str(folder / TOKENIZER)),
            made(str(folder), device="cpu", compute_type="int8", inter_threads=1, intra_threads=threads),
            _start(folder),
        )
    except Exception as error:  # both packages raise whatever they like
        raise CannotCheck(f"the judge's model in {folder} cannot be read: {error}") from error


def batches(tokens: Sequence[Sequence[str]]) -> Iterator[Sequence[int]]:
    """The numbers of texts to read at once: of the same length, so that none alters what another gets."""
    by_length: dict[int, list[int]] = {}
    for number, own in enumerate(tokens):
        by_length.setdefault(len(own), []).append(number)
    for length, numbers in by_length.items():
        size = max(1, BATCH_TOKENS // length)
        yield from (numbers[i : i + size] for i in range(0, len(numbers), size))


class TranslatorModel:
    """A causal model of CTranslate2's."""

    def __init__(self, folder: Path, threads: int = 2) -> None:
        """Raises CannotCheck; see load."""
        self._model = load(folder, threads)

    def log_probabilities(self, texts: Sequence[str]) -> list[float]:
        """See LanguageModel."""
        tokens = [self._model.tokens(encoded) for encoded in self._model.encoded(texts)]
        scores = [0.0] * len(texts)
        for batch in batches(tokens):
            try:
                results = self._model.reader.score_batch([tokens[number] for number in batch])
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


@cache
def deferred(folder: Path) -> Deferred:
    """The model in a folder, the same for all who ask: it is loaded once."""
    return Deferred(folder)


def _start(folder: Path) -> str:
    """The token that opens a text, from the model's configuration."""
    import json

    return str(json.loads((folder / "config.json").read_text(encoding="utf-8"))["bos_token"])
