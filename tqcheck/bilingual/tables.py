"""The data of detectors, read strictly from YAML; see the head of each file for what it holds."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from tqcheck.bilingual.cues import Cues, Hit
from tqcheck.rulebook.strict import Fields, StrictFile
from tqcheck.typed import NamedTuple

_KINDS = (
    "ones",
    "tens",
    "hundreds",
    "scales",
    "ordinals",
    "parts",
    "tens-of-years",
    "tens-of-things",
    "alone",
)
_SAYS_NO = ("denies", "idle", "negative")
_DATA = Path(__file__).with_name("data")
EXPLAINS = " ?"
"""Ends what a cue of contrasts stands for that only explains."""


@dataclass(frozen=True, slots=True)
class Contrast:
    """Sets whose members exclude each other; `rules` and `flips` by the name of the set.

    A cue stands for "set member", one that only explains for "set member ?".
    """

    russian: Cues
    english: Cues
    rules: dict[str, str]
    flips: frozenset[str]


@dataclass(frozen=True, slots=True)
class Kept:
    """Russian words whose meaning the English must hold; a cue stands for the number of the group. `near`:
    the rules that want the English beside what the Russian word governs; `idle`: Russian phrases in which
    nothing counts; `wanting`: by rule, English words without one of which it says nothing."""

    russian: Cues
    english: Cues
    rules: tuple[str, ...]
    near: frozenset[str]
    idle: Cues
    wanting: dict[str, Cues]


@dataclass(frozen=True, slots=True)
class Modals:
    """modals.yaml: the class of each Russian lemma and of each English word, and the classes that exclude
    one."""

    russian: dict[str, str]
    english: dict[str, str]
    excludes: dict[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Negation:
    """What says no in each language: cues by what they are (denies, idle, negative). `literal`: Russian
    denials and the English that says the reverse; a cue stands for the number of the line. `unsaid`:
    likewise, Russian denials and the English that says so without one. `plain`: the English words that deny;
    `twice`: Russian denials of a denial."""

    russian: dict[str, Cues]
    english: dict[str, Cues]
    literal: tuple[Cues, Cues]
    unsaid: tuple[Cues, Cues]
    prefixes: tuple[str, ...]
    harmless: frozenset[str]
    plain: frozenset[str]
    twice: Cues


@dataclass(frozen=True, slots=True)
class NumberWords:
    """The words of number of a language: word → kind (ones, tens, …) and readings."""

    words: dict[str, tuple[str, tuple[float, ...]]]


@dataclass(frozen=True, slots=True)
class Numbers:
    """numbers.yaml: see there."""

    russian: NumberWords
    english: NumberWords
    beginnings: dict[str, float]
    measures: tuple[str, ...]
    multiples: dict[str, float]


@dataclass(frozen=True, slots=True)
class Letters:
    """letters.yaml: see there. What is replaced, in order, by what."""

    english: dict[str, str]
    russian: dict[str, str]
    schemes: dict[str, str]
    press: dict[str, str]
    press_endings: dict[str, str]
    surnames: tuple[str, ...]
    english_surnames: tuple[str, ...]
    endings: tuple[str, ...]
    loans: frozenset[str]


@dataclass(frozen=True, slots=True)
class Persons:
    """Pronouns of each language by gender, masculine and feminine, in lower case; the English `forms` of
    Russian ones, and those that render one `opening` a sentence: `opening_english` are all of these."""

    russian: dict[str, frozenset[str]]
    english: dict[str, frozenset[str]]
    forms: dict[str, frozenset[str]]
    opening: dict[str, frozenset[str]]
    opening_english: frozenset[str]


@dataclass(frozen=True, slots=True)
class GivenNames:
    """given-names.yaml: Russian and English forms of each first name; a name may be in several groups."""

    russian: tuple[frozenset[str], ...]
    english: tuple[frozenset[str], ...]


@dataclass(frozen=True, slots=True)
class RelationKind:
    """How one thing stands to another: the Russian cases that may be governed and those that may not, whether
    only a place may be, and the English phrases that say so and the reverse."""

    cases: frozenset[str]
    other_cases: frozenset[str]
    of_place: bool
    english: frozenset[str]
    reverse: frozenset[str]


@dataclass(frozen=True, slots=True)
class Relations:
    """relations.yaml: the kinds that a Russian preposition may be of; all English phrases by their last word,
    the longest first."""

    russian: dict[str, tuple[RelationKind, ...]]
    ending: dict[str, tuple[tuple[str, ...], ...]]


@dataclass(frozen=True, slots=True)
class Tallies:
    """tallies.yaml: the class of each Russian lemma and of each English word."""

    russian: dict[str, str]
    english: dict[str, str]


@dataclass(frozen=True, slots=True)
class Units:
    """units.yaml: the class of each Russian and English word, or beginning of words; the classes of time."""

    russian: dict[str, str]
    english: dict[str, str]
    of_time: frozenset[str]


class Measure(NamedTuple):
    """A measure of measures.yaml: what it measures, how many it is of the least one there, and whether it is
    one of the readers' own."""

    dimension: str
    size: float
    readers: bool

    @classmethod
    def of(cls, value: str) -> Measure:
        """The measure that a cue stands for."""
        dimension, size, readers = value.split()
        return cls(dimension, float(size), readers == "true")


