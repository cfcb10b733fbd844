"""Puts edits into a document and makes sure of what comes out: nothing new is found where something was
fixed, and a second run finds nothing more to fix."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from tqcheck.checks.estimate import NAME as ESTIMATE
from tqcheck.fix.choose import Edit, Why, choose
from tqcheck.fix.recurring import at_each_place, told_once
from tqcheck.model import CannotCheck, CheckedDocument, Document, Finding, Span
from tqcheck.readers import read_text
from tqcheck.wording import counted

Recheck = Callable[[Document], CheckedDocument]
Refused = dict[tuple[str, str], Why]

MOST_ROUNDS = 8
"""A fix can lay bare what another finding's words hid; so many layers are looked under."""


@dataclass(frozen=True, slots=True)
class Fixed:
    """What became of a document: as it was checked, as it is, by which edits, and why other findings stay.

    The spans of `edits` are offsets into the text at the time of each edit.
    """

    before: CheckedDocument
    after: CheckedDocument
    edits: tuple[Edit, ...]
    left: tuple[tuple[Finding, Why], ...]

    def unwritten(self) -> Fixed:
        """The same, where what it came to could not be written."""
        lost = [(edit.finding, Why.UNWRITTEN) for edit in self.edits]
        return Fixed(self.before, self.before, (), (*lost, *self.left))


def fixed(
    checked: CheckedDocument,
    recheck: Recheck,
    *,
    fields: Sequence[str] = (),
    unsafe: bool = False,
    spared: Iterable[Finding] = (),
) -> Fixed:
    """Applies what is safe, again and again until nothing is; findings of the baseline are `spared`.

    Raises CannotCheck where a check gives out.
    """
    current, done = checked, list[Edit]()
    refused = {_key(finding): Why.BASELINE for finding in spared}
    for _ in range(MOST_ROUNDS):
        chosen = _chosen(current, refused, unsafe)
        if not chosen:
            break
        after, kept = _proved(current, chosen, recheck, fields, refused)
        if not kept:
            break
        current, done = after, done + kept
    left = [(finding, _why(current, finding, refused, unsafe)) for finding in current.findings]
    return Fixed(checked, current, tuple(done), tuple(left))


def _key(finding: Finding) -> tuple[str, str]:
    return finding.rule, finding.text


def _why(checked: CheckedDocument, finding: Finding, refused: Refused, unsafe: bool) -> Why:
    if _key(finding) in refused:
        return refused[_key(finding)]
    choice = choose(checked.document, finding, unsafe=unsafe)
    return Why.OVERLAP if isinstance(choice, Edit) else choice


def _chosen(checked: CheckedDocument, refused: Refused, unsafe: bool) -> list[Edit]:
    """Safe edits that keep clear of each other; of two that do not, the graver finding's, then the longer."""
    edits = []
    for finding in at_each_place(checked):
        if _key(finding) not in refused:
            choice = choose(checked.document, finding, unsafe=unsafe)
            if isinstance(choice, Edit) and choice.text != finding.text:
                edits.append(choice)
    kept: list[Edit] = []
    for edit in sorted(edits, key=_urgency):
        if not any(edit.span.touches(other.span) for other in kept):
            kept.append(edit)
    return sorted(kept, key=lambda edit: edit.span)


def _urgency(edit: Edit) -> tuple[int, int, int]:
    """The gravest first, then the longest, then the first."""
    return -edit.finding.severity.rank, edit.span.start - edit.span.end, edit.span.start


def _proved(
    checked: CheckedDocument,
    edits: list[Edit],
    recheck: Recheck,
    fields: Sequence[str],
    refused: Refused,
) -> tuple[CheckedDocument, list[Edit]]:
    """The document after those edits that bring no new finding; the others are noted as refused."""

    def after(some: Sequence[Edit]) -> CheckedDocument:
        made = recheck(edited(checked.document, some, fields))
        if len(made.failures) > len(checked.failures):
            raise CannotCheck(f"{checked.document.path}: {made.failures[-1].message}")
        return made

    while edits:
        made = after(edits)
        new = _new(checked, made, edits)
        if not new:
            return made, edits
        blamed = _beside(new, made.document, edits)
        if not blamed:
            blamed = [_culprit(edits, lambda some: bool(_new(checked, after(some), some)))]
        refused.update((_key(edit.finding), Why.NEW_FINDING) for edit in blamed)
        edits = [edit for edit in edits if edit not in blamed]
    return checked, []


