"""The kinds of fault that the estimator tells apart, and what an editor reads of each: rules of its own."""

from __future__ import annotations

from functools import cache

from tqcheck.model import Confidence, Rule, Severity
from tqcheck.typed import NamedTuple

FAMILY = "estimate"


class Kind(NamedTuple):
    """`says` is what a finding says, `why` the rule's account; `example` a sentence with such a fault. Which
    Russian stands behind one is known only where something accounts for it."""

    category: str
    says: str
    why: str
    example: str


KINDS = {
    "word-order": Kind(
        "linguistic/word-order",
        "Reads like the build of a Russian sentence",
        "Russian puts what is known first and what is new last; kept in English, subject and object change "
        "places, or what belongs together is torn apart.",
        "In a shop on the outskirts of the city [[happened a fire]].",
    ),
    "word": Kind(
        "accuracy/mistranslation",
        "A word does not fit: the Russian one may have another sense here",
        "Machines take the commonest sense of a Russian word; the sentence around it asks for another.",
        "The team's coach was fined, and [[the collection]] lost the match.",
    ),
    "phrase": Kind(
        "style/unidiomatic",
        "Reads like a Russian phrase taken over word for word",
        "Set phrases and officialese, rendered word by word, are words that English does not put together.",
        "The governor [[took under personal control]] the repair of the boiler house.",
    ),
    "article": Kind(
        "linguistic/grammar",
        "An article, a preposition or a number does not fit",
        "Russian has no articles; its prepositions and plurals go with other words than those of English.",
        "[[In whole on the tournament]], the Russian swimmers won 11 medals.",
    ),
    "grammar": Kind(
        "linguistic/grammar",
        "A tense, a form of a verb or an agreement does not fit",
        "Aspect, reflexive verbs, gender and sentences without a subject have no counterpart in English, and "
        "machines guess.",
        "At the press conference, the director [[told about that]] he rehearsed the play for three months.",
    ),
    "name": Kind(
        "locale/name",
        "A name, a post or a body seems to have kept its Russian shape",
        "Names, posts and bodies are transliterated, half translated, or translated like common words.",
        "The [[press service of GUVD of]] Sverdlovsk region reported three arrests.",
    ),
    "garbled": Kind(
        "accuracy/mistranslation",
        "Reads as garbled",
        "Words that a machine did not know come out as fragments, twice, or as something else.",
        "A [[resident of Omsk Petrov n]] will stand trial for fraud.",
    ),
}
NAMES = tuple(KINDS)
"""In the order of the network's logits after the first two."""
SURE, LIKELY = 0.75, 0.5
"""From which likelihood on a finding says so."""
ACCOUNTED = frozenset(("word", "phrase"))
"""The kinds for which what may stand behind a mark is looked for."""
CONFIDENCE = Confidence.MEDIUM
"""Never high: there is nothing to put in unseen."""


def rule_id(kind: str) -> str:
    """estimate.KIND."""
    return f"{FAMILY}.{kind}"


RULE_IDS = tuple(map(rule_id, KINDS))


def described() -> list[Rule]:
    """The rules, sorted by id."""
    return [rule(name) for name in sorted(KINDS)]


@cache
def rule(name: str) -> Rule:
    """The rule of one of NAMES."""
    kind = KINDS[name]
    return Rule(
        id=rule_id(name),
        severity=Severity.MAJOR,
        confidence=CONFIDENCE,
        category=kind.category,
        russian="",
        why=f"{kind.why} A small network that learnt from editors' marks in machine translations of "
        "Russian news estimates which words those are; what should stand there it does not know.",
        before=(kind.example,),
        origin="estimate/kinds.py",
    )


def message(kind: str, sure: float, behind: str = "") -> str:
    """What a finding says; `behind`, what is known of the Russian behind it: "it may be “состав”"."""
    if sure >= SURE:
        told = "very likely"
    elif sure >= LIKELY:
        told = "likely"
    else:
        told = "likely in a text that reads like raw machine translation"
    says = "; ".join(filter(None, (KINDS[kind].says, behind)))
    return f"{says} (estimated: {told})."
