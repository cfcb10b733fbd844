"""What is a woman's own by the clause that it stands in, told as his, whoever else the sentence speaks of.

Глава ведомства назвала ошибку министра своим провалом, "… called the minister's mistake his failure". Russian
свой and себя are the subject's, and a verb in the past tells that the subject is a woman.
"""

from __future__ import annotations

from collections.abc import Sequence

from tqcheck.bilingual.detectors.pronouns.her_own import is_woman
from tqcheck.bilingual.english import Token, renders
from tqcheck.bilingual.pair import Doubt, Pair
from tqcheck.bilingual.russian import Word
from tqcheck.bilingual.sentence.clause_bounds import bounds
from tqcheck.bilingual.sentence.groups import Group, groups_of
from tqcheck.bilingual.sentence.nouns import cases
from tqcheck.bilingual.sentence.subjects import does
from tqcheck.bilingual.tables.persons import persons
from tqcheck.bilingual.wordlists import words

_NEAR = 4
"""Words after свой, and after "his", among which what is held stands."""

_PAST = frozenset({"VERB", "PRTS"})


def own_of_her(pair: Pair, english: Sequence[Token]) -> Doubt | None:
    """A doubt at the only "his" or "himself", where what follows or stands before it is a woman's own or done
    by her."""
    table = persons()
    his = [k for k, token in enumerate(english) if token.key in table.english["masculine"]]
    told = [token.key for token in english]
    if len(his) != 1 or told[his[0]] not in ("his", "himself"):
        return None
    if not table.english["feminine"].isdisjoint(told) or len(pair.russian) != 1:
        return None
    russian = pair.russian[0].words
    texts = {word.text.lower() for word in russian}
    if not (table.russian["masculine"] | words("he-himself")).isdisjoint(texts):
        return None
    for at, word in enumerate(russian):
        if word.pos not in _PAST or "femn" not in word.grammemes:
            continue
        woman = _woman_who(russian, at)
        if woman is not None and _is_hers(russian, at, woman, english, his[0]):
            said = f"The source speaks of a woman: {russian[woman].text}."
            return Doubt("pronoun.gender", english[his[0]].span, (russian[woman].span, word.span), said)
    return None


def _woman_who(russian: Sequence[Word], verb: int) -> int | None:
    """The woman who is the subject of a verb, where nothing else may be."""
    start, stop = bounds(russian, verb)
    found = [group for group in groups_of(russian, start, stop) if does(russian, group, verb)]
    women = [group.head for group in found if _is_woman(russian, group)]
    return women[0] if len(found) == len(women) == 1 else None


def _is_woman(russian: Sequence[Word], group: Group) -> bool:
    """Whether a subject is a woman: by herself, or by her calling with a verb in the feminine."""
    head = russian[group.head]
    if "anim" not in head.grammemes or head.lemma in words("of-either-sex"):
        return False
    return is_woman(russian, group.head) or ("masc" in head.grammemes and "nomn" in cases(head))


def _is_hers(russian: Sequence[Word], verb: int, woman: int, english: Sequence[Token], his: int) -> bool:
    """Whether "his" stands before what свой in the clause of a verb belongs to, or "himself" right after the
    verb."""
    if english[his].key == "himself":
        return his > 0 and renders(english[his - 1], russian[verb])
    start, stop = bounds(russian, verb)
    own = next((i for i in range(start, stop) if russian[i].lemma in words("own")), None)
    if own is None:
        return False
    held = [word for word in russian[own + 1 : min(stop, own + 1 + _NEAR)] if word.pos == "NOUN"]
    following = english[his + 1 : his + 1 + _NEAR]
    if any(renders(token, russian[woman]) for token in following):
        return False  # his sister sold her flat
    return any(renders(token, word) for token in following for word in held)
