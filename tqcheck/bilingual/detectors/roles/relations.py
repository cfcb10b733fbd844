"""How one thing stands to another, reversed: после выборов, before the election; из Омска, to Omsk."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from tqcheck.bilingual.english import Token, is_base_form, tokens
from tqcheck.bilingual.names.places import named_at
from tqcheck.bilingual.pair import Doubt, Pair
from tqcheck.bilingual.renderings.denial import negated
from tqcheck.bilingual.sentence.relations import Relation, relations_of
from tqcheck.bilingual.tables.relations import relations
from tqcheck.bilingual.wordlists import words
from tqcheck.model import Span

RULE = "relation.reversed"
REACH, CLAUSE = 6, 9
"""English words before a noun, or before the verb of a clause, among which what governs it stands."""


def relations_kept(pair: Pair) -> Iterator[Doubt]:
    """A doubt where all that stands before a noun, or before the verb of a clause, says the reverse."""
    found = [relation for sentence in pair.russian for relation in relations_of(sentence)]
    if not found:
        return
    english = tokens(pair)
    places = [_places(pair, english, relation) for relation in found]
    for relation, own in zip(found, places, strict=True):
        if words("lasting") & relation.kind.reverse and not named_at(pair, english, relation.governed[0]):
            continue  # до конца года, during the year
        said = [governing for place in own if (governing := _governing(english, place, relation))]
        phrases = {phrase for phrase, _ in said}
        wrong = phrases & relation.kind.reverse
        if not wrong or phrases - relation.kind.reverse:
            continue
        if _turns(relation, wrong) and negated(pair):
            continue
        others = (
            other
            for other, place in zip(found, places, strict=True)
            if other.preposition is not relation.preposition and own & place
        )
        if any(wrong & other.kind.english for other in others):
            continue
        first = min(span for _, span in said)
        yield Doubt(
            RULE,
            Span(first.start, english[min(place for place in own if english[place].span > first)].span.end),
            (relation.preposition.span, relation.governed[0].span),
            f"The source says {_said(pair, relation)}.",
        )


def _turns(relation: Relation, wrong: AbstractSet[str]) -> bool:
    """Whether a denial makes both alike: not until May is after it; those not let into a town are kept from
    it."""
    return relation.kind.of_place or not words("until").isdisjoint(wrong | relation.kind.english)


def _said(pair: Pair, relation: Relation) -> str:
    return pair.source[relation.preposition.span.start : relation.governed[0].span.end]


def _places(pair: Pair, english: Sequence[Token], relation: Relation) -> set[int]:
    """Where the English has the first of what is governed that it has at all."""
    for word in relation.governed:
        if found := set(named_at(pair, english, word)):
            return found
    return set()


def _governing(english: Sequence[Token], place: int, relation: Relation) -> tuple[str, Span] | None:
    """The phrase that governs a word, the nearest before it, and where it stands; None where a mark, another
    preposition or, before a place, a word without a capital comes first."""
    for at in range(place - 1, max(-1, place - 1 - (CLAUSE if relation.clause else REACH)), -1):
        if english[at].key == "to" and at and english[at - 1].key in words("having-been"):
            return None
        for phrase in relations().ending.get(english[at].key, ()):
            first = at + 1 - len(phrase)
            if first >= 0 and all(
                token.key == word for token, word in zip(english[first:], phrase, strict=False)
            ):
                return " ".join(phrase), Span(english[first].span.start, english[at].span.end)
        if _parts(english[at], relation):
            return None
    return None


def _parts(token: Token, relation: Relation) -> bool:
    """Whether a word parts what is governed from what stands before it."""
    if token.text in words("within-phrases") or token.text[0].isdigit():
        return False
    if relation.kind.of_place and (token.text[0].islower() or is_base_form(token.key)):
        return True  # to leave Moscow, To Follow Moscow News
    if not relation.clause and token.key.endswith("ing"):
        return True  # before leaving his post
    return not token.is_word or (
        not relation.clause and token.key in words("prepositions") | words("clause-words")
    )
