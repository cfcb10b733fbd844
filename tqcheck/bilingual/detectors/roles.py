"""Who did it to whom: Russian puts the object first where it likes, and a machine makes it the subject."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from tqcheck.bilingual.evidence import Unit, english_keys, russian_units
from tqcheck.bilingual.pair import Doubt, Pair
from tqcheck.bilingual.russian import Sentence, Word, forms
from tqcheck.bilingual.syntax import Clause, clauses
from tqcheck.bilingual.wordlists import words
from tqcheck.model import Span

RULE = "role.reversed"
_TOKEN = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d[\d.,]*|[^\w\s]")
_REACH = 8
"""Words of Russian between a verb and its subject or object."""

_BEFORE, _AFTER = 12, 7
"""Most words between subject and verb, and between verb and object."""


@dataclass(frozen=True, slots=True)
class _Places:
    """Where the English renders the parts of a Russian clause, as indices of its tokens."""

    verb: list[int]
    subject: list[int]
    object: list[int]


def roles_kept(pair: Pair) -> Iterator[Doubt]:
    """Clauses whose English makes the Russian object the subject, and the subject the object.

    The parser, which is slow, is asked only where the order of the words makes it likely.
    """
    for sentence in pair.russian:
        guesses = list(_guesses(sentence))
        for segment in pair.english if guesses else ():
            english = _English.of(pair.text, segment.span)
            if any(english.reversed(sentence, guess) for guess in guesses):
                for clause in clauses(sentence):
                    if span := english.reversed(sentence, clause):
                        yield Doubt(RULE, span, tuple(_spans(sentence, clause)))
                break


def _guesses(sentence: Sentence) -> Iterator[Clause]:
    """Verbs with what could be their subject and object by case, within a stretch without punctuation."""
    words = sentence.words
    for verb, word in enumerate(words):
        if word.pos == "VERB":
            around = [*_stretch(words, verb, -1), *_stretch(words, verb, 1)]
            nouns = [(i, {case for case, _ in forms(words[i].text)}) for i in around]
            subjects = [i for i, cases in nouns if "nomn" in cases or words[i].pos == "NUMB"]
            objects = [i for i, cases in nouns if "accs" in cases]
            yield from (Clause(verb, (s,), (o,)) for s in subjects for o in objects if s != o)


def _stretch(words: Sequence[Word], verb: int, step: int) -> Iterator[int]:
    place = verb + step
    while 0 <= place < len(words) and words[place].pos != "PNCT" and abs(place - verb) <= _REACH:
        yield place
        place += step


@dataclass(frozen=True, slots=True)
class _English:
    """The tokens of an English segment: their spans in the text, in lower case, and their keys."""

    spans: list[Span]
    words: list[str]
    keys: list[frozenset[str]]
    found: dict[str, dict[int, float]] = field(default_factory=dict)

    @classmethod
    def of(cls, text: str, segment: Span) -> _English:
        found = list(_TOKEN.finditer(text, segment.start, segment.end))
        return cls(
            [Span(*match.span()) for match in found],
            [match[0].lower() for match in found],
            [english_keys(match[0]) for match in found],
        )

    def reversed(self, sentence: Sentence, clause: Clause) -> Span | None:
        """Where the English renders a clause with its roles reversed."""
        places = self._places(sentence, clause)
        found = _reversed(self.words, places) if places.verb and places.subject and places.object else None
        return Span(self.spans[found[0]].start, self.spans[found[1]].end) if found else None

    def _places(self, sentence: Sentence, clause: Clause) -> _Places:
        parts = ((clause.verb,), clause.subject, clause.object)
        shares: list[dict[int, float]] = [{}, {}, {}]
        for own, part in zip(shares, parts, strict=True):
            for i in part:
                for place, share in self._standing(sentence.words[i].text).items():
                    own[place] = max(share, own.get(place, 0.0))
        return _Places(*(sorted(_own(shares, k)) for k in range(3)))

    def _standing(self, word: str) -> dict[int, float]:
        """Where a Russian word may be rendered, with the share of that rendering."""
        made = self.found.get(word)
        if made is None:
            units = russian_units(word)
            shares = (max((_share(unit, keys) for unit in units), default=0.0) for keys in self.keys)
            made = self.found[word] = {place: share for place, share in enumerate(shares) if share}
        return made


def _own(shares: Sequence[dict[int, float]], part: int) -> Iterator[int]:
    """The places that render one part better than the others."""
    others = [own for k, own in enumerate(shares) if k != part]
    return (p for p, share in shares[part].items() if all(own.get(p, 0.0) < share for own in others))


def _share(unit: Unit, keys: frozenset[str]) -> float:
    return max((share for key, share in unit.keys.items() if key in keys), default=0.0)


def _spans(sentence: Sentence, clause: Clause) -> Iterable[Span]:
    return (sentence.words[i].span for i in sorted({clause.verb, *clause.subject, *clause.object}))


def _reversed(english: list[str], places: _Places) -> tuple[int, int] | None:
    """First and last token of an English clause with the roles of the Russian one reversed, if it is one."""
    verbs = [i for i in places.verb if english[i] not in words("prepositions") | words("passive")]
    for verb in verbs:
        before_s, after_s = _around(verb, places.subject)
        before_o, after_o = _around(verb, places.object)
        if before_o and after_s and not before_s and not after_o:
            if _active(english, verb) and _clause(english, before_o[-1], verb, after_s[0]):
                return before_o[0], after_s[-1]
        elif before_s and after_o and not before_o and not after_s:
            by = "by" in english[verb : after_o[0]]
            if by and not _active(english, verb) and _clause(english, before_s[-1], verb, after_o[0]):
                return before_s[0], after_o[-1]
    return None


def _around(verb: int, places: list[int]) -> tuple[list[int], list[int]]:
    """The places shortly before and shortly after the verb."""
    before = [place for place in places if verb - _BEFORE <= place < verb]
    return before, [place for place in places if verb < place <= verb + _AFTER]


def _active(english: list[str], verb: int) -> bool:
    """Whether the verb is no passive: no form of "be" shortly before, no "by" after."""
    near = set(english[max(0, verb - 3) : verb])
    return not words("passive") & near and "by" not in english[verb : verb + _AFTER]


def _clause(english: list[str], first: int, verb: int, last: int) -> bool:
    """Whether the three stand in one simple clause, the first one its subject."""
    ends = words("clause-marks") | words("clause-words")
    if ends & {*english[first + 1 : verb], *english[verb + 1 : last]}:
        return False
    start = first
    while start and english[start - 1] not in ends and first - start < 4:
        start -= 1
    prepositions = words("prepositions")
    return not prepositions & set(english[start:first]) and not (
        prepositions & set(english[verb + 1 : last]) - {"by"}
    )
