"""Data files of the Python checks → rules, patterns and entities, strictly (see rulebook/strict.py)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

import yaml

from tqcheck.entities.words import words_of
from tqcheck.model import Rule
from tqcheck.rulebook.load import CATEGORIES
from tqcheck.rulebook.strict import StrictFile, line_of

_RULE = ("id", "severity", "confidence", "category", "russian", "why", "examples")
_RULE_MORE = ("suggest", "judged", "once")
_PATTERN = ("when", "shape", "find", "fix", "in", "near", "unless")
_KIND = ("check", "article", "entities")
_KIND_RULES = ("wrong", "capitals", "choice", "romanised")
_ENTITY = ("english",)
_ENTITY_MORE = ("wrong", "near")
PLACES = ("any", "sentence", "headline")
_SET = re.compile(r"\{([a-z][a-z-]*)\}")
Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Pattern:
    """How a rule is found where a regular expression tells it; see checks/coded.py for what each does."""

    rule: str
    confidence: str
    find: str
    when: tuple[str, ...] = ()
    shape: tuple[str, ...] = ()
    fix: tuple[str, ...] = ()
    place: str = "any"
    near: str = ""
    unless: str = ""


@dataclass(frozen=True, slots=True)
class Kind:
    """A file of entities: the check that looks them up, and its rules for their faults ("" for none).

    wrong: a wrong form; capitals: an established form with some of its capitals lost; choice: two forms of
    one entity in a text; romanised: a name spelled by its Russian letters, which no list need hold.
    `article`: whether a "the" before a wrong form stays before the right one.
    """

    name: str
    check: str
    article: str
    wrong: str = ""
    capitals: str = ""
    choice: str = ""
    romanised: str = ""


@dataclass(frozen=True, slots=True)
class Entity:
    """Something that has a name. `wrong`: forms that are wrong in any text that holds one of `near`: whole
    words, or their plurals, and words that begin with a `stem*`."""

    kind: Kind
    russian: str
    english: tuple[str, ...]
    wrong: tuple[str, ...] = ()
    near: tuple[str, ...] = ()


@dataclass
class Data:
    """All that some files hold. Rules and patterns are by the name of their file: numbers, names, …

    `once`: rules of damage to a file as a whole, of which a text is told once, with their count.
    """

    rules: dict[str, list[Rule]] = field(default_factory=dict)
    patterns: dict[str, list[Pattern]] = field(default_factory=dict)
    once: list[str] = field(default_factory=list)
    words: dict[str, list[str]] = field(default_factory=dict)
    entities: list[Entity] = field(default_factory=list)


def load(files: Iterable[tuple[str, bytes]]) -> Data:
    """Reads files given as (name, content). Raises RulebookError."""
    data = Data()
    for name, content in files:
        _File(name, data).read(content)
    return data


class _File(StrictFile):
    def __init__(self, origin: str, data: Data) -> None:
        super().__init__(origin)
        self.data = data
        self.name = Path(origin).stem
        self.parts: dict[str, str] = {}

    def read(self, content: bytes) -> None:
        root = self.root(content)
        if root is None:
            return
        readers: dict[str, Callable[[yaml.Node], None]] = {
            "words": self.add_words,
            "expressions": self.add_expressions,
            "rules": self.add_rules,
            "entities": partial(self.add_entities, root),
        }
        for name, (key, value) in self.mapping(root, "a data file").items():
            if name in readers:
                readers[name](value)
            elif name not in _KIND and name not in _KIND_RULES:
                raise self.fail(key, f"unknown key {name!r} ({', '.join(readers)})")

    def add_words(self, node: yaml.Node) -> None:
        for name, (key, words) in self.mapping(node, "words").items():
            self.add_list(name, key, words)

    def add_expressions(self, node: yaml.Node) -> None:
        for name, (_, expression) in self.mapping(node, "expressions").items():
            self.parts[name] = self.expression(expression, f"expression {name}")

    def add_rules(self, node: yaml.Node) -> None:
        self.data.rules.setdefault(self.name, [])
        self.data.patterns.setdefault(self.name, [])
        for rule in self.sequence(node, "rules"):
            self.add_rule(rule)

    def add_entities(self, root: yaml.Node, node: yaml.Node) -> None:
        """Entities of the kind that the whole file, whose node is `root`, is of."""
        kind = self.kind(root)
        for russian, (_, entity) in self.mapping(node, "entities").items():
            self.add_entity(kind, russian, entity)

    def add_list(self, name: str, key: yaml.Node, node: yaml.Node) -> None:
        if name in self.data.words:
            raise self.fail(key, f"words {name!r} are given twice")
        if isinstance(node, yaml.ScalarNode):
            words = self.text(node, f"words {name}").split()
        else:
            words = list(self.texts(node, f"words {name}"))
        if len(set(words)) < len(words):
            twice = next(word for word in words if words.count(word) > 1)
            raise self.fail(node, f"words {name}: {twice!r} stands twice")
        self.data.words[name] = words

    def add_rule(self, node: yaml.Node) -> None:
        values = self.fields(node, "a rule", _RULE, (*_RULE_MORE, *_PATTERN))
        id_ = self.rule_id(values["id"])
        if any(rule.id == id_ for rules in self.data.rules.values() for rule in rules):
            raise self.fail(values["id"], f"rule {id_} is given twice")
        origin = f"{Path(self.origin).name}:{line_of(node)}"
        rule = self.described_rule(id_, values, self.examples(values["examples"], id_), CATEGORIES, origin)
        self.data.rules[self.name].append(rule)
        if "once" in values and self.one_of(values["once"], id_, ("true", "false")) == "true":
            self.data.once.append(id_)
        if "find" in values:
            self.data.patterns[self.name].append(self.pattern(values, rule))
        elif unused := [name for name in _PATTERN if name in values]:
            raise self.fail(values[unused[0]], f"rule {id_}: {unused[0]!r} without 'find'")

    def pattern(self, values: dict[str, yaml.Node], rule: Rule) -> Pattern:
        def optional(name: str) -> tuple[str, ...]:
            return self.texts(values[name], name) if name in values else ()

        pattern = Pattern(
            rule.id,
            rule.confidence.value,
            self.expression(values["find"], rule.id),
            tuple(word.lower() for word in optional("when")),
            optional("shape"),
            optional("fix"),
            self.one_of(values["in"], rule.id, PLACES) if "in" in values else "any",
            self.expression(values["near"], rule.id) if "near" in values else "",
            self.expression(values["unless"], rule.id) if "unless" in values else "",
        )
        groups = re.compile(pattern.find).groupindex
        for fix in pattern.fix:
            for name in re.findall(r"\\g<(\w+)>", fix):
                if name not in groups:
                    raise self.fail(values["fix"], f"rule {rule.id}: there is no group {name!r}")
        return pattern

    def expression(self, node: yaml.Node, id_: str) -> str:
        """A regular expression with {name} replaced by the expression of the file that has that name, or by
        the words that have it, the longest first."""

        def words(found: re.Match[str]) -> str:
            if found[1] in self.parts:
                return self.parts[found[1]]
            if found[1] not in self.data.words:
                raise self.fail(node, f"rule {id_}: there are no words {found[1]!r}")
            longest = sorted(self.data.words[found[1]], key=lambda word: (-len(word), word))
            return f"(?:{'|'.join(map(re.escape, longest))})"

        source = _SET.sub(words, self.text(node, "an expression"))
        try:
            re.compile(source)
        except re.error as error:
            raise self.fail(node, f"rule {id_}: {error}") from None
        return source

    def kind(self, root: yaml.Node) -> Kind:
        values = self.fields(root, "a file of entities", _KIND, _KIND_RULES)
        check = self.text(values["check"], "check")
        known = {rule.id for rule in self.data.rules.get(check, ())}
        rules = {}
        for name in _KIND_RULES:
            if name in values:
                rules[name] = self.text(values[name], name)
                if rules[name] not in known:
                    raise self.fail(values[name], f"{name}: {check} has no rule {rules[name]}")
        article = self.one_of(values["article"], "article", ("keep", "drop"))
        return Kind(self.name, check, article, **rules)

    def add_entity(self, kind: Kind, russian: str, node: yaml.Node) -> None:
        wrong: tuple[str, ...] = ()
        near: tuple[str, ...] = ()
        if isinstance(node, yaml.MappingNode):
            values = self.fields(node, russian, _ENTITY, _ENTITY_MORE)
            wrong = self.texts(values["wrong"], "wrong") if "wrong" in values else ()
            near = self.texts(values["near"], "near") if "near" in values else ()
            if wrong and not kind.wrong:
                raise self.fail(values["wrong"], f"{russian}: no rule is named for wrong forms")
            node = values["english"]
        english = self.texts(node, "english")
        keys = [[word.key for word in words_of(form)] for form in (*english, *wrong)]
        for form, key in zip((*english, *wrong), keys, strict=True):
            same_case = form.isupper() and form not in english
            if keys.count(key) > 1 and not same_case and form in wrong:
                raise self.fail(node, f"{russian}: {form!r} reads as another of its forms")
        self.data.entities.append(Entity(kind, russian, english, wrong, near))


def plain(value: Pattern) -> Json:
    """A pattern as JSON, less what is empty."""
    return {name: part for name, part in asdict(value).items() if part not in ((), "")}
