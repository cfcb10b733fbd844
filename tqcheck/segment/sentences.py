"""Stretch of prose → sentences, as spans trimmed at both ends, none longer than `LONGEST`.

One pattern finds the candidates: terminal punctuation, closing quotes and brackets, white space. Small
functions decide. Work grows linearly with the prose, whatever it holds: runs are matched possessively and
a match starts only where the one before cannot have started, and each decision looks at a bounded stretch.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tqcheck.segment.words import abbreviations, reporting_verbs, sentence_starters

LONGEST = 5000
"""Code points in the longest sentence; what is longer is cut at white space, or hard where there is none."""

BREAKS = "\n\r\v\f\x85\u2028\u2029"
TRIM = (
    " \t\xa0\x1c\x1d\x1e\x1f\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u202f\u205f\u3000\u200b\u200c\u200d\u2060\ufeff" + BREAKS
)
"""What is trimmed and makes a line blank: all that str.isspace accepts, and the zero-width characters."""

CLOSERS = "\"'”’»)]}›"
OPENERS = "\"'“‘„«([{‹—–-•*#"
TERMINALS = ".!?…"
QUOTES = "\"'”’»›"
DASHES = "-–—"

_GAP = r"[\s\u200b\u200c\u200d\u2060\ufeff]"
_CLOSER, _OPENER = re.escape(CLOSERS), re.escape(OPENERS)
_CANDIDATE = re.compile(rf"(?<![{TERMINALS}])([{TERMINALS}]++)([{_CLOSER}]*+){_GAP}++")
_STRAY_CLOSERS = re.compile(rf"([”»)\]}}›]++)(?:{_GAP}++|\Z)")
_LONE_QUOTE = re.compile(rf"[\"']{_GAP}++")
_OPENING = re.compile(rf"(?:[{_OPENER}]|{_GAP})*+")
_WORD = re.compile(r"[^\W\d_]{1,30}+")
_SPACED_DATE = re.compile(rf"(?:\d{{1,2}}\.{_GAP}?\d|(?:19|20)\d\d\b)")
_SKIP = re.compile(rf"{_GAP}*+")


def sentences(prose: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Spans of the sentences of `prose[start:end]`, line breaks counting as spaces."""
    start = _skip(prose, start, end)
    for candidate in _CANDIDATE.finditer(prose, start, end):
        close, resume = candidate.end(2), candidate.end()
        if resume >= end:
            break
        if stray := _STRAY_CLOSERS.match(prose, resume, end):  # A stop, a space, then the closing quote.
            close, resume = stray.end(1), stray.end()
        if not _ends_sentence(prose, start, candidate, resume, end):
            continue
        lone = _LONE_QUOTE.match(prose, resume, end)
        if lone and prose.count(prose[resume], start, resume) % 2:
            close, resume = resume + 1, lone.end()
        yield from _cut(prose, start, close)
        start = resume
    yield from _cut(prose, start, end)


def _ends_sentence(prose: str, start: int, candidate: re.Match[str], resume: int, end: int) -> bool:
    """Whether a sentence that began at `start` ends at the candidate; the next word may begin at `resume`."""
    marks, closers = candidate[1], candidate[2]
    opening = _OPENING.match(prose, resume, end)
    first = opening.end() if opening else resume
    if first >= end or prose[first] in ".!?…,;:%":
        return False
    initial = prose[first]
    if initial.islower():
        return prose[first + 1 : first + 2].isupper()  # "iPhone" may begin a sentence, "meters" may not.
    quoted = any(mark in QUOTES for mark in closers)
    if quoted and prose[resume] in DASHES:  # «Мы пойдём!» – Putin said.
        return False
    if marks[0] in ".…" and marks != "." and (initial.isdigit() or initial == "+"):  # "+15... +17 °C"
        return False
    if marks != ".":
        return not (quoted and _names_speaker(prose, first, end))
    if quoted:
        return True
    word = _WORD.match(prose, first, end)
    starts = word is not None and word[0] in sentence_starters() and prose[word.end() : word.end() + 1] != "."
    return _stop_ends(prose, start, candidate.start(), resume, starts)


def _stop_ends(prose: str, start: int, stop: int, resume: int, starts: bool) -> bool:
    """Whether the full stop at `stop` ends a sentence; `starts`: the next word is a sentence starter."""
    token = _token_before(prose, start, stop)
    kind = abbreviations().get(token)
    if kind is None and len(token) > 1 and token.isupper():
        kind = abbreviations().get(token.capitalize())
    if kind == "never":
        return False
    if kind == "number":
        return not (prose[resume].isdigit() or prose[resume] in "+№")
    is_number = token.replace(".", "").isdigit()
    if (len(token) == 1 or (is_number and len(token) <= 3)) and _stands_alone(prose, start, stop):
        return False  # "1. Item": the number of a list
    if kind == "sometimes" or (len(token) == 1 and token.isupper()) or (not is_number and _is_dotted(token)):
        return starts
    return not (is_number and len(token) <= 2 and _SPACED_DATE.match(prose, resume))


def _token_before(prose: str, start: int, stop: int) -> str:
    """The word before a full stop, without opening marks and without what a hyphen or slash parts from it."""
    tail = prose[max(start, stop - 20) : stop]
    if not tail or tail[-1].isspace():
        return ""
    word = tail.rsplit(None, 1)[-1].lstrip(OPENERS).rstrip(CLOSERS)
    return word.replace("/", "-").rpartition("-")[2]


def _stands_alone(prose: str, start: int, stop: int) -> bool:
    """Whether the sentence holds nothing but one short word, and opening marks, before `stop`."""
    return stop - start <= 8 and not any(c.isspace() for c in prose[start:stop].lstrip(OPENERS + TRIM))


def _is_dotted(token: str) -> bool:
    """Whether the word is letters in groups of at most three between stops: U.S, a.m, Ph.D."""
    return "." in token and all(part.isalpha() and len(part) <= 3 for part in token.split("."))


def _names_speaker(prose: str, first: int, end: int) -> bool:
    """Whether the words from `first` on tell who spoke: "Kremlin spokesman Dmitry Peskov said"."""
    words = prose[first : min(end, first + 100)].split()[:7]
    if not words or words[0] in sentence_starters():
        return False
    for i, word in enumerate(words):
        bare = word.rstrip(",.;:!?…")
        if i and bare in reporting_verbs():
            return True
        if bare != word:
            return False
    return False


def _cut(prose: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretch, trimmed, in pieces no longer than `LONGEST`; nothing where it is blank."""
    start = _skip(prose, start, end)
    while start < end:
        piece = prose[start : min(end, start + LONGEST + 1)]
        if len(piece) > LONGEST:
            at = max(map(piece.rfind, " \n\t\xa0\r"))
            piece = piece[: at if at > 0 else LONGEST]
        resume = start + len(piece)
        if stop := len(piece.rstrip(TRIM)):
            yield start, start + stop
        start = _skip(prose, resume, end)


def trimmed(prose: str, start: int, end: int) -> tuple[int, int] | None:
    """The stretch without white space and zero-width characters at its ends; None if it is blank."""
    start = _skip(prose, start, end)
    return (start, start + len(prose[start:end].rstrip(TRIM))) if start < end else None


def _skip(prose: str, start: int, end: int) -> int:
    """The first offset from `start` on that is not trimmed away."""
    gap = _SKIP.match(prose, start, end)
    return gap.end() if gap else start
