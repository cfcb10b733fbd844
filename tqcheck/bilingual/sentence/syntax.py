"""Who does what to whom in a Russian sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tqcheck.bilingual.russian import Sentence, Word, forms
from tqcheck.bilingual.sentence.nouns import (
    agree,
    all_nominative,
    cases,
    is_agent,
    is_person,
    may_be_object,
    may_do,
    meant,
    takes_part,
)
from tqcheck.bilingual.sentence.tree import Tree
from tqcheck.bilingual.wordlists import words as word_list

_HELD = 6
"""Words of Russian between a participle and its noun."""

LONGEST = 80
"""Words of the longest sentence that is parsed: the work grows with their square."""

PREDICATES = frozenset({"VERB", "PRTS"})
_ALONE = frozenset({"root", "ccomp", "parataxis", "advcl", "acl", "acl:relcl"})


@dataclass(frozen=True, slots=True)
class Clause:
    """A verb or short participle, who does it (nobody, where Russian leaves that open: продали), and to what
    it is done or to whom something is given, as indices of the sentence's words.

    `subject` and `object` are the head and what names it: "министр … Сергей Шойгу". `given`: the object
    stands in the dative; `oblique`: after a preposition; `relative`: the verb is a participle of one of them.
    `acts`: what else the verb governs and may be rendered with it: вынес приговор. `subject_of` and
    `object_of`: what belongs to either and may be all that is rendered: сборная Хорватии.
    """

    verb: int
    subject: tuple[int, ...]
    object: tuple[int, ...]
    given: bool = False
    oblique: bool = False
    relative: bool = False
    acts: tuple[int, ...] = ()
    subject_of: tuple[int, ...] = ()
    object_of: tuple[int, ...] = ()


def clauses(sentence: Sentence) -> tuple[Clause, ...]:
    """The clauses that have a verb and an object, and in which case or number leaves no doubt who is the one
    that acts. Raises RussianMissing."""
    words = sentence.words
    found = tuple(participles(sentence))
    predicates = [i for i, word in enumerate(words) if word.pos in PREDICATES]
    if not predicates or len(words) > LONGEST:
        return found
    tree = Tree.of(words)
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
        elif is_agent(words[own[0]]):
            yield Clause(i, (own[0],), (head,), relative=True)


def _head(words: Sequence[Word], participle: int) -> tuple[int | None, int]:
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


def _clauses(tree: Tree, verb: int) -> Iterator[Clause]:
    """The clauses of one verb."""
    words = tree.words
    if patients := tree.under(verb, "nsubj:pass"):
        yield from _passive(tree, verb, patients)
        return
    if words[verb].pos != "VERB":
        return
    subjects = _subjects(tree, verb)
    objects, receivers = tree.under(verb, "obj"), _receivers(tree, verb)
    if len(subjects) == 2 and not objects:  # сухогруз атаковали пираты
        objects = [i for i in subjects if not agree(words[verb], [words[i]])][:1]
        subjects = [i for i in subjects if i not in objects]
    objects = objects or tree.astray(verb)[:1]
    if len(subjects) == 1:
        yield from _between(tree, verb, subjects[0], objects, receivers)
    elif not subjects and _leaves_open(tree, verb):
        for thing in objects:
            if not may_do(words[thing]):
                yield Clause(verb, (), tree.named(thing), object_of=tree.of_noun(thing))
        yield from _given(tree, verb, receivers)


def _given(tree: Tree, verb: int, receivers: Sequence[int]) -> Iterator[Clause]:
    """To whom something is given, where nobody is said to give it."""
    for receiver in receivers:
        yield Clause(verb, (), tree.named(receiver), given=True, object_of=tree.of_noun(receiver))


def _passive(tree: Tree, verb: int, patients: Sequence[int]) -> Iterator[Clause]:
    nouns = [i for i in tree.under(verb, "obl", "obl:agent") if not tree.under(i, "case")]
    agents = [i for i in nouns if is_agent(tree.words[i])]
    agents = agents or [i for i in nouns if "ablt" in cases(tree.words[i])]
    lemmas = {tree.words[i].lemma for i in (verb, *agents)}
    if len(agents) == len(patients) == 1 and lemmas.isdisjoint(word_list("named") | word_list("moved")):
        yield _clause(tree, verb, agents[0], patients[0])
    if not agents:
        yield from _given(tree, verb, _receivers(tree, verb))


def _subjects(tree: Tree, verb: int) -> list[int]:
    """The subjects of a verb; where it has two, not one before a colon."""
    found = tree.under(verb, "nsubj") or list(_strays(tree, verb))
    if len(found) > 1:
        colon = max((i for i in range(verb) if tree.words[i].text == ":"), default=-1)
        found = [i for i in found if i > colon] or found
    return found


def _between(
    tree: Tree, verb: int, subject: int, objects: Sequence[int], receivers: Sequence[int]
) -> Iterator[Clause]:
    """What one does to another, or to whom it is done or given."""
    if len(objects) == 1 and (clause := _with_object(tree, verb, subject, objects[0])):
        yield clause
    for other in _others(tree, verb):
        if not objects or not is_person(tree.words[objects[0]]):
            own = _clause(tree, verb, subject, other, tree.acts(verb, other, subject))
            yield replace(own, oblique=True)
    undergone = tree.words[verb].lemma in word_list("undergoing")
    for receiver in () if undergone else receivers:
        yield replace(_clause(tree, verb, subject, receiver, tree.acts(verb, receiver, subject)), given=True)


def _with_object(tree: Tree, verb: int, subject: int, thing: int) -> Clause | None:
    """A verb with both; None where either may be the subject."""
    act = tree.words[verb]
    by, to = ([tree.words[k] for k in tree.named(i)] for i in (subject, thing))
    if not agree(act, by) and agree(act, to):
        by, to, subject, thing = to, by, thing, subject
        # огонь ликвидируют пожарные: the parser errs, the verb's number tells
    doubtful = agree(act, to) and all_nominative(to) and may_be_object(by)
    if doubtful and subject < verb < thing and act.lemma in word_list("ranking"):
        doubtful = False  # экспорт превысил импорт
    if doubtful or not may_be_object(to):
        return None
    if act.lemma in word_list("awaiting") and not is_person(tree.words[subject]):
        return None
    return _clause(tree, verb, subject, thing, tree.ends_in(verb))


def _clause(tree: Tree, verb: int, by: int, to: int, acts: tuple[int, ...] = ()) -> Clause:
    """What one noun does to another; "который" stands for that to which its clause belongs."""
    said, (by, to) = (by, to), (meant(tree.words, by), meant(tree.words, to))
    own = Clause(verb, tree.named(by), tree.named(to), relative=said != (by, to), acts=acts)
    return replace(own, subject_of=tree.of_noun(by), object_of=tree.of_noun(to))


def _receivers(tree: Tree, verb: int) -> list[int]:
    """To whom something is given or done, where a translation does not make that the subject."""
    if tree.words[verb].lemma in word_list("experienced"):
        return []
    found = tree.under(verb, "iobj")
    found = found or [i for act in tree.under(verb, "obj") for i in tree.under(act, "iobj")]
    return [i for i in found if len(found) == 1 and _may_receive(tree.words[i])]


def _may_receive(word: Word) -> bool:
    """Whether a word may stand in the dative; one that no dictionary has where it is inflected."""
    own = cases(word)
    return "datv" in own or (not own and word.lemma != word.text.lower())


def _others(tree: Tree, verb: int) -> Iterator[int]:
    """Who else takes part: напал на охранника, извинился перед врачами."""
    lemma = tree.words[verb].lemma
    for noun in tree.after(verb):
        prepositions = [tree.words[i].text.lower() for i in tree.under(noun, "case")]
        if len(prepositions) == 1 and takes_part(tree.words[noun], prepositions[0], lemma):
            yield noun


def _leaves_open(tree: Tree, verb: int) -> bool:
    """Whether a verb in the plural shares no subject with another one."""
    return "plur" in tree.words[verb].grammemes and tree.relations[verb] in _ALONE


def _strays(tree: Tree, verb: int) -> Iterator[int]:
    """Subjects after a verb without one that the parser gave to another across punctuation: of a verb that
    says who spoke it takes the subject for that of the quotation."""
    for i in range(verb + 1, len(tree.words)):
        if tree.words[i].pos in ("PNCT", "VERB"):
            return
        if tree.relations[i] == "nsubj" and tree.heads[i] < verb:
            yield i
