"""What says no on each side of a pair: plain denials, words such as "refuse", and words behind a prefix."""

from __future__ import annotations

import itertools
from collections.abc import Sequence, Set
from dataclasses import dataclass, replace
from functools import lru_cache

from tqcheck.bilingual.cues import Hit
from tqcheck.bilingual.english import Token, renders, renders_lemma, tokens
from tqcheck.bilingual.pair import Pair
from tqcheck.bilingual.renderings.counterparts import says_something
from tqcheck.bilingual.russian import Word, is_known, normal
from tqcheck.bilingual.tables.negation import negation
from tqcheck.bilingual.wordlists import words

_PARTICIPLES = ("ed", "able")
_ABLE = ("able", "ible")
_LACKING = ("less", "lessness", "lessly")
_OF_ADJECTIVES = frozenset({"in", "im", "ir", "il"})
"""Prefixes that deny an adjective, its adverb or its noun, and no verb: impose and imposed deny nothing."""
_QUALITIES = ("ity", "ence", "ance", "ency", "ancy", "acy", "ness", "tude", "ction", "ice")
"""Ends of nouns that name what an adjective says, or a doing: inequality, inaction."""
_TELLING_LETTERS = 5
"""Letters of an English word from which on it tells that a Russian one is rendered without a denial."""

_GROUP = 3
_GOVERNED = 3
_TELLING = frozenset({"NOUN", "ADJF", "PRTF"})
_PARTING = frozenset({"PNCT", "CONJ", "VERB"})
_DENYING = frozenset({"ADJF", "ADJS", "ADVB", "NOUN", "PRTF", "PRED", "COMP"})


@dataclass(frozen=True, slots=True)
class Sides:
    """The words of both sides, and the plain denials among them."""

    words: tuple[Token, ...]
    russian: list[Word]
    denies: list[Hit]
    russian_denies: list[Hit]

    @classmethod
    def of(cls, pair: Pair) -> Sides:
        table, english = negation(), tokens(pair)
        return cls(
            english,
            pair.words,
            list(table.english["denies"].english(english)),
            list(table.russian["denies"].russian(pair.russian)),
        )


def is_name(token: Token) -> bool:
    """Whether "No" is a name or stands for "number": No Moo-hyun, school No 57."""
    return token.text == "No" and not token.opens


def negated(pair: Pair) -> bool:
    """Whether either side has a plain denial."""
    table = negation()
    return any(table.russian["denies"].russian(pair.russian)) or any(
        table.english["denies"].english(tokens(pair))
    )


def groups(hits: Sequence[Hit], russian: Sequence[Word]) -> list[Hit]:
    """The hits without those that go on denying what one before them denies: никто не пришёл."""
    return [
        hit
        for before, hit in zip((None, *hits), hits, strict=False)
        if before is None
        or _is_of_gerund(russian, hit)
        or not (hit.first - before.first <= _GROUP or _agrees(before, hit, russian))
    ]


def _is_of_gerund(russian: Sequence[Word], hit: Hit) -> bool:
    """Whether a denial is that of a gerund, which stands in a clause of its own: не заплатив."""
    following = russian[hit.last + 1 : hit.last + 2]
    return russian[hit.last].lemma == "не" and bool(following) and following[0].pos == "GRND"


def _agrees(before: Hit, hit: Hit, russian: Sequence[Word]) -> bool:
    """Whether a ни- word belongs to the other denial in the same clause: ни один из них не пришёл."""
    between = russian[before.last + 1 : hit.first]
    asks = any(russian[other.first].lemma.startswith("ни") for other in (before, hit))
    excepts = any(word.lemma in words("excepting") for word in between)
    return asks and (excepts or all(word.pos != "PNCT" for word in between))


def denied_words(sides: Sides, hit: Hit) -> list[Word]:
    """The next two words of the Russian up to a mark, denials left out, and a preposition right after; after
    не only the first one, unless that needs another to say something: then its infinitive, which may stand
    before it (увеличиваться не будет)."""
    denying = {other.first for other in sides.russian_denies}
    found: list[Word] = []
    for i in range(hit.last + 1, min(hit.last + 5, len(sides.russian))):
        word = sides.russian[i]
        if word.pos == "PNCT":
            break
        if i not in denying and (found or word.pos != "PREP" or sides.russian[hit.last].lemma != "не"):
            found.append(word)
            if sides.russian[hit.last].lemma == "не" and not wants_another(word):
                break
    if found and found[0].pos in ("VERB", "NOUN", "ADJS") and wants_another(found[0]):
        return [found[0], *(_act_of(sides, hit, found) or found[1:2])]
    return found[:2]


def wants_another(word: Word) -> bool:
    """Whether a word needs another to say something: может прийти, в состоянии прийти, собирается прийти."""
    return any(word.lemma in words(name) for name in ("auxiliaries", "abilities", "intending"))


