"""Detectors: each compares a pair's two sides and yields doubts.

To add a detector, write a module with a function `(pair) -> Iterable[Doubt]`, name it here, and describe its
rules in ../data/rules.yaml, with examples: the tests run these.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from tqcheck.bilingual.pair import Doubt, Pair

Detector = Callable[[Pair], Iterable[Doubt]]

DETECTORS: tuple[Detector, ...] = ()
