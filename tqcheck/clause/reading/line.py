"""A sentence as words of which one can ask what they are, beside their neighbours."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache, cached_property, reduce
from operator import or_

from tqcheck.clause.reading.lexicon import tags
from tqcheck.entities import open_store
from tqcheck.rulebook.tokens import QUOTE, Tokens

_NATIONS = ("ian", "ean", "ish", "ese", "can")
_OWN = "clause-"
_UNREAD = "?"
_LAST = frozenset(("", ",", ".", ":", "?", "!"))
_PREFIXES = frozenset(("co", "de", "mis", "out", "over", "pre", "re", "un", "under"))


class _Masks(dict[tuple[str, ...], int]):
    """For lists named together, the bits of all of them, put together once."""

    def __init__(self, bits: Mapping[str, int]) -> None:
        self._bits = bits

    def __missing__(self, lists: tuple[str, ...]) -> int:
        mask = self[lists] = sum(self._bits[name] for name in set(lists))
        return mask


class _Sets(dict[str, frozenset[str]]):
    """The lists as sets, each made when it is first asked for."""

    def __init__(self, lists: Mapping[str, Iterable[str]]) -> None:
        self._lists = lists

    def __missing__(self, name: str) -> frozenset[str]:
        words = self[name] = frozenset(self._lists[name])
        return words


class WordLists:
    """The lists of entities/data/clauses.yaml, by name: those of `lists` that are named clause-…

    Each has a bit: `of` tells the lists that a word is in, `masks` those of some names.
    """

    def __init__(self, lists: Mapping[str, Iterable[str]]) -> None:
        own = {name.removeprefix(_OWN): words for name, words in lists.items() if name.startswith(_OWN)}
        self._sets = _Sets(own)
        bits = {name: 1 << at for at, name in enumerate(own)}
        self.masks = _Masks(bits)
        self.of: dict[str, int] = {}
        known = self.of.get
        for name, words in own.items():
            bit = bits[name]
            for word in words:
                self.of[word] = known(word, 0) | bit

    def __getitem__(self, name: str) -> frozenset[str]:
        return self._sets[name]


@cache
def word_lists() -> WordLists:
    """The lists that ship."""
    return WordLists(open_store().part("words"))


class Line:
    """The words of a sentence. Places count tokens; a place outside has no word and is nothing."""

    def __init__(self, tokens: Tokens, words: WordLists) -> None:
        self.tokens = tokens
        self.keys = tokens.keys
        self.words = words
        self.capital = [word[0].isupper() for word in tokens.words]
        self._size = len(self.keys)
        of = words.of.get
        self._lists = [of(key, 0) for key in self.keys]
        self._masks = words.masks
        self._letters = [_UNREAD] * self._size

    def has(self, *lists: str) -> bool:
        """Whether the sentence has a word of each of the lists: to be asked before phrases are read."""
        mask = self._masks[lists]
        return self._present & mask == mask

    def has_any(self, *lists: str) -> bool:
        """Whether the sentence has a word of any of the lists."""
        return self._present & self._masks[lists] != 0

    def places(self, *lists: str) -> list[int]:
        """Where words of the lists stand."""
        mask = self._masks[lists]
        if not self._present & mask:
            return []
        return [at for at, own in enumerate(self._lists) if own & mask]

    @cached_property
    def _present(self) -> int:
        return reduce(or_, self._lists, 0)

    def key(self, at: int) -> str:
        """The word in lower case; "" outside the sentence."""
        return self.keys[at] if 0 <= at < self._size else ""

    def among(self, at: int, *lists: str) -> bool:
        """Whether the word is in one of the lists."""
        own = self._lists[at] if 0 <= at < self._size else 0
        return own != 0 and own & self._masks[lists] != 0

    def letters(self, at: int) -> str:
        """What the word can be (see lexicon.py); "" for closed classes, marks, figures and names."""
        if not 0 <= at < self._size:
            return ""
        if (known := self._letters[at]) is _UNREAD:
            known = self._letters[at] = self._read(at)
        return known

    def _read(self, at: int) -> str:
        key = self.keys[at]
        if not key[0].isalpha() or self.among(at, "closed", "numeral"):
            return ""
        if at > 0 and self.capital[at] and self.keys[at - 1] != QUOTE:
            return ""
        letters = tags(key)
        return "J" if letters[:1] in tuple("BDGPZ") and self._is_compound(at) else letters

    def _is_compound(self, at: int) -> bool:
        """Whether a verb is but a part of a word: "US-led", "cross-border", unlike "re-opened"."""
        joined = self.tokens.joined
        return at + 1 in joined or (at in joined and self.keys[at - 1] not in _PREFIXES)

    def is_name(self, at: int) -> bool:
        """Whether the word is written as a name; the first of a sentence only where it is no common word."""
        key = self.key(at)
        if not key or not self.capital[at]:
            return False
        if self.among(at, "closed"):
            model = at + 1 in self.tokens.joined and self.key(at + 1).isdigit()  # "An-28"
            return model or (len(key) > 1 and self.tokens.words[at].isupper())
        return at > 0 or tags(key) in ("N", "")

    def is_nation(self, at: int) -> bool:
        """Whether a name is an adjective, as "Syrian" is."""
        key = self.keys[at]
        return self.capital[at] and (key.endswith(_NATIONS) or key in self.words["nation"])

    def is_adverb(self, at: int) -> bool:
        """Whether the word can only be an adverb."""
        key = self.key(at)
        if self.among(at, "adverb"):
            return True
        return key.endswith("ly") and tags(key, guess=at > 0)[:1] == "R" and (at == 0 or not self.capital[at])

    def is_plural(self, at: int) -> bool:
        """Whether the noun is more likely a plural."""
        letters = tags(self.keys[at])
        return letters[:1] == "S" or ("S" in letters and "N" not in letters)

    def counted(self, at: int) -> int:
        """How many words stand here before a number: "about", "more than"; 0 for none."""
        length = 2 if self.key(at) in ("more", "less", "fewer") and self.key(at + 1) == "than" else 0
        length = length or int(self.key(at) in ("about", "over", "around", "under"))
        number = at + length + (length == 2 and self.key(at + 2) == "a")
        counts = self.key(number)[:1].isdigit() or self.among(number, "numeral")
        return length if counts else 0

    def is_counted(self, at: int) -> bool:
        """Whether "about" or "more than" stands here before a number."""
        return self.counted(at) > 0

    def continues(self, at: int) -> bool:
        """Whether a noun phrase may go on here: with a noun, an adjective, a name, a quotation."""
        key = self.key(at)
        if key == QUOTE or self.is_name(at):
            return True
        letters = self.letters(at)
        if not letters:
            return False
        return letters[0] in "NSJTC" or (letters[0] in "GP" and self.continues(at + 1))

    def is_infinitive(self, at: int) -> bool:
        """Whether "to" before this word makes it an infinitive."""
        letters = self.letters(at)
        if "B" not in letters:
            return False
        if letters[0] == "B" or self.is_name(at + 1) or self.among(at + 1, "det", "pronoun"):
            return True
        if at == 1 and self.among(at + 1, "prep") and self.keys[at] != "date":
            return True  # "To deal with the storm"
        return self.letters(at + 1)[:1] in ("J", "S") or self.among(at - 2, "plan-verbs")

    def is_verb_after_noun(self, at: int, head: int) -> bool:
        """Whether the word after a noun is a verb and not the next noun of a compound."""
        letters = self.letters(at)
        if not letters:
            return False
        if letters[0] == "Z" and "S" in letters and self.key(at + 1) in _LAST:
            return False  # "banned air shows"
        if letters[0] in "DPZG":
            return letters[0] != "G" or "N" not in letters
        plural = self.is_plural(head) and not self.capital[head]
        if letters[0] == "B":
            return plural or self.capital[head] or "N" not in letters
        if "B" in letters and plural:
            return True
        third = letters[0] == "S" and "Z" in letters and not plural
        past = letters[0] == "N" and "D" in letters
        base = letters[0] == "N" and "B" in letters and self.capital[head] and not self.among(at, "someone")
        return (third or past or base) and self.among(at + 1, "det", "particle")