def _act_of(sides: Sides, hit: Hit, found: Sequence[Word]) -> list[Word]:
    """The infinitive of an auxiliary, shortly after it or before its denial in the same clause."""
    at = sides.russian.index(found[0])
    after = itertools.takewhile(
        lambda word: word.pos in ("INFN", "ADVB"), sides.russian[at + 1 : at + 1 + _GROUP]
    )
    if acts := [word for word in after if word.pos == "INFN"]:
        return acts[:1]
    earlier = sides.russian[: hit.first][::-1] if len(found) == 1 else []
    before = itertools.takewhile(lambda word: word.pos not in _PARTING, earlier)
    return [word for word in before if word.pos == "INFN"][:1]


def own_denials(sides: Sides, heads: Sequence[Hit], head: Hit) -> list[Hit]:
    """A denial and those that go on with it: all up to the next of the heads."""
    end = min((other.first for other in heads if other.first > head.first), default=len(sides.russian))
    return [hit for hit in sides.russian_denies if head.first <= hit.first < end]


def denied_by_group(sides: Sides, heads: Sequence[Hit], head: Hit) -> list[Word]:
    """What a denial and those that go on with it deny: ни одна из сторон не готова."""
    return [word for hit in own_denials(sides, heads, head) for word in denied_words(sides, hit)]


def core(sides: Sides, heads: Sequence[Hit], head: Hit) -> list[Word]:
    """What a denial and those that go on with it deny first of all: what the last не is of, if there is one
    (никому из них не удалось, удалось); else the first word of content."""
    own = own_denials(sides, heads, head)
    plain = [hit for hit in own if sides.russian[hit.last].lemma == "не"]
    found = denied_words(sides, (plain or own)[-1])
    telling = next((k for k, word in enumerate(found) if not wants_another(word)), None)
    said = found if telling is None else found[telling : telling + 1]
    return [word for word in said if word.pos not in ("PREP", "CONJ", "PRCL")]


def governed(sides: Sides, hit: Hit) -> list[Word]:
    """What the verb after a denial says, where that verb says little by itself: the nouns and adjectives that
    follow it up to a mark, or else stand before (не имеют аналогов, целей не ставлю); so it is with нет at
    the end of a clause (погибших нет)."""
    verb = next(iter(denied_words(sides, hit)), None)
    if verb is None and sides.russian[hit.last].lemma not in words("there-is-no"):
        return []
    if verb is not None and verb.lemma not in words("light-verbs"):
        return []
    at = hit.last if verb is None else sides.russian.index(verb)
    for clause in (sides.russian[at + 1 :], sides.russian[: hit.first][::-1]):
        upto = itertools.takewhile(lambda word: word.pos != "PNCT", clause)
        if found := [word for word in upto if word.pos in _TELLING][:_GOVERNED]:
            return found
    return []


def standing(hits: Sequence[Hit], idle: Sequence[Hit]) -> list[Hit]:
    """The hits that are no part of an idle phrase."""
    return [hit for hit in hits if not any(i.first <= hit.first <= i.last for i in idle)]


def answers(pair: Pair, sides: Sides) -> set[int]:
    """The numbers of English words that may render a denial: plain ones, words such as "refuse" unless they
    render another such word of the Russian, and words with a prefix unless they render another Russian word:
    беспилотный, unmanned."""
    english, russian = sides.words, sides.russian
    cues = {hit.first for hit in negation().english["negative"].english(english)}
    behind = {i for i, word in enumerate(english) if not word.key.endswith("ly") and _has_prefix(word.key)}
    denied = {word.span for hit in sides.russian_denies for word in denied_words(sides, hit)}
    own = [russian[hit.first] for hit in negation().russian["negative"].russian(pair.russian)]
    own = [word for word in own if word.span not in denied]
    if any(word.lemma in words("excepting") for word in russian):  # никто, кроме директора: only the director
        cues |= {i for i, word in enumerate(english) if word.key == "only"}
    plain = {hit.first for hit in sides.russian_denies}
    others = [word for k, word in enumerate(russian) if k not in plain]
    leading = [word for word in others if word.pos == "PREP"]  # до весны: until spring
    cues = {i for i in cues if not any(renders(english[i], word) for word in leading)}
    return (
        {hit.first for hit in sides.denies}
        | {i for i in cues if not any(_renders_alone(english, i, word) for word in own)}
        | {i for i in behind if not any(renders(english[i], word) for word in others)}
        | {i for i in implying(sides) if not any(renders(english[i], word) for word in others)}
    )


def implying(sides: Sides) -> set[int]:
    """The numbers of English words that may say without a denial what is denied: kept out, short of."""
    return {hit.first for hit in negation().english["implied"].english(sides.words)}


def _renders_alone(english: Sequence[Token], at: int, word: Word) -> bool:
    """Whether an English word renders a Russian one, and no other word of content does: vanished … is still
    missing."""
    others = (token for i, token in enumerate(english) if i != at and says_something(token))
    return renders(english[at], word) and not any(renders(token, word) for token in others)


