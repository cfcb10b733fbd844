"""Runs one check over a text."""

from __future__ import annotations

from contextlib import ExitStack
from functools import cache

from tqcheck.checks.coded import CodedCheck
from tqcheck.checks.institutions import open_institutions
from tqcheck.checks.leftovers import open_leftovers
from tqcheck.checks.names import open_names
from tqcheck.checks.numbers import open_numbers
from tqcheck.checks.typography import open_typography
from tqcheck.checks.wordorder import open_wordorder
from tqcheck.model import Document, Finding
from tqcheck.readers import read_text
from tqcheck.rulebook.prove import sentence_document, unmark
from tqcheck.settings import Settings

OPENERS = {
    "leftovers": open_leftovers,
    "institutions": open_institutions,
    "names": open_names,
    "numbers": open_numbers,
    "typography": open_typography,
    "wordorder": open_wordorder,
}


@cache
def opened(name: str) -> CodedCheck:
    with ExitStack() as stack:
        check = stack.enter_context(OPENERS[name](Settings(), None)).check
    assert isinstance(check, CodedCheck)
    return check


def document(text: str) -> Document:
    """An example as a document: of one segment, or read as a file where it has several lines."""
    return read_text(text) if "\n" in text else sentence_document(text)


def marked(example: str) -> tuple[str, list[str]]:
    """An example without its [[ ]], and the words between them."""
    text, spans = unmark(example)
    return text, [text[span.start : span.end] for span in spans]


def found(name: str, text: str) -> list[Finding]:
    """Findings of a check, in order."""
    [findings] = opened(name).check_many([document(text)])
    assert isinstance(findings, list)
    return sorted(findings, key=lambda finding: finding.order)


def told(name: str, example: str) -> tuple[list[tuple[str, str]], str]:
    """What a check finds in an example, as rules and words; and the words of it that are marked."""
    text, [words] = marked(example)
    return [(finding.rule, finding.text) for finding in found(name, text)], words
