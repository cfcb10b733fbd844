"""Names of the Russian must stand in the English, spelt by some scheme."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache

from tqcheck.bilingual.detectors.names.left_bare import RULE as LOST
from tqcheck.bilingual.detectors.names.left_bare import left_bare
from tqcheck.bilingual.english import (
    Token,
    is_noun,
    is_of_another,
    is_surely_past,
    near,
    renders,
    tokens,
    verbs_of,
)
from tqcheck.bilingual.names.russian_names import is_relative, names_of
from tqcheck.bilingual.names.spelling import (
    RELATIVE,
    Name,
    alike,
    established,
    fold,
    fold_russian,
    is_english,
    misspelt,
    sounds_alike,
    spelt,
    unlike,
)
from tqcheck.bilingual.pair import Doubt, Pair, around
from tqcheck.bilingual.renderings.counterparts import counterparts
from tqcheck.bilingual.russian import Word, is_first_name, named, normal
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
_PARTING = re.compile(r"[,;:.]")
_CAPITAL = re.compile(r"[А-ЯЁ][а-яё]{2,}")
_PLACES = ("country ", "city ", "continent ")
"""How sets of places in the lists of contrasts are named."""
_ARTICLES = frozenset({"the", "a", "an", "and"})


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
    hits = contrasts().russian.russian(pair.russian)
    listed = {hit.span for hit in hits if member_of(hit).startswith(_PLACES)}
    for name in names:
        bearing = [token for token in words if _bears(pair, token, name)]
        if not bearing and not _is_in_small_letters(pair, words, name):
            lost.append(name)
        elif (
            bearing
            and name.word.span not in listed
            and (wrong := misspelt(name, bearing))
            and not is_english(wrong.key)
        ):
            yield _doubt("name.misspelt", wrong.span, pair, name, spelt(name, wrong))
    new = _new(pair, words)
    if not lost and not new:
        return
    ours = list(contrasts().english.english(tokens(pair)))
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
        elif not _may_be_called(pair, words, name, new, towns) and _is_gone(
            pair, words, name, name.word.span in listed and not name.full, spoken_of
        ):
            yield _doubt(LOST, near(pair, name.word.span), pair, name)
    yield from _of_nobody(pair, new)
    yield from _of_nowhere(pair)


def _of_nowhere(pair: Pair) -> Iterator[Doubt]:
    """Doubts about towns after "in" that neither the Russian nor what stands around it names: in Omsk, for в
    Туринге. What the Russian calls a town or a region may be named; a capital may stand for the state."""
    english = [token for token in tokens(pair) if token.is_word]
    hits = {hit.span: member_of(hit) for hit in contrasts().english.english(tokens(pair))}
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


def _bears(pair: Pair, token: Token, name: Name) -> bool:
    """Whether an English word may stand for a name, and is not what stands beside it: Dmitry is not Медведев,
    nor Krai Приморский, though they are often found together."""
    if not answers(token, name.word) or not _may_name(token, name):
        return False
    if alike(token.key, name.word):
        return True
    every = pair.words
    if token.key in words_of("prepositions") | _ARTICLES:
        return False
    if is_of_another(token, name.word, _no_parts(every, name)):
        return False
    if established(token, name.word):
        return True
    at = _place(every, name)
    given = at and is_first_name(every[at - 1].text) and alike(token.key, every[at - 1])
    return not given and not (
        is_relative(name.word) and any(renders(token, w) for w in every[at + 1 : at + 2])
    )


def _may_be_called(
    pair: Pair, english: Sequence[Token], name: Name, new: Sequence[Token], towns: AbstractSet[Span]
) -> bool:
    """Whether a new name may be a spelling of this one, or a word with a capital inside the sentence that
    renders no other one may be its meaning: the Squid for «Кальмар», Claus for Мороз. The names of
    towns that are known are neither."""
    if any(not unlike(token.key, name.word) for token in new if token.span not in towns):
        return True
    if _stands_bare(pair, english, name):
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


def _no_parts(russian: Sequence[Word], name: Name) -> list[Word]:
    """The words but those that belong to the name itself: the Саудовской before Аравии, the Иван before
    Грозный."""
    at = _place(russian, name)
    parts = {
        russian[k].span
        for k in (at - 1, at + 1)
        if 0 <= k < len(russian)
        and russian[k].text.istitle()
        and (k or not name.place or russian[k].pos == "ADJF")
    }
    return [word for word in russian if word.span not in parts]


def _is_in_small_letters(pair: Pair, english: Sequence[Token], name: Name) -> bool:
    """Whether a noun in small letters follows the first name, which may be the surname: Donald trump."""
    before = _before(pair, name)
    if not name.full or before is None:
        return False
    return any(
        alike(own.key, before)
        and after.text.islower()
        and pair.text[own.span.end : after.span.start].isspace()
        and _may_be_surname(after, name)
        for own, after in itertools.pairwise(english)
    )


def _may_be_surname(token: Token, name: Name) -> bool:
    """Whether a word has the sound of a surname, or is a noun, which may be its meaning, and no verb."""
    acts = verbs_of(token.key, "VBD", "VBZ") or token.key in words_of("active")
    is_thing = is_noun(token.key) and not acts
    return is_thing or alike(token.key, name.word)


def _is_gone(pair: Pair, english: Sequence[Token], name: Name, listed: bool, spoken_of: bool) -> bool:
    """Whether a name that no English word answers is lost. `listed`: it stands in the lists of contrasts;
    `spoken_of`: the English has a pronoun that may stand for somebody."""
    if _goes_on(pair, english, name):
        return False
    if _hangs(pair, english, name):
        return True
    if _stood_last(pair, english, name) or _stood_behind_of(pair, english, name):
        return name.sure
    if _stands_near(pair, name) and not _stands_bare(pair, english, name):
        return _stood_with(pair, english, name) and name.sure and not listed
    if listed:
        return _is_where(pair, english, name) or _is_region(pair, english, name)
    return name.sure and (name.full or name.place or not spoken_of)


def _goes_on(pair: Pair, english: Sequence[Token], name: Name) -> bool:
    """Whether another part of the name follows, and the English has that: Реджеп Тайип Эрдоган, "Erdogan"."""
    after = _after(pair, name)
    if not name.full or after is None or not after.text[0].isupper():
        return False
    return any(token.text[0].isupper() and answers(token, after) for token in english)


def _is_where(pair: Pair, english: Sequence[Token], name: Name) -> bool:
    """Whether a country or a place in the lists of contrasts says where it happened, and the English, of
    which every word has its Russian, names no place, nor breaks off: В США обнаружена ячейка, cell found."""
    before = _before(pair, name)
    if "Geox" not in name.word.grammemes or before is None or before.lemma not in words_of("where"):
        return False
    if normal(name.word.lemma) in words_of("at-home") or len(pair.russian) > 1 or len(pair.english) > 1:
        return False
    if english[-1].key in words_of("prepositions") | _ARTICLES or counterparts(pair).strange:
        return False
    return names_no_place(pair, english, name.word)


def _hangs(pair: Pair, english: Sequence[Token], name: Name) -> bool:
    """Whether a place stands after a preposition, or belongs to a noun, and the English breaks off after a
    preposition: "in may declare", "injured in as a result"."""
    if not name.place or len(pair.english) > 1:
        return False
    before = _before(pair, name)
    led = before is not None and before.lemma in words_of("where")
    return any(
        token.key in words_of("hanging") and _is_no_noun(english, at + 1)
        for at, token in enumerate(english[:-1])
        if pair.text[token.span.end : english[at + 1].span.start].isspace()
        and (led or not (at and verbs_of(english[at - 1].key, "VBD", "VBN", "VBG", "VBZ")))
    )


def _is_no_noun(english: Sequence[Token], at: int) -> bool:
    """Whether what stands after a preposition is neither a noun nor what leads to one."""
    token = english[at]
    if token.key in words_of("no-objects") or is_surely_past(token.key):
        return token.text.islower()
    acts = token.text.islower() and verbs_of(token.key, "VBD", "VBZ")
    return bool(acts) and any(
        after.key in (_ARTICLES - {"and"}) | words_of("possessive") for after in english[at + 1 : at + 2]
    )


def _is_region(pair: Pair, english: Sequence[Token], name: Name) -> bool:
    """Whether the English has only the noun to which the adjective of a place belongs, without another name:
    в Ростовской области, "in the region"."""
    after = _after(pair, name)
    if after is None or not is_relative(name.word) or after.lemma not in words_of("districts"):
        return False
    places = [at for at, token in enumerate(english) if token.text.islower() and renders(token, after)]
    if len(places) != 1 or _is_named_often(pair, after):
        return False
    beside = [
        *(token for token in english[max(0, places[0] - 2) : places[0]] if not token.opens),
        *english[places[0] + 1 : places[0] + 3],
    ]
    noun = english[places[0]].span
    gaps = (Span(min(noun.end, t.span.end), max(noun.start, t.span.start)) for t in beside)
    return not any(
        token.text[0].isupper() and not _PARTING.search(pair.text, gap.start, gap.end)
        for token, gap in zip(beside, gaps, strict=True)
    )


def _is_named_often(pair: Pair, noun: Word) -> bool:
    """Whether the Russian has a noun more than once."""
    return sum(word.lemma == noun.lemma for word in pair.words) > 1


def names_no_place(pair: Pair, english: Sequence[Token], place: Word) -> bool:
    """Whether no English word is a country, a city, or another place of the Russian than this one."""
    if not words_of("places-said-otherwise").isdisjoint(token.key for token in english):
        return False
    if any(member_of(hit).startswith(_PLACES) for hit in contrasts().english.english(tokens(pair))):
        return False
    others = [word for word in pair.words if _may_be_place(word) and word.span != place.span]
    return not any(answers(token, word) for token in english for word in others)


def _may_be_place(word: Word) -> bool:
    """Whether a word is a place, or one's adjective: российский, самарский."""
    if word.pos == "ADJF" and RELATIVE.search(word.text):
        return True
    parses = named(word.text) if word.text[0].isupper() else ()
    return "Geox" in word.grammemes or any("Geox" in grammemes for _, grammemes in parses)


