"""Sentences → how likely each of their words is to be part of a fault: word-level quality estimation that
knows the English alone.

In the adapted language model every token of a sentence sees all others; the network reads its states.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from tqcheck.judge.estimate.marks import STEPS, Estimate
from tqcheck.judge.model import LONGEST, batches, load
from tqcheck.model import CannotCheck, Span

if TYPE_CHECKING:
    from tqcheck.judge.estimate.network import Array, Network

_JOINED = r"\w[\w\u0300-\u036f\u00ad\u200b-\u200d]*"
_WORD = re.compile(rf"{_JOINED}(?:(?:[-'’.]|(?<=\d),(?=\d)){_JOINED})*|[^\w\s]+")


class Estimator:
    """The adapted model in a folder, and the network that was trained with it."""

    def __init__(self, folder: Path, network: Network, threads: int = 2) -> None:
        """Raises CannotCheck; see load."""
        self._model = load(folder, threads, encoder=True)
        self._network = network

    def estimates(self, sentences: Sequence[str]) -> list[list[Estimate]]:
        """See Reads. What is estimated beside a sentence does not matter."""
        encoded = self._model.encoded(sentences)
        found: list[list[Estimate]] = [[] for _ in sentences]
        tokens = [self._model.tokens(one) for one in encoded]
        for batch in batches(tokens):
            try:
                output = self._model.reader.forward_batch([tokens[number] for number in batch])
                states = np.array(output.last_hidden_state)
            except Exception as error:  # the package raises whatever it likes
                raise CannotCheck(f"the estimator's model failed: {error}") from error
            for number, own in zip(batch, states, strict=True):
                logits = self._network(own)
                found[number] = list(_words(sentences[number], encoded[number].offsets[:LONGEST], logits[1:]))
        return found


def _words(sentence: str, offsets: Sequence[tuple[int, int]], logits: Array) -> Iterator[Estimate]:
    """Each word with the highest estimates of its tokens. A token's leading blank is no part of a word."""
    likely = 1 / (1 + np.exp(-logits[:, :2]))
    kinds = np.exp(logits[:, 2:] - logits[:, 2:].max(-1, keepdims=True))
    kinds = kinds / kinds.sum(-1, keepdims=True)
    at = 0
    for match in _WORD.finditer(sentence):
        while at < len(offsets) and offsets[at][1] <= match.start():
            at += 1
        own = []
        for token in range(at, len(offsets)):
            if offsets[token][0] >= match.end():
                break
            own.append(token)
        if own:
            fault, grave = _in_steps(likely[own].max(0))
            yield Estimate(Span(*match.span()), fault, grave, _in_steps(kinds[own].mean(0)))


def _in_steps(likelihoods: Array) -> tuple[float, ...]:
    return tuple(step / STEPS for step in (likelihoods * STEPS).round().astype(int).tolist())
