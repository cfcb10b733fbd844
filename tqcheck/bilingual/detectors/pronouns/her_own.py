"""What is a woman's own, told as his: Актриса продала свой дом, "The actress sold his house".

Russian свой has no gender; it is that of the subject.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from tqcheck.bilingual.english import Token, renders
from tqcheck.bilingual.pair import Doubt, Pair
from tqcheck.bilingual.russian import Word, analysed_names, is_common, is_known
from tqcheck.bilingual.sentence.nouns import cases
from tqcheck.bilingual.tables.persons import persons
from tqcheck.bilingual.wordlists import words

_TITLE = 4
"""Words before a woman's name among which a noun that is masculine may say what she is: председатель суда."""

_HELD = 2
"""Words after "his" or свой among which what is held stands."""

_PREDICATES = frozenset({"VERB", "PRTS", "ADJS"})
_HIS = frozenset({"his", "himself"})


def her_own(pair: Pair, english: Sequence[Token]) -> Doubt | None:
    """A doubt at "his" where the Russian speaks of women alone, and of what is their own."""
    table = persons()
    keys = [token.key for token in english]
    if doubt := _alone(pair, english):
        return doubt
    if not _HIS.intersection(keys) or not table.english["feminine"].isdisjoint(keys):
        return None
    if len(pair.russian) != 1 or not {"he", "him"}.isdisjoint(keys):
        return None
    place = next(k for k, key in enumerate(keys) if key in _HIS)
    russian = pair.russian[0].words
    own = next((i for i, word in enumerate(russian) if word.lemma in words("own")), None)
    held = _after_his(english, place, russian)
    if own is None and not any(russian[i].lemma in words("kinsmen") for i in held):
        return None
    told = own if own is not None else min(held)
    held |= _nouns_after(russian, own) if own is not None else set()
    women = [i for i in range(told) if i not in held and is_woman(russian, i)]
    women = women or [i for i in range(told, len(russian)) if i not in held and _does(russian, i)]
    if not women or (own is None and any(is_woman(russian, i) for i in held)):
        return None
    if any(i not in held and may_be_man(russian, i) for i in range(len(russian))):
        return None
    woman = russian[women[0]]
    said = f"The source speaks of a woman: {woman.text}."
    return Doubt("pronoun.gender", english[place].span, (woman.span, russian[told].span), said)


def _alone(pair: Pair, english: Sequence[Token]) -> Doubt | None:
    """A doubt at the first pronoun of a man in a text that begins with a sentence in which there is none, and
    a woman: nobody can be meant of whom it spoke before."""
    table = persons()
    keys = [token.key for token in english]
    his = next((k for k, key in enumerate(keys) if key in table.english["masculine"]), None)
    if his is None or not table.english["feminine"].isdisjoint(keys) or len(pair.russian) != 1:
        return None
    if pair.source[: pair.russian[0].span.start].strip():
        return None
    russian = pair.russian[0].words
    women = [i for i in range(len(russian)) if _is_somebody(russian, i)]
    if not women or any(may_be_man(russian, i) for i in range(len(russian))):
        return None
    if any(word.lemma in words("kinsfolk") | words("anybody") for word in russian):
        return None
    if any(_stands_for_man(russian, i) or _is_done_by_him(russian[i]) for i in range(len(russian))):
        return None
    said = f"The source speaks of a woman: {russian[women[0]].text}."
    return Doubt("pronoun.gender", english[his].span, (russian[women[0]].span,), said)


def _is_somebody(russian: Sequence[Word], at: int) -> bool:
    """Whether a word is a woman of whom a sentence tells, by her name or in the nominative or dative."""
    if _is_quoted(russian, at) or not is_woman(russian, at):
        return False
    if russian[at].text[0].isupper() and not is_common(russian[at].text):
        named = ("Name", "femn", "nomn") in analysed_names(russian[at].text)  # or a man's: Валентина
        return named or _is_her_name(russian[at])
    return not {"nomn", "datv"}.isdisjoint(cases(russian[at]))


def _is_done_by_him(word: Word) -> bool:
    return word.pos == "VERB" and {"masc", "past"} <= word.grammemes


def _stands_for_man(russian: Sequence[Word], at: int) -> bool:
    """Whether a word is a masculine participle or adjective without a noun: брат погибшего."""
    word = russian[at]
    if word.pos not in ("ADJF", "PRTF") or "masc" not in word.grammemes:
        return False
    return not any(other.pos == "NOUN" for other in russian[at + 1 : at + 1 + _TITLE])


