"""Which English words render which Russian lemmas, as learnt from parallel headlines (tools/make_lexicon.py).

Evidence for alignment, not a dictionary: it holds what machines write, wrong senses included.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path

from tqcheck.bilingual.russian import lemma_of

FILE = Path(__file__).with_name("data") / "lexicon.tsv"
STEM = 6
"""Letters of an English word that count."""

_LATIN = re.compile(r"[A-Za-z]+")
_RUSSIAN = re.compile(r"[А-Яа-яЁё]+(?:-[А-Яа-яЁё]+)*")
_ENDINGS = re.compile(r"(?:ies|ied|ing|ed|es|s|e|y)$")


def stems(english: str) -> Iterator[str]:
    """The stems of the words of an English text, in order."""
    return (_stem(match[0].lower()) for match in _LATIN.finditer(english))


@lru_cache(maxsize=50_000)
def _stem(word: str) -> str:
    return (_ENDINGS.sub("", word) if len(word) > 4 else word)[:STEM]


def russian_keys(russian: str) -> Iterator[str]:
    """The lemmas of the words of a Russian text, in order."""
    return (lemma_of(match[0]) for match in _RUSSIAN.finditer(russian))


@cache
def renderings() -> dict[str, dict[str, float]]:
    """English stems by Russian lemma, with the share of each."""
    found: dict[str, dict[str, float]] = {}
    for line in FILE.read_text(encoding="utf-8").splitlines():
        lemma, _, rest = line.partition("\t")
        found[lemma] = {
            stem: float(share) for stem, _, share in (cell.partition(":") for cell in rest.split())
        }
    return found
