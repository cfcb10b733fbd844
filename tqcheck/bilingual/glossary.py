"""A desk's own terms: a glossary of Russian and English, from TBX or a table."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from pathlib import Path

from tqcheck.bilingual.confirm import standing
from tqcheck.bilingual.english import near
from tqcheck.bilingual.evidence import english_keys, russian_units
from tqcheck.bilingual.lexicon import stems
from tqcheck.bilingual.pair import Doubt, Pair
from tqcheck.bilingual.russian import lemma_of
from tqcheck.model import InputError, Span
from tqcheck.xml_nodes import Node, parse

RULE = "term.glossary"
_WORD = re.compile(r"\w+(?:[-'’]\w+)*")
_RUSSIAN = re.compile(r"[А-Яа-яЁё]")


@dataclass(frozen=True, slots=True)
class Term:
    """A Russian term and the English ones that may render it, the preferred one first."""

    russian: str
    english: tuple[str, ...]


class Glossary:
    """Terms that a text must keep to. Their Russian is looked up in any inflection."""

    def __init__(self, terms: Iterable[Term]) -> None:
        self._terms = tuple(terms)
        self._lemmas: dict[str, str] = {}

    def kept(self, pair: Pair) -> Iterator[Doubt]:
        """A doubt about each term of the pair's Russian of which no English stands."""
        english = " ".join(pair.text[s.span.start : s.span.end] for s in pair.english)
        there = list(stems(english))
        for term in self._terms:
            source = standing([self._phrase(term.russian)], pair)
            if source and not any(_holds(there, list(stems(form))) for form in term.english):
                if place := _rendering(pair, source[0]):
                    yield Doubt(RULE, place, source, f"Here: {term.russian}.", term.english)
                else:  # what stands at the place in proportion is something else, and is to stay
                    told = f"Here: {term.russian}, {term.english[0]}."
                    yield Doubt(RULE, near(pair, source[0]), source, told)

    def _phrase(self, russian: str) -> str:
        if russian not in self._lemmas:
            self._lemmas[russian] = " ".join(lemma_of(match[0]) for match in _WORD.finditer(russian))
        return self._lemmas[russian]


def read_glossaries(files: Iterable[Path]) -> list[Term]:
    """The terms of files by their suffix: .tbx, or a table (.csv, .tsv). Raises InputError."""
    return [term for file in files for term in _read(file)]


def _read(file: Path) -> list[Term]:
    try:
        text = file.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise InputError(str(file), f"cannot be read: {error.strerror or error}") from None
    except UnicodeDecodeError as error:
        raise InputError(str(file), "is not UTF-8", f"byte {error.start}") from None
    terms = _tbx(text, str(file)) if file.suffix.lower() == ".tbx" else list(_table(text, str(file)))
    if not terms:
        raise InputError(str(file), "holds no terms in Russian and English")
    return terms


def _table(text: str, path: str) -> Iterator[Term]:
    """Rows of Russian and English, in either order; other renderings after |. A first row may head them."""
    first = text.partition("\n")[0]
    delimiter = max("\t;,", key=first.count)
    for number, row in enumerate(csv.reader(io.StringIO(text), delimiter=delimiter), 1):
        cells = [cell.strip() for cell in row if cell.strip()]
        if not cells or (number == 1 and not any(map(_RUSSIAN.search, cells))):
            continue
        russian = [cell for cell in cells[:2] if _RUSSIAN.search(cell)]
        english = [cell for cell in cells[:2] if not _RUSSIAN.search(cell)]
        if len(russian) != 1 or len(english) != 1:
            raise InputError(path, "a row needs a Russian term and an English one", f"line {number}")
        yield Term(russian[0], tuple(form.strip() for form in english[0].split("|") if form.strip()))


def _tbx(text: str, path: str) -> list[Term]:
    """Concepts with terms in both languages: TBX 2 (termEntry, langSet) and 3 (conceptEntry, langSec)."""
    found = []
    for entry in parse(text, path).find("termEntry", "conceptEntry"):
        english, russian = _terms(entry, "en"), _terms(entry, "ru")
        if english and russian:
            found += [Term(term, english) for term in russian]
    return found


def _terms(entry: Node, language: str) -> tuple[str, ...]:
    return tuple(
        "".join(piece[2] for piece in term.pieces(frozenset())).strip()
        for part in entry.children("langSet", "langSec")
        if part.attributes.get("lang", "").lower().replace("_", "-").partition("-")[0] == language
        for term in part.find("term")
    )


def _holds(there: Sequence[str], wanted: Sequence[str]) -> bool:
    size = len(wanted)
    return any(list(there[i : i + size]) == wanted for i in range(len(there) - size + 1))


def _rendering(pair: Pair, source: Span) -> Span | None:
    """The English words that seem to render the Russian ones, as far as their name goes."""
    words = [word for s in pair.english for word in _WORD.finditer(pair.text, s.span.start, s.span.end)]
    units = russian_units(pair.source[source.start : source.end])
    found = [k for k, w in enumerate(words) if any(english_keys(w[0]) & unit.keys.keys() for unit in units)]
    if not found:
        return None
    reach = words[found[0]].end() + 2 * (source.end - source.start)
    first, last = found[0], max(k for k in found if words[k].start() <= reach)
    others = {
        key
        for sentence in pair.russian
        for start, end in ((sentence.span.start, source.start), (source.end, sentence.span.end))
        for unit in russian_units(pair.source[start:end] if start < end else "")
        for key in unit.keys
    }
    while last + 1 < len(words) and _is_of_name(pair.text, words[last], words[last + 1], others):
        last += 1
    while first > 1 and _is_of_name(pair.text, words[first - 1], words[first], others, before=True):
        first -= 1
    return Span(words[first].start(), words[last].end())


def _is_of_name(
    text: str, one: re.Match[str], other: re.Match[str], others: Set[str], *, before: bool = False
) -> bool:
    """Whether two words side by side are of one name, of which the word that is not found yet renders nothing
    else: the Defense Agency, the Military Department."""
    more = one[0] if before else other[0]
    capitals = one[0][0].isupper() and other[0][0].isupper()
    return capitals and text[one.end() : other.start()] == " " and others.isdisjoint(english_keys(more))
