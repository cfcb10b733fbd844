"""Places that are a slip away from their English: Satratov, Arentina."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from tqcheck.bilingual.cues import Hit
from tqcheck.bilingual.detectors.names.lost import PLACES
from tqcheck.bilingual.detectors.names.standing import answers
from tqcheck.bilingual.english import Token, renders
from tqcheck.bilingual.lexicon import renderings
from tqcheck.bilingual.names.spelling import fold, is_english, is_slip, spells
from tqcheck.bilingual.pair import Doubt, Pair
from tqcheck.bilingual.russian import Word, normal
from tqcheck.bilingual.tables.contrasts import contrasts, member_of
from tqcheck.model import Span

RULE = "name.misspelt"

SURELY = 0.6
"""Share of its renderings from which on a word of the lexicon is the English of a place."""

_SHORTEST = 5
"""Letters of a name that is no other one where it has another letter."""

_ENDING = 3
"""Letters that may follow the stem of a name: the ian of Saratovian."""


def places_misspelt(
    pair: Pair, english: Sequence[Token], ours: Sequence[Hit], theirs: Sequence[Hit]
) -> Iterator[Doubt]:
    """A doubt for each word that is neither English nor a known place, and one letter off a place which the
    Russian names and the English lacks. `ours`, `theirs`: what the lists of contrasts have of either
    language."""
    known = {hit.span for hit in ours}
    strange = [token for token in english if _is_strange(token) and token.span not in known]
    told = set[Span]()
    for place, stems in _lost(pair, english, {member_of(hit) for hit in ours}, theirs) if strange else ():
        for token in strange:
            if token.span in told or not any(_begins_like(token.bare, stem) for stem in stems):
                continue
            if not any(_is_of(token, word, place) for word in pair.words):
                told.add(token.span)
                yield pair.doubt(RULE, token.span, place)


def _lost(
    pair: Pair, english: Sequence[Token], named: AbstractSet[str], theirs: Sequence[Hit]
) -> Iterator[tuple[Span, list[str]]]:
    """Where the Russian has places that the English lacks, with the English stems of each."""
    for hit in theirs:
        if hit.value.startswith(PLACES) and hit.value not in named:
            cues = contrasts().written.get(hit.value, ())
            yield hit.span, [cue.rstrip("*").lower() for cue in cues]
    for word in pair.words:
        if "Geox" in word.grammemes and not any(renders(token, word) for token in english):
            stems = renderings(normal(word.lemma)).items()
            yield word.span, [stem for stem, share in stems if share >= SURELY]


def _is_strange(token: Token) -> bool:
    return token.text.istitle() and len(token.bare) >= _SHORTEST and not is_english(token.key)


def _begins_like(word: str, stem: str) -> bool:
    """Whether a word is a slip away from a stem, with whatever ending; one letter for two of them is none:
    Donbas."""
    if (
        fold(word).startswith(fold(stem))
        or len(stem) < _SHORTEST
        or not len(stem) - 1 <= len(word) <= len(stem) + 1 + _ENDING
    ):
        return False
    return any(is_slip(word[:end], stem) for end in range(len(stem) - 1, len(stem) + 2))


def _is_of(token: Token, word: Word, place: Span) -> bool:
    """Whether a word stands for another Russian one, or spells the Russian of the place by some scheme."""
    if word.span.overlaps(place):
        return spells(token.bare, normal(word.lemma)) or spells(token.bare, normal(word.text))
    return word.text[0].isupper() and answers(token, word)