def _stands_near(pair: Pair, name: Name) -> bool:
    """Whether a sentence before or after has a name: a translator may name a man later than the Russian."""
    near_ = around(pair)
    return any(_bears(near_, token, name) for token in tokens(near_))


def _stands_bare(pair: Pair, english: Sequence[Token], name: Name) -> bool:
    """Whether the first name before a surname stands in the English without one: Alexander admitted."""
    before = _before(pair, name)
    if not name.full or before is None or not is_first_name(before.text):
        return False
    called = [k for k, t in enumerate(english) if t.text[0].isupper() and answers(t, before)]
    if len(called) != 1:
        return False
    own, after = english[called[0]], english[called[0] + 1 : called[0] + 2]
    beside = [token for token in after if pair.text[own.span.end : token.span.start].isspace()]
    return not any(token.text[0].isupper() for token in beside)


def _stood_with(pair: Pair, english: Sequence[Token], name: Name) -> bool:
    """Whether a name stands before "and" and another one, of which the English has "and" and the other, and
    no word that could stand for this one: Федотова и Захаревского, and Zakharevsky."""
    words = pair.words
    at = _place(words, name)
    joined = words[at + 1 : at + 2]
    other = next((word for word in words[at + 2 : at + 4] if not is_first_name(word.text)), None)
    if not joined or joined[0].lemma not in words_of("russian-and") or other is None:
        return False
    places = [k for k, token in enumerate(english) if token.text[0].isupper() and answers(token, other)]
    if not other.text[0].isupper() or len(places) != 1:
        return False
    led = next((k for k in (places[0] - 1, places[0] - 2) if k > 0 and english[k].key == "and"), None)
    if led is None or any(token.text.islower() for token in english[led + 1 : places[0]]):
        return False
    after_a_mark = not pair.text[english[led - 1].span.end : english[led].span.start].isspace()
    return after_a_mark or not counterparts(pair).strange


