"""Where the words of candidate pairs stand in the corpora, and beside what Russian."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

from tqcheck.judge.pairs import Pair
from tqcheck.judge.swap import Lexicon, Place, compiled
from tqcheck.model import Document, Paragraph, Segment, SegmentKind, Span
from tqcheck.readers import read_file

CLEAN = ("wmt21-native", "headlines", "wmt21-refA", "wmt21-refB")
READ = Path(__file__).with_name("judge_read.tsv")
_RANK = {"low": 0, "medium": 1, "high": 2}
_RUSSIAN = re.compile("[а-яё]+(?:-[а-яё]+)*", re.IGNORECASE)


@dataclass(slots=True)
class Occurrences:
    """Places of one pair: in translations of its Russian, in other machine translation, in clean English by
    corpus."""

    confirmed: list[Place] = field(default_factory=list)
    other: list[Place] = field(default_factory=list)
    clean: dict[str, list[Place]] = field(default_factory=dict)


def verdicts(read: Path = READ) -> dict[tuple[str, ...], str]:
    """What reading said of pairs, by Russian, part of speech and wrong words: right, wrong, or beside (right
    only with the Russian beside it)."""
    lines = read.read_text("utf-8").splitlines() if read.exists() else []
    return {tuple(cells[:3]): cells[3] for cells in (line.split("\t") for line in lines if line[:1] != "#")}


def candidates(files: Iterable[Path], read: Mapping[tuple[str, ...], str]) -> list[Pair]:
    """Pairs of draft files (Russian, part of speech, wrong, right, prior), the same pair once with all its
    right words, less those whose hits were read and mostly no faults, and those of low prior, mostly
    near-synonyms, whose hits were not read."""
    found: dict[tuple[str, str, str], Pair] = {}
    for file in files:
        for line in file.read_text("utf-8").splitlines():
            russian, pos, wrong, right, prior = line.split("\t")
            rights = tuple(dict.fromkeys(w.strip() for w in right.split(";") if w.strip() not in ("", wrong)))
            key = (russian, pos, wrong)
            if not rights or read.get(key) == "wrong":
                continue
            old = found.get(key, Pair(*key, (), file.stem, "low"))
            best = max(prior, old.prior, key=_RANK.__getitem__)
            found[key] = replace(old, right=tuple(dict.fromkeys(old.right + rights)), prior=best)
    return [p for key, p in found.items() if p.prior != "low" or read.get(key) in ("right", "beside")]


def occurrences(pairs: Sequence[Pair], dev: Path) -> list[Occurrences]:
    """Of each pair, in the corpora of a folder such as shared/dev."""
    lexicon = Lexicon(compiled(pairs), [pair.kind for pair in pairs])
    found = [Occurrences() for _ in pairs]
    _find_in_clean(lexicon, dev, found)
    _find_beside(lexicon, pairs, dev, found)
    return found


def _find_in_clean(lexicon: Lexicon, dev: Path, found: Sequence[Occurrences]) -> None:
    """Adds where native English has the wrong word of each pair."""
    for corpus in CLEAN:
        for file in sorted((dev / "clean" / corpus).glob("*.txt")):
            for place in lexicon.places(read_file(file)):
                for one in _alone(place):
                    found[one.pairs[0][0]].clean.setdefault(corpus, []).append(one)


def _find_beside(lexicon: Lexicon, pairs: Sequence[Pair], dev: Path, found: Sequence[Occurrences]) -> None:
    """Adds where translations have it, the Russian word of the pair beside it or that of none."""
    by_wrong: dict[str, list[int]] = {}
    for number, pair in enumerate(pairs):
        if pair.prior != "low":
            by_wrong.setdefault(pair.wrong, []).append(number)
    for english, lemmas in translations(dev / "corpus" / "headlines.mt.tsv"):
        for place in lexicon.places(headline(english)):
            for one in _alone(place):
                number = one.pairs[0][0]
                if has_word(pairs[number].russian, lemmas):
                    found[number].confirmed.append(one)
                elif not any(
                    has_word(pairs[n].russian, lemmas) for n in by_wrong.get(pairs[number].wrong, ())
                ):
                    found[number].other.append(one)


def _alone(place: Place) -> Iterator[Place]:
    return (place.of((pair,)) for pair in place.pairs)


def translations(file: Path) -> Iterator[tuple[str, frozenset[str]]]:
    """The English of each line, and the lemmas of its Russian."""
    for line in file.read_text("utf-8").splitlines():
        _, english, russian = line.split("\t")
        yield english, frozenset().union(*map(_lemmas, _RUSSIAN.findall(russian.lower())))


def headline(text: str) -> Document:
    """A text of one line."""
    span = Span(0, len(text))
    segment = Segment(span, SegmentKind.HEADLINE)
    return Document("headline", text, text, (Paragraph(span, (segment,)),) if text.strip() else ())


def has_word(russian: str, lemmas: frozenset[str]) -> bool:
    """Whether each word of some Russian is among the lemmas of a line."""
    return all(_lemmas(word) & lemmas for word in _words(russian))


@cache
def _words(russian: str) -> tuple[str, ...]:
    return tuple(_RUSSIAN.findall(russian.lower()))


@cache
def _lemmas(word: str) -> frozenset[str]:
    parses = _analyser().parse(word)
    return frozenset(p.normal_form.replace("ё", "е") for p in parses if p.score > 0.05)


@cache
def _analyser():
    from pymorphy3 import MorphAnalyzer

    return MorphAnalyzer()
