"""Text → paragraphs of sentences and headlines, as code-point spans of the text as it is.

Nothing is normalised: every span is trimmed of white space and zero-width characters at both ends, spans
ascend, and no segment is longer than `LONGEST`. Work grows linearly with the text. Abbreviations and the
other word lists are files in `tqcheck/data`; add a word there, and a sentence to `tests/test_segment.py`.
"""

from __future__ import annotations

from collections.abc import Iterable

from tqcheck.model import Paragraph, Segment, SegmentKind, Span
from tqcheck.segment.headlines import headlines
from tqcheck.segment.lines import Stretch, blocks_of, is_hard_wrapped, unwrap
from tqcheck.segment.sentences import LONGEST, TRIM, sentences, trimmed

__all__ = ["LONGEST", "TRIM", "Stretch", "headlines", "paragraph", "paragraphs", "sentences", "trimmed"]


def paragraphs(prose: str) -> tuple[Paragraph, ...]:
    """Paragraphs of a plain text, in order; none for a text without a visible character.

    Blank lines part paragraphs; a line of white space, no-break spaces or zero-width characters is blank.
    A line break ends a sentence unless the file is hard-wrapped. A file without any blank line that is not
    hard-wrapped holds a paragraph a line.
    """
    blocks = blocks_of(prose)
    if is_hard_wrapped(prose, blocks):
        blocks = [unwrap(prose, block) for block in blocks]
    elif len(blocks) == 1:
        blocks = [[line] for line in blocks[0]]
    titles = headlines(prose, blocks)
    found = []
    for block in blocks:
        kinds = [SegmentKind.HEADLINE if unit in titles else SegmentKind.SENTENCE for unit in block]
        if made := paragraph(prose, block, kinds):
            found.append(made)
    return tuple(found)


def paragraph(prose: str, units: Iterable[Stretch], kinds: Iterable[SegmentKind]) -> Paragraph | None:
    """One paragraph of stretches of prose, each with its kind; a sentence does not reach across stretches.

    Line breaks within a stretch are spaces. None where all stretches are blank.
    """
    segments = [
        Segment(Span(start, end), kind)
        for unit, kind in zip(units, kinds, strict=True)
        for start, end in sentences(prose, *unit)
    ]
    if not segments:
        return None
    return Paragraph(Span(segments[0].span.start, segments[-1].span.end), tuple(segments))
