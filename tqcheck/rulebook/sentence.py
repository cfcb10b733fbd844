"""A sentence as patterns see it: a set of places is a number, of which bit i stands for token i."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tqcheck.rulebook.tokens import DIGITS, QUOTE, Tokens, is_number

NUMERAL = "#"
"""What every numeral stands under, beside its own key."""


class Sentence:
    """Tokens, and `where` each key stands. `keys` end in an empty one, which is nothing."""

    __slots__ = ("_bare", "_of", "joined", "keys", "size", "tokens", "where")

    def __init__(self, tokens: Tokens) -> None:
        self.tokens = tokens
        self.size = len(tokens.keys)
        self.keys: list[str] = [*tokens.keys, ""]
        self.where = _where(tokens.keys)
        self.joined: int = sum(1 << at for at in tokens.joined)
        self._of: dict[Callable[[str], bool], int] = {}
        self._bare: Sentence | None = None

    @property
    def bare(self) -> Sentence:
        """The sentence without its quotation marks: most patterns look through them."""
        if QUOTE not in self.where:
            return self
        if self._bare is None:
            self._bare = Sentence(self.tokens.without_quotes)
        return self._bare

    def any_of(self, words: frozenset[str]) -> int:
        """Where any of the words stands."""
        where, found = self.where, 0
        for word in words.intersection(where):
            found |= where[word]
        return found

    def keys_that(self, are: Callable[[str], bool]) -> int:
        """Where keys stand of which something is true; asked once a sentence."""
        found = self._of.get(are)
        if found is None:
            found = sum(places for key, places in self.where.items() if key != NUMERAL and are(key))
            self._of[are] = found
        return found

    @property
    def inside(self) -> int:
        """The places of all tokens."""
        return (1 << self.size) - 1

    @property
    def capitals(self) -> int:
        """Where tokens begin with a capital."""
        found = self._of.get(str.isupper)
        if found is None:
            found = sum(1 << at for at, word in enumerate(self.tokens.words) if word[0].isupper())
            self._of[str.isupper] = found
        return found


def _where(keys: list[str]) -> dict[str, int]:
    where: dict[str, int] = {}
    place = 1
    for key in keys:
        where[key] = where.get(key, 0) | place
        place <<= 1
    numerals = sum(places for key, places in where.items() if key[0] in DIGITS and is_number(key))
    if numerals:
        where[NUMERAL] = where.get(NUMERAL, 0) | numerals
    return where


def words_in(keys: list[str]) -> set[str]:
    """What the words of a sentence stand under."""
    words = set(keys)
    return words | {NUMERAL} if any(map(is_number, words)) else words


def places_in(at: int) -> Iterator[int]:
    """The places of a set, ascending."""
    while at:
        least = at & -at
        yield least.bit_length() - 1
        at ^= least
