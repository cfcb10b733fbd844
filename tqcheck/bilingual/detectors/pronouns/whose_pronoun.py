"""Pronouns of the other gender than the Russian one that they render, or than the only person spoken of.

Что он лжёт, "she was lying"; его мать, "her mother"; певица рассказала, что потеряла голос, "he had lost".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tqcheck.bilingual.detectors.pronouns.her_own import is_woman, may_be_man
from tqcheck.bilingual.english import FAINT, Token, renders, share_of
from tqcheck.bilingual.pair import Doubt, Pair, around
from tqcheck.bilingual.russian import Word
from tqcheck.bilingual.sentence.nouns import cases
from tqcheck.bilingual.tables.persons import persons
from tqcheck.bilingual.wordlists import words

_NEAR = 3
"""Words between a pronoun and its verb, or what it belongs to."""

_SUBJECTS = {"он": "she", "она": "he"}
_OWNERS = {"его": "her", "её": "his", "ее": "his"}
_VAGUE = {"он": "he-of-either-sex", "его": "he-of-either-sex"}
_HE = frozenset({"he", "himself"})
_POSSESSIVE = frozenset({"her", "his", "its", "their", "my", "our", "your"})
_SURE = 0.3
"""Share of renderings from which on a word surely renders a noun."""

_PREDICATES = frozenset({"VERB", "PRTS", "ADJS", "INFN"})


def pronouns_turned(pair: Pair, english: Sequence[Token]) -> Iterator[Doubt]:
    """A doubt at the first such pronoun."""
    russian = pair.words
    found = _of_subject(russian, english) or _of_owner(russian, english)
    if found is not None:
        token, pronoun = found
        vague = words("called-she") | words(_VAGUE.get(pronoun.text.lower(), "of-either-sex"))
        if not any(word.lemma in vague for word in around(pair).words):
            yield pair.doubt("pronoun.gender", token.span, pronoun.span)
    elif (told := _of_woman(pair, english)) is not None:
        token, woman = told
        said = f"The source speaks of a woman: {woman.text}."
        yield Doubt("pronoun.gender", token.span, (woman.span,), said)


def _of_subject(russian: Sequence[Word], english: Sequence[Token]) -> tuple[Token, Word] | None:
    """The subject before the only word that renders the verb behind он or она."""
    for at, word in enumerate(russian):
        wrong = _SUBJECTS.get(word.text.lower())
        verb = _verb_after(russian, at) if wrong else None
        if verb is None or sum(other.lemma == verb.lemma for other in russian) > 1:
            continue
        place = _rendering(english, verb, FAINT)
        if place is None:
            continue
        for k in range(place - 1, max(-1, place - 1 - _NEAR), -1):
            if english[k].key == wrong:
                return english[k], word
            if english[k].key not in words("before-a-verb") and not english[k].key.endswith("ly"):
                break
    return None


def _rendering(english: Sequence[Token], word: Word, least: float) -> int | None:
    """The one English word that renders a Russian one likeliest, where it is likely enough."""
    shares = [share_of(token, word) for token in english]
    most = max(shares, default=0.0)
    return shares.index(most) if most >= least and shares.count(most) == 1 else None


def _verb_after(russian: Sequence[Word], at: int) -> Word | None:
    """The verb shortly behind a subject, before any mark."""
    for word in russian[at + 1 : at + 1 + _NEAR]:
        if word.pos in _PREDICATES and word.lemma not in words("verbs-beside-verbs"):
            return word
        if word.pos == "PNCT" or word.pos == "NPRO":
            return None
    return None


def _of_owner(russian: Sequence[Word], english: Sequence[Token]) -> tuple[Token, Word] | None:
    """The owner before the only word that renders the noun behind его or её."""
    for at, word in enumerate(russian):
        wrong = _OWNERS.get(word.text.lower())
        owned = _owned(russian, at) if wrong else None
        if owned is None or any(other.lemma == owned.lemma for other in russian if other is not owned):
            continue
        place = _rendering(english, owned, _SURE)
        if place is None:
            continue
        owners = [token for token in english[max(0, place - 2) : place] if token.key in _POSSESSIVE]
        if owners and owners[-1].key == wrong:
            return owners[-1], word
    return None


def _owned(russian: Sequence[Word], at: int) -> Word | None:
    """The kinsman behind a possessive pronoun, an adjective between them at most."""
    for word in russian[at + 1 : at + 3]:
        if word.pos == "NOUN":
            return word if word.lemma in words("kinsfolk") else None
        if word.pos != "ADJF":
            return None
    return None


def _of_woman(pair: Pair, english: Sequence[Token]) -> tuple[Token, Word] | None:
    """The first he of a sentence whose Russian speaks of a woman alone, and of what she did."""
    keys = {token.key for token in english}
    told = [token for token in english if token.key in _HE]
    if not told or keys & (persons().english["feminine"] | words("somebody-else")) or len(pair.russian) != 1:
        return None
    russian = pair.russian[0].words
    women = [k for k in range(len(russian)) if _acts_as_woman(russian, k)]
    if not women or any(word.lemma in words("kinsfolk") | words("anybody") for word in russian):
        return None
    if any(_may_be_other(russian, k) for k in range(len(russian)) if k not in women):
        return None
    beside = english[english.index(told[0]) + 1 :][:_NEAR]
    if any(renders(token, russian[k]) for token in beside for k in women):  # пресс-секретарь, his spokeswoman
        return None
    return told[0], russian[women[0]]


def _acts_as_woman(russian: Sequence[Word], at: int) -> bool:
    """Whether a word is a woman, or somebody with a man's calling, before a verb in the feminine."""
    word = russian[at]
    if word.pos != "NOUN" or "anim" not in word.grammemes or "nomn" not in (cases(word) or {"nomn"}):
        return False
    if not is_woman(russian, at) and "masc" not in word.grammemes:
        return False
    for other in russian[at + 1 : at + 1 + 2 * _NEAR]:
        if other.pos in ("VERB", "PNCT"):
            return other.pos == "VERB" and {"femn", "past"} <= other.grammemes
        if other.pos == "NOUN" and "masc" in word.grammemes and {"femn", "nomn"} <= other.grammemes:
            return False
    return False


def _may_be_other(russian: Sequence[Word], at: int) -> bool:
    """Whether a word may be somebody else: a man, a participle or an adjective without a noun."""
    word = russian[at]
    if word.pos in ("ADJF", "PRTF") and "masc" in word.grammemes:
        return not any(other.pos == "NOUN" for other in russian[at + 1 : at + 1 + _NEAR])
    if word.pos == "NPRO" and word.lemma not in ("она", "что", "который", "это", "себя"):
        return True
    return may_be_man(russian, at)
