"""A denial lost or gained: one side says no of a word, and the other, which has that word, does not."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence, Set

from tqcheck.bilingual.cues import Hit
from tqcheck.bilingual.english import Token, near, renders, renders_lemma
from tqcheck.bilingual.names.places import places_of
from tqcheck.bilingual.pair import Doubt, Pair
from tqcheck.bilingual.renderings.counterparts import says_something
from tqcheck.bilingual.renderings.denial import (
    Sides,
    answers,
    core,
    denied_by_group,
    denied_words,
    denying,
    governed,
    groups,
    implying,
    is_name,
    is_negative,
    renders_denied,
    root_of,
    standing,
)
from tqcheck.bilingual.renderings.otherwise import AFTER, BEFORE, is_close, is_free, lacking, not_otherwise
from tqcheck.bilingual.russian import Word
from tqcheck.bilingual.tables.negation import negation
from tqcheck.bilingual.wordlists import words
from tqcheck.model import Span

CLOSE = 3
"""Words before and after a rendering among which what a prefix denies is looked for."""

_STATING = frozenset({"ADJS", "PRED", "PRTS", "VERB"})
"""Parts of speech that state something: where the Russian denies nothing, what it says."""
_DENIED = 3
"""Words after an English denial among which stands what it denies."""


def denials(pair: Pair) -> Iterator[Doubt]:
    """A doubt where a denial of one side lacks a counterpart."""
    sides = Sides.of(pair)
    if (
        doubt := _dropped(pair, sides)
        or _literal(pair, sides)
        or _halved(pair, sides)
        or _prefix_dropped(pair, sides)
        or _added(pair, sides)
    ):
        yield doubt


def _dropped(pair: Pair, sides: Sides) -> Doubt | None:
    """A denial of words that the English has, and does not deny.

    Where it lacks them it may say the same otherwise (не прекращается, continues), unless it renders the rest
    closely and has nothing at all that denies.
    """
    hits = groups(sides.russian_denies, sides.russian)
    firm = standing(hits, list(negation().russian["idle"].russian(pair.russian)))
    firm = not_otherwise(pair, sides, firm)
    if not firm:
        return None
    denied = {i: denied_by_group(sides, firm, i) for i in range(len(firm))}
    own = {i: _places(pair, sides, denied_here) for i, denied_here in denied.items()}
    places = {i: own[i] or _places(pair, sides, governed(sides, hit)) for i, hit in enumerate(firm)}
    answering = answers(pair, sides)
    wanted = {  # the nouns of a verb that says little may be denied anywhere: "are unique"
        i: {a for a in answering if not at or any(-BEFORE <= a - place <= AFTER for place in at)}
        | set(lacking(sides, firm[i], answering))
        for i, at in own.items()
    }
    either = any(token.key in words("alternatives") for token in sides.words)
    close = not is_free(pair, sides)
    unsaid = close and not answering and is_close(pair)
    for i in _unanswered(wanted):
        hit = firm[i]
        stated = _places(pair, sides, core(sides, firm, i)) or (close and places[i])
        if (stated or (unsaid and denied[i])) and not (either and i and _is_listed(sides, hit)):
            ends = [word.span.end for word in denied_words(sides, hit)[:1]]
            span = Span(hit.span.start, max([hit.span.end, *ends]))
            return pair.doubt("negation.dropped", near(pair, hit.span), span)
    return None


def _places(pair: Pair, sides: Sides, own: Sequence[Word]) -> list[int]:
    """Where the English has some words; a word that any sentence may hold must be a likely rendering, and a
    form of "be" renders only what needs another word."""
    return [
        k
        for word in own
        for k in places_of(pair, sides.words, word)
        if says_something(sides.words[k]) or _may_render(sides.words[k], word)
    ]


def _may_render(token: Token, word: Word) -> bool:
    be = token.key in words("passive")
    return renders(token, word) and (not be or word.lemma in words("auxiliaries"))


def _halved(pair: Pair, sides: Sides) -> Doubt | None:
    """A denial of a denial, of which the English has one half: нельзя не заметить, impossible to notice."""
    twice = next(negation().twice.russian(pair.russian), None)
    others = [hit for hit in sides.russian_denies if twice and not twice.first <= hit.first <= twice.last]
    if twice is None or others:
        return None
    keys = [token.key for token in sides.words]
    answering = answers(pair, sides) - implying(sides)
    answering |= {i for i, key in enumerate(keys) if key == "without"}
    if len(answering) == 1 and words("undoing").isdisjoint(keys):
        return pair.doubt("negation.dropped", sides.words[min(answering)].span, twice.span)
    return None


def _literal(pair: Pair, sides: Sides) -> Doubt | None:
    """A denial of a word that denies, of which the English has the word alone: не исключает, rules out."""
    said, meant = negation().literal
    denied = {hit.value: hit for hit in said.russian(pair.russian)}
    if not denied:
        return None
    answering = {hit.first for hit in sides.denies}
    answering |= {hit.first for hit in negation().english["negative"].english(sides.words)}
    for hit in meant.english(sides.words):
        own = set(range(hit.first, hit.last + 1))
        if hit.value in denied and not any(-BEFORE <= a - hit.first <= AFTER for a in answering - own):
            russian = denied[hit.value].span
            return pair.doubt("negation.dropped", hit.span, russian)
    return None


def _is_listed(sides: Sides, hit: Hit) -> bool:
    """Whether a denial goes on with another, so that one may be said of both: не A и не B, not A or B."""
    before = sides.russian[max(0, hit.first - 1)].text.lower()
    return before in words("russian-going-on")


def _unanswered(wanted: Mapping[int, Set[int]]) -> list[int]:
    """What is left over where each takes an answer it may have, none of them twice (Kuhn's algorithm)."""
    taken: dict[int, int] = {}

    def place(one: int, seen: set[int]) -> bool:
        for answer in sorted(wanted[one] - seen):
            seen.add(answer)
            if answer not in taken or place(taken[answer], seen):
                taken[answer] = one
                return True
        return False

    return [one for one in wanted if not place(one, set())]


def _prefix_dropped(pair: Pair, sides: Sides) -> Doubt | None:
    """A Russian word that a prefix denies, rendered by what it denies: незаконный, legal."""
    for word in filter(is_negative, sides.russian):
        root = root_of(word)
        if any(renders_denied(token, word) for token in sides.words):
            continue
        places = [
            k
            for k, token in enumerate(sides.words)
            if renders_lemma(token, root)
            and not any(renders(token, other) for other in sides.russian if other is not word)
        ]
        answering = answers(pair, sides)
        if places and not any(-CLOSE <= a - place <= CLOSE for place in places for a in answering):
            return pair.doubt("negation.dropped", near(pair, word.span), word.span)
    return None


def _added(pair: Pair, sides: Sides) -> Doubt | None:
    """An English denial for which the Russian, near what is denied, has none."""
    denies = [hit for hit in sides.denies if not is_name(sides.words[hit.first])]
    plain = standing(denies, list(negation().english["idle"].english(sides.words)))
    if not plain:
        return None
    may_deny = denying(pair, sides)
    there_is_no = {i for i, word in enumerate(sides.russian) if word.lemma in words("there-is-no")}
    wanted: dict[int, set[int]] = {}
    denied: dict[int, list[int]] = {}
    for i, hit in enumerate(plain):
        if i and _goes_on(sides.words, hit):
            continue
        following = _denied_after(sides.words, hit)
        places = [k for token in following for k, word in enumerate(sides.russian) if renders(token, word)]
        denied[i] = places
        if places or not may_deny:
            near_ = {d for d in may_deny if any(_may_be_of(sides, d, place) for place in places)}
            near_ -= {d for d in near_ if not _is_beside(sides, d, places, following)}
            wanted[i] = near_ | (there_is_no & may_deny)
    left = _unanswered(wanted)
    if not left:
        return None
    stated = denied[left[0]] or [i for i, word in enumerate(sides.russian) if word.pos in _STATING][:1]
    source = sorted(sides.russian[i].span for i in stated) or [part.span for part in pair.russian]
    return Doubt("negation.added", plain[left[0]].span, tuple(source))


def _denied_after(english: Sequence[Token], hit: Hit) -> list[Token]:
    """The words after an English denial that it may be of, in the same clause."""
    own = itertools.takewhile(lambda token: token.key not in words("parting"), english[hit.last + 1 :])
    return [token for token in itertools.islice(own, _DENIED) if token.is_word]


def _may_be_of(sides: Sides, denial: int, place: int) -> bool:
    """Whether a Russian denial may be one of the word at a place: near it, or after it in the same clause
    (других улик следствие так и не представило)."""
    between = sides.russian[place:denial]
    in_clause = bool(between) and all(word.pos != "PNCT" for word in between)
    return in_clause or -BEFORE <= denial - place <= AFTER


def _is_beside(sides: Sides, denial: int, places: Sequence[int], following: Sequence[Token]) -> bool:
    """Whether a word behind a prefix that denies may be what is denied in English: by its root (нелегко, not
    easy), or near; any other denial may be."""
    word = sides.russian[denial]
    if not is_negative(word) or any(abs(denial - place) <= CLOSE for place in places):
        return True
    return any(renders_lemma(token, root_of(word)) for token in following)


def _goes_on(words_: Sequence[Token], hit: Hit) -> bool:
    """Whether a denial goes on with the one before it: no … and no …, neither … nor …"""
    before = {token.key for token in words_[max(0, hit.first - 2) : hit.first + 1]}
    return not before.isdisjoint(words("going-on"))
