"""A name in quotation marks of which the English has neither the sound nor the meaning: «Каролина»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tqcheck.bilingual.english import FAINT, Token, near, renders_lemma, tokens
from tqcheck.bilingual.evidence import russian_units
from tqcheck.bilingual.names.spelling import alike, established
from tqcheck.bilingual.pair import Doubt, Pair, around
from tqcheck.bilingual.renderings.counterparts import counterparts, keys
from tqcheck.bilingual.russian import Word, normal
from tqcheck.model import Span

_OPENING, _CLOSING = frozenset('«"“„'), frozenset('»"”“')
_LONGEST, _LETTERS = 3, 3
"""Words of a name that is no quotation, and letters of one of them that tells."""


def quoted_names_kept(pair: Pair) -> Iterator[Doubt]:
    """A doubt for each name in quotation marks that is lost, where no English word or quotation may be what
    became of it."""
    named = [
        name for name in _names(pair) if not any(_answers(token, name) for token in tokens(around(pair)))
    ]
    if not named or counterparts(pair).strange or _quotes(tokens(pair)) >= _quotes(pair.words):
        return
    for name in named:
        source = Span(name[0].span.start, name[-1].span.end)
        yield pair.doubt("name.lost", near(pair, source), source)


def _quotes(found: Sequence[Token] | Sequence[Word]) -> int:
    """The number of quotation marks."""
    return sum(one.text in _OPENING | _CLOSING for one in found)


def _names(pair: Pair) -> Iterator[Sequence[Word]]:
    """The words between quotation marks that are a name: few, the first with a capital, and no sentence."""
    for sentence in pair.russian:
        opened: int | None = None
        for at, word in enumerate(sentence.words):
            if opened is None and word.text in _OPENING:
                opened = at
            elif opened is not None and word.text in _CLOSING:
                name = sentence.words[opened + 1 : at]
                if opened and _is_name(name):
                    yield name
                opened = None


def _is_name(words: Sequence[Word]) -> bool:
    if not 0 < len(words) <= _LONGEST or not words[0].text[0].isupper():
        return False
    letters = all(word.text.isalpha() and "А" <= word.text[0].upper() <= "Я" for word in words)
    return letters and len(words[0].text) > _LETTERS and not any(word.pos == "VERB" for word in words)


def _answers(token: Token, name: Sequence[Word]) -> bool:
    """Whether an English word is one of a name's, by sound or meaning."""
    return token.is_word and any(_renders(token, word) for word in name)


def _renders(token: Token, word: Word) -> bool:
    if alike(token.key, word) or established(token, word):
        return True
    known = frozenset(key for unit in russian_units(word.text) for key in unit.keys)
    if not known.isdisjoint(keys(token.text)):
        return True
    return any(renders_lemma(token, normal(lemma), FAINT) for lemma in word.lemmas)
