"""Whose act it is and against whom: жалоба губернатора на журналистов, the journalists' complaint."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tqcheck.bilingual.pair import Doubt, Pair
from tqcheck.bilingual.renderings.rendered import Rendered, renderings
from tqcheck.bilingual.russian import Word
from tqcheck.bilingual.sentence.nouns import cases
from tqcheck.bilingual.tables.measures import is_of_time, russian_unit
from tqcheck.bilingual.wordlists import words
from tqcheck.model import Span

RULE = "role.holder"
HOLDS = 3
"""English words from a holder to what is held."""

AFTER = 8
"""English words after that among which the other one stands."""


@dataclass(frozen=True, slots=True)
class Frame:
    """An act, whose it is, and whom it is done to or about; nobody, where the Russian tells one of them."""

    act: Word
    holder: Word | None
    other: Word


def holders_kept(pair: Pair) -> Iterator[Doubt]:
    """A doubt where the English gives an act to the one whom it is done to."""
    for sentence in pair.russian:
        frames = list(_frames(sentence.words))
        for english in renderings(pair) if frames else ():
            for frame in frames:
                if span := _turned(english, frame):
                    told = [word.span for word in (frame.act, frame.holder, frame.other) if word]
                    yield Doubt(RULE, span, tuple(sorted(told)))
                    return


def _frames(sentence: Sequence[Word]) -> Iterator[Frame]:
    telling = [word for word in sentence if word.text not in '«»"“”„']
    for i, act in enumerate(telling):
        if act.pos != "NOUN":
            continue
        at = _next_noun(telling, i + 1)
        if at is None or "gent" not in cases(telling[at]) | _unknown(telling[at]):
            continue
        first = telling[at]
        if act.lemma in words("done-to") and not any("ablt" in cases(w) for w in telling if w.pos == "NOUN"):
            yield Frame(act, None, first)
        if at + 1 < len(telling) and (found := _second(telling, at + 1)):
            second, is_doer = found
            yield Frame(act, second, first) if is_doer else Frame(act, first, second)


def _second(telling: Sequence[Word], at: int) -> tuple[Word, bool] | None:
    """The second one of a frame, and whether it is the doer: критика Байдена со стороны республиканцев."""
    word, following = telling[at], telling[at + 1 : at + 2]
    pair = " ".join(w.text.lower() for w in (word, *following))
    step = 2 if pair in ("в адрес", "со стороны") else 1 if word.text.lower() in words("aimed") else 0
    if step == 0 and not (word.pos == "NOUN" and "datv" in cases(word) and "gent" not in cases(word)):
        return None
    place = _next_noun(telling, at + step)
    if place is None or _is_time(telling[place]):
        return None
    return telling[place], pair == "со стороны"


def _is_time(word: Word) -> bool:
    """Whether it is a time: бюджет на будущий год, "next year's budget"."""
    return is_of_time(russian_unit(word.text.lower()))


def _next_noun(telling: Sequence[Word], at: int) -> int | None:
    """The noun that stands next, after adjectives of it."""
    for place in range(at, min(at + HOLDS, len(telling))):
        if telling[place].pos == "NOUN":
            return place
        if telling[place].pos not in ("ADJF", "PRTF"):
            return None
    return None


def _unknown(word: Word) -> frozenset[str]:
    """A name that no dictionary has may stand in any case."""
    return frozenset() if cases(word) else frozenset({"gent"})


def _turned(english: Rendered, frame: Frame) -> Span | None:
    """Where the English gives an act to the other one."""
    turned = _done_by if frame.holder is None else _owned_by
    for act in english.standing(frame.act.text):
        if place := turned(english, frame, act):
            return english.between(*place)
    return None


def _done_by(english: Rendered, frame: Frame, act: int) -> tuple[int, int] | None:
    """The act, and the other one after a "by"."""
    other = english.standing(frame.other.text)
    if "by" not in english.words[act + 1 : act + 3]:
        return None
    by = [place for place in _after(english, act) if place in other]
    by = [place for place in by if "by" in english.words[act + 1 : place][-3:]]
    return (act, max(place for place in by if place <= by[0] + 1)) if by else None


def _owned_by(english: Rendered, frame: Frame, act: int) -> tuple[int, int] | None:
    """The other one as the owner of the act, and the holder after it."""
    other = english.standing(frame.other.text)
    holder = english.standing(frame.holder.text) if frame.holder else {}
    after = _after(english, act)
    owners = [place for place in other if place < act <= place + HOLDS and _owns(english, place)]
    following = [place for place in after if place in holder]
    held = any(act - HOLDS <= place < act for place in holder) or any(place in other for place in after)
    return (owners[0], following[0]) if owners and following and not held else None


def _after(english: Rendered, act: int) -> range:
    """The places after an act among which the other one stands."""
    return range(act + 1, min(act + 1 + AFTER, len(english.words)))


def _owns(english: Rendered, place: int) -> bool:
    """Whether a word is a possessive."""
    word = english.words[place]
    following = english.words[place + 1 : place + 2]
    return word.endswith(("'s", "’s")) or (word.endswith("s") and following in (["'"], ["’"]))
