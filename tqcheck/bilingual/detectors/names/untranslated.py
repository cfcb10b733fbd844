"""Common words of the Russian that stand in the English in Latin letters."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapidfuzz.fuzz import ratio

from tqcheck.bilingual.english import Token, renders, tokens
from tqcheck.bilingual.names.spelling import fold, fold_russian, is_english, press
from tqcheck.bilingual.pair import Doubt, Pair
from tqcheck.bilingual.russian import Word, is_known, normal
from tqcheck.bilingual.tables.letters import letters

SAME = 88.0
"""How like, of 100, a word must be to the Russian one in Latin letters to be that word."""

_COMMON = frozenset(
    {"NOUN", "ADJF", "ADJS", "ADVB", "VERB", "INFN", "PREP", "COMP", "PRTF", "PRTS", "GRND", "PRED", "NUMR"}
)
_LETTERS = 4
_C = re.compile("c(?!h)")


def transliterated(pair: Pair) -> Iterator[Doubt]:
    """A doubt for each word unknown to English, and no name, that is a Russian common word by its letters."""
    foreign = [token for token in tokens(pair) if _is_foreign(token)]
    if not foreign:
        return
    names = [word for word in pair.words if word.text[0].isupper()]
    russian = [word for word in pair.words if _is_common(word)]
    for token in foreign:
        if token.text[0].isupper() and any(_is_letter_by_letter(token.bare, name) for name in names):
            continue
        for word in russian:
            if _is_same(token.bare, word) and (
                _is_letter_by_letter(token.bare, word) or not renders(token, word)
            ):
                yield Doubt("untranslated.transliterated", token.span, (word.span,))
                break


def _is_foreign(token: Token) -> bool:
    if not token.is_word or len(token.text) < _LETTERS or (token.text[0].isupper() and not token.opens):
        return False
    return token.bare not in letters().loans and not is_english(token.key)


def _is_common(word: Word) -> bool:
    return word.pos in _COMMON and word.text.islower() and word.text.isalpha() and is_known(word.text)


def _is_letter_by_letter(english: str, word: Word) -> bool:
    return english in {press(normal(word.text)), press(normal(word.lemma))}


def _is_same(english: str, word: Word) -> bool:
    return any(
        ratio(spelt, press(form)) >= SAME or fold(spelt) == fold_russian(form)
        for form in {normal(word.text), normal(word.lemma)}
        for spelt in {english, _with_press_letters(english)}
    )


def _with_press_letters(english: str) -> str:
    """A word of other schemes in the letters that newspapers use: sluchaj, centra."""
    return _C.sub("ts", english).replace("j", "y")
