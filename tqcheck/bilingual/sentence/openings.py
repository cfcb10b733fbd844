"""What a Russian clause begins with: the nouns before its verb, what is parted from it by a clause between
commas and the items of a list among them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tqcheck.bilingual.russian import Word
from tqcheck.bilingual.sentence.clause_bounds import bounds
from tqcheck.bilingual.sentence.groups import Group, groups_of
from tqcheck.bilingual.wordlists import words as word_list

_ASIDE = frozenset({"ADVB", "PRCL", "CONJ", "COMP", "PRED", "INTJ"})
"""Parts of speech of what a writer puts in between commas: скорее всего, видимо."""

_ITEMS = 4
"""Items of the longest list before a verb."""


def nouns_before(words: Sequence[Word], start: int, verb: int) -> list[Group] | None:
    """The nouns of a clause from its beginning up to its verb, which stand in a stretch that begins at
    `start`; None where what stands before that may belong to the clause, too."""
    found = list(groups_of(words, start, verb))
    for _ in range(_ITEMS):
        if _begins(words, start):
            return _agreed(words, found)
        if words[start - 1].text != ",":
            return None
        inner = _inserted(words, start - 1)
        stop = start - 1 if inner is None else inner
        start, _ = bounds(words, stop)
        before = list(groups_of(words, start, stop))
        if any(map(_may_belong, before)) or (inner is None and not _is_list(before, found)):
            return None
        found = before + found
    return None


def _agreed(words: Sequence[Word], groups: Sequence[Group]) -> list[Group]:
    """The groups, those that "и" joins in the cases that both can stand in: Москву и Тверь."""
    made = list(groups)
    for k in range(1, len(made)):
        one, other = made[k - 1], made[k]
        opens = min((*other.named, *other.belonging))
        if one.governed or other.governed or not opens or words[opens - 1].text != "и":
            continue
        cases = {case for case, _ in one.can_be} & {case for case, _ in other.can_be}
        if cases:
            made[k - 1] = _within(one, cases)
            made[k] = _within(other, cases)
    return made


def _within(group: Group, cases: set[str]) -> Group:
    """A group that can only stand in some cases."""
    return replace(group, can_be=frozenset(own for own in group.can_be if own[0] in cases))


def _begins(words: Sequence[Word], start: int) -> bool:
    """Whether a stretch is the beginning of a clause, and no item of a list nor what a verb before shares."""
    return not start or words[start - 1].text.lower() in word_list("russian-beginning")


def _inserted(words: Sequence[Word], end: int) -> int | None:
    """The comma before a relative or participial clause that ends at another comma."""
    comma = next((i for i in range(end - 1, 0, -1) if words[i].text == ","), None)
    if comma is None or comma + 2 > end:
        return None
    if all(word.pos in _ASIDE for word in words[comma + 1 : end]):
        return comma  # виновниками, скорее всего, признают
    if comma + 2 == end:
        return None
    opens = words[comma + 1 : comma + 3]
    if opens[0].pos == "PREP":
        opens = opens[1:]
    relative = opens[0].lemma in ("который", "где", "куда", "откуда", "чей")
    return comma if relative or opens[0].pos == "PRTF" else None


def _may_belong(group: Group) -> bool:
    """Whether a noun may be in the genitive, and belong to another one: области, компании."""
    return group.stands_in("gent") and not group.stands_in("accs")


def _is_list(before: Sequence[Group], found: Sequence[Group]) -> bool:
    """Whether one noun before a comma and the one after it are items of a list in the same case, and surely
    no subjects."""
    if len(before) != 1 or not found or before[0].governed or found[0].governed:
        return False
    cases = {case for case, _ in before[0].can_be} & {case for case, _ in found[0].can_be}
    return bool(cases) and cases <= {"datv", "accs", "gent"}
