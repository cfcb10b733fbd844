"""Which English words render which Russian lemmas: from parallel headlines and Mueller's English-Russian
dictionary (GPL-2.0-or-later; © 1996 S. Starostin, 1999-2000 E. S. Cymbalyuk), by tools/make_lexicon.py; and
our own list of what these lack, verbs of what people do to one another and words of people.

Evidence for comparison, not a dictionary: it holds what machines write, wrong senses included.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path

from tqcheck.bilingual.russian import lemma_of

FILE = Path(__file__).with_name("data") / "lexicon.tsv"
OWN_FILE = FILE.with_name("lexicon-own.tsv")
OWN = 0.3
"""The share of a rendering that our own list has."""

STEM = 6
"""Letters of an English word that count."""

_AUXILIARIES = frozenset({"be", "do", "have"})
_LATIN = re.compile(r"[A-Za-z]+")
_RUSSIAN = re.compile(r"[А-Яа-яЁё]+(?:-[А-Яа-яЁё]+)*")
_ENDINGS = re.compile(r"(?:ies|ied|ing|ed|es|s|e|y)$")


def stems(english: str) -> Iterator[str]:
    """The stems of the words of an English text, in order."""
    return (_stem(match[0].lower()) for match in _LATIN.finditer(english))


@lru_cache(maxsize=50_000)
def _stem(word: str) -> str:
    return (_ENDINGS.sub("", word) if len(word) > 4 else word)[:STEM]


def stems_and_bases(english: str) -> Iterator[str]:
    """The stems of the words, of their dictionary forms and of the past of these: saw is saw and see, become
    is became."""
    for match in _LATIN.finditer(english):
        yield from _stems(match[0].lower())


@lru_cache(maxsize=50_000)
def _stems(word: str) -> frozenset[str]:
    return frozenset(map(_stem, {word, *_bases(word), *_pasts(word)}))


def _pasts(word: str) -> Iterator[str]:
    """The past forms of the verbs that a word is a form of, but for those that help others."""
    from lemminflect import getAllLemmas, getInflection

    for verb in set(getAllLemmas(word).get("VERB", ())) - _AUXILIARIES:
        for tag in ("VBD", "VBN"):
            yield from getInflection(verb, tag=tag)


def bases(english: str) -> Iterator[str]:
    """The words of an English text that are no names, and their dictionary forms."""
    for match in _LATIN.finditer(english):
        if (word := match[0]).islower():
            yield from _bases(word)


@lru_cache(maxsize=50_000)
def _bases(word: str) -> frozenset[str]:
    from lemminflect import getAllLemmas

    return frozenset({word, *(base.lower() for forms in getAllLemmas(word).values() for base in forms)})


def russian_keys(russian: str) -> Iterator[str]:
    """The lemmas of the words of a Russian text, in order."""
    return (lemma_of(match[0]) for match in _RUSSIAN.finditer(russian))


@lru_cache(maxsize=50_000)
def renderings(lemma: str) -> dict[str, float]:
    """The English stems that render a Russian lemma (ё as е), with the share of each.

    A verb in -ся that is not listed has those of the verb without, an adverb those of its adjective.
    """
    forms = (lemma, lemma.removesuffix("ся"), f"{lemma[:-1]}ый" if lemma.endswith("о") else lemma)
    known, own = _lines(FILE), _lines(OWN_FILE)
    form = next((form for form in forms if form in known or form in own), lemma)
    cells = (cell.partition(":") for cell in known.get(form, "").split())
    return {stem: float(share) for stem, _, share in cells} | dict.fromkeys(stems(own.get(form, "")), OWN)


@cache
def _lines(file: Path) -> dict[str, str]:
    """Renderings by lemma as they are written: most are never asked for."""
    lines = file.read_text(encoding="utf-8").splitlines()
    return {lemma: rest for lemma, _, rest in (line.partition("\t") for line in lines)}
