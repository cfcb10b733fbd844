"""An item of a list that the English lacks, where it has the items on both sides of it next to each other, or
ends the list before it."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import partial

from tqcheck.bilingual.detectors.content.parts import says_more
from tqcheck.bilingual.english import Token, is_of_another, renders, share_of, tokens
from tqcheck.bilingual.evidence import Unit, russian_units
from tqcheck.bilingual.names.spelling import alike
from tqcheck.bilingual.pair import Doubt, Pair
from tqcheck.bilingual.renderings.counterparts import counterparts, keys
from tqcheck.bilingual.russian import QUOTES, Sentence, Word, forms
from tqcheck.bilingual.wordlists import words
from tqcheck.model import Span

RULE = "omission.list-item"

LONGEST, AROUND = 4, 6
"""Words of an item, and of what is looked at before and after it."""

FOLLOWING = 8
"""Stretches among which a list ends."""

_CASES = frozenset({"nomn", "gent", "datv", "accs", "ablt", "loct"})

Stretch = tuple[Word, ...]
Units = Sequence[tuple[Unit, bool]]


def items_kept(pair: Pair) -> Iterator[Doubt]:
    """Doubts about items between two others, about last ones, and about any of which nothing is left."""
    found = [*_inner_items(pair), *_last_items(pair)]
    yield from found
    for more in (_lone_items, _uncounted_items):
        said = {doubt.source[0] for doubt in found}
        others = [doubt for doubt in more(pair) if not any(map(doubt.source[0].overlaps, said))]
        yield from others
        found += others


def _last_items(pair: Pair) -> Iterator[Doubt]:
    """A doubt where the English has "and" between the two items before the last one, of which it has nothing,
    and no word that may render it: Дума, Совет Федерации и Генпрокуратура, "the Duma and the Federation
    Council"."""
    lists = [(sentence, three) for sentence in pair.russian for three in _ends(list(_stretches(sentence)))]
    if not lists:
        return
    both = counterparts(pair)
    english = tokens(pair)
    for sentence, (before, item, last) in lists:
        units = next(own for other, own in both.russian if other.span == sentence.span)
        first, second, lost = (_within(sentence, units, stretch) for stretch in (before, item, last))
        if both.strange or not lost or any(there or _places(english, [(unit, True)]) for unit, there in lost):
            continue
        place = _meeting(english, first, second, words("ending-items"))
        after = max(_places(english, second), default=0) + 1
        if place is None or any(token.key in words("joining-items") for token in english[after : after + 1]):
            continue
        span = Span(last[0].span.start, last[-1].span.end)
        said = f"The source lists {pair.source[span.start : span.end]}."
        yield Doubt(RULE, english[place].span, (span,), said)


def _ends(stretches: Sequence[tuple[str, Stretch]]) -> Iterator[tuple[Stretch, Stretch, Stretch]]:
    """The last two items of a list with what stands before them, its verb left out."""
    for i in range(1, len(stretches) - 1):
        (_, before), (mark, item), (following, rest) = stretches[i - 1 : i + 2]
        last = tuple(itertools.takewhile(_is_nominal, rest))
        if mark != "," or following not in words("russian-and") or not last:
            continue
        before, item = before[-AROUND:], item[:AROUND]
        if _is_item(item) and _is_item(last) and _share_case(item, before) and _share_case(last, item):
            yield before, item, last


def _inner_items(pair: Pair) -> Iterator[Doubt]:
    """A doubt for each item between two of the same case of which the English has nothing."""
    lists = [(sentence, *three) for sentence in pair.russian for three in _threes(list(_stretches(sentence)))]
    if not lists:
        return
    both = counterparts(pair)
    english = tokens(pair)
    for sentence, before, item, after in lists:
        units = next(own for other, own in both.russian if other.span == sentence.span)
        within = partial(_within, sentence, units)
        lost = within(item)
        if lost and not any(there and _has_own(english, unit, within(after)) for unit, there in lost):
            place = _meeting(english, within(before), within(after))
            if place is not None:
                span = Span(item[0].span.start, item[-1].span.end)
                said = f"The source lists {pair.source[span.start : span.end]}."
                yield Doubt(RULE, english[place].span, (span,), said)


def _lone_items(pair: Pair) -> Iterator[Doubt]:
    """A doubt for each item but the last of which the English has nothing, nor any word that could stand for
    it, where it has the next one and the last one."""
    if len(pair.russian) != 1 or len(pair.english) != 1:
        return
    [sentence] = pair.russian
    lists = list(_listed(list(_stretches(sentence))))
    english = tokens(pair)
    if not lists or _stands_for_several(pair, english):
        return
    both = counterparts(pair)
    units = both.russian[0][1]
    for item, after, last in lists:
        own = _within(sentence, units, item)
        kept = _within(sentence, units, after)
        if not own or any(there for _, there in own) or not any(there for _, there in kept):
            continue
        if not any(there for _, there in _within(sentence, units, last)):
            continue
        first = units.index(own[0])
        if both.free_for(0, first, first + len(own)) or says_more(pair):
            continue
        place = min(_places(english, [unit for unit in kept if unit[1]]), default=None)
        if place is not None:
            span = Span(item[0].span.start, item[-1].span.end)
            said = f"The source lists {pair.source[span.start : span.end]}."
            yield Doubt(RULE, english[place].span, (span,), said)


