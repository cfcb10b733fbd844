"""Names of the Russian must stand in the English, spelt by some scheme."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tqcheck.bilingual.english import Token, near, renders, tokens
from tqcheck.bilingual.pair import Doubt, Pair
from tqcheck.bilingual.russian import Word, is_known, named, normal
from tqcheck.bilingual.spelling import Name, alike, established, is_english, misspelt, spelt
from tqcheck.bilingual.tables import contrasts, letters
from tqcheck.model import Span

APART = 0.4
"""How far apart, in shares of the sentence, a name and the one it was taken for may stand."""

_NAMES = frozenset({"Surn", "Geox"})
_LETTERS = 4
_NOMINAL = frozenset({"NOUN", "ADJF"})


def names_kept(pair: Pair) -> Iterator[Doubt]:
    """Doubts about names changed, lost and misspelt."""
    words = [token for token in tokens(pair) if token.is_word]
    names = _names(pair)
    if not names or not words:
        return
    lost: list[Name] = []
    listed = {hit.span for hit in contrasts().russian.russian(pair.russian)}
    for name in names:
        answers = [token for token in words if _answers(token, name.word)]
        if not answers:
            lost.append(name)
        elif name.word.span not in listed and (wrong := misspelt(name, answers)):
            yield _doubt("name.misspelt", wrong.span, pair, name, spelt(name, wrong))
    if not lost:
        return
    new = _new(pair, words)
    places = {hit.span for hit in contrasts().english.english(tokens(pair))}
    for name in lost:
        taken = _taken_for(name, new if name.place else [t for t in new if t.span not in places], pair)
        if taken:
            new.remove(taken)
            yield _doubt("name.changed", taken.span, pair, name)
        elif name.sure and name.word.span not in listed:
            yield _doubt("name.lost", near(pair, name.word.span), pair, name)


def _doubt(rule: str, span: Span, pair: Pair, name: Name, suggestions: tuple[str, ...] = ()) -> Doubt:
    source = name.word.span
    said = f"The source says {pair.source[source.start : source.end]}."
    return Doubt(rule, span, (source,), said, suggestions)


def _taken_for(name: Name, new: Sequence[Token], pair: Pair) -> Token | None:
    """The nearest of the new names, where it is near enough."""
    whole = pair.span.start, pair.span.end
    place = _share(name.word.span, pair.russian[0].span.start, pair.russian[-1].span.end)
    apart = {token: abs(_share(token.span, *whole) - place) for token in new}
    nearest = min(apart, key=lambda token: apart[token], default=None)
    return nearest if nearest and apart[nearest] <= APART else None


def _share(span: Span, start: int, end: int) -> float:
    return (span.start - start) / max(1, end - start)


def _names(pair: Pair) -> list[Name]:
    """The surnames and places among the words of the Russian."""
    found: list[Name] = []
    for sentence in pair.russian:
        opens, behind_name = True, False
        for word in sentence.words:
            capital = word.text[0].isupper()
            if capital and (name := _name(word, opens, behind_name)):
                found.append(name)
            opens = word.pos == "PNCT" and (opens or word.text in ":.!?—-")
            behind_name = capital and (
                "Name" in word.grammemes or (behind_name and (word.text == "." or "Patr" in word.grammemes))
            )
    return found


def _name(word: Word, opens: bool, behind_name: bool) -> Name | None:
    """A word as a surname or place, where it may be one; what follows a first name surely is."""
    text = word.text
    if len(text) < _LETTERS or not text.isalpha() or not text[1:].islower() or "Patr" in word.grammemes:
        return None
    parses = named(text) if is_known(text) else ()
    lemmas = tuple(dict.fromkeys(lemma for lemma, _ in parses))
    if not parses and word.pos == "NOUN" and normal(text).endswith(letters().surnames):
        lemmas = (normal(text),)
    feminine = any("femn" in grammemes and "Surn" in grammemes for _, grammemes in parses[:1])
    place = any("Geox" in grammemes for _, grammemes in parses)
    if behind_name and word.pos in _NOMINAL:
        return Name(word, lemmas, True, feminine, place)
    if opens or not lemmas or "Name" in word.grammemes:
        return None
    sure = bool(_NAMES & word.grammemes) and word.pos == "NOUN"
    if not sure and not any(lemma.endswith(letters().endings) for lemma in lemmas):
        return None
    return Name(word, lemmas, sure, feminine, place)


def _answers(token: Token, word: Word) -> bool:
    return renders(token, word) or established(token, word) or alike(token.key, word)


def _new(pair: Pair, words: Sequence[Token]) -> list[Token]:
    """Names of the English that nothing in the Russian answers for."""
    russian = [word for sentence in pair.russian for word in sentence.words if word.pos != "PNCT"]
    theirs = {hit.value for hit in contrasts().russian.russian(pair.russian)}
    borne_out = {
        hit.span for hit in contrasts().english.english(tokens(pair)) if hit.value.rstrip(" ?") in theirs
    }
    return [
        token
        for token in words
        if token.text[0].isupper()
        and len(token.text) >= _LETTERS
        and token.span not in borne_out
        and not is_english(token.key)
        and not any(_answers(token, word) for word in russian)
    ]
