"""Alternatives as codes (see compile), and how they are kept: what several begin with is looked for once."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

Code = Any
"""A str or a list: see compile.py."""

_HOLDING = frozenset("asolp")
"""Kinds of codes that hold others."""


def any_of(codes: Iterable[Code]) -> Code:
    """Alternatives, the single words among them gathered into one set."""
    words: set[str] = set()
    others: list[Code] = []
    for code in codes:
        for part in code[1:] if isinstance(code, list) and code[0] == "a" else [code]:
            if isinstance(part, str):
                words.add(part)
            elif part[0] == "w":
                words.update(part[1:])
            else:
                others.append(part)
    if words:
        others.insert(0, ["w", *sorted(words)])
    return others[0] if len(others) == 1 else ["a", *others]


def by_beginning(code: Code) -> Code:
    """The same pattern with the beginnings of alternatives told apart once, as in
    `(the (big town|town)|a town)` for `(the big town|the town|a town)`."""
    if isinstance(code, str) or code[0] not in _HOLDING:
        return code
    kind, *parts = code
    parts = [by_beginning(part) if isinstance(part, list) else part for part in parts]
    return any_of(_joined(parts)) if kind == "a" else [kind, *parts]


def _joined(codes: list[Code]) -> list[Code]:
    """Sequences that begin with the same as one, of which the rest are their alternatives."""
    joined: list[Code] = []
    by_first: dict[str, list[Code]] = {}
    for code in codes:
        if isinstance(code, list) and code[0] == "s":
            by_first.setdefault(str(code[1]), []).append(code)
        else:
            joined.append(code)
    for alike in by_first.values():
        rests = [code[2] if len(code) == 3 else ["s", *code[2:]] for code in alike]
        joined.append(alike[0] if len(alike) == 1 else ["s", alike[0][1], any_of(_joined(rests))])
    return joined
