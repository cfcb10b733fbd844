"""Prepositions of a Russian sentence that say how one thing stands to another, and what they govern."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tqcheck.bilingual.russian import QUOTES, Sentence, Word
from tqcheck.bilingual.sentence.nouns import cases
from tqcheck.bilingual.tables.relations import RelationKind, relations

REACH = 4
"""Words after a preposition among which its noun stands."""

VERB = 7
"""Words after "после того как" among which its verb stands."""

_DESCRIBING = frozenset({"ADJF", "PRTF", "NUMR", "NUMB", "NPRO"})
_YEARS = range(1500, 2100)


@dataclass(frozen=True, slots=True)
class Relation:
    """A preposition and what it governs: the noun and the one in the genitive that says of what, or the verb
    of its clause (после того как он ушёл)."""

    kind: RelationKind
    preposition: Word
    governed: tuple[Word, ...]
    clause: bool = False


def relations_of(sentence: Sentence) -> Iterator[Relation]:
    """The relations of a sentence, in order."""
    words = [word for word in sentence.words if word.text not in QUOTES]
    for i, word in enumerate(words):
        if told := _before_clause(words, i):
            yield Relation(relations().russian["до"][0], word, (told,), clause=True)
        for name, length in _prepositions(words, i):
            for kind in relations().russian[name]:
                following = words[i + length :]
                if verb := _verb(following):
                    yield Relation(kind, word, (verb,), clause=True)
                elif governed := _governed(following, kind):
                    yield Relation(kind, word, governed)


def _prepositions(words: Sequence[Word], at: int) -> Iterator[tuple[str, int]]:
    """The prepositions that begin at a word, with how many words they have."""
    for length in (1, 2):
        name = " ".join(word.text.lower() for word in words[at : at + length])
        if name in relations().russian and len(words) > at + length:
            yield name, length


def _before_clause(words: Sequence[Word], at: int) -> Word | None:
    """The verb after "прежде чем"."""
    told = [word for word in words[at : at + VERB] if word.text != ","]
    if [word.text.lower() for word in told[:2]] != ["прежде", "чем"]:
        return None
    return next((word for word in told[2:] if word.pos in ("VERB", "PRTS", "INFN")), None)


def _verb(following: Sequence[Word]) -> Word | None:
    """The verb of a clause that follows a preposition: того, как суд отменил."""
    told = [word for word in following if word.pos != "PNCT" or word.text == "."][: VERB + 2]
    if [word.text.lower() for word in told[:2]] not in (["того", "как"], ["тем", "как"]):
        return None
    return next((word for word in told[2:] if word.pos in ("VERB", "PRTS", "INFN")), None)


def _governed(following: Sequence[Word], kind: RelationKind) -> tuple[Word, ...]:
    """The year or noun that follows a preposition in one of its cases, and the nouns of which that is."""
    for place, word in enumerate(following[:REACH]):
        if word.text.isdigit() and int(word.text) in _YEARS and not kind.of_place:
            return (word,)
        if word.pos == "NOUN":
            fits = _fits(word, kind) and (not kind.of_place or _is_place(word))
            return (word, *_of_what(following[place + 1 :])) if fits else ()
        if word.pos not in _DESCRIBING:
            return ()
    return ()


def _of_what(following: Sequence[Word]) -> Iterator[Word]:
    """The noun in the genitive that comes next: со дня рождения."""
    for word in following[:2]:
        if word.pos == "NOUN" and "gent" in cases(word):
            yield word
        if word.pos not in ("ADJF", "PRTF"):
            return


def _fits(noun: Word, kind: RelationKind) -> bool:
    """Whether a noun stands in a case of a preposition, and in none that the same word governs otherwise;
    what is not declined (РФ, США) stands in any."""
    own = cases(noun)
    surely = not kind.other_cases or (own.isdisjoint(kind.other_cases) and not noun.text.isupper())
    return surely and not own.isdisjoint(kind.cases)


def _is_place(noun: Word) -> bool:
    """Whether a noun is a name, and nobody's."""
    return noun.text[0].isupper() and noun.grammemes.isdisjoint({"anim", "Surn", "Name", "Patr"})
