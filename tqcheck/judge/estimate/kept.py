"""Estimates kept between runs: whoever mends one sentence does not wait for the others."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Sequence
from pathlib import Path

from tqcheck.judge.estimate.deferred import Reads
from tqcheck.judge.estimate.kinds import NAMES
from tqcheck.judge.estimate.marks import STEPS, Estimate
from tqcheck.judge.store import Store
from tqcheck.model import Span

KEPT = 40_000
"""Sentences at most (some 15 MB)."""
_WORD = struct.Struct(f"<II{2 + len(NAMES)}H")
"""Start, end, and likelihoods in steps."""


class KeptEstimates:
    """What estimates sentences, and asks another only for those that were not estimated before."""

    def __init__(self, reader: Reads, file: Path | None) -> None:
        self._reader = reader
        self._store: Store[bytes] = Store(file, KEPT)

    def estimates(self, sentences: Sequence[str]) -> list[list[Estimate]]:
        """See Reads."""
        packed = self._store.values(sentences, self._packed)
        try:
            return [_unpacked(one) for one in packed]
        except (zlib.error, struct.error, TypeError):  # the file holds something else
            return self._reader.estimates(sentences)

    def close(self) -> None:
        """Lets go of the file."""
        self._store.close()

    def _packed(self, sentences: Sequence[str]) -> list[bytes]:
        return [_packed(words) for words in self._reader.estimates(sentences)]


def _packed(words: Sequence[Estimate]) -> bytes:
    return zlib.compress(
        b"".join(
            _WORD.pack(
                word.span.start,
                word.span.end,
                *(round(likelihood * STEPS) for likelihood in (word.fault, word.grave, *word.kinds)),
            )
            for word in words
        )
    )


def _unpacked(packed: bytes) -> list[Estimate]:
    words = []
    for start, end, *steps in _WORD.iter_unpack(zlib.decompress(packed)):
        fault, grave, *kinds = (step / STEPS for step in steps)
        words.append(Estimate(Span(start, end), fault, grave, tuple(kinds)))
    return words
