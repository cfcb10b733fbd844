"""YAML rulebooks → sets and rules, strictly: whatever is unknown, missing or doubled is an error
that quotes file and line."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from tqcheck.model import Rule
from tqcheck.rulebook.errors import PatternError
from tqcheck.rulebook.pattern import PARTS_OF_SPEECH, Branch, Node, parse, parse_item
from tqcheck.rulebook.strict import StrictFile, line_of
from tqcheck.rulebook.suggest import COPIES
from tqcheck.typed import NamedTuple

CATEGORIES = frozenset(
    {
        "terminology/wrong-term",
        "terminology/inconsistent",
        "accuracy/mistranslation",
        "accuracy/false-friend",
        "accuracy/untranslated",
        "accuracy/omission",
        "accuracy/addition",
        "linguistic/grammar",
        "linguistic/word-order",
        "linguistic/punctuation",
        "linguistic/spelling",
        "style/unidiomatic",
        "style/register",
        "style/awkward",
        "locale/number",
        "locale/date",
        "locale/name",
    }
)
_PARTS = "|".join(sorted(PARTS_OF_SPEECH))
_COPIED = "|".join(map(re.escape, COPIES))
_SUGGESTION = re.compile(rf"(?:[^{{}}]|\{{(?:=(?:{_COPIED})|[^{{}}/=]+(?:/(?:{_PARTS}))?)\}})*")
_REQUIRED = ("id", "severity", "category", "russian", "pattern", "suggest", "why", "examples")
_RUSSIAN = ("source", "source_near", "source_unless")
_OPTIONAL = ("confidence", "near", "near_in", "unless", "!before", "!after", "needs_source", *_RUSSIAN)
_SET = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
SCOPES = ("nearby", "sentence", "paragraph", "document")


@dataclass(frozen=True, slots=True)
class RuleSource:
    """A rule as written: what an editor reads (`rule`) and what the matcher needs."""

    rule: Rule
    line: int
    branches: tuple[Branch, ...]
    near: tuple[Node, ...] = ()
    near_in: str = "nearby"
    unless: tuple[Node, ...] = ()
    not_before: tuple[Node, ...] = ()
    not_after: tuple[Node, ...] = ()
    only_for: tuple[str, ...] = ()
    """For each suggestion the words that must stand among those found, "" if it is for all; () if all are."""


@dataclass(frozen=True, slots=True)
class SetSource:
    """A named set of alternatives, as written and as read."""

    name: str
    texts: tuple[str, ...]
    items: tuple[Node, ...]
    origin: str
    line: int


class KnownSet(NamedTuple):
    """A set of a rulebook compiled before: the number of its code, None if no rule there uses it."""

    number: int | None
    texts: list[str]
    origin: str
    line: int


class Known(NamedTuple):
    """What a rulebook compiled before holds: its rules by id, and its sets."""

    ids: frozenset[str]
    origins: Callable[[], Mapping[str, str]]
    sets: Mapping[str, KnownSet]


NOTHING = Known(frozenset(), dict, {})


@dataclass
class Rulebook:
    """All rules and sets of some files, by id and by name, and what these files may build on."""

    rules: dict[str, RuleSource] = field(default_factory=dict)
    sets: dict[str, SetSource] = field(default_factory=dict)
    known: Known = NOTHING

    def origin(self, id_: str) -> str | None:
        """Where a rule of these files, or of those before, is defined; None where there is none."""
        if id_ in self.rules:
            return self.rules[id_].rule.origin
        return self.known.origins()[id_] if id_ in self.known.ids else None

    def set(self, name: str) -> SetSource | None:
        """A set of these files, or of those before; None where there is none of that name."""
        found = self.sets.get(name)
        if found is None and (known := self.known.sets.get(name)):
            items = tuple(map(parse_item, known.texts))
            found = self.sets[name] = SetSource(name, tuple(known.texts), items, known.origin, known.line)
        return found


def load(files: Iterable[tuple[str, bytes]], known: Known = NOTHING) -> Rulebook:
    """Reads rulebook files, each given as (name for messages, content), which may use the sets of those
    already `known` and must not repeat their rules. Raises RulebookError."""
    book = Rulebook(known=known)
    for origin, content in files:
        _File(origin, book).read(content)
    return book


class _File(StrictFile):
    """Reads one file into a rulebook, keeping the line of each node for messages."""

    def __init__(self, origin: str, book: Rulebook) -> None:
        super().__init__(origin)
        self.book = book

    def read(self, content: bytes) -> None:
        root = self.root(content)
        if root is None:
            return
        for name, (key, value) in self.mapping(root, "a rulebook").items():
            if name == "sets":
                for set_name, (set_key, items) in self.mapping(value, "sets").items():
                    self.add_set(set_name, set_key, items)
            elif name == "rules":
                if not isinstance(value, yaml.SequenceNode):
                    raise self.fail(value, "rules must be a list")
                for item in value.value:
                    self.add_rule(item)
            else:
                raise self.fail(key, f"unknown key {name!r} (sets, rules)")

    def nodes(self, node: yaml.Node, what: str) -> tuple[Node, ...]:
        items = node.value if isinstance(node, yaml.SequenceNode) else [node]
        parsed = []
        for item in items:
            try:
                parsed.append(parse_item(self.text(item, what)))
            except PatternError as error:
                raise self.fail(item, f"{what}: {error}") from None
        return tuple(parsed)

    def suggestions(self, node: yaml.Node, id_: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Suggestions, and for each the words that it is for; "" where there is none for them."""
        items = node.value if isinstance(node, yaml.SequenceNode) else [node]
        found: list[tuple[str, str]] = []
        for item in items:
            if isinstance(item, yaml.MappingNode):
                for words, (_, value) in self.mapping(item, f"a suggestion of {id_}").items():
                    found += [(text, words) for text in self.texts(value, "suggest") or ("",)]
            else:
                found.append((self.text(item, "each of suggest"), ""))
        for text in (text for pair in found for text in pair):
            if not _SUGGESTION.fullmatch(text):
                raise self.fail(
                    node, f"rule {id_}: suggest {text!r}: {{lemma}}, {{lemma/PART}} or {{=copy}} in words"
                )
        only_for = tuple(words for _, words in found)
        return tuple(text for text, _ in found), only_for if any(only_for) else ()

    def add_set(self, name: str, key: yaml.Node, node: yaml.Node) -> None:
        if not _SET.fullmatch(name):
            raise self.fail(key, f"set name {name!r}: lower-case words joined by hyphens")
        if other := self.book.set(name):
            raise self.fail(key, f"set {name!r} is already defined at {other.origin}:{other.line}")
        items = self.nodes(node, f"set {name}")
        texts = tuple(item.value for item in (node.value if isinstance(node, yaml.SequenceNode) else [node]))
        self.book.sets[name] = SetSource(name, texts, items, self.origin, line_of(key))

    def add_rule(self, node: yaml.Node) -> None:
        id_ = self._new_id(node)
        values = self.fields(node, f"rule {id_}", _REQUIRED, _OPTIONAL)
        examples = self.examples(values["examples"], id_)
        branches = self._branches(values["pattern"], id_)
        suggest, only_for = self.suggestions(values.pop("suggest"), id_)
        russian = {name: self.texts(values[name], name) if name in values else () for name in _RUSSIAN}
        origin = f"{Path(self.origin).name}:{line_of(node)}"
        rule = self.described_rule(id_, values, examples, CATEGORIES, origin)._replace(
            pattern=self.texts(values["pattern"], "pattern"),
            suggest=suggest,
            needs_source="needs_source" in values
            and self.one_of(values["needs_source"], id_, ["true", "false"]) == "true",
            source=russian["source"],
            source_near=russian["source_near"],
            source_unless=russian["source_unless"],
        )
        contexts = {
            name: self.nodes(values[name], f"rule {id_}: {name}") if name in values else ()
            for name in ("near", "unless", "!before", "!after")
        }
        self.book.rules[id_] = RuleSource(
            rule,
            line_of(node),
            branches,
            near=contexts["near"],
            near_in=self.one_of(values["near_in"], id_, SCOPES) if "near_in" in values else "nearby",
            unless=contexts["unless"],
            not_before=contexts["!before"],
            not_after=contexts["!after"],
            only_for=only_for,
        )

    def _new_id(self, node: yaml.Node) -> str:
        """The id of a rule, which no other rule has."""
        fields = self.mapping(node, "a rule")
        if "id" not in fields:
            raise self.fail(node, "a rule without an id")
        _, id_node = fields["id"]
        id_ = self.rule_id(id_node)
        if origin := self.book.origin(id_):
            raise self.fail(id_node, f"rule {id_} is already defined at {origin}")
        return id_

    def _branches(self, node: yaml.Node, id_: str) -> tuple[Branch, ...]:
        try:
            return tuple(branch for pattern in self.texts(node, "pattern") for branch in parse(pattern))
        except PatternError as error:
            raise self.fail(node, f"rule {id_}: {error}") from None
