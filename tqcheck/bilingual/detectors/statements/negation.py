"""A denial lost or gained: one side says no of a word, and the other, which has that word, does not."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence, Set

from tqcheck.bilingual.cues import Hit
from tqcheck.bilingual.english import Token, is_verb_form, near, renders, renders_lemma
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
    own_denials,
    renders_denied,
    root_of,
    standing,
    stripped,
    wants_another,
)
from tqcheck.bilingual.renderings.otherwise import AFTER, BEFORE, is_close, is_free, lacking, not_otherwise
from tqcheck.bilingual.russian import Word, normal
from tqcheck.bilingual.tables.negation import negation
from tqcheck.bilingual.wordlists import words
from tqcheck.model import Span

CLOSE = 3
"""Words before and after a rendering among which what a prefix denies is looked for."""

_STATING = frozenset({"ADJS", "PRED", "PRTS", "VERB"})
"""Parts of speech that state something: where the Russian denies nothing, what it says."""
_STATED = frozenset({"PRTS", "VERB"})
_GOVERNING_DENIALS = frozenset({"ADJF", "GRND", "INFN", "NOUN", "PREP", "PRTF", "PRTS", "VERB"})
"""Parts of speech of words that imply a denial of what belongs to them, and of no verb beside them."""
_TWICE = ("небез", "небес")
"""How Russian words begin that deny a denial."""
_ADJECTIVES = ("ый", "ий", "ой")
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
        or _turned(pair, sides)
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
    denied = {i: denied_by_group(sides, hits, hit) for i, hit in enumerate(firm)}
    own = {i: _places(pair, sides, denied_here) for i, denied_here in denied.items()}
    acts = {
        i: _places(pair, sides, [word for word in here if not wants_another(word)] or here)
        for i, here in denied.items()
    }
    places = {i: acts[i] or _places(pair, sides, governed(sides, hit)) for i, hit in enumerate(firm)}
    answering = answers(pair, sides)
    wanted = {  # the nouns of a verb that says little may be denied anywhere: "are unique"
        i: {a for a in answering if not at or any(-BEFORE <= a - place <= AFTER for place in at)}
        | set(lacking(sides, firm[i], answering))
        for i, at in own.items()
    }
    for i, at in wanted.items():
        at -= _of_others(sides, own_denials(sides, hits, firm[i]), at)
    either = any(token.key in words("alternatives") for token in sides.words)
    close = not is_free(pair, sides)
    unsaid = close and not answering and is_close(pair)
    for i in _unanswered(wanted):
        hit = firm[i]
        stated = _places(pair, sides, core(sides, hits, hit)) or (close and places[i])
        if (stated or (unsaid and denied[i])) and not (either and i and _is_listed(sides, hit)):
            ends = [word.span.end for word in denied_words(sides, hit)[:1]]
            span = Span(hit.span.start, max([hit.span.end, *ends]))
            return pair.doubt("negation.dropped", near(pair, hit.span), span)
    return None


def _of_others(sides: Sides, own: Sequence[Hit], answering: Set[int]) -> set[int]:
    """The answers that render a denying word of another group, and none of this one: nothing, ничего."""
    mine = [sides.russian[hit.first] for hit in own]
    others = [sides.russian[hit.first] for hit in sides.russian_denies if hit not in own]
    others = [word for word in others if word.lemma in words("denying-of-itself")]
    return {
        i
        for i in answering
        if sides.words[i].key in words("english-denying-of-itself")
        and any(renders(sides.words[i], word) for word in others)
        and not any(renders(sides.words[i], word) for word in mine)
    }


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
    if twice is None:
        return None
    start, end = _clause_around(sides.russian, twice)
    if any(start <= hit.first < twice.first or twice.last < hit.first < end for hit in sides.russian_denies):
        return None
    keys = [token.key for token in sides.words]
    answering = answers(pair, sides) - implying(sides)
    answering |= {i for i, key in enumerate(keys) if key == "without"}
    if any(not twice.first <= hit.first <= twice.last for hit in sides.russian_denies):
        acts = _places(pair, sides, sides.russian[twice.last + 1 : twice.last + 2])
        answering = {a for a in answering if any(-BEFORE <= a - act <= 0 for act in acts)}
    if len(answering) == 1 and words("undoing").isdisjoint(keys):
        return pair.doubt("negation.dropped", sides.words[min(answering)].span, twice.span)
    return None


def _clause_around(russian: Sequence[Word], hit: Hit) -> tuple[int, int]:
    """Where the words of a cue's clause begin and end: at the marks before and after it."""
    marks = [k for k, word in enumerate(russian) if word.pos == "PNCT"]
    start = max((k for k in marks if k < hit.first), default=-1) + 1
    return start, min((k for k in marks if k > hit.last), default=len(russian))


