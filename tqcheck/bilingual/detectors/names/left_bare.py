"""A name that has gone from beside its noun, which stands there without an article: "a fire in district" for
пожар в Дзержинском районе, "in the with" for в Кремле с. That the name stands elsewhere is no excuse."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tqcheck.bilingual.english import Token, is_of_another, renders, tokens
from tqcheck.bilingual.names.spelling import alike, established
from tqcheck.bilingual.pair import Doubt, Pair
from tqcheck.bilingual.russian import Word
from tqcheck.bilingual.wordlists import words

RULE = "name.lost"


def left_bare(pair: Pair) -> Iterator[Doubt]:
    """A doubt for each such noun or article of the English."""
    english = tokens(pair)
    for place in range(len(english)):
        if not _is_bare(english, place, pair.text):
            continue
        name = _lost(pair, english, place)
        if name is not None:
            yield pair.doubt(RULE, english[place].span, name.span)


def _is_bare(english: Sequence[Token], place: int, text: str) -> bool:
    """Whether a noun that wants a name or an article has neither, or an article has no noun."""
    token = english[place]
    before = english[place - 1].key if place else ""
    after = english[place + 1] if place + 1 < len(english) else None
    spaced = after is not None and text[token.span.end : after.span.start].isspace()
    if token.key == "the":
        hyphened = english[place + 2 : place + 3] and english[place + 2].text == "-"
        return bool(
            spaced and after and after.text in words("prepositions") | {"and", "the"} and not hyphened
        )
    if token.key in words("titles-before-names"):
        after = (
            english[place + 2]
            if after is not None and after.text == "." and place + 2 < len(english)
            else after
        )
        return after is not None and after.text.islower()
    if token.key not in words("wanting-names") or before not in words("prepositions"):
        return False
    return after is None or after.key in words("after-bare-nouns")


def _bears(token: Token, bearer: Word | None) -> bool:
    """Whether an English word is what a name belongs to; an article may be that of any."""
    if token.key == "the":
        return True
    return bearer is not None and (renders(token, bearer) or bearer.lemma in words("bearers-in-short"))


def _lost(pair: Pair, english: Sequence[Token], place: int) -> Word | None:
    """A word with a capital, behind another word, that the English lacks, where the noun before or behind it,
    which may bear it, is at a place; nothing that renders that noun counts (Krai is not Приморский)."""
    others = [*english[:place], *english[place + 1 :]]
    for sentence in pair.russian:
        told = [word for word in sentence.words if word.pos != "PNCT"]
        for before, word, after in zip(told[:-1], told[1:], [*told[2:], None], strict=True):
            bearer = after if word.pos == "ADJF" else before
            if not (word.text[0].isupper() and word.text[1:].islower()) or not _bears(english[place], bearer):
                continue
            free = [token for token in others if bearer is None or not renders(token, bearer)]
            if any(established(token, word) or alike(token.key, word) for token in others):
                continue
            if not any(renders(token, word) and not is_of_another(token, word, told) for token in free):
                return word
    return None
