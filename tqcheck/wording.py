"""How messages and reports word what they tell."""

from __future__ import annotations


def counted(number: int, word: str) -> str:
    """ "1 finding", "12,000 findings"."""
    return f"{number:,} {word}{'' if number == 1 else 's'}"