def _stood_last(pair: Pair, english: Sequence[Token], name: Name) -> bool:
    """Whether a name stands behind another one and "and", of which the English has the other and "and", and
    goes on with what a sentence says of both: Федотова и Захаревского, Fedotov and were."""
    words = pair.words
    at = _place(words, name)
    other = words[at - 2] if at > 1 and words[at - 1].lemma in words_of("russian-and") else None
    if other is None or not other.text[0].isupper():
        return False
    return any(
        own.text[0].isupper()
        and joined.key == "and"
        and after.key in words_of("said-of-several")
        and pair.text[own.span.end : after.span.start].split() == [joined.text]
        and answers(own, other)
        for own, joined, after in zip(english, english[1:], english[2:], strict=False)
    )


def _stood_behind_of(pair: Pair, english: Sequence[Token], name: Name) -> bool:
    """Whether a name stands behind a noun, and the English breaks off after that and "of": дело
    Суворова, the case of was."""
    at = _place(pair.words, name)
    noun = pair.words[at - 1] if at else None
    if noun is None or noun.pos != "NOUN":
        return False
    return any(
        joined.key == "of"
        and after.key in words_of("behind-no-of")
        and pair.text[own.span.end : after.span.start].split() == [joined.text]
        and renders(own, noun)
        for own, joined, after in zip(english, english[1:], english[2:], strict=False)
    )


def _place(russian: Sequence[Word], name: Name) -> int:
    """The number of the word that is the name."""
    return next(k for k, word in enumerate(russian) if word.span == name.word.span)


def _before(pair: Pair, name: Name) -> Word | None:
    """The last word or mark before a name and a blank."""
    return next((word for word in reversed(pair.words) if word.span.end < name.word.span.start), None)


def _after(pair: Pair, name: Name) -> Word | None:
    """The word or mark after a name."""
    return next((word for word in pair.words if word.span.start > name.word.span.start), None)


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


def _may_name(token: Token, name: Name) -> bool:
    """Whether a word may be a name by its capital, where the Russian has a first name before it: Башмаков is
    no shoe."""
    return not name.full or token.text[0].isupper()


def answers(token: Token, word: Word) -> bool:
    """Whether an English word may stand for a Russian name, by any of its forms."""
    return renders(token, word) or established(token, word) or alike(token.key, word)


def _is_hyphened(text: str, span: Span) -> bool:
    """Whether a word is part of a longer one: the COVID of COVID-19, the Yurt of Bachi-Yurt."""
    return "-" in (text[span.start - 1 : span.start], text[span.end : span.end + 1])


def _new(pair: Pair, words: Sequence[Token]) -> list[Token]:
    """Names of the English that nothing in the Russian answers for."""
    russian = [word for word in pair.words if word.pos != "PNCT"]
    latin = {word.text.lower() for word in russian if word.pos == "LATN"}
    theirs = {member_of(hit) for hit in contrasts().russian.russian(pair.russian)}
    borne_out = {hit.span for hit in contrasts().english.english(tokens(pair)) if member_of(hit) in theirs}
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