def denying(pair: Pair, sides: Sides) -> set[int]:
    """The numbers of Russian words that may be rendered by a plain denial: those for which the English has
    another word are left out."""
    english, russian = sides.words, sides.russian
    plain = {hit.first for hit in sides.russian_denies}
    cues = {hit.first for hit in negation().russian["negative"].russian(pair.russian)}
    behind = {i for i, word in enumerate(russian) if is_negative(word)}
    negative = {hit.first for hit in negation().english["negative"].english(english)}
    negative |= {i for i, word in enumerate(english) if _has_prefix(word.key)}
    denies = {i for hit in sides.denies for i in range(hit.first, hit.last + 1)}
    free = [i for i in range(len(english)) if i not in denies]
    said = [i for i in free if len(english[i].text) >= _TELLING_LETTERS]
    own = (negative - denies) | set(said)
    plain -= _or_not(sides)
    plain -= {
        k for k in plain if any(renders(english[i], russian[k]) for i in negative - denies)
    }  # impossible
    return (
        plain
        | {k for k in cues if not any(renders(english[i], russian[k]) for i in own)}
        | {k for k in behind if not any(_is_denied_alike(english[i], russian[k]) for i in free)}
    )


def _or_not(sides: Sides) -> set[int]:
    """The numbers of Russian denials in "или нет", where the English has "or not"."""
    keys = [token.key for token in sides.words]
    if ("or", "not") not in itertools.pairwise(keys):
        return set()
    texts = [word.text.lower() for word in sides.russian]
    return {k + 1 for k, two in enumerate(itertools.pairwise(texts)) if two == ("или", "нет")}


def _is_denied_alike(token: Token, word: Word) -> bool:
    """Whether an English word renders a Russian one behind a prefix that denies, whole or part by part:
    неэффективный, in-effective."""
    if renders_denied(token, word):
        return True
    parts = (token.key.removeprefix(p) for p in negation().prefixes if token.key.startswith(p))
    return any(len(p) > _GROUP and renders_lemma(replace(token, key=p), root_of(word)) for p in parts)


def renders_denied(token: Token, word: Word) -> bool:
    """Whether an English word renders a Russian one behind a prefix that denies, and not what that denies; an
    auxiliary renders none by itself: неизвестно, "is not known"."""
    by_itself = token.key not in words("passive")
    return by_itself and renders(token, word) and not renders_lemma(token, root_of(word))


def is_negative(word: Word) -> bool:
    """Whether a Russian word is a denial by its prefix."""
    lemma = normal(word.lemma)
    return (
        lemma.startswith(("не", "бес", "без"))
        and word.pos in _DENYING
        and lemma not in negation().harmless
        and len(root_of(word)) >= _GROUP
        and is_known(root_of(word))
    )


def root_of(word: Word) -> str:
    """A lemma without the prefix that denies."""
    return normal(word.lemma).removeprefix("не").removeprefix("бес").removeprefix("без")


def stripped(token: Token) -> Token | None:
    """An English word without what denies it: pointless, point; None for a word that nothing denies."""
    if not _has_prefix(token.key):
        return None
    if token.key.endswith(_LACKING):
        return replace(token, key=token.key.rpartition("less")[0])
    prefix = next(prefix for prefix in negation().prefixes if token.key.startswith(prefix))
    return replace(token, key=token.key[len(prefix) :])


@lru_cache(maxsize=20_000)
def _has_prefix(word: str) -> bool:
    """Whether an English word denies by a prefix or by -less."""
    from lemminflect import getAllLemmas

    table = negation()
    found = getAllLemmas(word)
    if not table.harmless.isdisjoint({word, *(lemma for lemmas in found.values() for lemma in lemmas)}):
        return False
    kinds = found.keys()
    if word.startswith("un") and kinds <= {"ADJ"} and "VERB" in getAllLemmas(word.removeprefix("un")):
        return True  # unpaid, unmade
    if not kinds and word.startswith("un"):
        return word.endswith(_PARTICIPLES)
    if word.endswith(_LACKING):
        return True
    return any(
        len(word) - len(prefix) > 3 and _denies(word, prefix, kinds, getAllLemmas(word[len(prefix) :]).keys())
        for prefix in table.prefixes
        if word.startswith(prefix)
    )


def _denies(word: str, prefix: str, kinds: Set[str], rest: Set[str]) -> bool:
    """Whether a prefix denies what follows it in a word, by the parts of speech that each may be."""
    if prefix not in _OF_ADJECTIVES:
        return not kinds.isdisjoint(rest) or word.endswith(_PARTICIPLES)
    says_how = rest & {"ADJ", "ADV"}
    return (
        bool(says_how and (says_how & kinds or "VERB" not in kinds))
        or word.endswith(_ABLE)
        or ("NOUN" in kinds & rest and word.endswith(_QUALITIES))
    )
