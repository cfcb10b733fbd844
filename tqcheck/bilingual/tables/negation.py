"""What says no in each language: negation.yaml."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from tqcheck.bilingual.cues import Cues
from tqcheck.bilingual.tables.file import DataFile

_KINDS = ("denies", "idle", "negative")


@dataclass(frozen=True, slots=True)
class Negation:
    """Cues of each language by what they are (denies, idle, negative). `literal`: Russian denials and the
    English that says the reverse; a cue stands for the number of the line. `unsaid`: likewise, Russian
    denials and the English that says so without one; `turned`: likewise, Russian words that say yes and the
    English that says no; `others`: Russian words for few, and the English for the rest, of whom the reverse
    is true. `plain`: the English words that deny; `twice`: Russian denials of a denial."""

    russian: dict[str, Cues]
    english: dict[str, Cues]
    literal: tuple[Cues, Cues]
    unsaid: tuple[Cues, Cues]
    turned: tuple[Cues, Cues]
    others: tuple[Cues, Cues]
    prefixes: tuple[str, ...]
    harmless: frozenset[str]
    plain: frozenset[str]
    twice: Cues


@cache
def negation() -> Negation:
    """Raises RulebookError."""
    file = DataFile("negation.yaml")
    parts = file.parts(
        "russian", "english", "prefixes", "harmless", "literal", "unsaid", "turned", "others", "twice"
    )
    russian = file.fields(parts["russian"], "russian", _KINDS, ())
    english = file.fields(parts["english"], "english", (*_KINDS, "implied"), ())
    return Negation(
        russian={kind: file.cues(node, kind, english=False) for kind, node in russian.items()},
        english={kind: file.cues(node, kind, english=True) for kind, node in english.items()},
        literal=file.answering(file.pairs(parts["literal"], "literal")),
        unsaid=file.answering(file.pairs(parts["unsaid"], "unsaid")),
        turned=file.answering(file.pairs(parts["turned"], "turned")),
        others=file.answering(file.pairs(parts["others"], "others")),
        prefixes=tuple(file.listed(parts["prefixes"], "prefixes")),
        harmless=frozenset(file.listed(parts["harmless"], "harmless")),
        plain=frozenset(file.listed(english["denies"], "denies")),
        twice=file.cues(parts["twice"], "twice", english=False),
    )
