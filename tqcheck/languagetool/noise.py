"""Which rules of LanguageTool are worth an editor's time in this field, read from data/.

rules.yaml: LanguageTool's own, chosen by measurement. syntax.yaml: what an editor needs to know of the rules
of our grammar (grammar_custom.xml). A rule that stands in neither is never asked for. spelling.yaml: the
speller, which is asked only where `spelling` is set (checks/spelling.py).
"""

from __future__ import annotations

import hashlib
import json
from bisect import bisect_right
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from tqcheck.cache import key_of_files, made
from tqcheck.languagetool.client import Hit
from tqcheck.model import Confidence, Document, Finding, Precision, Rule, Segment, SegmentKind, Severity, Span
from tqcheck.typed import NamedTuple

CHECK = "languagetool"
DATA = Path(__file__).parent / "data"
GRAMMAR = DATA / "grammar_custom.xml"
FORMAT = 1
"""Raised whenever what older code kept must not be used."""
FIELDS = {
    "languagetool", "id", "severity", "confidence", "category", "russian", "why", "suggest", "judged",
    "examples", "headlines", "capitals", "replacements", "source", "spared",
}  # fmt: skip


class Shown(NamedTuple):
    """A rule of LanguageTool that is asked for. `languagetool` is its id there.

    headlines: whether hits in headlines count (they leave out articles and verbs by right).
    sentences: whether hits outside headlines count; `headlines: only` in the data says that they do not.
    capitals: whether hits that hold a capitalised word inside a sentence count: mostly names that
    LanguageTool does not know. replacements: whether its suggestions are worth showing. spared: ends of what
    it finds by mistake, in small letters: "glassworks".
    """

    languagetool: str
    rule: Rule
    headlines: bool = True
    sentences: bool = True
    capitals: bool = True
    replacements: bool = True
    spared: tuple[str, ...] = ()


def rule_id(languagetool: str) -> str:
    """Our id for a rule of LanguageTool: languagetool.the-superlative for THE_SUPERLATIVE."""
    return f"languagetool.{languagetool.lower().replace('_', '-')}"


@cache
def shown() -> dict[str, Shown]:
    """All rules asked for, by LanguageTool's id. Raises ValueError where the data is not sound."""
    rules: dict[str, Shown] = {}
    for name in ("rules.yaml", "syntax.yaml"):
        for entry in load(name)["rules"]:
            one = _shown(entry, name)
            if one.languagetool in rules:
                raise ValueError(f"{name}: {one.languagetool} stands twice")
            rules[one.languagetool] = one
    return rules


@cache
def speller() -> Shown:
    """The rule of words that no dictionary has."""
    (entry,) = load("spelling.yaml")["rules"]
    return _shown(entry, "spelling.yaml")


@cache
def grammar_version() -> str:
    """The version that our grammar tells when it is loaded."""
    return str(load("syntax.yaml")["version"])


def grammar_digest() -> str:
    """Which grammar of ours this is: a server that runs another one is not used."""
    return hashlib.sha256(GRAMMAR.read_bytes()).hexdigest()[:16]


@cache
def load(name: str) -> dict[str, Any]:
    """A file of data/, from the cache where it is there. Not to be changed."""
    file = DATA / name
    key = key_of_files(FORMAT, [file])
    data: dict[str, Any] = made(f"languagetool-{file.stem}", key, lambda: _plain(file), json.loads)
    return data


def _plain(file: Path) -> bytes:
    import yaml  # which takes longer to load than a text from the cache to report

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return json.dumps(yaml.load(file.read_bytes(), loader), ensure_ascii=False).encode()


def _shown(entry: dict[str, Any], origin: str) -> Shown:
    if unknown := entry.keys() - FIELDS:
        raise ValueError(f"{origin}: {entry.get('languagetool')}: unknown {', '.join(sorted(unknown))}")
    examples = entry.get("examples", {})
    headlines = entry.get("headlines", True)
    if headlines not in (True, False, "only"):
        raise ValueError(f"{origin}: {entry['languagetool']}: headlines is true, false or only")
    rule = Rule(
        id=entry.get("id") or rule_id(entry["languagetool"]),
        severity=Severity(entry["severity"]),
        confidence=Confidence(entry["confidence"]),
        category=entry["category"],
        russian=entry.get("russian", ""),
        why=entry["why"],
        suggest=tuple(entry.get("suggest", ())),
        source=tuple(entry.get("source", ())),
        before=tuple(examples.get("flag", ())),
        exceptions=tuple(examples.get("pass", ())),
        precision=Precision(**entry.get("judged", {})),
        origin=f"{origin}: {entry['languagetool']}",
    )
    return Shown(
        entry["languagetool"],
        rule,
        headlines=bool(headlines),
        sentences=headlines != "only",
        capitals=entry.get("capitals", True),
        replacements=entry.get("replacements", True),
        spared=tuple(entry.get("spared", ())),
    )


def findings(document: Document, hits: Iterable[Hit]) -> list[Finding]:
    """What of the hits is worth showing."""
    segments = tuple(document.segments())
    starts = [segment.span.start for segment in segments]
    found = []
    for hit in hits:
        one = shown().get(hit.rule)
        index = bisect_right(starts, hit.start) - 1
        if (
            one is not None
            and index >= 0
            and _is_sound(document, segments[index], one, Span(hit.start, hit.end))
        ):
            found.append(_finding(document, one, hit))
    return found


def _is_sound(document: Document, segment: Segment, one: Shown, span: Span) -> bool:
    """Whether a hit counts. One over blanked text (code, a link) does not: LanguageTool has not seen what
    stands there."""
    text = document.text[span.start : span.end]
    if not text.strip() or text != document.prose[span.start : span.end]:
        return False
    if not (one.headlines if segment.kind is SegmentKind.HEADLINE else one.sentences):
        return False
    if text.lower().endswith(one.spared):
        return False
    if one.capitals:
        return True
    words = text.split()[1 if span.start <= segment.span.start else 0 :]
    return not any(word[:1].isupper() for word in words)


def _finding(document: Document, one: Shown, hit: Hit) -> Finding:
    """A rule of our grammar may tell which Russian stands behind it, before a dash: a group has many."""
    suggestions = (hit.suggestions if one.replacements else ()) or None
    span = Span(hit.start, hit.end)
    russian, dash, message = hit.message.partition(" — ")
    if not (dash and one.rule.family == "syntax"):
        return one.rule.finding(CHECK, document, span, message=hit.message, suggestions=suggestions)
    found = one.rule.finding(CHECK, document, span, message=message, suggestions=suggestions)
    return found._replace(russian=russian)
