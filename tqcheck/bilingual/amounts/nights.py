"""The night that ends on a day: в ночь на 5 мая is, in English, the night of May 4 or of May 4-5."""

from __future__ import annotations

import re

from tqcheck.bilingual.amounts.before import before
from tqcheck.bilingual.amounts.quantities import Quantity
from tqcheck.bilingual.pair import Pair

ENDS_ON = re.compile(r"\bв ночь (?:с \w+ )?на\s*\Z", re.IGNORECASE)
"""What stands before the day on which a Russian night ends."""
_NIGHT = re.compile(r"\b(?:night|overnight|eve)\b", re.IGNORECASE)
_REACH = 24
"""Code points beside the day of an English night among which "night" stands."""
_LAST_OF_MONTH = range(28, 32)


def begins_on(pair: Pair, russian: Quantity, english: Quantity) -> bool:
    """Whether an English number is the day on which the night begins that ends on a Russian one."""
    eve = english.plain == russian.plain - 1 or (russian.plain == 1 and english.plain in _LAST_OF_MONTH)
    if not eve or not before(ENDS_ON, pair.source, russian.span.start):
        return False
    return bool(_NIGHT.search(pair.text, max(0, english.span.start - _REACH), english.span.end + _REACH))
