"""Where the English has a Russian word, by the lexicon, or else by the sets of contrasts."""

from __future__ import annotations

from collections.abc import Sequence

from tqcheck.bilingual.english import Token, traces
from tqcheck.bilingual.names.spelling import alike
from tqcheck.bilingual.pair import Pair
from tqcheck.bilingual.russian import Word
from tqcheck.bilingual.tables.contrasts import contrasts, member_of


def places_of(pair: Pair, english: Sequence[Token], word: Word) -> list[int]:
    """The numbers of English words that render a word of the pair's Russian."""
    if found := traces(english, word):
        return found
    table, russian = contrasts(), pair.words
    members = {
        member_of(hit)
        for hit in table.russian.russian(pair.russian)
        if hit.first == hit.last and russian[hit.first].span == word.span and table.tells(hit)
    }
    hits = table.english.english(english) if members else ()
    return sorted({hit.first for hit in hits if hit.value in members})


def named_at(pair: Pair, english: Sequence[Token], word: Word) -> list[int]:
    """The numbers of English words that render a word, are the same figures, or spell the same name."""
    if word.text.isdigit():
        return [k for k, token in enumerate(english) if token.text == word.text]
    if found := places_of(pair, english, word):
        return found
    if not word.text[0].isupper():
        return []
    return [k for k, token in enumerate(english) if token.text[0].isupper() and alike(token.key, word)]
