"""Names in quotation marks that stand for themselves, and that the English translates: the ship "Eagle"."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tqcheck.bilingual.english import FAINT, Token, renders, renders_lemma, tokens
from tqcheck.bilingual.names.spelling import alike, is_english, press
from tqcheck.bilingual.pair import Doubt, Pair
from tqcheck.bilingual.russian import Word, analysed_names, is_common, is_first_name, is_known, normal
from tqcheck.bilingual.wordlists import words as words_of
from tqcheck.model import Span

_OPENING, _CLOSING = frozenset("«\"“„'"), frozenset("»\"”“'")
_ARTICLES = frozenset(("a", "an", "the"))
_OF_A_REGION = re.compile(r"[сц]к(?:ой|ого|их|ому|ом|ую)$")
_LONGEST = 2
"""Words of a name that is a name and no title."""
_JOINING = frozenset((",", "и", "или"))


@dataclass(frozen=True, slots=True)
class _Named:
    """The words of a name in quotation marks, and the lemma of what bears it, "" where none stands before."""

    words: tuple[Word, ...]
    bearer: str


def names_untranslated(pair: Pair) -> Iterator[Doubt]:
    """A doubt for each name after a word for what keeps its Russian name, of which the English has the
    meaning and not the sounds."""
    english = tokens(pair)
    for named in (*_names(pair), *_places(pair)):
        telling = [word for word in named.words if len(word.text) > 2 and is_known(word.text)]
        if len(telling) < len(named.words) or _kept_in_english(named):
            continue
        if any(_sounds(token, word) for token in english for word in telling):
            continue
        if token := _translated(english, named, pair.words):
            source = Span(telling[0].span.start, telling[-1].span.end)
            right = (press(_nominative(named)).capitalize(),) if _is_called_so(named) else ()
            yield pair.doubt("name.translated", token.span, source, right)


def people_untranslated(pair: Pair) -> Iterator[Doubt]:
    """A doubt for each first name or surname that the English has as the word it is made of, beside the rest
    of the name: Hope Savchenko, Ernst Unknown."""
    english = [token for token in tokens(pair) if token.is_word]
    for sentence in pair.russian:
        for given, surname in itertools.pairwise(sentence.words):
            if not (surname.text[0].isupper() and surname.text[1:].islower() and is_first_name(given.text)):
                continue
            if not (given.text[0].isupper() and given.text[1:].islower()) or "Patr" in surname.grammemes:
                continue
            is_word = is_common(surname.text) or bool(_made_of(surname))
            is_word = is_word and surname.lemma not in words_of("epithets")
            first = given.lemma in words_of("first-names-as-words")
            for one, other in itertools.pairwise(english):
                if first and _sounds(other, surname) and _is_word_for(one, given, english):
                    yield pair.doubt("name.translated", one.span, given.span)
                is_given = is_word and one.text[0].isupper() and _sounds(one, given)
                if is_given and _is_word_for(other, surname, english):
                    yield pair.doubt("name.translated", other.span, surname.span)


def surnames_untranslated(pair: Pair) -> Iterator[Doubt]:
    """A doubt for each surname that stands alone as the word it is made of: Butcher for Мясников."""
    english = [token for token in tokens(pair) if token.is_word]
    for sentence in pair.russian:
        for at, word in enumerate(sentence.words):
            if not _is_surname(sentence.words, at) or not _made_of(word):
                continue
            if at and is_first_name(sentence.words[at - 1].text):
                continue
            others = [other for other in pair.words if other is not word]
            for place, token in enumerate(english):
                if not token.text[0].isupper() or (not place) != (not at):
                    continue
                if place and english[place - 1].key in _ARTICLES:
                    continue
                if _is_word_for(token, word, english) and not any(renders(token, one) for one in others):
                    yield pair.doubt("name.translated", token.span, word.span)


def _is_surname(words: Sequence[Word], at: int) -> bool:
    """Whether a word with a capital is a surname, and does not open a title; one that opens a sentence,
    before a verb in the singular; one that only its ending tells (доктор Мясников), behind a person."""
    word, before = words[at], words[at - 1] if at else None
    after = words[at + 1] if at + 1 < len(words) else None
    if not word.text[0].isupper() or not word.text[1:].islower() or word.text.endswith(("ой", "ин")):
        return False
    if before is not None and before.text in _OPENING:
        return False
    acts = after is not None and after.pos == "VERB" and "sing" in after.grammemes
    if any(kind == "Surn" for kind, _, _ in analysed_names(word.text)):
        return before is not None or acts
    behind = before is not None and before.pos == "NOUN" and {"anim", "sing", "nomn"} <= before.grammemes
    return behind and word.text.endswith(("ов", "ев"))


def _is_word_for(token: Token, name: Word, english: Sequence[Token]) -> bool:
    """Whether an English word has the meaning of a name, and none has its sound."""
    if not is_english(token.key) or any(_sounds(other, name) for other in english):
        return False
    return any(renders_lemma(token, lemma, FAINT) for lemma in _meanings(name) | _made_of(name))


def _made_of(surname: Word) -> frozenset[str]:
    """The nouns that a surname is made of: Мясников of мясник."""
    lemmas = {normal(lemma) for lemma in surname.lemmas}
    bare = {lemma[:-2] for lemma in lemmas if lemma.endswith(("ов", "ев", "ин"))}
    bases = bare | {f"{stem}{ending}" for stem in bare for ending in "ьайя"}
    return frozenset(base for base in bases if len(base) > 3 and is_known(base))


def _is_called_so(named: _Named) -> bool:
    """Whether a name is one word whose letters tell its nominative."""
    word = named.words[0]
    quoted = named.bearer not in words_of("place-bearers")
    declined = (word.pos == "ADJF" or not quoted) and "nomn" not in word.grammemes
    return len(named.words) == 1 and word.text.isalpha() and not declined


def _nominative(named: _Named) -> str:
    """A name of one word as it is called: behind its bearer it stands so."""
    word = named.words[0]
    return normal(word.text if named.bearer else word.lemma)


def _kept_in_english(named: _Named) -> bool:
    """Whether English does translate a name."""
    return "-".join(normal(word.text) for word in named.words) in words_of("translated-names")


def _names(pair: Pair) -> Iterator[_Named]:
    """Names in quotation marks behind a word for what bears them, or another such name; and those that are
    kept wherever they stand."""
    for sentence in pair.russian:
        every = sentence.words
        bearer, ended = "", -1
        for at, word in enumerate(every):
            if word.text not in _OPENING or not at or at <= ended:
                continue
            behind = [other.text for other in every[ended + 1 : at]]
            if every[at - 1].lemma in words_of("name-bearers"):
                bearer = every[at - 1].lemma
            elif not (len(behind) == 1 and behind[0] in _JOINING):
                bearer = ""
            name = tuple(itertools.takewhile(lambda one: one.text not in _CLOSING, every[at + 1 :]))
            ended = at + 1 + len(name)
            if not name or len(name) > _LONGEST or not name[0].text[0].isupper():
                continue
            if bearer and any(
                one.lemma in words_of("foreign-bearers") for one in every[max(0, at - 3) : at - 1]
            ):
                continue
            kept = len(name) == 1 and not words_of("kept-names").isdisjoint(map(normal, name[0].lemmas))
            if kept or (bearer and (len(name) == 1 or bearer not in words_of("bearers-of-one-word"))):
                yield _Named(name, bearer)


def _places(pair: Pair) -> Iterator[_Named]:
    """Names without quotation marks behind a word for a place: город Шахты."""
    for sentence in pair.russian:
        for before, word in itertools.pairwise(sentence.words):
            bears = before.lemma in words_of("place-bearers") and before.text.islower()
            is_name = word.text[0].isupper() and word.text[1:].islower() and is_common(word.text)
            if _OF_A_REGION.search(word.text) or word.lemma in words_of("places-in-english"):
                continue
            if bears and is_name:
                yield _Named((word,), before.lemma)


def _sounds(token: Token, word: Word) -> bool:
    return token.is_word and alike(token.key, word)


def _translated(english: Sequence[Token], named: _Named, russian: Sequence[Word]) -> Token | None:
    """The English word with a capital, or after a quotation mark, that renders the first word of a name and
    no other Russian one."""
    first, others = named.words[0], [word for word in russian if word not in named.words]
    for at, token in enumerate(english):
        quoted = at > 0 and english[at - 1].text in _OPENING
        if not (quoted or (token.text[0].isupper() and at)) or not (
            is_english(token.key) or first.pos == "ADJF"
        ):
            continue
        if any(renders(token, word) for word in others):
            continue
        if any(renders_lemma(token, lemma, FAINT) for lemma in _meanings(first)):
            return token
    return None


def _meanings(word: Word) -> frozenset[str]:
    """The lemmas of a word, with the nouns of its adjectives: Северная is also North."""
    lemmas = frozenset(map(normal, word.lemmas))
    return lemmas | {lemma.removesuffix("ный") for lemma in lemmas if lemma.endswith("ный")}
