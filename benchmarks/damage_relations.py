"""Kinds of damage that leave each word a sound one and turn round how they belong together: whose a number
is, what is more, whence and whither, before and after, who gave and who was given."""

from __future__ import annotations

import random
import re
from functools import cache, partial

from lemminflect import getInflection

from benchmarks.damage_places import WORDS, Damage, paired, replace

_COUNT = r"\b(?:\d[\d,]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b"
_PLACE = r"(?:the )?[A-Z][a-z]+(?:[ -][A-Z][a-z]+)?"
_ROUTE = rf"from ({_PLACE}|\d[\d,.]*)((?: [a-z]+)? to )({_PLACE}|\d[\d,.]*)"
_OF_NOUN = r"\b(the|a|an) ([a-z]{3,}) ([a-z]{4,}) (of the) ([a-z]{4,})\b"


def tolls_swapped(_: random.Random, __: str, english: str) -> str | None:
    """The number of the dead and that of the hurt change places."""
    for first, second in (("dead", "hurt"), ("hurt", "dead")):
        found = re.search(_tolls(first, second), english)
        if found and found[1].lower() != found[3].lower():
            return (
                f"{english[: found.start()]}{found[3]}{found[2]}{found[1]}{found[4]}{english[found.end() :]}"
            )
    return None


@cache
def _tolls(first: str, second: str) -> str:
    """A pattern of two numbers, each with a word of a kind of its own behind it."""
    one, other = ("|".join(WORDS["tolls"][kind]) for kind in (first, second))
    behind = r"[^\d,.;:]{0,25}?\b"
    return rf"({_COUNT})({behind}(?:{one})\b[^.;:\d]{{1,30}}?)({_COUNT})({behind}(?:{other})\b)"


def route_turned(random_: random.Random, _: str, english: str) -> str | None:
    """From one place or number to another, the other way round."""

    def turned(text: str) -> str | None:
        return re.sub(_ROUTE, r"from \3\2\1", text)

    return replace(random_, english, rf"\b{_ROUTE}", turned)


def goal_for_start(random_: random.Random, russian: str, english: str) -> str | None:
    """The only place that is come from becomes one that is gone to, or the reverse, where the Russian has a
    preposition with a place."""
    if len(re.findall(r"\b(?:from|to)\b", english)) > 1 or not re.search(r"\b(?:из|во?|на) [А-Я]", russian):
        return None
    return replace(random_, english, rf"\b(?:from|to)(?= {_PLACE})", {"from": "to", "to": "from"}.get)


def given(random_: random.Random, _: str, english: str) -> str | None:
    """The one who was given something gives it; a headline may do without "was" (Director awarded)."""
    past = {
        participle: getInflection(base, tag="VBD")[0]
        for base in WORDS["giving"]
        for participle in getInflection(base, tag="VBN")
    }
    told = [participle for participle in past if english.endswith(".") or past[participle] != participle]
    follows = r"(?= (?:a|an|the|his|her|their|[a-z]+s|\d+)\b)"
    pattern = rf"\b(?:was|were|has been|have been) (?:{'|'.join(told)}){follows}"
    return replace(random_, english, pattern, lambda text: past[text.split()[-1]])


def future_passive(random_: random.Random, _: str, english: str) -> str | None:
    """What will be done has been done."""
    return replace(random_, english, r"\bwill be(?= [a-z]+(?:ed|en|ilt|eld|ade|ent)\b)", lambda _: "was")


def degree_dropped(random_: random.Random, _: str, english: str) -> str | None:
    """What makes a number less exact, or a bound, goes."""
    numbers = "|".join((*WORDS["numerals"], *WORDS["scales"], "half", "a hundred"))
    pattern = rf"\b(?:{'|'.join(WORDS['degrees'])}) (?=\$?(?:\d|(?:{numbers})\b))"
    return replace(random_, english, pattern, lambda _: "")


def adjective_moved(random_: random.Random, _: str, english: str) -> str | None:
    """What describes one noun describes the one it belongs to: the new head of the court."""

    def moved(text: str) -> str | None:
        found = re.fullmatch(_OF_NOUN, text)
        if not found or found[2] not in WORDS["adjectives"]:
            return None
        return f"the {found[3]} {found[4]} {found[2]} {found[5]}"

    return replace(random_, english, _OF_NOUN, moved)


RELATIONS: dict[str, Damage] = {
    "comparison reversed": partial(paired, "comparisons"),
    "before and after": partial(paired, "orders"),
    "route turned": route_turned,
    "goal for start": goal_for_start,
    "tolls swapped": tolls_swapped,
    "dative for subject": given,
    "future passive": future_passive,
    "degree dropped": degree_dropped,
    "adjective moved": adjective_moved,
}
