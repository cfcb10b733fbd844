"""Two sentences joined by a comma: "The owner beat the guest, he went home". Part of the check of word order.

Only where both sides are clauses beyond doubt: the left one has a finite verb, and nothing in it that makes
it depend on the right one; the right one begins with its subject and its verb. Speech is let be, and so is a
series that ends in "and", and the English contrast "was not this, it was that".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import pairwise

from tqcheck.checks.coded import Spot
from tqcheck.entities import Store
from tqcheck.model import Document, SegmentKind, Span
from tqcheck.rulebook.tokens import QUOTE, tokens_of

RULE = "syntax.comma-splice-clause"
_LEFT = 3
"""Words of the left clause, at least: a shorter one is an aside."""
_SUBJECT = 12
"""Words of the right clause's subject, at most."""
_MOST = 2
_ENDS = frozenset(":;?!–—-()…")
_ANSWERS = (("best", "worst"), ("first", "second"), ("former", "latter"), ("one", "other"))
"""What English sets against each other by a comma alone: "The first is love, the second is duty"."""
_HABIT = 6
"""How far behind the verb an aside may end: "she used to say,", "he would later like to recall,"."""
_IS = frozenset({"are", "is", "was", "were"})
_BALANCED = 4
"""Words of either side, at most, where two short clauses with "is" are in balance: "Spirits were brave, the
stakes were high"."""


