"""Noun phrases: determiners, numbers, modifiers, and nouns or names."""

from __future__ import annotations

from tqcheck.clause.reading.lexicon import tags
from tqcheck.clause.reading.line import Line
from tqcheck.clause.reading.times import time_end
from tqcheck.rulebook.tokens import MOST_QUOTED, QUOTE

_LEAGUES = frozenset(("championship", "cup", "league"))
_THIS = frozenset(("this", "that"))


class Noun:
    """A noun phrase that ends at `end`, exclusive; see `Phrase` for the rest."""

    __slots__ = ("end", "head", "name", "number", "opened")

    def __init__(self, end: int, head: int = -1, *, opened: bool = False) -> None:
        self.end = end
        self.head = head
        self.number = ""
        self.opened = opened
        self.name = False


def noun_phrase(line: Line, at: int) -> Noun | None:
    """The noun phrase that begins here. Where a noun and a name meet that no title joins ("from car rubber
    | unusual", "in the Kremlin | Emir"), it ends."""
    possessive = line.key(at) == "her" and line.continues(at + 1)
    pronoun = line.among(at, "pronoun") and not possessive
    if pronoun or (line.key(at) in _THIS and line.among(at + 1, "det")):
        return Noun(at + 1, at, opened=True)  # "After that the minister …"
    noun = Noun(at)
    start = at
    _determiners(line, noun)
    while step := _step(line, noun):
        noun.end += step
    if (
        noun.head < 0
        and noun.end > start
        and line.among(noun.end - 1, "quantity")
        and line.key(noun.end) == "of"
    ):
        noun.head = noun.end - 1
    if noun.head < 0:
        return None
    noun.number = _number(line, noun)
    noun.name = noun.head > 0 and line.capital[noun.head]
    return noun


def _determiners(line: Line, noun: Noun) -> None:
    """Takes in what may stand before adjectives."""
    noun.end += line.counted(noun.end)
    while line.among(noun.end, "det") and not line.is_name(noun.end):
        if line.among(noun.end, "det-singular"):
            noun.number = "S"
        elif line.among(noun.end, "det-plural"):
            noun.number = "P"
        noun.opened = True
        noun.end += 1
    if noun.opened and line.is_adverb(noun.end) and line.letters(noun.end + 1)[:1] == "J":
        noun.end += 1  # "a very old house"
    while line.key(noun.end)[:1].isdigit() or line.among(noun.end, "numeral"):
        if time_end(line, noun.end):
            return
        key = line.keys[noun.end]
        if key not in ("1", "one") and not key.endswith(("th", "st", "nd", "rd", "first", "second", "third")):
            noun.number = noun.number or "P"
        noun.opened = True
        noun.end += 1
        while noun.end in line.tokens.joined and line.key(noun.end):
            noun.end += 1  # "14-year-old", "six-time"


def _step(line: Line, noun: Noun) -> int:
    """How many tokens the phrase takes in at its end, its head moved; 0 where it is over."""
    key = line.key(noun.end)
    if not key:
        return 0
    if not key[0].isalnum():
        return _mark(line, noun, key)
    return _modifier_or_noun(line, noun) if noun.head < 0 else _after_noun(line, noun, key)


def _mark(line: Line, noun: Noun, key: str) -> int:
    """A quotation, the point of an abbreviation, or an owner's ending, after which another noun comes."""
    if key == QUOTE:
        return _quotation(line, noun)
    if key == ".":
        return _abbreviated(line, noun)
    owns = key == "'s" or (key == "'" and line.keys[noun.end - 1].endswith("s"))
    if noun.head < 0 or not owns:
        return 0
    noun.head, noun.opened, noun.number = -1, True, ""
    return 1


def _quotation(line: Line, noun: Noun) -> int:
    if noun.head >= 0 and line.among(noun.head, "time", "turn"):
        return 0  # "in the next round “Zenit” will play": a round has no name
    after = line.keys[noun.end + 1 : noun.end + MOST_QUOTED]
    if QUOTE not in after or after[0] == QUOTE:
        return 0
    length = after.index(QUOTE) + 2
    noun.head = noun.end + length - 2
    return length


def _abbreviated(line: Line, noun: Noun) -> int:
    """ "St. Petersburg", "S. Petrov"."""
    at = noun.end
    initial = len(line.keys[at - 1]) == 1 and line.capital[at - 1]
    if noun.head != at - 1 or not (initial or line.among(at - 1, "saint")) or not line.is_name(at + 1):
        return 0
    noun.head = at + 1
    return 2


