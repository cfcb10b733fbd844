"""Who does what to whom in a Russian sentence: slovnet's dependency parse, trained on news.

The models come with the package natasha and are read when a sentence is first parsed (about a second).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from tqcheck.bilingual.russian import RussianMissing, Sentence, Word, forms

if TYPE_CHECKING:
    from slovnet import Syntax

_EMBEDDINGS = "emb/navec_news_v1_1B_250K_300d_100q.tar"
_SYNTAX = "model/slovnet_syntax_news_v1.tar"
_NUMBERS = frozenset({"sing", "plur"})
LONGEST = 80
"""Words of the longest sentence that is parsed: the work grows with their square."""

_TOGETHER = frozenset({"flat:name", "flat", "appos", "compound", "nummod", "nummod:gov"})


@dataclass(frozen=True, slots=True)
class Clause:
    """A finite verb with its subject and its object, as indices of the sentence's words. `subject` and
    `object` are the head and what names it: "министр … Сергей Шойгу"."""

    verb: int
    subject: tuple[int, ...]
    object: tuple[int, ...]


def clauses(sentence: Sentence) -> tuple[Clause, ...]:
    """The clauses that have a verb in the active voice, a subject and an object, and in which case or number
    leaves no doubt which is which. Raises RussianMissing."""
    words = sentence.words
    finite = [i for i, word in enumerate(words) if word.pos == "VERB"]
    if not finite or len(words) > LONGEST:
        return ()
    heads, relations = _parse(tuple(word.text for word in words))
    found = []
    for verb in finite:
        subjects = [i for i, head in enumerate(heads) if head == verb and relations[i] == "nsubj"]
        subjects = subjects or list(_strays(words, verb, heads, relations))
        objects = [i for i, head in enumerate(heads) if head == verb and relations[i] == "obj"]
        if len(subjects) == len(objects) == 1:
            subject, thing = subjects[0], objects[0]
            by, to = _named(subject, heads, relations), _named(thing, heads, relations)
            if not _agree(words, verb, by) and _agree(words, verb, to):
                by, to = to, by  # огонь ликвидируют пожарные: the parser errs, the verb's number tells
            if not (_agree(words, verb, to) and _can_be_object(words, by)):
                found.append(Clause(verb, by, to))
    return tuple(found)


def _can_be_object(words: tuple[Word, ...], named: tuple[int, ...]) -> bool:
    """Whether all that names a subject could as well be an object, by its case."""
    cases = [{case for case, _ in known} for i in named if (known := forms(words[i].text))]
    return all("accs" in own for own in cases)


def _strays(
    words: tuple[Word, ...], verb: int, heads: tuple[int, ...], relations: tuple[str, ...]
) -> Iterator[int]:
    """Subjects after a verb without one that the parser gave to another across punctuation: of a verb that
    says who spoke it takes the subject for that of the quotation."""
    for i in range(verb + 1, len(words)):
        if words[i].pos in ("PNCT", "VERB"):
            return
        if relations[i] == "nsubj" and heads[i] < verb:
            yield i


def _agree(words: tuple[Word, ...], verb: int, named: tuple[int, ...]) -> bool:
    """Whether a noun can be the subject of a verb by its case and number; with a numeral it always can."""
    numbers = words[verb].grammemes & _NUMBERS
    if not numbers or any(words[i].pos in ("NUMB", "NUMR") for i in named):
        return True
    can = {number for i in named for case, number in forms(words[i].text) if case == "nomn"}
    return not any(forms(words[i].text) for i in named) or bool(numbers & can)


def _named(head: int, heads: tuple[int, ...], relations: tuple[str, ...]) -> tuple[int, ...]:
    group = {head}
    for _ in range(2):
        group |= {i for i, h in enumerate(heads) if h in group and relations[i] in _TOGETHER}
    return tuple(sorted(group))


@lru_cache(maxsize=2_000)
def _parse(words: tuple[str, ...]) -> tuple[tuple[int, ...], tuple[str, ...]]:
    """For each word the index of its head (-1 for the root) and its relation to it."""
    [markup] = _parser().map([list(words)])
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


def _models() -> Path:
    """Where natasha keeps its models. The package itself is not imported: it wants another analyser."""
    spec = find_spec("natasha")
    if spec is None or spec.origin is None:
        raise RussianMissing("natasha")
    return Path(spec.origin).parent / "data"
