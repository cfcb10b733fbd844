"""Who did it to whom: Russian puts the object first where it likes, and a machine makes it the subject."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from tqcheck.bilingual.pair import Doubt, Pair
from tqcheck.bilingual.rendered import Rendered
from tqcheck.bilingual.russian import Sentence, Word
from tqcheck.bilingual.syntax import PREDICATES, Clause, cases, clauses, participles, takes_part
from tqcheck.model import Span

RULE = "role.reversed"
_QUOTES = frozenset('«»"“”„')
_REACH = 8
"""Words of Russian between a verb and its subject or object."""


def roles_kept(pair: Pair) -> Iterator[Doubt]:
    """Clauses whose English makes the Russian object the subject, and the subject, where there is one, the
    object.

    The parser, which is slow, is asked only where the order of the words makes it likely.
    """
    for sentence in pair.russian:
        guesses = list(_guesses(sentence))
        for segment in pair.english if guesses else ():
            english = Rendered.of(pair.text, segment.span)
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
            nouns = [(i, cases(words[i]) or _any_case(words[i])) for i in around]
            could_do = [i for i, own in nouns if "nomn" in own or words[i].pos == "NUMB"]
            if word.pos == "PRTS":
                agents = [i for i, own in nouns if "ablt" in own]
                yield from (Clause(verb, (s,), (o,)) for s in agents for o in could_do if s != o)
                continue
            objects = [i for i, own in nouns if "accs" in own]
            given = [i for i, own in nouns if "datv" in own]
            others = [i for i in around if _is_after(words, i)]
            yield from (Clause(verb, (s,), (o,), oblique=True) for s in could_do for o in others if s != o)
            yield from (Clause(verb, (s,), (o,)) for s in could_do for o in objects if s != o)
            yield from (Clause(verb, (s,), (o,), given=True) for s in could_do for o in given if s != o)
            if "plur" in word.grammemes:
                yield from (Clause(verb, (), (o,)) for o in (*objects, *given))


def _stretch(words: Sequence[Word], verb: int, step: int) -> Iterator[int]:
    place = verb + step
    while 0 <= place < len(words) and abs(place - verb) <= _REACH:
        if words[place].text not in _QUOTES:
            if words[place].pos == "PNCT":
                return
            yield place
        place += step


def _any_case(word: Word) -> frozenset[str]:
    """A name that no dictionary has may stand in any case."""
    return frozenset({"nomn", "accs"}) if word.pos == "NOUN" else frozenset()


def _is_after(words: Sequence[Word], noun: int) -> bool:
    """Whether a word stands after one of the prepositions of those who take part."""
    before = [word for word in words[max(0, noun - 2) : noun] if word.pos not in ("ADJF", "PRTF")]
    return bool(before) and takes_part(words[noun], before[-1].text.lower())


def _spans(sentence: Sentence, clause: Clause) -> Iterable[Span]:
    return (sentence.words[i].span for i in sorted({clause.verb, *clause.subject, *clause.object}))
