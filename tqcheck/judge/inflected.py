"""Forms of words and phrases, so that one can stand in the place of another in the same form."""

from __future__ import annotations

from functools import cache

from tqcheck.rulebook.inflect import forms

_PARTS = {"noun": "NOUN", "verb": "VERB", "adj": "ADJ", "adv": "ADV"}
_TAGS = {
    "noun": ("NN", "NNS"),
    "verb": ("VB", "VBZ", "VBG", "VBD", "VBN"),
    "adj": ("JJ", "JJR", "JJS"),
    "adv": ("RB", "RBR", "RBS"),
}
_LINKS = frozenset(("of", "to", "in", "on", "for", "from", "with", "at", "by", "under", "into", "over"))
BASE = "="
"""The tag of words that are not inflected."""


@cache
def inflected(phrase: str, kind: str) -> dict[str, tuple[str, ...]]:
    """The forms of a noun, verb, adj or adv, or of a phrase of that kind, by Penn tag; the usual form first.

    A verb's first word is inflected; of a noun phrase that before the first preposition, else the last.
    """
    words = phrase.split(" ")
    head = _head(words, kind)
    if not words[head].isascii() or not words[head].isalpha():
        return {BASE: (phrase,)}
    found: dict[str, tuple[str, ...]] = {}
    for tag, given in forms(words[head], _PARTS[kind]).items():
        if tag not in _TAGS[kind]:
            continue
        plain = tag in (_TAGS[kind][0], "VBP") or given == (words[head],)
        kept = given if plain else tuple(form for form in given if form != words[head]) or given
        found[tag] = tuple(" ".join([*words[:head], form, *words[head + 1 :]]) for form in kept)
    if "VBD" in found:  # the lexicon names the participle only where it differs
        found.setdefault("VBN", found["VBD"])
    return found or {BASE: (phrase,)}


def _head(words: list[str], kind: str) -> int:
    if kind == "verb" or len(words) == 1:
        return 0
    for i, word in enumerate(words[1:], 1):
        if word in _LINKS:
            return i - 1
    return len(words) - 1