def _literal(pair: Pair, sides: Sides) -> Doubt | None:
    """A denial of a word that denies, of which the English has the word alone: не исключает, rules out."""
    said, meant = negation().literal
    denied = {hit.value: hit for hit in said.russian(pair.russian)}
    if not denied:
        return None
    answering = {hit.first for hit in sides.denies}
    answering |= {hit.first for hit in negation().english["negative"].english(sides.words)}
    for hit in meant.english(sides.words):
        said_no = denied.get(hit.value)
        if said_no is None:
            continue
        near_ = answering - set(range(hit.first, hit.last + 1))
        if _is_bounding(sides.russian[said_no.last]):  # applications submitted later are rejected
            near_ |= implying(sides)
        else:
            near_ = {a for a in near_ if -BEFORE <= a - hit.first <= AFTER}
        if not near_:
            return pair.doubt("negation.dropped", hit.span, said_no.span)
    return None


def _turned(pair: Pair, sides: Sides) -> Doubt | None:
    """A word that says yes, of which the English has a denial, where the Russian has none: просто завидуют,
    are not just jealous. What says more besides is no such word: только … и."""
    said, meant = negation().turned
    found = {hit.value: hit for hit in said.russian(pair.russian)}
    if not found or sides.russian_denies or any(map(is_negative, sides.russian)):
        return None
    if any(word.text.lower() in words("adding") for word in sides.russian):
        return None
    for hit in meant.english(sides.words):
        if hit.value in found:
            return pair.doubt("negation.added", hit.span, found[hit.value].span)
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
    wanted: dict[int, set[int]] = {}
    denied: dict[int, list[int]] = {}
    unplaced: dict[int, set[int]] = {}
    for i, hit in enumerate(plain):
        if i and _goes_on(sides.words, hit):
            continue
        following = _denied_after(sides.words, hit)
        places = [k for token in following for k, word in enumerate(sides.russian) if renders(token, word)]
        itself = _denied_itself(sides, may_deny, following)
        denied[i] = places or sorted(itself)
        if denied[i] or not may_deny:
            wanted[i] = _may_answer(sides, may_deny - itself, denied[i], following)
        else:
            unplaced[i] = {d for d in may_deny if not _is_of_bound(sides, d, following)}
    if is_close(pair) and not is_free(pair, sides):  # what renders nothing known: there are no more of them
        wanted |= unplaced
    left = _unanswered(_in_groups(sides, wanted))
    if not left:
        return None
    stated = denied[left[0]] or [i for i, word in enumerate(sides.russian) if word.pos in _STATING][:1]
    source = sorted(sides.russian[i].span for i in stated) or [part.span for part in pair.russian]
    return Doubt("negation.added", plain[left[0]].span, tuple(source))


def _may_answer(
    sides: Sides, may_deny: Set[int], places: Sequence[int], following: Sequence[Token]
) -> set[int]:
    """The Russian words that may be an English denial of some words, rendered at some places."""
    there_is_no = {i for i, word in enumerate(sides.russian) if word.lemma in words("there-is-no")}
    near_ = {d for d in may_deny if any(_may_be_of(sides, d, place) for place in places)}
    near_ -= {d for d in near_ if not _is_beside(sides, d, places, following)}
    near_ -= {d for d in near_ if _denies_another(sides, d, following)}
    near_ -= {d for d in near_ if _is_of_bound(sides, d, following) or _is_undone(sides, d, following)}
    return near_ | (there_is_no & may_deny)


def _in_groups(sides: Sides, wanted: Mapping[int, Set[int]]) -> dict[int, set[int]]:
    """What may answer each denial, where a ни- word counts as the denial it goes with: ничего не хочет."""
    heads = groups(sides.russian_denies, sides.russian)
    one: dict[int, int] = {}
    for head in heads:
        own = own_denials(sides, heads, head)
        plain = [
            hit.first for hit in own if sides.russian[hit.first].lemma not in words("going-with-a-denial")
        ]
        for hit in own:
            if plain and hit.first not in plain:
                one[hit.first] = plain[0]
    return {i: {one.get(d, d) for d in near_} for i, near_ in wanted.items()}


