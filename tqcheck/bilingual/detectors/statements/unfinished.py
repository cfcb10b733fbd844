"""What goes on or is still to come, told as done: завершается перепись, "census completed"; спасают птенцов,
"chicks rescued"; въезд запретят, "entry banned".

Only verbs of whose act there is nothing before its end (unfinished.yaml): обвиняют is rightly "accused".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tqcheck.bilingual.english import Token, share_of, tokens, traces, verbs_of
from tqcheck.bilingual.pair import Doubt, Pair
from tqcheck.bilingual.russian import Word, is_short_participle, tenses
from tqcheck.bilingual.wordlists import words

_BEFORE = 4
"""Words before a participle among which its auxiliary stands."""


def nothing_done_before(pair: Pair) -> Iterator[Doubt]:
    """A doubt for each verb of what is not done of which every rendering tells that it is."""
    english: tuple[Token, ...] = ()
    for word in pair.words:
        if not (_goes_on(word) or _is_to_come(word)):
            continue
        english = english or tokens(pair)
        places = traces(english, word)
        if places and all(_is_done(english, k, word) for k in places) and not _has_past(pair, english, word):
            best = max(places, key=lambda k: share_of(english[k], word))
            yield pair.doubt("tense.past-for-future", english[best].span, word.span)


def _goes_on(word: Word) -> bool:
    """Whether a word is a verb in the present whose act has its end before it."""
    return word.pos == "VERB" and word.lemma in words("going-on-to-an-end") and tenses(word.text) == {"pres"}


def _is_to_come(word: Word) -> bool:
    """Whether a word is the future of somebody else's act: развернут may be a participle."""
    if word.pos != "VERB" or not {"futr", "3per"} <= word.grammemes or tenses(word.text) != {"futr"}:
        return False
    return word.lemma in words("decided-acts") and not is_short_participle(word.text)


def _is_done(english: Sequence[Token], place: int, word: Word) -> bool:
    """Whether a word is a past or a participle of what is done; of an act to come the present, too."""
    before = {token.key for token in english[max(0, place - _BEFORE) : place] if token.is_word}
    if not before.isdisjoint(words("not-done")) or not _is_told(english, place):
        return False
    key = english[place].key
    if verbs_of(key, "VBZ"):
        dated = any(token.key in words("dating") for token in english[place:])
        return not dated and {"3per", "futr"} <= word.grammemes
    if not (verbs_of(key, "VBD", "VBN") or key in words("same-past")):
        return False
    return before.isdisjoint(words("now")) or "futr" in word.grammemes or word.lemma in words("done-now")


def _is_told(english: Sequence[Token], place: int) -> bool:
    """Whether a word is no participle that stands before its noun: the completed census."""
    return place == 0 or english[place - 1].key not in words("articles")


def _has_past(pair: Pair, english: Sequence[Token], word: Word) -> bool:
    """Whether the sentence has what may tell of it as past: another verb that the English word may render, or
    a time for which it has gone on, or an account of how it is done."""
    russian = pair.words
    if any(other.lemma in words("for-some-time") for other in russian):
        return True
    others = [
        other for other in russian if other is not word and other.pos in ("VERB", "PRTS", "PRTF", "INFN")
    ]
    places = set(traces(english, word))
    return any(not places.isdisjoint(traces(english, other)) for other in others)
