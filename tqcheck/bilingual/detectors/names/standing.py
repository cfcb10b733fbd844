"""Where a name stands in the Russian, and which English words may stand for it."""

from __future__ import annotations

from collections.abc import Sequence

from tqcheck.bilingual.english import (
    Token,
    is_of_another,
    renders,
)
from tqcheck.bilingual.names.russian_names import is_relative
from tqcheck.bilingual.names.spelling import (
    Name,
    alike,
    established,
    spells,
)
from tqcheck.bilingual.pair import Pair
from tqcheck.bilingual.russian import Word, is_first_name, normal
from tqcheck.bilingual.wordlists import words as words_of

ARTICLES = frozenset({"the", "a", "an", "and"})


def answers(token: Token, word: Word) -> bool:
    """Whether an English word may stand for a Russian name, by any of its forms."""
    return renders(token, word) or established(token, word) or alike(token.key, word)


def bears(pair: Pair, token: Token, name: Name) -> bool:
    """Whether an English word may stand for a name, and is not what stands beside it: Dmitry is not Медведев,
    nor Krai Приморский, though they are often found together."""
    if not answers(token, name.word) or not _may_name(token, name):
        return False
    every = pair.words
    if alike(token.key, name.word):
        return not _is_first_name_of(token, name, every)
    if token.key in words_of("prepositions") | ARTICLES:
        return False
    if is_of_another(token, name.word, _no_parts(every, name)):
        return False
    if established(token, name.word):
        return True
    at = place_of(every, name)
    given = at and is_first_name(every[at - 1].text) and alike(token.key, every[at - 1])
    return not given and not (
        is_relative(name.word) and any(renders(token, w) for w in every[at + 1 : at + 2])
    )


def _is_first_name_of(token: Token, name: Name, russian: Sequence[Word]) -> bool:
    """Whether an English word spells what stands before a surname that only begins like it: Асланбек
    Аслаханов, Aslanbek."""
    at = place_of(russian, name)
    before = russian[at - 1] if name.full and at else None
    if before is None or not before.text[0].isupper() or name.word.text == before.text:
        return False
    own = any(spells(token.bare, normal(form)) for form in (before.text, before.lemma))
    return own and not any(spells(token.bare, form) for form in (normal(name.word.text), *name.lemmas))


def _may_name(token: Token, name: Name) -> bool:
    """Whether a word may be a name by its capital, where the Russian has a first name before it: Башмаков is
    no shoe."""
    return not name.full or token.text[0].isupper()


def _no_parts(russian: Sequence[Word], name: Name) -> list[Word]:
    """The words but those that belong to the name itself: the Саудовской before Аравии, the Иван before
    Грозный."""
    at = place_of(russian, name)
    parts = {
        russian[k].span
        for k in (at - 1, at + 1)
        if 0 <= k < len(russian)
        and russian[k].text.istitle()
        and (k or not name.place or russian[k].pos == "ADJF")
    }
    return [word for word in russian if word.span not in parts]


def place_of(russian: Sequence[Word], name: Name) -> int:
    """The number of the word that is the name."""
    return next(k for k, word in enumerate(russian) if word.span == name.word.span)


def word_before(pair: Pair, name: Name) -> Word | None:
    """The last word or mark before a name and a blank."""
    return next((word for word in reversed(pair.words) if word.span.end < name.word.span.start), None)


def word_after(pair: Pair, name: Name) -> Word | None:
    """The word or mark after a name."""
    return next((word for word in pair.words if word.span.start > name.word.span.start), None)
