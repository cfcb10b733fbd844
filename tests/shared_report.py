"""One report for the golden files of every format, with all that may trouble a writer.

Built by hand, not by the pipeline: writers must be tested on what no check of ours would ever find.
"""

from __future__ import annotations

import re

from tqcheck.model import (
    CheckedDocument,
    CheckFailure,
    Confidence,
    Document,
    Finding,
    Paragraph,
    Precision,
    Report,
    Rule,
    Score,
    Segment,
    SegmentKind,
    Severity,
    Span,
    Verdict,
)

_ARTICLE = """\
[[Called|syntax.verb-first]] unscrupulous [[Russia's accusations|sense.accusations-of-russia]] in the CSTO

19 November 2020

The ministry will take these steps [[on the fact of|calque.on-the-fact]] the fire, TASS reports.

According to Lavrov, now all the means, including frank \
[[twitching of facts|sense.twitching-of-facts]], have become good for the \
"[[recorded opposition|sense.recorded-opposition]]". He "said that "the \
[[twitching|sense.twitching-of-facts]] goes on" at the pole", and \
[[the [[head of the [[Ministry|name.ministry]] of Foreign Affairs|name.ministry-head]] noted|style.noted]].

A paragraph nobody minds.

Another one, with 漢字 in it.

安倍晋三首相は and [[東京 fire calculation|sense.calculation]], \
cafe\u0301 [[re\u0301sume\u0301|sense.resume]]; \
the 👨‍👩‍👧 [[🇷🇺 акция|sense.action]] 👍🏽 [[continues|style.unsure]].

He wrote [red]not red[/red] and \x1b[31malso not red\x1b[0m, [[\u202eгнелс\u202c|names.reversed]] and \
[link=https://example.org]no link[/link], \x07 a bell,\ta tab and a soft\xadhyphen\u200b.

Lines wrapped by hand stay one paragraph, as
this sentence [[runs over
the end|style.run]] of a line. And a gap:[[  |typography.blanks]]here.

Crossing: [[one [[two|style.cross-a@8]] three|style.cross-b]] \
and a place where [[|syntax.article]]word is missing.

"""
_LONG = "Nothing is wrong with this sentence, and it goes on and on. "
_END = "The last word is [[wrong|sense.wrong]]"

_RULES: dict[str, tuple[str, str, str, tuple[str, ...]]] = {
    "syntax.verb-first": (
        "major", "назвал",
        "Russian news puts the verb first.",
        ("dismissed as",),
    ),
    "sense.accusations-of-russia": (
        "critical", "обвинения России",
        "The genitive made the accused the accuser.",
        ("accusations against Russia",),
    ),
    "calque.on-the-fact": (
        "major", "по факту",
        "A prosecutor’s formula.",
        ("over", "into"),
    ),
    "sense.twitching-of-facts": (
        "major", "передёргивание фактов",
        "The Russian noun means bending evidence; an English twitch is a muscle’s.",
        ("distortion of the facts", "cherry-picking the facts"),
    ),
    "sense.recorded-opposition": (
        "major", "записная оппозиция",
        "Inveterate, not recorded.",
        ("inveterate opposition",),
    ),
    "name.ministry": (
        "minor", "",
        "Which ministry?",
        (),
    ),
    "name.ministry-head": (
        "minor", "глава МИД",
        "English newspapers say “foreign minister”.",
        ("foreign minister",),
    ),
    "style.noted": (
        "minor", "отметил",
        "Russian reporters vary the verb.",
        ("said",),
    ),
    "sense.calculation": (
        "critical", "расчёт",
        "A crew, not a sum.",
        ("fire crew", "crew of [b]firemen[/b]"),
    ),
    "sense.resume": (
        "minor", "",
        "Two accents, each a character of its own.",
        ("CV",),
    ),
    "sense.action": (
        "major", "акция",
        "Russian was left standing.",
        ("rally",),
    ),
    "style.unsure": (
        "minor", "",
        "Perhaps.",
        ("goes on",),
    ),
    "names.reversed": (
        "major", "сленг",
        "Written from right to left \u202eby\u202c a control character.",
        ("slang",),
    ),
    "style.run": (
        "minor", "",
        "A finding across a line break.",
        ("crosses\nthe end",),
    ),
    "typography.blanks": (
        "minor", "",
        "Two blanks in a row.",
        (" ",),
    ),
    "style.cross-a": (
        "minor", "",
        "Begins inside another and ends outside it.",
        (),
    ),
    "style.cross-b": (
        "minor", "",
        "Ends inside another.",
        ("",),
    ),
    "syntax.article": (
        "major", "",
        "An article is missing.",
        ("the ",),
    ),
    "sense.wrong": (
        "major", "не тот",
        "The very end of the file.",
        ("right",),
    ),
}  # fmt: skip


