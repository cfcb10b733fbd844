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

from tqcheck.bilingual.russian import RussianMissing, Sentence, Word, forms, numbers_of
from tqcheck.bilingual.tables import persons
from tqcheck.bilingual.wordlists import words as word_list

if TYPE_CHECKING:
    from slovnet import Syntax

_EMBEDDINGS = "emb/navec_news_v1_1B_250K_300d_100q.tar"
_SYNTAX = "model/slovnet_syntax_news_v1.tar"
_HELD = 6
"""Words of Russian between a participle and its noun."""

LONGEST = 80
"""Words of the longest sentence that is parsed: the work grows with their square."""

PREDICATES = frozenset({"VERB", "PRTS"})
_ALONE = frozenset({"root", "ccomp", "parataxis", "advcl"})
_TOGETHER = frozenset({"flat:name", "flat", "appos", "compound", "nummod", "nummod:gov"})


@dataclass(frozen=True, slots=True)
class Clause:
    """A verb or short participle, who does it (nobody, where Russian leaves that open: продали), and to what
    it is done or to whom something is given, as indices of the sentence's words.

    `subject` and `object` are the head and what names it: "министр … Сергей Шойгу". `given`: the object
    stands in the dative; `oblique`: after a preposition; `relative`: the verb is a participle of one of them.
    """

    verb: int
    subject: tuple[int, ...]
    object: tuple[int, ...]
    given: bool = False
    oblique: bool = False
    relative: bool = False


@dataclass(frozen=True, slots=True)
class _Tree:
    """The words of a sentence, for each the index of its head (-1 for the root) and its relation to it."""

    words: tuple[Word, ...]
    heads: tuple[int, ...]
    relations: tuple[str, ...]

    def under(self, head: int, *relations: str) -> list[int]:
        """What depends on a word in one of some ways."""
        return [i for i, h in enumerate(self.heads) if h == head and self.relations[i] in relations]

    def named(self, head: int) -> tuple[int, ...]:
        """A noun and what names it."""
        group = {head}
        for _ in range(2):
            group |= {i for i, h in enumerate(self.heads) if h in group and self.relations[i] in _TOGETHER}
        return tuple(sorted(group))


def clauses(sentence: Sentence) -> tuple[Clause, ...]:
    """The clauses that have a verb and an object, and in which case or number leaves no doubt who is the one
    that acts. Raises RussianMissing."""
    words = sentence.words
    found = tuple(participles(sentence))
    predicates = [i for i, word in enumerate(words) if word.pos in PREDICATES]
    if not predicates or len(words) > LONGEST:
        return found
    tree = _Tree(words, *_parse(tuple(word.text for word in words)))
    return (*found, *(clause for verb in predicates for clause in _clauses(tree, verb)))


def participles(sentence: Sentence) -> Iterator[Clause]:
    """Participles with what they belong to and their object or agent: полицейский, застреливший подростка."""
    words = sentence.words
    for i, word in enumerate(words):
        if word.pos != "PRTF" or not word.grammemes & {"actv", "pssv"}:
            continue
        head, end = _head(words, i)
        if head is None:
            continue
        case = "accs" if "actv" in word.grammemes else "ablt"
        own = [k for k in range(i + 1, end) if words[k].pos == "NOUN" and case in cases(words[k])]
        if not own or any(words[k].pos in ("PREP", "CONJ", "VERB") for k in range(i + 1, own[0])):
            continue
        if case == "accs":
            yield Clause(i, (head,), (own[0],), relative=True)
        elif is_somebody(words[own[0]]):
            yield Clause(i, (own[0],), (head,), relative=True)


def _head(words: tuple[Word, ...], participle: int) -> tuple[int | None, int]:
    """The noun that a participle agrees with, and where what belongs to the participle ends."""
    own = forms(words[participle].text)
    if participle > 1 and words[participle - 1].text == ",":
        end = next((k for k in range(participle, len(words)) if words[k].pos == "PNCT"), len(words))
        before = words[participle - 2]
        fits = before.pos == "NOUN" and own & forms(before.text) and _same_gender(words[participle], before)
        return (participle - 2 if fits else None), end
    found: list[int] = []
    for k in range(participle + 1, min(len(words), participle + 1 + _HELD)):
        if words[k].pos == "PNCT":
            break
        common = own & forms(words[k].text) if words[k].pos == "NOUN" else frozenset()
        if common and _same_gender(words[participle], words[k]):
            if any(case == "nomn" for case, _ in common):
                return k, k
            found.append(k)
    return (found[0], found[0]) if found else (None, participle)


def _same_gender(participle: Word, noun: Word) -> bool:
    if "plur" in participle.grammemes:
        return True
    genders = {"masc", "femn", "neut"}
    return participle.grammemes & genders == noun.grammemes & genders or "ms-f" in noun.grammemes


