"""Which part of a Russian sentence, lost in English, tells something that no editor would leave out: when,
where, by what and to whom it was done, who said it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from tqcheck.bilingual.cues import Hit
from tqcheck.bilingual.detectors.names.lost import names_no_place
from tqcheck.bilingual.detectors.names.standing import answers
from tqcheck.bilingual.english import tokens
from tqcheck.bilingual.pair import Pair, around
from tqcheck.bilingual.russian import Sentence, Word, normal
from tqcheck.bilingual.sentence.nouns import cases, is_person
from tqcheck.bilingual.tables.contrasts import contrasts, member_of
from tqcheck.bilingual.wordlists import words

_HOME = "country Russia"
_SIDES = frozenset({":", "—", "–"})
_GOING_ON = frozenset({"-", "«", '"', "“", "„", "("})
_DESCRIBING = frozenset({"ADJF", "PRTF"})


def is_circumstance(pair: Pair, part: Sequence[Word]) -> bool:
    """Whether a lost part of a pair's Russian surely says something that the English may not lack."""
    if len(part) == 1 and part[0].pos == "ADVB":
        return _tells_how(pair, normal(part[0].lemma))
    if len(part) == 1 and part[0].pos in _DESCRIBING:
        return normal(part[0].lemma) in words("telling-attributes") or _names_no_country(pair)
    after = next((word for word in pair.words if word.span.start >= part[-1].span.end), None)
    if _opens(pair, part, after):
        return True
    noun = part[-1]
    if noun.pos != "NOUN" or _goes_on(noun, after) or _is_cut(noun, after):
        return False
    if part[0].pos == "PREP":
        return _tells_of(pair, noun)
    described = len(part) > 1 and part[0].pos in _DESCRIBING
    return (is_person(noun) and "datv" in cases(noun)) or (described and cases(noun) == {"ablt"})


def _tells_how(pair: Pair, adverb: str) -> bool:
    """Whether an adverb tells something; one of a time of day only where the English names no day or hour."""
    if adverb in words("adverbs-of-time"):
        return words("saying-when").isdisjoint(token.key for token in tokens(pair))
    return adverb in words("telling-adverbs")


def is_attribute(word: Word, noun: Word) -> bool:
    """Whether an adjective before a noun tells something: многодетный; British, of people."""
    if normal(word.lemma) in words("telling-attributes"):
        return True
    return is_person(noun) and noun.text.islower() and _is_foreign(word)


@lru_cache(maxsize=2_000)
def _is_foreign(word: Word) -> bool:
    """Whether a word names a country that is not the press's own."""
    sentence = Sentence(word.span, word.text, (word,))
    countries = {member_of(hit) for hit in contrasts().russian.russian([sentence]) if _is_country(hit)}
    return bool(countries) and _HOME not in countries


def _is_country(hit: Hit) -> bool:
    return member_of(hit).startswith("country ")


def _names_no_country(pair: Pair) -> bool:
    return not any(map(_is_country, contrasts().english.english(tokens(pair))))


def _opens(pair: Pair, part: Sequence[Word], after: Word | None) -> bool:
    """Whether a part is all that stands before a colon or a dash, with a noun: Мировая сводка: …"""
    opens = part[0].pos != "PREP" and part[0].span == pair.words[0].span
    return opens and after is not None and after.text in _SIDES and any(word.pos == "NOUN" for word in part)


def _goes_on(noun: Word, after: Word | None) -> bool:
    """Whether what follows a noun names the same: в американский город Сан-Франциско, с военными моряками."""
    if after is None:
        return False
    if after.text in _GOING_ON:
        return True
    may = after.pos == "NOUN" and "Geox" not in noun.grammemes
    return may and (after.text[0].isupper() or bool(cases(noun) & cases(after)))


def _is_cut(noun: Word, after: Word | None) -> bool:
    """Whether a noun ends a text that breaks off, and may be half a word."""
    return after is None and not cases(noun)


def _tells_of(pair: Pair, noun: Word) -> bool:
    """Whether a noun behind a preposition tells something: a place only where the English names none."""
    lemma = normal(noun.lemma)
    if lemma in words("idle-circumstances"):
        return False
    if any(f"{normal(word.lemma)}+{lemma}" in words("implied-circumstances") for word in pair.words):
        return False
    return "Geox" not in noun.grammemes or _is_where(pair, noun)


def _is_where(pair: Pair, place: Word) -> bool:
    """Whether the English says nowhere near that it happened at a place, nor names another one."""
    if normal(place.lemma) in words("at-home"):
        return False
    if any(answers(token, place) for token in tokens(around(pair))):
        return False
    return names_no_place(pair, tokens(pair), place)