def shared_rules() -> dict[str, Rule]:
    """The rules of the shared report."""
    return {
        name: Rule(
            id=name,
            severity=Severity(severity),
            confidence=Confidence.MEDIUM if name == "style.unsure" else Confidence.HIGH,
            category="accuracy/mistranslation" if name.startswith("sense") else "style/unidiomatic",
            russian=russian,
            why=why,
            suggest=suggest,
            before=(f"He spoke of [[{name[6:]}]].", f"[[{name[6:].title()}]] again?"),
            exceptions=("A sentence that looks alike and is sound.",),
            precision=Precision(9, 1) if severity == "major" else Precision(),
            origin=f"/home/an editor/rules/{name.partition('.')[0]}.yaml:12",
        )
        for name, (severity, russian, why, suggest) in _RULES.items()
    }


def shared_report() -> Report:
    """Several files: a difficult article, a clean one, one long line, one unreadable, one half checked."""
    long = _LONG * 200 + "Then a [[calculation|sense.calculation]]. " + _LONG * 300 + _END
    documents = (
        _checked("articles/difficult [bold]name[/] \x1b[7m.txt", _ARTICLE, suppressed=2),
        _checked("articles/clean.txt", "A clean headline\n\nNothing to mend here.\n"),
        _checked("articles/long.txt", long),
        CheckedDocument(
            Document("articles/binary.txt", "", "", ()),
            (),
            Score(100.0, 0.0, 0, 0, 0),
            failures=(CheckFailure("articles/binary.txt", "not a text: a NUL byte", "byte 12"),),
        ),
        _checked(
            "articles/half.txt",
            "Half a headline\n\nOnly some checks looked at this.\n",
            failures=(CheckFailure("articles/half.txt", "LanguageTool gave no answer\nin 30 s"),),
        ),
    )
    return Report(
        documents,
        Verdict.ERROR,
        reasons=("2 files could not be checked", "critical findings, and the gate is --fail-on major"),
        notices=("LanguageTool was not used: no server [at] \x1b]0;title\x07 localhost:8081.",),
        failures=(CheckFailure("missing/*.txt", "no file matches"),),
        version="0.1.0",
        signature="tqcheck:0.1.0|rules:251|languagetool:off",
    )


def quiet_report() -> Report:
    """One file, nothing found."""
    return Report(
        (_checked("articles/clean.txt", "A clean headline\n\nNothing to mend here.\n"),),
        Verdict.PASS,
        version="0.1.0",
        signature="tqcheck:0.1.0|rules:251|languagetool:6.8",
    )


def _checked(
    path: str, marked: str, suppressed: int = 0, failures: tuple[CheckFailure, ...] = ()
) -> CheckedDocument:
    text, places = _unmark(marked)
    findings = tuple(sorted((_finding(text, *place) for place in places), key=lambda finding: finding.order))
    counts = {s: sum(finding.severity is s for finding in findings) for s in Severity}
    words = len(text.split())
    points = counts[Severity.MINOR] + 5 * counts[Severity.MAJOR] + 25 * counts[Severity.CRITICAL]
    penalty = 1000 * points / words
    minor, major, critical = counts.values()
    score = Score(max(0.0, 100 - penalty), penalty, minor, major, critical)
    document = Document(path, text, text, _paragraphs(text))
    return CheckedDocument(document, findings, score, suppressed, failures)


def _unmark(marked: str) -> tuple[str, list[tuple[int, int, str]]]:
    """Text and places of [[words|rule]], which may nest; "rule@8" reaches 8 characters further."""
    parts: list[str] = []
    opened: list[int] = []
    places: list[tuple[int, int, str]] = []
    length = 0
    for piece in re.split(r"(\[\[|\|[a-z.@0-9-]+\]\])", marked):
        if piece == "[[":
            opened.append(length)
        elif piece.startswith("|") and piece.endswith("]]"):
            rule, _, further = piece[1:-2].partition("@")
            places.append((opened.pop(), length + int(further or 0), rule))
        else:
            parts.append(piece)
            length += len(piece)
    return "".join(parts), places


def _finding(text: str, start: int, end: int, rule: str) -> Finding:
    severity, russian, why, suggest = _RULES[rule]
    return Finding(
        rule=rule,
        check="rulebook",
        span=Span(start, end),
        text=text[start:end],
        severity=Severity(severity),
        confidence=Confidence.MEDIUM if rule == "style.unsure" else Confidence.HIGH,
        category="accuracy/mistranslation" if rule.startswith("sense") else "style/unidiomatic",
        message=why,
        suggestions=suggest,
        russian=russian,
        fingerprint=f"{start:04x}{len(rule):04x}",
    )


def _paragraphs(text: str) -> tuple[Paragraph, ...]:
    paragraphs: list[Paragraph] = []
    for match in re.finditer(r"\S(?:.|\n(?!\n))*", text):
        span = Span(match.start(), match.start() + len(match[0].rstrip()))
        kind = SegmentKind.SENTENCE if paragraphs else SegmentKind.HEADLINE
        paragraphs.append(Paragraph(span, (Segment(span, kind),)))
    return tuple(paragraphs)
