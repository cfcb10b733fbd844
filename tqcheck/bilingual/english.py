"""The English of a pair as words, and where in it something belongs that stands in the Russian."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from tqcheck.bilingual.lexicon import renderings, stems_and_bases
from tqcheck.bilingual.memory import of_last
from tqcheck.bilingual.pair import Pair
from tqcheck.bilingual.russian import Word, normal
from tqcheck.bilingual.wordlists import words
from tqcheck.model import Span

_WORD = re.compile(r"[A-Za-z\u00c0-\u024f]+(?:['’][A-Za-z]+)*|\d+|[^\w\s]")

_AFTER, _BEFORE = 3, 2
"""How many words around are looked up to find a place."""

LIKELY = 0.15
"""Share of renderings from which on an English word tells the place of a Russian one."""

FAINT = 0.06
"""Share from which on it may be what became of it."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a run of digits or a punctuation mark; `key` is in lower case with plain apostrophes.

    `opens`: it begins a sentence or a quotation, so that a capital there says nothing.
    """

    text: str
    key: str
    span: Span
    opens: bool

    @property
    def bare(self) -> str:
        """The key without the ending of a possessive."""
        return self.key.removesuffix("'s")

    @property
    def is_word(self) -> bool:
        """Whether it is made of letters."""
        return self.text[0].isalpha()


@of_last
def tokens(pair: Pair) -> tuple[Token, ...]:
    """The tokens of a pair's English, in order."""
    return tuple(
        token
        for segment in pair.english
        for token in _tokens(pair.text[segment.span.start : segment.span.end], segment.span.start)
    )


@lru_cache(maxsize=64)
def _tokens(text: str, offset: int) -> tuple[Token, ...]:
    found: list[Token] = []
    opens = True
    for match in _WORD.finditer(text):
        word = match[0]
        span = Span(offset + match.start(), offset + match.end())
        found.append(Token(word, word.lower().replace("’", "'"), span, opens))
        opens = not word[0].isalnum() and (opens or word in '"“«:.!?…')
    return tuple(found)


def near(pair: Pair, russian: Span) -> Span:
    """The English where words of the pair's Russian belong; never empty.

    The rendering of one of the words that follow them, or stand before; else what stands at the same place
    in proportion.
    """
    words = [token for token in tokens(pair) if token.is_word] or list(tokens(pair))
    if not words:
        return pair.span
    start, end = pair.source_span
    at = round((russian.start - start) / max(1, end - start) * (len(words) - 1))
    around = [word for word in pair.words if word.pos != "PNCT"]
    after = [word for word in around if word.span.start >= russian.end][:_AFTER]
    before = [word for word in around if word.span.end <= russian.start][-_BEFORE:]
    for word in (*after, *reversed(before)):
        found = [i for i, token in enumerate(words) if renders(token, word)]
        if found:
            return words[min(found, key=lambda i: abs(i - at))].span
    return Span(words[max(0, at - 1)].span.start, words[min(len(words) - 1, at + 1)].span.end)


def renders(token: Token, word: Word) -> bool:
    """Whether the lexicon knows an English word as a rendering of a Russian one."""
    return renders_lemma(token, normal(word.lemma))


def renders_lemma(token: Token, lemma: str, least: float = LIKELY) -> bool:
    """The same of a lemma, with ё as е, from some share of its renderings on."""
    known = renderings(lemma)
    return any(known.get(stem, 0.0) >= least for stem in _stems(token.key))


def share_of(token: Token, word: Word) -> float:
    """How likely, of 1, a Russian word is rendered by an English one."""
    known = renderings(normal(word.lemma))
    return max((known.get(stem, 0.0) for stem in _stems(token.key)), default=0.0)


def is_of_another(token: Token, word: Word, others: Iterable[Word]) -> bool:
    """Whether an English word renders one of some other Russian words better than this one; of abbreviations
    (EU for ЕС and for Евросоюз) only what is written alike tells."""
    least = 1.0 if token.text.isupper() else share_of(token, word)
    return any(
        other.span != word.span and (share_of(token, other) > least or other.text.lower() == token.key)
        for other in others
    )


def traces(english: Sequence[Token], word: Word) -> list[int]:
    """The numbers of English words that may be what became of a Russian one."""
    lemma = normal(word.lemma)
    return [k for k, token in enumerate(english) if renders_lemma(token, lemma, FAINT)]


@lru_cache(maxsize=20_000)
def _stems(key: str) -> tuple[str, ...]:
    return tuple(sorted(set(stems_and_bases(key))))


def verbs_of(word: str, *tags: str) -> list[str]:
    """The verbs of which a word is one of some forms, other than the base."""
    from lemminflect import getAllLemmas, getInflection

    return [
        lemma
        for lemma in getAllLemmas(word).get("VERB", ())
        for tag in tags
        if word != lemma and word in getInflection(lemma, tag=tag)
    ]


@lru_cache(maxsize=20_000)
def is_surely_past(word: str) -> bool:
    """Whether a word is the past of a verb, and no participle."""
    return bool(verbs_of(word, "VBD")) and not verbs_of(word, "VBN")


@lru_cache(maxsize=20_000)
def moves(word: str) -> bool:
    """Whether a word may be a verb that makes somebody feel something: surprised, outrages."""
    from lemminflect import getAllLemmas

    return not words("moving").isdisjoint(getAllLemmas(word).get("VERB", ()))


@lru_cache(maxsize=20_000)
def is_noun(word: str) -> bool:
    """Whether a word may be a noun."""
    from lemminflect import getAllLemmas

    return "NOUN" in getAllLemmas(word)


@lru_cache(maxsize=20_000)
def is_base_form(word: str) -> bool:
    """Whether a word is the base form of a verb and no other sort of word."""
    from lemminflect import getAllLemmas

    found = getAllLemmas(word)
    return set(found) == {"VERB"} and word in found["VERB"]


@lru_cache(maxsize=20_000)
def is_verb(word: str) -> bool:
    """Whether a word may be the base form of a verb."""
    from lemminflect import getAllLemmas

    return word in getAllLemmas(word).get("VERB", ())


@lru_cache(maxsize=20_000)
def is_verb_form(word: str) -> bool:
    """Whether a word may be any form of a verb."""
    from lemminflect import getAllLemmas

    return "VERB" in getAllLemmas(word)


@lru_cache(maxsize=20_000)
def is_adverb(word: str) -> bool:
    """Whether a word in -ly is an adverb: officially, and not Italy or family."""
    from lemminflect import getAllLemmas

    return word.endswith("ly") and "ADV" in getAllLemmas(word)


@lru_cache(maxsize=20_000)
def is_plural(word: str) -> bool:
    """Whether a word may be the plural of a noun."""
    from lemminflect import getAllLemmas

    return any(lemma != word for lemma in getAllLemmas(word).get("NOUN", ()))
