"""HTML: one file that needs nothing else, to read the article annotated and to work through its findings.

Everything is in the page as it stands; the script only hides, steps, applies and copies. No network: the
policy in the head allows this style and this script by their digests, and nothing besides.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from html import escape
from pathlib import Path
from typing import Any

from tqcheck.model import CheckedDocument, CheckFailure, Report, Rule, Score, Severity, Verdict
from tqcheck.score import pooled
from tqcheck.wording import counted
from tqcheck.writers import NO_RULES
from tqcheck.writers.blocks import number
from tqcheck.writers.html_article import article, prose, sign
from tqcheck.writers.html_rules import rules_section
from tqcheck.writers.totals import (
    WORST_FIRST,
    all_findings,
    failures,
    failures_of,
    give_or_take,
    unreadable,
)
from tqcheck.writers.visible import visible

_DATA = Path(__file__).parent / "data"
_MARK = {Verdict.PASS: "✓", Verdict.FAIL: "✗", Verdict.ERROR: "✗"}


def write_html(report: Report, rules: Mapping[str, Rule] = NO_RULES) -> str:
    """The page. With `rules`, each is explained at the end, once."""
    return "\n".join(_page(report, rules)) + "\n"


def _page(report: Report, rules: Mapping[str, Rule]) -> Iterator[str]:
    style, script = _asset("report.css"), _asset("report.js")
    policy = (
        f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    yield '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield '<meta name="color-scheme" content="light dark">\n<meta name="referrer" content="no-referrer">'
    yield f"<title>{prose(_title(report))}</title>\n<style>{style}</style>\n</head>\n<body>"
    yield '<a class="skip" href="#articles">Skip to the text</a>'
    yield from _header(report)
    if any(checked.findings for checked in report.documents):
        yield from _tools(report)
    yield '<main id="articles">'
    for i, checked in enumerate(report.documents, 1):
        yield from _document(checked, str(i))
    yield from rules_section(dict.fromkeys(f.rule for _, f in all_findings(report)), rules)
    yield "</main>"
    yield from _footer(report)
    yield '<p id="said" role="status"></p>'
    yield f'<script type="application/json" id="data">{_embedded(_data(report))}</script>'
    yield f"<script>{script}</script>\n</body>\n</html>"


def _title(report: Report) -> str:
    what = Path(report.documents[0].document.path).name if len(report.documents) == 1 else "report"
    return f"{what}: {report.verdict} · tqcheck"


def _header(report: Report) -> Iterator[str]:
    read = [checked for checked in report.documents if not unreadable(checked)]
    words, score = sum(checked.document.words for checked in read), pooled(read)
    yield '<header>\n<h1>tqcheck <span class="dim">translation report</span></h1>'
    reasons = "; ".join(prose(reason) for reason in report.reasons)
    yield (
        f'<p class="verdict {report.verdict}"><b>{_MARK[report.verdict]} {report.verdict}</b>'
        f"{': ' if reasons else ''}{reasons}</p>"
    )
    found = counted(score.total, "finding") if score.total else "No findings"
    files = f" of {counted(len(read), 'file')}" if len(read) != 1 else ""
    yield f'<p class="sum"><b>{found}</b> in {counted(words, "word")}{files}{_counts(score)}</p>'
    if score.total:
        penalty = f"{score.penalty_per_1000_words:,.1f} MQM penalty points per 1,000 words"
        likely = give_or_take(score)
        yield (
            f'<p class="score"><meter min="0" max="100" low="60" high="85" optimum="100" '
            f'value="{score.value:.1f}" aria-label="MQM score"></meter> <b>{score.value:.1f}</b> of 100 '
            f'<span class="dim">{f"({likely}) " if likely else ""}· {penalty}</span></p>'
        )
    yield from _alert("What could not be checked", failures(report))
    if len(report.documents) > 1:
        yield from _contents(report.documents)
    yield "</header>"


def _alert(what: str, failed: Iterable[tuple[str, CheckFailure]]) -> Iterator[str]:
    """What was not checked and why, where there is any such thing."""
    items = "".join(f"<li><b>{what}</b> {prose(str(failure))}</li>" for what, failure in failed)
    if items:
        yield f'<section class="alert" aria-label="{what}"><ul>{items}</ul></section>'


def _counts(score: Score) -> str:
    counts = {Severity.CRITICAL: score.critical, Severity.MAJOR: score.major, Severity.MINOR: score.minor}
    return "".join(
        f' <span class="count {severity}">{sign(severity)} {counts[severity]:,} {severity}</span>'
        for severity in WORST_FIRST
        if counts[severity]
    )


def _contents(documents: Sequence[CheckedDocument]) -> Iterator[str]:
    yield '<nav aria-label="Files"><table><thead><tr><th scope="col">file</th><th scope="col">words</th>'
    yield "".join(f'<th scope="col">{severity}</th>' for severity in WORST_FIRST)
    yield '<th scope="col">score</th></tr></thead><tbody>'
    for i, checked in enumerate(documents, 1):
        path, score = escape(visible(checked.document.path)), checked.score
        name = f'<th scope="row"><a href="#d{i}">{path}</a></th>'
        if unreadable(checked):
            why = "; ".join(f"{what}: {failure.message}" for what, failure in failures_of(checked))
            yield f'<tr>{name}<td class="failed" colspan="5">{prose(why)}</td></tr>'
            continue
        counts = "".join(f"<td>{n or '·'}</td>" for n in (score.critical, score.major, score.minor))
        yield f"<tr>{name}<td>{checked.document.words:,}</td>{counts}<td>{score.value:.1f}</td></tr>"
    yield "</tbody></table></nav>"


def _tools(report: Report) -> Iterator[str]:
    severities = Counter(finding.severity for _, finding in all_findings(report))
    families = Counter(finding.family for _, finding in all_findings(report))
    yield '<form id="tools" aria-label="Step through and filter findings" autocomplete="off" hidden>'
    yield (
        '<div class="step"><button type="button" id="previous" aria-label="Previous finding" '
        'aria-keyshortcuts="k p">‹</button><output id="place"></output><button type="button" id="next" '
        'aria-label="Next finding" aria-keyshortcuts="j n">›</button></div>'
    )
    yield '<fieldset class="severities"><legend>Severity</legend>'
    for severity in WORST_FIRST:
        if severities[severity]:
            label = f"{sign(severity)} {severity} {severities[severity]:,}"
            yield _checkbox("severity", severity, label, f"chip {severity}")
    yield '</fieldset>\n<details class="menu"><summary>Families<span id="families"></span></summary>'
    yield '<fieldset><legend>Families</legend><p><button type="button" id="all">All</button> '
    yield '<button type="button" id="none">None</button></p>'
    for family, count in sorted(families.items(), key=lambda item: (-item[1], item[0])):
        yield _checkbox("family", family, f'{prose(family)} <span class="dim">{count:,}</span>', "")
    yield '</fieldset></details>\n<details class="menu"><summary>View and keys</summary><fieldset>'
    yield "<legend>View and keys</legend>"
    yield '<label><input type="checkbox" id="only"> Only paragraphs with notes</label>'
    yield '<label><input type="checkbox" id="keys" checked> Keyboard shortcuts</label>'
    yield "<dl>"
    for keys, does in _KEYS:
        shown = " ".join(f"<kbd>{key}</kbd>" for key in keys.split())
        yield f"<div><dt>{shown}</dt><dd>{does}</dd></div>"
    yield "</dl></fieldset></details></form>"


_KEYS = (
    ("j n", "next finding"),
    ("k p", "previous finding"),
    ("1 2 …", "put that suggestion in, or take it out"),
    ("c", "copy the sentence corrected"),
    ("Esc", "leave the finding"),
)


def _checkbox(name: str, value: str, label: str, style: str) -> str:
    kind = f' class="{style}"' if style else ""
    box = f'<input type="checkbox" name="{name}" value="{prose(value)}" checked>'
    return f"<label{kind}>{box} {label}</label>"


def _document(checked: CheckedDocument, key: str) -> Iterator[str]:
    yield f'<section class="document" id="d{key}" aria-labelledby="h{key}">'
    yield f'<h2 id="h{key}">{escape(visible(checked.document.path))}</h2>'
    yield from _alert("Not checked in this file", failures_of(checked))
    if not unreadable(checked):
        partly = ", not fully checked" if checked.failures else ""
        suppressed = f", {checked.suppressed:,} suppressed" if checked.suppressed else ""
        words = counted(checked.document.words, "word")
        if checked.findings:
            facts = f"{words}, score {checked.score.value:.1f}{partly}{suppressed}"
        else:
            facts = f"{words}, no findings{partly}{suppressed}"
        yield f'<p class="dim facts">{facts}</p>'
        yield from article(checked, key)
    yield "</section>"


def _footer(report: Report) -> Iterator[str]:
    yield "<footer>"
    if report.notices:
        yield f"<ul>{''.join(f'<li>{prose(notice)}</li>' for notice in report.notices)}</ul>"
    version = f"tqcheck {report.version}" if report.version else "tqcheck"
    yield f"<p>{prose(report.signature or version)}</p>\n</footer>"


def _data(report: Report) -> dict[str, Any]:
    """For the script: sentences with findings, and of each finding its sentence, place and suggestions.

    Places count code points within the sentence, which the script must therefore take apart by them.
    """
    sentences: list[str] = []
    findings: dict[str, list[Any]] = {}
    for i, checked in enumerate(report.documents, 1):
        document, seen = checked.document, dict[tuple[int, int], int]()
        segments = [segment.span for segment in document.segments()]
        for note in number(checked.findings):
            span = note.finding.span
            touched = [s for s in segments if s.start < max(span.end, span.start + 1) and span.start < s.end]
            start = min([span.start, *(s.start for s in touched)])
            end = max([span.end, *(s.end for s in touched)])
            if (start, end) not in seen:
                seen[start, end] = len(sentences)
                sentences.append(document.text[start:end])
            place = [seen[start, end], span.start - start, span.end - start]
            findings[f"{i}-{note.number}"] = [*place, list(note.finding.suggestions)]
    return {"sentences": sentences, "findings": findings}


def _embedded(value: object) -> str:
    """JSON that cannot end its element, nor hold a character that does something."""
    text = json.dumps(value, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


@cache
def _asset(name: str) -> str:
    return (_DATA / name).read_text("utf-8")


def _digest(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"
