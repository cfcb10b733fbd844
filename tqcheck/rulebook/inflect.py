"""English inflection for {lemmas}: lemminflect's forms, both spellings of the Atlantic."""

from __future__ import annotations

from functools import cache
from pathlib import Path

_TAGS = {
    "NOUN": ("NN", "NNS"),
    "VERB": ("VB", "VBZ", "VBG", "VBD", "VBN"),
    "ADJ": ("JJ", "JJR", "JJS"),
    "ADV": ("RB", "RBR", "RBS"),
}


@cache
def forms(lemma: str, part_of_speech: str = "") -> dict[str, tuple[str, ...]]:
    """The forms of a lemma by Penn tag; of all its parts of speech where none is given.

    A lemma unknown to the lexicon is inflected by rule as the given part of speech, else as a noun.
    """
    from lemminflect import getAllInflections, getAllInflectionsOOV

    found: dict[str, list[str]] = {}
    for spelling in spellings(lemma):
        inflections = getAllInflections(spelling, upos=part_of_speech or None)
        if not inflections:
            inflections = getAllInflectionsOOV(spelling, upos=part_of_speech or "NOUN")
        for tag, words in inflections.items():
            found.setdefault(tag, []).extend(word.lower() for word in words if word.isascii())
    for tags in _TAGS.values():
        if tags[0] in found or any(tag in found for tag in tags):
            found.setdefault(tags[0], []).append(lemma)
            break
    else:
        found[_TAGS[part_of_speech or "NOUN"][0]] = [lemma]
    if part_of_speech:
        found = {tag: words for tag, words in found.items() if tag in _TAGS[part_of_speech]}
    return {tag: tuple(dict.fromkeys(words)) for tag, words in found.items()}


@cache
def tag(form: str) -> str:
    """The Penn tag of an inflected noun or verb, or of a word that is nothing but a verb; "" of others.

    A plural goes before a verb in -s, a past tense before a participle.
    """
    from lemminflect import getAllInflections, getAllLemmas

    by_part = getAllLemmas(form)
    tags = {
        tag
        for part in ("NOUN", "VERB")
        for lemma in by_part.get(part, ())
        if lemma != form
        for tag, spellings in getAllInflections(lemma, upos=part).items()
        if form in spellings
    }
    return min(tags, default="VB" if [*by_part] == ["VERB"] else "")


@cache
def words(lemma: str, part_of_speech: str = "") -> frozenset[str]:
    """All forms of a lemma, the lemma itself included."""
    return frozenset(word for group in forms(lemma, part_of_speech).values() for word in group) | {lemma}


def spellings(lemma: str) -> tuple[str, ...]:
    """The lemma in British and American spelling."""
    other = _variants().get(lemma)
    if other is None and len(lemma) > 5:
        for ending, twin in (("ize", "ise"), ("yze", "yse"), ("ization", "isation")):
            if lemma.endswith(ending):
                other = lemma.removesuffix(ending) + twin
    return (lemma, other) if other else (lemma,)


@cache
def _variants() -> dict[str, str]:
    text = Path(__file__).with_name("spellings.txt").read_text(encoding="utf-8")
    pairs = [line.split() for line in text.splitlines() if line and not line.startswith("#")]
    return {a: b for pair in pairs for a, b in (pair, pair[::-1])}
