"""What was given or taken back, told as what somebody came back to or with: вернул город, returned to it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tqcheck.bilingual.english import Token, renders, tokens
from tqcheck.bilingual.pair import Doubt, Pair
from tqcheck.bilingual.russian import Word
from tqcheck.bilingual.sentence.nouns import cases
from tqcheck.bilingual.wordlists import words
from tqcheck.model import Span

_REACH = 4
"""Words after a verb among which its object stands, and English ones after "to" or "with"."""


def returns_kept(pair: Pair) -> Iterator[Doubt]:
    """A doubt where "returned to" or "returned with" stands before the object of вернуть, and the Russian has
    nobody who came back."""
    english = tokens(pair)
    russian = pair.words
    if any(word.lemma in words("coming-back") for word in russian):
        return
    for at, word in enumerate(russian):
        given = _object(russian, at) if word.lemma in words("giving-back") else None
        if given is None or sum(other.lemma == given.lemma for other in russian) > 1:
            continue
        for verb, preposition, *following in _fours(english):
            if verb.key not in words("returning") or preposition.key not in ("to", "with"):
                continue
            noun = _noun(following)
            if noun is not None and renders(noun, given):
                said = f"The source says {word.text} {given.text}."
                span = Span(verb.span.start, noun.span.end)
                yield Doubt("role.returned", span, (word.span, given.span), said)
                return


def _object(russian: Sequence[Word], at: int) -> Word | None:
    """The first noun behind a verb, where it can be its object by its case, and nothing else than that."""
    for word in russian[at + 1 : at + 1 + _REACH]:
        if word.pos == "NOUN":
            own = cases(word)
            return word if "accs" in own and own.isdisjoint({"datv", "ablt", "loct"}) else None
        if word.pos not in ("ADJF", "ADVB", "PRTF", "NPRO"):
            return None
    return None


def _fours(english: Sequence[Token]) -> Iterator[Sequence[Token]]:
    """Each word with those that follow it."""
    return (english[k : k + 2 + _REACH] for k in range(len(english) - 2))


def _noun(following: Sequence[Token]) -> Token | None:
    """The first word that is no article and no possessive."""
    return next((token for token in following if token.key not in words("determining")), None)