def _is_of_bound(sides: Sides, denial: int, following: Sequence[Token]) -> bool:
    """Whether a Russian denial is of a bound (не менее 39 человек), and the English one of no number and no
    comparison."""
    after = sides.russian[denial + 1 : denial + 2]
    if sides.russian[denial].lemma != "не" or not after or not _is_bounding(after[0]):
        return False
    keys = [token.key for token in following]
    if keys[:2] in (["at", "least"], ["at", "most"]):  # the bound itself, denied once more
        return True
    return not any(key in words("english-bounding") or key.endswith("er") or key[0].isdigit() for key in keys)


def _is_undone(sides: Sides, denial: int, following: Sequence[Token]) -> bool:
    """Whether what an English denial is of says the Russian one already: не смог, was not unable."""
    token = next((token for token in following if token.key not in words("passive")), None)
    if token is None or token.key not in words("denied-ability") or sides.russian[denial].lemma != "не":
        return False
    after = next(iter(sides.russian[denial + 1 : denial + 2]), None)
    able = after is not None and after.lemma in words("being-able")
    return able and sum(hit.first == denial or hit.first == denial + 2 for hit in sides.russian_denies) == 1


def _is_bounding(word: Word) -> bool:
    """Whether a Russian word compares, as after a denial that makes a bound: не менее, не позднее."""
    return word.text.lower() in words("russian-bounding")


def _denied_itself(sides: Sides, may_deny: Set[int], following: Sequence[Token]) -> set[int]:
    """The numbers of Russian words that imply a denial and are denied themselves by an English one: снят, not
    filmed; недостаточно, not insufficient."""
    own = next((token for token in following if says_something(token)), None)
    plain = {hit.first for hit in sides.russian_denies}
    if own is None:
        return set()
    told = {d for d in may_deny - plain if _tells(own, sides.russian[d])}
    return told | _denied_twice(sides, following)


def _tells(token: Token, word: Word) -> bool:
    """Whether an English word renders a Russian one that states something, by any of its lemmas."""
    stating = word.pos in _STATING and not is_negative(word)
    return stating and any(renders_lemma(token, normal(lemma)) for lemma in (word.lemma, *word.lemmas))


def _denied_twice(sides: Sides, following: Sequence[Token]) -> set[int]:
    """The numbers of the Russian words behind a prefix that denies which the word right after an English
    denial renders with its own: недостаточно, not insufficient."""
    token = next(iter(following), None)
    bare = stripped(token) if token is not None else None
    if token is None or bare is None:
        return set()
    negative = [
        (k, word)
        for k, word in enumerate(sides.russian)
        if is_negative(word) and not normal(word.lemma).startswith(_TWICE)
    ]
    found = {
        k
        for k, word in negative
        if renders(token, word) or any(renders_lemma(bare, lemma) for lemma in _kin_of(root_of(word)))
    }
    if found or is_verb_form(token.key) or any(renders(token, word) for word in sides.russian):
        return found
    return {k for k, word in negative if not any(renders_denied(other, word) for other in sides.words)}


def _kin_of(root: str) -> list[str]:
    """A lemma, and the adjectives of which it may be the adverb: достаточно, достаточный."""
    return [root, *(root[:-1] + end for end in _ADJECTIVES if root.endswith("о"))]


def _denies_another(sides: Sides, denial: int, following: Sequence[Token]) -> bool:
    """Whether a Russian word that only implies a denial is of something else than the English one, which is
    of what another word of the same clause says: ожидаются небольшие дожди, rains are not expected."""
    word = sides.russian[denial]
    if denial in {hit.first for hit in sides.russian_denies} or word.pos not in _GOVERNING_DENIALS:
        return False
    own = next((token for token in following if says_something(token)), None)
    if own is None:
        return False
    acts = [k for k, other in enumerate(sides.russian) if renders(own, other)]
    if not acts or any(sides.russian[k].pos not in _STATED for k in acts):
        return False
    return all(k < denial or _is_apart(sides.russian[denial:k]) for k in acts)


def _is_apart(between: Sequence[Word]) -> bool:
    """Whether a verb does not belong to what stands before it: no mark or only one that opens no clause about
    what was denied (отрицает, что получил) parts them."""
    texts = {word.text.lower() for word in between}
    return texts.isdisjoint(words("telling-what"))


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
