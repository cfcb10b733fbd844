"""Names looked up in the entities: wrong forms, lost capitals, two forms of one name in a text.

A spotter for the checks of names and of institutions; what they look up is their own.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from functools import cache

from tqcheck.checks.coded import Spot, is_list_of_headlines
from tqcheck.clause.reading.lexicon import tags
from tqcheck.clause.reading.line import word_lists
from tqcheck.entities import Store
from tqcheck.entities.words import Hit, Word, hits, words_of_form
from tqcheck.model import Document, Span

_NEARBY = 1_500
"""Code points on either side of a form in which a word must stand that makes sure of it."""
_RUSSIAN_NOUN = "leftover.russian-noun"
_PLURAL = re.compile(r"(?:[^s]s|[nv]iki|[nv]ikov|chiki|tsy|tsev)$")
_TAIL = re.compile(r" (?:for|in|of|on|owing|with) ")
"""What follows the head of an English noun phrase."""
_OF_BODY = re.compile(r" of [A-Z][a-z]")
"""The rest of a longer name."""
_PRIZE = re.compile(r" of the (?:Year|Season|Month|Decade|Century)\b")
"""What makes an award of a title: Coach of the Year."""
_GOES_ON = r"(?: [\w’'-]+){1,5}[\"”»]"
"""Words of a title up to the mark that closes it."""


class Lookup:
    """What a check finds in the tables of its entities."""

    def __init__(self, store: Store, check: str) -> None:
        self._store = store
        self._check = check

    def __call__(self, document: Document) -> Iterator[Spot]:
        established = self._hits(document, "capitals")
        yield from self._wrong(document, self._hits(document, "wrong"), established)
        yield from self._capitals(document, established)
        if not is_list_of_headlines(document):
            yield from self._choice(self._hits(document, "choice"))

    def _hits(self, document: Document, table: str) -> list[Hit]:
        return list(hits(document.prose, self._store.table(f"{table} {self._check}")))

    def _entity(self, number: int) -> tuple[str, list[str], list[str], str]:
        entity: tuple[str, list[str], list[str], str] = json.loads(self._store.lines("entities")[number])
        return entity

    def _wrong(self, document: Document, found: list[Hit], established: list[Hit]) -> Iterator[Spot]:
        folded = document.prose.lower() if found else ""
        for hit in found:
            russian, english, near, article = self._entity(hit.number)
            around = max(0, hit.start - _NEARBY), hit.end + _NEARBY
            if near and not _any_of(tuple(near)).search(folded, *around):
                continue
            if _lies_in_longer(hit, established) or _PRIZE.match(document.prose, hit.end):
                continue
            if not _is_name(document, hit) or _is_introduced(document, hit) or _is_cut(document.prose, hit):
                continue
            takes_article = article == "drop" or english[0].startswith("the ")
            after_the = document.prose[max(0, hit.start - 4) : hit.start].lower() == "the "
            start = hit.start - 4 if takes_article and after_the else hit.start
            span = Span(start, hit.end + _closing(document.prose, hit))
            suggestions = _in_its_place(english, document.prose, hit, start)
            yield Spot(hit.rule, span, suggestions, russian=russian)

    def _capitals(self, document: Document, established: list[Hit]) -> Iterator[Spot]:
        """Some capitals of a name kept and others lost: not a style (which would drop them all)."""
        generic = self._store.words("generic")
        seen: set[str] = set()
        for hit in established:
            if hit.form in seen:
                continue
            if not _half_capital(document.prose, hit, _within(document, hit), generic):
                continue
            seen.add(hit.form)
            text = document.prose[hit.start : hit.end]
            russian = self._entity(hit.number)[0]
            if len(text) == len(hit.form):
                yield Spot(hit.rule, Span(hit.start, hit.end), (hit.form,), russian=russian)

    def _choice(self, found: list[Hit]) -> Iterator[Spot]:
        by_entity: dict[int, list[Hit]] = {}
        for hit in found:
            if hit.words[0].text[0].isupper():
                by_entity.setdefault(hit.number, []).append(hit)
        for own in by_entity.values():
            counts = Counter(hit.form for hit in own)
            if len(counts) > 1:
                common = max(counts, key=lambda form: (counts[form], form == own[0].form))
                rare = next(hit for hit in own if hit.form != common)
                said = f"Here also {common}, {counts[common]} time{'s' if counts[common] > 1 else ''}."
                yield Spot(
                    rare.rule, Span(rare.start, rare.end), (common,), said, self._entity(rare.number)[0]
                )


def _in_its_place(english: list[str], prose: str, hit: Hit, start: int) -> tuple[str, ...]:
    """The English forms as they stand in place of what begins at `start`, its article or the words of the
    hit: with its capital, its number and the common noun it begins with."""
    first = prose[start].isupper() and english[0].startswith("the ")
    forms = tuple(form[0].upper() + form[1:] if first else form for form in english)
    if hit.rule == _RUSSIAN_NOUN:
        forms = tuple(_as_many(form, hit) for form in forms)
    kind = _kind(hit, english[0]) if start == hit.start else ""
    return tuple(f"{kind} {form}" for form in forms) if kind else forms


def _as_many(english: str, hit: Hit) -> str:
    """An English noun in the plural where the Russian one is, by an English ending or its own."""
    if not _PLURAL.search(hit.words[-1].text) or english.endswith("s") or _TAIL.search(english):
        return english
    if english.endswith("man"):
        return f"{english[:-3]}men"
    if re.search(r"[^aeiou]y$", english):
        return f"{english[:-1]}ies"
    return f"{english}es" if english.endswith(("sh", "ch", "x", "z")) else f"{english}s"


def _kind(hit: Hit, english: str) -> str:
    """The common noun that a wrong name begins with, what stands before may belong to it: "the analytical
    program However"."""
    kind = hit.words[0].text
    return kind if kind.islower() and kind not in english.lower().split() and len(hit.words) > 1 else ""


