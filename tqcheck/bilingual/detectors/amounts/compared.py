"""What is compared in each other's place: экспорт растёт быстрее импорта, imports than exports."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tqcheck.bilingual.pair import Doubt, Pair
from tqcheck.bilingual.renderings.denial import negated
from tqcheck.bilingual.renderings.rendered import Rendered, first_turned
from tqcheck.bilingual.russian import Sentence, Word
from tqcheck.bilingual.sentence.nouns import cases
from tqcheck.bilingual.wordlists import words

RULE = "role.compared"
REACH, FAR = 4, 8
"""Words from a comparative to what it is more than, and back to its subject; English words after "than" are
counted in REACH, too."""

_DESCRIBING = frozenset({"ADJF", "PRTF"})


def compared_kept(pair: Pair) -> Iterator[Doubt]:
    """A doubt where the English has what is more before "than", and what it is more than after it, the other
    way round."""
    if negated(pair):
        return
    yield from first_turned(
        pair,
        RULE,
        _comparisons,
        lambda english, _, compared: _swapped(english, *compared),
        lambda _, compared: (compared[0].span, compared[2].span),
    )


def _comparisons(sentence: Sentence) -> Iterator[tuple[Word, Word, Word]]:
    """What is more, its comparative, and what it is more than: a genitive, or what "чем" compares."""
    found = sentence.words
    for i, word in enumerate(found):
        if word.pos != "COMP":
            continue
        subject = _subject(found[max(0, i - FAR) : i])
        standard = _standard(found[i + 1 : i + 1 + REACH])
        if subject and standard:
            yield subject, word, standard


def _subject(before: Sequence[Word]) -> Word | None:
    """The last noun in the nominative, with no mark nor conjunction behind it."""
    for word in reversed(before):
        if word.text in ",;:—–()" or word.pos == "CONJ":
            return None
        if word.pos == "NOUN" and "nomn" in word.grammemes:
            return word
    return None


def _standard(after: Sequence[Word]) -> Word | None:
    than = [word.text.lower() for word in after[:2]] == [",", "чем"]
    for word in after[2:] if than else after:
        if word.pos == "NOUN":
            return word if ("nomn" if than else "gent") in cases(word) else None
        if word.pos not in _DESCRIBING:
            return None
    return None


def _swapped(english: Rendered, subject: Word, comparative: Word, standard: Word) -> tuple[int, int] | None:
    """From the first place of one side to the last of the other, where they are in each other's place and
    the English compares the same way."""
    if english.words.count("than") != 1:
        return None
    than = english.words.index("than")
    first, second = (set(english.standing(word.text)) for word in (standard, subject))
    if not first or not second or max(first) >= than or not than < min(second) <= max(second) <= than + REACH:
        return None
    return (min(first), max(second)) if _is_alike(english, than, comparative) else None


def _is_alike(english: Rendered, than: int, comparative: Word) -> bool:
    """Whether the English has the comparative before "than", or another that says as much."""
    near = range(max(0, than - REACH), than)
    said = {english.words[place] for place in near}
    own = comparative.text.lower()
    more, less = words("more-of-it"), words("less-of-it")
    if said & less or own in less:
        return bool(said & less) and own in less
    return (own in more and bool(said & more)) or any(place in near for place in english.standing(own))
