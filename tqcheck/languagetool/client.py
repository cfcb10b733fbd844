"""Documents to LanguageTool and its matches back, in our offsets.

What is sent is `Document.prose`, cut where our segments say a sentence ends although LanguageTool would read
on (a line break), in requests of bounded size. LanguageTool counts UTF-16 units, we count code points: every
code point beyond the Basic Multilingual Plane goes out as one stand-in, so that both counts are the same.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from tqcheck.model import CannotCheck, Document, Span
from tqcheck.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from language_tool_python import LanguageTool

LANGUAGE = "en-US"
SPELLERS = {"en-US": "MORFOLOGIK_RULE_EN_US", "en-GB": "MORFOLOGIK_RULE_EN_GB"}
"""Dictionaries, by language: a word is unknown if none has it."""
BOUND = 10_000
"""Code points of one request at most: enough to pay for the round trip, little enough for two at a time."""
STAND_IN = "\u25a1"
"""White square, a symbol as most of what lies beyond the plane is."""
GAP = "\n\n"
PROBE_RULE = "TQCHECK_VERSION"
PROBE = "tqcheckgrammarprobe"
SUGGESTIONS = 5
_TO_STAND_IN = re.compile("[\U00010000-\U0010ffff\ud800-\udfff\x00-\x08\x0b\x0c\x0e-\x1f]")
_LINE_BREAK = re.compile(r"[\r\n\u2028\u2029\x85]")


class UnreachableError(CannotCheck):
    """The server did not answer at all: another one may."""


class Hit(NamedTuple):
    """A match: LanguageTool's rule id, code points of the document (end exclusive), what it says."""

    rule: str
    start: int
    end: int
    message: str
    suggestions: tuple[str, ...]


class Piece(NamedTuple):
    """A stretch of the document as sent: `text` has the length of the stretch, which begins at `start`."""

    start: int
    text: str


def plain(text: str) -> str:
    """The same number of code points, each one UTF-16 unit, on one line."""
    return _LINE_BREAK.sub(" ", _TO_STAND_IN.sub(STAND_IN, text))


def pieces(document: Document) -> Iterator[Piece]:
    """The document's prose in reading order: one piece a run of segments without a line break between them,
    none longer than BOUND."""
    prose = document.prose
    for paragraph in document.paragraphs:
        start = end = -1
        for segment in paragraph.segments:
            span = segment.span
            if end >= 0 and (
                _LINE_BREAK.search(prose, end, span.start) is not None or span.end - start > BOUND
            ):
                yield from _bounded(prose, Span(start, end))
                start = -1
            if start < 0:
                start = span.start
            end = span.end
        if start >= 0:
            yield from _bounded(prose, Span(start, end))