class Splices:
    """Commas between two main clauses."""

    def __init__(self, store: Store) -> None:
        self._store = store

    @cached_property
    def _words(self) -> Mapping[str, frozenset[str]]:
        lists = self._store.part("words")
        return {name: frozenset(words) for name, words in lists.items()}

    def __call__(self, document: Document) -> Iterator[Spot]:
        for segment in document.segments():
            start, end = segment.span.start, segment.span.end
            if segment.kind is SegmentKind.HEADLINE or ", " not in document.prose[start:end]:
                continue
            tokens = tokens_of(document.prose, start, end)
            if last := self._splice(tokens.keys):
                comma, verb = last
                place = Span(tokens.starts[comma], tokens.ends[verb])
                yield Spot(RULE, place, (f";{document.prose[place.start + 1 : place.end]}",))

    def _splice(self, keys: Sequence[str]) -> tuple[int, int] | None:
        """The comma and the verb after it, if the sentence has one such place, or two of which the first is
        where an introduction ends."""
        if "," not in keys or QUOTE in keys:
            return None
        words = self._words
        commas = [at for at, key in enumerate(keys) if key == ","]
        found = [(comma, verb) for comma in commas if (verb := self._verb_after(keys, comma))]
        if not found or len(found) > _MOST:
            return None
        begin = 0 if self._stands_alone(keys) else commas[0] + 1
        no_clause = words["splice-absolute"] | words["splice-inverted"]
        if begin and (keys[0] in words["splice-clause"] or keys[begin] in no_clause):
            return None
        if found[:-1] and found[0][0] + 1 != begin:
            return None
        comma, verb = found[-1]
        if not self._is_clause(keys[begin:comma]) or self._is_meant(keys, begin, comma, verb):
            return None
        return None if any(self._is_aside(keys, *place) for place in found) else (comma, verb)

    def _is_meant(self, keys: Sequence[str], begin: int, comma: int, verb: int) -> bool:
        """Whether English, too, has but a comma there: in a series, a contrast, two sides in balance."""
        if _is_answered(keys, comma) or _is_balanced(keys, begin, comma, verb):
            return True
        return not self._words["splice-series"].isdisjoint(_after_commas(keys[verb:]))

    def _stands_alone(self, keys: Sequence[str]) -> bool:
        """Whether the sentence begins with a subject, not with what may hang on a later one."""
        first = keys[0]
        if first in self._words["splice-link"] and keys[1] == ",":
            return False
        return first not in self._words["splice-opening"] and not first.endswith(("ing", "ed"))

    def _is_clause(self, left: Sequence[str]) -> bool:
        words = self._words
        if len(left) < _LEFT or not _ENDS.isdisjoint(left) or left[-1] in words["splice-said"]:
            return False
        if left[-1] in _IS or left[-1] in words["splice-abridged"]:
            return False  # "The trick is, the", "in both towns, i.e., it"
        last = left[len(left) - left[::-1].index(",") :] if "," in left else left
        inverted = last is not left and not words["splice-inverted"].isdisjoint(last[:1])
        if inverted or last[:2] in (["each", "time"], ["every", "time"]):
            return False
        if self._ends_in_opening(left):
            return False  # "the town was poor and, moreover"
        joints = [at for at, key in enumerate(left) if key in words["splice-joint"]]
        if joints and not self._has_verb(left[joints[-1] :]):
            return False  # "the town was poor but, in the end"
        for before, key in pairwise(["", *left]):
            shown = key == "that" and before in words["front-lead"]
            granted = key == "given" and before in words["splice-be"]
            if key in words["splice-dependent"] and not shown and not granted:
                return False
        return self._has_verb(left)

    def _ends_in_opening(self, left: Sequence[str]) -> bool:
        """Whether the left clause ends in what the right one begins with: "and, in fact", "and by 1918"."""
        return any(self._is_opening(left[at + 1 :]) for at, key in enumerate(left[:-1]) if key == "and")

    def _is_opening(self, rest: Sequence[str]) -> bool:
        """Whether the words behind an "and" are no clause, but begin one: "in fact", "by cutting costs"."""
        by_doing = rest[0] == "by" and rest[1:] and rest[1].endswith("ing")
        if not by_doing and self._has_verb(rest):
            return False
        opening = rest[0] in self._words["splice-opening"] | self._words["splice-joined-opening"]
        return rest[0] == "," or opening or (len(rest) == 1 and rest[0].endswith("ly"))

    def _is_aside(self, keys: Sequence[str], comma: int, verb: int) -> bool:
        """ "a war, it was claimed, that", "it was staged, the historians have proved": only who says so."""
        said, told = keys[verb + 1 : verb + 3], self._words["splice-told"]
        if said[0] == ",":
            return True  # "simple, the idea is, it calls itself"
        if self._is_habit(keys, verb):
            return True
        if keys[comma + 1] == "it":
            return keys[verb] in told or not told.isdisjoint(said)
        return said[0] in told and said[1:] in ([","], ["."])

    def _is_habit(self, keys: Sequence[str], verb: int) -> bool:
        """ "the siege, she used to say, that": what somebody would say, up to the next comma."""
        ends = [at for at in range(verb + 1, min(verb + _HABIT, len(keys))) if keys[at] == ","]
        return bool(ends) and keys[ends[0] - 1] in self._words["splice-saying"]

    def _has_verb(self, left: Sequence[str]) -> bool:
        """Whether a finite verb stands after the first word."""
        words = self._words
        certain = words["splice-verb"] | words["splice-past"]
        told = words["splice-present"] | words["front-event"]
        for before, key, after in zip(left, left[1:], left[2:], strict=False):
            if key in certain:
                return True
            past = (key.endswith("ed") or key in words["front-past"]) and after in words["front-determiner"]
            if (key in told or past) and before not in words["splice-determiner"] and before != "by":
                return True  # not "their lives", "by means of"
        return False

    def _verb_after(self, keys: Sequence[str], comma: int) -> int | None:
        """Where the finite verb of a clause stands that begins right after the comma."""
        words = self._words
        at = self._after_subject(keys, comma + 1)
        while (
            at is not None and at < len(keys) and (keys[at] in words["front-adverb"] or keys[at][-2:] == "ly")
        ):
            at += 1
        if at is None or at + 1 >= len(keys):
            return None
        if keys[at] in words["front-spoken"] or keys[at] in words["splice-said"]:
            return None
        acting = keys[at - 1] in words["splice-pronoun"] or self._is_deed(keys, at)
        past = words["front-past" if acting else "splice-past"]
        if keys[at - 1].isdigit() and keys[at] == "bit":
            return None  # "the 36-bit machine"
        finite = keys[at] in words["splice-verb"] or keys[at] in past
        return at if finite and keys[at + 1] not in words["splice-no-verb"] else None

    def _after_subject(self, keys: Sequence[str], at: int) -> int | None:
        """The first token after a pronoun or a short noun phrase that begins at `at`."""
        words = self._words
        if tuple(keys[at : at + 2]) == ("at", "night"):
            at += 2
        if at + 1 >= len(keys):
            return None
        if keys[at] in words["splice-pronoun"]:
            return at + 1
        plural = keys[at].isalpha() and keys[at][-1] == "s" and keys[at] not in words["splice-no-plural"]
        if plural and keys[at + 1] in words["splice-plural-verb"]:
            return at + 1  # "thunderstorms are also possible"
        if keys[at] not in words["splice-article"] and not keys[at].isdigit():
            return None
        for end in range(at + 1, min(at + _SUBJECT, len(keys))):
            key = keys[end]
            if key in words["splice-verb"] or key in words["splice-past"] or self._is_deed(keys, end):
                return end if end > at + 1 and keys[end - 1] not in words["splice-no-subject"] else None
            if key in words["front-lead"] or (key in words["front-stop"] and key != "than"):
                return None
            if not key[0].isalnum():
                return None
            opens = key in words["splice-determiner"]
            if opens and keys[end - 1] not in words["splice-before-determiner"]:
                return None  # "two dates, the date | the address was"
        return None

    def _is_deed(self, keys: Sequence[str], at: int) -> bool:
        """Whether the word at `at` is what somebody did: "the man | noticed movement", "the firm | bought the
        plant", unlike "the man | noticed by police"."""
        words = self._words
        if keys[at] not in words["front-past"] or at + 1 >= len(keys):
            return False
        after = keys[at + 1]
        if after in words["front-determiner"]:
            return True
        no_object = words["front-lead"] | words["front-stop"] | words["splice-verb"]
        return keys[at - 1] in words["splice-person"] and after.isalpha() and after not in no_object


