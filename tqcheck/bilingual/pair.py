"""What checks compare: English segments beside the Russian sentences that they render."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from weakref import WeakKeyDictionary

from tqcheck.bilingual.memory import of_last
from tqcheck.bilingual.russian import Sentence, Word, normal, sentence
from tqcheck.model import Document, Segment, Source, Span

NEIGHBOURHOOD = 300
"""Code points before and after a pair where a number or a name that it lacks may stand."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A bead of the alignment, both of its sides in order and neither empty.

    Offsets of `english` point into `text`, the document's prose; those of `russian` into `source`.
    """

    english: tuple[Segment, ...]
    russian: tuple[Sentence, ...]
    text: str
    source: str
    sure: float

    @property
    def span(self) -> Span:
        """From the first English segment to the end of the last."""
        return Span(self.english[0].span.start, self.english[-1].span.end)

    @property
    def source_span(self) -> Span:
        """From the first Russian sentence to the end of the last."""
        return Span(self.russian[0].span.start, self.russian[-1].span.end)

    @property
    def lower_text(self) -> str:
        """The document's prose in lower case."""
        return _in_lower_case(self.text)

    @property
    def normal_source(self) -> str:
        """The source in lower case, ё as е."""
        return _normal(self.source)

    def says(self, span: Span) -> str:
        """What a doubt tells of words of the Russian."""
        return f"The source says {self.source[span.start : span.end]}."

    def doubt(self, rule: str, english: Span, russian: Span, suggestions: tuple[str, ...] = ()) -> Doubt:
        """A doubt about English words that tells the Russian ones."""
        return Doubt(rule, english, (russian,), self.says(russian), suggestions)

    @property
    def words(self) -> list[Word]:
        """The words and marks of the Russian, in order."""
        return [word for sentence in self.russian for word in sentence.words]


@of_last
def _in_lower_case(text: str) -> str:
    return text.lower()


@of_last
def _normal(text: str) -> str:
    return normal(text)


@dataclass(frozen=True, slots=True)
class Doubt:
    """What a detector finds: a rule of data/rules.yaml at some English words, and the Russian responsible.

    `span` is never empty: where something is missing, the words nearest to where it should stand. `detail`
    goes after the rule's message; suggestions, where given, stand in place of the rule's. `firm`: a free
    rendering does not say it so either, whatever else the rule finds.
    """

    rule: str
    span: Span
    source: tuple[Span, ...]
    detail: str = ""
    suggestions: tuple[str, ...] = ()
    firm: bool = False


_ANALYSED: WeakKeyDictionary[Source, tuple[Pair, ...]] = WeakKeyDictionary()


def pairs(document: Document) -> tuple[Pair, ...]:
    """The beads of a document that may be compared, by their place in the English; made once.

    Beads the alignment is not sure of, and those with an empty side, are left out.
    """
    source = document.source
    if source is None:
        return ()
    made = _ANALYSED.get(source)
    if made is None:
        made = _ANALYSED[source] = tuple(_pairs(document, source))
    return made


def pair_at(found: Sequence[Pair], offset: int) -> Pair | None:
    """The pair that has an English segment at an offset; None where that is not compared."""
    at = bisect_right(found, offset, key=lambda pair: pair.span.start) - 1
    for pair in found[max(0, at - 1) : at + 1][::-1]:
        if any(segment.span.start <= offset < segment.span.end for segment in pair.english):
            return pair
    return None


def _pairs(document: Document, source: Source) -> Iterator[Pair]:
    segments = {segment.span: segment for segment in document.segments()}
    for bead in source.compared:
        yield Pair(
            tuple(segments[span] for span in bead.english),
            tuple(sentence(source.text, span) for span in bead.russian),
            document.prose,
            source.text,
            bead.sure,
        )


def around(pair: Pair) -> Pair:
    """The pair with its neighbourhood on both sides, where a translator may have put a number or a name."""
    english, russian = (
        Span(max(0, start - NEIGHBOURHOOD), min(len(text), end + NEIGHBOURHOOD))
        for (start, end), text in ((pair.span, pair.text), (pair.source_span, pair.source))
    )
    return replace(pair, english=(Segment(english),), russian=(sentence(pair.source, russian),))
