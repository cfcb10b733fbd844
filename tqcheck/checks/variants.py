"""One name in two spellings: Mikhailov and Mihailov in the same text. Part of the check of names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tqcheck.checks.coded import Spot, is_list_of_headlines
from tqcheck.entities import Store
from tqcheck.entities.words import Word, name_goes_on, words_of
from tqcheck.model import Document, Span

_SHORTEST = 5
"""Letters in the shortest name that is compared: shorter ones are alike by chance."""

_ALIKE = "shch=S sch=S tch=C ch=C tz=Q ts=Q kh=h zh=Z sh=S ph=f ck=k c=k q=k x=ks w=v y=i j=i"
"""Romanisations of one Russian letter, each with the one that stands for all, in this order."""
_SCHEMES = [pair.split("=") for pair in _ALIKE.split()]


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


class Variants:
    """Told where the rarer spelling first stands; not in lists of headlines, which are of several texts."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def __call__(self, document: Document) -> Iterator[Spot]:
        if is_list_of_headlines(document):
            return
        words = words_of(document.prose)
        for forms in _spellings(words).values():
            if len(forms) < 2 or self._may_be_words(forms):
                continue
            usual, rare, *_ = sorted(forms, key=lambda form: (-len(forms[form]), forms[form][0]))
            if _may_be_one(document.prose, forms[usual], forms[rare]):
                start, times = words[forms[rare][0]].start, len(forms[usual])
                said = f"Here also {usual}, {times} time{'s' if times > 1 else ''}."
                yield Spot("name.variant-spelling", Span(start, start + len(rare)), (usual,), said)

    def _may_be_words(self, forms: dict[str, list[int]]) -> bool:
        """Whether one is a name that is like another by chance, or a word that opens a sentence: "Tiger"."""
        from tqcheck.clause.reading.lexicon import tags  # not for a text without names

        alike = self._store.words("alike")
        return any(form.lower() in alike or tags(form.lower(), guess=False) for form in forms)


def _spellings(words: Sequence[Word]) -> dict[str, dict[str, list[int]]]:
    """The names that are like each other, and where they stand; none that stands in lower case, too."""
    lower = {word.key for word in words if word.text.islower()}
    names: dict[str, list[int]] = {}
    for at, word in enumerate(words):
        if word.text[0].isupper():
            name = word.bare
            if len(name) >= _SHORTEST and name.isalpha() and name[1:].islower():
                names.setdefault(name, []).append(at)
    spellings: dict[str, dict[str, list[int]]] = {}
    for name, places in names.items():
        if name.lower() not in lower:
            spellings.setdefault(skeleton(name), {})[name] = places
    return spellings


def _may_be_one(prose: str, usual: Sequence[int], rare: Sequence[int]) -> bool:
    """Whether the names around do not say that two people are meant."""
    words = words_of(prose)
    for step in (-1, 1):
        one, other = (
            {skeleton(words[at + step].text) for at in places if name_goes_on(prose, at, step)}
            for places in (usual, rare)
        )
        if one and other and not one & other:
            return False
    return True
