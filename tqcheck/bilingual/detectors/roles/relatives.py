"""Who acts in a relative clause: людей, которых спас пожарный, "people who saved a firefighter".

The case of the Russian который says that it is no subject; the English "who" right before the verb is one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass

from tqcheck.bilingual.english import is_adverb, verbs_of
from tqcheck.bilingual.pair import Doubt, Pair
from tqcheck.bilingual.renderings.rendered import Rendered, first_turned
from tqcheck.bilingual.russian import Sentence, Word, forms
from tqcheck.bilingual.sentence.clause_bounds import act_of, bounds, is_participle
from tqcheck.bilingual.sentence.groups import Group, groups_of
from tqcheck.bilingual.sentence.nouns import agree, cases, is_person, meant
from tqcheck.bilingual.sentence.subjects import does, gender_fits
from tqcheck.bilingual.wordlists import words
from tqcheck.model import Span

RULE = "role.relative"
REACH = 6
"""English words between "who" and its verb, and after the verb those among which the doer stands."""

_PLACES = frozenset({"в", "во", "на", "за", "под"})
"""Prepositions that with the accusative say whither, else where."""

_ASKED = frozenset({"кого", "кому", "кем", "ком", "что", "чему", "чем", "чём"})
"""Forms of кто and что that are no subject, or may be none."""

_PRONOUNS = frozenset({"who", "which", "that", "what"})

_SAME = (("ablt", "by"), ("ablt", "with"), ("datv", "to"), ("gent", "of"))
"""Cases of a Russian pronoun beside a participle, and what leads in the passive to the same part."""


@dataclass(frozen=True, slots=True)
class _Relative:
    """A clause whose relative pronoun is no subject: its verb, the infinitive of it, and the doer.

    `within`: the pronoun says where, so that its English verb may tell the same of the place: in which 300
    people live, "which houses 300 people".
    """

    pronoun: int
    verb: int
    act: int
    doer: Group | None
    within: bool


def relatives_kept(pair: Pair) -> Iterator[Doubt]:
    """A doubt where the English relative pronoun does what the Russian one suffers."""
    return first_turned(pair, RULE, lambda sentence: _relatives(sentence.words), _made_doer, _responsible)


def _responsible(sentence: Sentence, clause: _Relative) -> list[Span]:
    return sentence.spans((clause.pronoun, clause.verb, *(clause.doer.named if clause.doer else ())))


def _relatives(russian: Sequence[Word]) -> Iterator[_Relative]:
    for at in range(len(russian)):
        if _is_relative(russian, at) and (clause := _clause(russian, at)):
            yield clause


def _clause(russian: Sequence[Word], at: int) -> _Relative | None:
    """The clause that a relative pronoun opens, if that is surely not the one who acts in it."""
    verb = _verb(russian, at)
    if verb is None:
        return None
    _, stop = bounds(russian, verb)
    act = act_of(russian, verb, stop)
    told = [russian[i].lemma for i in {verb, act} if i == act or russian[i].lemma != "быть"]
    if not words("experienced").isdisjoint(told):
        return None
    around = [*groups_of(russian, at + 1, verb), *groups_of(russian, verb + 1, stop)]
    doer = next((group for group in around if does(russian, group, verb)), None)
    within = _is_within(russian, at)
    if within and words("found-within").isdisjoint(told):
        undergoes = doer is not None and "intr" in russian[act].grammemes
    elif not words("told-from-within").isdisjoint(told):
        undergoes = False
    elif russian[at].text.lower() == "что" and russian[at - 1].pos != "PREP":
        undergoes = doer is not None and _is_asked(russian, verb, act, around, doer)
    else:
        acted = doer is not None or _is_of_nobody(russian, verb)
        undergoes = acted and _is_object(russian, at, verb, act, doer)
    return _Relative(at, verb, act, doer, within) if undergoes else None


def _is_relative(russian: Sequence[Word], at: int) -> bool:
    """Whether a word is который after a comma or a preposition, or opens a clause as кому or чему does."""
    word = russian[at]
    before = at - 1
    led = before > 0 and russian[before].pos == "PREP"
    if led:
        before -= 1
    if word.lemma == "который":
        again = russian[at + 1 : at + 2]
        return before > 0 and (
            russian[before].text == "," or (led and not (again and again[0].lemma == "раз"))
        )
    if word.text.lower() not in _ASKED or before < 0:
        return False
    return russian[before].text in (",", ":", "—", "–") and russian[before - 1].pos != "COMP"


def _verb(russian: Sequence[Word], at: int) -> int | None:
    """The verb of a relative clause."""
    for i in range(at + 1, len(russian)):
        word = russian[i]
        if word.pos == "PNCT" and word.text not in '«»"':
            return None
        if is_participle(word) or word.pos == "VERB":
            following = russian[i + 1] if i + 1 < len(russian) else None
            helps = word.lemma == "быть" and following is not None and is_participle(following)
            if not helps:
                return i
    return None


def _is_within(russian: Sequence[Word], at: int) -> bool:
    """Whether a relative pronoun says where: в котором, из которого."""
    preposition = russian[at - 1].text.lower() if russian[at - 1].pos == "PREP" else ""
    return preposition in ("из", "с") or (preposition in ("в", "на") and "loct" in cases(russian[at]))


def _is_asked(russian: Sequence[Word], verb: int, act: int, around: Sequence[Group], doer: Group) -> bool:
    """Whether "что" is the object of its verb, and no conjunction: о том, что подарили друзья."""
    if "tran" not in russian[act].grammemes or "neut" in russian[verb].grammemes:
        return False
    others = [group for group in around if group != doer and group.stands_in("accs", "gent")]
    return not others and doer.stands_in("nomn") and not doer.stands_in("accs")


def _is_object(russian: Sequence[Word], at: int, verb: int, act: int, doer: Group | None) -> bool:
    """Whether a relative pronoun is not the subject of its clause, nor says where, when or by what cause."""
    preposition = russian[at - 1].text.lower() if russian[at - 1].pos == "PREP" else ""
    own = cases(russian[at])
    if preposition in _PLACES:
        return "loct" not in own and russian[verb].pos == "VERB"
    if preposition:
        return preposition in words("complement-prepositions")
    if "nomn" not in own:
        governs = is_participle(russian[verb]) or russian[act].lemma in words("governing-oblique")
        return "ablt" not in own or governs or not _may_be_means(russian, at)
    if russian[verb].pos != "VERB" or doer is None:
        return False
    if not agree(russian[verb], [russian[at]]) or not gender_fits(russian[at], russian[verb]):
        return True
    alone = doer.stands_in("nomn") and not doer.stands_in("accs", "gent")
    return alone and "tran" in russian[act].grammemes


def _may_be_means(russian: Sequence[Word], at: int) -> bool:
    """Whether a pronoun may stand in the instrumental for that by which something is done: яд, которым
    отравили; not отряды, которым дали, of which there are several."""
    antecedent = russian[meant(russian, at)]
    numbers = {number for case, number in forms(russian[at].text) if case == "ablt"}
    own = {number for _, number in forms(antecedent.text)}
    return not is_person(antecedent) and (not own or not own.isdisjoint(numbers))


def _is_of_nobody(russian: Sequence[Word], verb: int) -> bool:
    return russian[verb].pos == "VERB" and "plur" in russian[verb].grammemes


def _made_doer(english: Rendered, sentence: Sentence, clause: _Relative) -> tuple[int, int] | None:
    """First and last token of an English relative clause whose pronoun acts."""
    told = english.words
    doer = set[int]()
    for i in (*clause.doer.named, *clause.doer.belonging) if clause.doer else ():
        doer.update(k for k in english.best(sentence.words[i].text) if told[k] not in words("determiners"))
    helping_at = set(english.standing(sentence.words[clause.verb].text))
    helping = {told[k] for k in helping_at}
    for place in sorted(english.standing(sentence.words[clause.act].text)):
        start = _pronoun(told, place, helping if clause.act != clause.verb else set())
        if start is None or told[place] in words("meeting") | words("getting"):
            continue
        if clause.within and place not in english.best(sentence.words[clause.act].text):
            continue
        led = next((k + 1 for k in range(place - 1, start, -1) if told[k] == "to"), start)
        passive = not words("passive").isdisjoint(told[led:place]) and not told[place].endswith("ing")
        if clause.doer is None:
            alone = words("done-to-oneself") | words("middle") | words("own-doing")
            meant = clause.act != clause.verb and any(k in helping_at for k in range(start, place))
            if not passive and (meant or told[place] not in alone):
                return start, place
            continue
        if any(start - REACH < k < place for k in doer):
            continue
        following = [k for k in sorted(doer) if place < k <= place + REACH]
        if following and _is_done_to(sentence, clause, told[place : following[0]], passive):
            return start, following[-1]
    return None


def _pronoun(told: Sequence[str], place: int, helping: Set[str]) -> int | None:
    """Where "who", "which" or "that" stands that is the subject of the verb at a place."""
    if told[place] in words("helping") | words("prepositions"):
        return None
    between = words("helping") | words("chaining") | words("within-verbs") | helping
    at = place - 1
    while at > 0 and (told[at] in between or is_adverb(told[at]) or _undertakes(told, at)):
        at -= 1
    opens = next((k for k in range(at, max(0, at - REACH), -1) if told[k] in _PRONOUNS), None)
    if opens is None or (opens and told[opens - 1] in words("prepositions") - {"of", "about", "on"}):
        return None
    aside = told[opens + 1 : at + 1]  # which for five days will be
    if aside and (aside[0] not in words("prepositions") or not words("clause-marks").isdisjoint(aside)):
        return None
    return opens


def _undertakes(told: Sequence[str], at: int) -> bool:
    """Whether a verb stands before "to" and what its subject is to do: who undertook to help."""
    return told[at + 1] == "to" and bool(verbs_of(told[at], "VBD", "VBZ"))


def _is_done_to(sentence: Sentence, clause: _Relative, between: Sequence[str], passive: bool) -> bool:
    """Whether a verb, and what stands from it to the Russian doer, makes that the one to whom it is done."""
    if not (words("clause-marks") - set('«»“”"')).isdisjoint(between):
        return False
    own = cases(sentence.words[clause.pronoun])
    if not is_participle(sentence.words[clause.verb]):
        itself = words("middle") | words("own-doing") | words("selling-itself")
        led = not words("prepositions").isdisjoint(between)
        if led and (clause.within or between[0] in itself):
            return False
        return not passive and "by" not in between
    return passive and any(case in own and word in between for case, word in _SAME)
