"""Whether a name that no English word answers is lost, or left out as a translator may."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from tqcheck.bilingual.detectors.names.standing import (
    ARTICLES,
    answers,
    bears,
    place_of,
    word_after,
    word_before,
)
from tqcheck.bilingual.english import (
    Token,
    is_surely_past,
    renders,
    tokens,
    verbs_of,
)
from tqcheck.bilingual.names.russian_names import is_relative
from tqcheck.bilingual.names.spelling import (
    RELATIVE,
    Name,
)
from tqcheck.bilingual.pair import Pair, around
from tqcheck.bilingual.renderings.counterparts import counterparts
from tqcheck.bilingual.russian import Word, is_first_name, named, normal
from tqcheck.bilingual.tables.contrasts import contrasts, member_of
from tqcheck.bilingual.wordlists import words as words_of
from tqcheck.model import Span

PLACES = ("country ", "city ", "continent ")
"""How sets of places in the lists of contrasts are named."""

_PARTING = re.compile(r"[,;:.]")


def is_gone(pair: Pair, english: Sequence[Token], name: Name, listed: bool, spoken_of: bool) -> bool:
    """Whether a name that no English word answers is lost. `listed`: it stands in the lists of contrasts;
    `spoken_of`: the English has a pronoun that may stand for somebody."""
    if _goes_on(pair, english, name):
        return False
    if _hangs(pair, english, name):
        return True
    if _stood_last(pair, english, name) or _stood_behind_of(pair, english, name):
        return name.sure
    if _stands_near(pair, name) and not stands_bare(pair, english, name):
        return _stood_with(pair, english, name) and name.sure and not listed
    if listed:
        return _is_where(pair, english, name) or _is_region(pair, english, name)
    return name.sure and (name.full or name.place or not spoken_of)


def _goes_on(pair: Pair, english: Sequence[Token], name: Name) -> bool:
    """Whether another part of the name follows, and the English has that: Реджеп Тайип Эрдоган, "Erdogan"."""
    after = word_after(pair, name)
    if not name.full or after is None or not after.text[0].isupper():
        return False
    return any(token.text[0].isupper() and answers(token, after) for token in english)


def _is_where(pair: Pair, english: Sequence[Token], name: Name) -> bool:
    """Whether a country or a place in the lists of contrasts says where it happened, and the English, of
    which every word has its Russian, names no place, nor breaks off: В США обнаружена ячейка, cell found."""
    before = word_before(pair, name)
    if "Geox" not in name.word.grammemes or before is None or before.lemma not in words_of("where"):
        return False
    if normal(name.word.lemma) in words_of("at-home") or len(pair.russian) > 1 or len(pair.english) > 1:
        return False
    if english[-1].key in words_of("prepositions") | ARTICLES or counterparts(pair).strange:
        return False
    return names_no_place(pair, english, name.word)


def _hangs(pair: Pair, english: Sequence[Token], name: Name) -> bool:
    """Whether a place stands after a preposition, or belongs to a noun, and the English breaks off after a
    preposition: "in may declare", "injured in as a result"."""
    if not name.place or len(pair.english) > 1:
        return False
    before = word_before(pair, name)
    led = before is not None and before.lemma in words_of("where")
    return any(
        token.key in words_of("hanging") and _is_no_noun(english, at + 1)
        for at, token in enumerate(english[:-1])
        if pair.text[token.span.end : english[at + 1].span.start].isspace()
        and (led or not (at and verbs_of(english[at - 1].key, "VBD", "VBN", "VBG", "VBZ")))
    )


def _is_no_noun(english: Sequence[Token], at: int) -> bool:
    """Whether what stands after a preposition is neither a noun nor what leads to one."""
    token = english[at]
    if token.key in words_of("no-objects") or is_surely_past(token.key):
        return token.text.islower()
    acts = token.text.islower() and verbs_of(token.key, "VBD", "VBZ")
    return bool(acts) and any(
        after.key in (ARTICLES - {"and"}) | words_of("possessive") for after in english[at + 1 : at + 2]
    )


def _is_region(pair: Pair, english: Sequence[Token], name: Name) -> bool:
    """Whether the English has only the noun to which the adjective of a place belongs, without another name:
    в Ростовской области, "in the region"."""
    after = word_after(pair, name)
    if after is None or not is_relative(name.word) or after.lemma not in words_of("districts"):
        return False
    places = [at for at, token in enumerate(english) if token.text.islower() and renders(token, after)]
    if len(places) != 1 or _is_named_often(pair, after):
        return False
    beside = [
        *(token for token in english[max(0, places[0] - 2) : places[0]] if not token.opens),
        *english[places[0] + 1 : places[0] + 3],
    ]
    noun = english[places[0]].span
    gaps = (Span(min(noun.end, t.span.end), max(noun.start, t.span.start)) for t in beside)
    return not any(
        token.text[0].isupper() and not _PARTING.search(pair.text, gap.start, gap.end)
        for token, gap in zip(beside, gaps, strict=True)
    )


def _is_named_often(pair: Pair, noun: Word) -> bool:
    """Whether the Russian has a noun more than once."""
    return sum(word.lemma == noun.lemma for word in pair.words) > 1


def names_no_place(pair: Pair, english: Sequence[Token], place: Word) -> bool:
    """Whether no English word is a country, a city, or another place of the Russian than this one."""
    if not words_of("places-said-otherwise").isdisjoint(token.key for token in english):
        return False
    if any(member_of(hit).startswith(PLACES) for hit in contrasts().english.english(tokens(pair))):
        return False
    others = [word for word in pair.words if _may_be_place(word) and word.span != place.span]
    return not any(answers(token, word) for token in english for word in others)


def _may_be_place(word: Word) -> bool:
    """Whether a word is a place, or one's adjective: российский, самарский."""
    if word.pos == "ADJF" and RELATIVE.search(word.text):
        return True
    parses = named(word.text) if word.text[0].isupper() else ()
    return "Geox" in word.grammemes or any("Geox" in grammemes for _, grammemes in parses)


