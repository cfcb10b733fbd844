"""Where an English sentence renders the parts of a Russian clause, and whether it turns their roles round."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TypeVar

from tqcheck.bilingual.english import is_surely_past, moves, verbs_of
from tqcheck.bilingual.evidence import english_keys, russian_units
from tqcheck.bilingual.memory import of_last
from tqcheck.bilingual.pair import Doubt, Pair
from tqcheck.bilingual.russian import Sentence, Word
from tqcheck.bilingual.sentence.nouns import is_somebody
from tqcheck.bilingual.sentence.syntax import Clause
from tqcheck.bilingual.tables.persons import persons
from tqcheck.bilingual.wordlists import words
from tqcheck.model import Span

_TOKEN = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d[\d.,]*|[^\w\s]")

_BEFORE, _AFTER = 12, 7
"""Most words between subject and verb, and between verb and object."""

_ARTICLES = frozenset({"the", "a", "an"})
_NOUNS = frozenset({"NOUN", "ADJF"})

_NEAR = 3
"""Words before a verb among which its auxiliaries stand."""


Part = TypeVar("Part")


@dataclass(frozen=True, slots=True)
class Places:
    """Where the English renders the parts of a Russian clause, as indices of its tokens."""

    verb: list[int]
    subject: list[int]
    object: list[int]


@dataclass(frozen=True, slots=True)
class Rendered:
    """The tokens of an English segment: their spans in the text, in lower case, and their keys."""

    spans: list[Span]
    words: list[str]
    keys: list[frozenset[str]]
    found: dict[str, dict[int, float]] = field(default_factory=dict)

    @classmethod
    def of(cls, text: str, segment: Span) -> Rendered:
        found = list(_TOKEN.finditer(text, segment.start, segment.end))
        return cls(
            [Span(*match.span()) for match in found],
            [match[0].lower() for match in found],
            [english_keys(match[0]) for match in found],
        )

    def between(self, first: int, last: int) -> Span:
        """The stretch from one token to the end of another."""
        return Span(self.spans[first].start, self.spans[last].end)

    def turned(self, sentence: Sentence, clause: Clause) -> Span | None:
        """Where the English renders a clause with its roles turned round."""
        places = self.places(sentence, clause)
        if not places.object:
            return None
        both = any(is_somebody(sentence.words[i]) for i in clause.object) and words("meeting")
        if clause.subject:
            verbs = places.verb or self._acts(sentence, clause)
            verbs = verbs or ([] if clause.given else self._unknown(sentence, places))
            verbs = [verb for verb in verbs if not both or self.words[verb] not in both]
            if sentence.words[clause.verb].lemma in words("moved"):
                verbs = [verb for verb in verbs if _moves_somebody(self.words, verb)]
            found = _reversed(self.words, verbs, places, clause) if places.subject else None
        else:
            found = None
        if not found and (not clause.subject or self._is_pronoun(sentence, clause.object)):
            met = both and any(self.words[verb] in both for verb in places.verb)
            found = None if met else _made_doer(self.words, places, self._belonging(sentence, clause))
        return self.between(*found) if found else None

    @staticmethod
    def _is_pronoun(sentence: Sentence, named: tuple[int, ...]) -> bool:
        """Whether it is a pronoun of which the Russian has no other form that could be rendered as well."""
        forms = persons().forms
        mine = forms.get(sentence.words[named[0]].text.lower(), frozenset())
        others = [word for i, word in enumerate(sentence.words) if i not in named]
        return bool(mine) and all(mine.isdisjoint(forms.get(word.text.lower(), ())) for word in others)

    def places(self, sentence: Sentence, clause: Clause) -> Places:
        verb, subject, object_ = self._found(sentence, ((clause.verb,), clause.subject, clause.object))
        if not subject and clause.subject_of:
            subject = self._found(sentence, (clause.object, clause.object_of, clause.subject_of))[2]
            both = {place for i in clause.subject for place in self.standing(sentence.words[i].text)}
            object_ = [place for place in object_ if place not in both]  # one team beats the other team
        if not object_ and clause.object_of:
            object_ = self._found(sentence, (clause.subject, clause.subject_of, clause.object_of))[2]
        return Places(verb, subject, object_)

    def _belonging(self, sentence: Sentence, clause: Clause) -> set[int]:
        """Where the English has what belongs to the object: sailors of the Baltic Fleet."""
        return {place for i in clause.object_of for place in self.standing(sentence.words[i].text)}

    def _found(self, sentence: Sentence, parts: Sequence[tuple[int, ...]]) -> list[list[int]]:
        """Where each of three parts is rendered, and better than the others are."""
        shares: list[dict[int, float]] = [{} for _ in parts]
        for own, part in zip(shares, parts, strict=True):
            for i in part:
                for place, share in self.standing(sentence.words[i].text).items():
                    own[place] = max(share, own.get(place, 0.0))
        if sum(map(len, shares)) > len(parts):
            named = {i for part in parts for i in part}
            others = [w for i, w in enumerate(sentence.words) if i not in named and w.pos in _NOUNS]
            self._leave(shares, others)
        return [sorted(_own(shares, k)) for k in range(len(parts))]

    def _leave(self, shares: Sequence[dict[int, float]], others: Iterable[Word]) -> None:
        """Gives up places that render one of the other nouns better: a flight attendant on a flight."""
        for place, share in (hit for word in others for hit in self.standing(word.text).items()):
            for own in shares:
                if share > own.get(place, 1.0):
                    del own[place]

    def standing(self, word: str) -> dict[int, float]:
        """Where a Russian word may be rendered, with the share of that rendering."""
        made = self.found.get(word)
        if made is None:
            if pronouns := persons().forms.get(word.lower()):
                return {place: 1.0 for place, own in enumerate(self.words) if own in pronouns}
            units = russian_units(word)
            shares = (max((unit.share(keys) for unit in units), default=0.0) for keys in self.keys)
            made = self.found[word] = {place: share for place, share in enumerate(shares) if share}
        return made

    def best(self, word: str) -> list[int]:
        """Where a Russian word is likeliest rendered."""
        found = self.standing(word)
        return [place for place, share in found.items() if share == max(found.values())]

    def _acts(self, sentence: Sentence, clause: Clause) -> list[int]:
        """Verbs of the English that render a noun which the verb of a clause governs: вынес приговор,
        sentenced."""
        places = (place for i in clause.acts for place in self.standing(sentence.words[i].text))
        return [place for place in places if _is_finite(self.words[place])]

    def _unknown(self, sentence: Sentence, places: Places) -> list[int]:
        """The only past form of a verb of the English, where it renders none of the Russian words that the
        lexicon knows, and the Russian has one verb."""
        verbs = (word for word in sentence.words if word.pos in ("VERB", "INFN", "GRND", "PRTS", "PRTF"))
        if sum(word.lemma != "быть" for word in verbs) != 1:
            return []
        taken = {place for word in sentence.words for place in self.standing(word.text)}
        past = [i for i, word in enumerate(self.words) if _is_past(word)]
        if any(self.words[i] in words("from-the-other-side") for i in past):
            return []
        around = {*places.subject, *places.object}
        return past if len(past) == 1 and not taken & set(past) and not around & set(past) else []


def _own(shares: Sequence[dict[int, float]], part: int) -> Iterator[int]:
    """The places that render one part better than the others."""
    others = [own for k, own in enumerate(shares) if k != part]
    return (p for p, share in shares[part].items() if all(own.get(p, 0.0) < share for own in others))


def _reversed(
    english: Sequence[str], verbs: Sequence[int], places: Places, clause: Clause
) -> tuple[int, int] | None:
    """First and last token of an English clause with the roles of the Russian one reversed, if it is one."""
    joining = {"by", "to"} if clause.given else {"by"}
    joining |= words("relative") if clause.relative else set()
    for verb in verbs:
        if english[verb] in words("prepositions") | words("passive"):
            continue
        before_s, after_s = _around(verb, places.subject)
        before_o, after_o = _around(verb, places.object)
        if before_o and after_s and not before_s and not after_o:
            following = {english[verb + 1]} & words("prepositions") if clause.oblique else set()
            goes = english[verb] in words("going-to") and english[verb + 1] == "to"
            joined = (joining - {"to"} if goes else joining) | following
            acts = _active(english, verb) and _may_lead(english, verb, after_s[0])
            if acts and _clause(english, before_o[-1], verb, after_s[0], joined):
                return before_o[0], after_s[-1]
        elif before_s and after_o and not before_o and not after_s:
            by = _is_by(english, verb, after_o[0])
            if (
                by
                and not _active(english, verb)
                and _clause(english, before_s[-1], verb, after_o[0], joining)
            ):
                return before_s[0], after_o[-1]
    return None


def _moves_somebody(english: Sequence[str], verb: int) -> bool:
    """Whether a verb says that its subject moves its object, and not what it feels: surprised at, feared."""
    return moves(english[verb]) and english[verb + 1 : verb + 2] not in (["at"], ["over"], ["for"], ["about"])


def _may_lead(english: Sequence[str], verb: int, noun: int) -> bool:
    """Whether a preposition after a verb may lead to its object. "At", "for" or "on" do not where it may be a
    participle, or tells of what befalls its subject ("Protesters held at police station", "the road closed
    for repairs"); others never do ("Mayor jailed pending trial")."""
    word, following = english[verb], english[verb + 1 : verb + 2]
    if not words("leading-to-no-object").isdisjoint(following):
        return False
    if following not in (["at"], ["for"], ["on"]) or not _ARTICLES.issuperset(english[verb + 2 : noun]):
        return True
    if word in words("middle") | words("own-doing"):
        return False
    if following == ["on"]:
        return True
    return is_surely_past(word) or not _is_past(word) or english[verb - 1] in words("active")


def _is_by(english: Sequence[str], verb: int, noun: int) -> bool:
    """Whether "by" stands after a verb and before a noun, and not before another one: by phone the offer; nor
    after the object of a verb that is no passive: rejects appeal by the lawyer."""
    between = list(english[verb:noun])
    if "by" not in between:
        return False
    if verbs_of(english[verb], "VBZ") or (english[verb + 1] in _ARTICLES and not _is_passive(english, verb)):
        return False
    return _ARTICLES.isdisjoint(between[len(between) - between[::-1].index("by") + 1 :])


def _made_doer(english: Sequence[str], places: Places, belonging: Set[int]) -> tuple[int, int] | None:
    """First and last token of an English clause whose subject is the one to whom the Russian says it was
    done: рабочим задолжали, the workers owe.

    A participle (the man detained in Moscow, Minister fired) is none: the verb is followed by an object, the
    sentence has no other verb, and it is none of a headline, unless the verb can be no participle (gave).
    """
    for verb in places.verb:
        before, after = _around(verb, places.object)
        if not before or after or not _active(english, verb):
            continue
        doer = before[-1]
        pronoun = english[doer] in words("subject-pronouns")
        end = max((place for place in belonging if doer < place < verb), default=doer)
        if end > doer and english[doer + 1] != "of":
            continue
        between = english[end + 1 : verb]
        if not all(word in words("auxiliary") | words("active") or word.endswith("ly") for word in between):
            continue
        if not _clause(english, doer, verb, verb, set()) or not _is_finite(english[verb]):
            continue
        if english[verb] in words("middle") | words("own-doing") and not pronoun:
            continue
        if english[verb + 1 : verb + 2] and english[verb + 1] in words("possessive"):
            continue
        if pronoun or (
            (english[-1] == "." or is_surely_past(english[verb]))
            and english[verb + 1 : verb + 2] != []
            and english[verb + 1] not in words("prepositions") | words("clause-marks") | words("clause-words")
            and not any(_is_verb(word) or word in words("passive") for word in english[verb + 1 :])
        ):
            return before[0], verb
    return None


def _around(verb: int, places: Sequence[int]) -> tuple[list[int], list[int]]:
    """The places shortly before and shortly after the verb."""
    before = [place for place in places if verb - _BEFORE <= place < verb]
    return before, [place for place in places if verb < place <= verb + _AFTER]


def _active(english: Sequence[str], verb: int) -> bool:
    """Whether the verb is no passive: no "by" after, no form of "be" before unless it ends in -ing."""
    return not _is_passive(english, verb) and "by" not in english[verb : verb + _AFTER]


def _is_passive(english: Sequence[str], verb: int) -> bool:
    """Whether a form of "be" stands before the verb, which does not end in -ing."""
    near = set(english[max(0, verb - _NEAR) : verb])
    return not words("passive").isdisjoint(near) and not english[verb].endswith("ing")


def _clause(english: Sequence[str], first: int, verb: int, last: int, joining: Set[str]) -> bool:
    """Whether the three stand in one simple clause, the first one its subject, with no prepositions but those
    that join its parts."""
    ends = (words("clause-marks") | words("clause-words")) - joining
    between = english[first + 1 : verb]
    if len(between) > 1 and between[-1] == "and" and _is_past(between[-2]):
        between = between[:-2]  # stabbed and wounded
    if ends & {*between, *english[verb + 1 : last]}:
        return False
    start = first
    relative = english[first + 1] in words("relative") & joining
    while start and english[start - 1] not in ends and first - start < 4 and not relative:
        start -= 1
    prepositions = words("prepositions")
    following = english[verb + 1 : last]
    following = following[1:] if following and following[0] in words("particles") else following
    return not prepositions & set(english[start:first]) and not prepositions & set(following) - joining


@lru_cache(maxsize=20_000)
def _is_past(word: str) -> bool:
    """Whether a word may be the past form of a verb."""
    return bool(verbs_of(word, "VBD")) or word in words("same-past")


@lru_cache(maxsize=20_000)
def _is_finite(word: str) -> bool:
    """Whether a word may be a verb in the past, or in the present of the third person, and no noun."""
    return bool(verbs_of(word, "VBD", "VBZ")) or _is_verb(word)


@lru_cache(maxsize=20_000)
def _is_verb(word: str) -> bool:
    """Whether a word is a form of a verb and nothing else."""
    from lemminflect import getAllLemmas

    return set(getAllLemmas(word)) == {"VERB"}


@of_last
def renderings(pair: Pair) -> tuple[Rendered, ...]:
    """The English segments of a pair."""
    return tuple(Rendered.of(pair.text, segment.span) for segment in pair.english)


def first_turned(
    pair: Pair,
    rule: str,
    parts: Callable[[Sentence], Iterable[Part]],
    turned: Callable[[Rendered, Sentence, Part], tuple[int, int] | None],
    responsible: Callable[[Sentence, Part], Iterable[Span]],
) -> Iterator[Doubt]:
    """A doubt at the first of the parts of the Russian that is turned round in the English, from the first to
    the last token of where it is."""
    for sentence in pair.russian:
        for part in parts(sentence):
            for english in renderings(pair):
                if place := turned(english, sentence, part):
                    yield Doubt(rule, english.between(*place), tuple(responsible(sentence, part)))
                    return
