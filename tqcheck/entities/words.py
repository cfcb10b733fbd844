"""A text as the words that names are made of."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain

from tqcheck.typed import NamedTuple

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_GAPS = frozenset((" ", "\xa0", "-", "‑", "–", "\n", ".", " - ", " – ", ' "', " “", " «"))


class Word(NamedTuple):
    """A word: as it stands, as it is looked up (lower case, plain apostrophe), and where."""

    text: str
    key: str
    start: int
    end: int

    @property
    def bare(self) -> str:
        """As it stands, without the 's of a genitive."""
        return self.text.removesuffix("'s").removesuffix("’s")


class Hit(NamedTuple):
    """A form found: its words, and what the table says of it."""

    words: tuple[Word, ...]
    form: str
    number: int
    rule: str

    @property
    def start(self) -> int:
        return self.words[0].start

    @property
    def end(self) -> int:
        """Without the 's of a genitive."""
        last = self.words[-1]
        return last.end - len(genitive(last.key)) if not self.form.endswith("s") else last.end


@lru_cache(maxsize=2)
def words_of(text: str) -> list[Word]:
    """All words of a text. Not to be changed: the checks of one document share it."""
    return _words(text)


@lru_cache(maxsize=4_096)
def words_of_form(form: str) -> list[Word]:
    """The words of a name that was found. Not to be changed."""
    return _words(form)


def _words(text: str) -> list[Word]:
    return [
        Word(found[0], found[0].lower().replace("’", "'"), found.start(), found.end())
        for found in _WORD.finditer(text)
    ]


def genitive(key: str) -> str:
    """The 's that a word ends in, or nothing."""
    return "'s" if key.endswith("'s") else ""


Entry = tuple[list[str], str, int, str]
"""The words that follow the first one, the form, the number of its entity, the rule."""
Entries = dict[str, list[Entry]]
"""Entries by the second word of their form, "" where it has one word; the longest first."""
Table = dict[str, str | Entries]
"""Entries by their first word, as JSON until they are first asked for: few of them ever are."""


def hits(text: str, table: Table) -> Iterator[Hit]:
    """Forms of a table in a text, whatever their case; at each place the longest, none within another."""
    words, places = words_of(text), _places(text)
    free = 0
    for at, first in sorted((at, key) for key in places.keys() & table.keys() for at in places[key]):
        if at < free:
            continue
        for rest, form, number, rule in _entries_at(table, words, at, first):
            found = words[at : at + 1 + len(rest)]
            if len(found) == 1 + len(rest) and _agree(text, found, rest):
                yield Hit(tuple(found), form, number, rule)
                free = at + 1 + len(rest)
                break


@lru_cache(maxsize=2)
def _places(text: str) -> dict[str, list[int]]:
    """Where in `words_of` a text each word stands; one with the 's of a genitive also without that."""
    places: dict[str, list[int]] = {}
    for at, word in enumerate(words_of(text)):
        places.setdefault(word.key, []).append(at)
    for key in [key for key in places if genitive(key)]:
        places.setdefault(key.removesuffix(genitive(key)), []).extend(places[key])
    return places


def where(text: str, keys: frozenset[str]) -> list[int]:
    """Where in `words_of` a text words stand that have one of these keys, some with the 's of a genitive."""
    places = _places(text)
    return sorted({at for key in keys.intersection(places) for at in places[key]})


def name_goes_on(text: str, at: int, step: int) -> bool:
    """Whether the word before or after one of `words_of` a text, `step` -1 or 1, may be part of the same
    name: it has a capital, and there is but a space between."""
    words = words_of(text)
    if not 0 <= at + step < len(words):
        return False
    one, other = words[min(at, at + step)], words[max(at, at + step)]
    return words[at + step].text[0].isupper() and text[one.end : other.start] == " "


def _entries_at(table: Table, words: list[Word], at: int, first: str) -> list[Entry]:
    """The entries that may stand at a word, which `first` is, or is without its genitive."""
    entries = _entries(table, first)
    if words[at].key != first:
        return entries.get("", []) if words[at].key not in table else []
    after = words[at + 1].key if at + 1 < len(words) else ""
    if not (after in entries or "" in entries or after.endswith("'s")):
        return []  # as nearly always
    found = [entries[key] for key in {after, after.removesuffix("'s"), ""} if key in entries]
    if len(found) < 2:
        return found[0] if found else []
    return sorted(chain(*found), key=lambda entry: (-len(entry[0]), entry[1]))


def _entries(table: Table, key: str) -> Entries:
    entries = table[key]
    if isinstance(entries, str):
        parsed: list[Entry] = json.loads(entries)
        entries = table[key] = {}
        for entry in parsed:
            entries.setdefault(entry[0][0] if entry[0] else "", []).append(entry)
    return entries


def _agree(text: str, found: list[Word], rest: list[str]) -> bool:
    for i, key in enumerate(rest, 1):
        word = found[i]
        if word.key != key and not (i == len(rest) and word.key == f"{key}'s"):
            return False
        gap, before = text[found[i - 1].end : word.start], found[i - 1].key
        initial = gap == ". " and len(before) <= 2
        possessive = gap in ("' ", "’ ") and before.endswith("s")
        if gap not in _GAPS and not initial and not possessive:
            return False
    return True


def pairs(words: Iterable[str]) -> dict[str, str]:
    """A list of "wolves=Volkov" as a mapping."""
    return dict(word.split("=", 1) for word in words)