class Measures(NamedTuple):
    """measures.yaml: a cue of either language stands for a measure; `within` are the beginnings of Russian
    words, which may stand within a compound."""

    russian: Cues
    english: Cues
    within: dict[str, str]


@dataclass(frozen=True, slots=True)
class Abbreviations:
    """abbreviations.yaml: a cue of `renderings` stands for the Russian abbreviation, one of `words` for the
    English one; the first renderings of each Russian one, and the English ones that are `known`."""

    renderings: Cues
    words: Cues
    suggestions: dict[str, tuple[str, ...]]
    known: frozenset[str]


@cache
def contrasts() -> Contrast:
    """The files of the folder contrasts, and look-alikes.yaml. Raises RulebookError."""
    russian: list[tuple[str, str]] = []
    english: list[tuple[str, str]] = []
    rules: dict[str, str] = {}
    flips: set[str] = set()
    for path in sorted((_DATA / "contrasts").glob("*.yaml")):
        file = _File(f"contrasts/{path.name}")
        for name, (_, node) in file.part("contrasts").items():
            values = file.fields(node, name, ("rule", "members"), ("flips",))
            if name in rules:
                raise file.fail(node, f"the set {name} stands in two files")
            rules[name] = file.rule_id(values["rule"])
            if "flips" in values and file.one_of(values["flips"], name, ("true", "false")) == "true":
                flips.add(name)
            for number, (left, (_, right)) in enumerate(file.mapping(values["members"], name).items()):
                for side, text in ((russian, left), (english, file.text(right, left))):
                    for cue in file.cues(text):
                        weak = cue.endswith("?")
                        side.append((cue.rstrip("?"), f"{name} {number}{EXPLAINS if weak else ''}"))
    file = _File("look-alikes.yaml")
    unlike = {
        stem: tuple(file.cues(file.text(node, stem))) for stem, (_, node) in file.part("look-alikes").items()
    }
    return Contrast(Cues(russian, english=False), Cues(english, True, unlike), rules, frozenset(flips))


def member_of(hit: Hit) -> str:
    """The "set member" that a hit of contrasts stands for, whether it accuses or only explains."""
    return hit.value.removesuffix(EXPLAINS)