def _does(russian: Sequence[Word], at: int) -> bool:
    """Whether a word is a woman who may be the subject of a verb before her: свой дом продала актриса."""
    told = any("femn" in word.grammemes and word.pos in _PREDICATES for word in russian[:at])
    return told and "nomn" in cases(russian[at]) and is_woman(russian, at) and not _is_quoted(russian, at)


def _after_his(english: Sequence[Token], place: int, russian: Sequence[Word]) -> set[int]:
    """The Russian nouns that render what follows "his"."""
    following = english[place + 1 : place + 1 + _HELD] if english[place].key == "his" else ()
    nouns = [i for i, word in enumerate(russian) if word.pos == "NOUN"]
    held = ({i for i in nouns if renders(token, russian[i])} for token in following)
    return next(filter(None, held), set())


def _nouns_after(russian: Sequence[Word], own: int) -> set[int]:
    """The nouns that свой belongs to, those without a capital."""
    following = range(own + 1, min(len(russian), own + 1 + _HELD))
    nouns = itertools.takewhile(lambda i: russian[i].pos in ("ADJF", "NOUN"), following)
    return {i for i in nouns if russian[i].text.islower()}


def is_woman(russian: Sequence[Word], at: int) -> bool:
    """Whether a word is a woman, or a head or a judge of whom the verb says that she is one."""
    word = russian[at]
    if word.lemma in words("women"):
        return True
    if word.pos != "NOUN" or "anim" not in word.grammemes or word.lemma in words("of-either-sex"):
        return False
    if not word.grammemes.isdisjoint({"ms-f", "GNdr", "Fixd"}):
        told = any("femn" in verb.grammemes and verb.pos in _PREDICATES for verb in russian[at:])
        return told and "nomn" in cases(word)
    return "femn" in word.grammemes and "-" not in word.text


def may_be_man(russian: Sequence[Word], at: int) -> bool:
    """Whether a word may speak of a man: a noun, a pronoun, a name that no dictionary has, or a verb or
    adjective in the masculine that belongs to no thing."""
    word = russian[at]
    if word.text.lower() in persons().russian["masculine"] or word.pos == "LATN":
        return True
    if _is_quoted(russian, at) or _is_post(russian, at):
        return False
    if word.pos == "NOUN" and word.text[0].isupper() and word.text[1:].islower() and not is_known(word.text):
        return at > 0 and not _names_woman(russian, at)
    if word.pos == "NOUN":
        man = "anim" in word.grammemes and not word.grammemes.isdisjoint({"masc", "ms-f", "GNdr"})
        return man and not is_woman(russian, at) and not _names_woman(russian, at)
    if word.pos in ("VERB", "PRTS", "ADJS", "PRTF") and "masc" in word.grammemes:
        return not any(_is_thing(other) for other in russian)
    return False


def _is_quoted(russian: Sequence[Word], at: int) -> bool:
    """Whether a word stands in the quotation marks of a title, or of a sentence that names nobody beside."""
    marks = [word.text for word in russian[:at]]
    return marks.count("«") > marks.count("»")


def _is_post(russian: Sequence[Word], at: int) -> bool:
    """Whether a word is what somebody is or wants to be: на пост губернатора."""
    return at > 0 and russian[at - 1].lemma in words("posts") and "gent" in cases(russian[at])


def _is_thing(word: Word) -> bool:
    """Whether a word is a thing, masculine and in the nominative."""
    thing = word.pos == "NOUN" and {"masc", "inan"} <= word.grammemes
    return thing and "nomn" in (cases(word) or {"nomn"})


def _names_woman(russian: Sequence[Word], at: int) -> bool:
    """Whether a word is the surname after a woman's first name, or her title before it."""
    if at and _is_her_name(russian[at - 1]):
        return True
    if russian[at].text[0].isupper() and at:
        before = russian[at - 1]
        return "femn" in before.grammemes and ("anim" in before.grammemes or before.text[0].isupper())
    following = russian[at + 1 : at + 1 + _TITLE]
    name = next((k for k, word in enumerate(following) if _is_her_name(word)), None)
    return name is not None and all(word.pos in ("NOUN", "ADJF") for word in following[:name])


def _is_her_name(word: Word) -> bool:
    sexes = {sex for kind, sex, _ in analysed_names(word.text) if kind == "Name"}
    return word.text[0].isupper() and sexes == {"femn"}