def _bounded(prose: str, span: Span) -> Iterator[Piece]:
    """The stretch in pieces of at most BOUND code points, cut at a space if the last tenth has one."""
    start = span.start
    while span.end - start > BOUND:
        cut = prose.rfind(" ", start + BOUND * 9 // 10, start + BOUND)
        cut = cut + 1 if cut >= 0 else start + BOUND
        yield Piece(start, plain(prose[start:cut]))
        start = cut
    if prose[start : span.end].strip():
        yield Piece(start, plain(prose[start : span.end]))


def requests_of(document: Document) -> list[list[Piece]]:
    """The pieces, as many to a request as fit."""
    batches: list[list[Piece]] = []
    room = 0
    for piece in pieces(document):
        if not batches or len(piece.text) > room:
            batches.append([])
            room = BOUND
        batches[-1].append(piece)
        room -= len(piece.text) + len(GAP)
    return batches


def is_loopback(url: str) -> bool:
    """Whether the address is on this machine."""
    host = urlsplit(url if "//" in url else f"//{url}").hostname or ""
    return host in ("localhost", "::1") or host.startswith("127.")


class Client:
    """One server, asked for certain rules only. Safe to use from several threads."""

    def __init__(self, url: str, rules: Iterable[str]) -> None:
        """Raises UnreachableError or CannotCheck when there is no LanguageTool at the address."""
        self.url = url
        self._tool = _tool(url, LANGUAGE)
        self._spellers: dict[str, LanguageTool] = {}
        self._tool.enabled_rules = {*rules, PROBE_RULE}
        self._tool.enabled_rules_only = True

    def grammar(self) -> str:
        """The version of our grammar that the server runs, "" for none."""
        for rule, _, message, _, _ in self._matches(f"A {PROBE} stands here.", self._tool):
            if rule == PROBE_RULE:
                return message.rsplit(" ", 1)[-1]
        return ""

    def check(self, batch: list[Piece]) -> list[Hit]:
        """Hits in the pieces of one request. Raises UnreachableError or CannotCheck."""
        starts: list[int] = []
        length = 0
        for piece in batch:
            starts.append(length)
            length += len(piece.text) + len(GAP)
        hits = []
        for rule, offset, message, size, suggestions in self._matches(
            GAP.join(piece.text for piece in batch), self._tool
        ):
            index = bisect_right(starts, offset) - 1
            piece = batch[index]
            start = offset - starts[index]
            end = start + size
            if end > len(piece.text) or rule == PROBE_RULE:  # over the gap: no fault of the text
                continue
            hits.append(Hit(rule, piece.start + start, piece.start + end, message, suggestions))
        return hits

    def spell(self, words: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """The words that neither the American nor the British speller knows, and what these would write.

        Suggestions are where their time goes, so each word is worth asking for once. Raises as `check` does.
        """
        unknown: dict[str, tuple[str, ...]] = dict.fromkeys(sorted(words), ())
        for language, rule in SPELLERS.items():
            if not unknown:
                break
            if language not in self._spellers:
                self._spellers[language] = _tool(self.url, language)
                self._spellers[language].enabled_rules = {rule}
                self._spellers[language].enabled_rules_only = True
            unknown = self._unknown(unknown, self._spellers[language])
        return unknown

    def _unknown(self, words: dict[str, tuple[str, ...]], tool: LanguageTool) -> dict[str, tuple[str, ...]]:
        """Those of the words that a speller does not know; suggestions that they have already stay."""
        found = {}
        batch: dict[int, str] = {}
        length = 0
        for number, word in enumerate(words, 1):
            batch[length] = word
            length += len(word) + len(GAP)
            if length > BOUND or number == len(words):
                for _, offset, _, _, suggestions in self._matches(GAP.join(batch.values()), tool):
                    if offset in batch:
                        found[batch[offset]] = words[batch[offset]] or suggestions
                batch, length = {}, 0
        return found

    def _matches(self, text: str, tool: LanguageTool) -> Iterator[tuple[str, int, str, int, tuple[str, ...]]]:
        with _Translated(self.url):
            matches = tool.check(text)
        for match in matches:
            suggestions = tuple(s for s in match.replacements[:SUGGESTIONS] if STAND_IN not in s)
            yield match.rule_id, match.offset, match.message, match.error_length, suggestions


def _tool(url: str, language: str) -> LanguageTool:
    from language_tool_python import LanguageTool

    class Tool(LanguageTool):
        _TIMEOUT = 60  # type: ignore[assignment] # seconds, of two tries: five minutes each is no service

    past_proxy = {"no_proxy": "127.0.0.1,localhost,::1"} if is_loopback(url) else None
    with _Translated(url):
        _look(url)
        return Tool(language, remote_server=url, proxies=past_proxy)


def _look(url: str) -> None:
    """Raises what _Translated understands unless a LanguageTool answers soon; the client waits minutes."""
    import requests

    base = url if "//" in url else f"http://{url}"
    past_proxy = {"no_proxy": "127.0.0.1,localhost,::1"} if is_loopback(url) else None
    with requests.get(f"{base.rstrip('/')}/v2/languages", timeout=(5, 30), proxies=past_proxy) as answer:
        languages = json.loads(answer.text)
    if not isinstance(languages, list):
        raise TypeError("it answers with no list of languages")
    if not any(language["longCode"] == LANGUAGE for language in languages):
        raise ValueError("it does not know English")


class _Translated:
    """Turns whatever language-tool-python and the network raise into our errors."""

    def __init__(self, url: str) -> None:
        self._url = url

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if error is None or isinstance(error, CannotCheck) or not isinstance(error, Exception):
            return
        from language_tool_python.exceptions import LanguageToolError, RateLimitError

        cause = error.__cause__ if isinstance(error, LanguageToolError) and error.__cause__ else error
        if isinstance(error, RateLimitError):
            raise CannotCheck(
                f"the LanguageTool server at {self._url} allows no more requests now"
            ) from error
        if isinstance(cause, json.JSONDecodeError | KeyError | TypeError | AttributeError):
            raise CannotCheck(
                f"what answers at {self._url} is not LanguageTool ({' '.join(str(error).split())[:120]})"
            ) from error
        if isinstance(cause, OSError):
            raise UnreachableError(
                f"no LanguageTool answers at {self._url} ({type(cause).__name__})"
            ) from error
        raise CannotCheck(f"LanguageTool at {self._url}: {' '.join(str(error).split())[:200]}") from error
