"""What is said of an act, changed into something else: may do, must do; tried to, managed to do."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from tqcheck.bilingual.english import Token, tokens, traces
from tqcheck.bilingual.pair import Doubt, Pair
from tqcheck.bilingual.russian import Word
from tqcheck.bilingual.tables.modals import modals
from tqcheck.bilingual.tables.negation import negation
from tqcheck.bilingual.wordlists import words
from tqcheck.model import Span

_PREDICATIVE = frozenset({"PRTS", "ADJS"})
_INSTRUMENTAL = ("ым", "им", "ой", "ей", "ыми", "ими")
"""How adjectives end behind быть: должна быть новой."""
_OPENING = frozenset('«“"(')
_PARTING = frozenset({"PNCT", "VERB", "CONJ"})
CHAIN = 6
"""English words before a verb among which what is said of it stands."""


def modals_kept(pair: Pair) -> Iterator[Doubt]:
    """A doubt where the verb that renders the infinitive after one of these words stands after one of another
    class, which that excludes."""
    yield from _must_for_may(pair)
    table = modals()
    russian = pair.words
    said = [(i, table.russian[word.lemma]) for i, word in enumerate(russian) if word.lemma in table.russian]
    english = tokens(pair) if said else ()
    for i, own in said:
        acts = _infinitive(russian, i) or _agreed_on(russian, i, own)
        if acts is None or _is_denied(russian, i, own):
            continue
        chains = [list(_chain(english, place)) for place in traces(english, acts)]
        if not chains and len(said) == 1:
            chains = [[t for k, t in enumerate(english) if _counts(english, k)]]
        found = [{table.english[t.key] for t in chain if t.key in table.english} for chain in chains]
        if not chains or any(own in classes for classes in found):
            continue
        for chain in chains:
            wrong = [t for t in chain if table.english.get(t.key) in table.excludes[own]]
            if wrong and not any(t.key in negation().plain for t in chain):
                first, last = sorted((russian[i].span, acts.span))
                what = pair.says(Span(first.start, last.end))
                yield Doubt("modality.changed", wrong[0].span, (russian[i].span, acts.span), what)
                break


def _must_for_may(pair: Pair) -> Iterator[Doubt]:
    """A doubt where the English says "must" and the Russian only that something is possible."""
    english = tokens(pair)
    must = [
        token
        for before, token in itertools.pairwise((None, *english))
        if token is not None and token.text == "must" and (before is None or before.key not in ("a", "the"))
    ]
    if len(must) != 1 or len(pair.russian) != 1:
        return
    lemmas = {lemma for word in pair.words for lemma in (word.lemma, *word.lemmas)}
    if not lemmas.isdisjoint(words("obliging")) or any("impr" in word.grammemes for word in pair.words):
        return
    said = [word for word in pair.words if word.lemma in words("being-possible")]
    if len(said) > sum(token.key in words("telling-of-may") for token in english):
        yield Doubt("modality.changed", must[0].span, (said[0].span,), pair.says(said[0].span))


def _infinitive(russian: Sequence[Word], at: int) -> Word | None:
    """The infinitive that belongs to a word: the next one of its clause, or else the one before, unless that
    belongs to another verb; what stands with быть in its place (должны быть оборудованы)."""
    if russian[at + 1 : at + 2] and russian[at + 1].text == "от":  # отказаться от планов построить
        return None
    after = list(itertools.takewhile(_goes_on, russian[at + 1 :]))
    before = itertools.takewhile(lambda word: word.pos not in _PARTING, russian[:at][::-1])
    found = next((word for word in (*after, *before) if word.pos == "INFN"), None)
    if found is None or found.lemma != "быть":
        return found
    states = next((word for word in after if word.pos in _PREDICATIVE), None)
    behind = after[after.index(found) + 1 :][:1] if found in after else []
    is_so = any(word.pos == "ADJF" and word.text.lower().endswith(_INSTRUMENTAL) for word in behind)
    return states or (found if is_so else None)


def _goes_on(word: Word) -> bool:
    """Whether a clause goes on: an opening quotation mark parts nothing (может «качнуться»)."""
    return word.pos != "PNCT" or word.text in _OPENING


def _agreed_on(russian: Sequence[Word], at: int, own: str) -> Word | None:
    """The noun of what somebody agreed on: договорились о сотрудничестве."""
    if own not in words("classes-with-nouns"):
        return None
    [*leading] = russian[at + 1 : at + 3]
    if len(leading) < 2 or leading[0].text.lower() not in ("о", "об") or leading[1].pos != "NOUN":
        return None
    return leading[1]


def _is_denied(russian: Sequence[Word], at: int, own: str) -> bool:
    """Whether a denial or "only" (могут только подать, have to file) stands beside a word; of what is tried,
    begun or promised a denial behind is another's (пытались не допустить)."""
    behind = 3 if own in words("classes-that-a-denial-turns") else 1
    return any(word.lemma in words("turning") for word in russian[max(0, at - 2) : at + behind])


def _chain(english: Sequence[Token], place: int) -> Iterator[Token]:
    """What stands before a verb and may belong to it, the nearest first; "have" only before "to"."""
    for k in range(place - 1, max(-1, place - 1 - CHAIN), -1):
        token = english[k]
        if not token.is_word or token.key in words("clause-words") - {"to", "which"}:
            return
        if _counts(english, k):
            yield token


def _counts(english: Sequence[Token], place: int) -> bool:
    """Whether a word is no mere auxiliary."""
    following = english[place + 1 : place + 2]
    return english[place].key not in words("owning") or (bool(following) and following[0].key == "to")
