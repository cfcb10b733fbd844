"""How words stand in a sentence, as far as putting others in their place needs to know: the number of nouns,
the tense of verbs. English only, by form; where a form says too little, words do not agree."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from functools import cache
from pathlib import Path

WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_DATA = Path(__file__).parent / "data"
_VERB = frozenset({"VB", "VBZ", "VBP", "VBD", "VBG", "VBN"})
_NUMBER = frozenset({"NN", "NNS"})


@cache
def tags(word: str) -> frozenset[str]:
    """Penn tags of nouns and verbs that a form can have by the lexicon; empty for other words."""
    from lemminflect import getAllInflections, getAllLemmas

    found: set[str] = set()
    lower = word.lower()
    for part, lemmas in getAllLemmas(lower).items():
        if part not in ("NOUN", "VERB"):
            continue
        for lemma in lemmas:
            forms = getAllInflections(lemma, upos=part)
            if "VBD" in forms:  # a participle is named only where it is another word
                forms.setdefault("VBN", forms["VBD"])
            found.update(tag for tag, spellings in forms.items() if lower in spellings)
    return frozenset(found)


def agrees(found: str, replacement: str, before: Sequence[str]) -> bool:
    """Whether the replacement has the tense and number of the words it stands for, as far as can be told.

    `before` are the words that stand before them, the nearest last.
    """
    old, new = WORD.findall(found), WORD.findall(replacement)
    if not old or not new:
        return True
    if is_modal(old[0]) != is_modal(new[0]):
        return False
    first_old, first_new = tags(old[0]), tags(new[0])
    both = first_new & _VERB and first_old & _VERB
    past = "VBD" in first_old - first_new
    if both and (_is_verb(first_new) or _is_verb(first_old) or past):
        return bool(_tense(first_old, before) & first_new)
    if _is_verb(first_new) != _is_verb(first_old):
        return False  # a verb comes or goes
    if is_preposition(old[-1]) != is_preposition(new[-1]) and not _is_verb(first_new):
        return False
    if _is_phrase(old, new) or new[-1][0].isupper():
        return True  # a name has the number it has
    # "the head of the Ministry of Foreign Affairs" is one, whatever affairs are
    return _alike_in_number(_head(old), new[-1]) or _has_number_of(old[-1], new[-1])


def governs_otherwise(found: str, replacement: str, after: Sequence[str]) -> bool:
    """Whether a verb for one follows that goes with the words found and not with the replacement: "the police
    has", where an acronym stood."""
    old, new = WORD.findall(found), WORD.findall(replacement)
    if not (old and new and after) or _is_many(old[-1]) or not _is_many(new[-1]):
        return False
    return after[0].lower() in _function_words()["verbs for one"] or "VBZ" in tags(after[0])


def _is_many(word: str) -> bool:
    return word.lower() in _function_words()["always many"] or tags(word) & _NUMBER == {"NNS"}


def _head(words: Sequence[str]) -> str:
    """The noun that a phrase is about: what stands before its first "of"."""
    before_of = words[: words.index("of")] if "of" in words[1:-1] else ()
    return before_of[-1] if before_of else words[-1]


def _alike_in_number(one: str, other: str) -> bool:
    return bool(tags(one) & tags(other) & _NUMBER)


@cache
def lemmas(word: str) -> frozenset[str]:
    """Dictionary forms a word can have as a noun or a verb, and itself."""
    from lemminflect import getAllLemmas

    found = getAllLemmas(word)
    return frozenset({word, *found.get("NOUN", ()), *found.get("VERB", ())})


@cache
def _function_words() -> dict[str, frozenset[str]]:
    import yaml

    lists = yaml.safe_load((_DATA / "function-words.yaml").read_text("utf-8"))
    return {name: frozenset(words) for name, words in lists.items()}


def is_determiner(word: str) -> bool:
    """Whether a word opens a noun phrase that bears no other."""
    return word.lower() in _function_words()["determiners"]


def is_preposition(word: str) -> bool:
    """Whether a word leads on to a noun phrase."""
    return word.lower() in _function_words()["prepositions"]


def is_modal(word: str) -> bool:
    """Whether the bare form of a verb follows a word."""
    return word.lower() in _function_words()["before infinitives"]


def is_negated(text: str) -> bool:
    """Whether a word in it denies something."""
    words = WORD.findall(text.lower())
    return any(word in _function_words()["negations"] or word.endswith(("n't", "n’t")) for word in words)


def _is_verb(own: frozenset[str]) -> bool:
    """Whether a form can only be a verb; one in -ing can always be a noun."""
    return bool(own - {"VBG"}) and own <= _VERB


def _is_phrase(old: Sequence[str], new: Sequence[str]) -> bool:
    """Whether neither begins as a noun phrase: nothing beside them agrees with their last words."""
    return not _nominal(old[-1]) and not _nominal(new[-1])


def _nominal(word: str) -> bool:
    return bool(tags(word) & {"NN", "NNS"})


def _tense(own: Set[str], before: Sequence[str]) -> Set[str]:
    """Which forms of a verb its place asks for."""
    wanted = own & _VERB
    if "VB" in wanted and _takes_infinitive(before):
        return {"VB"}
    if {"VBD", "VBN"} <= wanted:
        return {"VBN"} if _takes_participle(before) else {"VBD"}
    if "VBD" in wanted:
        return {"VBD"}
    return wanted - ({"VBP"} if "VB" in wanted else set())


def _takes_infinitive(before: Sequence[str]) -> bool:
    """Whether a modal or "to" stands before, an adverb between or not."""
    return any(is_modal(word) for word in before[-2:])


def _takes_participle(before: Sequence[str]) -> bool:
    """Whether an auxiliary stands before, an adverb between or not."""
    return any(word.lower() in _auxiliaries() for word in before[-2:])


@cache
def _auxiliaries() -> frozenset[str]:
    from lemminflect import getAllInflections

    forms = (getAllInflections(lemma, upos=part) for lemma in ("be", "have") for part in ("AUX", "VERB"))
    return frozenset(word for tagged in forms for words in tagged.values() for word in words)


def _has_number_of(old: str, new: str) -> bool:
    own, other = tags(old) & _NUMBER, tags(new) & _NUMBER
    return not own or bool(own & other)