def _new(before: CheckedDocument, after: CheckedDocument, edits: Sequence[Edit]) -> list[Finding]:
    """What is found after edits and was not before.

    An estimate is not of that weight: a rule's finding may have stood before it, and it moves with any word.
    Of a fault that is told once another place may be told now.
    """
    moved = Moves(edits)
    known = {(f.rule, moved.span(f.span)) for f in before.findings}
    new = [f for f in after.findings if (f.rule, f.span) not in known and f.check != ESTIMATE]
    again = told_once() & {f.rule for f in before.findings} if new else frozenset()
    return [f for f in new if f.rule not in again]


def _beside(findings: Iterable[Finding], after: Document, edits: Sequence[Edit]) -> list[Edit]:
    """The edits in the sentences of findings."""
    moved = Moves(edits)
    beside: list[Edit] = []
    for finding in findings:
        segment = after.segment_before(finding.span.start)
        reach = segment.span if segment else finding.span
        beside += [edit for edit in edits if moved.put(edit).touches(reach) and edit not in beside]
    return beside


def _culprit(edits: Sequence[Edit], bring_new: Callable[[Sequence[Edit]], bool]) -> Edit:
    """The edit that brings something new in a sentence where there is none, as a name spelt in two ways is:
    the last of the first few that bring it."""
    few = bisect_left(range(1, len(edits)), True, key=lambda number: bring_new(edits[:number]))
    return edits[few]


class Moves:
    """Where offsets come to stand after edits."""

    def __init__(self, edits: Iterable[Edit]) -> None:
        self._edits = sorted(edits, key=lambda edit: edit.span)
        self._starts = [edit.span.start for edit in self._edits]
        self._shifts = [0]
        for edit in self._edits:
            self._shifts.append(self._shifts[-1] + len(edit.text) - (edit.span.end - edit.span.start))

    def offset(self, offset: int) -> int:
        """The offset afterwards; of one inside replaced words, their end."""
        number = bisect_right(self._starts, offset)
        if number and self._edits[number - 1].span.end > offset:
            edit = self._edits[number - 1]
            return edit.span.start + self._shifts[number - 1] + len(edit.text)
        return offset + self._shifts[number]

    def span(self, span: Span) -> Span:
        """The span afterwards."""
        return Span(self.offset(span.start), self.offset(span.end))

    def put(self, edit: Edit) -> Span:
        """Where the words of one of the edits stand."""
        start = edit.span.start + self._shifts[self._edits.index(edit)]
        return Span(start, start + len(edit.text))


def edited(document: Document, edits: Sequence[Edit], fields: Sequence[str] = ()) -> Document:
    """The document with other words, read anew; its path, encoding and format stay."""
    text = put_in_file(document, edits)
    return read_text(text, document.path, document.format, fields)._replace(encoding=document.encoding)


def put_in_file(document: Document, edits: Iterable[Edit]) -> str:
    """The decoded file with the words of edits in place; those of each must stand in it as they read."""
    if document.origin is None:
        return put_in(document.text, edits)
    return put_in(document.origin.text, [replace(e, span=document.origin.span(e.span)) for e in edits])


def put_in(text: str, edits: Iterable[Edit]) -> str:
    """The text with the words of edits, which do not overlap, in place of their spans."""
    parts: list[str] = []
    position = 0
    for edit in sorted(edits, key=lambda edit: edit.span):
        parts += text[position : edit.span.start], edit.text
        position = edit.span.end
    return "".join([*parts, text[position:]])


def told(done: Sequence[Fixed], *, written: bool) -> str:
    """What was fixed and what was left, and why, in a line or two; "" where no text could be looked at."""
    if not done:
        return ""
    fixes = sum(len(one.edits) for one in done)
    files = sum(bool(one.edits) for one in done)
    reasons = Counter(why for one in done for _, why in one.left)
    verb = "Fixed" if written else "Would fix"
    findings = fixes + reasons.total()
    where = f" in {files:,} of {len(done):,} files" if len(done) > 1 else ""
    said = f"{verb} {fixes:,} of {counted(findings, 'finding')}{where}."
    if not reasons:
        return said
    return said + " Left: " + ", ".join(f"{count:,} {why}" for why, count in reasons.most_common()) + "."
