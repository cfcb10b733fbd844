"""Rules and numbers as compiled data keeps them."""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterable

from tqcheck.model import Confidence, Precision, Rule, Severity
from tqcheck.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Any


def rule_of(data: dict[str, Any]) -> Rule:
    """The inverse of `plain_rule`."""
    fields: dict[str, Any] = {k: tuple(v) if isinstance(v, list) else v for k, v in data.items()}
    fields["severity"] = Severity(data["severity"])
    fields["confidence"] = Confidence(data["confidence"])
    fields["precision"] = Precision(*data["precision"])
    return Rule(**fields)


def plain_rule(rule: Rule) -> dict[str, Any]:
    """A rule as JSON can keep it."""
    plain = {name: getattr(rule, name) for name in Rule._fields}
    plain["precision"] = [rule.precision.right, rule.precision.wrong]
    return plain


def read_numbers(section: memoryview | bytes, signed: bool = False) -> array[int]:
    """Numbers as `dump_numbers` put them down, least byte first."""
    numbers = array("i" if signed else "I")
    numbers.frombytes(section)
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers


def dump_numbers(numbers: Iterable[int], signed: bool = False) -> bytes:
    """Numbers, four bytes each; from 0 on where they have no sign."""
    made = array("i" if signed else "I", numbers)
    if sys.byteorder == "big":
        made.byteswap()
    return made.tobytes()