def _stands_for_several(pair: Pair, english: Sequence[Token]) -> bool:
    """Whether an English word that renders none of the Russian ones may stand for several items."""
    several = [token for token in english if token.key in words("standing-for-several")]
    return any(not any(renders(token, word) for word in pair.words) for token in several)


def _uncounted_items(pair: Pair) -> Iterator[Doubt]:
    """A doubt for each item but the last of which every English word renders another Russian one better,
    where its neighbours stand in stretches of the English that are next to each other."""
    if len(pair.russian) != 1 or len(pair.english) != 1:
        return
    lists = list(_whole_lists(list(_stretches(pair.russian[0]))))
    english = tokens(pair)
    if not lists or _stands_for_several(pair, english):
        return
    strange = {token.span for token, there in counterparts(pair).english if not there}
    parts = list(itertools.accumulate(int(_parts_list(english, at)) for at in range(len(english))))
    for items in lists:
        own = [_own_places(pair, english, item) for item in items]
        for at, item in enumerate(items[:-1]):
            after = own[at + 1]
            if own[at] or not after or (at and not own[at - 1]) or any(map(_is_abbreviation, item)):
                continue
            first = parts[min(after)]
            before = parts[max(own[at - 1])] if at else first - 1
            if first - before != 1 or not own[-1]:
                continue
            free = Counter(parts[k] for k, token in enumerate(english) if token.span in strange)
            spared = 0 if _is_quality(item) else 1
            if free[first] > spared or free[before] > (spared if at else 0):
                continue
            span = Span(item[0].span.start, item[-1].span.end)
            said = f"The source lists {pair.source[span.start : span.end]}."
            yield Doubt(RULE, english[min(after)].span, (span,), said)


def _parts_list(english: Sequence[Token], at: int) -> bool:
    """Whether a new item begins at a word: after a comma or "and", the first of both."""
    separating = words("separating-items")
    return english[at].key in separating and not (at and english[at - 1].key in separating)


def _own_places(pair: Pair, english: Sequence[Token], item: Stretch) -> list[int]:
    """Where the English has an item, in words that render no other Russian word as well."""
    others = [word for word in pair.words if word not in item]
    return [
        at
        for at, token in enumerate(english)
        for word in item
        if _may_render(token, word) and not is_of_another(token, word, others)
    ]


def _may_render(token: Token, word: Word) -> bool:
    if word.text[0].isupper() and token.text[0].isupper() and alike(token.key, word):
        return True
    return share_of(token, word) > 0 or any(
        not keys(token.text).isdisjoint(unit.keys) for unit in russian_units(word.text)
    )


def _whole_lists(stretches: Sequence[tuple[str, Stretch]]) -> Iterator[tuple[Stretch, ...]]:
    """Lists of three items or more, all nouns of one case or all adjectives, that end in "and"."""
    for start in range(len(stretches) - 2):
        if stretches[start][0] == "," or stretches[start][0] in words("russian-and"):
            continue
        following = stretches[start + 1 : start + FOLLOWING]
        inner = [item for _, item in itertools.takewhile(lambda part: part[0] == ",", following)]
        ending = following[len(inner) : len(inner) + 1]
        if not inner or not ending or ending[0][0] not in words("russian-and"):
            continue
        if all(map(_is_quality, inner)):
            first = tuple(itertools.takewhile(_describes, stretches[start][1][::-1]))[::-1]
            last = tuple(itertools.takewhile(_describes, ending[0][1]))
            if first and last:
                yield first, *inner, last
            continue
        first, last = _last_noun(stretches[start][1]), tuple(itertools.takewhile(_is_nominal, ending[0][1]))
        items = [first, *inner, last]
        if all(item and _is_item(item) for item in items) and all(_share_case(i, last) for i in items):
            yield tuple(items)


def _is_abbreviation(word: Word) -> bool:
    """Whether a word is said in full, or by another abbreviation: РФ, Russia."""
    return word.text.isupper() and len(word.text) > 1


def _is_quality(item: Stretch) -> bool:
    return all(map(_describes, item))


def _describes(word: Word) -> bool:
    return word.pos in ("ADJF", "PRTF")