@cache
def kept() -> Kept:
    """kept.yaml. Raises RulebookError."""
    file = _File("kept.yaml")
    russian: list[tuple[str, str]] = []
    english: list[tuple[str, str]] = []
    rules: list[str] = []
    parts = file.parts("kept", "near", "idle", "wanting")
    for rule, (_, node) in file.mapping(parts["kept"], "kept").items():
        for left, (_, right) in file.mapping(node, rule).items():
            number = str(len(rules))
            rules.append(rule)
            russian += ((cue, number) for cue in file.cues(left))
            english += ((cue, number) for cue in file.cues(file.text(right, left)))
    near = frozenset(file.cues(file.text(parts["near"], "near")))
    idle = Cues(((cue, "idle") for cue in file.cues(file.text(parts["idle"], "idle"))), english=False)
    wanting = {
        rule: Cues(((cue, rule) for cue in file.cues(file.text(node, rule))), english=True)
        for rule, (_, node) in file.mapping(parts["wanting"], "wanting").items()
    }
    return Kept(Cues(russian, english=False), Cues(english, english=True), tuple(rules), near, idle, wanting)


@cache
def negation() -> Negation:
    """negation.yaml. Raises RulebookError."""
    file = _File("negation.yaml")
    parts = file.parts("russian", "english", "prefixes", "harmless", "literal", "unsaid", "twice")
    sides = []
    for side in ("russian", "english"):
        values = file.fields(parts[side], side, _SAYS_NO, ())
        sides.append(
            {
                name: Cues(((cue, name) for cue in file.cues(file.text(node, name))), side == "english")
                for name, node in values.items()
            }
        )
    russian, english = sides
    prefixes = tuple(file.cues(file.text(parts["prefixes"], "prefixes")))
    harmless = frozenset(file.cues(file.text(parts["harmless"], "harmless")))
    both: dict[str, tuple[Cues, Cues]] = {}
    for part in ("literal", "unsaid"):
        said: list[tuple[str, str]] = []
        meant: list[tuple[str, str]] = []
        for number, (left, (_, right)) in enumerate(file.mapping(parts[part], part).items()):
            said += ((cue, str(number)) for cue in file.cues(left))
            meant += ((cue, str(number)) for cue in file.cues(file.text(right, left)))
        both[part] = Cues(said, english=False), Cues(meant, english=True)
    plain = frozenset(file.cues(file.text(values["denies"], "denies")))
    twice = Cues(((cue, "twice") for cue in file.cues(file.text(parts["twice"], "twice"))), english=False)
    return Negation(russian, english, both["literal"], both["unsaid"], prefixes, harmless, plain, twice)


@cache
def modals() -> Modals:
    """modals.yaml. Raises RulebookError."""
    file = _File("modals.yaml")
    root = file.root((_DATA / file.origin).read_bytes())
    russian: dict[str, str] = {}
    english: dict[str, str] = {}
    excludes: dict[str, frozenset[str]] = {}
    for name, (_, node) in file.mapping(root, "the classes").items() if root else ():
        values = file.fields(node, name, ("russian", "english", "excludes"), ())
        for side, part in ((russian, "russian"), (english, "english")):
            side.update((word, name) for word in file.cues(file.text(values[part], part)))
        excludes[name] = frozenset(file.cues(file.text(values["excludes"], "excludes")))
    return Modals(russian, english, excludes)


@cache
def relations() -> Relations:
    """relations.yaml. Raises RulebookError."""
    file = _File("relations.yaml")
    root = file.root((_DATA / file.origin).read_bytes())
    russian: dict[str, tuple[RelationKind, ...]] = {}
    phrases: set[str] = set()
    for name, (_, node) in file.mapping(root, "the kinds").items() if root else ():
        values = file.fields(node, name, ("russian", "cases", "of", "english", "reverse"), ("not",))
        of_place = file.one_of(values["of"], name, ("any", "place")) == "place"
        cases, others, english, reverse = (
            frozenset(file.cues(file.text(values[part], part)) if part in values else ())
            for part in ("cases", "not", "english", "reverse")
        )
        kind = RelationKind(cases, others, of_place, english, reverse)
        for preposition in file.cues(file.text(values["russian"], "russian")):
            russian[preposition] = (*russian.get(preposition, ()), kind)
        phrases |= english | reverse
    ending: dict[str, tuple[tuple[str, ...], ...]] = {}
    for phrase in sorted(phrases, key=lambda phrase: (-phrase.count(" "), phrase)):
        parts = tuple(phrase.split())
        ending[parts[-1]] = (*ending.get(parts[-1], ()), parts)
    return Relations(russian, ending)


