"""A copy of a Word document with the words of each finding highlighted and commented."""

from __future__ import annotations

from copy import deepcopy
from io import BytesIO
from typing import Any

from tqcheck.model import CheckedDocument, Finding, Severity, Source, Span, TqcheckError
from tqcheck.readers.extracted.docx import opened, paragraphs
from tqcheck.writers.beside import MARKS, sentence
from tqcheck.writers.rule_text import suggested

_AUTHOR, _INITIALS = "tqcheck", "tq"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def write_reviewed(checked: CheckedDocument, data: bytes) -> bytes:
    """The Word document in `data`, which was checked, with comments. Raises TqcheckError if it is another."""
    from docx.enum.text import WD_COLOR_INDEX
    from docx.text.run import Run

    colours = {
        Severity.CRITICAL: WD_COLOR_INDEX.RED,
        Severity.MAJOR: WD_COLOR_INDEX.YELLOW,
        Severity.MINOR: WD_COLOR_INDEX.GRAY_25,
    }
    document = opened(data, checked.document.path)
    places = _places(document.element.body)
    if "".join(text for _, _, text in places) != checked.document.text.replace("\n", ""):
        raise TqcheckError(f"{checked.document.path}: changed while it was looked at")
    for finding in sorted(checked.findings, key=lambda f: f.order, reverse=True):
        runs = _split(places, finding.span)
        if not runs:
            continue
        for element in runs:
            Run(element, document).font.highlight_color = colours[finding.severity]
        first, last = Run(runs[0], document), Run(runs[-1], document)
        document.add_comment([first, last], told(finding, checked.document.source), _AUTHOR, _INITIALS)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def told(finding: Finding, source: Source | None = None) -> str:
    """What a comment says."""
    lines = [f"{finding.severity}: {finding.message}"]
    if finding.suggestions:
        lines.append(f"Better: {' / '.join(map(suggested, finding.suggestions))}")
    if finding.russian:
        lines.append(f"Russian: {finding.russian}")
    if russian := sentence(source, finding, MARKS):
        lines.append(f"Source: {russian}")
    return "\n".join([*lines, finding.rule])


def _places(body: Any) -> list[tuple[Any, int, str]]:
    """Runs with the offset at which their text begins in the document's, and the text."""
    places, offset = [], 0
    for _, runs in paragraphs(body):
        for element, text in runs:
            places.append((element, offset, text))
            offset += len(text)
        offset += 1
    return places


def _split(places: list[tuple[Any, int, str]], span: Span) -> list[Any]:
    """The runs that hold just the words of a span, after runs were parted at its ends."""
    found = []
    for i in range(len(places) - 1, -1, -1):
        element, start, text = places[i]
        end = start + len(text)
        if end <= span.start or start >= span.end or not text:
            continue
        if end > span.end:
            element = _part(places, i, span.end - start)[0]
        if start < span.start:
            element = _part(places, i, span.start - start)[1]
        found.append(element)
    return found[::-1]


def _part(places: list[tuple[Any, int, str]], i: int, at: int) -> tuple[Any, Any]:
    """Makes two runs of one; a run with more in it than one text stays whole."""
    element, start, text = places[i]
    texts = element.findall(f"{_W}t")
    others = [c for c in element if c.tag not in (f"{_W}t", f"{_W}rPr")]
    if len(texts) != 1 or others:
        return element, element
    second = deepcopy(element)
    for run, words in ((element, text[:at]), (second, text[at:])):
        holder = run.find(f"{_W}t")
        holder.text = words
        holder.set(_SPACE, "preserve")
    element.addnext(second)
    places[i : i + 1] = [(element, start, text[:at]), (second, start + at, text[at:])]
    return element, second
