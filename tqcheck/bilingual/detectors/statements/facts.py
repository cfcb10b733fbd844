"""What may have happened told as what can (мог упасть, "could fall"), what was to happen as what will (должен
был приехать, "to arrive"), and how something is or was done told as advice (как изменится закон, "how to
change the law")."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from tqcheck.bilingual.english import Token, is_adverb, is_verb, tokens, traces, verbs_of
from tqcheck.bilingual.pair import Doubt, Pair
from tqcheck.bilingual.russian import Word
from tqcheck.bilingual.wordlists import words
from tqcheck.model import Span

_NEAR = 3
"""Russian words from a verb to its infinitive, and English ones from "could" to its verb."""

_CLAUSE = 12
"""Words of a Russian clause after "как"."""


def facts_kept(pair: Pair) -> Iterator[Doubt]:
    """Doubts about what may have happened, what was to happen, and what nobody is told how to do."""
    english = tokens(pair)
    russian = pair.words
    yield from _could(english, russian)
    yield from _was_to(english, russian)
    yield from _how_to(english, russian)


def _infinitive(russian: Sequence[Word], at: int) -> Word | None:
    """The infinitive that follows a verb at once, adverbs left out; of "быть" the participle after it."""
    following = russian[at + 1 : at + 1 + _NEAR]
    upto = list(itertools.takewhile(lambda word: word.pos in ("INFN", "ADVB", "PRTS"), following))
    found = next((word for word in upto if word.pos == "INFN"), None)
    if found is None or found.lemma != "быть":
        return found
    return next((word for word in upto if word.pos == "PRTS"), None)


def _could(english: Sequence[Token], russian: Sequence[Word]) -> Iterator[Doubt]:
    """What may have happened told as what can: мог упасть, could fall."""
    if not words("at-any-time").isdisjoint(word.lemma for word in russian):
        return
    for i, word in enumerate(russian):
        if word.lemma != "мочь" or "past" not in word.grammemes:
            continue
        act = _infinitive(russian, i)
        if act is None or act.lemma not in words("befalling"):
            continue
        if any(other.lemma in ("не", "бы", "только") for other in russian[max(0, i - 2) : i + 2]):
            continue
        could = [k for k, token in enumerate(english) if token.key == "could"]
        if len(could) != 1 or sum(other.lemma == "мочь" for other in russian) > 1:
            continue
        following = english[could[0] + 1 : could[0] + 1 + _NEAR]
        verb = next((token for token in following if not is_adverb(token.key)), None)
        if verb is None or verb.key in ("have", "not", "only") or not is_verb(verb.key):
            continue
        if verb.key != "be" or _is_suffered(english, verb):
            span = Span(english[could[0]].span.start, verb.span.end)
            said = f"The source says that it may have happened: {word.text} {act.text}."
            yield Doubt("modality.changed", span, (word.span, act.span), said)


def _was_to(english: Sequence[Token], russian: Sequence[Word]) -> Iterator[Doubt]:
    """What was to happen told as what will or should: должна была принять, to receive."""
    keys = [token.key for token in english]
    if not words("was-to").isdisjoint(keys) or ("should", "have") in itertools.pairwise(keys):
        return
    leads = [k for k, key in enumerate(keys[:-1]) if key in words("to-come") and is_verb(keys[k + 1])]
    for before, word in itertools.pairwise(russian):
        owes, been = sorted((before, word), key=lambda one: one.lemma == "быть")
        if owes.lemma not in words("owing-to-happen") or been.lemma != "быть" or "past" not in been.grammemes:
            continue
        at = russian.index(word)
        act = _infinitive(russian, at)
        if act is None or any(other.lemma in ("не", "бы") for other in russian[max(0, at - 2) : at + 2]):
            continue
        places = traces(english, act)
        own = [k for k in leads if k + 1 in places] or (leads if len(leads) == 1 and not places else [])
        if own:
            said = f"The source says {before.text} {word.text} {act.text}."
            span = Span(english[own[0]].span.start, english[own[0] + 1].span.end)
            yield Doubt("modality.changed", span, (been.span, act.span), said)
            return


def _is_suffered(english: Sequence[Token], be: Token) -> bool:
    """Whether a participle follows "be": could be killed, and not could be a fire."""
    following = english[english.index(be) + 1 :][:1]
    return bool(following) and bool(verbs_of(following[0].key, "VBN"))


def _how_to(english: Sequence[Token], russian: Sequence[Word]) -> Iterator[Doubt]:
    """How something is or was done, told as advice."""
    keys = [token.key for token in english]
    for k, three in enumerate(zip(keys, keys[1:], keys[2:], strict=False)):
        if three[:2] != ("how", "to") or not is_verb(three[2]):
            continue
        for i, word in enumerate(russian):
            verb = _told_verb(russian, i) if word.text.lower() in ("как", "чем") else None
            if verb is not None and k + 2 in traces(english, verb):
                said = f"The source says {word.text} {verb.text}."
                span = Span(english[k].span.start, english[k + 2].span.end)
                yield Doubt("modality.changed", span, (word.span, verb.span), said)
                return


def _told_verb(russian: Sequence[Word], at: int) -> Word | None:
    """The verb of a clause after "как" that says what happened or will, or what somebody named does; None
    where the clause has an infinitive, or speaks of what one does in general."""
    clause = list(itertools.takewhile(lambda word: word.pos != "PNCT", russian[at + 1 : at + 1 + _CLAUSE]))
    verbs = [word for word in clause if word.pos == "VERB"]
    if len(verbs) != 1 or any(word.pos in ("INFN", "PRED", "GRND") for word in clause):
        return None
    own = verbs[0].grammemes
    if not own.isdisjoint({"1per", "2per", "impr"}) or verbs[0].lemma in words("awaiting"):
        return None
    return verbs[0] if "past" in own or "sing" in own or "futr" in own else None
