"""Names of the Russian must stand in the English, spelt by some scheme."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache

from tqcheck.bilingual.cues import Hit
from tqcheck.bilingual.detectors.names.left_bare import RULE as LOST
from tqcheck.bilingual.detectors.names.left_bare import left_bare
from tqcheck.bilingual.detectors.names.lost import PLACES, is_gone, stands_bare
from tqcheck.bilingual.detectors.names.slips import places_misspelt
from tqcheck.bilingual.detectors.names.standing import answers, bears, word_before
from tqcheck.bilingual.english import (
    Token,
    is_noun,
    near,
    renders,
    tokens,
    verbs_of,
)
from tqcheck.bilingual.names.russian_names import names_of
from tqcheck.bilingual.names.spelling import (
    Name,
    alike,
    fold,
    fold_russian,
    is_english,
    misspelt,
    sounds_alike,
    spelt,
    unlike,
)
from tqcheck.bilingual.pair import Doubt, Pair, around
from tqcheck.bilingual.russian import Word, normal
from tqcheck.bilingual.tables.contrasts import contrasts, member_of
from tqcheck.bilingual.tables.letters import letters
from tqcheck.bilingual.tables.numbers import numbers
from tqcheck.bilingual.wordlists import words as words_of
from tqcheck.model import Span

APART = 0.4
"""How far apart, in shares of the sentence, a name and the one it was taken for may stand."""

_BESIDE = 0.2
"""The same of a word with a capital that may be the meaning of a name."""

_LETTERS = 4
_CAPITAL = re.compile(r"[А-ЯЁ][а-яё]{2,}")


def names_kept(pair: Pair) -> Iterator[Doubt]:
    """Doubts about names changed, lost and misspelt."""
    words = [token for token in tokens(pair) if token.is_word]
    names = names_of(pair)
    if not words:
        return
    bare = list(left_bare(pair))
    yield from bare
    names = [name for name in names if all(name.word.span not in doubt.source for doubt in bare)]
    lost: list[Name] = []
    theirs = list(contrasts().russian.russian(pair.russian))
    ours = list(contrasts().english.english(tokens(pair)))
    listed = {hit.span for hit in theirs if member_of(hit).startswith(PLACES)}
    for name in names:
        bearing = [token for token in words if bears(pair, token, name)]
        if not bearing and not _is_in_small_letters(pair, words, name):
            lost.append(name)
        elif (
            bearing
            and name.word.span not in listed
            and (wrong := misspelt(name, bearing))
            and not is_english(wrong.key)
        ):
            yield _doubt("name.misspelt", wrong.span, pair, name, spelt(name, wrong))
    slips = list(places_misspelt(pair, words, ours, theirs))
    yield from slips
    lost = [name for name in lost if all(name.word.span not in doubt.source for doubt in slips)]
    slipped = {doubt.span for doubt in slips}
    new = [token for token in _new(pair, words, ours, theirs) if token.span not in slipped]
    yield from _of_nowhere(pair, words, ours)
    if not lost and not new:
        return
    places = {hit.span for hit in ours}
    towns = {hit.span for hit in ours if member_of(hit).startswith("city ")}
    spoken_of = any(token.key in words_of("they") for token in words)
    for name in lost:
        others = new if name.place else [token for token in new if token.span not in places]
        known = towns if name.word.span in listed else frozenset[Span]()
        taken = _taken_for(name, others, pair, known)
        if taken:
            new.remove(taken)
            yield _doubt("name.changed", taken.span, pair, name)
        elif not _may_be_called(pair, words, name, new, towns) and is_gone(
            pair, words, name, name.word.span in listed and not name.full, spoken_of
        ):
            yield _doubt(LOST, near(pair, name.word.span), pair, name)
    yield from _of_nobody(pair, new)


def _of_nowhere(pair: Pair, english: Sequence[Token], places: Sequence[Hit]) -> Iterator[Doubt]:
    """Doubts about towns after "in" that neither the Russian nor what stands around it names: in Omsk, for в
    Туринге. What the Russian calls a town or a region may be named; a capital may stand for the state."""
    hits = {hit.span: member_of(hit) for hit in places}
    for before, token, after in zip(english, english[1:], [*english[2:], None], strict=False):
        town = hits.get(token.span, "")
        if not town.startswith("city ") or not _is_town(token) or before.key != "in":
            continue
        if _breaks_off(pair) if after is None else after.text[0].isupper():
            continue
        near_ = around(pair)
        named_there = {member_of(hit) for hit in contrasts().russian.russian(near_.russian)}
        if town not in named_there and not any(_may_mean_a_town(token, word) for word in near_.words):
            yield Doubt("name.changed", token.span, tuple(part.span for part in pair.russian))


def _breaks_off(pair: Pair) -> bool:
    """Whether the Russian has no mark at its end, so that more may have stood there, as in headlines that are
    cut."""
    return pair.words[-1].pos != "PNCT"


def _is_town(token: Token) -> bool:
    """Whether a word is the name of a town, and no word for one: capital."""
    return token.text[0].isupper() and token.key not in words_of("capitals-of-states")


def _may_mean_a_town(token: Token, word: Word) -> bool:
    """Whether a Russian word may have been told as a town: a word for towns, or one that begins like it."""
    begins = fold(token.bare)[:_LETTERS] == fold_russian(normal(word.text))[:_LETTERS]
    return begins or word.lemma in words_of("russian-towns") or answers(token, word)


def _of_nobody(pair: Pair, new: Sequence[Token]) -> Iterator[Doubt]:
    """Doubts about surnames that sound like nothing in the source."""
    for token in new:
        if _is_surname(token, pair.text) and not any(
            sounds_alike(fold(token.bare), sound) for sound in _sounds_of(pair.source)
        ):
            yield Doubt("name.changed", token.span, ())


def _may_be_called(
    pair: Pair, english: Sequence[Token], name: Name, new: Sequence[Token], towns: AbstractSet[Span]
) -> bool:
    """Whether a new name may be a spelling of this one, or a word with a capital inside the sentence that
    renders no other one may be its meaning: the Squid for «Кальмар», Claus for Мороз. The names of
    towns that are known are neither."""
    if any(not unlike(token.key, name.word) for token in new if token.span not in towns):
        return True
    if stands_bare(pair, english, name):
        return False
    others = [word for word in pair.words if word.span != name.word.span and word.pos != "PNCT"]
    return any(
        token.text.istitle()
        and token is not english[0]
        and token.span not in towns
        and _apart(pair, token, name) <= _BESIDE
        and len(token.text) >= _LETTERS
        and is_english(token.key)
        and not any(answers(token, word) for word in others)
        for token in english
    )


def _is_in_small_letters(pair: Pair, english: Sequence[Token], name: Name) -> bool:
    """Whether a noun in small letters follows the first name, which may be the surname: Donald trump."""
    before = word_before(pair, name)
    if not name.full or before is None:
        return False
    return any(
        alike(own.key, before)
        and after.text.islower()
        and pair.text[own.span.end : after.span.start].isspace()
        and _may_be_surname(after, name)
        and not any(renders(after, word) for word in pair.words if word.text.islower())
        for own, after in itertools.pairwise(english)
    )


def _may_be_surname(token: Token, name: Name) -> bool:
    """Whether a word has the sound of a surname, or is a noun, which may be its meaning, and no verb."""
    acts = verbs_of(token.key, "VBD", "VBZ") or token.key in words_of("active")
    is_thing = is_noun(token.key) and not acts
    return is_thing or alike(token.key, name.word)


def _doubt(rule: str, span: Span, pair: Pair, name: Name, suggestions: tuple[str, ...] = ()) -> Doubt:
    source = name.word.span
    return pair.doubt(rule, span, source, suggestions)


def _taken_for(name: Name, new: Sequence[Token], pair: Pair, known: AbstractSet[Span]) -> Token | None:
    """The nearest of the new names, where it is near enough, and no spelling of this one. `known`: where the
    lists of contrasts have names of places: none of these is a spelling of one that is listed, wherever it
    stands where it is the only one."""
    apart = {token: _apart(pair, token, name) for token in new}
    nearest = min(apart, key=lambda token: apart[token], default=None)
    if nearest is None:
        return None
    if nearest.span in known:
        return nearest if len(new) == 1 or apart[nearest] <= APART else None
    return nearest if unlike(nearest.key, name.word) and apart[nearest] <= APART else None


def _apart(pair: Pair, token: Token, name: Name) -> float:
    """How far apart a word and a name stand, each in its own sentence, in shares of these."""
    return abs(_share(token.span, *pair.span) - _share(name.word.span, *pair.source_span))


def _share(span: Span, start: int, end: int) -> float:
    return (span.start - start) / max(1, end - start)


def _is_surname(token: Token, text: str) -> bool:
    key = token.bare
    if key in words_of("no-surnames") or text[token.span.end : token.span.end + 1] in ("'", "’"):  # mornin'
        return False
    return len(key) > _LETTERS and token.text[1:].islower() and key.endswith(letters().english_surnames)


@lru_cache(maxsize=16)
def _sounds_of(source: str) -> frozenset[str]:
    """The sounds of all words of a text with a capital, a name among them."""
    return frozenset(fold_russian(normal(match[0])) for match in _CAPITAL.finditer(source))


def _is_hyphened(text: str, span: Span) -> bool:
    """Whether a word is part of a longer one: the COVID of COVID-19, the Yurt of Bachi-Yurt."""
    return "-" in (text[span.start - 1 : span.start], text[span.end : span.end + 1])


def _new(pair: Pair, words: Sequence[Token], ours: Sequence[Hit], theirs: Sequence[Hit]) -> list[Token]:
    """Names of the English that nothing in the Russian answers for. `ours`, `theirs`: what the lists of
    contrasts have of either language."""
    russian = [word for word in pair.words if word.pos != "PNCT"]
    latin = {word.text.lower() for word in russian if word.pos == "LATN"}
    named = {member_of(hit) for hit in theirs}
    borne_out = {hit.span for hit in ours if member_of(hit) in named}
    return [
        token
        for token in words
        if token.text[0].isupper()
        and len(token.text) >= _LETTERS
        and token.span not in borne_out
        and token.key not in latin
        and token.key not in numbers().english
        and not _is_hyphened(pair.text, token.span)
        and not is_english(token.key)
        and not any(answers(token, word) for word in russian)
    ]
