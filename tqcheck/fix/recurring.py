"""Faults that are told once in a text, at the first of their places, and are to be fixed at all of them: a
disguised letter, a broken encoding."""

from __future__ import annotations

from collections.abc import Sequence, Set

from tqcheck.checks.coded import CodedCheck
from tqcheck.checks.leftovers import NAME, open_leftovers
from tqcheck.model import CheckedDocument, Finding
from tqcheck.settings import Settings


def told_once() -> Set[str]:
    """The rules that report the first of their places alone."""
    from tqcheck.entities import open_store

    return frozenset(open_store().part("once"))


def at_each_place(checked: CheckedDocument) -> Sequence[Finding]:
    """The findings of a document, those that are told once at each of their places."""
    ours = {finding.rule for finding in checked.findings if finding.check == NAME}
    recurring = ours & told_once() if ours else ours
    if not recurring:
        return checked.findings
    with open_leftovers(Settings(select=tuple(sorted(recurring))), None) as opened:
        check = opened.check
        found = check.everywhere(checked.document) if isinstance(check, CodedCheck) else ()
        return [*(f for f in checked.findings if f.rule not in recurring), *found]
