"""What kinds of damage have in common: the words, and how a place of the English is changed."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import yaml

Damage = Callable[[random.Random, str, str], str | None]
WORDS: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("damage.yaml").read_text("utf-8"))


def replace(
    random_: random.Random, text: str, pattern: str, change: Callable[[str], str | None]
) -> str | None:
    """One of the places of a pattern, changed."""
    places = list(re.finditer(pattern, text))
    random_.shuffle(places)
    for place in places:
        new = change(place[0])
        if new is not None and new != place[0]:
            return text[: place.start()] + new + text[place.end() :]
    return None


def another(random_: random.Random, words: Sequence[str], word: str) -> str:
    return random_.choice([one for one in words if one.lower() != word.lower()])


def among(name: str, random_: random.Random, _: str, english: str) -> str | None:
    """A word of a list becomes another of that list."""
    pattern = rf"\b(?:{'|'.join(WORDS[name])})\b"
    return replace(random_, english, pattern, lambda word: another(random_, WORDS[name], word))


def paired(name: str, random_: random.Random, _: str, english: str) -> str | None:
    """A word becomes the one beside it in a list."""
    pairs = dict(WORDS[name])
    return replace(random_, english, rf"\b(?:{'|'.join(map(re.escape, pairs))})\b(?!['’]| not\b)", pairs.get)


def dropped(name: str, random_: random.Random, _: str, english: str) -> str | None:
    """A word of a list goes."""
    pattern = rf"(?<=[a-z,] )(?:{'|'.join(WORDS[name])}) (?=[a-z])"
    return replace(random_, english, pattern, lambda _: "")