def _clauses(tree: _Tree, verb: int) -> Iterator[Clause]:
    """The clauses of one verb."""
    words = tree.words
    if patients := tree.under(verb, "nsubj:pass"):
        agents = [i for i in tree.under(verb, "obl", "obl:agent") if _is_agent(tree, i)]
        agents = agents or [i for i in tree.under(verb, "obl", "obl:agent") if _is_means(tree, i)]
        if len(agents) == len(patients) == 1 and words[verb].lemma not in word_list("named"):
            yield Clause(verb, tree.named(agents[0]), tree.named(patients[0]))
        return
    if words[verb].pos != "VERB":
        return
    subjects = tree.under(verb, "nsubj")
    subjects = subjects or list(_strays(words, verb, tree.heads, tree.relations))
    objects, receivers = tree.under(verb, "obj"), _receivers(tree, verb)
    if len(subjects) == 2 and not objects:  # сухогруз атаковали пираты
        objects = [i for i in subjects if not _agree(words, verb, (i,))][:1]
        subjects = [i for i in subjects if i not in objects]
    if len(subjects) == 1:
        if len(objects) == 1 and (clause := _with_object(tree, verb, subjects[0], objects[0])):
            yield clause
        for other in _others(tree, verb) if not objects else ():
            yield Clause(verb, tree.named(subjects[0]), tree.named(other), oblique=True)
        for receiver in receivers:
            yield Clause(verb, tree.named(subjects[0]), tree.named(receiver), given=True)
    elif not subjects and _leaves_open(tree, verb):
        for thing in objects:
            if not _can_be_subject(words[thing]):
                yield Clause(verb, (), tree.named(thing))
        for receiver in receivers:
            yield Clause(verb, (), tree.named(receiver), given=True)


def _with_object(tree: _Tree, verb: int, subject: int, thing: int) -> Clause | None:
    """A verb with both; None where either may be the subject."""
    by, to = tree.named(subject), tree.named(thing)
    if not _agree(tree.words, verb, by) and _agree(tree.words, verb, to):
        by, to = to, by  # огонь ликвидируют пожарные: the parser errs, the verb's number tells
    doubtful = _agree(tree.words, verb, to) and _can_be_object(tree.words, by)
    if doubtful and subject < verb < thing and tree.words[verb].lemma in word_list("ranking"):
        doubtful = False  # экспорт превысил импорт
    return Clause(verb, by, to) if _can_be_object(tree.words, to) and not doubtful else None


def _receivers(tree: _Tree, verb: int) -> list[int]:
    """To whom something is given or done, where a translation does not make that the subject."""
    if tree.words[verb].lemma in word_list("experienced"):
        return []
    found = tree.under(verb, "iobj")
    return [i for i in found if len(found) == 1 and "datv" in cases(tree.words[i])]


def _is_agent(tree: _Tree, noun: int) -> bool:
    """Whether a noun is somebody in the instrumental, without a preposition."""
    return is_somebody(tree.words[noun]) and not tree.under(noun, "case")


def _is_means(tree: _Tree, noun: int) -> bool:
    """Whether a noun stands in the instrumental, without a preposition."""
    return "ablt" in cases(tree.words[noun]) and not tree.under(noun, "case")


def _others(tree: _Tree, verb: int) -> Iterator[int]:
    """Who else takes part: напал на охранника, извинился перед врачами. The parser may call them objects."""
    for noun in tree.under(verb, "obl", "obj", "iobj"):
        prepositions = [tree.words[i].text.lower() for i in tree.under(noun, "case")]
        if len(prepositions) == 1 and takes_part(tree.words[noun], prepositions[0]):
            yield noun


def takes_part(word: Word, preposition: str) -> bool:
    """Whether a word after a preposition is somebody who takes part in what is done."""
    person = "anim" in word.grammemes or word.lemma in word_list("people")
    if preposition == "на" and "accs" not in cases(word):
        return False
    return preposition in word_list("against") and (person or preposition in word_list("towards-somebody"))


def _leaves_open(tree: _Tree, verb: int) -> bool:
    """Whether a verb in the plural shares no subject with another one."""
    return "plur" in tree.words[verb].grammemes and tree.relations[verb] in _ALONE


def _can_be_subject(word: Word) -> bool:
    """Whether it can be the subject of a verb in the plural; a pronoun in another case cannot."""
    if word.text.lower() in persons().forms and word.lemma != word.text.lower():
        return False
    return ("nomn", "plur") in forms(word.text) or not forms(word.text)


def is_somebody(word: Word) -> bool:
    """Whether a word is a person, or people, in the instrumental."""
    person = "anim" in word.grammemes or word.lemma in word_list("people")
    return person and "ablt" in cases(word)


def cases(word: Word) -> frozenset[str]:
    """The cases a word may stand in; none of one that no dictionary has."""
    return frozenset(case for case, _ in forms(word.text))


def _can_be_object(words: tuple[Word, ...], named: tuple[int, ...]) -> bool:
    """Whether all that names somebody could be an object by its case."""
    return all("accs" in cases(words[i]) for i in named if cases(words[i]))


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
    numbers = numbers_of(words[verb].text)
    if not numbers or any(words[i].pos in ("NUMB", "NUMR") for i in named):
        return True
    can = {number for i in named for case, number in forms(words[i].text) if case == "nomn"}
    return not all(forms(words[i].text) for i in named) or bool(numbers & can)


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
