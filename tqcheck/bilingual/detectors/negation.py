"""A denial lost or gained: the Russian says no and nothing in the English does, or the other way round."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from tqcheck.bilingual.cues import Cues, Hit
from tqcheck.bilingual.english import Token, near, tokens
from tqcheck.bilingual.pair import Doubt, Pair
from tqcheck.bilingual.tables import negation


def denials(pair: Pair) -> Iterator[Doubt]:
    """A doubt where all denials of one side lack a counterpart."""
    table, words = negation(), tokens(pair)
    russian = _standing(
        list(table.russian["denies"].russian(pair.russian)), list(table.russian["idle"].russian(pair.russian))
    )
    english = _standing(
        list(table.english["denies"].english(words)), list(table.english["idle"].english(words))
    )
    if russian and not english and not _negative(words, table.english):
        hit = russian[0]
        said = pair.source[hit.span.start : hit.span.end]
        yield Doubt("negation.dropped", near(pair, hit.span), (hit.span,), f"The source says {said}.")
    if (
        english
        and not russian
        and not any(
            True for part in ("denies", "negative") for _ in table.russian[part].russian(pair.russian)
        )
    ):
        yield Doubt("negation.added", english[0].span, ())


def negated(pair: Pair) -> bool:
    """Whether either side has a plain denial."""
    table = negation()
    return any(table.russian["denies"].russian(pair.russian)) or any(
        table.english["denies"].english(tokens(pair))
    )


def _standing(hits: Sequence[Hit], idle: Sequence[Hit]) -> list[Hit]:
    """The hits that are no part of an idle phrase."""
    return [hit for hit in hits if not any(i.first <= hit.first <= i.last for i in idle)]


def _negative(words: Sequence[Token], table: dict[str, Cues]) -> bool:
    if any(table["denies"].english(words)) or any(table["negative"].english(words)):
        return True
    return any(_denied(word.key) for word in words if word.is_word)


@lru_cache(maxsize=20_000)
def _denied(word: str) -> bool:
    """Whether a word is a known one behind a prefix that denies."""
    from lemminflect import getAllLemmas

    return any(
        word.startswith(prefix) and len(word) - len(prefix) > 3 and bool(getAllLemmas(word[len(prefix) :]))
        for prefix in negation().prefixes
    )
