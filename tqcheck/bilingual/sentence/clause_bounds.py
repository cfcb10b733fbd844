"""The simple clause of a Russian verb, and the act it tells of."""

from __future__ import annotations

from collections.abc import Sequence

from tqcheck.bilingual.russian import QUOTES, Word, is_short_participle
from tqcheck.bilingual.sentence.tree import is_initial
from tqcheck.bilingual.wordlists import words as word_list


def is_participle(word: Word) -> bool:
    """Whether a word is a short participle, or one that is an adjective as well: предложен."""
    return word.pos == "PRTS" or (word.pos == "ADJS" and is_short_participle(word.text))


def bounds(words: Sequence[Word], verb: int) -> tuple[int, int]:
    """Where the clause of a verb begins and ends: at punctuation, another verb, or a word that opens one."""

    def parts(i: int) -> bool:
        word = words[i]
        if word.pos == "PNCT":
            return word.text not in QUOTES and not is_initial(words, i)
        helps = word.lemma == "быть" and i + 1 < len(words) and is_participle(words[i + 1])  # была вызвана
        ends = (word.pos in ("VERB", "GRND") or is_participle(word)) and not helps
        return ends or word.lemma in word_list("russian-opening")

    start = next((i + 1 for i in range(verb - 1, -1, -1) if parts(i)), 0)
    stop = next((i for i in range(verb + 1, len(words)) if parts(i)), len(words))
    return start, stop


def act_of(words: Sequence[Word], verb: int, stop: int) -> int:
    """The infinitive that belongs to a verb, or the verb itself."""
    found = (i for i in range(verb + 1, stop) if words[i].pos == "INFN")
    return next(found, verb)
