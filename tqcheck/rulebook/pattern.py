"""The pattern language: text → a tree of nodes. docs/rules.md describes it for those who write rules."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from tqcheck.rulebook.errors import PatternError
from tqcheck.rulebook.tokens import Tokens

PARTS_OF_SPEECH = frozenset({"VERB", "NOUN", "ADJ", "ADV"})
MAX_GAP = 12
MAX_DEPTH = 40


@dataclass(frozen=True, slots=True)
class Word:
    """One token. `exact`: as it is written, capitals included (patterns in lower case match any case).
    `lower`: only where the text has it in lower case."""

    key: str
    exact: bool = False
    lower: bool = False


@dataclass(frozen=True, slots=True)
class Lemma:
    """Any inflected form of a word, optionally of one part of speech, optionally in lower case only."""

    lemma: str
    part_of_speech: str = ""
    lower: bool = False


@dataclass(frozen=True, slots=True)
class SetName:
    """A reference to a set of the rulebook."""

    name: str


@dataclass(frozen=True, slots=True)
class Gap:
    """From 0 to `most` words; never across punctuation other than quotation marks."""

    most: int


@dataclass(frozen=True, slots=True)
class Symbol:
    """`#` a numeral, `@` a capitalised name, `"` quoted words, `^` sentence start, `$` sentence end."""

    kind: str


@dataclass(frozen=True, slots=True)
class Sequence:
    """Nodes one after the other."""

    items: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several nodes."""

    items: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Optional:
    """A node or nothing."""

    item: Node


Node = Word | Lemma | SetName | Gap | Symbol | Sequence | Choice | Optional


@dataclass(frozen=True, slots=True)
class Branch:
    """One alternative of a pattern: context before, the words reported, context after.

    `where`: "" anywhere, "H" headlines only, "S" sentences only.
    """

    before: Sequence
    core: Sequence
    after: Sequence
    where: str = ""


_LEX = re.compile(
    r"\s+"
    r"|(?P<lemma>\{[^{}]*\})"
    r"|(?P<set><[^<>]*>)"
    r"|(?P<gap>\.\.\d+)"
    r"|(?P<quoted>\"(?:…|\.\.\.)\")"
    r"|(?P<name>@Name\b)"
    r"|\\(?P<literal>\?)"
    r"|(?P<op>[()|?^$#\[\]])"
    r"|(?P<word>[^\s(){}<>|?^$#\[\]\"]+|\")"
)


def shortened(text: str) -> str:
    """A pattern as a message quotes it."""
    return text if len(text) <= 200 else text[:200] + "…"


def parse(pattern: str) -> tuple[Branch, ...]:
    """All alternatives of a pattern. Raises PatternError."""
    return _Parser(pattern).branches()


def parse_item(pattern: str) -> Node:
    """A pattern without report marks, as in a set. Raises PatternError."""
    items = []
    for branch in _Parser(pattern).branches():
        if branch.before.items or branch.after.items or branch.where:
            raise PatternError(f"{pattern!r}: [ ], H: and S: have no place in a set or a context")
        items.append(branch.core)
    return items[0] if len(items) == 1 else Choice(tuple(items))