def _is_answered(keys: Sequence[str], comma: int) -> bool:
    """Whether the sides are set against each other: "The first is love, the second is duty", "The older one
    is, the wiser is"."""
    if keys[0] == "however" and keys[1] != ",":
        return True  # "However he did it, it was clever"
    if keys[0] in ("one", "some") and keys[comma + 1] in ("others", "the"):
        return keys[comma + 1] == "others" or keys[comma + 2] in ("other", "others")
    if keys[0] != "the" or keys[comma + 1] != "the" or comma + 2 >= len(keys):
        return False
    one, other = keys[1], keys[comma + 2]
    return (one, other) in _ANSWERS or all(
        key.endswith("er") or key in ("more", "less") for key in (one, other)
    )


def _is_balanced(keys: Sequence[str], begin: int, comma: int, verb: int) -> bool:
    """Whether both sides are short and say what something is, begin alike, or the right one but "is not":
    "They had peace, they had time", "The pen is red, the words are not"."""
    left, right = keys[begin:comma], keys[comma + 1 :]
    if list(left[: verb - comma]) == list(keys[comma + 1 : verb + 1]):
        return True
    if keys[verb + 1 :] == ["not", "."] or keys[verb + 1 :] == ["not"]:
        return True
    end = next((at for at, key in enumerate(right) if key in (",", ".")), len(right))
    short = len(left) <= _BALANCED and end <= _BALANCED
    return short and keys[verb] in _IS and right[0] == "the" and not _IS.isdisjoint(left)


def _after_commas(keys: Sequence[str]) -> Iterator[str]:
    """The words that follow commas."""
    return (keys[at + 1] for at, key in enumerate(keys[:-1]) if key == ",")
