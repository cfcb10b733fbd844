"""Who did it to whom: Russian puts the object first where it likes, and a machine makes it the subject."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from tqcheck.bilingual.detectors.roles.fronted import fronted_kept
from tqcheck.bilingual.pair import Doubt, Pair
from tqcheck.bilingual.renderings.rendered import renderings
from tqcheck.bilingual.russian import QUOTES, Sentence, Word
from tqcheck.bilingual.sentence.nouns import cases, is_person, meant, takes_part
from tqcheck.bilingual.sentence.syntax import PREDICATES, Clause, clauses, participles
from tqcheck.bilingual.sentence.tree import is_initial
from tqcheck.model import Span

RULE = "role.reversed"
_REACH = 8
"""Words of Russian between a verb and its subject or object."""

_OF = 3
"""Words after a noun that may belong to it."""


def roles_kept(pair: Pair) -> Iterator[Doubt]:
    """Doubts of clauses that are turned round; where the parser tells of none, of what stands first."""
    found = list(_turned(pair))
    yield from found or fronted_kept(pair)


def _turned(pair: Pair) -> Iterator[Doubt]:
    """Clauses whose English makes the Russian object the subject, and the subject, where there is one, the
    object.

    The parser, which is slow, is asked only where the order of the words makes it likely.
    """
    for sentence in pair.russian:
        guesses = list(_guesses(sentence))
        for english in renderings(pair) if guesses else ():
            if any(english.turned(sentence, guess) for guess in guesses):
                for clause in clauses(sentence):
                    if span := english.turned(sentence, clause):
                        yield Doubt(RULE, span, tuple(_spans(sentence, clause)))
                break


def _guesses(sentence: Sentence) -> Iterator[Clause]:
    """Verbs with what could be their subject and object by case, within a stretch without punctuation."""
    words = sentence.words
    yield from participles(sentence)
    for verb, word in enumerate(words):
        if word.pos in PREDICATES:
            around = [*_stretch(words, verb, -1), *_stretch(words, verb, 1)]
            nouns = {i: cases(words[i]) or _any_case(words[i]) for i in around}
            guess = _short_participle if word.pos == "PRTS" else _finite
            yield from guess(words, verb, nouns)


def _short_participle(
    words: Sequence[Word], verb: int, nouns: Mapping[int, frozenset[str]]
) -> Iterator[Clause]:
    could_be = [i for i, own in nouns.items() if "nomn" in own or words[i].pos == "NUMB"]
    agents = [i for i, own in nouns.items() if "ablt" in own]
    yield from (_clause(words, verb, by, to) for by, to in itertools.product(agents, could_be) if by != to)
    yield from (_given(words, verb, i) for i, own in nouns.items() if "datv" in own)


def _finite(words: Sequence[Word], verb: int, nouns: Mapping[int, frozenset[str]]) -> Iterator[Clause]:
    could_do = [i for i, own in nouns.items() if "nomn" in own or words[i].pos == "NUMB"]
    others = [i for i in nouns if _is_after(words, i, words[verb].lemma)]
    objects = [i for i, own in nouns.items() if "accs" in own]
    given = [i for i, own in nouns.items() if "datv" in own and i not in others]
    acts = tuple(i for i in nouns if words[i].pos == "NOUN" and not is_person(words[i]))
    for to in (*others, *objects, *given):
        for by in could_do:
            if by != to:
                yield _clause(words, verb, by, to, acts, given=to in given, oblique=to in others)
    if "plur" in words[verb].grammemes:
        yield from (_given(words, verb, to) for to in (*objects, *given))


def _given(words: Sequence[Word], verb: int, to: int) -> Clause:
    """What is done to one, or given, by nobody that is named."""
    return Clause(verb, (), (to,), object_of=_of(words, to))


def _clause(
    words: Sequence[Word], verb: int, by: int, to: int, acts: tuple[int, ...] = (), **kind: bool
) -> Clause:
    said, (by, to) = (by, to), (meant(words, by), meant(words, to))
    own = Clause(verb, (by,), (to,), kind.get("given", False), kind.get("oblique", False), said != (by, to))
    return replace(own, acts=acts, subject_of=_of(words, by), object_of=_of(words, to))


def _stretch(words: Sequence[Word], verb: int, step: int) -> Iterator[int]:
    place = verb + step
    while 0 <= place < len(words) and abs(place - verb) <= _REACH:
        if words[place].text not in QUOTES:
            if words[place].pos == "PNCT" and not is_initial(words, place):
                return
            yield place
        place += step


def _any_case(word: Word) -> frozenset[str]:
    """A name that no dictionary has may stand in any case."""
    return frozenset({"nomn", "accs"}) if word.pos == "NOUN" else frozenset()


def _of(words: Sequence[Word], noun: int) -> tuple[int, ...]:
    """The nouns in the genitive, or without a case, that follow a noun, and adjectives before it: сборная
    Хорватии."""
    before = itertools.takewhile(lambda i: words[i].pos == "ADJF", range(noun - 1, -1, -1))
    following = itertools.takewhile(
        lambda i: words[i].pos in ("NOUN", "ADJF"), range(noun + 1, min(len(words), noun + 1 + _OF))
    )
    nouns = (i for i in following if words[i].pos == "NOUN")
    return (*before, *(i for i in nouns if "gent" in (cases(words[i]) or {"gent"})))


def _is_after(words: Sequence[Word], noun: int, verb: str) -> bool:
    """Whether a word stands after one of the prepositions of those who take part."""
    before = [word for word in words[max(0, noun - 2) : noun] if word.pos not in ("ADJF", "PRTF")]
    return bool(before) and takes_part(words[noun], before[-1].text.lower(), verb)


def _spans(sentence: Sentence, clause: Clause) -> Iterable[Span]:
    return (sentence.words[i].span for i in sorted({clause.verb, *clause.subject, *clause.object}))
