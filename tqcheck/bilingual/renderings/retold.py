"""A Russian clause that does not begin with its subject, and what the English makes its subject."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass

from tqcheck.bilingual.renderings.rendered import Places, Rendered
from tqcheck.bilingual.renderings.verbs import EnglishVerb, has_verb, subject_stretch
from tqcheck.bilingual.russian import Sentence, Word
from tqcheck.bilingual.sentence.clause_bounds import is_participle
from tqcheck.bilingual.sentence.frames import Fronted
from tqcheck.bilingual.wordlists import words


@dataclass(frozen=True, slots=True)
class Retold:
    """A clause of a Russian sentence, and where an English one has its parts: places among `told`, its
    words."""

    english: Rendered
    sentence: Sentence
    clause: Fronted
    places: Places

    @property
    def told(self) -> Sequence[str]:
        return self.english.words

    @property
    def first(self) -> Word:
        """The head of what stands first in the Russian."""
        return self.sentence.words[self.clause.first.head]

    @property
    def verb(self) -> Word:
        """The Russian verb."""
        return self.sentence.words[self.clause.verb]

    @property
    def act(self) -> Word:
        """The Russian verb, or its infinitive that says what is done."""
        return self.sentence.words[self.clause.act]

    def standing(self, indices: Iterable[int]) -> set[int]:
        """Where the English may have Russian words."""
        return {k for i in indices for k in self.english.standing(self.sentence.words[i].text)}


def subject_of(one: Retold, verb: EnglishVerb) -> int | None:
    """Where the English subject of a verb begins, if that renders what stands first in the Russian."""
    told, clause = one.told, one.clause
    start, stop = subject_stretch(told, verb.start)
    own = [k for k in one.places.object if start <= k < stop]
    if not own and start > 1 and told[start - 1] in words("relative") and has_verb(told[start:stop]):
        start, stop = subject_stretch(told, start - 1)  # refugees who came to Omsk help
        own = [k for k in one.places.object if start <= k < stop]
    if not own or any(k in one.places.subject for k in range(start, stop)):
        return None
    made = clause.first.stands_in("ablt") and is_participle(one.verb)
    if made and not any(start <= k < stop for k in one.standing([clause.first.head])):
        return None  # the committee elected Orlov chairman
    whole = range(min((*clause.first.named, *clause.first.belonging)), clause.verb)
    group = {*own, *one.standing(whole)}
    if not _reaches(told, own[-1], stop, group):
        return None
    first = _beginning(told, own[0], start, group)
    leads = words("prepositions") | {"and", "as", "after", "before"}
    if one.first.pos == "INFN":
        leads -= {"to"}  # to improve it called for changes
    return None if first > start and told[first - 1] in leads else first


def _reaches(told: Sequence[str], head: int, stop: int, group: Set[int]) -> bool:
    """Whether nothing between a noun and its verb says that another one is the subject."""
    following = told[head + 1 : stop]
    if not (words("helping") - {"to"}).isdisjoint(following):
        return False
    if not following or following[0] in words("prepositions") | {"to"}:
        return True
    passed = words("prepositions") | words("determiners") | words("of-age") | {"and", "after", "before"}
    return all(k in group or not told[k][0].isalnum() or told[k] in passed for k in range(head + 1, stop))


def _beginning(told: Sequence[str], first: int, start: int, group: Set[int]) -> int:
    """Where a noun phrase begins, the words of its `group` and its determiners taken in."""
    while first > start and (
        first - 1 in group
        or told[first - 1] in words("determiners")
        or (told[first - 1] == "and" and first - 2 in group)
    ):
        first -= 1
    return first
