"""Verbs that follow a fronted place, time or matter: one sentence read. Part of the check of word order.

What stands before the verb is read as a chain of phrases, each a preposition with its noun phrase, or a time.
Only where none of them can hold a subject, and the clause has no other finite verb, is the verb out of place.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tqcheck.checks.coded import Spot
from tqcheck.model import Span
from tqcheck.rulebook.tokens import QUOTE, Tokens

_LONGEST = 30
"""Tokens before the verb, at most."""
_LONGEST_QUOTATION = 14
_WITHIN_NAMES = frozenset((QUOTE, "and", "or", "'s", "."))
_MARKS = frozenset(",")
_ENDS = frozenset(",;:–—-()?!.")


class Sentence:
    """A sentence that begins with a preposition or a time, read from the left."""

    def __init__(self, tokens: Tokens, words: Mapping[str, frozenset[str]], headline: bool) -> None:
        self.tokens = tokens
        self.keys = tokens.keys
        self.words = words
        self.headline = headline

    def spot(self) -> Spot | None:
        """The verb that is out of place, if there is one."""
        at = self._verb()
        if at is None:
            return None
        last = at + self._length(at)
        rule = self._rule(at)
        if rule is None or not self._is_only_verb(last):
            return None
        return Spot(rule, Span(self.tokens.starts[at], self.tokens.ends[last - 1]))

    def _verb(self) -> int | None:
        """Where the first verb stands, if what is before it is a chain of phrases without a subject."""
        group = [0]
        groups = [group]
        at = 3 if self.keys[0].isdigit() else 1  # "20 years ago"
        while at < min(len(self.keys), _LONGEST):
            key = self.keys[at]
            if key == QUOTE:
                close = self._close(at)
                if close is None:
                    return None
                group.append(at)
                at = close + 1
                continue
            if self._starts_verb(at):
                last = groups[-1]
                return at if all(self._has_no_subject(g, last=g is last) for g in groups) else None
            if key == "." and self.keys[at - 1] == "st":
                pass
            elif key in _ENDS and key not in _MARKS:
                return None
            elif key in _MARKS or key == "of" or self._leads(at):
                group = [at]
                groups.append(group)
            elif key in self.words["stop"] and key not in ("and", "or"):
                return None
            else:
                group.append(at)
            at += 1
        return None

    def _leads(self, at: int) -> bool:
        """Whether a phrase begins here: a preposition, or "as" of "as a result of"."""
        return self.keys[at] in self.words["lead"] or (
            self.keys[at] == "as" and self.keys[at + 1 : at + 4] == ["a", "result", "of"]
        )

    def _close(self, at: int) -> int | None:
        found = self.keys[at + 1 : at + 1 + _LONGEST_QUOTATION]
        return at + 1 + found.index(QUOTE) if QUOTE in found else None

    def _starts_verb(self, at: int) -> bool:
        """Whether a finite verb stands here: one of the lists, where no adjective could stand."""
        key = self.keys[at]
        words = self.words
        if key in words["aux"]:
            return self.tokens.raw(at).islower() and self._auxiliary(at)
        if self.headline and key in words["doing"] and self.keys[at - 1] not in _MARKS:
            object_follows = not words["doing-object"].isdisjoint(self.keys[at + 1 : at + 2])
            return object_follows and not self._within_phrase(at)  # "In Tver preparing to"
        past = key in words["past"] or key in words["speech"]
        if not past and not (self.headline and key in words["present"]):
            return False
        if not self.headline and key in words["inverting"]:
            return False
        if self.tokens.raw(at)[:1].isupper() or self._joined(at):
            return False
        return not self._within_phrase(at)

    def _within_phrase(self, at: int) -> bool:
        """Whether what stands before asks for a noun."""
        previous = self.keys[self._before(at)]
        if previous in self.words["determiner"] or previous in self.words["adjective"]:
            return True
        return previous in self.words["lead"] or previous in ("of", "and", "or", "'s")

    def _joined(self, at: int) -> bool:
        return at in self.tokens.joined or at + 1 in self.tokens.joined

    def _auxiliary(self, at: int) -> bool:
        """ "will open", "has begun", "are being held", not "is a": that order is English too."""
        following = self.keys[at + 1] if at + 1 < len(self.keys) else ""
        key = self.keys[at]
        if key == "will":
            return following.isalpha() and following not in self.words["no-object"]
        if key in ("has", "have", "had"):
            return following in self.words["past"] or following in self.words["perfect"]
        if key in ("can", "may", "must", "should") and self.headline:
            following = self.keys[min(self._after(at + 1), len(self.keys) - 1)]
            return following.isalpha() and following not in self.words["no-object"]
        if key in ("is", "are", "was", "were") and self.headline:
            participle = following in self.words["past"] or following in self.words["participle"]
            return participle or following.endswith("ing")
        return False

    def _before(self, at: int) -> int:
        """The token before, adverbs passed over."""
        at -= 1
        while at > 0 and (self.keys[at] in self.words["adverb"] or self.keys[at].endswith("ly")):
            at -= 1
        return at

    def _after(self, at: int) -> int:
        """The token from `at` on, adverbs passed over; may be past the last."""
        while at < len(self.keys) and (
            self._is_adverb(at) or self.keys[at].endswith("ly") or self.keys[at] == "not"
        ):
            at += 1
        return at

    def _has_no_subject(self, group: Sequence[int], last: bool) -> bool:
        """Whether a preposition, a comma or a time with what follows it is no more than that."""
        head = self.keys[group[0]]
        rest = [at for at in group[1:] if not self._is_adverb(at)]
        if head == "," or head in self.words["time"] or head.isdigit():
            return not rest
        article = bool(rest) and self.keys[rest[0]] in self.words["article"]
        if any(self.keys[at] in self.words["article"] for at in rest[1:]):
            return False
        while rest and self._is_modifier(rest[0]):
            rest = rest[1:]
        genitive = head == "of"
        return not rest or self._is_one_noun_phrase(rest, article, genitive, actor=genitive and not last)

    def _is_adverb(self, at: int) -> bool:
        return self.keys[at] in self.words["adverb"]

    def _is_modifier(self, at: int) -> bool:
        key = self.keys[at]
        listed = key in self.words["determiner"] or key in self.words["adjective"]
        return listed or key[0].isdigit() or (key.endswith("est") and self.tokens.raw(at).islower())

    def _reads_as_adjective(self, key: str) -> bool:
        return key.endswith(tuple(self.words["adjective-end"])) and key not in self.words["noun"]

    def _is_one_noun_phrase(self, phrase: Sequence[int], article: bool, genitive: bool, actor: bool) -> bool:
        """Whether the words are one noun phrase. `actor`: it may name someone, since it cannot be the subject
        ("the meeting of the FIFA Council in Bogota")."""
        keys = [self.keys[at] for at in phrase]
        capital = [self.tokens.raw(at)[:1].isupper() for at in phrase]
        words = self.words
        actor = (actor and capital[-1]) or keys[-1] in words["gathering"]  # "the UN Security Council meeting"
        for i, key in enumerate(keys[1:], 1):
            before = keys[i - 1]
            inside = i + 1 < len(keys) and capital[i] and capital[i + 1]  # "the State Council Presidium"
            if key in words["someone"] and not (inside or actor):
                return False
            if key in words["name"] and before != "st":
                return False
            placed = before in words["named"]  # "the river Lena"
            if capital[i] and not (capital[i - 1] or placed or before in _WITHIN_NAMES):
                return False
        if len(keys) == 1 or QUOTE in keys:
            return True
        plural = keys[-1].endswith("s") and not keys[-1].endswith(("ss", "us", "is"))
        compound = not all(map(self._reads_as_adjective, keys[:-1]))
        if plural and compound and not capital[-1] and not genitive:
            return False
        if article or not capital[0]:
            return True
        if capital[-1]:
            return keys[0] in words["place-first"] or keys[-1] in words["place-noun"] or "and" in keys
        return keys[-1] in words["place-noun"]

    def _length(self, at: int) -> int:
        """How many tokens the verb has."""
        if self.keys[at] in self.words["aux"]:
            return 3 if self.keys[at + 1 : at + 2] in (["be"], ["been"], ["being"]) else 2
        return 1

    def _rule(self, at: int) -> str | None:
        """The rule for the verb, by what follows it; None where it may be a participle."""
        key = self.keys[at]
        if key in self.words["aux"]:
            return "syntax.fronted-auxiliary"
        if key in self.words["doing"]:
            return "syntax.fronted-verb-object"
        after = self._after(at + 1)
        if after >= len(self.keys):
            return None
        following = self.keys[after]
        if key in self.words["speech"]:
            return "syntax.fronted-verb-object" if following in self.words["content"] else None
        if key in self.words["event"]:
            return None if following in _ENDS or following == "by" else "syntax.fronted-verb-subject"
        if following in _ENDS or following in self.words["no-object"]:
            return None
        near = range(after, min(after + 3, len(self.keys)))
        if any(self.tokens.raw(n) in self.words["time-noun"] for n in near):  # not "the Day of the Navy"
            return None
        return "syntax.fronted-verb-object"

    def _is_only_verb(self, after: int) -> bool:
        """Whether no other finite verb stands in the clause, whose subject could have come first."""
        keys, words = self.keys, self.words
        subordinate = False
        for key in keys[after:]:
            if key in _ENDS:
                break
            if key in words["relative"]:
                subordinate = True
            if not subordinate and (key in words["aux"] or key in words["finite"]):
                return False
        return True
