"""A denial lost or gained: one language says no more often than the other has words that can answer it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from tqcheck.bilingual.cues import Hit
from tqcheck.bilingual.english import Token, near, renders, renders_lemma, tokens
from tqcheck.bilingual.pair import Doubt, Pair
from tqcheck.bilingual.russian import Word, is_known, normal
from tqcheck.bilingual.tables import negation
from tqcheck.model import Span

BEFORE, AFTER = 7, 4
"""English words before and after a rendering among which its denial is looked for."""

_PARTICIPLES = ("ed", "able")
_GROUP = 3
_ADJECTIVES = frozenset({"ADJ", "ADV", "VERB"})
_DENYING = frozenset({"ADJF", "ADJS", "ADVB", "NOUN", "PRTF", "PRED", "COMP"})


def denials(pair: Pair) -> Iterator[Doubt]:
    """A doubt where a denial of one side lacks a counterpart."""
    table, words = negation(), tokens(pair)
    russian = list(table.russian["denies"].russian(pair.russian))
    english = list(table.english["denies"].english(words))
    answers = _answers(words, english)
    firm = _standing(_groups(russian), list(table.russian["idle"].russian(pair.russian)))
    for hit in firm:
        denied = _denied_words(pair, hit, russian)
        if len(answers) < len(firm) and not _answered(denied, words, answers):
            span = Span(hit.span.start, denied[0].span.end if denied else hit.span.end)
            said = f"The source says {pair.source[span.start : span.end]}."
            yield Doubt("negation.dropped", near(pair, hit.span), (span,), said)
            return
    for word in (word for sentence in pair.russian for word in sentence.words if _is_negative(word)):
        if not answers and any(renders_lemma(token, _root(word)) for token in words):
            said = f"The source says {word.text}."
            yield Doubt("negation.dropped", near(pair, word.span), (word.span,), said)
            return
    plain = _standing(english, list(table.english["idle"].english(words)))
    if plain and len(plain) > len(russian):
        everyone = [word for sentence in pair.russian for word in sentence.words]
        denying = _denying(pair, everyone)
        for hit in plain:
            if not _borne_out(hit, words, everyone, denying):
                yield Doubt("negation.added", hit.span, ())
                return


def negated(pair: Pair) -> bool:
    """Whether either side has a plain denial."""
    table = negation()
    return any(table.russian["denies"].russian(pair.russian)) or any(
        table.english["denies"].english(tokens(pair))
    )


def _groups(hits: Sequence[Hit]) -> list[Hit]:
    """The hits without those that go on denying what one just before them denies: никто не пришёл."""
    return [
        hit
        for before, hit in zip((None, *hits), hits, strict=False)
        if before is None or hit.first - before.first > _GROUP
    ]


def _denied_words(pair: Pair, hit: Hit, denials: Sequence[Hit]) -> list[Word]:
    """The next words of the Russian, denials themselves left out."""
    denying = {other.first for other in denials}
    words = [word for sentence in pair.russian for word in sentence.words]
    following = enumerate(words[hit.last + 1 : hit.last + 5], hit.last + 1)
    return [word for i, word in following if word.pos != "PNCT" and i not in denying]


def _standing(hits: Sequence[Hit], idle: Sequence[Hit]) -> list[Hit]:
    """The hits that are no part of an idle phrase."""
    return [hit for hit in hits if not any(i.first <= hit.first <= i.last for i in idle)]


def _answers(words: Sequence[Token], denies: Sequence[Hit]) -> set[int]:
    """The numbers of English words that may render a denial."""
    found = {hit.first for hit in (*denies, *negation().english["negative"].english(words))}
    return found | {i for i, word in enumerate(words) if word.is_word and _has_prefix(word.key)}


def _answered(denied: Sequence[Word], words: Sequence[Token], answers: set[int]) -> bool:
    """Whether an answer stands near a rendering of what is denied or, without one, anywhere."""
    places = [i for word in denied[:2] for i, token in enumerate(words) if renders(token, word)]
    if not places:
        return bool(answers)
    return any(-BEFORE <= answer - place <= AFTER for place in places for answer in answers)


def _denying(pair: Pair, words: Sequence[Word]) -> set[int]:
    """The numbers of Russian words that may be rendered by a denial."""
    table = negation().russian
    hits = [hit for name in ("denies", "negative") for hit in table[name].russian(pair.russian)]
    return {hit.first for hit in hits} | {i for i, word in enumerate(words) if _is_negative(word)}


def _borne_out(hit: Hit, words: Sequence[Token], russian: Sequence[Word], denying: set[int]) -> bool:
    """Whether the Russian denies near what an English denial is said of or, without that, anywhere."""
    following = [token for token in words[hit.last + 1 : hit.last + 4] if token.is_word]
    places = [i for token in following for i, word in enumerate(russian) if renders(token, word)]
    if not places:
        return bool(denying)
    return any(-BEFORE <= deny - place <= AFTER for place in places for deny in denying)


def _is_negative(word: Word) -> bool:
    """Whether a Russian word is a denial by its prefix."""
    lemma = normal(word.lemma)
    return (
        lemma.startswith(("не", "бес", "без"))
        and word.pos in _DENYING
        and lemma not in negation().harmless
        and is_known(_root(word))
    )


def _root(word: Word) -> str:
    """A lemma without the prefix that denies."""
    return normal(word.lemma).removeprefix("не").removeprefix("бес").removeprefix("без")


@lru_cache(maxsize=20_000)
def _has_prefix(word: str) -> bool:
    """Whether an English word is an adjective or adverb behind a prefix that denies."""
    from lemminflect import getAllLemmas

    table = negation()
    if word in table.harmless or not _ADJECTIVES & (getAllLemmas(word) or {"ADJ": ()}).keys():
        return False
    return any(
        len(word) - len(prefix) > 3
        and (word.endswith(_PARTICIPLES) or _ADJECTIVES & getAllLemmas(word[len(prefix) :]).keys())
        for prefix in table.prefixes
        if word.startswith(prefix)
    )
