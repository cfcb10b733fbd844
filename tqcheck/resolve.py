"""Which findings of a document stand: one voice for the same words, in a stable order, each with a
fingerprint that survives moves of its paragraph. Pure but for the list of rules that tell one fault."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path

from tqcheck.cache import sha256
from tqcheck.model import Document, Finding, Segment, Severity, Span

OMISSION = "accuracy/omission"
WORD_ORDER = "linguistic/word-order"
_VERB_FIRST = ("syntax.fronted-*", "syntax.object-before-verb", "syntax.subordinate-verb-first")
"""Rules of which a finding begins with a verb that stands in the wrong place."""


def resolve(document: Document, by_check: Sequence[Sequence[Finding]]) -> tuple[Finding, ...]:
    """The findings to report, sorted by start, end and rule.

    Where findings of two checks overlap, the earlier check's stand; of one about a verb before its subject
    the words before them are left, if the earlier tell of something else. But what is missing is said beside
    what is wrong with the words it is missing from, and so is a falsehood that only the source tells beside
    what is less grave. Within one check, of two findings that share half of the shorter one's words, the
    graver stays; of two as grave the longer, then the surer, then the one with a suggestion, then the first
    by rule id. Of two that tell one fault beside the source (`one_fault.tsv`) the one that says it best
    stays.
    """
    kept: list[Finding] = []
    for findings in by_check:
        apart = (_apart(f, [k for k in _near(kept, f) if _rivals(f, k)]) for f in _strongest(findings))
        kept += [finding for finding in apart if finding]
        kept.sort(key=lambda finding: finding.order)
    if any(finding.source for finding in kept):
        kept = [f for f in kept if not any(_says_better(k, f) for k in _near(kept, f))]
    return _fingerprinted(document, kept)


def _apart(finding: Finding, rivals: Sequence[Finding]) -> Finding | None:
    """The finding, where it has no rivals, or its words before them: a verb before its subject is in the
    wrong place, however the subject is called. None where nothing is left."""
    if not rivals:
        return finding
    start, end = finding.span.start, min(rival.span.start for rival in rivals)
    own = _matches(finding.rule, _VERB_FIRST)
    text = finding.text[: max(end - start, 0)].rstrip()
    if not own or not text or any(rival.category == WORD_ORDER for rival in rivals):
        return None
    return finding._replace(span=Span(start, start + len(text)), text=text, suggestions=())


def _says_better(finding: Finding, other: Finding) -> bool:
    """Whether two findings on the same words, or side by side, tell one fault, and the first says it best."""
    one, two = finding.span, other.span
    if one.start > two.end + 1 or two.start > one.end + 1 or not (finding.source or other.source):
        return False
    return any(_matches(finding.rule, best) and _matches(other.rule, rest) for best, rest in one_fault())


@cache
def one_fault() -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
    """Globs of rules that may tell one fault: those that say it best, and the others."""
    lines = Path(__file__).with_name("one_fault.tsv").read_text("utf-8").splitlines()
    columns = (line.split("\t") for line in lines if not line.startswith("#"))
    return tuple((tuple(best.split()), tuple(rest.split())) for best, rest in columns)


def _matches(rule: str, globs: Iterable[str]) -> bool:
    return any(fnmatchcase(rule, glob) for glob in globs)


def _rivals(finding: Finding, other: Finding) -> bool:
    """Whether the earlier of two checks' findings speaks for both; what the source alone has only borrows the
    words it is shown at."""
    if finding.severity is Severity.CRITICAL and finding.source and other.severity is not Severity.CRITICAL:
        return False
    lacking = [one.category == OMISSION and bool(one.source) for one in (finding, other)]
    return lacking[0] == lacking[1] and finding.span.overlaps(other.span)


def _near(kept: Sequence[Finding], finding: Finding) -> Iterable[Finding]:
    """Findings that could overlap or stand side by side: they are few at one place, so a window does."""
    at = bisect_right(kept, finding.span.end + 1, key=lambda k: k.span.start)
    return kept[max(0, at - 50) : at]


def _strongest(findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings that hold against all that share their words."""
    for cluster in _clusters(findings):
        kept: list[Finding] = []
        for finding in sorted(cluster, key=_strength):
            if not any(_same_words(finding.span, other.span) for other in kept):
                kept.append(finding)
        yield from kept


def _clusters(findings: Iterable[Finding]) -> Iterator[list[Finding]]:
    """Findings that hang together by overlaps."""
    cluster: list[Finding] = []
    end = 0
    for finding in sorted(findings, key=lambda finding: finding.order):
        if cluster and finding.span.start >= end:
            yield cluster
            cluster = []
        cluster.append(finding)
        end = max(end, finding.span.end)
    if cluster:
        yield cluster


def _strength(finding: Finding) -> tuple[int, int, int, bool, int, str]:
    span = finding.span
    length = span.end - span.start
    return (
        -finding.severity.rank,
        -length,
        -finding.confidence.rank,
        not finding.suggestions,
        span.start,
        finding.rule,
    )


def _same_words(one: Span, other: Span) -> bool:
    shared = min(one.end, other.end) - max(one.start, other.start)
    return 2 * shared >= min(one.end - one.start, other.end - other.start) and shared > 0


def _fingerprinted(document: Document, findings: Sequence[Finding]) -> tuple[Finding, ...]:
    segments = list(document.segments())
    starts = [segment.span.start for segment in segments]
    seen: Counter[tuple[str, str, str]] = Counter()
    result = []
    last, sentence = -1, ""
    for finding in sorted(findings, key=lambda f: f.order):
        at = bisect_right(starts, finding.span.start) - 1
        if at != last:
            last, sentence = at, _sentence(document, segments[at])
        key = (finding.rule, sentence, finding.text)
        digest = sha256("\0".join((*key, str(seen[key]))).encode("utf-8", "surrogatepass"))
        seen[key] += 1
        result.append(finding._replace(fingerprint=digest[:16]))
    return tuple(result)


def _sentence(document: Document, segment: Segment) -> str:
    return " ".join(document.text[segment.span.start : segment.span.end].split())