@cache
def tallies() -> Tallies:
    """tallies.yaml. Raises RulebookError."""
    file = _File("tallies.yaml")
    root = file.root((_DATA / file.origin).read_bytes())
    both: dict[str, dict[str, str]] = {"russian": {}, "english": {}}
    for name, (_, node) in file.mapping(root, "the classes").items() if root else ():
        for side, words in file.fields(node, name, tuple(both), ()).items():
            both[side].update((word, name) for word in file.cues(file.text(words, side)))
    return Tallies(**both)


@cache
def units() -> Units:
    """units.yaml. Raises RulebookError."""
    file = _File("units.yaml")
    parts = file.parts("of-time", "units")
    both: dict[str, dict[str, str]] = {"russian": {}, "english": {}}
    for name, (_, node) in file.mapping(parts["units"], "units").items():
        for side, words in file.fields(node, name, tuple(both), ()).items():
            both[side].update((word, name) for word in file.cues(file.text(words, side)))
    return Units(of_time=frozenset(file.cues(file.text(parts["of-time"], "of-time"))), **both)


@cache
def measures() -> Measures:
    """measures.yaml. Raises RulebookError."""
    file = _File("measures.yaml")
    sides: dict[str, list[tuple[str, str]]] = {"russian": [], "english": []}
    for dimension, (_, node) in file.part("measures").items():
        for name, (_, measure) in file.mapping(node, dimension).items():
            values = file.fields(measure, name, ("size", *sides), ("readers",))
            readers = "readers" in values and file.one_of(values["readers"], name, ("true", "false"))
            value = f"{dimension} {float(file.text(values['size'], name))} {readers or 'false'}"
            for side, cues in sides.items():
                cues += ((cue, value) for cue in file.cues(file.text(values[side], name)))
    within = {cue[:-1]: value for cue, value in sides["russian"] if cue.endswith("*") and " " not in cue}
    return Measures(Cues(sides["russian"], english=False), Cues(sides["english"], english=True), within)


def class_of(known: Mapping[str, str], word: str) -> str:
    """The class of a unit of one language; "" for another word."""
    begun = (known.get(f"{word[:length]}*") for length in range(len(word), 1, -1))
    return known.get(word) or next(filter(None, begun), "")


@cache
def abbreviations() -> Abbreviations:
    """abbreviations.yaml. Raises RulebookError."""
    file = _File("abbreviations.yaml")
    parts = file.parts("renderings", "words")
    renderings: list[tuple[str, str]] = []
    suggestions: dict[str, tuple[str, ...]] = {}
    for name, (_, node) in file.mapping(parts["renderings"], "renderings").items():
        cues = file.cues(file.text(node, name))
        suggestions[name] = tuple(cues[0].split("|"))
        renderings += ((cue, name) for cue in (*suggestions[name], *cues[1:]))
    words: list[tuple[str, str]] = []
    for left, (_, node) in file.mapping(parts["words"], "words").items():
        words += ((cue, name) for cue in file.cues(file.text(node, left)) for name in file.cues(left))
    known = frozenset(name for _, name in words)
    return Abbreviations(Cues(renderings, english=True), Cues(words, english=False), suggestions, known)


@cache
def numbers() -> Numbers:
    """numbers.yaml. Raises RulebookError."""
    file = _File("numbers.yaml")
    parts = file.parts("russian", "english", "beginnings", "measures", "multiples")
    sides = []
    for side in ("russian", "english"):
        kinds = file.fields(parts[side], side, _KINDS, ())
        words: dict[str, tuple[str, tuple[float, ...]]] = {}
        for kind, node in kinds.items():
            words |= {word: (kind, values) for word, values in file.valued(node, kind).items()}
        sides.append(NumberWords(words))
    beginnings, multiples = (
        {word: values[0] for word, values in file.valued(parts[name], name).items()}
        for name in ("beginnings", "multiples")
    )
    measures = tuple(file.cues(file.text(parts["measures"], "measures")))
    russian, english = sides
    return Numbers(russian, english, beginnings, measures, multiples)


