"""Sentences of one side that have no counterpart on the other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tqcheck.bilingual.evidence import russian_units
from tqcheck.bilingual.pair import Doubt
from tqcheck.bilingual.renderings.counterparts import LETTERS, keys
from tqcheck.bilingual.wordlists import words
from tqcheck.model import SURE, Bead, Document, Source, Span

OMITTED, ADDED, CUT = "omission.sentence", "addition.sentence", "omission.clause"
LEAST_TOLD = 4.0
"""Weight of words from which on a Russian sentence says something that may not be lost."""

LEAST_WORDS = 4
"""Words of an English sentence that is more than a caption."""

MOVED, RENDERED = 4, 0.3
"""Beads around among which a sentence may have been moved, and the share of it to be there."""

NEAR, STRANGE = 2, 0.25
"""Beads around in which the Russian of a sentence is looked for, and the share of its words found there up to
which it was added."""

CUT_LENGTH, CUT_SHARE = 0.5, 0.34
"""Of an English sentence that was cut off, the greatest length by that of the Russian, and the share of the
Russian that it has."""

CUT_STRANGE = 2.0
"""Weight of the Russian that an English word without a counterpart may stand for in such a sentence."""

_ATTRIBUTION = re.compile(
    r"Об этом\s+(?:\w+\s+){0,2}?(?:сообщ|говор|расска|заяв|пиш|написа|переда|информир)", re.IGNORECASE
)
"""A sentence that names the source of the one before: Об этом сообщает ТАСС. English says it along."""

_WORD = re.compile(r"\w+(?:[-'’]\w+)*")


def uncovered(document: Document) -> Iterator[Doubt]:
    """Doubts about sentences without a counterpart, neighbours together. Raises RussianMissing."""
    source = document.source
    if source is None or not source.compared:
        return
    beads = source.beads
    at = 0
    while at < len(beads):
        end = at + 1
        if not beads[at].english:
            while end < len(beads) and not beads[end].english:
                end += 1
            yield from _omitted(document, source, beads, at, end)
        elif not beads[at].russian:
            yield from _added(document, source, beads, at)
        elif beads[at].sure < SURE:
            yield from _cut(document, source, beads, at)
        at = end


def _omitted(
    document: Document, source: Source, beads: Sequence[Bead], first: int, end: int
) -> Iterator[Doubt]:
    """The Russian sentences of beads that stand in a row, at the English before or after them."""
    sourced = any(
        _names_source(document, span) for bead in beads[max(0, first - 1) : end + 1] for span in bead.english
    )
    lost = [
        span
        for bead in beads[first:end]
        for span in bead.russian
        if _says_something(source, span)
        and not _is_headline(source, span)
        and not (sourced and _ATTRIBUTION.match(source.quoted(span)))
        and not _stands_elsewhere(document, source, span, beads[max(0, first - MOVED) : end + MOVED])
    ]
    place = _nearest(document, beads, first, end)
    if lost and place:
        count = f"{len(lost)} sentences are missing." if len(lost) > 1 else ""
        yield Doubt(OMITTED, place, tuple(lost), count)


def _stands_elsewhere(document: Document, source: Source, span: Span, near: Sequence[Bead]) -> bool:
    """Whether one of the English sentences near that stand alone renders a Russian one: put before or after
    its neighbours."""
    units = russian_units(source.quoted(span))
    told = sum(unit.weight for unit in units)
    for english in (english for bead in near if not bead.russian for english in bead.english):
        found = {
            key for word in _WORD.findall(document.prose[english.start : english.end]) for key in keys(word)
        }
        if sum(unit.weight for unit in units if not found.isdisjoint(unit.keys)) >= RENDERED * told:
            return True
    return False


def _names_source(document: Document, span: Span) -> bool:
    said = _WORD.findall(document.prose[span.start : span.end].lower())
    return not words("reporting").isdisjoint(said)


def _says_something(source: Source, span: Span) -> bool:
    text = source.quoted(span)
    first = _WORD.search(text.lower())
    furniture = first is not None and first[0] in words("page-furniture")
    return not furniture and sum(unit.weight for unit in russian_units(text)) >= LEAST_TOLD


def _is_headline(source: Source, span: Span) -> bool:
    """Whether it stands first, without a stop at its end: English desks write headlines of their own."""
    before = source.text[: span.start]
    return not before.strip() and source.quoted(span)[-1:] not in '.!?…"»”'


def _nearest(document: Document, beads: Sequence[Bead], first: int, end: int) -> Span | None:
    """The last word of the English before some beads, or the first one after them."""
    for bead in beads[:first][::-1]:
        if bead.english:
            *_, last = [None, *_WORD.finditer(document.prose, bead.english[-1].start, bead.english[-1].end)]
            return Span(*last.span()) if last else None
    for bead in beads[end:]:
        if bead.english:
            found = _WORD.search(document.prose, bead.english[0].start, bead.english[0].end)
            return Span(*found.span()) if found else None
    return None


def _cut(document: Document, source: Source, beads: Sequence[Bead], at: int) -> Iterator[Doubt]:
    """The Russian of a bead, between others that are sure, of whose English little is left."""
    around = [beads[i] for i in (at - 1, at + 1) if 0 <= i < len(beads)]
    if len(beads[at].english) > 1 or len(beads[at].russian) > 1 or any(bead.sure < SURE for bead in around):
        return
    [english], [russian] = beads[at].english, beads[at].russian
    if english.end - english.start > CUT_LENGTH * (russian.end - russian.start):
        return
    units = russian_units(source.quoted(russian))
    standing = [(word, keys(word)) for word in _WORD.findall(document.prose, english.start, english.end)]
    known = {key for unit in units for key in unit.keys}
    idle = words("empty") | words("connecting")
    strange = sum(
        len(word) >= LETTERS and word.lower() not in idle and known.isdisjoint(own) for word, own in standing
    )
    there = {key for _, own in standing for key in own}
    told = sum(unit.weight for unit in units)
    rendered = sum(unit.weight for unit in units if not there.isdisjoint(unit.keys))
    lost = told - rendered - CUT_STRANGE * strange
    if told >= LEAST_TOLD and lost >= (1 - CUT_SHARE) * told and standing:
        *_, last = _WORD.finditer(document.prose, english.start, english.end)
        yield Doubt(CUT, Span(*last.span()), (russian,))


def _added(document: Document, source: Source, beads: Sequence[Bead], at: int) -> Iterator[Doubt]:
    """English sentences of a bead without Russian, where that is sure or the Russian around has no words for
    them."""
    around = [span for bead in beads[max(0, at - NEAR) : at + NEAR + 1] for span in bead.russian]
    known = {key for span in around for unit in russian_units(source.quoted(span)) for key in unit.keys}
    for span in beads[at].english:
        found = _WORD.findall(document.prose, span.start, span.end)
        told = [word for word in found if len(word) >= LETTERS and word.lower() not in words("empty")]
        strange = len(told) >= LEAST_WORDS and sum(
            not known.isdisjoint(keys(w)) for w in told
        ) <= STRANGE * len(told)
        if strange or (beads[at].sure >= SURE and len(found) >= LEAST_WORDS):
            yield Doubt(ADDED, span, ())
