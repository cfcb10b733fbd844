"""A text and its Russian → beads: which sentences belong together, and how sure that is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from tqcheck.bilingual.alignment.matcher import Matcher
from tqcheck.bilingual.alignment.monotone import Link, Side, align
from tqcheck.bilingual.alignment.repair import repaired
from tqcheck.bilingual.evidence import english_keys, russian_units
from tqcheck.bilingual.russian import sentences
from tqcheck.model import SURE, Bead, Document, InputError, Paragraph, Source, Span

FITS = 0.2
"""Least share of a source's words that must have a counterpart in the text. Another article has up to 0.19,
a free human translation 0.5 or more."""

_LEAST_WORDS = 12
"""Words of content from which on the share tells whether two texts belong together."""

IN_PLACE, FIRM, FEW_WORDS, LITTLE = 0.6, 0.9, 3.0, 0.15
"""How sure a pair of sentences is that its neighbours hold in place, the least posterior for that, the weight
of the Russian words up to which a sentence is short, and the least share of a longer one's words with a
counterpart."""

_COVERED, _BARE = 0.35, 0.1
"""Share of a bead's words with a counterpart: from the first on its alignment is as sure as its place, up to
the second it is not sure at all."""


def aligned(document: Document, russian: Document) -> Source:
    """The source of a document, its sentences beside those of the text.

    Raises InputError for a source that is not Russian or not that of the text, and RussianMissing.
    """
    if is_russian(document.prose) and not is_russian(russian.prose):
        raise InputError(russian.path, f"is not Russian, but {document.path} is: the two are swapped")
    require_russian(russian.prose, russian.path)
    english = [[s.span for s in paragraph.segments] for paragraph in document.paragraphs]
    theirs = [list(_sentences(russian, paragraph)) for paragraph in russian.paragraphs]
    links, matcher = _links(document.prose, english, russian.prose, theirs)
    _require_fitting(document, russian, links, matcher)
    flat, flat_russian = [s for own in english for s in own], [s for own in theirs for s in own]
    beads = [_bead(link, flat, flat_russian, matcher) for link in links]
    single = _is_single(links)
    between = [single or _held_in_place(i, beads, links, matcher) for i in range(len(beads))]
    sure = tuple(
        b._replace(sure=max(b.sure, IN_PLACE)) if p else b for b, p in zip(beads, between, strict=True)
    )
    return Source(russian.path, russian.prose, sure, russian.origin)


def beads_of_unit(prose: str, english: list[Span], source: str, russian: list[Span]) -> tuple[Bead, ...]:
    """The beads of sentences that a bilingual file pairs: which is whose, sure throughout."""
    if not english or not russian or 1 in (len(english), len(russian)):
        return (Bead(tuple(english), tuple(russian), 1.0),)
    links, _ = _links(prose, [english], source, [russian])
    if any(not link.english or not link.russian for link in links):
        return (Bead(tuple(english), tuple(russian), 1.0),)
    return tuple(
        Bead(tuple(english[i] for i in link.english), tuple(russian[j] for j in link.russian), 1.0)
        for link in links
    )


def _links(
    prose: str, english: list[list[Span]], source: str, russian: list[list[Span]]
) -> tuple[list[Link], Matcher]:
    """Links between the sentences of paragraphs, and what they were judged by."""
    matcher = Matcher(
        [english_keys(prose[s.start : s.end]) for own in english for s in own],
        [russian_units(source[s.start : s.end]) for own in russian for s in own],
    )
    return repaired(align(_side(english), _side(russian), matcher.told), matcher), matcher


def _bead(link: Link, english: list[Span], russian: list[Span], matcher: Matcher) -> Bead:
    sure = link.posterior
    if link.english and link.russian:
        share = matcher.share(link.english, link.russian)
        sure *= min(1.0, max(0.0, (share - _BARE) / (_COVERED - _BARE)))
    return Bead(
        tuple(english[i] for i in link.english), tuple(russian[j] for j in link.russian), round(sure, 3)
    )


def _held_in_place(at: int, beads: Sequence[Bead], links: Sequence[Link], matcher: Matcher) -> bool:
    """Whether a sentence stands beside one, and those around both are each other's: such a pair needs few
    words in common, and none where the sentence is short."""
    link = links[at]
    if (len(link.english), len(link.russian)) != (1, 1) or link.posterior < FIRM:
        return False
    around = [beads[i] for i in (at - 1, at + 1) if 0 <= i < len(beads)]
    if not all(bead.english and bead.russian and bead.sure >= SURE for bead in around):
        return False
    short = matcher.weight(link.russian) <= FEW_WORDS
    return short or (bool(around) and matcher.share(link.english, link.russian) >= LITTLE)


def require_russian(text: str, path: str) -> None:
    """Raises InputError for a text that is not in Russian."""
    letters = _letters(text)
    if not is_russian(text):
        raise InputError(path, "is not Russian, so that it cannot be the source of a text")
    if 50 * letters["other Cyrillic"] > letters["russian"]:
        raise InputError(path, "is in Cyrillic but not in Russian: it holds letters Russian has not")


def is_russian(text: str) -> bool:
    """Whether half of the letters of a text or more are Russian ones."""
    letters = _letters(text)
    return bool(letters["russian"]) and 2 * letters["russian"] >= letters.total()


def _letters(text: str) -> Counter[str]:
    return Counter(map(_alphabet, filter(str.isalpha, text)))


def _alphabet(letter: str) -> str:
    if "а" <= letter.lower() <= "я" or letter in "ёЁ":
        return "russian"
    return "other Cyrillic" if "\u0400" <= letter <= "\u04ff" else "other"


def _require_fitting(document: Document, russian: Document, links: Sequence[Link], matcher: Matcher) -> None:
    both = [link for link in links if link.english and link.russian]
    counts = [matcher.covered(link.english, link.russian) for link in both]
    found, whole = sum(own for own, _ in counts), sum(own for _, own in counts)
    _, all_of_it = matcher.covered((), [j for link in links for j in link.russian])
    if all_of_it >= _LEAST_WORDS and (not both or (whole >= _LEAST_WORDS and found < FITS * whole)):
        raise InputError(russian.path, f"does not seem to be the source of {document.path}")


def _is_single(links: Sequence[Link]) -> bool:
    """Whether each side is one sentence: what fits by its words belongs together, however freely rendered."""
    return len(links) == 1 and len(links[0].english) == len(links[0].russian) == 1


def _sentences(document: Document, paragraph: Paragraph) -> Iterator[Span]:
    """The Russian sentences of a paragraph. Where its segments are parted by a line break, so are they."""
    start = paragraph.span.start
    spans = [segment.span for segment in paragraph.segments]
    for i, span in enumerate(spans):
        following = spans[i + 1].start if i + 1 < len(spans) else paragraph.span.end
        if i + 1 == len(spans) or "\n" in document.prose[span.end : following]:
            yield from sentences(document.prose, start, span.end)
            start = following


def _side(paragraphs: list[list[Span]]) -> Side:
    return Side(
        lengths=[span.end - span.start for own in paragraphs for span in own],
        opens=[i == 0 for own in paragraphs for i in range(len(own))],
    )
