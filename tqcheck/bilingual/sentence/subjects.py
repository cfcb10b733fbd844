"""Whether a noun may be the subject of a Russian verb, by case, number and gender."""

from __future__ import annotations

from collections.abc import Sequence

from tqcheck.bilingual.russian import QUOTES, Word, analysed_names, numbers_of
from tqcheck.bilingual.sentence.groups import Group, group_at
from tqcheck.bilingual.sentence.nouns import cases
from tqcheck.bilingual.wordlists import words as word_list

_GENDERS = frozenset({"masc", "femn", "neut"})


def does(words: Sequence[Word], group: Group, verb: int, together: bool = False) -> bool:
    """Whether a group may be the subject of a verb."""
    if group.governed:
        return False
    told = [words[i] for i in (*group.named, *group.belonging) if i <= group.head or i in group.named]
    numerals = [w for w in told if w.pos == "NUMR" or (w.pos == "NUMB" and not w.text[-1].isalpha())]
    if numerals:
        counted = words[group.head - 1] in numerals and all(map(_is_several, numerals))
        if counted and not words[verb].grammemes.isdisjoint({"masc", "femn"}):
            return False  # пять предложений получила группа
        return all("nomn" in (cases(word) or {"nomn"}) for word in numerals)
    if not group.can_be:
        return True
    numbers = numbers_of(words[verb].text)
    plural = "plur" in words[verb].grammemes and words[group.head].lemma in word_list("collective")
    if together or plural or _is_joined(words, group):
        numbers = frozenset()  # обсудили президент и король
    fits = any(case == "nomn" and (not numbers or number in numbers) for case, number in group.can_be)
    return fits and gender_fits(words[group.head], words[verb]) and _name_fits(words[group.head], words[verb])


def _is_several(numeral: Word) -> bool:
    """Whether a numeral is of more than one, and no number that ends in one."""
    return numeral.lemma != "один" and not numeral.text.endswith("1")


def _is_joined(words: Sequence[Word], group: Group) -> bool:
    """Whether "с", or "и" with another one who may do it, follows a group."""
    end = max((*group.named, *group.belonging)) + 1
    while end < len(words) and words[end].text in QUOTES:
        end += 1
    if end == len(words) or words[end].text != "и":
        return end < len(words) and words[end].text in ("с", ",")
    other, _ = group_at(words, end + 1, len(words))
    return other is None or not other.can_be or other.stands_in("nomn")


def gender_fits(noun: Word, verb: Word) -> bool:
    """Whether a verb in the past has the gender of a noun; a woman may be врач."""
    own, wanted = noun.grammemes & _GENDERS, verb.grammemes & _GENDERS
    if (
        not own
        or not wanted
        or noun.pos not in ("NOUN", "ADJF")
        or not noun.grammemes.isdisjoint({"ms-f", "Abbr", "Fixd"})
    ):
        return True
    if "anim" in noun.grammemes and "femn" in wanted:
        return True
    return own == wanted


def _name_fits(name: Word, verb: Word) -> bool:
    """Whether a first name may be the nominative of a man's or of a woman's, as the verb has it: no man is
    called Григория."""
    wanted = verb.grammemes & _GENDERS
    if "Name" not in name.grammemes or not wanted:
        return True
    own = {sex for kind, sex, case in analysed_names(name.text) if kind == "Name" and case == "nomn"}
    return not own or not wanted.isdisjoint(own)