class _Parser:
    def __init__(self, pattern: str) -> None:
        self.pattern = pattern
        text, self.where = pattern.strip(), ""
        if text[:2] in ("H:", "S:"):
            self.where, text = text[0], text[2:]
        self.tokens: list[tuple[str, str]] = []
        self.glued: set[int] = set()  # tokens that follow the one before without a space
        position = 0
        while position < len(text):
            found = _LEX.match(text, position)
            if found is None:
                raise self.fail(f"cannot read {shortened(text[position:])!r}")
            if found.lastgroup:
                if position and not text[position - 1].isspace():
                    self.glued.add(len(self.tokens))
                self.tokens.append((found.lastgroup, found[found.lastgroup]))
            position = found.end()
        self.tokens.append(("end", ""))
        self.at = 0
        self.depth = 0

    def fail(self, message: str) -> PatternError:
        return PatternError(f"{shortened(self.pattern)!r}: {message}")

    def peek(self) -> tuple[str, str]:
        return self.tokens[self.at]

    def branches(self) -> tuple[Branch, ...]:
        found: list[Branch] = []
        while True:
            found.append(self.branch())
            if self.peek() == ("op", "|"):
                self.at += 1
                continue
            if self.peek()[0] != "end":
                raise self.fail(f"unexpected {self.peek()[1]!r}")
            return tuple(found)

    def branch(self) -> Branch:
        parts = [self.sequence()]
        if self.peek() == ("op", "["):
            self.at += 1
            parts.append(self.sequence())
            if self.peek() != ("op", "]"):
                raise self.fail("[ without ]")
            self.at += 1
            parts.append(self.sequence())
        core = parts[1] if len(parts) == 3 else parts[0]
        if can_be_empty(core):
            raise self.fail("can match nothing")
        nothing = Sequence(())
        if len(parts) == 3:
            return Branch(parts[0], parts[1], parts[2], self.where)
        return Branch(nothing, core, nothing, self.where)

    def sequence(self) -> Sequence:
        items: list[Node] = []
        while True:
            kind, value = self.peek()
            if kind == "end" or (kind == "op" and value in "|)[]"):
                return Sequence(tuple(items))
            if kind == "op" and value == "?":
                raise self.fail("? must follow a word, {lemma}, <set> or (group)")
            node = self.atom()
            if self.peek() == ("op", "?"):
                if isinstance(node, Gap) or can_be_empty(node):
                    raise self.fail("? after something that can already match nothing")
                self.at += 1
                node = Optional(node)
            items.append(node)

    def atom(self) -> Node:
        kind, value = self.peek()
        glued = self.at in self.glued and self.at > 0 and self.tokens[self.at - 1][0] in ("word", "lemma")
        self.at += 1
        if kind == "op" and value == "(":
            if glued:
                raise self.fail("a group glued to a word: write {lemma} or a list of forms")
            return self.group()
        if kind == "op":
            return Symbol(value)
        if kind == "lemma":
            return self.lemma(value[1:-1].strip())
        if kind == "set":
            return SetName(value[1:-1].strip())
        if kind == "gap":
            most = int(value[2:6])
            if not 1 <= most <= MAX_GAP:
                raise self.fail(f"a gap must be of 1 to {MAX_GAP} words")
            return Gap(most)
        if kind == "name":
            return Symbol("@")
        if kind == "quoted":
            return Symbol('"')
        return self.word(value)

    def group(self) -> Node:
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise self.fail(f"more than {MAX_DEPTH} groups within each other")
        items: list[Node] = [self.sequence()]
        while self.peek() == ("op", "|"):
            self.at += 1
            items.append(self.sequence())
        if self.peek() != ("op", ")"):
            raise self.fail("( without )")
        self.at += 1
        self.depth -= 1
        if any(not item.items for item in items if isinstance(item, Sequence)):
            raise self.fail("an empty alternative: write (…)? instead")
        return items[0] if len(items) == 1 else Choice(tuple(items))

    def lemma(self, text: str) -> Node:
        lemma, _, tags = text.partition("/")
        part, lower = "", False
        for tag in filter(None, tags.split("/")):
            if tag == "LOWER":
                lower = True
            elif tag in PARTS_OF_SPEECH:
                part = tag
            else:
                raise self.fail(f"unknown tag /{tag} (VERB, NOUN, ADJ, ADV, LOWER)")
        words = Tokens(lemma).keys
        if not words:
            raise self.fail("an empty lemma {}")
        if len(words) == 1:
            return Lemma(words[0], part, lower)
        head: list[Node] = [Word(word) for word in words[:-1]]  # {vice-premier}: the last part inflects
        return Sequence((*head, Lemma(words[-1], part, lower)))

    def word(self, text: str) -> Node:
        node = _word(text)
        if node is None:
            raise self.fail(f"cannot read {text!r}")
        return node


@lru_cache(maxsize=20_000)  # the same words stand in many rules
def _word(text: str) -> Node | None:
    """The node of a word or compound; None for one without a token."""
    lower = text.endswith("/LOWER")
    tokens = Tokens(text.removesuffix("/LOWER"))
    nodes: list[Node] = []
    for i, key in enumerate(tokens.keys):
        raw = tokens.words[i]
        exact = raw != raw.lower()
        nodes.append(Word(raw if exact else key, exact, lower))
    if not nodes:
        return None
    return nodes[0] if len(nodes) == 1 else Sequence(tuple(nodes))


def can_be_empty(node: Node) -> bool:
    """Whether a node can match without a token. A set cannot: its items are checked on their own."""
    match node:
        case Gap() | Optional():
            return True
        case Symbol(kind):
            return kind in "^$"
        case Sequence(items):
            return all(can_be_empty(item) for item in items)
        case Choice(items):
            return any(can_be_empty(item) for item in items)
        case _:
            return False
