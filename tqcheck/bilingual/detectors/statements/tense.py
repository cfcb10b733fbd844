"""What has happened said to be still to come, and the reverse."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from tqcheck.bilingual.english import (
    Token,
    is_base_form,
    is_surely_past,
    is_verb,
    renders,
    tokens,
    traces,
    verbs_of,
)
from tqcheck.bilingual.names.places import places_of
from tqcheck.bilingual.pair import Doubt, Pair
from tqcheck.bilingual.renderings.counterparts import counterparts
from tqcheck.bilingual.russian import Word, tenses
from tqcheck.bilingual.wordlists import words
from tqcheck.model import Span

REACH = 6
"""English words before a verb among which its auxiliaries are looked for, up to a mark."""

MOST_STRANGE, CLOSELY = 2, 0.6
"""English words without a counterpart, and the share of the Russian with one, in a close rendering."""

AUXILIARY = 30
"""Code points up to which a participle stands after its auxiliary."""

_VERBAL = frozenset({"VERB", "PRTS", "INFN", "PRTF", "GRND"})
_TO_COME = frozenset({"futr", "pres", "impr"})


def tenses_kept(pair: Pair) -> Iterator[Doubt]:
    """A doubt for a verb that the English puts in the future and the Russian in the past, or the reverse."""
    english = tokens(pair)
    yield from _past_to_come(pair, english)
    if words("in-hindsight").isdisjoint(word.lemma for word in pair.words):
        past = list(_future_past(pair, english)) or list(_all_past(pair, english))
        yield from past or _strange_past(pair, english)


def _past_to_come(pair: Pair, english: Sequence[Token]) -> Iterator[Doubt]:
    """will with a verb that renders a past one, where all that is to come in the Russian stands elsewhere."""
    wills = [k for k, token in enumerate(english) if token.key in words("will")]
    if not wills:
        return
    russian = pair.words
    later = [
        word
        for word in russian
        if _is_to_come(word) and word.lemma not in words("told-by") and not _was_done(russian, word)
    ]
    for k in wills:
        if not later and _is_copula(english, k) and (said := _only_told(russian)):
            span = Span(english[k].span.start, english[k + 1].span.end)
            yield pair.doubt("tense.future-for-past", span, said.span)
            continue
        verb = _verb_after(english, k)
        if verb is None:
            continue
        over = [word for word in russian if traces([verb], word)]
        over = over or [word for word in russian if word.pos == "VERB" and places_of(pair, [verb], word)]
        bare = verb.key not in words("prepositions") and "not" not in {t.key for t in english[k : k + 2]}
        was_free = bare and not later and _is_close(pair)
        if was_free and not any(word.pos in _VERBAL for word in over):
            over = _unrendered(english, russian)
        past = [word for word in over if _is_past(russian, word)]
        others = [token for token in english if token is not verb]
        if not past or any(map(_is_to_come, over)) or not all(traces(others, word) for word in later):
            continue
        yield pair.doubt("tense.future-for-past", Span(english[k].span.start, verb.span.end), past[0].span)


def _is_close(pair: Pair) -> bool:
    """Whether a rendering keeps close to the Russian: but for the verb, say, it has a word for each."""
    both = counterparts(pair)
    return both.covers(CLOSELY) and both.strange <= MOST_STRANGE


def _unrendered(english: Sequence[Token], russian: Sequence[Word]) -> list[Word]:
    """The only past verb or participle of which the English has nothing, so that the only "will" may be of
    what renders it freely: были замечены, will be seen; none where the Russian says what is planned."""
    lemmas = {word.lemma for word in russian}
    if not lemmas.isdisjoint(words("announcing") | words("planning")):
        return []
    left = [word for word in russian if _is_past(russian, word) and word.lemma != "быть"]
    left = [word for word in left if not traces(english, word)]
    wills = sum(token.key in words("will") for token in english)
    return left if len(left) == wills == 1 else []


def _is_copula(english: Sequence[Token], place: int) -> bool:
    """Whether "will be" stands before no form of a verb."""
    if [token.key for token in english[place + 1 : place + 2]] != ["be"]:
        return False
    following = english[place + 2 : place + 3]
    return not (following and verbs_of(following[0].key, "VBN", "VBG")) and following[0].key != "able"


def _only_told(russian: Sequence[Word]) -> Word | None:
    """The past verb of a sentence that says nothing of what is planned or announced."""
    verbs = [word for word in russian if word.pos == "VERB" and word.lemma not in words("told-by")]
    if not verbs or not all(_is_past(russian, word) for word in verbs):
        return None
    free = words("announcing").isdisjoint(word.lemma for word in russian)
    return verbs[0] if free and not any(word.pos in ("GRND", "PRED") for word in russian) else None


def _future_past(pair: Pair, english: Sequence[Token]) -> Iterator[Doubt]:
    """A future verb of which every rendering is a past one."""
    russian = pair.words
    main = words("russian-when").isdisjoint(word.text.lower() for word in russian)
    for word in russian:
        if not _is_future(russian, word):
            continue
        places = traces(english, word)
        perfect = main or word.pos == "PRTS"
        past = [english[k] for k in places if _is_english_past(english, k, perfect)]
        if (
            any(renders(verb, word) for verb in past)
            and not any(_is_to_be(english, k, perfect) for k in places)
            and not any(traces(past, other) for other in russian if other is not word)
        ):
            yield pair.doubt("tense.past-for-future", past[0].span, word.span)


def _all_past(pair: Pair, english: Sequence[Token]) -> Iterator[Doubt]:
    """A sentence whose verbs all speak of what is to come, of which the English tells as past; not one of a
    story that looks ahead: позже он станет чемпионом."""
    russian = pair.words
    verbs = [word for word in russian if word.pos in ("VERB", "PRTS") and not _helps(russian, word)]
    telling = [word for word in verbs if word.lemma in words("told-by")]
    verbs = [word for word in verbs if word not in telling]
    verbs += [word for word in russian if _belongs_to_will(russian, word)]
    if not verbs or not all(_is_future(russian, word) for word in verbs):
        return
    if not words("looking-ahead").isdisjoint(word.lemma for word in russian):
        return
    keys = [token.key for token in english]
    if not (words("not-past") - {"to"}).isdisjoint(keys) or any(map(_is_infinitive, keys, keys[1:])):
        return
    said_by = {k for word in telling for k in traces(english, word)}
    was = next(
        (k for k, key in enumerate(keys) if k not in said_by and _is_told(key, keys[k + 1 : k + 4])), None
    )
    if was is not None:
        yield pair.doubt("tense.past-for-future", english[was].span, verbs[0].span)


def _strange_past(pair: Pair, english: Sequence[Token]) -> Iterator[Doubt]:
    """ "was" with a participle that renders nothing, where nothing in the Russian is past and one future verb
    has no rendering: пополнится, was replenished."""
    russian = pair.words
    if not _is_close(pair) or any(map(_tells_of_past, russian)):
        return
    left = [word for word in russian if _is_future(russian, word) and not traces(english, word)]
    done = [
        (k, participle)
        for k, token in enumerate(english)
        if token.key in words("was") and (participle := _done(english, k)) and not _opens_if(english, k)
    ]
    if len(left) != 1:
        return
    if not done and words("not-past").isdisjoint(token.key for token in english):
        yield from _was_for_future(pair, english, left[0])
    if len(done) != 1:
        return
    [(k, participle)] = done
    if not any(traces([participle], word) for word in russian):
        yield pair.doubt(
            "tense.past-for-future", Span(english[k].span.start, participle.span.end), left[0].span
        )


def _was_for_future(pair: Pair, english: Sequence[Token], word: Word) -> Iterator[Doubt]:
    """A doubt for the only "was" of a sentence that says what something will be: составит, станет."""
    was = [k for k, token in enumerate(english) if token.key in words("was")]
    if len(was) != 1 or word.lemma not in words("amounting"):
        return
    if not any(verbs_of(token.key, "VBN", "VBG") for token in english[was[0] + 1 : was[0] + 3]):
        yield pair.doubt("tense.past-for-future", english[was[0]].span, word.span)


def _tells_of_past(word: Word) -> bool:
    """Whether a word tells of what was: no verb of saying, and no participle behind "будет"."""
    if word.lemma in words("told-by") | words("saying") | words("in-hindsight"):
        return False
    if word.pos == "PRTS":
        return False
    return word.pos == "GRND" or (word.pos in ("VERB", "PRTF") and "past" in word.grammemes)


def _done(english: Sequence[Token], place: int) -> Token | None:
    """The participle right behind a "was", but for adverbs; not of what was planned or said."""
    for token in english[place + 1 : place + 3]:
        if verbs_of(token.key, "VBN"):
            return None if token.key in words("planned") else token
        if not token.key.endswith("ly") and token.key not in words("auxiliary"):
            return None
    return None


def _opens_if(english: Sequence[Token], place: int) -> bool:
    """Whether a word of time or condition opens the clause of a verb: when the bridge was built."""
    before = {token.key for token in english[max(0, place - REACH) : place]}
    return not before.isdisjoint(words("not-past") | words("clause-words") - {"and", "that", "but", "to"})


def _helps(russian: Sequence[Word], word: Word) -> bool:
    """Whether a word is the "будет" of a participle or an infinitive."""
    return word.lemma == "быть" and any(
        other.pos == "PRTS" or _belongs_to_will(russian, other) for other in russian
    )


def _belongs_to_will(russian: Sequence[Word], word: Word) -> bool:
    """Whether a word is the infinitive of a "будет" in its clause, which no other verb parts from it."""
    if word.pos != "INFN":
        return False
    at = russian.index(word)
    for way in (russian[at + 1 :], russian[:at][::-1]):
        for other in way:
            if other.lemma == "быть" and "futr" in other.grammemes:
                return True
            if other.pos in ("VERB", "INFN", "PRTS", "ADJS", "PRED", "CONJ", "PNCT"):
                break
    return False


def _was_done(russian: Sequence[Word], word: Word) -> bool:
    """Whether a word is the infinitive of what somebody could do, had to do or began: смогли найти, можно
    было увидеть."""
    if word.pos != "INFN":
        return False
    at = russian.index(word)
    near = russian[max(0, at - REACH) : at]
    could = any(other.lemma in words("brought-about") and "past" in other.grammemes for other in near)
    was = any(other.lemma == "быть" and "past" in other.grammemes for other in near)
    return could or (was and any(other.pos == "PRED" for other in near))


def _is_infinitive(word: str, following: str) -> bool:
    return word == "to" and (following == "be" or is_base_form(following))


def _is_told(word: str, following: Sequence[str]) -> bool:
    """Whether a word is was or were before a participle, or the past of a verb and no participle."""
    if word in words("was"):
        return any(verbs_of(other, "VBN") for other in following)
    return is_surely_past(word) and _is_past_form(word)


def _is_to_be(english: Sequence[Token], place: int, perfect: bool) -> bool:
    """Whether a word stands after what makes a verb no past one, or is a verb in another form itself."""
    before = [token.key for token in english[max(0, place - REACH) : place]]
    key = english[place].key
    if key.endswith("ing"):
        return True
    return _is_any_verb(key) and not _not_past(before, perfect).isdisjoint(before)


def _is_any_verb(word: str) -> bool:
    """Whether a word may be a form of a verb: complained, and not about."""
    return is_verb(word) or bool(verbs_of(word, "VBZ", "VBD", "VBN"))


def _not_past(before: Sequence[str], perfect: bool) -> frozenset[str]:
    """What makes a verb behind it no past one: not the perfect, where that counts, nor "after" before
    "was"."""
    spared = words("perfect") if perfect else frozenset[str]()
    was = {"after"} if not words("was").isdisjoint(before) else set[str]()
    return words("not-past") - spared - was


def _is_to_come(word: Word) -> bool:
    return word.pos == "INFN" or (word.pos == "VERB" and bool(word.grammemes & _TO_COME))


def _is_past(russian: Sequence[Word], word: Word) -> bool:
    """Whether a word is a verb in the past and no condition (бы), or a participle with был, or without
    быть."""
    if word.pos == "VERB":
        return tenses(word.text) == {"past"} and words("would").isdisjoint(other.lemma for other in russian)
    if word.pos != "PRTS" or word.lemma == "намерить":
        return False
    return _has_been(russian, word, "past") or all(other.lemma not in words("being") for other in russian)


def _is_future(russian: Sequence[Word], word: Word) -> bool:
    """Whether a word is a verb in the future, or a participle with будет."""
    if word.pos == "VERB":
        surely = word.lemma in words("surely-future") and "past" not in word.grammemes
        return surely or (tenses(word.text) == {"futr"} and word.lemma != "быть")
    if word.pos == "INFN":
        return _belongs_to_will(russian, word)
    return word.pos == "PRTS" and _has_been(russian, word, "futr")


def _has_been(russian: Sequence[Word], word: Word, tense: str) -> bool:
    """Whether быть stands in a tense not far before a word."""
    return any(
        other.lemma == "быть"
        and tense in other.grammemes
        and 0 < word.span.start - other.span.end < AUXILIARY
        for other in russian
    )


def _verb_after(english: Sequence[Token], place: int) -> Token | None:
    """The verb that an auxiliary belongs to."""
    for token in english[place + 1 : place + 1 + REACH]:
        if not token.is_word:
            return None
        if token.key not in words("auxiliary") and not token.key.endswith("ly"):
            return token
    return None


def _is_english_past(english: Sequence[Token], place: int, perfect: bool) -> bool:
    """Whether a verb is in the past, by its form and by what stands before it; in the perfect, too, where
    that counts."""
    before: list[str] = []
    for token in english[max(0, place - REACH) : place][::-1]:
        if not token.is_word:
            break
        before.append(token.key)
    if not _not_past(before, perfect).isdisjoint(before):
        return False
    return bool(before) and ("did" in before or _is_past_form(english[place].key))


@lru_cache(maxsize=20_000)
def _is_past_form(word: str) -> bool:
    """Whether a word is a past form of a verb and nothing else."""
    from lemminflect import getAllLemmas

    return set(getAllLemmas(word)) <= {"VERB", "ADJ"} and bool(verbs_of(word, "VBD", "VBN"))
