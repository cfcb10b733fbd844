"""Two people made one: заместитель Игоря Петрова, "Deputy Igor Petrov"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tqcheck.bilingual.names.spelling import alike
from tqcheck.bilingual.pair import Doubt, Pair
from tqcheck.bilingual.renderings.rendered import Rendered, renderings
from tqcheck.bilingual.russian import Word, analysed_names, is_first_name, is_known
from tqcheck.bilingual.sentence.nouns import cases
from tqcheck.bilingual.wordlists import words

RULE = "role.apposition"
_WITHIN_NAMES = frozenset({"бен", "ибн", "аль", "ван", "фон"})


def people_parted(pair: Pair) -> Iterator[Doubt]:
    """A doubt where the English puts what somebody is right before the name of another one, whose he is."""
    for sentence in pair.russian:
        for at in range(len(sentence.words) - 1):
            if not _is_of_another(sentence.words, at):
                continue
            person, name = sentence.words[at : at + 2]
            for english in renderings(pair):
                for place in english.best(person.text):
                    if _are_one(pair.text, english, place, name):
                        span = english.between(place, place + 1)
                        yield Doubt(RULE, span, (person.span, name.span))
                        return


def _is_of_another(russian: Sequence[Word], at: int) -> bool:
    """Whether a person's name in the genitive follows one who stands in another case."""
    person, name = russian[at], russian[at + 1]
    if person.pos != "NOUN" or "anim" not in person.grammemes or person.text in _WITHIN_NAMES:
        return False
    if (person.text[0].isupper() and at) or not person.grammemes.isdisjoint({"Name", "Surn", "Patr"}):
        return False
    own, other = cases(person), _cases_of_name(name)
    return bool(own) and "gent" in other and other <= {"gent", "accs"} and own.isdisjoint(other)


def _cases_of_name(word: Word) -> set[str]:
    """The cases in which a word may be a person's name; none of what is no name that a dictionary has."""
    if not word.text[0].isupper() or not word.text[1:].islower() or not is_known(word.text):
        return set()
    if "Fixd" in word.grammemes or not (is_first_name(word.text) or "Surn" in word.grammemes):
        return set()
    return {case for kind, _, case in analysed_names(word.text) if kind in ("Name", "Surn")}


def _are_one(text: str, english: Rendered, place: int, name: Word) -> bool:
    """Whether a name follows a word at once, and is not the first part of a possessive."""
    told = english.words
    after = place + 1
    if after >= len(told) or not text[english.spans[after].start].isupper():
        return False
    if after not in english.best(name.text) and not alike(told[after], name):
        return False
    following = told[after : after + 4]
    owned = any(word.endswith(("'s", "’s", "'", "’")) for word in following)
    return not owned and told[place] not in words("determiners")
