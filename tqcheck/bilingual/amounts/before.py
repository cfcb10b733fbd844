"""What stands right before a place in a text: looked for near it, however long the text is."""

from __future__ import annotations

import re

REACH = 80
"""Code points before a place in which it is looked for; words that hedge, lead or join take fewer."""


def before(pattern: re.Pattern[str], text: str, at: int, reach: int = REACH) -> re.Match[str] | None:
    r"""What a pattern that ends in \Z matches right before a place; its \b looks at what stands earlier."""
    return pattern.search(text, max(0, at - reach), at)
