"""In which letters a text is written."""

from __future__ import annotations

import re

_CYRILLIC = r"[\u0400-\u052f]+"
_LATIN = r"[A-Za-z\u00c0-\u024f]+"
_LEAST = 20
"""Letters from which on a text is more than a name or two."""


def is_cyrillic(text: str) -> bool:
    """Whether a text has more Cyrillic letters than Latin ones, and not only a few."""
    if text.isascii():
        return False
    cyrillic = sum(map(len, re.findall(_CYRILLIC, text)))
    return cyrillic >= _LEAST and cyrillic > sum(map(len, re.findall(_LATIN, text)))
