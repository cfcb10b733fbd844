"""Which word of a Russian sentence depends on which: slovnet's parser, trained on news.

The models come with the package natasha and are read when a sentence is first parsed (about a second).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from tqcheck.bilingual.russian import RussianMissing, Word
from tqcheck.bilingual.sentence.nouns import cases, is_person

if TYPE_CHECKING:
    from slovnet import Syntax
    from threadpoolctl import ThreadpoolController

_EMBEDDINGS = "emb/navec_news_v1_1B_250K_300d_100q.tar"
_SYNTAX = "model/slovnet_syntax_news_v1.tar"
_TOGETHER = frozenset({"flat:name", "flat", "appos", "compound", "nummod", "nummod:gov"})
_INITIAL = "initial"
_FAR = 4
"""Words from a noun up to its verb."""


@dataclass(frozen=True, slots=True)
class Tree:
    """The words of a sentence, for each the index of its head (-1 for the root) and its relation to it."""

    words: tuple[Word, ...]
    heads: tuple[int, ...]
    relations: tuple[str, ...]

    @classmethod
    def of(cls, words: tuple[Word, ...]) -> Tree:
        """Parses a sentence without its initials (В. Путин), which mislead the parser. Raises
        RussianMissing."""
        kept = [i for i in range(len(words)) if not is_initial(words, i)]
        heads, relations = [-1] * len(words), [_INITIAL] * len(words)
        found = _parse(tuple(words[i].text for i in kept))
        for i, head, relation in zip(kept, *found, strict=True):
            heads[i], relations[i] = kept[head] if head >= 0 else -1, relation
        return cls(words, tuple(heads), tuple(relations))

    def under(self, head: int, *relations: str) -> list[int]:
        """What depends on a word in one of some ways."""
        return [i for i, h in enumerate(self.heads) if h == head and self.relations[i] in relations]

    def named(self, head: int) -> tuple[int, ...]:
        """A noun and what names it."""
        group = {head}
        for _ in range(2):
            group |= {i for i, h in enumerate(self.heads) if h in group and self.relations[i] in _TOGETHER}
        return tuple(sorted(group))

    def of_noun(self, head: int) -> tuple[int, ...]:
        """The nouns in the genitive and the adjectives that belong to a noun: сборную Германии."""
        found = [i for i in self.under(head, "nmod", "nmod:gov") if self._is_genitive(i)]
        names = {name for i in found for name in self.named(i)}
        return tuple(sorted({*names, *self.under(head, "amod")}))

    def _is_genitive(self, noun: int) -> bool:
        own = cases(self.words[noun])
        return ("gent" in own or not own) and not self.under(noun, "case")

    def acts(self, verb: int, *taken: int) -> tuple[int, ...]:
        """The nouns under a verb that are no people."""
        nouns = self.under(verb, "obj", "obl", "nmod")
        return tuple(i for i in nouns if i not in taken and not is_person(self.words[i]))

    def ends_in(self, verb: int) -> tuple[int, ...]:
        """The nouns under a verb after в: отправил в отставку."""
        nouns = self.under(verb, "obl", "nmod")
        return tuple(i for i in nouns if [self.words[k].lemma for k in self.under(i, "case")] == ["в"])

    def astray(self, verb: int) -> list[int]:
        """Nouns that are the object of a verb by their case, and that the parser gave to another noun:
        призывает Россия Грузию; принял в Доме правительства Юрия."""
        nouns = (i for i in range(len(self.words)) if self._governing(i) == verb)
        return [i for i in nouns if self._is_astray(i)]

    def _is_astray(self, noun: int) -> bool:
        own, other = cases(self.words[noun]), cases(self.words[self.heads[noun]])
        if "accs" not in own or not is_person(self.words[noun], countries=True) or self.under(noun, "case"):
            return False
        if self.relations[noun] == "nmod":
            return own.isdisjoint({"gent", "nomn"})
        return self.relations[noun] == "appos" and bool(other) and own.isdisjoint(other)

    def after(self, verb: int) -> list[int]:
        """Nouns after a preposition that belong to a verb, those that stand before the noun to which the
        parser gave them among these."""
        found = self.under(verb, "obl", "obj", "iobj", "nmod")
        loose = (i for i in range(len(self.words)) if self.relations[i] == "nmod" and self.heads[i] > i)
        return [*found, *(i for i in loose if i not in found and self._governing(i) == verb)]

    def _governing(self, noun: int) -> int:
        """The verb not far above a noun, -1 for none: the heads of a parse may go in a circle."""
        at = self.heads[noun]
        for _ in range(_FAR):
            if at < 0 or self.words[at].pos == "VERB":
                return at
            at = self.heads[at]
        return -1


def is_initial(words: Sequence[Word], at: int) -> bool:
    """Whether a word is a capital with a stop, or that stop, before a name."""
    if words[at].text == ".":
        return bool(at) and len(words) > at + 1 and _is_capital(words[at - 1]) and _is_name(words[at + 1])
    return (
        _is_capital(words[at])
        and len(words) > at + 2
        and words[at + 1].text == "."
        and _is_name(words[at + 2])
    )


def _is_capital(word: Word) -> bool:
    return len(word.text) == 1 and word.text.isupper()


def _is_name(word: Word) -> bool:
    return word.text[0].isupper()


@lru_cache(maxsize=2_000)
def _parse(words: tuple[str, ...]) -> tuple[tuple[int, ...], tuple[str, ...]]:
    """For each word the index of its head (-1 for the root) and its relation to it.

    By one thread: a sentence is too little to share, and the others would wait for it busily.
    """
    parser = _parser()
    with _threads().limit(limits=1, user_api="blas"):
        [markup] = parser.map([list(words)])
    places = {token.id: i for i, token in enumerate(markup.tokens)}
    return (
        tuple(places.get(token.head_id, -1) for token in markup.tokens),
        tuple(token.rel for token in markup.tokens),
    )


@cache
def _parser() -> Syntax:
    try:
        from navec import Navec
        from slovnet import Syntax
    except ImportError as error:
        raise RussianMissing(error.name) from None
    folder = _models()
    parser = Syntax.load(folder / _SYNTAX)
    parser.navec(Navec.load(folder / _EMBEDDINGS))
    return parser


@cache
def _threads() -> ThreadpoolController:
    """What says by how many threads numpy multiplies; numpy must have been imported."""
    from threadpoolctl import ThreadpoolController

    return ThreadpoolController()


def _models() -> Path:
    """Where natasha keeps its models. The package itself is not imported: it wants another analyser."""
    spec = find_spec("natasha")
    if spec is None or spec.origin is None:
        raise RussianMissing("natasha")
    return Path(spec.origin).parent / "data"
