"""Names of people, places and media: wrong forms, and a ledger of the names of a text that finds one name
in two spellings and a man under a woman's surname."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import AbstractContextManager

from tqcheck.checks.coded import Spot, Spotter, is_list_of_headlines, open_coded
from tqcheck.entities import Store
from tqcheck.entities.words import Word, where, words_of
from tqcheck.model import Document, Opened, Progress, Span
from tqcheck.settings import Settings

NAME = "names"
_SHORTEST = 5
"""Letters in the shortest name that is compared: shorter ones are alike by chance."""

_SCHEMES = (
    *(
        ("shch", "S"),
        ("sch", "S"),
        ("tch", "C"),
        ("ch", "C"),
        ("tz", "Q"),
        ("ts", "Q"),
        ("kh", "h"),
        ("zh", "Z"),
    ),
    *(
        ("sh", "S"),
        ("ph", "f"),
        ("ck", "k"),
        ("c", "k"),
        ("q", "k"),
        ("x", "ks"),
        ("w", "v"),
        ("y", "i"),
        ("j", "i"),
    ),
)
"""Romanisations of one Russian letter, brought to one, in this order."""

_INFLECTED = (
    r"([A-Z][a-z]{2,}(?:ov|ev|in|yn|[aeiou]kov))a"  # Kudrina: of Kudrin
    r"|([A-Z][a-z]{3,}(?:ov|ev))ym?|([A-Z][a-z]{3,}in)ym?"  # Fradkovym, Zorkiny: with Fradkov, with Zorkin
    r"|([A-Z][a-z]{2,}(?:sk|tsk))aya"
)
"""Surnames of men in a Russian case."""
_OF = frozenset(("of",))
_COUNTRIES = frozenset(("Chad", "China", "Cuba", "France", "Georgia", "India", "Ireland", "Israel", "Jordan"))
_HER = re.compile(r"\b(?:her|she)\b")
"""Says that a surname of a woman is right and her first name is not: Alexander Pakhmutova on her birthday."""

_NEAR_NAME = 25

_OF_A_MAN = r"[A-Z][a-z]+(?:ov|ev|[csz]?[hk]in|tsyn|sky)"


def open_names(
    settings: Settings,
    progress: Progress | None = None,  # noqa: ARG001
) -> AbstractContextManager[Opened]:
    """The check of names."""
    return open_coded(NAME, settings, {}, _spotters)


def _spotters(store: Store) -> tuple[Spotter, ...]:
    from tqcheck.checks.lookup import Lookup
    from tqcheck.checks.mistaken import CaseForms, ChineseByRussian, LowerCase, TakenForWords

    mistaken = (TakenForWords(store), CaseForms(store), LowerCase(store), ChineseByRussian(store))
    return (Lookup(store, NAME), Ledger(store), *mistaken)


def skeleton(name: str) -> str:
    """What all the usual romanisations of one Russian name have in common."""
    bare = name.lower().replace("’", "").replace("'", "")
    if not bare.isascii():
        from unicodedata import combining, normalize

        bare = "".join(c for c in normalize("NFD", bare) if not combining(c))
    for written, same in _SCHEMES:
        bare = bare.replace(written, same)
    single = "".join(c for c, before in zip(bare, " " + bare, strict=False) if c != before)
    single = single[:1] + single[1:].replace("ie", "e").replace("ei", "ai")
    if len(single) > _SHORTEST + 2:  # not Holland, Hollande
        single = single.removesuffix("e")
    return single[:-1] + "v" if single.endswith("f") else single


class Ledger:
    """The names of one document."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def __call__(self, document: Document) -> Iterator[Spot]:
        words = words_of(document.prose)
        if not is_list_of_headlines(document):
            yield from self._variants(document, words)
        yield from self._genders(document, words)
        yield from self._women(document, words)
        yield from self._offices(document, words)

    def _variants(self, document: Document, words: list[Word]) -> Iterator[Spot]:
        """One name in two spellings: told where the rarer one first stands."""
        from tqcheck.clause.lexicon import tags  # not for a text without names

        lower = {word.key for word in words if word.text.islower()}
        common = self._common
        names: dict[str, list[int]] = {}
        for at, word in enumerate(words):
            if word.text[0].isupper():
                name = word.text[:-2] if word.key.endswith("'s") else word.text
                if len(name) >= _SHORTEST and name.isalpha() and name[1:].islower():
                    names.setdefault(name, []).append(at)
        spellings: dict[str, dict[str, list[int]]] = {}
        for name, places in names.items():
            if name.lower() not in lower:
                spellings.setdefault(skeleton(name), {})[name] = places
        for forms in spellings.values():
            if len(forms) < 2 or any(form.lower() in common for form in forms):
                continue
            if any(tags(form.lower(), guess=False) for form in forms):
                continue  # a word that opens a sentence: "Tiger"
            ranked = sorted(forms, key=lambda form: (-len(forms[form]), forms[form][0]))
            usual, rare = ranked[0], ranked[1]
            if self._same(document, words, forms[usual], forms[rare]):
                word = words[forms[rare][0]]
                times = len(forms[usual])
                said = f"Here also {usual}, {times} time{'s' if times > 1 else ''}."
                yield Spot("name.variant-spelling", Span(word.start, word.start + len(rare)), (usual,), said)

    @property
    def _common(self) -> frozenset[str]:
        return self._store.words("alike")

    def _same(self, document: Document, words: list[Word], usual: list[int], rare: list[int]) -> bool:
        """Whether the names around do not say that two people are meant."""
        for step in (-1, 1):
            around = [
                {skeleton(words[at + step].text) for at in places if _is_neighbour(document, words, at, step)}
                for places in (usual, rare)
            ]
            if around[0] and around[1] and not around[0] & around[1]:
                return False
        return True

    def _genders(self, document: Document, words: list[Word]) -> Iterator[Spot]:
        """A man's first name with a woman's surname: the Russian case was kept."""
        lists = self._store.part("words")
        men = self._store.words("male-given")
        for at in where(document.prose, self._store.keys("male-given")):
            if words[at].text not in men or not _is_neighbour(document, words, at, 1):
                continue
            if at and _is_neighbour(document, words, at, -1) and words[at - 1].text in lists["female-given"]:
                continue
            surname = words[at + 1].text.removesuffix("'s").removesuffix("’s")
            found = re.fullmatch(_INFLECTED, surname)
            end = words[at + 1].end
            her = found and found[1] and _HER.search(document.prose, end, end + _NEAR_NAME)
            hers = her or (found and _is_of_woman(document, surname, words[at + 1].start))
            if found and surname not in lists["true-surname"] and not hers:
                right = next(part for part in found.groups()[:3] if part) if not found[4] else f"{found[4]}y"
                place = Span(words[at + 1].start, words[at + 1].start + len(surname))
                yield Spot("name.inflected-surname", place, (right,))

    def _women(self, document: Document, words: list[Word]) -> Iterator[Spot]:
        """A Russian woman's first name with a man's surname; not where she shares it ("Dmitry and Svetlana
        Medvedev")."""
        women, kept = self._store.words("russian-woman"), self._store.words("kept-by-women")
        for at in where(document.prose, self._store.keys("russian-woman")):
            shared = at > 0 and words[at - 1].key == "and"
            if words[at].text not in women or shared or not _is_neighbour(document, words, at, 1):
                continue
            surname, end = words[at + 1].text.removesuffix("'s").removesuffix("’s"), words[at + 1].end
            of_a_man = surname not in kept and re.fullmatch(_OF_A_MAN, surname)
            if of_a_man and document.prose[end : end + 1] not in ("-", "‑"):
                right = f"{surname[:-1]}aya" if surname.endswith("y") else f"{surname}a"
                place = Span(words[at + 1].start, words[at + 1].start + len(surname))
                yield Spot("name.woman-as-man", place, (right,))

    def _offices(self, document: Document, words: list[Word]) -> Iterator[Spot]:
        """ "The governor of Furgal" where the text also names Sergei Furgal: a Russian case read as "of"."""
        offices = self._store.words("office")
        people = {
            words[at + 1].text.removesuffix("'s").removesuffix("’s")
            for given in ("male-given", "female-given")
            for at in where(document.prose, self._store.keys(given))
            if words[at].text in self._store.words(given) and _is_neighbour(document, words, at, 1)
        }
        for at in where(document.prose, _OF):
            if not 0 < at < len(words) - 1 or words[at].key != "of":
                continue
            office, of, name = words[at - 1 : at + 2]
            whole = (
                name.text in people
                and name.text not in _COUNTRIES
                and not _is_neighbour(document, words, at + 1, 1)
            )
            if whole and office.key in offices:
                yield Spot("name.office-of-person", Span(of.start, name.end), (name.text,))


def _is_of_woman(document: Document, surname: str, offset: int) -> bool:
    """Whether the Russian beside has a woman of that surname: what is wrong is her first name."""
    if document.source is None:
        return False
    from tqcheck.bilingual.detectors.bearers import is_of_woman
    from tqcheck.bilingual.pair import pair_at, pairs

    pair = pair_at(pairs(document), offset)
    return pair is not None and is_of_woman(surname, pair)


def _is_neighbour(document: Document, words: list[Word], at: int, step: int) -> bool:
    """Whether the word beside is part of the same name: a capital, and a space between."""
    if not 0 <= at + step < len(words):
        return False
    one, other = words[min(at, at + step)], words[max(at, at + step)]
    return words[at + step].text[0].isupper() and document.prose[one.end : other.start] == " "
