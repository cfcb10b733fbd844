"""One finding after the other, with its sentence, for an editor to decide on at a terminal.

Nothing is printed here: a `Desk` shows what it is given and tells what was pressed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from tqcheck.fix.apply import Moves, put_in
from tqcheck.fix.choose import Edit, put
from tqcheck.model import CheckedDocument, Finding, Span
from tqcheck.writers.changes import can_stand
from tqcheck.writers.notes import beside, quoted
from tqcheck.writers.page import hang
from tqcheck.writers.text import Text, mixed
from tqcheck.writers.theme import ARROW, BOLD, DIM, Theme


class Desk(Protocol):
    """Where an editor sits."""

    theme: Theme

    def show(self, line: Text) -> None:
        """Shows a line."""
        ...

    def key(self, prompt: Text) -> str:
        """The next key: a character, "\\n" for Enter, "" where there is nobody any more."""
        ...

    def line(self, prompt: str, start: str) -> str:
        """A line typed, beginning with `start`, which can be changed."""
        ...


class Verdict(StrEnum):
    """What an editor said of a finding: a suggestion is put in, other words are, it is wrong, a term."""

    ACCEPTED = "accepted"
    TYPED = "typed"
    REJECTED = "rejected"
    TERM = "term"


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided on a finding, and the edit where there is one."""

    finding: Finding
    verdict: Verdict
    edit: Edit | None = None


@dataclass(frozen=True, slots=True)
class Reviewed:
    """The decisions on a document, and whether the editor wants to see no further one."""

    decisions: tuple[Decision, ...]
    leaving: bool

    @property
    def edits(self) -> list[Edit]:
        """The edits, which do not overlap."""
        return [decision.edit for decision in self.decisions if decision.edit]

    @property
    def terms(self) -> list[str]:
        """Words to be flagged no more."""
        return [d.finding.text for d in self.decisions if d.verdict is Verdict.TERM]


HELP = (
    ("1 2 …", "put that suggestion in"),
    ("Enter", "put the first one in"),
    ("t", "type what to put in"),
    ("s", "skip: decide another time"),
    ("r", "reject: the finding is wrong"),
    ("a", "accept these words for good, here and elsewhere"),
    ("u", "undo: back to the finding before"),
    ("q", "quit, and keep what was decided"),
    ("?", "this help"),
)


def review(checked: CheckedDocument, desk: Desk) -> Reviewed:
    """Asks for every finding in the order of the text, save those whose words were changed meanwhile."""
    return _Review(checked, desk).run()


_ASKED = {"": "quit", "q": "quit", "\x04": "quit", "s": "skip", " ": "skip", "u": "undo"}
"""What keys ask for that decide nothing."""


