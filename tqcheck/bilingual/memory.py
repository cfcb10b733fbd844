"""What was made of the last thing asked about."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

Asked = TypeVar("Asked")
Made = TypeVar("Made")


def of_last(make: Callable[[Asked], Made]) -> Callable[[Asked], Made]:
    """A function that remembers what it made of the very thing it was asked about last: detectors ask for the
    same of a pair, one after the other."""
    last: tuple[Asked, Made] | None = None

    @wraps(make)
    def remembered(asked: Asked) -> Made:
        nonlocal last
        known = last
        if known is None or known[0] is not asked:
            known = last = asked, make(asked)
        return known[1]

    return remembered
