"""A sentence as kinds of words: what can be known of English clauses by closed classes and a list of verbs.

Each token is one letter: Z a mark, C what begins another clause, P a preposition, O "of", T "to" before a
verb, D an article or the like, X an auxiliary, V a verb, A what may be a verb or not, R an adverb, W any
other word or the mark that opens a quotation, Q the rest of a quotation.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tqcheck import cache
from tqcheck.model import TqcheckError
from tqcheck.rulebook.inflect import words
from tqcheck.rulebook.tokens import QUOTE, Tokens, is_word

DATA = Path(__file__).with_name("data") / "order.toml"
FORMAT = 2
"""Raised whenever what was made of the data by older code must not be used."""
LISTS = (
    "article",
    "preposition",
    "boundary",
    "auxiliary",
    "passive",
    "adverb",
    "time",
    "noun",
    "verb",
)
_QUOTED = 14
"""Tokens of a quotation, at most, that is one name in its sentence."""


@dataclass(frozen=True, slots=True)
class Order:
    """A rule of word order, as order.toml has it.

    `threshold` is the gain from which on it has a finding, `bare` that where neither an article nor a number
    nor a name says that another noun phrase begins.
    """

    id: str
    threshold: float
    bare: float
    russian: str
    example: str
    why: str


class Clauses:
    """What tells kinds of words apart."""

    def __init__(self, lists: Mapping[str, frozenset[str]]) -> None:
        """`lists` are those of LISTS, verbs in all their forms."""
        self.lists = lists

    def kinds(self, tokens: Tokens) -> str:
        """A letter for each token; see the module's text."""
        found: list[str] = []
        while len(found) < len(tokens):
            at = len(found)
            close = self._closing(tokens, at)
            if close is not None:
                found += "W" + "Q" * (close - at)
            else:
                found.append(self._kind(tokens, at, found[-1] if found else ""))
        return "".join(found)

    def _closing(self, tokens: Tokens, at: int) -> int | None:
        rest = tokens.keys[at + 1 : at + 1 + _QUOTED]
        return at + 1 + rest.index(QUOTE) if tokens.keys[at] == QUOTE and QUOTE in rest else None

    def _kind(self, tokens: Tokens, at: int, before: str) -> str:
        key = tokens.keys[at]
        if key == "'s":
            return "D"
        if not is_word(key) and key not in "%$€£":
            return "Z"
        if at in tokens.joined or at + 1 in tokens.joined or not tokens.raw(at).islower():
            return self._closed(tokens, at, "D") if at == 0 else "W"
        if key in self.lists["verb"]:
            return self._verb(tokens, at, before)
        return self._closed(tokens, at, before)

    def _closed(self, tokens: Tokens, at: int, before: str) -> str:
        key, lists = tokens.keys[at], self.lists
        if key == "of":
            return "O"
        if key == "to":
            following = tokens.keys[at + 1] if at + 1 < len(tokens) else ""
            return "T" if following in lists["verb"] or following == "be" else "P"
        for kind, name in _KINDS.items():
            if key in lists[name]:
                return kind
        if key.endswith("ly"):
            return "R"
        return "A" if key.endswith(("ed", "ing")) and before not in _BEFORE_NOUN else "W"

    def _verb(self, tokens: Tokens, at: int, before: str) -> str:
        """A verb, or a noun or adjective of the same form."""
        if before in _BEFORE_NOUN:
            return "W"
        key = tokens.keys[at]
        if key not in self.lists["noun"]:
            return "V"
        following = tokens.keys[at + 1] if at + 1 < len(tokens) else ""
        plural = at > 0 and tokens.keys[at - 1].endswith("s") and not key.endswith("s")
        return "V" if plural or following in self.lists["article"] else "A"


_BEFORE_NOUN = frozenset("DPO")
_KINDS = {"D": "article", "X": "auxiliary", "C": "boundary", "P": "preposition", "R": "adverb"}


def read_order(file: Path = DATA) -> tuple[dict[str, str], list[Order]]:
    """The lists and the rules of a file. Raises TqcheckError for one that is not whole."""
    try:
        data = tomllib.loads(file.read_text(encoding="utf-8"))
        lists = {name: str(data["words"].pop(name)) for name in LISTS}
        orders = [Order(**rule) for rule in data.pop("rules")]
        if not all(isinstance(gain, float) for o in orders for gain in (o.threshold, o.bare)):
            raise ValueError("a threshold is no number")
        if data.pop("words") or data:
            raise ValueError("unknown keys")
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise TqcheckError(f"{file}: is no file of word order: {error}") from error
    return lists, orders


def open_clauses(file: Path = DATA) -> Clauses:
    """What a file tells, its verbs inflected once and kept. Raises TqcheckError."""
    lists, _ = read_order(file)

    def make() -> bytes:
        split = {name: text.split() for name, text in lists.items()}
        of_nouns = {base: words(base, "NOUN") for base in split["noun"]}
        split["verb"] = sorted({form for base in split["verb"] for form in words(base, "VERB")})
        split["noun"] = sorted({form for forms in of_nouns.values() for form in forms})
        return json.dumps(split).encode()

    def use(data: bytes) -> Clauses:
        return Clauses({name: frozenset(of) for name, of in json.loads(data).items()})

    return cache.made("order", cache.content_key(FORMAT, [(file.name, file.read_bytes())]), make, use)
