"""Twice as much for half as much (вдвое меньше, "twice as large"); the best for one of them or the second."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tqcheck.bilingual.english import Token, renders, tokens, traces
from tqcheck.bilingual.pair import Doubt, Pair
from tqcheck.bilingual.russian import Word
from tqcheck.bilingual.sentence.nouns import cases
from tqcheck.bilingual.wordlists import words
from tqcheck.model import Span

TURNED, ONE_OF, NTH = "opposite.said", "number.one-of-lost", "number.ordinal-lost"
NEAR = 4
"""Russian words from "twice" to what it is more or less than."""

_TIMES = re.compile(
    r"\b(?:вдвое|втрое|вчетверо|впятеро|в (?:\d[\d,]*|два|две|три|четыре|пять|десять|полтора) раза?)\b"
)
_MANY = r"(?:two|three|four|five|\d[\d.]*) times"
_MORE = re.compile(
    r"\b(?:twice (?:as\b(?! (?:small|few|little|low|short|cheap|rare|slow))|the)"
    rf"|{_MANY} (?:as|more|higher|larger|bigger|greater|longer|faster)\b"
    r"|(?:more than )?(?:doubl|tripl|quadrupl)(?:e|es|ed|ing)\b)"
)
_LESS = re.compile(
    r"\b(?:half (?:the|as|that|of (?:that|the)|its|what)|halv(?:e|es|ed|ing)|in half"
    rf"|{_MANY} (?:less|lower|smaller|fewer|cheaper|shorter|slower))\b"
)
_SMALL = frozenset("2345")
_FEW = frozenset({"второй", "третий", "четвёртый", "четвертый", "пятый"})


def multiples_kept(pair: Pair) -> Iterator[Doubt]:
    """Doubts where a multiple has become its reverse, and where a superlative stands alone."""
    yield from _turned(pair)
    yield from _best(pair)


def _turned(pair: Pair) -> Iterator[Doubt]:
    """A doubt where each side has one multiple, and they go different ways."""
    times = list(_TIMES.finditer(pair.normal_source, *pair.source_span))
    if len(times) != 1:
        return
    russian = pair.words
    at = next((k for k, word in enumerate(russian) if word.span.start >= times[0].start()), 0)
    after = next((k for k, word in enumerate(russian) if word.span.start >= times[0].end()), len(russian))
    ways = {_way(word) for word in (*russian[max(0, at - NEAR) : at], *russian[after : after + NEAR])} - {""}
    text = pair.lower_text
    more, less = (list(p.finditer(text, pair.span.start, pair.span.end)) for p in (_MORE, _LESS))
    if len(ways) != 1 or bool(more) == bool(less):
        return
    wrong = less if ways == {"more"} else more
    if wrong and _is_same_way(tokens(pair), russian[after:], wrong[0].start()):
        said = Span(times[0].start(), times[0].end())
        yield pair.doubt(TURNED, Span(*wrong[0].span()), said)


def _way(word: Word) -> str:
    if word.lemma in words("growing") or word.text.lower() in words("more-than"):
        return "more"
    return "less" if word.lemma in words("falling") or word.text.lower() in words("less-than") else ""


def _is_same_way(english: Sequence[Token], after: Sequence[Word], multiple: int) -> bool:
    """Whether what something is compared with, where it follows a comparative, stands behind the English
    multiple: A is half of B, and not B twice as large as A."""
    compared = next((k for k, word in enumerate(after[:NEAR]) if word.pos == "COMP"), None)
    if compared is None:
        return True
    standard = after[compared + 1 : compared + 2]
    if not standard or "gent" not in cases(standard[0]):
        return True
    places = traces(english, standard[0])
    return bool(places) and all(english[k].span.start > multiple for k in places)


def _best(pair: Pair) -> Iterator[Doubt]:
    """A doubt at a superlative before the noun that the Russian says is one of such, or the second."""
    russian = pair.words
    english: Sequence[Token] = ()
    for at, word in enumerate(russian):
        told = _ranked(russian, at)
        if told is None:
            continue
        rule, noun = told
        english = english or tokens(pair)
        spared = words("one-of") if rule == ONE_OF else words("nth")
        if any(token.key in spared or token.text in _SMALL for token in english):
            return
        for k in range(len(english) - 1):
            if not _is_best(english, k):
                continue
            following = english[k + 1 : k + NEAR]
            if any(renders(token, russian[noun]) for token in following):
                span = Span(word.span.start, russian[noun].span.end)
                yield pair.doubt(rule, english[k].span, span)
                return


def _ranked(russian: Sequence[Word], at: int) -> tuple[str, int] | None:
    """The rule, and the noun, of "один из крупнейших городов" and of "второй результат" at a place."""
    word = russian[at]
    if (
        word.lemma == "один"
        and "plur" not in word.grammemes
        and [w.text.lower() for w in russian[at + 1 : at + 2]] == ["из"]
    ):
        own = russian[at + 2 : at + 2 + NEAR]
        noun = next((k for k, other in enumerate(own) if other.pos == "NOUN"), None)
        if noun is not None and any(
            "Supr" in other.grammemes or other.lemma == "самый" for other in own[:noun]
        ):
            return ONE_OF, at + 2 + noun
    if word.lemma in _FEW and russian[at + 1 : at + 2] and russian[at + 1].pos == "NOUN":
        return NTH, at + 1
    return None


def _is_best(english: Sequence[Token], at: int) -> bool:
    """Whether a superlative stands at a place: oldest, the most."""
    key = english[at].key
    if key in words("greatest") | {"best", "worst"}:
        return True
    if not key.endswith("est") or len(key) < 6:
        return False
    from lemminflect import getAllLemmas

    return key in words("greatest") or any(lemma != key for lemma in getAllLemmas(key).get("ADJ", ()))
