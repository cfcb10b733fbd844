"""A suggestion as it fits into its sentence: what it takes over from the words around it, and what it must
not say again."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from tqcheck.typed import NamedTuple

_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_SMALL = frozenset(
    "a an and as at but by for from in into nor of off on onto or out over per the to up via vs with".split()  # noqa: SIM905
)
"""Words that stay small in a headline of capitals."""
_LETTERS = 3
"""Letters of those that all styles leave small."""
_FEWEST = 3
"""Fewest words that tell how a headline is capitalised."""
_ALIKE = 6
"""Letters that two words have in common where the one echoes the other: a ceremonial ceremony."""
_ARTICLES = frozenset({"a", "an", "the"})
_DETERMINERS = frozenset(
    "a an any each every her his its my no our some the their these this those your".split()  # noqa: SIM905
)
_CONTRACTED = frozenset("he here how it let she that there what where who".split())  # noqa: SIM905
"""Words after which 's is no possessive."""
_ADJECTIVE = re.compile(r"(?:able|al|an|ar|ary|ern|ful|ian|ible|ic|ing|ish|ive|ous)\Z")
_CLOSING = {"“": "”", "«": "»"}
_OPENING = tuple(_CLOSING)
_DOUBTFUL = frozenset({"her", "that", "this", "these", "those"})
"""Determiners that may also stand alone, before another noun phrase."""


class Place(NamedTuple):
    """Words found, the line before and after them, whether they open a sentence, and whether the text has
    curly apostrophes."""

    found: str
    before: str
    after: str
    opens: bool
    curly: bool


@lru_cache(maxsize=1)
def is_curly(text: str) -> bool:
    """Whether most apostrophes of a text are curly. It is asked for each finding, and counted once."""
    return text.count("’") > text.count("'")


def fitted(suggestions: Iterable[str], place: Place) -> tuple[str, ...]:
    """Suggestions as they fit there, those last that would echo the word beside them."""
    fit = dict.fromkeys(_fit(words, place) for words in suggestions)
    return tuple(sorted(fit, key=lambda words: _echoes(words, place)))


def _fit(words: str, place: Place) -> str:
    words = _quoted(_said_once(words, place), place.found)
    words = cased(words, place.found, place.before, place.after)
    leads = place.opens or place.before.endswith(_OPENING)
    if leads and place.found[:1].isupper() and words[:1].islower():
        words = words[0].upper() + words[1:]
    if place.curly:
        words = words.replace("'", "’")
    return _spaced(words, place)


def _quoted(words: str, found: str) -> str:
    """With the mark that stands within the words found and whose fellow does not: `the “Direct line` of
    `the “Direct line” with Putin`."""
    opened = [mark for mark in _OPENING if found.count(mark) > found.count(_CLOSING[mark])]
    if not opened or any(mark in words for mark in '"“”«»„'):
        return words
    article = re.match(r"(?:the|a|an) ", words)
    end = article.end() if article else 0
    return f"{words[:end]}{opened[0]}{words[end:]}"


def _said_once(words: str, place: Place) -> str:
    """Without a first word that stands before the words found already, or an article where a determiner
    does."""
    first, _, rest = words.partition(" ")
    preceding = place.before.split()[-2:]
    if not rest or not preceding or place.opens or not place.before[-1:].isspace():
        return words
    if first.lower() == preceding[-1].lower():
        return rest
    if first in _ARTICLES and _is_determined(preceding, place.found):
        return rest
    return words


def _is_determined(preceding: list[str], found: str) -> bool:
    """Whether a noun phrase has begun before the words found: "his", "Lithuania's ruling"."""
    last = preceding[-1].lower()
    if last not in _DOUBTFUL and _is_determiner(last):
        return True
    if len(preceding) < 2 or not _is_determiner(preceding[0]) or _is_determiner(found.partition(" ")[0]):
        return False
    owned = preceding[0].replace("’", "'").endswith("'s")
    return owned or preceding[-1][0].isupper() or bool(_ADJECTIVE.search(last))


def _is_determiner(word: str) -> bool:
    owner, apostrophe, ending = word.lower().replace("’", "'").rpartition("'")
    if apostrophe and ending in ("s", ""):
        return owner not in _CONTRACTED
    return word.lower() in _DETERMINERS


def cased(words: str, found: str, before: str, after: str) -> str:
    """Words in capitals where the line they stand in is, or with a capital each where its words have one."""
    around = [word for word in _WORD.findall(before) + _WORD.findall(after) if word[0].isalpha()]
    if len(around) < _FEWEST:
        return words
    if all(word.isupper() for word in around):
        return words.upper()
    telling = [word for word in around if word.lower() not in _SMALL]
    own = [word for word in _WORD.findall(found) if word.lower() not in _SMALL]
    if len(telling) >= _FEWEST and all(not word[0].islower() for word in telling + own):
        return titled(words)
    return words


def titled(words: str) -> str:
    """Words with a capital, but for the short ones."""
    return _WORD.sub(lambda found: _title(found[0]), words)


def _title(word: str) -> str:
    small = len(word) <= _LETTERS and word in _SMALL
    return word if small or not word[0].islower() else word[0].upper() + word[1:]


def _spaced(words: str, place: Place) -> str:
    """With the space that stood on the wrong side of a quotation mark: `cruiser" Eagle"`."""
    glued = place.before[-1:].isalnum() and re.match(r"[\"“”«»]\s", place.found)
    return f" {words}" if glued and words[:1].isalnum() else words


def _echoes(words: str, place: Place) -> bool:
    """Whether a suggestion ends like the word after it, or begins like the one before it."""
    own, before, after = (_WORD.findall(text.lower()) for text in (words, place.before, place.after[:40]))
    if not own:
        return False
    return _alike(own[-1:], after[:1]) or _alike(own[:1], before[-1:])


def _alike(one: list[str], other: list[str]) -> bool:
    return bool(one and other) and (
        one == other or one[0][:_ALIKE] == other[0][:_ALIKE] != one[0][: _ALIKE - 1]
    )