def _stands_near(pair: Pair, name: Name) -> bool:
    """Whether a sentence before or after has a name: a translator may name a man later than the Russian."""
    near_ = around(pair)
    return any(bears(near_, token, name) for token in tokens(near_))


def stands_bare(pair: Pair, english: Sequence[Token], name: Name) -> bool:
    """Whether the first name before a surname stands in the English without one: Alexander admitted."""
    before = word_before(pair, name)
    if not name.full or before is None or not is_first_name(before.text):
        return False
    called = [k for k, t in enumerate(english) if t.text[0].isupper() and answers(t, before)]
    if len(called) != 1:
        return False
    own, after = english[called[0]], english[called[0] + 1 : called[0] + 2]
    beside = [token for token in after if pair.text[own.span.end : token.span.start].isspace()]
    return not any(token.text[0].isupper() for token in beside)


def _stood_with(pair: Pair, english: Sequence[Token], name: Name) -> bool:
    """Whether a name stands before "and" and another one, of which the English has "and" and the other, and
    no word that could stand for this one: Федотова и Захаревского, and Zakharevsky."""
    words = pair.words
    at = place_of(words, name)
    joined = words[at + 1 : at + 2]
    other = next((word for word in words[at + 2 : at + 4] if not is_first_name(word.text)), None)
    if not joined or joined[0].lemma not in words_of("russian-and") or other is None:
        return False
    places = [k for k, token in enumerate(english) if token.text[0].isupper() and answers(token, other)]
    if not other.text[0].isupper() or len(places) != 1:
        return False
    led = next((k for k in (places[0] - 1, places[0] - 2) if k > 0 and english[k].key == "and"), None)
    if led is None or any(token.text.islower() for token in english[led + 1 : places[0]]):
        return False
    after_a_mark = not pair.text[english[led - 1].span.end : english[led].span.start].isspace()
    return after_a_mark or not counterparts(pair).strange


def _stood_last(pair: Pair, english: Sequence[Token], name: Name) -> bool:
    """Whether a name stands behind another one and "and", of which the English has the other and "and", and
    goes on with what a sentence says of both: Федотова и Захаревского, Fedotov and were."""
    words = pair.words
    at = place_of(words, name)
    other = words[at - 2] if at > 1 and words[at - 1].lemma in words_of("russian-and") else None
    if other is None or not other.text[0].isupper():
        return False
    return any(
        own.text[0].isupper() and answers(own, other)
        for own in _before_gap(pair, english, "and", words_of("said-of-several"))
    )


def _stood_behind_of(pair: Pair, english: Sequence[Token], name: Name) -> bool:
    """Whether a name stands behind a noun, and the English breaks off after that and "of": дело
    Суворова, the case of was."""
    at = place_of(pair.words, name)
    noun = pair.words[at - 1] if at else None
    if noun is None or noun.pos != "NOUN":
        return False
    return any(renders(own, noun) for own in _before_gap(pair, english, "of", words_of("behind-no-of")))


def _before_gap(
    pair: Pair, english: Sequence[Token], joining: str, going_on: AbstractSet[str]
) -> Iterator[Token]:
    """Words before a joining one behind which the sentence goes on as if a name stood there."""
    for own, joined, after in zip(english, english[1:], english[2:], strict=False):
        between = pair.text[own.span.end : after.span.start].split()
        if joined.key == joining and after.key in going_on and between == [joined.text]:
            yield own
