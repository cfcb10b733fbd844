"""The phrases of a sentence, read from the left.

Where the words do not say what a phrase is, it is of the kind OTHER, and who asks is to be silent.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from enum import StrEnum

from tqcheck.clause.reading.line import Line
from tqcheck.clause.reading.nouns import Noun, noun_phrase
from tqcheck.clause.reading.times import time_end
from tqcheck.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from typing import overload


class Kind(StrEnum):
    """What a phrase is."""

    NOUN = "noun"
    PREP = "prep"
    TIME = "time"
    ADVERB = "adverb"
    VERB = "verb"
    COMMA = "comma"
    OTHER = "other"


_AS_A_RESULT = ["as", "a", "result", "of"]


class Phrase(NamedTuple):
    """Tokens `start` to `end`, exclusive. `head`: the last word of the noun phrase, also of the one within a
    prepositional phrase; the full verb of a verb group.

    `number`: "S" singular, "P" plural, "" unknown. `lead`: the preposition. `opened`: the noun phrase has a
    determiner or a number. `name`: its head is a name. `form` of a verb group: the letter of its first verb
    (see lexicon.py), M for a modal, A for "be" and "have", T for an infinitive with "to".
    """

    kind: Kind
    start: int
    end: int
    head: int
    number: str = ""
    lead: str = ""
    opened: bool = False
    name: bool = False
    form: str = ""

    @property
    def is_finite(self) -> bool:
        """Whether it is a verb group that can be a predicate; a participle of a headline can."""
        return self.kind is Kind.VERB and self.form not in ("T", "G")

    @property
    def is_whole(self) -> bool:
        """Whether a noun phrase shows that it is one: by a determiner, a number, a name or the plural."""
        return self.opened or self.name or self.number == "P"


class Phrases(Sequence[Phrase]):
    """All phrases, in order: together they are the sentence. They are read as far as they are asked for."""

    def __init__(self, line: Line) -> None:
        self._line = line
        self._found: list[Phrase] = []

    def at(self, n: int) -> Phrase | None:
        """The phrase of that number; None outside the sentence."""
        return self._found[n] if 0 <= n < len(self._found) or (n >= 0 and self._reaches(n)) else None

    def _reaches(self, n: int) -> bool:
        found, size = self._found, len(self._line.keys)
        before = found[-1] if found else None
        while len(found) <= n:
            at = before.end if before else 0
            if at == size:
                return False
            before = _phrase(self._line, at, before)
            found.append(before)
        return True

    if TYPE_CHECKING:

        @overload
        def __getitem__(self, n: int) -> Phrase: ...
        @overload
        def __getitem__(self, n: slice) -> list[Phrase]: ...

    def __getitem__(self, n: int | slice) -> Phrase | list[Phrase]:
        if isinstance(n, int):
            self._reaches(n)
        else:
            self._reaches(sys.maxsize if n.stop is None else n.stop - 1)
        return self._found[n]

    def __len__(self) -> int:
        self._reaches(sys.maxsize)
        return len(self._found)

    def __iter__(self) -> Iterator[Phrase]:
        n = 0
        while phrase := self.at(n):
            yield phrase
            n += 1


def _phrase(line: Line, at: int, before: Phrase | None) -> Phrase:
    if line.keys[at] == ",":
        return Phrase(Kind.COMMA, at, at + 1, at)
    if end := time_end(line, at):
        return Phrase(Kind.TIME, at, end, end - 1)
    if (lead := preposition(line, at)) and not _is_no_preposition(line, at):
        return _prepositional(line, at, lead)
    if line.is_adverb(at) and not line.is_counted(at):
        return Phrase(Kind.ADVERB, at, at + 1, at)
    if verb := _verb(line, at, before):
        return verb
    if noun := noun_phrase(line, at):
        return _of_noun(Kind.NOUN, at, noun)
    return Phrase(Kind.OTHER, at, at + 1, at)


def _of_noun(kind: Kind, at: int, noun: Noun, lead: str = "") -> Phrase:
    return Phrase(kind, at, noun.end, noun.head, noun.number, lead, noun.opened, noun.name)


def preposition(line: Line, at: int) -> str:
    """The preposition that begins here, of several words perhaps; "" where none does."""
    if line.among(at, "prep"):
        following = line.key(at + 1)
        return f"{line.keys[at]} {following}" if following in ("of", "to") else line.keys[at]
    as_a_result = line.keys[at] == "as" and line.keys[at : at + 4] == _AS_A_RESULT
    return " ".join(_AS_A_RESULT) if as_a_result else ""


def _is_no_preposition(line: Line, at: int) -> bool:
    """Whether a word that may be a preposition is part of an infinitive or of a longer word, opens a clause,
    or counts."""
    if line.keys[at] == "to" and line.is_infinitive(at + 1):
        return True
    clausal = line.keys[at] == "because" and line.key(at + 1) != "of"
    part = at + 1 in line.tokens.joined and at not in line.tokens.joined  # "over-investment", "would-be"
    return clausal or part or line.is_counted(at)


def _prepositional(line: Line, at: int, lead: str) -> Phrase:
    after = at + len(lead.split())
    if end := time_end(line, after):
        return Phrase(Kind.TIME, at, end, end - 1, lead=lead)
    letters = line.letters(after)
    following = line.letters(after + 1)[:1] in ("N", "S", "J") or line.key(after + 1)[:1].isdigit()
    taking = following or line.among(after + 1, "det", "numeral", "pronoun") or line.is_name(after + 1)
    named = letters == "GN" and not taking  # "due to flooding"
    gerund = (letters[:1] == "G" and not named) or ("G" in letters and line.among(after + 1, "det"))
    noun = None if gerund else noun_phrase(line, after)
    if noun is None or line.among(noun.head, "subject-pronoun"):
        return Phrase(Kind.OTHER, at, after, at, lead=lead)  # "from now on | he"
    timed = line.among(noun.head, "time") and not any(line.capital[after : noun.end])
    return _of_noun(Kind.TIME if timed else Kind.PREP, at, noun, lead)


def _verb(line: Line, at: int, before: Phrase | None) -> Phrase | None:
    """The verb group that begins here."""
    if line.keys[at] == "to" and line.is_infinitive(at + 1):
        return Phrase(Kind.VERB, at, at + 2, at + 1, form="T")
    if line.among(at, "aux") and at + 1 not in line.tokens.joined:
        return _with_auxiliaries(line, at)
    letters = line.letters(at)
    form = _form(line, at, letters, before) if letters else ""
    return Phrase(Kind.VERB, at, at + 1, at, form=form) if form else None


def _form(line: Line, at: int, letters: str, before: Phrase | None) -> str:
    """The form of a full verb, by what it can be and what stands beside it; "" where it is likelier none."""
    first = letters[0]
    after_noun = before is not None and before.kind in (Kind.NOUN, Kind.PREP)
    has_object = line.among(at + 1, "det")
    if has_object and first == "J" and "P" in letters:
        return "D"  # "In Tver baked a cake"
    if has_object and first == "S" and "Z" in letters and before is not None and before.kind is Kind.TIME:
        return "Z"  # "this year returns the"
    if first == "Z" and "S" in letters and not (after_noun or has_object):
        return ""  # "detained suspects"
    if first in "DPZG":
        form = "D" if first == "P" and "D" in letters else first
        modifies = form in "PG" and not after_noun and line.continues(at + 1)
        return "" if modifies else form  # "rising prices"
    if after_noun and before is not None and line.is_verb_after_noun(at, before.head):
        return next(letter for letter in "ZDB" if letter in letters)
    return "B" if first == "B" and before is not None and before.kind is not Kind.OTHER else ""


def _with_auxiliaries(line: Line, at: int) -> Phrase:
    """Auxiliaries, "not" and adverbs, and the full verb where it follows."""
    start = at
    form = "M" if line.among(at, "modal") else "A"
    while (
        line.among(at, "aux")
        or line.key(at) in ("not", "to")
        or line.is_adverb(at)
        or _is_no_longer(line, at)
    ):
        at += 1
    letters = line.letters(at)
    full = letters[:1] in tuple("BDPG") or (form == "M" and "B" in letters)
    going = "G" in letters and line.among(at - 1, "be") and line.letters(at + 1)[:1] == "J"
    if full or going or (letters.endswith("P") and line.among(at - 1, "be")):
        at += 1
    return Phrase(Kind.VERB, start, at, at - 1, form=form)


def _is_no_longer(line: Line, at: int) -> bool:
    """Whether the word is part of "no longer"."""
    return (line.key(at) == "no" and line.key(at + 1) == "longer") or (
        line.key(at) == "longer" and line.key(at - 1) == "no"
    )