def _modifier_or_noun(line: Line, noun: Noun) -> int:
    """A word where no noun has come yet."""
    at = noun.end
    if line.keys[at] == "so" and line.key(at + 1) == "called" and at + 1 in line.tokens.joined:
        return 2  # "the so-called council"
    if line.key(at - 1) == "'s" and line.among(at, "numeral", "adjective"):
        return int(line.continues(at + 1))  # "the world's first"
    if line.is_name(at):
        if not (line.is_nation(at) and line.continues(at + 1)):
            noun.head = at
        return 1
    letters = line.letters(at)
    return _first_word(line, noun, letters) if letters else 0


def _after_noun(line: Line, noun: Noun, key: str) -> int:
    """A word after a noun or a name, which may go on."""
    at = noun.end
    named = line.capital[at - 1]
    if line.among(at, "day"):
        return 0
    if at in line.tokens.joined and noun.head == at - 1 and (step := _joined(line, noun)):
        return step
    if key == "the" and named and noun.head == at - 1 and line.among(at + 1, "epithet"):
        return 2 * line.capital[at + 1]  # "Peter the Great"
    if line.is_name(at):
        return _later_name(line, noun)
    if named and key[0].isdigit() and not time_end(line, at):
        counting = line.among(at - 1, "place") and line.continues(at + 1)  # "to Chechnya | 150 tons"
        return int(not counting)  # "Arctic 2"
    if noun.head == at - 1 and at in line.tokens.joined and line.tokens.words[at - 1].endswith("cio"):
        noun.head = at  # "socio-economic"
        return 1
    letters = line.letters(at)
    return _later_word(line, noun, letters) if letters else 0


def _joined(line: Line, noun: Noun) -> int:
    """A word that a hyphen joins to what looked like the head: "the self-|proclaimed mayor", "passers-|by",
    "Rostov-|on-Don"."""
    at = noun.end
    if line.is_name(at + 1) and at + 1 in line.tokens.joined and line.capital[at - 1]:
        noun.head = at + 1
        return 2
    if line.capital[at] or not line.keys[at].isalpha() or at + 1 in line.tokens.joined:
        return 0
    if line.keys[at - 1] == "passers":
        noun.head = at
        return 1
    if line.capital[at - 1] or not line.continues(at + 1):
        return 0
    noun.head = -1
    return 1


def _later_name(line: Line, noun: Noun) -> int:
    """A name after a noun: "the Tver mayor | Ivan Petrov" is one, "in the Kremlin | Emir" is not."""
    at = noun.end
    joins = line.capital[at - 1] or line.among(at - 1, "title", "named") or line.among(at, "body-noun")
    joins = joins or (line.keys[at - 1] == "world" and line.among(at, "contest", "gathering"))
    joins = joins or (line.capital[at + 1 : at + 2] == [True] and line.key(at + 1) in _LEAGUES)
    after_place = line.among(at - 1, "place") and line.among(at, "given")
    if not joins or after_place:
        return 0
    noun.head = at
    return 1


def _first_word(line: Line, noun: Noun, letters: str) -> int:
    """A word in lower case where no noun has come yet."""
    at = noun.end
    goes_on = line.continues(at + 1) or (noun.opened and "N" in line.letters(at + 1))
    if letters[0] in "JCT":
        if not goes_on:
            if "N" not in letters and not noun.opened:
                return 0
            noun.head = at  # "the deceased"
        return 1
    named = letters == "GN" and line.letters(at + 1)[:1] in ("D", "P")  # "due to flooding closed roads"
    if letters[0] in "PGDR" and goes_on and not named:
        return 1
    if letters[0] in "DPRZ" and "N" not in letters and "S" not in letters:
        return 0
    if letters[0] == "B" and not noun.opened and "N" not in letters:
        return 0
    noun.head = at
    return 1


def _later_word(line: Line, noun: Noun, letters: str) -> int:
    """A word after a noun: the next noun of a compound."""
    at = noun.end
    if line.among(at, "sport-gerund") and line.among(at - 1, "sport-before-gerund"):
        noun.head = at
        return 1
    if line.is_verb_after_noun(at, noun.head):
        return 0
    named = line.capital[noun.head]
    last = not line.continues(at + 1)
    if named and not last and line.among(at, "attributive"):
        return 1  # "the Moscow military airfield"
    if letters[0] in "NS":
        attributive = named or line.among(noun.head, "attributive")
        if letters[0] == "N" and line.is_plural(noun.head) and not attributive:
            return 0
    elif not (letters[0] in "JG" and "N" in letters and last) or (named and letters[0] == "G"):
        return 0
    noun.head = at
    return 1


def _number(line: Line, noun: Noun) -> str:
    if line.among(noun.head, "people") or line.is_plural(noun.head):
        return "P"
    if noun.number == "P":
        return "P"
    common = tags(line.keys[noun.head])[:1] == "N" and not line.capital[noun.head]
    return "S" if common or noun.number == "S" or line.among(noun.head, "given") else ""