class _Review:
    def __init__(self, checked: CheckedDocument, desk: Desk) -> None:
        self.checked, self.desk = checked, desk
        self.findings = sorted(checked.findings, key=lambda finding: finding.order)
        self.made: dict[int, Decision] = {}

    def run(self) -> Reviewed:
        at, back, leaving = 0, list[int](), False
        while at < len(self.findings) and not leaving:
            if self._settled(self.findings[at]):
                at += 1
                continue
            self._present(at)
            answer = self._answer(self.findings[at])
            if answer == "undo":
                at = back.pop() if back else at
                self.made.pop(at, None)
            elif answer == "quit":
                leaving = True
            else:
                if isinstance(answer, Decision):
                    self.made[at] = answer
                back.append(at)
                at += 1
        return Reviewed(tuple(self.made[i] for i in sorted(self.made)), leaving)

    def _settled(self, finding: Finding) -> bool:
        """Whether an edit took its words, or a term to accept is made of them."""
        return any(
            (d.edit and d.edit.span.touches(finding.span))
            or (d.verdict is Verdict.TERM and d.finding.text.casefold() == finding.text.casefold())
            for d in self.made.values()
        )

    def _answer(self, finding: Finding) -> Decision | str:
        """A decision, or "undo", "quit" or "skip"."""
        offered = finding.suggestions
        while True:
            key = self.desk.key(_prompt(offered)).lower()
            if key in ("\n", "\r") and offered:
                key = "1"
            if key.isdecimal() and 0 < int(key) <= len(offered):
                answer: Decision | str | None = self._put(finding, offered[int(key) - 1], Verdict.ACCEPTED)
            elif key == "t":
                words = self.desk.line("instead: ", offered[0] if offered else finding.text)
                answer = self._put(finding, words, Verdict.TYPED) if words != finding.text else None
            elif key == "r":
                answer = Decision(finding, Verdict.REJECTED)
            elif key == "a" and finding.text.strip():
                answer = Decision(finding, Verdict.TERM)
            else:
                answer = _ASKED.get(key)
                if answer is None:
                    self._help()
            if answer is not None:
                return answer

    def _help(self) -> None:
        for name, does in HELP:
            self.desk.show(Text.assemble("  ", (f"{name:<6}", BOLD), f" {does}"))

    def _put(self, finding: Finding, words: str, verdict: Verdict) -> Decision | None:
        """The decision for some words, if they can stand there."""
        edit = put(self.checked.document, finding, words)
        if can_stand(self.checked.document, edit.span, edit.text):
            return Decision(finding, verdict, edit)
        self.desk.show(Text("  markup stands there, or is needed: change it in the file"))
        return None

    def _present(self, at: int) -> None:
        for line in _shown(self.checked, at, self.findings, self._edits(), self.desk.theme):
            self.desk.show(line)

    def _edits(self) -> list[Edit]:
        return [decision.edit for decision in self.made.values() if decision.edit]


def _prompt(offered: Sequence[str]) -> Text:
    choice = "" if not offered else "1 " if len(offered) == 1 else f"1-{min(len(offered), 9)} "
    keys = f"{choice}[t]ype [s]kip [r]eject [a]ccept [u]ndo [q]uit [?]"
    return Text(f"  {keys} ", DIM)


def _shown(
    checked: CheckedDocument, at: int, findings: Sequence[Finding], edits: Sequence[Edit], theme: Theme
) -> Iterator[Text]:
    """Place, sentence as it stands after earlier decisions, the finding's message and its suggestions."""
    finding, document = findings[at], checked.document
    line, column = document.place(finding.span.start)
    yield Text()
    yield Text.assemble(
        (theme.exact(document.path), BOLD),
        (f":{line}:{column}", DIM),
        (f"  {at + 1} of {len(findings)}", DIM),
    )
    yield from hang(_sentence(checked, finding, edits, theme), theme.width, Text("  "), 2)
    style = theme.severity(finding.severity)
    head = Text.assemble(
        (f"{theme.sign(finding.severity)} {finding.severity.value}", style),
        "  ",
        theme.prose(finding.message),
    )
    if finding.russian:
        head.append(f" {theme.glyphs.dot} {theme.prose(finding.russian)}")
    head.append(f"  {theme.exact(finding.rule)}", DIM)
    yield from hang(head, theme.width, Text("  "), 4)
    yield from beside(finding, document.source, theme, 4)
    for number, text in enumerate(finding.suggestions[:9], 1):
        words = theme.blanks(text) if text.isspace() else theme.prose(text) or "(delete)"
        yield Text.assemble("  ", (f"{number} {theme.glyphs.gives} ", ARROW), (words, BOLD))


def _sentence(checked: CheckedDocument, finding: Finding, edits: Sequence[Edit], theme: Theme) -> Text:
    document, moved = checked.document, Moves(edits)
    text = put_in(document.text, edits)
    segment = document.segment_before(finding.span.start)
    old = segment.span if segment else finding.span
    span = moved.span(finding.span)
    start = min(moved.offset(old.start), span.start)
    end = max(moved.span(Span(old.start, max(old.end, finding.span.end))).end, span.end)
    marks = theme.glyphs
    return Text.assemble(
        theme.prose(text[start : span.start]),
        (f"{marks.open}{quoted(finding, theme)}{marks.close}", mixed(theme.severity(finding.severity), BOLD)),
        theme.prose(text[span.end : end]),
    )