@cache
def letters() -> Letters:
    """letters.yaml. Raises RulebookError."""
    file = _File("letters.yaml")
    parts = file.parts(
        *("english", "russian", "schemes", "press", "press-endings"),
        *("surnames", "english-surnames", "endings", "loans"),
    )
    schemes = {
        letter: "|".join(map(re.escape, str(node.value).split("|")))
        for letter, (_, node) in file.mapping(parts["schemes"], "schemes").items()
    }
    english, russian, press, endings = (
        file.replacements(parts[name], name) for name in ("english", "russian", "press", "press-endings")
    )
    surnames, latin, native = (
        tuple(file.cues(file.text(parts[name], name))) for name in ("surnames", "english-surnames", "endings")
    )
    loans = frozenset(file.cues(file.text(parts["loans"], "loans")))
    return Letters(english, russian, schemes, press, endings, surnames, latin, native, loans)


@cache
def given_names() -> GivenNames:
    """given-names.yaml. Raises RulebookError."""
    file = _File("given-names.yaml")
    pairs = file.mapping(file.parts("names")["names"], "names").items()
    return GivenNames(
        tuple(frozenset(file.cues(russian)) for russian, _ in pairs),
        tuple(frozenset(file.cues(file.text(node, russian))) for russian, (_, node) in pairs),
    )


@cache
def persons() -> Persons:
    """persons.yaml. Raises RulebookError."""
    file = _File("persons.yaml")
    parts = file.parts("russian", "english", "forms", "opening")
    russian, english = (
        {
            gender: frozenset(file.cues(file.text(node, gender)))
            for gender, node in file.fields(parts[side], side, ("masculine", "feminine"), ()).items()
        }
        for side in ("russian", "english")
    )
    forms, opening = (
        {
            pronoun: frozenset(file.cues(file.text(node, pronoun)))
            for pronoun, (_, node) in file.mapping(parts[name], name).items()
        }
        for name in ("forms", "opening")
    )
    return Persons(russian, english, forms, opening, frozenset().union(*opening.values()))


class _File(StrictFile):
    """A file of the folder data. All methods raise RulebookError."""

    def parts(self, *names: str) -> dict[str, yaml.Node]:
        """The parts of the file, which has these and no others."""
        root = self.root((_DATA / self.origin).read_bytes())
        if root is None:
            raise self.fail(None, "is empty")
        return self.fields(root, self.origin, names, ())

    def part(self, name: str) -> Fields:
        """The mapping that is the only part of the file."""
        return self.mapping(self.parts(name)[name], name)

    def valued(self, node: yaml.Node, what: str) -> dict[str, tuple[float, ...]]:
        """Words with one or more values each, parted by commas."""
        found: dict[str, tuple[float, ...]] = {}
        for cell in self.cues(self.text(node, what)):
            word, *values = cell.split()
            if word in found or not values:
                raise self.fail(node, f"{what}: {word!r} stands twice, or without a value")
            found[word] = tuple(map(float, values))
        return found

    def replacements(self, node: yaml.Node, what: str) -> dict[str, str]:
        """Letters and what they become; _ is nothing."""
        found: dict[str, str] = {}
        for cell in self.cues(self.text(node, what)):
            letters_, _, becomes = cell.partition(" ")
            if letters_ in found or not becomes:
                raise self.fail(node, f"{what}: {letters_!r} stands twice, or becomes nothing")
            found[letters_] = becomes.replace("_", "")
        return found

    @staticmethod
    def cues(text: str) -> list[str]:
        """Cues parted by commas;."""
        return [cue.strip() for cue in text.split(",") if cue.strip()]
