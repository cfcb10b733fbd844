"""Of what "only" and "even" are said, changed: пособие получат только матери, "mothers will only receive"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tqcheck.bilingual.english import verbs_of
from tqcheck.bilingual.pair import Doubt, Pair
from tqcheck.bilingual.renderings.rendered import Rendered, first_turned
from tqcheck.bilingual.russian import Sentence
from tqcheck.bilingual.sentence.clause_bounds import bounds
from tqcheck.bilingual.sentence.groups import groups_of
from tqcheck.bilingual.sentence.subjects import does
from tqcheck.bilingual.wordlists import words

RULE = "scope.moved"

_PARTICLES = {"только": "only", "лишь": "only", "даже": "even"}
_NEXT = 3
"""English words after "only" among which the noun stands of which it is said."""


@dataclass(frozen=True, slots=True)
class _Said:
    """Of which words a particle is said, whether they do what a verb tells, and its English."""

    particle: int
    of: tuple[int, ...]
    subject: bool
    english: str


def focus_kept(pair: Pair) -> Iterator[Doubt]:
    """A doubt where the English says "only" or "even" of another part of the sentence."""
    return first_turned(
        pair, RULE, _said, _moved, lambda sentence, said: sentence.spans((said.particle, *said.of))
    )


def _said(sentence: Sentence) -> Iterator[_Said]:
    """The only particle of a sentence, where it stands right before a noun with what belongs to it."""
    russian = sentence.words
    found = [at for at, word in enumerate(russian) if word.text.lower() in _PARTICLES]
    if len(found) != 1 or any(
        word.lemma in words("beside-only") for word in russian[max(0, found[0] - 1) : found[0]]
    ):
        return
    [at] = found
    for verb, word in enumerate(russian):
        if word.pos not in ("VERB", "PRTS"):
            continue
        start, stop = bounds(russian, verb)
        if not start <= at < stop:
            continue
        for group in groups_of(russian, at + 1, stop):
            own = sorted((*group.named, *group.belonging))
            if own[0] - at != (2 if group.governed else 1):
                break
            subject = group.stands_in("nomn") and not group.stands_in("accs") and does(russian, group, verb)
            yield _Said(at, tuple(own), subject, _PARTICLES[russian[at].text.lower()])
            break
        return


def _moved(english: Rendered, sentence: Sentence, said: _Said) -> tuple[int, int] | None:
    """The particle and what it is said of, where that is something else."""
    told = english.words
    places = [k for k, word in enumerate(told) if word == said.english]
    own = {k for i in said.of for k in english.standing(sentence.words[i].text)}
    if len(places) != 1 or not own:
        return None
    [at] = places
    near = set(range(at - 1, at + 2 + _NEXT))
    if own & near or at + 1 >= len(told):
        return None
    if said.subject and max(own) < at and _is_before_verb(told, at):
        return at, at + 1
    return None


def _is_before_verb(told: Sequence[str], at: int) -> bool:
    """Whether a particle stands among the words of a verb: will only receive, did not even believe."""
    helped = told[at - 1] in words("helping") | words("active") | {"not"}
    return helped or bool(verbs_of(told[at + 1], "VBD", "VBZ"))
