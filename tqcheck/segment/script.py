"""In which letters a text is written."""

from __future__ import annotations

import re

_CYRILLIC = r"[\u0400-\u052f]+"
_LATIN = r"[A-Za-z\u00c0-\u024f]+"
_LEAST = 20
"""Letters from which on a text is more than a name or two."""


def is_cyrillic(text: str) -> bool:
    """Whether a text has more Cyrillic letters than Latin ones, and not only a few."""
    cyrillic, latin = _letters(text)
    return cyrillic >= _LEAST and cyrillic > latin


def is_mostly_cyrillic(sentence: str) -> bool:
    """Whether a sentence, however short, has more Cyrillic letters than Latin ones."""
    cyrillic, latin = _letters(sentence)
    return cyrillic > latin


def _letters(text: str) -> tuple[int, int]:
    """How many Cyrillic letters a text has and how many Latin ones, which count only beside others."""
    if text.isascii():
        return 0, 0
    cyrillic = sum(map(len, re.findall(_CYRILLIC, text)))
    return cyrillic, cyrillic and sum(map(len, re.findall(_LATIN, text)))
