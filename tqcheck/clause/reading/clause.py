"""A sentence as phrases, for those who look for shapes in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from tqcheck.clause.reading.lexicon import tags
from tqcheck.clause.reading.line import Line, WordLists
from tqcheck.clause.reading.phrases import Kind, Phrase, Phrases
from tqcheck.rulebook.tokens import QUOTE, Tokens
from tqcheck.typed import NamedTuple

_AFTER = frozenset((Kind.PREP, Kind.COMMA, Kind.TIME))
DEFINITE = frozenset(("the", "his", "her", "its", "their"))
"""What opens the name of something known."""
DASHES = frozenset(("–", "—", "-"))
ENDS = DASHES | {"", ".", ":", ";", "?", "!"}
"""What a sentence or its part ends in; "" stands for what is behind the last token."""
DOERS = ("ers", "ians", "ists", "men", "ors")
"""What nouns end in that tell of people by what they do: "snowboarders"."""
HAPPENING = ("event-verbs", "happen-verbs")
"""The lists of verbs that say what happens or comes about, with no object."""
_NAMES = 2
"""A first name and a surname."""
_MARKS = frozenset((".", "and", "–", "—", "-", ":", ";"))


class Found(NamedTuple):
    """A rule, and the tokens it is about: `start` to `end`, exclusive. `parts` are those in the order that
    English has, none where that asks for other words."""

    rule: str
    start: int
    end: int
    parts: tuple[range, ...] = ()


class Clause(Line):
    """The phrases of a sentence. `headline`: it is one, and its verbs may lack auxiliaries."""

    def __init__(self, tokens: Tokens, words: WordLists, headline: bool) -> None:
        super().__init__(tokens, words)
        self.headline = headline
        self.phrases = Phrases(self)

    def is_titled(self) -> bool:
        """Whether All Words Are Written so, which hides what is a name."""
        return not any(self.letters(at) and not big for at, big in enumerate(self.capital) if at > 0)

    def kind(self, n: int) -> Kind | None:
        """The kind of the phrase of that number; None outside the sentence."""
        phrase = self.phrases.at(n)
        return phrase.kind if phrase else None

    def skip(self, n: int, *kinds: Kind) -> int:
        """The number of the first phrase from `n` on that is of none of the kinds."""
        while self.kind(n) in kinds:
            n += 1
        return n

    def is_and(self, n: int) -> bool:
        """Whether phrase `n` is "and"."""
        return self.kind(n) is Kind.OTHER and self.keys[self.phrases[n].start] == "and"

    def ends(self, n: int) -> bool:
        """Whether a noun phrase before phrase `n` has no verb of its own after it."""
        kind = self.kind(n)
        return kind is None or kind in _AFTER or self.keys[self.phrases[n].start] in _MARKS

    def has_subject_before(self, n: int) -> bool:
        """Whether a noun phrase of its own stands before phrase `n`."""
        return any(phrase.kind is Kind.NOUN for phrase in self.phrases[:n])

    def verbs(self) -> Iterator[tuple[int, Phrase]]:
        """Verb groups that are finite, with their numbers."""
        for n, phrase in enumerate(self.phrases):
            if phrase.is_finite:
                yield n, phrase

    def phrases_until(self, at: int) -> Iterator[tuple[int, Phrase]]:
        """The phrases that begin no later than token `at`, with their numbers: no more need be read."""
        for n, phrase in enumerate(self.phrases):
            if phrase.start > at:
                return
            yield n, phrase

    def verbs_among(self, *lists: str) -> Iterator[tuple[int, Phrase]]:
        """Finite verb groups of which the full verb is in one of the lists, with their numbers."""
        return self.verbs_at(self.places(*lists))

    def verbs_at(self, heads: Sequence[int]) -> Iterator[tuple[int, Phrase]]:
        """Finite verb groups of which the full verb stands at one of the places, which ascend."""
        if not heads:
            return
        for n, phrase in self.phrases_until(heads[-1]):
            if phrase.is_finite and phrase.head in heads:
                yield n, phrase

    def verb_of(self, subject: int = 0) -> int | None:
        """The number of the verb of the noun phrase of that number, phrases after it passed over."""
        if self.kind(subject) is not Kind.NOUN:
            return None
        n = self.skip(subject + 1, Kind.PREP, Kind.TIME, Kind.ADVERB)
        if self._names_official(subject, n):
            n = self.skip(n + 1, Kind.PREP, Kind.TIME, Kind.ADVERB)
        while (after := self._after_more_of_subject(n)) > n:
            n = self.skip(after, Kind.PREP, Kind.TIME, Kind.ADVERB)
        return n if self.kind(n) is Kind.VERB and self.phrases[n].is_finite else None

    def _after_more_of_subject(self, n: int) -> int:
        """The number of the phrase behind what goes on with a subject at phrase `n`: "the cure for the flu |
        and | the tests", "the way | of | saving | the port"; `n` where nothing does, as in prose."""
        if not self.headline:
            return n
        if self.is_and(n) and self.kind(n + 1) is Kind.NOUN:
            other = self.phrases[n + 1]
            acts = self.is_someone(other) and not self.among(other.head, "title")
            return n if acts or self.among(other.start, "pronoun") else n + 2
        led, doing = self.phrases.at(n), self.phrases.at(n + 1)
        if led is None or doing is None or led.kind is not Kind.OTHER or not led.lead or doing.form != "G":
            return n
        return n + 2 + (self.kind(n + 2) is Kind.NOUN)

    def _names_official(self, subject: int, n: int) -> bool:
        """Whether phrase `n` is the name of somebody whose office stands between the subject and it: "the
        memory of the mayor of Perm | Ivan Petrov"."""
        noun = self.phrases.at(n)
        if noun is None or noun.kind is not Kind.NOUN or not noun.name or not self.among(noun.start, "given"):
            return False
        return any(self.among(phrase.head, "title") for phrase in self.phrases[subject + 1 : n])

    def is_last_verb(self, n: int) -> bool:
        """Whether no finite verb stands after phrase `n`."""
        return not any(phrase.is_finite for phrase in self.phrases[n + 1 :])

    def is_without_verb(self, n: int, marks: Set[str] = frozenset()) -> bool:
        """Whether no finite verb follows from phrase `n` on in a clause that ends with a comma, at a relative
        word or at one of the marks."""
        while self.kind(n) not in (None, Kind.COMMA):
            phrase = self.phrases[n]
            if phrase.is_finite:
                return False
            if self.among(phrase.start, "relative") or self.keys[phrase.start] in marks:
                return True
            n += 1
        return True

    def is_passive(self, verb: Phrase) -> bool:
        """Whether a verb group has a form of "be" before a participle."""
        auxiliaries = self.keys[verb.start : verb.head]
        return not self.words["be"].isdisjoint(auxiliaries) and not self.keys[verb.head].endswith("ing")

    def is_someone(self, noun: Phrase) -> bool:
        """Whether a noun phrase is a person, people or a body that acts."""
        if self.among(noun.head, "place"):
            return False
        named = noun.start + noun.opened if QUOTE in self.keys[noun.start : noun.end] else noun.head
        if self.among(noun.head, "title", "someone", "actors", "people") or self.among(named, "actors"):
            return True
        if self.capital[noun.head] and self.among(noun.head, "given"):
            return True  # "Bill", not "a bill"
        if self.capital[noun.start] and self.among(noun.start, "given"):
            return True
        return noun.name and any(self.among(at, "title", "given") for at in range(noun.start, noun.head))

    def names_person(self, noun: Phrase) -> bool:
        """Whether a first name and another stand in it, or two words that only names are: "academician Ivan
        Petrov", "Sadyr Zhaparov"."""
        if any(self.among(at, "given") and self.capital[at] for at in range(noun.start, noun.head)):
            return True
        names = [at for at in range(noun.start, noun.end) if self.capital[at]][-_NAMES:]
        if len(names) < _NAMES or not names[-1] == noun.end - 1 == names[0] + 1:
            return False
        unknown = not any(tags(self.keys[at], guess=False) or self.among(at, "place") for at in names)
        alone = noun.end - noun.start == _NAMES or (self.headline and self._is_told_apart(names[0] - 1))
        return unknown and self.keys[names[0]].isalpha() and alone

    def _is_told_apart(self, at: int) -> bool:
        """Whether the word before two names says who bears them: "swimmer", "Dane", "Norwegian"."""
        return self.is_nation(at) or self.among(at, "title", "someone", "athletes")

    def found(self, rule: str, start: int, end: int, *parts: range) -> Found:
        """A shape over the tokens `start` to `end`, and its parts in the English order."""
        return Found(f"syntax.{rule}", start, end, parts)
