"""Quotation marks: words quoted in one language only."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tqcheck.bilingual.english import near, tokens
from tqcheck.bilingual.pair import Doubt, Pair
from tqcheck.bilingual.wordlists import words
from tqcheck.model import Span

WORDS = 5
"""Words from which on a quotation is taken for speech rather than a name or title."""

_MARKS = re.compile(r"[\"“”„«»‘]|(?<!\w)'|''|``")
_RUSSIAN = re.compile(r"«([^«»]+)»|\"([^\"]+)\"|“([^”“]+)”|„([^“”„]+)[“”]")
_ENGLISH = re.compile(r"\"([^\"]+)\"|“([^”“]+)”|«([^«»]+)»")
_NAMED = re.compile(r":\s*\Z")
_SPEECH = re.compile(r"(?:^|\n|[,.!?…]\s)\s*[—–-]\s")


def quotations(pair: Pair) -> Iterator[Doubt]:
    """A doubt where speech is in quotation marks on one side and the other has none at all."""
    start, end = pair.source_span
    russian, english = pair.source[start:end], pair.text[pair.span.start : pair.span.end]
    if not _MARKS.search(english) and not _reports(pair):
        for match in _RUSSIAN.finditer(russian):
            span = Span(start + match.start(), start + match.end())
            heads = _NAMED.search(russian[: match.start()]) and ": " in english  # Путин: «…», Putin: …
            if not heads and len(match[0].split()) >= WORDS and _has_verb(pair, span):
                yield Doubt("quotation.lost", near(pair, span), (span,))
                return
    if not _MARKS.search(russian) and not _SPEECH.search(russian):
        for match in _ENGLISH.finditer(english):
            if len(match[0].split()) >= WORDS:
                yield Doubt("quotation.added", Span(*(pair.span.start + at for at in match.span())), ())
                return


def _reports(pair: Pair) -> bool:
    """Whether the English reports the speech: by a word that says so, in the past and of no "we"."""
    keys = {token.key for token in tokens(pair)}
    reported = not keys.isdisjoint(words("speech-reported")) and not keys.isdisjoint(words("speech-shifted"))
    return reported and keys.isdisjoint(words("speech-own"))


def _has_verb(pair: Pair, span: Span) -> bool:
    return any(word.pos == "VERB" for word in pair.words if span.contains(word.span))
