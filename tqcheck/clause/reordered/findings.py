"""Short sentences in which the verb stands before its subject, said in the English order.

"In Karelia overturned the bus" → "The bus overturned in Karelia", "In Tver detained a thief" → "A thief has
been detained in Tver".
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence

from tqcheck.clause.fronts.ends import later_clauses
from tqcheck.clause.reading.clause import Clause
from tqcheck.clause.reading.line import word_lists
from tqcheck.clause.reordered.doer_last import adverbial_after_verb, doer_before_verb, phrase_after_object
from tqcheck.clause.reordered.order import in_english_order
from tqcheck.clause.reordered.pieces import Unclear
from tqcheck.clause.reordered.sentence import as_sentence, capital, keeps_capital, piece_text
from tqcheck.model import Document, Finding, Segment, SegmentKind
from tqcheck.resolve import WORD_ORDER
from tqcheck.rulebook.tokens import tokens_of

_ENDS = frozenset((".", "!"))
_ORDERS = {
    "syntax.adverbial-before-verb": adverbial_after_verb,
    "syntax.object-before-verb": doer_before_verb,
    "syntax.phrase-before-object": phrase_after_object,
}
"""Rules that find another order than that of a verb after a front."""
_MOST = 160
"""Characters of a sentence that is said: two lines of a terminal."""


def said_anew(document: Document, findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """The findings, to the message of which is added how the sentence is said in English, where it is short,
    its parts are known and what else is wrong with it is put right."""
    segments = list(document.segments())
    starts = [segment.span.start for segment in segments]
    within: dict[int, list[Finding]] = defaultdict(list)
    for finding in findings:
        within[bisect_right(starts, finding.span.start) - 1].append(finding)
    said: list[Finding] = []
    for finding in findings:
        at = bisect_right(starts, finding.span.start) - 1
        told = bool(finding.suggestions) and finding.rule in _ORDERS
        ordered = finding.category == WORD_ORDER and at >= 0 and not told
        others = [other for other in within[at] if other is not finding]
        sentence = _sentence(document, segments[at], finding, others) if ordered else ""
        said.append(finding._replace(message=f"{finding.message} Say: {sentence}") if sentence else finding)
    return tuple(said)


def _sentence(document: Document, segment: Segment, finding: Finding, others: Sequence[Finding]) -> str:
    """The sentence in which a verb stands at an offset, in the English order, with what is suggested for the
    other findings in it; "" where its parts are not known, for one that markup runs through, or where another
    finding has no suggestion."""
    start, end = segment.span
    if document.text[start:end] != document.prose[start:end] or not all(o.suggestions for o in others):
        return ""
    tokens = tokens_of(document.prose, start, end)
    clause = Clause(tokens, word_lists(), segment.kind is SegmentKind.HEADLINE)
    beginnings = (0, *_later_beginnings(clause, finding))
    said = next(filter(None, (_said(clause, first, finding, others) for first in beginnings)), "")
    if not said or len(said) > _MOST or _quotes(said) != _quotes(document.prose[start:end]):
        return ""
    return said if said[-1] in _ENDS else f"{said}."


def _quotes(text: str) -> bool:
    """Whether quotation marks come in pairs."""
    return text.count("“") == text.count("”") and text.count('"') % 2 == 0


def _later_beginnings(clause: Clause, finding: Finding) -> Iterator[int]:
    """The tokens within the sentence at which the clause of a finding may begin: where a front is looked for
    behind a dash, too."""
    for at in later_clauses(clause):
        if finding.rule not in _ORDERS or clause.keys[at - 1] == ":":
            yield at


def _said(clause: Clause, first: int, finding: Finding, others: Sequence[Finding]) -> str:
    """The sentence with the clause that begins at token `first` in the English order, the rest as it is."""
    tokens = clause.tokens
    at = bisect_right(tokens.starts, finding.span.start) - 1 - first
    end = bisect_right(tokens.starts, finding.span.end - 1) - first
    if at < 0:
        return ""
    own = Clause(tokens.since(first), word_lists(), clause.headline) if first else clause
    order = _ORDERS.get(finding.rule, in_english_order)
    try:
        pieces = order(own, at, end)
    except Unclear:
        return ""
    if not first:
        return as_sentence(clause, pieces, others)
    left = list(others)
    before = piece_text(clause, range(first), left)
    said = as_sentence(own, pieces, left)
    if not said:
        return ""
    if not keeps_capital(said):
        said = f"{said[0].lower()}{said[1:]}"
    return f"{capital(before)} {said}"
