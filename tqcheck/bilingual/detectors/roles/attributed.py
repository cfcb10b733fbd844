"""Whose words they are, exchanged: по словам адвоката, следователь…, "according to the investigator, the
lawyer"."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from tqcheck.bilingual.pair import Doubt, Pair
from tqcheck.bilingual.renderings.rendered import Rendered, first_turned
from tqcheck.bilingual.renderings.verbs import verb_at
from tqcheck.bilingual.russian import Sentence, Word
from tqcheck.bilingual.sentence.clause_bounds import bounds
from tqcheck.bilingual.sentence.groups import groups_of
from tqcheck.bilingual.sentence.nouns import is_person
from tqcheck.bilingual.sentence.subjects import does
from tqcheck.bilingual.wordlists import words

RULE = "role.speaker"

REACH = 8
"""Words after what begins an attribution among which the one who speaks stands."""

INVERTED = 5
"""Words after a verb of saying among which the one who says it stands: said the minister."""

_NAMED = frozenset({"NOUN", "LATN"})


def speakers_kept(pair: Pair) -> Iterator[Doubt]:
    """A doubt where the English has another one say it, and the one who does stands elsewhere."""
    return first_turned(
        pair, RULE, _speakers, _given_to_another, lambda sentence, found: sentence.spans(found)
    )


def _speakers(sentence: Sentence) -> Iterator[tuple[int, ...]]:
    """All who speak in a sentence, or are cited, where nobody speaks who is not named."""
    russian = sentence.words
    found: set[int] = set()
    told = False
    for at, word in enumerate(russian):
        before = russian[at - 1].text.lower() if at else ""
        says = word.lemma in words("attributing") and before in ("по", "со")
        if says or (word.pos == "VERB" and word.lemma in words("speaking")):
            own = set(_of(russian, at) if says else _subject(russian, at))
            if not any(_may_speak(russian, i) for i in own):
                return
            found |= own
            told = True
        elif word.lemma in words("cited"):
            found |= set(_of(russian, at))
    if told:
        yield tuple(sorted(found))


def _of(russian: Sequence[Word], at: int) -> Iterator[int]:
    """What follows a noun or "со ссылкой на", up to a mark or a verb."""
    for i in range(at + 1, min(len(russian), at + REACH)):
        word = russian[i]
        if word.text in ".,:;—–" or word.pos in ("VERB", "PRTS", "INFN"):
            return
        if word.pos in _NAMED:
            yield i


def _subject(russian: Sequence[Word], verb: int) -> Iterator[int]:
    """Who says what a verb tells: its subject with what names it, a foreign name beside it, the body in which
    "they" say it."""
    start, stop = bounds(russian, verb)
    many = "plur" in russian[verb].grammemes
    for group in groups_of(russian, start, stop):
        where = many and group.governed in ("в", "во") and (not group.can_be or group.stands_in("loct"))
        named = not group.can_be or group.stands_in("nomn")
        if where or (not group.governed and (named or does(russian, group, verb))):
            yield from (*group.named, *(i for i in group.belonging if russian[i].pos in _NAMED))
    yield from (i for i in range(start, stop) if russian[i].pos == "LATN")


def _given_to_another(
    english: Rendered, sentence: Sentence, speakers: tuple[int, ...]
) -> tuple[int, int] | None:
    """The English speaker, where each of them is another of the Russian sentence."""
    russian = sentence.words
    theirs = {place for i in speakers for place in english.standing(russian[i].text)}
    others = {
        place
        for i, word in enumerate(russian)
        if i not in speakers and _may_speak(russian, i)
        for place in english.standing(word.text)
    }
    stretches = list(_attributions(english.words))
    if not theirs or not stretches or not theirs.isdisjoint(k for stretch, _ in stretches for k in stretch):
        return None
    for stretch, verb in stretches:
        if _head(english.words, stretch) not in others or _is_inverted(english.words, verb, theirs):
            return None
    return stretches[0][0].start, stretches[0][0].stop - 1


def _is_inverted(told: Sequence[str], verb: int | None, speakers: set[int]) -> bool:
    """Whether those who say it stand right behind the verb: said the minister; not told the minister."""
    if verb is None or told[verb] == "told":
        return False
    after = range(verb + 1, min(len(told), verb + 1 + INVERTED))
    ends = words("prepositions") | words("clause-words")
    stretch = itertools.takewhile(lambda k: told[k] not in ends, after)
    return not speakers.isdisjoint(stretch)


def _may_speak(russian: Sequence[Word], at: int) -> bool:
    """Whether a word is somebody, a country, or a name that does not only begin its sentence."""
    word = russian[at]
    if word.pos not in _NAMED:
        return False
    return is_person(word, countries=True) or (bool(at) and word.text[0].isupper()) or word.text.isupper()


def _head(told: Sequence[str], stretch: range) -> int | None:
    """The last word of a stretch before a preposition; None of one that begins with a preposition."""
    if not stretch or told[stretch.start] in words("prepositions"):
        return None
    places = list(itertools.takewhile(lambda k: told[k] not in words("prepositions"), stretch))
    return places[-1]


def _attributions(told: Sequence[str]) -> Iterator[tuple[range, int | None]]:
    """Where the English names who says something: after "according to", and before "said", with the place of
    that."""
    ends = (words("clause-marks") | words("clause-words")) - {"to"}
    for at, (word, following) in enumerate(itertools.pairwise(told)):
        if (word, following) == ("according", "to"):
            end = next((k for k in range(at + 2, len(told)) if told[k] in ends - {'"', "“", "”"}), len(told))
            yield range(at + 2, min(end, at + 2 + REACH)), None
        elif word in words("saying-in-english"):
            verb = verb_at(told, at)
            if verb is None or verb.passive or not verb.start:
                continue
            start = next((k + 1 for k in range(verb.start - 1, -1, -1) if told[k] in ends), 0)
            if start and told[start - 1] in words("relative"):
                start = verb.start
            yield range(max(start, verb.start - REACH), verb.start), at
