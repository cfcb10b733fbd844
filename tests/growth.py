"""How time grows with a text: what a test may assert where seconds it may not."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable

_TIMES, _MOST, _UNMEASURABLE = 8, 25, 0.3
"""Eight times the text takes some eight times the time, 64 times it where something is quadratic."""


def seconds(work: Callable[[str], object], text: str) -> float:
    """Processor time, without that of collecting the garbage of other tests."""
    gc.disable()
    start = time.process_time()
    try:
        work(text)
        return time.process_time() - start
    finally:
        gc.enable()


def assert_linear(work: Callable[[str], object], text: str, smaller: str | None = None) -> None:
    """Fails where `text` takes far longer than `smaller`, by default its first eighth, would have it.

    Noise is measured again; so short a time that it says nothing passes.
    """
    smaller = text[: len(text) // _TIMES] if smaller is None else smaller
    for _attempt in range(3):
        few, many = seconds(work, smaller), seconds(work, text)
        if many < max(_UNMEASURABLE, _MOST * few):
            return
    raise AssertionError(f"{smaller[:20]!r}…: {few:.3f} s, eight times of it {many:.3f} s")