def _listed(stretches: Sequence[tuple[str, Stretch]]) -> Iterator[tuple[Stretch, Stretch, Stretch]]:
    """Items of lists of three or more that end in "and", each with the next one and the last one; of what
    stands before the first one the noun that shares their case."""
    for i in range(len(stretches) - 2):
        ending = next(
            (
                k
                for k in range(i + 2, min(i + FOLLOWING, len(stretches)))
                if stretches[k][0] in words("russian-and")
            ),
            None,
        )
        marks = [mark for mark, _ in stretches[i + 1 : (ending or i) + 1]]
        goes_on = stretches[i][0] in words("russian-and") or stretches[i + 1][1][0].pos == "PRTF"
        if ending is None or goes_on or any(mark != "," for mark in marks[:-1]):
            continue
        before, after = stretches[i][1], stretches[i + 1][1][:AROUND]
        inner = stretches[i][0] == "," and _is_item(before)
        item = before if inner else _last_noun(before)
        last = tuple(itertools.takewhile(_is_nominal, stretches[ending][1]))
        if item and _is_item(item) and last and _share_case(item, after) and _share_case(item, last):
            yield item, after, last


def _last_noun(stretch: Stretch) -> Stretch:
    """The noun that ends a stretch, with the adjectives before it."""
    if stretch[-1].pos != "NOUN":
        return ()
    start = len(stretch) - 1
    while start and stretch[start - 1].pos in ("ADJF", "PRTF", "NUMR", "NUMB"):
        start -= 1
    return stretch[start:]


def _stretches(sentence: Sentence) -> Iterator[tuple[str, Stretch]]:
    """What stands between commas and "and", with the mark before it ("" at the beginning); quotation marks
    part nothing."""
    mark, found = "", list[Word]()
    for word in sentence.words:
        if word.text in QUOTES:
            continue
        if word.pos == "PNCT" or word.lemma in words("russian-and"):
            if found:
                yield mark, tuple(found)
            mark, found = (word.lemma if found or not mark else f"{mark} {word.lemma}"), []
        else:
            found.append(word)
    if found:
        yield mark, tuple(found)


def _threes(stretches: Sequence[tuple[str, Stretch]]) -> Iterator[tuple[Stretch, Stretch, Stretch]]:
    """Items after a comma with what stands before and after them, where they are items of one list that ends
    in "and"."""
    for i in range(1, len(stretches) - 1):
        (_, before), (mark, item), (following, after) = stretches[i - 1 : i + 2]
        ends = any(m in words("russian-and") for m, _ in stretches[i + 1 : i + FOLLOWING])
        if mark == "," and (following == "," or following in words("russian-and")) and ends:
            around = before[-AROUND:], after[:AROUND]
            if _is_item(item) and _share_case(item, around[0]) and _share_case(item, around[1]):
                yield around[0], item, around[1]


def _is_item(item: Stretch) -> bool:
    """Whether it is a short group about a noun, without a preposition, a verb or a particle."""
    return len(item) <= LONGEST and all(map(_is_nominal, item)) and any(word.pos == "NOUN" for word in item)


def _is_nominal(word: Word) -> bool:
    return word.pos in ("NOUN", "ADJF", "PRTF", "NUMR", "NUMB", "LATN")


def _share_case(item: Stretch, other: Stretch) -> bool:
    """Whether the first noun of an item may have the case of a noun nearby."""
    first = next(word for word in item if word.pos == "NOUN")
    return any(_cases(first) & _cases(word) for word in other if word.pos == "NOUN")


def _cases(noun: Word) -> frozenset[str]:
    """The cases it may stand in: any, of a word that no dictionary has."""
    return frozenset(case for case, _ in forms(noun.text)) or _CASES


def _within(sentence: Sentence, units: Units, stretch: Stretch) -> Units:
    """The units of a stretch."""
    start = sentence.span.start
    first, end = stretch[0].span.start - start, stretch[-1].span.end - start
    return [unit for unit in units if first <= unit[0].start and unit[0].end <= end]


def _has_own(english: Sequence[Token], unit: Unit, others: Units) -> bool:
    """Whether English words render a unit that are not all needed for the next item: in "air defence army",
    army is no army corps."""
    own = _places(english, [(unit, True)])
    theirs = [_places(english, [other]) for other in others]
    return not own or len(own) > sum(bool(places) and places <= own for places in theirs)


def _meeting(
    english: Sequence[Token], before: Units, after: Units, joining: AbstractSet[str] | None = None
) -> int | None:
    """The first English word of what renders `after`, where what renders `before` stands next to it."""
    first, second = _places(english, before), _places(english, after)
    last = _places(english, before[-1:])
    for place in sorted(second - first):
        previous = place - 1
        while previous >= 0 and english[previous].key in words("between-items"):
            previous -= 1
        joined = {token.key for token in english[previous + 1 : place]} & (joining or words("joining-items"))
        if previous in first and (previous not in second or previous in last) and joined:
            return place
    return None


def _places(english: Sequence[Token], units: Units) -> set[int]:
    return {
        k
        for k, token in enumerate(english)
        if (token.is_word or token.text.isdigit())
        and any(not keys(token.text).isdisjoint(unit.keys) for unit, _ in units)
    }