def _lies_in_longer(hit: Hit, established: list[Hit]) -> bool:
    """Whether a hit is part of a longer established form; these ascend and do not overlap."""
    at = bisect_right(established, hit.start, key=lambda e: e.start) - 1
    return at >= 0 and hit.end <= established[at].end and len(established[at].form) > len(hit.form)


def _is_cut(prose: str, hit: Hit) -> bool:
    """Whether a title goes on behind the words: the program "Time of Heroes"."""
    return _opened(prose, hit) == 1 and bool(re.compile(_GOES_ON).match(prose, hit.end))


def _closing(prose: str, hit: Hit) -> int:
    """1 where a quotation mark within the words is closed right after them."""
    return int(_opened(prose, hit) % 2 == 1 and prose[hit.end : hit.end + 1] in ('"', "”", "»"))


def _opened(prose: str, hit: Hit) -> int:
    """Quotation marks within the words."""
    return sum(prose[hit.start : hit.end].count(mark) for mark in '"“«')


def _is_name(document: Document, hit: Hit) -> bool:
    """Whether the words stand as a name: capitals in the form want one in the text; an acronym is exact.

    The capital that a sentence begins with tells where the word is none of English ("Khamovnic court").
    """
    if hit.form.isupper():
        return document.prose[hit.start : hit.end] == hit.form and not _is_part_of_name(document.prose, hit)
    if not any(c.isupper() for c in hit.form):
        return True
    if any(word.text[0].isupper() for word in _within(document, hit)):
        return True
    first = hit.words[0]
    return first.text[0].isupper() and (len(hit.words) == 1 or _is_foreign(first.key))


def _is_part_of_name(prose: str, hit: Hit) -> bool:
    """Whether a hyphen joins the words to another with a capital: the group OVD-Info."""
    return prose[hit.end : hit.end + 1] in ("-", "‑") and prose[hit.end + 1 : hit.end + 2].isupper()


def _is_foreign(key: str) -> bool:
    """Whether a word, in lower case, is none of English, a numeral or particle neither."""
    lists = word_lists()
    little = key in lists["closed"] or key in lists["numeral"]
    return len(key) > 3 and not little and not tags(key, guess=False)


@cache
def _any_of(near: tuple[str, ...]) -> re.Pattern[str]:
    """Finds whole words, their plurals, and for `stem*` what begins with it."""
    words = (re.escape(word) + r"(?:e?s)?(?!\w)" for word in near if not word.endswith("*"))
    stems = (re.escape(word[:-1]) for word in near if word.endswith("*"))
    return re.compile(rf"(?<!\w)(?:{'|'.join([*words, *stems])})")


def _is_introduced(document: Document, hit: Hit) -> bool:
    """Whether the text gives an acronym in brackets, after what it stands for."""
    return hit.form.isupper() and f"({hit.form})" in document.prose


def _within(document: Document, hit: Hit) -> list[Word]:
    """The words of a hit, less one that a sentence begins with: its capital says nothing."""
    segment = document.segment_at(hit.start)
    opens = segment is not None and not document.prose[segment.span.start : hit.start].strip("\"'“«( ")
    return list(hit.words[1:] if opens else hit.words)


def _half_capital(prose: str, hit: Hit, kept: list[Word], generic: frozenset[str]) -> bool:
    """Whether some capitals are kept and others lost. Last words in lower case ("the Northern fleet") are the
    style of many houses, unless the form has an "of" or is a name of which no word is common."""
    wanted = [word.text[0].isupper() for word in words_of_form(hit.form)]
    lost = [
        i
        for i, word in enumerate(hit.words)
        if wanted[i] and word.text[0].islower() and prose[max(0, word.start - 1)] not in "-‑"
    ]
    if not lost or not any(word.text[0].isupper() for word in kept):
        return False
    if lost == [0] and hit.words[0].key == "central" and hit.words[-1].key in ("africa", "asia", "europe"):
        return False  # "central Africa" is the style of many houses
    if lost == [0] and hit.words[0].key == "state" and _OF_BODY.match(prose, hit.end):
        return False  # "the state Department of Transportation" is one of an American state
    trailing = lost == list(range(lost[0], len(hit.words))) and " of " not in hit.form
    return not (trailing and (hit.rule.startswith("institution.") or hit.words[-1].key in generic))
