"""A Russian abbreviation rendered by letters that stand for another thing or none: МЧС, MOE; СК, UK."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tqcheck.bilingual.cues import Hit
from tqcheck.bilingual.english import Token, renders, tokens
from tqcheck.bilingual.names.spelling import alike, established
from tqcheck.bilingual.pair import Doubt, Pair
from tqcheck.bilingual.russian import Word
from tqcheck.bilingual.tables.abbreviations import Abbreviations, abbreviations

RULE = "institution.other-abbreviation"

APART = 0.5
"""How far apart, in shares of the sentence, an abbreviation and the one taken for it may stand."""

_LETTERS = re.compile(r"[A-Z]{2,6}s?")
_NUMERAL = re.compile(r"[IVXL]+")
_MAKE = re.compile(r"-\d{2,3}\b")
"""What stands behind the letters of a make: KC-135."""
_INITIALS = re.compile(r"[А-Я]{3,6}")
_SHOUTED = 4
"""Words in capitals one behind the other that are no abbreviations but a headline in capitals."""


def abbreviations_kept(pair: Pair) -> Iterator[Doubt]:
    """A doubt where the Russian has an abbreviation that nothing in the English renders, and the English has
    one that nothing in the Russian explains."""
    table = abbreviations()
    every = pair.words
    standing = {i: name for i, word in enumerate(every) if (name := _name(word)) in table.suggestions}
    if not standing:
        return
    english = tokens(pair)
    renderings = list(table.renderings.english(english))
    answered = {hit.value for hit in renderings}
    lost = {i: name for i, name in standing.items() if name not in answered}
    if not lost or _is_shouted(english):
        return
    explained = {hit.value for hit in table.words.russian(pair.russian)}
    accepted = {name for name in standing.values() if name in answered}
    hits = [hit for hit in renderings if hit.value in accepted]
    others = [word for i, word in enumerate(every) if i not in lost and word.pos != "PNCT"]
    strange = [
        k
        for k, token in enumerate(english)
        if _LETTERS.fullmatch(token.text)
        and not _NUMERAL.fullmatch(token.text)
        and not _MAKE.match(pair.text, token.span.end)
        and token.text not in explained
        and not _is_explained(k, english, hits, others, table)
    ]
    if len(strange) <= len(_unlisted(others, english, table)):
        return
    for i, name in lost.items():
        place = i / len(every)
        near = [k for k in strange if abs(k / len(english) - place) <= APART]
        if near:
            taken = min(near, key=lambda k: abs(k / len(english) - place))
            strange.remove(taken)
            said = f"The source says {name}."
            yield Doubt(RULE, english[taken].span, (every[i].span,), said, table.suggestions[name])


def _name(word: Word) -> str:
    """A word as an abbreviation of the table, without a year behind it (ЧЕ-2012); "" for any other."""
    name = word.text.partition("-")[0]
    return name if name.isupper() else ""


def _unlisted(words: Sequence[Word], english: Sequence[Token], table: Abbreviations) -> list[Word]:
    """Abbreviations that neither the table nor a like one renders: an unlike one may (МРТ, MRI)."""
    return [
        word
        for word in words
        if _INITIALS.fullmatch(word.text)
        and word.text not in table.suggestions
        and not any(alike(token.key, word) for token in english)
    ]


def _is_shouted(english: Sequence[Token]) -> bool:
    run = 0
    for token in english:
        run = run + 1 if token.is_word and token.text.isupper() else 0
        if run >= _SHOUTED:
            return True
    return False


def _is_explained(
    place: int, english: Sequence[Token], hits: Sequence[Hit], others: Sequence[Word], table: Abbreviations
) -> bool:
    """Whether an English abbreviation renders another one, or is a word of the Russian in Latin letters, or,
    unless it is a known one (UK), a rendering of one in the lexicon."""
    token = english[place]
    if any(hit.first <= place <= hit.last for hit in hits):
        return True
    if any(token.text == word.text or established(token, word) or alike(token.key, word) for word in others):
        return True
    return token.text not in table.known and any(renders(token, word) for word in others)
