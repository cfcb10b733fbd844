"""Which suggestion of a finding is safe to put in unseen, and what that does to the words beside it.

Safe means: the rule is sure, one suggestion, and the sentence around it stays sound, as far as the forms of
its words tell. What is not safe says why.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from tqcheck.fix.grammar import WORD, agrees, governs_otherwise, is_determiner, is_negated, lemmas, tags
from tqcheck.model import Confidence, Document, Finding, Span
from tqcheck.rulebook.articles import with_article
from tqcheck.writers.changes import can_stand

_UNATTENDED = Path(__file__).parent / "data" / "unattended.tsv"
_QUOTES = '"“”«»„'
_DIGIT = re.compile(r"\d")
_BREAK = re.compile(r"[ \t]*(?:\r\n?|\n)[ \t]*")


class Why(StrEnum):
    """Why a finding is left to an editor, as told after their number: "5 with several suggestions"."""

    NO_SUGGESTION = "without a suggestion"
    SEVERAL = "with several suggestions"
    UNSURE = "not sure enough"
    REWRITE = "where more than the words found must change"
    GRAMMAR = "where the grammar around is unclear"
    DOUBLED = "where a word would be doubled"
    MARKUP = "with markup or a line break inside"
    LOST = "where a number, a quotation mark or a “not” would be lost"
    OVERLAP = "overlapping another fix"
    BASELINE = "in the baseline"
    NEW_FINDING = "where the result would be flagged"
    UNWRITTEN = "where the file could not be written"


@dataclass(frozen=True, slots=True)
class Edit:
    """Other words for a stretch of a document's text, on account of a finding."""

    span: Span
    text: str
    finding: Finding


def choose(document: Document, finding: Finding, *, unsafe: bool = False) -> Edit | Why:
    """The edit that is safe unseen. `unsafe`: the first of several will do, and medium confidence."""
    if not finding.suggestions:
        return Why.NO_SUGGESTION
    if not unsafe and len(finding.suggestions) > 1:
        return Why.SEVERAL
    if finding.confidence.rank < (Confidence.MEDIUM if unsafe else Confidence.HIGH).rank:
        return Why.UNSURE
    if finding.rule in rewrites():
        return Why.REWRITE
    return _Place(document, finding.span).edit(finding, finding.suggestions[0])


def put(document: Document, finding: Finding, words: str) -> Edit:
    """The edit that an editor asked for: the words as they are, but for the article before them."""
    return _Place(document, finding.span).with_article(finding, words)


@cache
def rewrites() -> dict[str, str]:
    """Rules whose suggestion is never put in unseen, each with the reason."""
    lines = _UNATTENDED.read_text("utf-8").splitlines()
    return dict(line.split("\t", 1) for line in lines if line and not line.startswith("#"))


class _Place:
    """Where words are to be put: their sentence, and what stands beside them in it."""

    def __init__(self, document: Document, span: Span) -> None:
        self.document, self.span = document, span
        self.segment = document.segment_before(span.start)
        self.found = document.text[span.start : span.end]
        inside = self.segment.span if self.segment else span
        self.left = document.prose[min(inside.start, span.start) : span.start]
        self.right = document.prose[span.end : max(inside.end, span.end)]

    def edit(self, finding: Finding, words: str) -> Edit | Why:
        """The edit, if all that can be told from the words speaks for it; they stay as reported."""
        if self.segment is None or not self.segment.span.contains(self.span):
            return Why.MARKUP
        if self.document.prose[self.span.start : self.span.end] != self.found:
            return Why.MARKUP
        by_wording = finding.check == "rulebook"
        if by_wording:
            if loses(self.found, words):
                return Why.LOST
            if not agrees(self.found, words, WORD.findall(self.left)[-3:]) or self._wants_article(words):
                return Why.GRAMMAR
        if governs_otherwise(self.found, words, WORD.findall(self.right)[:1]):
            return Why.GRAMMAR
        wrapped = self._wrapped(words)
        if wrapped is None:
            return Why.MARKUP
        if by_wording and self._doubles(wrapped):
            return Why.DOUBLED
        edit = self.with_article(finding, wrapped)
        return edit if can_stand(self.document, edit.span, edit.text) else Why.MARKUP

    def with_article(self, finding: Finding, words: str) -> Edit:
        """The edit, with an "a" or "an" before it that fits its first word."""
        reach, text = with_article(self.left, self.found, words)
        return Edit(Span(self.span.start - reach, self.span.end), text, finding)

    def _wants_article(self, words: str) -> bool:
        """Whether the article that the found words had is lost before a noun that needs it."""
        old, new = WORD.findall(self.found), WORD.findall(words)
        after = re.match(r"[ \t]+([a-z]+)\b", self.right)
        dropped = (
            old[:1] and old[0].lower() == "the" and new and new[0].islower() and not is_determiner(new[0])
        )
        return bool(dropped and after and tags(after[1]) and tags(after[1]) <= {"NN", "NNS", "VB", "VBP"})

    def _wrapped(self, words: str) -> str | None:
        """With the line break that the found words had, at the last space; None if it has no place."""
        breaks = _BREAK.findall(self.found)
        if not breaks:
            return words
        head, space, tail = words.rpartition(" ")
        return head + breaks[0] + tail if space and len(breaks) == 1 else None

    def _doubles(self, words: str) -> bool:
        """Whether a word would stand twice, or two of which only one can."""
        own = [word.lower() for word in WORD.findall(words)]
        before = [word.lower() for word in WORD.findall(self.left)[-3:]]
        after = [word.lower() for word in WORD.findall(self.right)[:1]]
        if not own:
            return False
        if set(lemmas(own[0])) & {lemma for word in before for lemma in lemmas(word)} or after == own[-1:]:
            return True
        if not before:
            return False
        plural = len(own) == 1 and tags(own[0]) & {"NN", "NNS"} == {"NNS"}
        return (is_determiner(before[-1]) and is_determiner(own[0])) or (before[-1] in ("a", "an") and plural)


def loses(found: str, words: str) -> bool:
    """Whether something that carries facts stands in the words found and not in those to be put there."""
    if Counter(c for c in found if c in _QUOTES) != Counter(c for c in words if c in _QUOTES):
        return True
    if "".join(_DIGIT.findall(found)) not in "".join(_DIGIT.findall(words)):
        return True
    return is_negated(found) and not is_negated(words)
